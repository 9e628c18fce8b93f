/* A call that fails returns HPy_NULL, which most calls do not take. */
#include "hpy.h"

HPy wrong_chain(HPyContext *ctx, HPy h_object)
{
    HPy h_shape = HPy_GetAttr_s(ctx, h_object, "shape");
    HPy h_first = HPy_GetItem_i(ctx, h_shape, 0);  // want handle-unchecked "'h_shape'"
    HPy_Close(ctx, h_shape);
    return h_first;
}

HPy right_chain(HPyContext *ctx, HPy h_object)
{
    HPy h_shape = HPy_GetAttr_s(ctx, h_object, "shape");
    if (HPy_IsNull(h_shape))
        return HPy_NULL;
    HPy h_first = HPy_GetItem_i(ctx, h_shape, 0);
    HPy_Close(ctx, h_shape);
    return h_first;
}
