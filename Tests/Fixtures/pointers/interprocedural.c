/* What functions do for their callers: derive, renew, close, keep, fail. */
#include "hpy.h"

typedef struct {
    HPy_ssize_t size;
    double first;
    double items[8];
} ArrayObject;

HPyType_HELPERS(ArrayObject)

static HPy make_empty(HPyContext *ctx, HPy cls, HPy_ssize_t n, ArrayObject **result)
{
    HPy h = HPy_New(ctx, cls, result);
    if (HPy_IsNull(h))
        return HPy_NULL;
    (*result)->size = n;
    return h;
}

/* 4.6 #145 */
HPy result_and_pointer_from_a_helper_is_fine(HPyContext *ctx, HPy cls)
{
    ArrayObject *array;
    HPy h = make_empty(ctx, cls, 3, &array);
    if (HPy_IsNull(h))
        return HPy_NULL;
    array->first = 1;
    return h;
}

/* The twin of 4.6 #145. */
HPy result_and_pointer_from_a_helper(HPyContext *ctx, HPy cls, HPy h_first)
{
    ArrayObject *array;
    HPy h = make_empty(ctx, cls, 3, &array);
    if (HPy_IsNull(h))
        return HPy_NULL;
    array->first = HPyFloat_AsDouble(ctx, h_first);  // want pointer-spans-gc "'array' is used"
    return h;
}

static void release(HPyContext *ctx, HPy h)
{
    HPy_Close(ctx, h);  // note pointer-outlives-handle 3 "in 'release' it is closed here"
}

static void release_if(HPyContext *ctx, HPy h, int flag)
{
    if (flag)
        HPy_Close(ctx, h);
}

/* 4.5 #104 */
HPy_ssize_t helper_closes_the_handle(HPyContext *ctx, HPy h)
{
    HPy copy = HPy_Dup(ctx, h);
    ArrayObject *self = ArrayObject_AsStruct(ctx, copy);  // note pointer-outlives-handle 1 "'self' is obtained from 'copy' here"
    release(ctx, copy);  // note pointer-outlives-handle 2 "'copy' is closed by 'release' here"
    return self->size;  // want pointer-outlives-handle "'self' is used after its handle 'copy' was closed"
}

/* The twin of 4.5 #104. */
HPy_ssize_t helper_closes_the_handle_behind_the_use_is_fine(HPyContext *ctx, HPy h)
{
    HPy copy = HPy_Dup(ctx, h);
    ArrayObject *self = ArrayObject_AsStruct(ctx, copy);
    HPy_ssize_t size = self->size;
    release(ctx, copy);
    return size;
}

/* 4.5 #104 and 4.4 #81: a constant tells that it is not closed. */
HPy_ssize_t helper_does_not_close_is_fine(HPyContext *ctx, HPy h)
{
    HPy copy = HPy_Dup(ctx, h);
    ArrayObject *self = ArrayObject_AsStruct(ctx, copy);
    release_if(ctx, copy, 0);
    HPy_ssize_t size = self->size;
    release_if(ctx, copy, 1);
    return size;
}

/* The twin. */
HPy_ssize_t helper_does_close(HPyContext *ctx, HPy h)
{
    HPy copy = HPy_Dup(ctx, h);
    ArrayObject *self = ArrayObject_AsStruct(ctx, copy);
    release_if(ctx, copy, 1);
    return self->size;  // want pointer-outlives-handle "'self' is used"
}

static int take_first(HPyContext *ctx, HPy h_list, HPy *item)
{
    *item = HPy_GetItem_i(ctx, h_list, 0);
    return HPy_IsNull(*item) ? -1 : 0;
}

/* 4.6 #150: the handle comes through a parameter. */
HPy_ssize_t handle_through_a_parameter(HPyContext *ctx, HPy h_list)
{
    HPy item;
    if (take_first(ctx, h_list, &item) < 0)
        return -1;
    ArrayObject *array = ArrayObject_AsStruct(ctx, item);
    HPy_Close(ctx, item);
    return array->size;  // want pointer-outlives-handle "'array' is used after its handle 'item' was closed"
}

/* The twin. */
HPy_ssize_t handle_through_a_parameter_is_fine(HPyContext *ctx, HPy h_list)
{
    HPy item;
    if (take_first(ctx, h_list, &item) < 0)
        return -1;
    HPy_ssize_t size = ArrayObject_AsStruct(ctx, item)->size;
    HPy_Close(ctx, item);
    return size;
}

static ArrayObject *array_or_null(HPyContext *ctx, HPy h, HPy type)
{
    if (!HPy_TypeCheck(ctx, h, type)) {
        HPyErr_SetString(ctx, ctx->h_TypeError, "an array is needed");
        return NULL;
    }
    return ArrayObject_AsStruct(ctx, h);
}

/* 4.4 #83: the helper collects only where it returns null. */
HPy_ssize_t two_checked_arrays_is_fine(HPyContext *ctx, HPy h_left, HPy h_right, HPy type)
{
    ArrayObject *left = array_or_null(ctx, h_left, type);
    if (left == NULL)
        return -1;
    ArrayObject *right = array_or_null(ctx, h_right, type);
    if (right == NULL)
        return -1;
    return left->size + right->size;
}

/* The twin of 4.4 #83: the failure is ignored. */
HPy_ssize_t two_arrays_one_of_them_optional(HPyContext *ctx, HPy h_left, HPy h_right, HPy type)
{
    ArrayObject *left = array_or_null(ctx, h_left, type);
    if (left == NULL)
        return -1;
    ArrayObject *right = array_or_null(ctx, h_right, type);
    HPy_ssize_t size = left->size;  // want pointer-spans-gc "'left' is used"
    if (right == NULL)
        return size;
    return size + right->size;
}

static double sum_items(const double *items, HPy_ssize_t n)
{
    double sum = 0;
    for (HPy_ssize_t i = 0; i < n; i++)
        sum += items[i];
    return sum;
}

static double sum_items_slowly(HPyContext *ctx, HPy h_log, const double *items, HPy_ssize_t n)
{
    double sum = 0;
    for (HPy_ssize_t i = 0; i < n; i++) {
        sum += items[i];  // want pointer-spans-gc "'items' is used"
        HPy_Length(ctx, h_log);
    }
    return sum;
}

/* 4.4 #85 */
double pointer_is_passed_down_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    return sum_items(self->items, self->size);
}

/* 4.4 #84: in a loop. */
double helper_collects_in_a_loop(HPyContext *ctx, HPy h, HPy h_log)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    return sum_items_slowly(ctx, h_log, self->items, 8);
}

static double third_of(HPyContext *ctx, HPy h_log, const double *items)
{
    HPy_Length(ctx, h_log);
    return items[2];
}

static double static_items[8];

/* 4.4 #84: no finding if what is passed is not interior. */
double own_memory_is_passed_down_is_fine(HPyContext *ctx, HPy h_log)
{
    return third_of(ctx, h_log, static_items);
}

static ArrayObject *renew(HPyContext *ctx, HPy h, ArrayObject *array)
{
    array->size++;
    HPy_Length(ctx, h);
    return ArrayObject_AsStruct(ctx, h);
}

/* 4.1 #6: the helper uses its parameter first and returns a fresh pointer. */
HPy_ssize_t pointer_is_exchanged_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    self = renew(ctx, h, self);
    return self->size;
}

/* The twin of 4.1 #6: the fresh one is thrown away. */
HPy_ssize_t fresh_pointer_is_thrown_away(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    renew(ctx, h, self);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

static ArrayObject *same_behind_a_call(HPyContext *ctx, HPy h, ArrayObject *array)
{
    HPy_Length(ctx, h);
    return array;  // want pointer-spans-gc "'array' is used"
}

/* 4.1 #6: the helper returns its stale parameter. */
HPy_ssize_t stale_parameter_is_returned(HPyContext *ctx, HPy h)
{
    return same_behind_a_call(ctx, h, ArrayObject_AsStruct(ctx, h)) != NULL;
}

static int recursive_length(HPyContext *ctx, HPy h, ArrayObject *array, int depth)
{
    if (depth == 0)
        return array->size > 0;
    if (HPy_Length(ctx, h) < 0)
        return -1;
    return recursive_length(ctx, h, ArrayObject_AsStruct(ctx, h), depth - 1);
}

/* 4.4 #61 */
int recursion_with_fresh_pointers_is_fine(HPyContext *ctx, HPy h)
{
    return recursive_length(ctx, h, ArrayObject_AsStruct(ctx, h), 5);
}

static int recursive_size(HPyContext *ctx, HPy h, ArrayObject *array, int depth)
{
    if (depth == 0)
        return array->size > 0;
    if (HPy_Length(ctx, h) < 0)
        return -1;
    return recursive_size(ctx, h, array, depth - 1);  // want pointer-spans-gc "'array' is used"
}

/* The twin of 4.4 #61. */
int recursion_with_a_stale_pointer(HPyContext *ctx, HPy h)
{
    return recursive_size(ctx, h, ArrayObject_AsStruct(ctx, h), 5);
}

static HPy item_of(HPyContext *ctx, HPy h_list, HPy_ssize_t i, ArrayObject **array)
{
    HPy item = HPy_GetItem_i(ctx, h_list, i);
    if (!HPy_IsNull(item))
        *array = ArrayObject_AsStruct(ctx, item);
    return item;
}

/* 4.6 #150: handle and pointer, each from its own way out. */
double item_in_a_loop_is_fine(HPyContext *ctx, HPy h_list, int n)
{
    double sum = 0;
    for (int i = 0; i < n; i++) {
        ArrayObject *array;
        HPy item = item_of(ctx, h_list, i, &array);
        if (HPy_IsNull(item))
            return -1;
        sum += array->first;
        HPy_Close(ctx, item);
    }
    return sum;
}

/* The twin. */
double item_in_a_loop_closed_too_early(HPyContext *ctx, HPy h_list, int n)
{
    double sum = 0;
    for (int i = 0; i < n; i++) {
        ArrayObject *array;
        HPy item = item_of(ctx, h_list, i, &array);
        if (HPy_IsNull(item))
            return -1;
        HPy_Close(ctx, item);
        sum += array->first;  // want pointer-outlives-handle "'array' is used after its handle 'item' was closed"
    }
    return sum;
}
