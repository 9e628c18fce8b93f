/* Which calls collect: the table, functions of the program, libc, unknown functions. */
#include "hpy.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    HPy_ssize_t size;
    double first;
    char label[16];
} ArrayObject;

HPyType_HELPERS(ArrayObject)

static HPy_ssize_t clamp(HPy_ssize_t n)
{
    return n < 0 ? 0 : n;
}

/* 4.4 #57 */
HPy_ssize_t leaf_without_api_call_is_fine(HPyContext *ctx, HPy h, HPy_ssize_t n)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    n = clamp(n);
    return self->size + n;
}

static HPy_ssize_t measure(HPyContext *ctx, HPy h)
{
    return HPy_Length(ctx, h);
}

static HPy_ssize_t measure_twice(HPyContext *ctx, HPy h)
{
    return 2 * measure(ctx, h);
}

static HPy_ssize_t measure_often(HPyContext *ctx, HPy h)
{
    return measure_twice(ctx, h) + measure_twice(ctx, h);
}

/* 4.4 #58: the shortest chain is told. */
HPy_ssize_t chain_of_calls_that_collects(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);  // note pointer-spans-gc 1 "'self' is obtained from 'h' here"
    measure_often(ctx, h);                             // note pointer-spans-gc 2 "'measure_often' can collect: measure_often → measure_twice → measure → HPy_Length"
    return self->size;                                 // want pointer-spans-gc "'self' is used"
}

/* The twin of 4.4 #57: the helper does call the API. */
HPy_ssize_t helper_that_collects(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);  // note pointer-spans-gc 1 "'self' is obtained from 'h' here"
    measure(ctx, h);                                   // note pointer-spans-gc 2 "'measure' can collect: measure → HPy_Length"
    return self->size;                                 // want pointer-spans-gc "'self' is used"
}

static int both_lengths(HPyContext *ctx, HPy h, int flag)
{
    if (flag)
        return measure(ctx, h) > 0;
    return measure_twice(ctx, h) > 0;
}

/* 4.4 #59: of two ways down the shorter one is told. */
HPy_ssize_t diamond_of_calls(HPyContext *ctx, HPy h, int flag)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);  // note pointer-spans-gc 1 "'self' is obtained from 'h' here"
    both_lengths(ctx, h, flag);                        // note pointer-spans-gc 2 "both_lengths → measure → HPy_Length"
    return self->size;                                 // want pointer-spans-gc "'self' is used"
}

static HPy_ssize_t odd_depth(HPyContext *ctx, HPy h, int n);

static HPy_ssize_t even_depth(HPyContext *ctx, HPy h, int n)
{
    return n == 0 ? 0 : odd_depth(ctx, h, n - 1);
}

static HPy_ssize_t odd_depth(HPyContext *ctx, HPy h, int n)
{
    return n == 0 ? HPy_Length(ctx, h) : even_depth(ctx, h, n - 1);
}

/* 4.4 #61 */
HPy_ssize_t mutual_recursion_that_collects(HPyContext *ctx, HPy h, int n)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    even_depth(ctx, h, n);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

static int odd_number(HPyContext *ctx, int n);

static int even_number(HPyContext *ctx, int n)
{
    return n == 0 ? 1 : odd_number(ctx, n - 1);
}

static int odd_number(HPyContext *ctx, int n)
{
    return n == 0 ? 0 : even_number(ctx, n - 1);
}

/* 4.4 #62: a context alone does not collect. */
HPy_ssize_t mutual_recursion_without_api_call_is_fine(HPyContext *ctx, HPy h, int n)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    even_number(ctx, n);
    return self->size;
}

static HPy_ssize_t depth(HPyContext *ctx, HPy h, int n)
{
    if (n > 0)
        return 1 + depth(ctx, h, n - 1);
    return HPy_Hash(ctx, h) != 0;
}

/* 4.4 #63 */
HPy_ssize_t recursion_that_ends_in_a_collecting_call(HPyContext *ctx, HPy h, int n)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    depth(ctx, h, n);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

static int factorial(int n)
{
    return n < 2 ? 1 : n * factorial(n - 1);
}

/* The twin of 4.4 #63. */
HPy_ssize_t recursion_without_api_call_is_fine(HPyContext *ctx, HPy h, int n)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    factorial(n);
    return self->size;
}

/* 4.4 #66: what the table calls `impl` or `err` does not collect. */
HPy_ssize_t api_calls_that_do_not_collect_are_fine(HPyContext *ctx, HPy h, HPy h_list)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPy copy = HPy_Dup(ctx, h);
    if (HPy_Is(ctx, h, h_list) || HPyErr_Occurred(ctx))
        self->size++;
    if (HPyList_Check(ctx, h_list) && HPyList_Append(ctx, h_list, copy) < 0)
        self->size = 0;
    HPy type = HPy_Type(ctx, h);
    self->size += HPy_TypeCheck(ctx, h_list, type);
    HPy_Close(ctx, type);
    HPy_Close(ctx, copy);
    return self->size;
}

/* 4.4 #66: allocating a number. */
HPy_ssize_t integer_is_allocated(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPy number = HPyLong_FromLong(ctx, 7);
    HPy_Close(ctx, number);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

/* 4.4 #66: allocating a container. */
HPy_ssize_t list_is_allocated(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);  // note pointer-spans-gc 1 "'self' is obtained from 'h' here"
    HPy list = HPyList_New(ctx, 0);                    // note pointer-spans-gc 2 "'HPyList_New' can collect"
    HPy_Close(ctx, list);
    return self->size;                                 // want pointer-spans-gc "'self' is used"
}

/* 4.4 #66: reading an attribute runs code. */
HPy_ssize_t attribute_is_read(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPy value = HPy_GetAttr_s(ctx, h, "shape");
    HPy_Close(ctx, value);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

/* 4.4 #66: setting an exception allocates it. */
HPy_ssize_t exception_is_set(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPyErr_SetString(ctx, ctx->h_ValueError, "bad size");
    return self->size;  // want pointer-spans-gc "'self' is used"
}

/* 4.4 #66, 4.4 #88: closing a handle does not collect in the normal model. */
HPy_ssize_t another_handle_is_closed_is_fine(HPyContext *ctx, HPy h, HPy h_other)
{
    HPy item = HPy_GetItem_i(ctx, h_other, 0);
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPy_Close(ctx, item);
    return self->size;
}

/* 4.4 #88: storing an attribute runs code. */
HPy_ssize_t attribute_is_stored(HPyContext *ctx, HPy h, HPy value)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    if (HPy_SetAttr_s(ctx, h, "shape", value) < 0)
        return -1;
    return self->size;  // want pointer-spans-gc "'self' is used"
}

/* 4.4 #67 */
HPy_ssize_t libc_does_not_collect_is_fine(HPyContext *ctx, HPy h, const char *text)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    size_t length = strlen(text);
    char *buffer = (char *)malloc(length + 1);
    if (buffer == NULL)
        return -1;
    memcpy(buffer, text, length + 1);
    strncpy(self->label, buffer, sizeof(self->label) - 1);
    free(buffer);
    return self->size;
}

/* The twin of 4.4 #67: the exception that tells of malloc's failure does. */
HPy_ssize_t no_memory_is_told_by_an_exception(HPyContext *ctx, HPy h, size_t length)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    char *buffer = (char *)malloc(length + 1);
    if (buffer == NULL) {
        HPyErr_SetString(ctx, ctx->h_MemoryError, "no room for the label");
        return self->size;  // want pointer-spans-gc "'self' is used"
    }
    free(buffer);
    return self->size;
}

extern void log_number(HPy_ssize_t n);
extern void log_object(HPyContext *ctx, HPy h);

/* 4.4 #68: a function without a body cannot reach the runtime without a context. */
HPy_ssize_t unknown_function_without_context_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    log_number(self->size);
    return self->size;
}

/* 4.4 #68: with one it can. */
HPy_ssize_t unknown_function_with_context(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);  // note pointer-spans-gc 1 "'self' is obtained from 'h' here"
    log_object(ctx, h);                                // note pointer-spans-gc 2 "'log_object' can collect"
    return self->size;                                 // want pointer-spans-gc "'self' is used"
}

static inline HPy_ssize_t checked_length(HPyContext *ctx, HPy h)
{
    HPy_ssize_t length = HPy_Length(ctx, h);
    return length < 0 ? 0 : length;
}

/* 4.4 #80 */
HPy_ssize_t inline_function_that_collects(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    checked_length(ctx, h);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

static HPy_ssize_t size_of(HPyContext *ctx, HPy h, int ask_python)
{
    if (ask_python)
        return HPy_Length(ctx, h);
    return 0;
}

/* 4.4 #81 */
HPy_ssize_t constant_disables_the_collecting_branch_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    size_of(ctx, h, 0);
    return self->size;
}

/* The twins of 4.4 #81. */
HPy_ssize_t constant_enables_the_collecting_branch(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    size_of(ctx, h, 1);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

HPy_ssize_t unknown_value_may_enable_the_collecting_branch(HPyContext *ctx, HPy h, int ask)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    size_of(ctx, h, ask);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

static int check_index(HPyContext *ctx, HPy_ssize_t i, HPy_ssize_t size)
{
    if (i < 0 || i >= size) {
        HPyErr_SetString(ctx, ctx->h_IndexError, "index out of range");
        return -1;
    }
    return 0;
}

/* 4.4 #83: the helper collects only where it fails, and then the caller leaves. */
double collects_on_failure_only_is_fine(HPyContext *ctx, HPy h, HPy_ssize_t i)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    if (check_index(ctx, i, self->size) < 0)
        return -1;
    return self->first;
}

/* The twin of 4.4 #83: the caller does not leave. */
double collects_on_failure_that_is_ignored(HPyContext *ctx, HPy h, HPy_ssize_t i)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    check_index(ctx, i, self->size);
    return self->first;  // want pointer-spans-gc "'self' is used"
}

/* The twin of 4.4 #83: the use is on the failing path. */
double used_on_the_failing_path(HPyContext *ctx, HPy h, HPy_ssize_t i)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    if (check_index(ctx, i, self->size) < 0)
        return self->first;  // want pointer-spans-gc "'self' is used"
    return 0;
}

static HPy_ssize_t size_behind_length(HPyContext *ctx, HPy h, ArrayObject *array)
{
    HPy_Length(ctx, h);
    return array->size;  // want pointer-spans-gc "'array' is used"
}

/* 4.4 #84: the finding is in the helper, once, and not at each of its callers. */
HPy_ssize_t helper_uses_its_parameter_behind_its_own_call(HPyContext *ctx, HPy h)
{
    return size_behind_length(ctx, h, ArrayObject_AsStruct(ctx, h));
}

HPy_ssize_t second_caller_of_that_helper(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    return size_behind_length(ctx, h, self);
}

static HPy_ssize_t size_before_length(HPyContext *ctx, HPy h, ArrayObject *array)
{
    HPy_ssize_t size = array->size;
    HPy_Length(ctx, h);
    return size;
}

/* 4.4 #85: the helper is done with the pointer when it collects. */
HPy_ssize_t helper_uses_its_parameter_before_its_own_call_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    return size_before_length(ctx, h, self);
}

/* The twin of 4.4 #85: the caller is not. */
HPy_ssize_t used_behind_a_helper_that_collects(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    size_before_length(ctx, h, self);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

static HPy_ssize_t size_only(ArrayObject *array)
{
    return array->size;
}

/* 4.4 #86 */
HPy_ssize_t stale_pointer_is_passed_on(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    return size_only(self);  // want pointer-spans-gc "'self' is used"
}

/* The twin of 4.4 #86. */
HPy_ssize_t fresh_pointer_is_passed_on_is_fine(HPyContext *ctx, HPy h)
{
    HPy_Length(ctx, h);
    return size_only(ArrayObject_AsStruct(ctx, h));
}

extern int log_format(const char *format, ...);

/* 4.4 #87 */
void stale_pointer_as_variadic_argument(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    log_format("%s", self->label);  // want pointer-spans-gc
}

/* The twin of 4.4 #87. */
void fresh_pointer_as_variadic_argument_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    log_format("%s", self->label);
}

/* 4.4 #87: a variadic API function is in the table too. */
HPy variadic_api_call_collects(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPy tuple = HPy_BuildValue(ctx, "(nd)", self->size, self->first);
    if (HPy_IsNull(tuple))
        return HPy_NULL;
    self->size = 0;  // want pointer-spans-gc "'self' is used"
    return tuple;
}

/* 4.4 #82: latent in `latent_use`, manifest three levels up. */
static HPy_ssize_t latent_use(ArrayObject *array)
{
    return array->size;
}

static HPy_ssize_t latent_middle(ArrayObject *array)
{
    return latent_use(array) + 1;
}

static HPy_ssize_t latent_top(ArrayObject *array)
{
    return latent_middle(array) + 1;
}

HPy_ssize_t use_three_levels_down(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    return latent_top(self);  // want pointer-spans-gc "'self' is used"
}

static HPy_ssize_t ignores_its_pointer(ArrayObject *array)
{
    return array != NULL;
}

/* 4.4 #86: "a call that may read or keep it": this one is known not to. */
HPy_ssize_t stale_pointer_to_a_function_that_ignores_it_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    return ignores_its_pointer(self);
}
