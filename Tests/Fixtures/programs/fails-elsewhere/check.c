#include "hpy.h"

int check_index(HPyContext *ctx, HPy_ssize_t i, HPy_ssize_t size)
{
    if (i < 0 || i >= size) {
        HPyErr_SetString(ctx, ctx->h_IndexError, "index out of range");
        return -1;
    }
    return 0;
}

HPy_ssize_t length_if(HPyContext *ctx, HPy h, int ask)
{
    return ask ? HPy_Length(ctx, h) : 0;
}
