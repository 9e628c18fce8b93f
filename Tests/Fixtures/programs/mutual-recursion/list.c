#include "parse.h"

int parse_list(HPyContext *ctx, HPy h, int depth)
{
    return parse_item(ctx, h, depth + 1);
}

int skip_comment(HPyContext *ctx, HPy h, int depth)
{
    return skip_space(ctx, h, depth + 1);
}
