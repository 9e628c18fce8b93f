/* Variables that something unknown can have changed: what they held before does not tell. */
#include "hpy.h"

#include <stdarg.h>
#include <string.h>

typedef struct {
    long size;
} ArrayObject;

HPyType_HELPERS(ArrayObject)

typedef void (*hook)(HPyContext *ctx);

static long runs;

static void count(HPyContext *ctx)
{
    (void)ctx;
    runs++;
}

static void make_number(HPyContext *ctx)
{
    HPy number = HPyLong_FromLong(ctx, runs);
    HPy_Close(ctx, number);
}

void fill_elsewhere(hook *out);
void fill_bytes_elsewhere(void *out);
hook get_elsewhere(void);

long address_is_passed(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    hook run = count;
    fill_elsewhere(&run);
    run(ctx);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

long array_is_passed(HPyContext *ctx, HPy h, int i)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    hook all[2] = { count, count };
    fill_bytes_elsewhere(all);
    all[i](ctx);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

long one_of_two_is_unknown(HPyContext *ctx, HPy h, int elsewhere)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    hook run = count;
    if (elsewhere)
        run = get_elsewhere();
    run(ctx);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

static hook pick(int n, ...)
{
    va_list all;
    va_start(all, n);
    hook picked = va_arg(all, hook);
    va_end(all);
    return picked;
}

long variable_argument(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    hook run = pick(1, count);
    run(ctx);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

/* Defined outside of the program. */

struct operations {
    hook end;
};

extern const struct operations operations_elsewhere;
extern hook hook_elsewhere;

static const struct operations own_operations = { count };

void set_elsewhere(void)
{
    hook_elsewhere = count;
}

long own_table_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    struct operations operations = own_operations;
    operations.end(ctx);
    return self->size;
}

long table_from_elsewhere(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    struct operations operations = operations_elsewhere;
    operations.end(ctx);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

long variable_from_elsewhere(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    hook_elsewhere(ctx);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

/* Set by functions that others can call, and by one that only the program calls. */

static hook kept_for_all;
static hook kept_for_us;

void keep_for_all(hook run)
{
    kept_for_all = run;
}

void keep_for_us(hook run)
{
    kept_for_us = run;
}

void keep_some(void)
{
    kept_for_all = count;
    keep_for_us(count);
}

long kept_for_us_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    hook run = kept_for_us;
    run(ctx);
    return self->size;
}

long kept_for_everybody(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    hook run = kept_for_all;
    run(ctx);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

/* Changed through other pointers. */

static hook steps[2] = { count, count };
static hook others[2] = { count, count };

static void patch(hook *first, int i)
{
    hook *slot = first + i;
    *slot = make_number;
}

static void *others_untyped(void)
{
    return others;
}

static void patch_others(void)
{
    hook *all = others_untyped();
    all[1] = make_number;
}

void patch_all(int i)
{
    patch(steps, i);
    patch_others();
}

long changed_through_a_pointer(HPyContext *ctx, HPy h, int i)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    hook run = steps[i];
    run(ctx);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

long changed_through_an_untyped_pointer(HPyContext *ctx, HPy h, int i)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    others[i](ctx);
    return self->size;  // want pointer-spans-gc "'self' is used"
}
