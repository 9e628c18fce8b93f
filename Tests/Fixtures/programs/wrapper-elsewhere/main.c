/* 4.6 #145, #150: pointers that come out of another file. */
#include "array.h"

double interior_pointer_from_another_file(HPyContext *ctx, HPy h)
{
    double *items = array_items(ctx, h);  // note pointer-spans-gc 1 "'items' is obtained from 'h' here"
    HPy_Length(ctx, h);                   // note pointer-spans-gc 2 "'HPy_Length' can collect"
    return items[0];                      // want pointer-spans-gc "'items' is used"
}

double loaded_pointer_from_another_file_is_fine(HPyContext *ctx, HPy h)
{
    double *data = array_data(ctx, h);
    HPy_Length(ctx, h);
    return data[0];
}

double interior_pointer_of_a_closed_handle(HPyContext *ctx, HPy h)
{
    HPy copy = HPy_Dup(ctx, h);
    double *items = array_items(ctx, copy);
    HPy_Close(ctx, copy);
    return items[0];  // want pointer-outlives-handle "'items' is used after its handle 'copy' was closed"
}

HPy new_object_from_another_file(HPyContext *ctx, HPy cls, HPy h_size)
{
    ArrayObject *array;
    HPy h = array_empty(ctx, cls, &array);
    if (HPy_IsNull(h))
        return HPy_NULL;
    HPy_ssize_t size = HPy_Length(ctx, h_size);
    array->size = size;  // want pointer-spans-gc "'array' is used"
    return h;
}

HPy new_object_from_another_file_is_fine(HPyContext *ctx, HPy cls)
{
    ArrayObject *array;
    HPy h = array_empty(ctx, cls, &array);
    if (HPy_IsNull(h))
        return HPy_NULL;
    array->size = 1;
    return h;
}

HPy_ssize_t handle_and_pointer_from_another_file(HPyContext *ctx, HPy h_list)
{
    HPy item;
    ArrayObject *array;
    if (array_get(ctx, h_list, 0, &item, &array) < 0)
        return -1;
    HPy_Close(ctx, item);
    return array->size;  // want pointer-outlives-handle "'array' is used after its handle 'item' was closed"
}

HPy_ssize_t handle_and_pointer_from_another_file_is_fine(HPyContext *ctx, HPy h_list)
{
    HPy item;
    ArrayObject *array;
    if (array_get(ctx, h_list, 0, &item, &array) < 0)
        return -1;
    HPy_ssize_t size = array->size;
    HPy_Close(ctx, item);
    return size;
}
