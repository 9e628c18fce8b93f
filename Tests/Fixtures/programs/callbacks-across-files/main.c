#include "each.h"

static double square(HPyContext *ctx, double item)
{
    return item * item;
}

static double boxed_square(HPyContext *ctx, double item)
{
    HPy box = HPyFloat_FromDouble(ctx, item);
    HPy_Close(ctx, box);
    return item * item;
}

double squares_is_fine(HPyContext *ctx, HPy h)
{
    return each_item(ctx, h, square);
}

double squares_of_another_kind_is_fine(HPyContext *ctx, HPy h)
{
    return each_boxed_item(ctx, h, square);
}

double boxed_squares(HPyContext *ctx, HPy h)
{
    return each_boxed_item(ctx, h, boxed_square);
}
