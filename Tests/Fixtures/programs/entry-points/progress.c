#include "type.h"

void report_progress(HPyContext *ctx, HPy h)
{
    if (HPy_SetAttr_s(ctx, h, "progress", ctx->h_None) < 0)
        HPyErr_Clear(ctx);
}
