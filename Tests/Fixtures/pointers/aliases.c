/* Copies, derived pointers, wrappers, choices between pointers. */
#include "hpy.h"

#include <stddef.h>
#include <stdlib.h>

typedef struct Point {
    double x;
    double y;
} Point;

typedef struct {
    HPy_ssize_t size;
    Point origin;
    double *data;
    double items[8];
    char tail[];
} ArrayObject;

HPyType_HELPERS(ArrayObject)

/* 4.6 #133 */
HPy_ssize_t copy_of_the_pointer(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);  // note pointer-spans-gc 1 "is obtained from 'h' here"
    ArrayObject *alias = self;
    HPy_Length(ctx, h);                                // note pointer-spans-gc 2 "'HPy_Length' can collect"
    return alias->size;                                // want pointer-spans-gc "'alias' is used"
}

/* The twin of 4.6 #133. */
HPy_ssize_t copy_made_and_used_before_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    ArrayObject *alias = self;
    HPy_ssize_t size = alias->size;
    return size + HPy_Length(ctx, h);
}

/* 4.6 #134 */
HPy_ssize_t old_copy_of_a_renewed_pointer(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    ArrayObject *alias = self;
    HPy_Length(ctx, h);
    self = ArrayObject_AsStruct(ctx, h);
    self->size = 0;
    return alias->size;  // want pointer-spans-gc "'alias' is used"
}

/* The twin of 4.6 #134. */
HPy_ssize_t copy_of_the_renewed_pointer_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    ArrayObject *alias = self;
    HPy_Length(ctx, h);
    self = ArrayObject_AsStruct(ctx, h);
    alias = self;
    return alias->size;
}

/* 4.6 #135 */
HPy_ssize_t one_of_two_pointers_is_renewed(HPyContext *ctx, HPy h)
{
    ArrayObject *first = ArrayObject_AsStruct(ctx, h);
    ArrayObject *second = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    first = ArrayObject_AsStruct(ctx, h);
    HPy_ssize_t size = first->size;
    return size + second->size;  // want pointer-spans-gc "'second' is used"
}

/* The twin of 4.6 #135. */
HPy_ssize_t both_pointers_are_renewed_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *first = ArrayObject_AsStruct(ctx, h);
    ArrayObject *second = ArrayObject_AsStruct(ctx, h);
    first->size = second->size;
    HPy_Length(ctx, h);
    first = ArrayObject_AsStruct(ctx, h);
    second = ArrayObject_AsStruct(ctx, h);
    return first->size + second->size;
}

/* 4.6 #136 */
double address_of_a_member(HPyContext *ctx, HPy h)
{
    Point *origin = &ArrayObject_AsStruct(ctx, h)->origin;
    HPy_Length(ctx, h);
    return origin->x;  // want pointer-spans-gc "'origin' is used"
}

/* 4.6 #136: of a member of a member. */
double address_of_a_nested_member(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    double *y = &self->origin.y;
    HPy_Length(ctx, h);
    return *y;  // want pointer-spans-gc "'y' is used"
}

/* The twin of 4.6 #136. */
double value_of_a_nested_member_is_fine(HPyContext *ctx, HPy h)
{
    Point origin = ArrayObject_AsStruct(ctx, h)->origin;
    HPy_Length(ctx, h);
    return origin.x + origin.y;
}

/* 4.6 #137 */
double array_member_decays(HPyContext *ctx, HPy h)
{
    double *items = ArrayObject_AsStruct(ctx, h)->items;
    HPy_Length(ctx, h);
    return items[1];  // want pointer-spans-gc "'items' is used"
}

/* 4.6 #137 */
double address_of_an_element(HPyContext *ctx, HPy h, int i)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    double *item = &self->items[i];
    HPy_Length(ctx, h);
    return *item;  // want pointer-spans-gc "'item' is used"
}

/* 4.6 #137 */
double added_to_the_array(HPyContext *ctx, HPy h, int i)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    double *item = 1 + self->items + i;
    item += 1;
    ++item;
    HPy_Length(ctx, h);
    return *item;  // want pointer-spans-gc "'item' is used"
}

/* 4.6 #137: moved behind the call, the pointer is as stale as before. */
double moved_behind_the_call(HPyContext *ctx, HPy h)
{
    double *item = ArrayObject_AsStruct(ctx, h)->items;
    HPy_Length(ctx, h);
    item += 2;
    return item[-1];  // want pointer-spans-gc "'item' is used"
}

/* 4.6 #137 */
char flexible_array_member(HPyContext *ctx, HPy h)
{
    char *tail = ArrayObject_AsStruct(ctx, h)->tail;
    HPy_Length(ctx, h);
    return tail[0];  // want pointer-spans-gc "'tail' is used"
}

/* The twin of 4.6 #137: an index is no pointer. */
ptrdiff_t difference_of_pointers_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    double *end = self->items + 8;
    ptrdiff_t count = end - self->items;
    HPy_Length(ctx, h);
    return count;
}

/* 4.6 #138: what is loaded from the struct is not in the struct. */
double loaded_pointer_to_own_memory_is_fine(HPyContext *ctx, HPy h)
{
    double *data = ArrayObject_AsStruct(ctx, h)->data;
    HPy_Length(ctx, h);
    return data[0];
}

/* The twin of 4.6 #138: the address of that pointer is. */
double address_of_the_loaded_pointer(HPyContext *ctx, HPy h)
{
    double **data = &ArrayObject_AsStruct(ctx, h)->data;
    HPy_Length(ctx, h);
    return (*data)[0];  // want pointer-spans-gc "'data' is used"
}

/* 4.6 #139: policy: memory that the type's destroy function frees is the extension's own business. */
HPyDef_SLOT(Array_destroy, HPy_tp_destroy)
static void Array_destroy_impl(void *object)
{
    ArrayObject *self = (ArrayObject *)object;
    free(self->data);
}

double memory_freed_by_the_destroy_slot_is_fine(HPyContext *ctx, HPy h)
{
    HPy copy = HPy_Dup(ctx, h);
    double *data = ArrayObject_AsStruct(ctx, copy)->data;
    HPy_Close(ctx, copy);
    return data[0];
}

/* 4.6 #144 */
HPy_ssize_t through_a_pointer_to_the_pointer(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    ArrayObject **where = &self;
    HPy_Length(ctx, h);
    return (*where)->size;  // want pointer-spans-gc
}

/* The twin of 4.6 #144. */
HPy_ssize_t renewed_through_a_pointer_to_the_pointer_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    ArrayObject **where = &self;
    self->size = 0;
    HPy_Length(ctx, h);
    *where = ArrayObject_AsStruct(ctx, h);
    return self->size;
}

static ArrayObject *identity(ArrayObject *array)
{
    return array;
}

static double *items_of(ArrayObject *array)
{
    return array->items;
}

static ArrayObject *get_array(HPyContext *ctx, HPy h)
{
    return ArrayObject_AsStruct(ctx, h);
}

static double *get_items(HPyContext *ctx, HPy h)
{
    return items_of(identity(get_array(ctx, h)));
}

/* 4.6 #145 */
HPy_ssize_t through_identity(HPyContext *ctx, HPy h)
{
    ArrayObject *self = identity(ArrayObject_AsStruct(ctx, h));
    HPy_Length(ctx, h);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

/* 4.6 #145 */
HPy_ssize_t from_an_own_wrapper(HPyContext *ctx, HPy h)
{
    ArrayObject *self = get_array(ctx, h);  // note pointer-spans-gc 1 "'self' is obtained from 'h' here"
    HPy_Length(ctx, h);                     // note pointer-spans-gc 2 "'HPy_Length' can collect"
    return self->size;                      // want pointer-spans-gc "'self' is used"
}

/* The twin of 4.6 #145. */
HPy_ssize_t from_an_own_wrapper_behind_the_call_is_fine(HPyContext *ctx, HPy h)
{
    HPy_Length(ctx, h);
    return get_array(ctx, h)->size;
}

/* 4.6 #145 and the handle. */
HPy_ssize_t from_an_own_wrapper_of_a_closed_handle(HPyContext *ctx, HPy h)
{
    HPy copy = HPy_Dup(ctx, h);
    ArrayObject *self = get_array(ctx, copy);  // note pointer-outlives-handle 1 "'self' is obtained from 'copy' here"
    HPy_Close(ctx, copy);                      // note pointer-outlives-handle 2 "'copy' is closed here"
    return self->size;                         // want pointer-outlives-handle "'self' is used after its handle 'copy' was closed"
}

#define ITEMS(ctx, h) ((Point *)(void *)get_items((ctx), (h)))

/* 4.6 #146 */
double from_a_wrapper_of_wrappers(HPyContext *ctx, HPy h)
{
    Point *points = ITEMS(ctx, h);
    HPy_Length(ctx, h);
    return points[1].y;  // want pointer-spans-gc "'points' is used"
}

/* The twin of 4.6 #146. */
double from_a_wrapper_of_wrappers_behind_the_call_is_fine(HPyContext *ctx, HPy h)
{
    HPy_Length(ctx, h);
    return ITEMS(ctx, h)[1].y;
}

static double *data_of(ArrayObject *array)
{
    return array->data;
}

/* The twin of 4.6 #145: this wrapper returns what it loads. */
double wrapper_that_loads_is_fine(HPyContext *ctx, HPy h)
{
    double *data = data_of(ArrayObject_AsStruct(ctx, h));
    HPy_Length(ctx, h);
    return data[0];
}

static ArrayObject *larger(ArrayObject *left, ArrayObject *right)
{
    return left->size > right->size ? left : right;
}

/* 4.6 #147: each of the two handles is closed while the other one is open. */
HPy_ssize_t one_of_two_parameters_first_closed(HPyContext *ctx, HPy h_left, HPy h_right)
{
    HPy left = HPy_Dup(ctx, h_left);
    ArrayObject *chosen = larger(ArrayObject_AsStruct(ctx, left),
                                 ArrayObject_AsStruct(ctx, h_right));
    HPy_Close(ctx, left);
    return chosen->size;  // want pointer-outlives-handle "'chosen' is used"
}

HPy_ssize_t one_of_two_parameters_second_closed(HPyContext *ctx, HPy h_left, HPy h_right)
{
    HPy right = HPy_Dup(ctx, h_right);
    ArrayObject *chosen = larger(ArrayObject_AsStruct(ctx, h_left),
                                 ArrayObject_AsStruct(ctx, right));
    HPy_Close(ctx, right);
    return chosen->size;  // want pointer-outlives-handle "'chosen' is used"
}

/* The twin of 4.6 #147. */
HPy_ssize_t one_of_two_parameters_is_fine(HPyContext *ctx, HPy h_left, HPy h_right)
{
    HPy left = HPy_Dup(ctx, h_left);
    HPy right = HPy_Dup(ctx, h_right);
    HPy_ssize_t size = larger(ArrayObject_AsStruct(ctx, left),
                              ArrayObject_AsStruct(ctx, right))->size;
    HPy_Close(ctx, left);
    HPy_Close(ctx, right);
    return size;
}

/* 4.6 #148 */
HPy_ssize_t either_of_two_handles(HPyContext *ctx, HPy h_left, HPy h_right, int flag)
{
    HPy left = HPy_Dup(ctx, h_left);
    ArrayObject *self = flag ? ArrayObject_AsStruct(ctx, left)
                             : ArrayObject_AsStruct(ctx, h_right);
    HPy_Close(ctx, left);
    return self->size;  // want pointer-outlives-handle "'self' is used after its handle 'left' was closed"
}

/* The twin of 4.6 #148: used only where it came from the handle that is open. */
HPy_ssize_t either_of_two_handles_is_fine(HPyContext *ctx, HPy h_left, HPy h_right, int flag)
{
    HPy_ssize_t size = 0;
    HPy left = HPy_Dup(ctx, h_left);
    ArrayObject *self = flag ? ArrayObject_AsStruct(ctx, left)
                             : ArrayObject_AsStruct(ctx, h_right);
    HPy_Close(ctx, left);
    if (!flag)
        size = self->size;
    return size;
}

/* 4.6 #149 */
HPy_ssize_t all_paths_move_to_another_handle_is_fine(HPyContext *ctx, HPy h, HPy h_left,
                                                     HPy h_right, int flag)
{
    HPy first = HPy_Dup(ctx, h);
    ArrayObject *self = ArrayObject_AsStruct(ctx, first);
    self->size = 0;
    if (flag)
        self = ArrayObject_AsStruct(ctx, h_left);
    else
        self = ArrayObject_AsStruct(ctx, h_right);
    HPy_Close(ctx, first);
    return self->size;
}

/* The twin of 4.6 #149. */
HPy_ssize_t one_path_stays_with_the_handle(HPyContext *ctx, HPy h, HPy h_left, int flag)
{
    HPy first = HPy_Dup(ctx, h);
    ArrayObject *self = ArrayObject_AsStruct(ctx, first);
    if (flag)
        self = ArrayObject_AsStruct(ctx, h_left);
    HPy_Close(ctx, first);
    return self->size;  // want pointer-outlives-handle "'self' is used"
}

static void refresh(HPyContext *ctx, HPy h, ArrayObject **array)
{
    *array = ArrayObject_AsStruct(ctx, h);
}

static void refresh_perhaps(HPyContext *ctx, HPy h, ArrayObject **array, int flag)
{
    if (flag)
        *array = ArrayObject_AsStruct(ctx, h);
}

/* 4.6 #150 */
HPy_ssize_t renewed_by_a_helper_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    self->size = 0;
    HPy_Length(ctx, h);
    refresh(ctx, h, &self);
    return self->size;
}

/* The twin of 4.6 #150. */
HPy_ssize_t renewed_by_a_helper_on_one_path(HPyContext *ctx, HPy h, int flag)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    refresh_perhaps(ctx, h, &self, flag);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

extern void refresh_elsewhere(HPyContext *ctx, HPy h, ArrayObject **array);

/* 4.6 #150: policy: an unknown function that gets the address may have renewed the pointer. */
HPy_ssize_t renewed_by_an_unknown_function_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    self->size = 0;
    HPy_Length(ctx, h);
    refresh_elsewhere(ctx, h, &self);
    return self->size;
}

/* 4.6 #159: other ways to write the call and the receiver. */
HPy_ssize_t parentheses_and_commas(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ((ArrayObject_AsStruct)(ctx, (h)));
    ((void)0, (HPy_Length)(ctx, (h)));
    return ((self))->size;  // want pointer-spans-gc "is used after a call that can collect"
}

/* 4.6 #159 */
HPy_ssize_t conditional_receiver(HPyContext *ctx, HPy h, int flag)
{
    ArrayObject local = { 0 };
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    return (flag ? self : &local)->size;  // want pointer-spans-gc
}

/* The twin of 4.6 #159. */
HPy_ssize_t conditional_receiver_is_fine(HPyContext *ctx, HPy h, int flag)
{
    ArrayObject local = { 0 };
    HPy_Length(ctx, h);
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    return (flag ? self : &local)->size;
}

/* 4.6 #160: the address of the handle's variable is not an interior pointer. */
int pointer_to_the_handle_is_fine(HPyContext *ctx, HPy h)
{
    HPy *where = &h;
    HPy_Length(ctx, *where);
    return HPy_IsNull(*where);
}

/* 4.7 #175: the parameter gets a new pointer. */
HPy_ssize_t parameter_is_assigned(HPyContext *ctx, HPy h, ArrayObject *self)
{
    if (self == NULL)
        self = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

/* The twin of 4.7 #175. */
HPy_ssize_t parameter_is_assigned_behind_the_call_is_fine(HPyContext *ctx, HPy h,
                                                          ArrayObject *self)
{
    HPy_ssize_t size = self->size;
    HPy_Length(ctx, h);
    self = ArrayObject_AsStruct(ctx, h);
    return self->size + size;
}
