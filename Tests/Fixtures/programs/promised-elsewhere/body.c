#include "promise.h"

HPy_ssize_t promised(HPyContext *ctx, HPy h)
{
    return HPy_Is(ctx, h, ctx->h_None) ? 0 : 1;
}
