#include "parse.h"

int parse_value(HPyContext *ctx, HPy h, int depth)
{
    return depth > 100 ? -1 : parse_list(ctx, h, depth + 1);
}

int skip_space(HPyContext *ctx, HPy h, int depth)
{
    return depth > 100 ? 0 : skip_comment(ctx, h, depth + 1);
}
