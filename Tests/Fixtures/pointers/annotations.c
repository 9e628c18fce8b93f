/* Declared effects of functions that have no body here, or another one. */
#include "hpy.h"

#define NO_GC __attribute__((annotate("holdfast:collects(none)")))
#define CAN_GC __attribute__((annotate("holdfast:collects(py)")))
#define RETURNS_INTERIOR(h) __attribute__((annotate("holdfast:returns(interior " #h ")")))
#define CLOSES __attribute__((annotate("holdfast:closes")))
#define KEEPS __attribute__((annotate("holdfast:keeps")))

typedef struct {
    HPy_ssize_t size;
    double first;
} ArrayObject;

HPyType_HELPERS(ArrayObject)

NO_GC extern void log_quietly(HPyContext *ctx, HPy h);
extern void log_loudly(HPyContext *ctx, HPy h);

/* 4.4 #94 */
HPy_ssize_t declared_not_to_collect_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    log_quietly(ctx, h);
    return self->size;
}

/* The twin of 4.4 #94. */
HPy_ssize_t declared_without_a_promise(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);  // note pointer-spans-gc 1 "'self' is obtained from 'h' here"
    log_loudly(ctx, h);  // note pointer-spans-gc 2 "'log_loudly' can collect"
    return self->size;  // want pointer-spans-gc "'self' is used"
}

extern void log_later(HPyContext *ctx, HPy h);
NO_GC extern void log_later(HPyContext *ctx, HPy h);

/* 4.4 #95: the promise is on a later declaration. */
HPy_ssize_t declared_again_not_to_collect_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    log_later(ctx, h);
    return self->size;
}

NO_GC static HPy_ssize_t size_only(HPyContext *ctx, HPy h)
{
    return ArrayObject_AsStruct(ctx, h)->size;
}

/* 4.4 #94: the body keeps the promise. */
HPy_ssize_t promise_is_kept_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    size_only(ctx, h);
    return self->size;
}

CAN_GC extern void run_hooks(void);

/* 4.4 #68: a function without a context that is declared to reach the runtime. */
HPy_ssize_t declared_to_collect(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    run_hooks();
    return self->size;  // want pointer-spans-gc "'self' is used"
}

RETURNS_INTERIOR(h) extern double *items_elsewhere(HPyContext *ctx, HPy h);

/* 4.6 #145: declared to return a pointer into its argument; it is not declared not to collect. */
double declared_to_return_an_interior_pointer(HPyContext *ctx, HPy h)
{
    double *items = items_elsewhere(ctx, h);
    HPy_Length(ctx, h);
    return items[0];  // want pointer-spans-gc "'items' is used"
}

/* The twin. */
double declared_to_return_an_interior_pointer_is_fine(HPyContext *ctx, HPy h)
{
    HPy_Length(ctx, h);
    return items_elsewhere(ctx, h)[0];
}

extern void release_elsewhere(HPyContext *ctx, CLOSES HPy h);

/* 4.5 #104 */
HPy_ssize_t declared_to_close(HPyContext *ctx, HPy h)
{
    HPy copy = HPy_Dup(ctx, h);
    ArrayObject *self = ArrayObject_AsStruct(ctx, copy);  // note pointer-outlives-handle 1 "'self' is obtained from 'copy' here"
    release_elsewhere(ctx, copy);  // note pointer-outlives-handle 2 "'copy' is closed"
    return self->size;  // want pointer-outlives-handle "'self' is used"
}

NO_GC extern void remember_elsewhere(KEEPS ArrayObject *array);

/* 4.7 #165 */
void declared_to_keep(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    remember_elsewhere(self);  // want pointer-escapes "'self' is kept"
}

extern double first_elsewhere(ArrayObject *array);

/* The twin of 4.7 #165. */
double not_declared_to_keep_is_fine(HPyContext *ctx, HPy h)
{
    return first_elsewhere(ArrayObject_AsStruct(ctx, h));
}

/* 4.4 #93: the promise is broken; the lie is reported, once, at the function. */
NO_GC static HPy_ssize_t broken_promise(HPyContext *ctx, HPy h)  // want declared-effect "'broken_promise'"
{
    return HPy_Length(ctx, h);
}

/* 4.4 #64: its callers believe it. */
HPy_ssize_t promise_is_broken_elsewhere_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    broken_promise(ctx, h);
    return self->size;
}

typedef HPy_ssize_t (*quiet_function)(HPyContext *ctx, HPy h) NO_GC;

/* 4.4 #96: a promise on the type of a pointer holds for every function behind it. */
HPy_ssize_t promise_on_a_function_pointer_type_is_fine(HPyContext *ctx, HPy h, quiet_function quiet)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    quiet(ctx, h);
    return self->size;
}

typedef HPy_ssize_t (*loud_function)(HPyContext *ctx, HPy h);

/* The twin of 4.4 #96. */
HPy_ssize_t no_promise_on_a_function_pointer_type(HPyContext *ctx, HPy h, loud_function loud)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    loud(ctx, h);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

typedef int quiet_visit(ArrayObject *array, HPyContext *ctx) NO_GC;
typedef struct { quiet_visit *visit; } Visitor;

/* The promise is on the function, and the pointer in a struct. */
HPy_ssize_t promise_on_a_function_type_is_fine(HPyContext *ctx, HPy h, Visitor *visitor)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    visitor->visit(self, ctx);
    return self->size;
}

typedef void (*finisher)(HPyContext *ctx, __attribute__((annotate("holdfast:closes"))) HPy h);

/* The promise is on a parameter of the type. */
void closed_through_a_promised_pointer_is_fine(HPyContext *ctx, HPy list, finisher finish)
{
    HPy item = HPy_GetItem_i(ctx, list, 0);
    if (HPy_IsNull(item))
        return;
    finish(ctx, item);
}

/* The twin. */
HPy_ssize_t used_after_a_promised_pointer_closed_it(HPyContext *ctx, HPy list, finisher finish)
{
    HPy item = HPy_GetItem_i(ctx, list, 0);
    if (HPy_IsNull(item))
        return -1;
    finish(ctx, item);
    return HPy_Length(ctx, item);  // want handle-use-after-close "'item' is used after it was closed"
}
