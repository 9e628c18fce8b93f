#include "each.h"

/* 4.4 #71: every caller, in whatever file, passes a function that does not collect. */
double each_item(HPyContext *ctx, HPy h, visit_function visit)
{
    double sum = 0;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    for (int i = 0; i < 8; i++)
        sum += visit(ctx, self->items[i]);
    return sum;
}

/* The twin of 4.4 #71: one caller passes a function that collects. */
double each_boxed_item(HPyContext *ctx, HPy h, visit_function visit)
{
    double sum = 0;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    for (int i = 0; i < 8; i++)
        sum += visit(ctx, self->items[i]);  // want pointer-spans-gc "'self' is used"
    return sum;
}
