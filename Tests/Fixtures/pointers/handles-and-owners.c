/* Handles, fields, duplicates, and the pointers that belong to them. */
#include "hpy.h"

typedef struct {
    HPy_ssize_t size;
    double first;
} ArrayObject;

HPyType_HELPERS(ArrayObject)

typedef struct {
    HPyField array;
    double scale;
} ViewObject;

HPyType_HELPERS(ViewObject)

HPyDef_SLOT(View_traverse, HPy_tp_traverse)
static int View_traverse_impl(void *object, HPyFunc_visitproc visit, void *arg)
{
    ViewObject *self = (ViewObject *)object;
    HPy_VISIT(&self->array);
    return 0;
}

static HPyDef *view_defines[] = { &View_traverse, NULL };

HPyType_Spec view_spec = {
    .name = "fixture.View",
    .basicsize = sizeof(ViewObject),
    .builtin_shape = SHAPE(ViewObject),
    .flags = HPy_TPFLAGS_DEFAULT | HPy_TPFLAGS_HAVE_GC,
    .defines = view_defines,
};

/* 4.5 #105 */
HPy_ssize_t pointer_of_the_duplicate_that_is_closed(HPyContext *ctx, HPy h)
{
    HPy copy = HPy_Dup(ctx, h);
    ArrayObject *self = ArrayObject_AsStruct(ctx, copy);
    HPy_Close(ctx, copy);
    return self->size;  // want pointer-outlives-handle "'self' is used after its handle 'copy' was closed"
}

/* 4.5 #106 */
HPy_ssize_t every_duplicate_is_closed(HPyContext *ctx, HPy h)
{
    HPy first = HPy_Dup(ctx, h);
    HPy second = HPy_Dup(ctx, first);
    ArrayObject *self = ArrayObject_AsStruct(ctx, first);
    HPy_Close(ctx, second);
    self->size++;
    HPy_Close(ctx, first);
    return self->size;  // want pointer-outlives-handle "'self' is used after its handle 'first' was closed"
}

/* 4.5 #113 */
double object_of_a_field_behind_the_close(HPyContext *ctx, HPy h)
{
    HPy array = HPyField_Load(ctx, h, ViewObject_AsStruct(ctx, h)->array);
    ArrayObject *self = ArrayObject_AsStruct(ctx, array);  // note pointer-outlives-handle 1 "'self' is obtained from 'array' here"
    HPy_Close(ctx, array);                                 // note pointer-outlives-handle 2 "'array' is closed here"
    return self->first;                                    // want pointer-outlives-handle "'self' is used after its handle 'array' was closed"
}

/* The twin of 4.5 #113. */
double object_of_a_field_is_fine(HPyContext *ctx, HPy h)
{
    ViewObject *view = ViewObject_AsStruct(ctx, h);
    HPy array = HPyField_Load(ctx, h, view->array);
    double first = ArrayObject_AsStruct(ctx, array)->first;
    HPy_Close(ctx, array);
    return first * view->scale;
}

/* 4.5 #119 */
HPy field_loaded_through_a_stale_pointer(HPyContext *ctx, HPy h)
{
    ViewObject *view = ViewObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    return HPyField_Load(ctx, h, view->array);  // want pointer-spans-gc "'view' is used"
}

/* 4.5 #119 */
void field_stored_through_a_stale_pointer(HPyContext *ctx, HPy h, HPy h_array)
{
    ViewObject *view = ViewObject_AsStruct(ctx, h);
    HPy_Length(ctx, h_array);
    HPyField_Store(ctx, h, &view->array, h_array);  // want pointer-spans-gc
}

/* The twin of 4.5 #119. */
void field_stored_through_a_fresh_pointer_is_fine(HPyContext *ctx, HPy h, HPy h_array)
{
    HPy_Length(ctx, h_array);
    ViewObject *view = ViewObject_AsStruct(ctx, h);
    HPyField_Store(ctx, h, &view->array, h_array);
    view->scale = 1;
}

/* 4.5 #131 */
double read_behind_the_return_to_python(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPyThreadState state = HPy_LeavePythonExecution(ctx);
    double first = self->first;
    HPy_ReenterPythonExecution(ctx, state);
    return first + self->first;  // want pointer-spans-gc "'self' is used"
}

/* 4.5 #130 */
double written_while_python_is_left_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPyThreadState state = HPy_LeavePythonExecution(ctx);
    self->first = self->size;
    HPy_ReenterPythonExecution(ctx, state);
    return ArrayObject_AsStruct(ctx, h)->first;
}

/* 4.5 #102 and handles in an array: all are closed before the use. */
double handles_closed_in_a_loop(HPyContext *ctx, HPy h_list)
{
    HPy items[3];
    double first = 0;
    for (int i = 0; i < 3; i++)
        items[i] = HPy_Dup(ctx, h_list);
    ArrayObject *array = ArrayObject_AsStruct(ctx, items[1]);
    first = array->first;
    for (int i = 0; i < 3; i++)
        HPy_Close(ctx, items[i]);
    return first + array->size;  // want pointer-outlives-handle "'array' is used"
}

/* The twin. */
double handles_closed_in_a_loop_behind_the_use_is_fine(HPyContext *ctx, HPy h_list)
{
    HPy items[3];
    for (int i = 0; i < 3; i++)
        items[i] = HPy_Dup(ctx, h_list);
    ArrayObject *array = ArrayObject_AsStruct(ctx, items[1]);
    double first = array->first + array->size;
    for (int i = 0; i < 3; i++)
        HPy_Close(ctx, items[i]);
    return first;
}

/* 4.5 #101: closed by a swap of variables. */
double variables_are_swapped(HPyContext *ctx, HPy h_left, HPy h_right)
{
    HPy left = HPy_Dup(ctx, h_left);
    HPy right = HPy_Dup(ctx, h_right);
    ArrayObject *array = ArrayObject_AsStruct(ctx, left);
    HPy swap = left;
    left = right;
    right = swap;
    HPy_Close(ctx, right);
    double first = array->first;  // want pointer-outlives-handle "'array' is used"
    HPy_Close(ctx, left);
    return first;
}

/* The twin: the other one is closed. */
double variables_are_swapped_is_fine(HPyContext *ctx, HPy h_left, HPy h_right)
{
    HPy left = HPy_Dup(ctx, h_left);
    HPy right = HPy_Dup(ctx, h_right);
    ArrayObject *array = ArrayObject_AsStruct(ctx, left);
    HPy swap = left;
    left = right;
    right = swap;
    HPy_Close(ctx, left);
    double first = array->first;
    HPy_Close(ctx, right);
    return first;
}

/* 4.5 #101: the null test of a handle tells whether it was closed. */
double closed_and_set_to_null_is_fine(HPyContext *ctx, HPy h, int early)
{
    double first = 0;
    HPy copy = HPy_Dup(ctx, h);
    ArrayObject *self = ArrayObject_AsStruct(ctx, copy);
    if (early) {
        HPy_Close(ctx, copy);
        copy = HPy_NULL;
    }
    if (!HPy_IsNull(copy)) {
        first = self->first;
        HPy_Close(ctx, copy);
    }
    return first;
}

/* The twin: the test is the wrong way round. */
double used_where_the_handle_is_null(HPyContext *ctx, HPy h, int early)
{
    double first = 0;
    HPy copy = HPy_Dup(ctx, h);
    ArrayObject *self = ArrayObject_AsStruct(ctx, copy);
    if (early) {
        HPy_Close(ctx, copy);
        copy = HPy_NULL;
    }
    if (HPy_IsNull(copy))
        first = self->first;  // want pointer-outlives-handle "'self' is used"
    HPy_Close(ctx, copy);
    return first;
}

/* 4.5 #114: what was in a field before lives as long as its own handle, not as the field. */
double replaced_in_the_field_is_fine(HPyContext *ctx, HPy h_view, HPy h_other)
{
    ViewObject *view = ViewObject_AsStruct(ctx, h_view);
    HPy h_array = HPyField_Load(ctx, h_view, view->array);
    ArrayObject *array = ArrayObject_AsStruct(ctx, h_array);
    HPyField_Store(ctx, h_view, &view->array, h_other);
    double first = array->first;
    HPy_Close(ctx, h_array);
    return first;
}

double closed_before_the_field_was_replaced(HPyContext *ctx, HPy h_view, HPy h_other)
{
    ViewObject *view = ViewObject_AsStruct(ctx, h_view);
    HPy h_array = HPyField_Load(ctx, h_view, view->array);
    ArrayObject *array = ArrayObject_AsStruct(ctx, h_array);
    HPy_Close(ctx, h_array);
    HPyField_Store(ctx, h_view, &view->array, h_other);
    return array->first;  // want pointer-outlives-handle "'array' is used"
}

/* 4.5 #114: cleared instead of replaced. */
double cleared_from_the_field_is_fine(HPyContext *ctx, HPy h_view)
{
    ViewObject *view = ViewObject_AsStruct(ctx, h_view);
    HPy h_array = HPyField_Load(ctx, h_view, view->array);
    ArrayObject *array = ArrayObject_AsStruct(ctx, h_array);
    HPyField_Store(ctx, h_view, &view->array, HPy_NULL);
    double first = array->first;
    HPy_Close(ctx, h_array);
    return first;
}

/* 4.5 #115: that the parent is open does not help: the pointer belongs to the child's handle. */
double parent_is_open(HPyContext *ctx, HPy h_view)
{
    HPy h_array = HPyField_Load(ctx, h_view, ViewObject_AsStruct(ctx, h_view)->array);
    ArrayObject *array = ArrayObject_AsStruct(ctx, h_array);
    HPy_Close(ctx, h_array);
    return array->first;  // want pointer-outlives-handle "'array' is used"
}

double parent_and_child_are_open_is_fine(HPyContext *ctx, HPy h_view)
{
    HPy h_array = HPyField_Load(ctx, h_view, ViewObject_AsStruct(ctx, h_view)->array);
    ArrayObject *array = ArrayObject_AsStruct(ctx, h_array);
    double first = array->first;
    HPy_Close(ctx, h_array);
    return first;
}
