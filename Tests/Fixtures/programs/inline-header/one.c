#include "inline.h"

HPy_ssize_t inline_function_collects(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    checked_length(ctx, h);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

HPy_ssize_t caller_of_the_stale_one_is_fine(HPyContext *ctx, HPy h)
{
    return stale_size(ctx, h);
}
