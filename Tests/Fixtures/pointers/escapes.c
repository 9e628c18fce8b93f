/* Pointers that are kept where they outlive the call: globals, statics, other objects. */
#include "hpy.h"

#include <pthread.h>
#include <setjmp.h>

typedef struct ArrayObject {
    HPy_ssize_t size;
    double items[8];
    double *cursor;
    struct ArrayObject *peer;
} ArrayObject;

HPyType_HELPERS(ArrayObject)

typedef struct {
    ArrayObject *array;
    double scale;
} View;

static ArrayObject *current;
static ArrayObject *previous;
static double *current_items;
static View current_view;
static ArrayObject *history[4];
static _Thread_local ArrayObject *current_in_thread;
ArrayObject *shared;

/* 4.7 #162 */
void stored_in_a_static_variable(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    current = self;  // want pointer-escapes "'self' is kept in 'current' beyond the life of its handle"
}

/* 4.7 #162 */
void stored_in_a_global_variable(HPyContext *ctx, HPy h)
{
    shared = ArrayObject_AsStruct(ctx, h);  // want pointer-escapes "is kept in 'shared'"
}

/* 4.7 #162: a pointer to a member is as good as one to the whole. */
void member_stored_in_a_static_variable(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    current_items = self->items;  // want pointer-escapes "is kept in 'current_items'"
}

/* The twin of 4.7 #162. */
void kept_in_a_local_variable_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    double *items = self->items;
    items[0] = self->size;
}

/* 4.7 #162: a member of a static struct. */
void stored_in_a_member_of_a_static_struct(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    current_view.array = self;  // want pointer-escapes "'self' is kept in 'current_view"
}

/* 4.7 #162: a whole struct. */
void struct_copied_to_a_static_struct(HPyContext *ctx, HPy h)
{
    View view = { ArrayObject_AsStruct(ctx, h), 1 };
    current_view = view;  // want pointer-escapes "is kept in 'current_view"
}

/* The twin: what is stored there is a number. */
void number_stored_in_a_static_struct_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    current_view.scale = self->items[0];
}

/* 4.7 #163 */
double stored_and_cleared_is_fine(HPyContext *ctx, HPy h)
{
    current = ArrayObject_AsStruct(ctx, h);
    double first = current->items[0];
    current = NULL;
    return first;
}

/* The twin of 4.7 #163: one path does not clear it. */
double cleared_on_one_path_only(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    current = self;  // want pointer-escapes "'self' is kept in 'current'"
    if (self->size == 0)
        return 0;
    double first = current->items[0];
    current = NULL;
    return first;
}

/* 4.7 #164 */
void stored_on_one_branch(HPyContext *ctx, HPy h, int remember)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    if (remember)
        current = self;  // want pointer-escapes "'self' is kept in 'current'"
}

/* 4.7 #164 */
void stored_in_a_loop(HPyContext *ctx, HPy h)
{
    for (int i = 0; i < 4; i++)
        history[i] = ArrayObject_AsStruct(ctx, h);  // want pointer-escapes "is kept in 'history"
}

/* The twin of 4.7 #164. */
void cleared_in_a_loop_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *arrays[4];
    for (int i = 0; i < 4; i++)
        arrays[i] = ArrayObject_AsStruct(ctx, h);
    for (int i = 0; i < 4; i++)
        arrays[i] = NULL;
}

/* 4.7 #165: the second variable keeps it, the first one does not. */
void copied_from_one_static_variable_to_another(HPyContext *ctx, HPy h)
{
    current = ArrayObject_AsStruct(ctx, h);
    previous = current;  // want pointer-escapes "is kept in 'previous'"
    current = NULL;
}

/* The twin of 4.7 #165. */
void both_static_variables_are_cleared_is_fine(HPyContext *ctx, HPy h)
{
    current = ArrayObject_AsStruct(ctx, h);
    previous = current;
    previous->size = 0;
    current = NULL;
    previous = NULL;
}

static void remember(ArrayObject *array)
{
    previous = array;  // want pointer-escapes "is kept in 'previous'"
}

/* 4.7 #165: a called function stores it. */
void stored_by_a_helper(HPyContext *ctx, HPy h)
{
    remember(ArrayObject_AsStruct(ctx, h));
}

static void remember_for_now(ArrayObject *array)
{
    previous = array;
}

static void forget(void)
{
    previous = NULL;
}

/* The twin of 4.7 #165: another function clears it. */
void stored_and_cleared_by_helpers_is_fine(HPyContext *ctx, HPy h)
{
    remember_for_now(ArrayObject_AsStruct(ctx, h));
    forget();
}

/* 4.7 #166 */
double static_local_cache(HPyContext *ctx, HPy h)
{
    static ArrayObject *cache;
    if (cache == NULL)
        cache = ArrayObject_AsStruct(ctx, h);  // want pointer-escapes "is kept in 'cache'"
    return cache->items[0];
}

/* The twin of 4.7 #166: the value is cached. */
double static_local_cache_of_a_value_is_fine(HPyContext *ctx, HPy h)
{
    static double cache;
    if (cache == 0)
        cache = ArrayObject_AsStruct(ctx, h)->items[0];
    return cache;
}

/* 4.7 #167 */
void stored_in_a_thread_local_variable(HPyContext *ctx, HPy h)
{
    current_in_thread = ArrayObject_AsStruct(ctx, h);  // want pointer-escapes "is kept in 'current_in_thread'"
}

/* The twin of 4.7 #167. */
void stored_in_a_thread_local_variable_and_cleared_is_fine(HPyContext *ctx, HPy h)
{
    current_in_thread = ArrayObject_AsStruct(ctx, h);
    current_in_thread->size = 0;
    current_in_thread = NULL;
}

/* 4.7 #168: read back from the variable that this function stored it in. */
double read_back_and_used_behind_the_call(HPyContext *ctx, HPy h)
{
    current = ArrayObject_AsStruct(ctx, h);
    ArrayObject *local = current;
    current = NULL;
    HPy_Length(ctx, h);
    return local->items[0];  // want pointer-spans-gc "'local' is used"
}

/* The twin of 4.7 #168. */
double read_back_and_used_before_the_call_is_fine(HPyContext *ctx, HPy h)
{
    current = ArrayObject_AsStruct(ctx, h);
    ArrayObject *local = current;
    current = NULL;
    return local->items[0];
}

/* 4.7 #168: used directly in the variable. */
double used_in_the_static_variable_behind_the_call(HPyContext *ctx, HPy h)
{
    current = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    double first = current->items[0];  // want pointer-spans-gc "'current' is used"
    current = NULL;
    return first;
}

/* 4.7 #169 */
void stored_in_another_object(HPyContext *ctx, HPy h, HPy h_other)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    ArrayObject *other = ArrayObject_AsStruct(ctx, h_other);
    other->peer = self;  // want pointer-escapes "'self' is kept in 'other->peer'"
}

/* 4.7 #169: a pointer to a member. */
void member_stored_in_another_object(HPyContext *ctx, HPy h, HPy h_other)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    ArrayObject_AsStruct(ctx, h_other)->cursor = &self->items[2];  // want pointer-escapes
}

/* The twin of 4.7 #169. */
void cleared_in_another_object_is_fine(HPyContext *ctx, HPy h, HPy h_other)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    ArrayObject *other = ArrayObject_AsStruct(ctx, h_other);
    other->peer = self;
    other->size = other->peer->size;
    other->peer = NULL;
}

/* The twin of 4.7 #169: policy: an object's struct may point into itself. */
void stored_in_its_own_struct_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    self->cursor = self->items;
}

/* 4.7 #171 */
HPy wrapped_in_a_capsule(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    return HPyCapsule_New(ctx, self, "array", NULL);  // want pointer-escapes "'self' is kept"
}

/* The twin of 4.7 #171: memory of the extension. */
HPy static_memory_in_a_capsule_is_fine(HPyContext *ctx, HPy h)
{
    current_view.scale = ArrayObject_AsStruct(ctx, h)->items[0];
    return HPyCapsule_New(ctx, &current_view, "view", NULL);
}

static void *thread_main(void *argument)
{
    ArrayObject *array = (ArrayObject *)argument;
    array->size++;
    return NULL;
}

/* 4.7 #171 */
int passed_to_a_thread(HPyContext *ctx, HPy h)
{
    pthread_t thread;
    return pthread_create(&thread, NULL, thread_main, ArrayObject_AsStruct(ctx, h));  // want pointer-escapes
}

/* 4.7 #172: what is written through a parameter belongs to the caller, and so does the handle. */
void written_through_a_parameter_is_fine(HPyContext *ctx, HPy h, ArrayObject **out)
{
    *out = ArrayObject_AsStruct(ctx, h);
}

/* 4.7 #172 */
void written_through_a_parameter_and_closed(HPyContext *ctx, HPy h, ArrayObject **out)
{
    HPy copy = HPy_Dup(ctx, h);
    *out = ArrayObject_AsStruct(ctx, copy);  // want pointer-escapes
    HPy_Close(ctx, copy);
}

/* 4.7 #172: an element of the caller's array. */
int written_to_an_array_and_closed(HPyContext *ctx, HPy h, ArrayObject *out[], int n)
{
    for (int i = 0; i < n; i++) {
        HPy item = HPy_GetItem_i(ctx, h, i);
        if (HPy_IsNull(item))
            return -1;
        out[i] = ArrayObject_AsStruct(ctx, item);  // want pointer-escapes
        HPy_Close(ctx, item);
    }
    return 0;
}

/* 4.7 #173 */
ArrayObject *returned_while_the_handle_is_the_callers_is_fine(HPyContext *ctx, HPy h)
{
    return ArrayObject_AsStruct(ctx, h);
}

/* 4.7 #173 */
ArrayObject *returned_behind_the_close(HPyContext *ctx, HPy h)
{
    HPy copy = HPy_Dup(ctx, h);
    ArrayObject *self = ArrayObject_AsStruct(ctx, copy);
    HPy_Close(ctx, copy);
    return self;  // want pointer-outlives-handle "'self' is used after its handle 'copy' was closed"
}

/* 4.7 #174 */
ArrayObject *returned_behind_a_collecting_call(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    return self;  // want pointer-spans-gc "'self' is used"
}

/* The twin of 4.7 #174. */
ArrayObject *returned_fresh_is_fine(HPyContext *ctx, HPy h)
{
    HPy_Length(ctx, h);
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    return self;
}

/* 4.7 #174: returned in a struct. */
View returned_in_a_struct_behind_a_collecting_call(HPyContext *ctx, HPy h)
{
    View view = { ArrayObject_AsStruct(ctx, h), 1 };
    HPy_Length(ctx, h);
    return view;  // want pointer-spans-gc
}

static jmp_buf restart;

/* 4.7 #176: a second return from setjmp is not followed. */
double FN_used_behind_longjmp(HPyContext *ctx, HPy h)
{
    ArrayObject *volatile self = ArrayObject_AsStruct(ctx, h);
    if (setjmp(restart) != 0)
        return self->items[0];
    HPy_Length(ctx, h);
    longjmp(restart, 1);
}

static double default_items[8];

/* 4.7 #177 */
void static_memory_stored_in_a_static_variable_is_fine(HPyContext *ctx, HPy h)
{
    current_items = default_items;
    current_items[0] = ArrayObject_AsStruct(ctx, h)->items[0];
}

/* 4.7 #162 in an entry point: the runtime closes the arguments. */
HPyDef_METH(Array_select, "select", HPyFunc_NOARGS)
static HPy Array_select_impl(HPyContext *ctx, HPy h_self)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h_self);
    current = self;  // want pointer-escapes "'self' is kept in 'current' beyond the life of its handle"
    return HPy_Dup(ctx, ctx->h_None);
}

/* The twin of 4.7 #162 in an entry point. */
HPyDef_METH(Array_sum, "sum", HPyFunc_NOARGS)
static HPy Array_sum_impl(HPyContext *ctx, HPy h_self)
{
    double sum = 0;
    current = ArrayObject_AsStruct(ctx, h_self);
    for (int i = 0; i < 8; i++)
        sum += current->items[i];
    current = NULL;
    return HPyFloat_FromDouble(ctx, sum);
}

/* 4.7 #162: kept while its handle is closed, though cleared before the return. */
double cleared_behind_the_close(HPyContext *ctx, HPy h)
{
    HPy copy = HPy_Dup(ctx, h);
    current = ArrayObject_AsStruct(ctx, copy);  // want pointer-escapes "is kept in 'current'"
    double first = current->items[0];
    HPy_Close(ctx, copy);
    current = NULL;
    return first;
}
