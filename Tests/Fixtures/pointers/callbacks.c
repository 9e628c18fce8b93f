/* Calls through pointers: variables, parameters, tables, members, callbacks of libc. */
#include "hpy.h"

#include <stdlib.h>

typedef struct {
    HPy_ssize_t size;
    HPy_ssize_t items[8];
} ArrayObject;

HPyType_HELPERS(ArrayObject)

typedef HPy_ssize_t (*measure_function)(HPyContext *ctx, HPy h);

static HPy_ssize_t measure_with_python(HPyContext *ctx, HPy h)
{
    return HPy_Length(ctx, h);
}

static HPy_ssize_t measure_directly(HPyContext *ctx, HPy h)
{
    return ArrayObject_AsStruct(ctx, h)->size;
}

/* 4.4 #69: an unknown target with a context can collect. */
HPy_ssize_t unknown_target_with_context(HPyContext *ctx, HPy h, measure_function measure)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    measure(ctx, h);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

/* The twin of 4.4 #69. */
HPy_ssize_t unknown_target_without_context_is_fine(HPyContext *ctx, HPy h, int (*clamp)(int))
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    clamp(7);
    return self->size;
}

/* 4.4 #70 */
HPy_ssize_t known_target_does_not_collect_is_fine(HPyContext *ctx, HPy h)
{
    measure_function measure = measure_directly;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    measure(ctx, h);
    return self->size;
}

/* 4.4 #70 */
HPy_ssize_t known_target_collects(HPyContext *ctx, HPy h)
{
    measure_function measure = &measure_with_python;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    (*measure)(ctx, h);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

static HPy_ssize_t apply_harmless(HPyContext *ctx, HPy h, measure_function measure)
{
    return measure(ctx, h);
}

/* 4.4 #71: all callers pass functions that do not collect. */
HPy_ssize_t parameter_whose_callers_pass_harmless_functions_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    apply_harmless(ctx, h, measure_directly);
    return self->size;
}

static HPy_ssize_t apply_collecting(HPyContext *ctx, HPy h, measure_function measure)
{
    return measure(ctx, h);
}

/* The twin of 4.4 #71. */
HPy_ssize_t parameter_whose_callers_pass_collecting_functions(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    apply_collecting(ctx, h, measure_with_python);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

/* 4.4 #72 */
HPy_ssize_t one_of_two_targets_collects(HPyContext *ctx, HPy h, int exact)
{
    measure_function measure = exact ? measure_with_python : measure_directly;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    measure(ctx, h);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

/* The twin of 4.4 #72: the branches are the same ones. */
HPy_ssize_t used_only_where_the_harmless_target_was_chosen_is_fine(HPyContext *ctx, HPy h,
                                                                   int exact)
{
    measure_function measure;
    if (exact)
        measure = measure_with_python;
    else
        measure = measure_directly;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPy_ssize_t length = measure(ctx, h);
    if (exact)
        return length;
    return self->size;
}

static measure_function choose_collecting(void)
{
    return measure_with_python;
}

static measure_function choose_harmless(void)
{
    return measure_directly;
}

/* 4.4 #73 */
HPy_ssize_t target_returned_by_a_function(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    choose_collecting()(ctx, h);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

/* The twin of 4.4 #73. */
HPy_ssize_t harmless_target_returned_by_a_function_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    choose_harmless()(ctx, h);
    return self->size;
}

typedef struct {
    const char *name;
    measure_function measure;
    HPy_ssize_t (*clamp)(HPy_ssize_t n);
} Operations;

static HPy_ssize_t clamp_to_zero(HPy_ssize_t n)
{
    return n < 0 ? 0 : n;
}

/* 4.4 #74: the member's targets are unknown. */
HPy_ssize_t member_with_unknown_target(HPyContext *ctx, HPy h, const Operations *operations)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    operations->measure(ctx, h);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

static const Operations harmless_operations[] = {
    { "direct", measure_directly, clamp_to_zero },
    { "again", measure_directly, clamp_to_zero },
};

static const Operations mixed_operations[] = {
    { "direct", measure_directly, clamp_to_zero },
    { "python", measure_with_python, clamp_to_zero },
};

/* 4.4 #74 */
HPy_ssize_t table_of_harmless_functions_is_fine(HPyContext *ctx, HPy h, int i)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    harmless_operations[i].measure(ctx, h);
    return self->size;
}

/* 4.4 #74 */
HPy_ssize_t table_with_a_collecting_function(HPyContext *ctx, HPy h, int i)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    mixed_operations[i].measure(ctx, h);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

/* 4.4 #74: another member of that table has no context. */
HPy_ssize_t member_without_context_is_fine(HPyContext *ctx, HPy h, int i)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    return mixed_operations[i].clamp(self->size) + self->size;
}

static Operations current_operations = { "direct", measure_directly, clamp_to_zero };

void choose_python_operations(void)
{
    current_operations.measure = measure_with_python;
}

/* 4.4 #75: the member is changed elsewhere. */
HPy_ssize_t member_assigned_at_run_time(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    current_operations.measure(ctx, h);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

static HPy_ssize_t call_itself(HPyContext *ctx, HPy h, void *again, int n)
{
    HPy_ssize_t (*self)(HPyContext *, HPy, void *, int) =
        (HPy_ssize_t (*)(HPyContext *, HPy, void *, int))again;
    if (n == 0)
        return HPy_Length(ctx, h);
    return self(ctx, h, again, n - 1);
}

/* 4.4 #76 */
HPy_ssize_t function_that_is_passed_itself(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    call_itself(ctx, h, (void *)call_itself, 3);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

static HPyContext *sort_context;
static HPy_ssize_t sort_calls;

static int compare_with_python(const void *left, const void *right)
{
    HPyContext *ctx = sort_context;
    HPy number = HPyLong_FromSsize_t(ctx, *(const HPy_ssize_t *)left);
    HPy_Close(ctx, number);
    return left < right;
}

static int compare_directly(const void *left, const void *right)
{
    HPy_ssize_t a = *(const HPy_ssize_t *)left;
    HPy_ssize_t b = *(const HPy_ssize_t *)right;
    sort_calls++;
    return (a > b) - (a < b);
}

/* 4.4 #77: the comparator reaches the runtime. (Keeping the context is a mistake of its own.) */
HPy_ssize_t comparator_that_collects(HPyContext *ctx, HPy h, HPy_ssize_t *numbers)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    sort_context = ctx;  // want context-escapes
    qsort(numbers, 8, sizeof(numbers[0]), compare_with_python);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

/* 4.4 #77: the array that is sorted is the object's. */
void sorts_the_object_itself_with_a_collecting_comparator(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    sort_context = ctx;  // want context-escapes
    qsort(self->items, 8, sizeof(self->items[0]), compare_with_python);  // want pointer-spans-gc "is passed to a call that can collect"
}

/* The twin of 4.4 #77. */
void comparator_that_does_not_collect_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    qsort(self->items, 8, sizeof(self->items[0]), compare_directly);
    self->size = 8;
}

/* 4.4 #77 */
HPy_ssize_t *binary_search_is_fine(HPyContext *ctx, HPy h, HPy_ssize_t key)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPy_ssize_t *found = bsearch(&key, self->items, 8, sizeof(key), compare_directly);
    return found;
}

/* 4.4 #78: the universal ABI's own form of a call. */
HPy_ssize_t call_through_the_context(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPy_ssize_t length = ctx->ctx_Length(ctx, h);
    return self->size + length;  // want pointer-spans-gc "'self' is used"
}

/* The twin of 4.4 #78. */
HPy_ssize_t harmless_call_through_the_context_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPy copy = ctx->ctx_Dup(ctx, h);
    ctx->ctx_Close(ctx, copy);
    return self->size;
}

#define RETURN_IF_EMPTY(ctx, h)          \
    do {                                 \
        if (HPy_Length(ctx, h) == 0)     \
            return 0;                    \
    } while (0)

/* 4.4 #79: behind a macro of the project. */
HPy_ssize_t collecting_macro(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    RETURN_IF_EMPTY(ctx, h);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

#define ARRAY_SIZE(ctx, h) (ArrayObject_AsStruct((ctx), (h))->size)

/* The twin of 4.4 #79: the macro obtains the pointer each time. */
HPy_ssize_t obtaining_macro_is_fine(HPyContext *ctx, HPy h)
{
    HPy_ssize_t size = ARRAY_SIZE(ctx, h);
    RETURN_IF_EMPTY(ctx, h);
    return size + ARRAY_SIZE(ctx, h);
}

/* 4.4 #100: an entry point is called through its table. */
HPyDef_SLOT(Array_length, HPy_sq_length)
static HPy_ssize_t Array_length_impl(HPyContext *ctx, HPy h_self)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h_self);  // note pointer-spans-gc 1 "'self' is obtained from 'h_self' here"
    HPy_Hash(ctx, h_self);                                  // note pointer-spans-gc 2 "'HPy_Hash' can collect"
    return self->size;                                      // want pointer-spans-gc "'self' is used"
}

/* The twin of 4.4 #100. */
HPyDef_SLOT(Array_bool, HPy_nb_bool)
static int Array_bool_impl(HPyContext *ctx, HPy h_self)
{
    return ArrayObject_AsStruct(ctx, h_self)->size > 0;
}

/* 4.4 #69: what a hook holds that somebody else sets is not known. */
static HPy_ssize_t (*measure_hook)(HPyContext *, HPy);

void set_measure_hook(HPy_ssize_t (*hook)(HPyContext *, HPy)) { measure_hook = hook; }

HPy_ssize_t hook_that_others_set(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    measure_hook(ctx, h);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

/* 4.4 #75: the table of a plug-in, whose loader is elsewhere. */
HPy_ssize_t (*plugin_hook(void))(HPyContext *, HPy);
static HPy_ssize_t no_length(HPyContext *ctx, HPy h) { return 0; }
static struct plugin_hooks { HPy_ssize_t (*measure)(HPyContext *, HPy); } plugin = { no_length };

void load_plugin(void) { plugin.measure = plugin_hook(); }

HPy_ssize_t hook_of_a_plugin(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    plugin.measure(ctx, h);
    return self->size;  // want pointer-spans-gc "'self' is used"
}
