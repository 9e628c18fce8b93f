/* 4.4 #100: entry points and their type are in different files. */
#include "hpy.h"

#include "type.h"

HPyDef_METH(Array_sum, "sum", HPyFunc_NOARGS)
static HPy Array_sum_impl(HPyContext *ctx, HPy h_self)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h_self);
    double sum = 0;
    for (HPy_ssize_t i = 0; i < self->size; i++) {  // want pointer-spans-gc "'self' is used"
        sum += self->items[i];
        report_progress(ctx, h_self);
    }
    return HPyFloat_FromDouble(ctx, sum);
}

HPyDef_METH(Array_product, "product", HPyFunc_NOARGS)
static HPy Array_product_impl(HPyContext *ctx, HPy h_self)
{
    double product = 1;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h_self);
    for (HPy_ssize_t i = 0; i < self->size; i++)
        product *= self->items[i];
    report_progress(ctx, h_self);
    return HPyFloat_FromDouble(ctx, product);
}

HPyDef *array_methods[] = { &Array_sum, &Array_product, NULL };
