/* What one turn of a loop does matters to the next. */
#include "hpy.h"

typedef struct {
    double items[16];
} ArrayObject;
HPyType_HELPERS(ArrayObject)

HPyDef_METH(wrong_sum, "wrong_sum", HPyFunc_O)
static HPy wrong_sum_impl(HPyContext *ctx, HPy h_self, HPy h_weights)
{
    double sum = 0;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h_self);
    for (int i = 0; i < 16; i++) {
        double item = self->items[i];  // want pointer-spans-gc "'self' is used"
        HPy h_weight = HPy_GetItem_i(ctx, h_weights, i);
        if (HPy_IsNull(h_weight))
            return HPy_NULL;
        sum += item * HPyFloat_AsDouble(ctx, h_weight);
        HPy_Close(ctx, h_weight);
    }
    return HPyFloat_FromDouble(ctx, sum);
}

HPyDef_METH(right_sum, "right_sum", HPyFunc_O)
static HPy right_sum_impl(HPyContext *ctx, HPy h_self, HPy h_weights)
{
    double sum = 0;
    for (int i = 0; i < 16; i++) {
        HPy h_weight = HPy_GetItem_i(ctx, h_weights, i);
        if (HPy_IsNull(h_weight))
            return HPy_NULL;
        double weight = HPyFloat_AsDouble(ctx, h_weight);
        HPy_Close(ctx, h_weight);
        sum += weight * ArrayObject_AsStruct(ctx, h_self)->items[i];
    }
    return HPyFloat_FromDouble(ctx, sum);
}

/* A loop that does not collect may use one pointer throughout. */
HPyDef_METH(right_maximum, "right_maximum", HPyFunc_NOARGS)
static HPy right_maximum_impl(HPyContext *ctx, HPy h_self)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h_self);
    double maximum = self->items[0];
    for (int i = 1; i < 16; i++) {
        if (self->items[i] > maximum)
            maximum = self->items[i];
    }
    return HPyFloat_FromDouble(ctx, maximum);
}
