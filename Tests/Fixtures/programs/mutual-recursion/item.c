#include "parse.h"

int parse_item(HPyContext *ctx, HPy h, int depth)
{
    if (HPy_IsTrue(ctx, h))
        return depth;
    return parse_value(ctx, h, depth + 1);
}
