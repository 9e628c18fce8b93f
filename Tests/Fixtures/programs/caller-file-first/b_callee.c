#include "hpy.h"

HPy_ssize_t callee_measure(HPyContext *ctx, HPy h)
{
    return HPy_Length(ctx, h);
}
