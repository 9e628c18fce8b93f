/* An interior pointer, a call that can collect, and a use: in every order. */
#include "hpy.h"

#include <stdio.h>

typedef struct {
    HPy_ssize_t size;
    double first;
    double last;
} ArrayObject;

HPyType_HELPERS(ArrayObject)

/* 4.1 #1 */
HPy_ssize_t used_after_collecting_call(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);  // note pointer-spans-gc 1 "'self' is obtained from 'h' here"
    HPy_ssize_t length = HPy_Length(ctx, h);           // note pointer-spans-gc 2 "'HPy_Length' can collect"
    return self->size + length;                        // want pointer-spans-gc "'self' is used after a call that can collect"
}

/* 4.1 #2 */
HPy_ssize_t not_used_after_collecting_call_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    self->size = 0;
    return HPy_Length(ctx, h);
}

/* 4.1 #3 */
HPy_ssize_t obtained_after_collecting_call_is_fine(HPyContext *ctx, HPy h)
{
    HPy_ssize_t length = HPy_Length(ctx, h);
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    return self->size + length;
}

/* 4.1 #4 */
HPy_ssize_t used_before_collecting_call_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPy_ssize_t size = self->size;
    HPy_ssize_t length = HPy_Length(ctx, h);
    return size + length;
}

/* 4.1 #5 */
HPy_ssize_t obtained_anew_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    self->size = 0;
    HPy_ssize_t length = HPy_Length(ctx, h);
    self = ArrayObject_AsStruct(ctx, h);
    return self->size + length;
}

/* The twin of 4.1 #5: what is obtained anew is kept in another variable. */
HPy_ssize_t obtained_anew_in_another_variable(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPy_ssize_t length = HPy_Length(ctx, h);
    ArrayObject *again = ArrayObject_AsStruct(ctx, h);
    again->size = length;
    return self->size;  // want pointer-spans-gc "'self' is used"
}

/* 4.1 #7 */
int null_test_of_a_reset_pointer_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    self->size = 0;
    self = NULL;
    HPy_Length(ctx, h);
    return self == NULL;
}

/* 4.1 #8 */
HPy_ssize_t reset_on_one_branch_only(HPyContext *ctx, HPy h, int reset)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    if (reset)
        self = NULL;
    HPy_Length(ctx, h);
    if (!reset)
        return self->size;  // want pointer-spans-gc "'self' is used"
    return 0;
}

/* The twin of 4.1 #8: it is used only where it was obtained anew. */
HPy_ssize_t obtained_anew_on_the_branch_that_uses_it_is_fine(HPyContext *ctx, HPy h, int reset)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    self->size = 0;
    HPy_Length(ctx, h);
    if (!reset)
        self = ArrayObject_AsStruct(ctx, h);
    else
        self = NULL;
    if (self != NULL)
        return self->size;
    return 0;
}

/* 4.1 #9 */
HPy_ssize_t null_before_it_was_obtained(HPyContext *ctx, HPy h)
{
    ArrayObject *self = NULL;
    self = ArrayObject_AsStruct(ctx, h);  // note pointer-spans-gc "'self' is obtained from 'h' here"
    HPy_Length(ctx, h);                   // note pointer-spans-gc "'HPy_Length' can collect"
    return self->size;                    // want pointer-spans-gc "'self' is used"
}

static void get_array(HPyContext *ctx, HPy h, ArrayObject **out)
{
    *out = ArrayObject_AsStruct(ctx, h);
}

/* 4.1 #10 */
HPy_ssize_t filled_through_pointer_after_collecting_call_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self;
    HPy_Length(ctx, h);
    get_array(ctx, h, &self);
    return self->size;
}

/* The twin of 4.1 #10. */
HPy_ssize_t filled_through_pointer_before_collecting_call(HPyContext *ctx, HPy h)
{
    ArrayObject *self;
    get_array(ctx, h, &self);
    HPy_Length(ctx, h);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

/* 4.1 #11 */
HPy_ssize_t never_assigned_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self;
    (void)&self;
    return HPy_Length(ctx, h);
}

/* 4.1 #12 */
double value_copied_before_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    double first = self->first;
    HPy_Length(ctx, h);
    return first * 2;
}

/* The twin of 4.1 #12: the address of the value is no copy. */
double address_of_value_taken_before(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    double *first = &self->first;
    HPy_Length(ctx, h);
    return *first * 2;  // want pointer-spans-gc "'first' is used"
}

/* 4.1 #13 */
double struct_copied_before_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject copy = *ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    return copy.first + copy.last;
}

/* 4.1 #13: a struct that holds a pointer into another one. */
double struct_copied_with_a_pointer_in_it(HPyContext *ctx, HPy h)
{
    struct { double *first; double scale; } window, copy;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    window.first = &self->first;
    window.scale = 2;
    copy = window;
    HPy_Length(ctx, h);
    return *copy.first * copy.scale;  // want pointer-spans-gc
}

/* 4.1 #14: other threads run, and can collect, before Python is entered again. */
double held_while_other_threads_ran(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    double first = 0;
    HPy_BEGIN_LEAVE_PYTHON(ctx)
    first += 1;
    HPy_END_LEAVE_PYTHON(ctx)
    return self->first + first;  // want pointer-spans-gc "'self' is used"
}

/* 4.1 #14, 4.5 #130: while Python is left, pointers that were good stay good. */
double read_while_python_is_left_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    double first;
    HPyThreadState state = HPy_LeavePythonExecution(ctx);
    first = self->first;
    HPy_ReenterPythonExecution(ctx, state);
    return first;
}

/* 4.1 #15: looking at the pointer's bits is no use. */
int compared_after_collecting_call_is_fine(HPyContext *ctx, HPy h, ArrayObject *other)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    (void)self;
    if (self == NULL || !self)
        return 0;
    return self == other;
}

/* 4.1 #15: a call that gets the pointer may read what it points to. */
void printed_after_collecting_call(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    printf("%p\n", (void *)self);  // want pointer-spans-gc "'self' is used"
}

/* 4.1 #16 */
size_t only_in_sizeof_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    return sizeof *self + sizeof(self->first);
}

static ArrayObject empty_array;

/* 4.1 #17 */
HPy_ssize_t pointer_to_static_object_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = &empty_array;
    HPy_Length(ctx, h);
    return self->size;
}

/* The twin of 4.1 #17: a static object only if the handle is null. */
HPy_ssize_t static_object_on_one_branch(HPyContext *ctx, HPy h, int use_empty)
{
    ArrayObject *self = &empty_array;
    if (!use_empty)
        self = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

typedef struct Cell {
    double *buffer;
    double value;
} Cell;

HPyType_HELPERS(Cell)

/* 4.1 #18: the load that should refresh goes through the stale pointer itself. */
double loaded_again_through_the_stale_pointer(HPyContext *ctx, HPy h)
{
    Cell *cell = Cell_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    double *buffer = cell->buffer;  // want pointer-spans-gc "'cell' is used"
    return buffer[0];
}

/* The twin of 4.1 #18. */
double loaded_again_through_a_fresh_pointer_is_fine(HPyContext *ctx, HPy h)
{
    Cell *cell = Cell_AsStruct(ctx, h);
    cell->value = 0;
    HPy_Length(ctx, h);
    double *buffer = Cell_AsStruct(ctx, h)->buffer;
    return buffer[0];
}

/* 4.1 #1: the first stale use is the finding, the others are not. */
double several_uses_are_one_finding(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    double sum = self->first;  // want pointer-spans-gc "'self' is used"
    sum += self->last;
    self->first = sum;
    return sum;
}

/* 4.8 #184: the nearest call before the use is named, and each call gives a finding of its own. */
double two_collecting_calls_with_a_use_behind_each(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    double sum = self->first;  // want pointer-spans-gc "'self' is used"
    HPy_Hash(ctx, h);
    sum += self->last;  // want pointer-spans-gc "'self' is used"
    return sum;
}

/* 4.8 #184 */
double two_collecting_calls_before_the_use(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);  // note pointer-spans-gc 1 "'self' is obtained from 'h' here"
    HPy_Length(ctx, h);
    HPy_Hash(ctx, h);    // note pointer-spans-gc 2 "'HPy_Hash' can collect"
    return self->first;  // want pointer-spans-gc "'self' is used"
}

/* 4.8 #183: two pointers, one call, two findings. */
double two_pointers_across_one_call(HPyContext *ctx, HPy h_left, HPy h_right)
{
    ArrayObject *left = ArrayObject_AsStruct(ctx, h_left);
    ArrayObject *right = ArrayObject_AsStruct(ctx, h_right);
    HPy_Length(ctx, h_left);
    double sum = left->first;  // want pointer-spans-gc "'left' is used"
    sum += right->first;       // want pointer-spans-gc "'right' is used"
    return sum;
}

/* 4.5 #101 */
double used_after_its_handle_was_closed(HPyContext *ctx, HPy h)
{
    HPy copy = HPy_Dup(ctx, h);
    ArrayObject *self = ArrayObject_AsStruct(ctx, copy);  // note pointer-outlives-handle 1 "'self' is obtained from 'copy' here"
    HPy_Close(ctx, copy);                                 // note pointer-outlives-handle 2 "'copy' is closed here"
    return self->first;                                   // want pointer-outlives-handle "'self' is used after its handle 'copy' was closed"
}

/* The twin of 4.5 #101. */
double used_before_its_handle_is_closed_is_fine(HPyContext *ctx, HPy h)
{
    HPy copy = HPy_Dup(ctx, h);
    ArrayObject *self = ArrayObject_AsStruct(ctx, copy);
    double first = self->first;
    HPy_Close(ctx, copy);
    return first;
}

/* 4.5 #101: closed and collected is reported as closed only. */
double closed_and_collected(HPyContext *ctx, HPy h)
{
    HPy copy = HPy_Dup(ctx, h);
    ArrayObject *self = ArrayObject_AsStruct(ctx, copy);
    HPy_Length(ctx, h);
    HPy_Close(ctx, copy);
    return self->first;  // want pointer-outlives-handle "'self' is used after its handle 'copy' was closed"
}

/* 4.5 #101: the collection comes behind the close. */
double closed_and_then_collected(HPyContext *ctx, HPy h)
{
    HPy copy = HPy_Dup(ctx, h);
    ArrayObject *self = ArrayObject_AsStruct(ctx, copy);
    HPy_Close(ctx, copy);
    HPy_Length(ctx, h);
    return self->first;  // want pointer-outlives-handle "'self' is used"
}

/* 4.5 #105: the pointer belongs to the handle from which it was obtained. */
double closing_a_duplicate_is_fine(HPyContext *ctx, HPy h)
{
    HPy copy = HPy_Dup(ctx, h);
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPy_Close(ctx, copy);
    return self->first;
}

/* 4.5 #107: the variable gets another handle, the pointer does not. */
double handle_variable_overwritten(HPyContext *ctx, HPy h, HPy other)
{
    HPy current = HPy_Dup(ctx, h);
    ArrayObject *self = ArrayObject_AsStruct(ctx, current);
    HPy_Close(ctx, current);
    current = HPy_Dup(ctx, other);
    double first = self->first;  // want pointer-outlives-handle "'self' is used"
    HPy_Close(ctx, current);
    return first;
}

/* The twin of 4.5 #107: the old handle is still open in another variable. */
double handle_kept_in_another_variable_is_fine(HPyContext *ctx, HPy h, HPy other)
{
    HPy current = HPy_Dup(ctx, h);
    HPy kept = current;
    ArrayObject *self = ArrayObject_AsStruct(ctx, current);
    current = HPy_Dup(ctx, other);
    double first = self->first;
    HPy_Close(ctx, current);
    HPy_Close(ctx, kept);
    return first;
}

/* 4.5 #108 */
HPyDef_METH(Array_first, "first", HPyFunc_NOARGS)
static HPy Array_first_impl(HPyContext *ctx, HPy h_self)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h_self);
    return HPyFloat_FromDouble(ctx, self->first);
}

/* 4.1 #1 in an entry point. */
HPyDef_METH(Array_scale, "scale", HPyFunc_O)
static HPy Array_scale_impl(HPyContext *ctx, HPy h_self, HPy h_factor)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h_self);   // note pointer-spans-gc "'self' is obtained from 'h_self' here"
    double factor = HPyFloat_AsDouble(ctx, h_factor);        // note pointer-spans-gc "'HPyFloat_AsDouble' can collect"
    self->first *= factor;                                   // want pointer-spans-gc "'self' is used"
    return HPy_Dup(ctx, ctx->h_None);
}

/* The twin: convert first, then take the pointer. */
HPyDef_METH(Array_scale_right, "scale_right", HPyFunc_O)
static HPy Array_scale_right_impl(HPyContext *ctx, HPy h_self, HPy h_factor)
{
    double factor = HPyFloat_AsDouble(ctx, h_factor);
    if (factor == -1.0 && HPyErr_Occurred(ctx))
        return HPy_NULL;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h_self);
    self->first *= factor;
    return HPy_Dup(ctx, ctx->h_None);
}
