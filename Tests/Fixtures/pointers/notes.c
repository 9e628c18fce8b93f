/* What the findings about pointers tell: the steps in the order of execution, in the words of the source. */
#include "hpy.h"

#include <stdlib.h>

typedef struct {
    HPy_ssize_t size;
    int flags;
    double items[8];
} ArrayObject;

HPyType_HELPERS(ArrayObject)

/* The case of a 'switch' is a branch like others. */
HPy_ssize_t case_of_a_switch(HPyContext *ctx, HPy h, HPy other, int action)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);  // note pointer-spans-gc 1 "'self' is obtained from 'h' here"
    switch (action) {                                  // note pointer-spans-gc 2 "assuming 'action' is between 3 and 5"
    case 0:
        break;
    case 3 ... 5:
        HPy_Length(ctx, other);                        // note pointer-spans-gc 3 "'HPy_Length' can collect"
        break;
    default:
        return -1;
    }
    return self->size;                                 // want pointer-spans-gc "'self' is used"
}

HPy_ssize_t default_of_a_switch(HPyContext *ctx, HPy h, HPy other, int action)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);  // note pointer-spans-gc 1 "'self' is obtained from 'h' here"
    switch (action) {                                  // note pointer-spans-gc 2 "'action' is none of the cases"
    case 0:
        break;
    default:
        HPy_Length(ctx, other);                        // note pointer-spans-gc 3 "'HPy_Length' can collect"
    }
    return self->size;                                 // want pointer-spans-gc "'self' is used"
}

/* Whether the handle is closed was decided before the pointer was obtained. */
HPy_ssize_t decided_before(HPyContext *ctx, HPy h, int copies)
{
    HPy array = copies ? HPy_Dup(ctx, h) : h;              // note pointer-outlives-handle 1 "assuming 'copies' is not 0"
    ArrayObject *self = ArrayObject_AsStruct(ctx, array);  // note pointer-outlives-handle 2 "'self' is obtained from 'array' here"
    if (copies)
        HPy_Close(ctx, array);                             // note pointer-outlives-handle 3 "'array' is closed here"
    return self->size;                                     // want pointer-outlives-handle "'self' is used"
}

/* What was decided before and decides nothing since is not told. */
HPy_ssize_t decided_before_for_nothing(HPyContext *ctx, HPy h, HPy other, int negative)
{
    HPy_ssize_t sign = negative ? -1 : 1;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);  // note pointer-spans-gc 1 "'self' is obtained from 'h' here"
    HPy_Length(ctx, other);                            // note pointer-spans-gc 2 "'HPy_Length' can collect"
    return sign * self->size;                          // want pointer-spans-gc "'self' is used"
}

/* Conditions are told by the variables that they name. */
HPy_ssize_t conditions_of_members(HPyContext *ctx, HPy h, HPy other)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);  // note pointer-spans-gc 1 "'self' is obtained from 'h' here"
    if (self->flags < 3 &&                             // note pointer-spans-gc 2 "assuming 'self->flags' is less than 3"
        self->size)                                    // note pointer-spans-gc 3 "assuming 'self->size' is not 0"
        HPy_Length(ctx, other);                        // note pointer-spans-gc 4 "'HPy_Length' can collect"
    return self->size;                                 // want pointer-spans-gc "'self' is used"
}

HPy_ssize_t conditions_of_a_loop(HPyContext *ctx, HPy h, HPy other, int n)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);  // note pointer-spans-gc 1 "'self' is obtained from 'h' here"
    for (int i = 0; i < n; i++)                        // note pointer-spans-gc 2 "assuming 'i' is less than 'n'" // note pointer-spans-gc 4 "assuming 'i' is at least 'n'"
        HPy_Length(ctx, other);                        // note pointer-spans-gc 3 "'HPy_Length' can collect"
    return self->size;                                 // want pointer-spans-gc "'self' is used"
}

HPy_ssize_t conditions_of_expressions(HPyContext *ctx, HPy h, HPy other, int n)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);  // note pointer-spans-gc 1 "'self' is obtained from 'h' here"
    if (n % 2 || (n & 12) == 4)                        // note pointer-spans-gc 2 "assuming 'n % 2' is 0" // note pointer-spans-gc 3 "assuming 'n & 12' is not 4"
        return 0;
    HPy_Length(ctx, other);                            // note pointer-spans-gc 4 "'HPy_Length' can collect"
    return self->size;                                 // want pointer-spans-gc "'self' is used"
}

HPy_ssize_t conditions_of_calls(HPyContext *ctx, HPy h, HPy other)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);  // note pointer-spans-gc 1 "'self' is obtained from 'h' here"
    if (HPy_IsNull(other))                             // note pointer-spans-gc 2 "assuming 'other' is not null"
        return 0;
    if (!HPyUnicode_Check(ctx, other))                 // note pointer-spans-gc 3 "assuming 'HPyUnicode_Check(ctx, other)' is not 0"
        return 1;
    HPy_Length(ctx, other);                            // note pointer-spans-gc 4 "'HPy_Length' can collect"
    return self->size;                                 // want pointer-spans-gc "'self' is used"
}

/* A call through a pointer: the pointer, and what it points to. */
static int measure(HPyContext *ctx, HPy h)
{
    return HPy_Length(ctx, h) > 3;
}

static int (*measure_hook)(HPyContext *ctx, HPy h) = measure;

HPy_ssize_t called_through_a_pointer(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);  // note pointer-spans-gc 1 "'self' is obtained from 'h' here"
    measure_hook(ctx, h);                              // note pointer-spans-gc 2 "'measure' (through 'measure_hook') can collect: measure → HPy_Length"
    return self->size;                                 // want pointer-spans-gc "'self' is used"
}

/* What is read and written is used once. */
HPy_ssize_t counted_once(HPyContext *ctx, HPy h, HPy other)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);  // note pointer-spans-gc 1 "'self' is obtained from 'h' here"
    HPy_Length(ctx, other);                            // note pointer-spans-gc 2 "'HPy_Length' can collect"
    return ++self->size;                               // want pointer-spans-gc "'self' is used"
}

HPy_ssize_t counted_twice(HPyContext *ctx, HPy h, HPy other)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);  // note pointer-spans-gc 1 "'self' is obtained from 'h' here"
    HPy_Length(ctx, other);                            // note pointer-spans-gc 2 "'HPy_Length' can collect"
    self->flags++;                                     // want pointer-spans-gc "'self' is used"
    return self->size;                                 // note pointer-spans-gc 3 "used again here"
}

/* The order of the operands is not told: one finding for both. */
static double *first_of(ArrayObject *array)
{
    return array->items;
}

void either_order(HPyContext *ctx, HPy h, HPy other)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    *first_of(self) = HPyFloat_AsDouble(ctx, other);   // want pointer-spans-gc "is used after"
}

/* A macro that closes has variables of its own. */
#define CLOSE_AND_CLEAR(ctx, h) \
    do { \
        HPy h_taken = (h); \
        (h) = HPy_NULL; \
        HPy_Close(ctx, h_taken); \
    } while (0)

HPy_ssize_t closed_by_a_macro(HPyContext *ctx, HPy h)
{
    HPy copy = HPy_Dup(ctx, h);
    ArrayObject *self = ArrayObject_AsStruct(ctx, copy);  // note pointer-outlives-handle 1 "'self' is obtained from 'copy' here"
    CLOSE_AND_CLEAR(ctx, copy);                           // note pointer-outlives-handle 2 "'copy' is closed here"
    return self->size;                                    // want pointer-outlives-handle "'self' is used after its handle 'copy' was closed"
}

/* A function that fills a struct. */
typedef struct {
    HPyContext *ctx;
    HPy h;
    ArrayObject *array;
} View;

static void view_open(View *view, HPyContext *ctx, HPy h)
{
    view->ctx = ctx;
    view->h = HPy_Dup(ctx, h);
    view->array = ArrayObject_AsStruct(ctx, view->h);
}

static void view_close(View *view)
{
    HPy_Close(view->ctx, view->h);  // note pointer-outlives-handle 3 "in 'view_close' it is closed here"
}

HPy_ssize_t filled_by_a_function(HPyContext *ctx, HPy h)
{
    View view;
    view_open(&view, ctx, h);  // note pointer-outlives-handle 1 "'view.array' is obtained from 'view.h' here"
    view_close(&view);         // note pointer-outlives-handle 2 "'view.h' is closed by 'view_close' here"
    return view.array->size;   // want pointer-outlives-handle "'view.array' is used after its handle 'view.h' was closed"
}

/* Where the life of a handle ends that a pointer outlives. */
static ArrayObject *current;

void kept_beyond_a_close(HPyContext *ctx, HPy h)
{
    HPy copy = HPy_Dup(ctx, h);
    current = ArrayObject_AsStruct(ctx, copy);  // want pointer-escapes "kept in 'current'" // note pointer-escapes 1 "'current' is obtained from 'copy' here"
    HPy_Close(ctx, copy);                       // note pointer-escapes 2 "'copy' is closed here"
    current = NULL;
}

HPy_ssize_t kept_beyond_a_return(HPyContext *ctx, HPy h)
{
    current = ArrayObject_AsStruct(ctx, h);  // want pointer-escapes "kept in 'current'" // note pointer-escapes 1 "'current' is obtained from 'h' here"
    return 0;                                // note pointer-escapes 2 "the function returns here, and its caller can close 'h'"
}

/* A store in a helper: through which calls the pointer gets there. */
static ArrayObject *latest;

static void keep(ArrayObject *array)
{
    latest = array;                                    // want pointer-escapes "'array' is kept in 'latest'"
}

void kept_by_a_helper(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);  // note pointer-escapes 1 "'self' is obtained from 'h' here"
    keep(self);                                        // note pointer-escapes 2 "passed to 'keep' here"
}                                                      // note pointer-escapes 3 "the function returns here"

void kept_by_a_helper_again(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    keep(self);                                        // note pointer-escapes 4 "passed to 'keep' here, too"
}

void kept_by_a_helper_for_a_while_is_fine(HPyContext *ctx, HPy h)
{
    keep(ArrayObject_AsStruct(ctx, h));
    latest = NULL;
}

/* The members of a struct that is written as a whole. */
View *written_as_a_whole(HPyContext *ctx, HPy h)
{
    View *view = malloc(sizeof *view);
    if (!view)
        return NULL;
    *view = (View){ .array = ArrayObject_AsStruct(ctx, h) };  // want pointer-escapes "'view->array' keeps a pointer beyond"
    return view;
}

/* A clean-up function runs at the end of the scope. */
static void clear_items(ArrayObject **array)
{
    (*array)->size = 0;
}

void used_by_a_clean_up_function(HPyContext *ctx, HPy h, HPy other)
{
    __attribute__((cleanup(clear_items))) ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, other);
}  // want pointer-spans-gc "'self' is used"

void cleaned_up_before_the_collection_is_fine(HPyContext *ctx, HPy h, HPy other)
{
    {
        __attribute__((cleanup(clear_items))) ArrayObject *self = ArrayObject_AsStruct(ctx, h);
        self->flags = 0;
    }
    HPy_Length(ctx, other);
}

/* A handle that is not the function's: where it comes from, and who closes it. */
static void close_it(HPyContext *ctx, HPy h)
{
    HPy_Close(ctx, h);         // note handle-close-borrowed 3 "in 'close_it' it is closed here"
}

HPyDef_METH(closed_by_a_helper, "closed_by_a_helper", HPyFunc_VARARGS)
static HPy closed_by_a_helper_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    HPy obj;
    if (!HPyArg_Parse(ctx, NULL, args, nargs, "O", &obj))  // note handle-close-borrowed 1 "'obj' comes from here"
        return HPy_NULL;
    close_it(ctx, obj);        // want handle-close-borrowed "'obj' is closed but not owned" // note handle-close-borrowed 2 "'obj' is closed by 'close_it' here"
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(returned_as_it_came, "returned_as_it_came", HPyFunc_VARARGS)
static HPy returned_as_it_came_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    HPy obj;
    if (!HPyArg_Parse(ctx, NULL, args, nargs, "O", &obj))  // note handle-return-borrowed 1 "'obj' comes from here"
        return HPy_NULL;
    return obj;                // want handle-return-borrowed "'obj' is returned but not owned"
}

/* A handle that a helper makes and stores for its caller: the call is told, not that it is passed. */
typedef struct Box {
    HPy text;
    struct Box *next;
} Box;

static Box *boxes;

static void fill_box(HPyContext *ctx, Box *box, HPy obj)
{
    box->text = HPy_Str(ctx, obj);                          // want handle-escapes "is stored in 'box->text'"
}

void filled_by_a_helper(HPyContext *ctx, HPy obj)
{
    Box *box = malloc(sizeof *box);
    if (!box)
        return;
    fill_box(ctx, box, obj);                                // note handle-escapes 1 "it is made in the call of 'fill_box' here"
    box->next = boxes;
    boxes = box;
}
