#include "table.h"

#include <math.h>

static double number_of(HPyContext *ctx, HPy h_value)
{
    return HPyFloat_AsDouble(ctx, h_value);
}

double table_missing(void)
{
    return NAN;
}

double table_convert(HPyContext *ctx, HPy h_value)
{
    if (HPy_Is(ctx, h_value, ctx->h_None))
        return table_missing();
    return number_of(ctx, h_value);
}
