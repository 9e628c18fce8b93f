#include "diamond.h"

HPy_ssize_t bottom(HPyContext *ctx, HPy h)
{
    return HPy_Length(ctx, h);
}
