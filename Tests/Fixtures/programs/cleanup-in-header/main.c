#include "guard.h"

long guarded_is_fine(HPyContext *ctx, HPy h)
{
    GUARD guard = { ctx, HPy_Dup(ctx, h) };
    return ArrayObject_AsStruct(ctx, guard.h)->size;
}

ArrayObject *guarded(HPyContext *ctx, HPy h)
{
    GUARD guard = { ctx, HPy_Dup(ctx, h) };
    ArrayObject *self = ArrayObject_AsStruct(ctx, guard.h);
    return self;  // want pointer-outlives-handle "'self' is used"
}

long named_in_the_use_is_fine(HPyContext *ctx, HPy h)
{
    ENDED_BY(guard_end) struct guard guard = { ctx, HPy_Dup(ctx, h) };
    return ArrayObject_AsStruct(ctx, guard.h)->size;
}

ArrayObject *named_in_the_use(HPyContext *ctx, HPy h)
{
    ENDED_BY(guard_tell) struct guard guard = { ctx, h };
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    return self;  // want pointer-spans-gc "'self' is used"
}

long pasted_is_fine(HPyContext *ctx, HPy h)
{
    AUTO(guard, end) guard = { ctx, HPy_Dup(ctx, h) };
    return ArrayObject_AsStruct(ctx, guard.h)->size;
}

long pasted(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    {
        AUTO(guard, tell) guard = { ctx, h };
    }
    return self->size;  // want pointer-spans-gc "'self' is used"
}
