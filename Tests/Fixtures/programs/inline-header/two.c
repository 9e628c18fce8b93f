#include "inline.h"

HPy_ssize_t inline_function_does_not_collect_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    checked_size(ctx, h);
    return self->size;
}

HPy_ssize_t another_caller_of_the_stale_one_is_fine(HPyContext *ctx, HPy h)
{
    return stale_size(ctx, h);
}
