#include "hpy.h"

void release_both(HPyContext *ctx, HPy left, HPy right)
{
    HPy_Close(ctx, left);
    HPy_Close(ctx, right);
}

void release_none(HPyContext *ctx, HPy left, HPy right)
{
    if (HPy_Is(ctx, left, right))
        return;
}
