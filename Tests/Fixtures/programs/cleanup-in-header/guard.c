#include "guard.h"

void guard_end(struct guard *guard)
{
    HPy_Close(guard->ctx, guard->h);
}

void guard_tell(struct guard *guard)
{
    HPy_SetAttr_s(guard->ctx, guard->h, "done", guard->ctx->h_True);
}
