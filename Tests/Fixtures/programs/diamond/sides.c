#include "diamond.h"

HPy_ssize_t left_side(HPyContext *ctx, HPy h)
{
    return bottom(ctx, h);
}

HPy_ssize_t right_side(HPyContext *ctx, HPy h)
{
    return bottom(ctx, h) + 1;
}

HPy_ssize_t top(HPyContext *ctx, HPy h, int flag)
{
    return flag ? left_side(ctx, h) : right_side(ctx, h);
}
