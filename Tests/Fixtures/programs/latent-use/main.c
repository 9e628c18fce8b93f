#include "levels.h"

HPy_ssize_t first_caller(HPyContext *ctx, HPy h)
{
    return level_one(ctx, h, ArrayObject_AsStruct(ctx, h));
}

HPy_ssize_t second_caller(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    return level_one(ctx, h, self);
}

HPy_ssize_t caller_with_its_own_memory_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject local = { 0 };
    return level_one(ctx, h, &local);
}
