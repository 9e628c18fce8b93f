/* Calls that the compiler adds at the end of a scope. */
#include "hpy.h"

typedef struct {
    HPy_ssize_t size;
    double first;
} ArrayObject;

HPyType_HELPERS(ArrayObject)

typedef struct {
    HPyContext *ctx;
    HPy h;
    int armed;
} Guard;

static void close_guard(Guard *guard)
{
    HPy_Close(guard->ctx, guard->h);
}

static void measure_guard(Guard *guard)
{
    if (guard->armed)
        HPy_Length(guard->ctx, guard->h);
}

#define CLOSED_AT_END __attribute__((cleanup(close_guard), unused))
#define MEASURED_AT_END __attribute__((cleanup(measure_guard), unused))

/* 4.4 #89: the clean-up runs between the evaluation of the result and the return. */
ArrayObject *result_is_stale_when_the_clean_up_collected(HPyContext *ctx, HPy h)
{
    MEASURED_AT_END Guard guard = { ctx, h, 1 };
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    return self;  // want pointer-spans-gc "'self' is used"
}

/* The twin of 4.4 #89: what is returned is a value. */
HPy_ssize_t value_is_returned_is_fine(HPyContext *ctx, HPy h)
{
    MEASURED_AT_END Guard guard = { ctx, h, 1 };
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    return self->size;
}

/* 4.4 #89 for the end of an inner block. */
HPy_ssize_t used_behind_the_block_of_the_clean_up(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    {
        MEASURED_AT_END Guard guard = { ctx, h, 1 };
        self->size = 0;
    }
    return self->size;  // want pointer-spans-gc "'self' is used"
}

/* The twin: used inside that block only. */
HPy_ssize_t used_inside_the_block_of_the_clean_up_is_fine(HPyContext *ctx, HPy h)
{
    HPy_ssize_t size;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    {
        MEASURED_AT_END Guard guard = { ctx, h, 1 };
        size = self->size;
    }
    return size;
}

/* 4.4 #90: disarmed on all paths. */
HPy_ssize_t clean_up_is_disarmed_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    {
        MEASURED_AT_END Guard guard = { ctx, h, 1 };
        self->size = 0;
        guard.armed = 0;
    }
    return self->size;
}

/* The twin of 4.4 #90: disarmed on one path. */
HPy_ssize_t clean_up_is_disarmed_on_one_path(HPyContext *ctx, HPy h, int flag)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    {
        MEASURED_AT_END Guard guard = { ctx, h, 1 };
        self->size = 0;
        if (flag)
            guard.armed = 0;
    }
    return self->size;  // want pointer-spans-gc "'self' is used"
}

/* 4.4 #90: armed again. */
HPy_ssize_t clean_up_is_armed_again(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    {
        MEASURED_AT_END Guard guard = { ctx, h, 0 };
        self->size = 0;
        guard.armed = 1;
    }
    return self->size;  // want pointer-spans-gc "'self' is used"
}

/* 4.4 #90 in a loop: the guard of each turn ends with it. */
HPy_ssize_t clean_up_in_a_loop(HPyContext *ctx, HPy h, int n)
{
    HPy_ssize_t sum = 0;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    for (int i = 0; i < n; i++) {
        MEASURED_AT_END Guard guard = { ctx, h, 1 };
        sum += self->size;  // want pointer-spans-gc "'self' is used"
    }
    return sum;
}

/* The twin. */
HPy_ssize_t disarmed_clean_up_in_a_loop_is_fine(HPyContext *ctx, HPy h, int n)
{
    HPy_ssize_t sum = 0;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    for (int i = 0; i < n; i++) {
        MEASURED_AT_END Guard guard = { ctx, h, 0 };
        sum += self->size;
    }
    return sum;
}

/* 4.4 #91 */
ArrayObject *null_is_returned_is_fine(HPyContext *ctx, HPy h)
{
    MEASURED_AT_END Guard guard = { ctx, h, 1 };
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    self->size = 0;
    return NULL;
}

/* 4.5 #101: the clean-up closes the handle of what is returned. */
ArrayObject *result_belongs_to_a_handle_that_the_clean_up_closes(HPyContext *ctx, HPy h)
{
    CLOSED_AT_END Guard guard = { ctx, HPy_Dup(ctx, h), 1 };
    ArrayObject *self = ArrayObject_AsStruct(ctx, guard.h);
    return self;  // want pointer-outlives-handle "'self' is used"
}

/* 4.5 #101 for the end of an inner block. */
HPy_ssize_t used_behind_the_block_that_closes(HPyContext *ctx, HPy h)
{
    ArrayObject *self;
    {
        CLOSED_AT_END Guard guard = { ctx, HPy_Dup(ctx, h), 1 };
        self = ArrayObject_AsStruct(ctx, guard.h);
    }
    return self->size;  // want pointer-outlives-handle "'self' is used"
}

/* The twin of 4.5 #101. */
HPy_ssize_t value_read_before_the_clean_up_closes_is_fine(HPyContext *ctx, HPy h)
{
    CLOSED_AT_END Guard guard = { ctx, HPy_Dup(ctx, h), 1 };
    ArrayObject *self = ArrayObject_AsStruct(ctx, guard.h);
    return self->size;
}

/* 4.4 #89: left by a goto. */
HPy_ssize_t block_left_by_goto(HPyContext *ctx, HPy h, int flag)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    {
        MEASURED_AT_END Guard guard = { ctx, h, 1 };
        if (flag)
            goto out;
        return 0;
    }
out:
    return self->size;  // want pointer-spans-gc "'self' is used"
}

/* The twin: the goto does not leave the block. */
HPy_ssize_t goto_within_the_block_is_fine(HPyContext *ctx, HPy h, int flag)
{
    MEASURED_AT_END Guard guard = { ctx, h, 1 };
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    if (flag)
        goto out;
    self->size = 0;
out:
    return self->size;
}
