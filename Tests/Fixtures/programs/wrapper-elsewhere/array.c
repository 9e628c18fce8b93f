#include "array.h"

double *array_items(HPyContext *ctx, HPy h)
{
    return ArrayObject_AsStruct(ctx, h)->items;
}

double *array_data(HPyContext *ctx, HPy h)
{
    return ArrayObject_AsStruct(ctx, h)->data;
}

HPy array_empty(HPyContext *ctx, HPy cls, ArrayObject **result)
{
    HPy h = HPy_New(ctx, cls, result);
    if (HPy_IsNull(h))
        return HPy_NULL;
    (*result)->size = 0;
    return h;
}

int array_get(HPyContext *ctx, HPy h_list, HPy_ssize_t i, HPy *item, ArrayObject **result)
{
    *item = HPy_GetItem_i(ctx, h_list, i);
    if (HPy_IsNull(*item))
        return -1;
    *result = ArrayObject_AsStruct(ctx, *item);
    return 0;
}
