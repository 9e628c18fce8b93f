/* Several tables of one type are told apart, also if they are not constant. */
#include "hpy.h"

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

struct operations {
    const char *name;
    hook begin;
    hook end;
};

static const struct operations silent = { "silent", count, count };
static const struct operations loud = { "loud", count, make_number };
static struct operations silent_rows[] = { { "a", count, count }, { "b", count, count } };
static struct operations loud_rows[] = { { "a", count, count }, { "b", count, make_number } };

/* Tables of pointers to tables. */

static const struct operations *const silent_tables[] = { &silent, &silent_rows[1], NULL };
static const struct operations *const all_tables[] = { &silent, &loud, NULL };

long one_of_the_silent_is_fine(HPyContext *ctx, HPy h, int i)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    silent_tables[i]->end(ctx);
    return self->size;
}

long one_of_all(HPyContext *ctx, HPy h, int i)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    all_tables[i]->end(ctx);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

long other_member_of_all_is_fine(HPyContext *ctx, HPy h, int i)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    all_tables[i]->begin(ctx);
    return self->size;
}

long found_among_the_silent_is_fine(HPyContext *ctx, HPy h, const char *name)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    for (const struct operations *const *next = silent_tables; *next; next++) {
        hook run = (*next)->end;
        if (strcmp((*next)->name, name) == 0)
            run(ctx);
    }
    return self->size;
}

struct group {
    const char *name;
    struct {
        const struct operations *operations;
        int count;
    } parts[2];
};

static const struct group silent_groups[] = {
    { "one", { { &silent, 1 }, { silent_rows, 2 } } },
    { "two", { { &silent, 1 }, { NULL, 0 } } },
};
static const struct group groups[] = { { "one", { { &silent, 1 }, { &loud, 1 } } } };

long nested_silent_is_fine(HPyContext *ctx, HPy h, int i, int j)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    const struct operations *operations = silent_groups[i].parts[j].operations;
    if (operations)
        operations->end(ctx);
    return self->size;
}

long nested(HPyContext *ctx, HPy h, int i, int j)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    const struct operations *operations = groups[i].parts[j].operations;
    if (operations)
        operations->end(ctx);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

/* Tables that are not constant and never change. */

long rows_is_fine(HPyContext *ctx, HPy h, int i)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    silent_rows[i].end(ctx);
    struct operations *row = &silent_rows[i];
    row->end(ctx);
    return self->size;
}

long rows(HPyContext *ctx, HPy h, int i)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    struct operations *row = &loud_rows[i];
    row->end(ctx);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

/* The table that is chosen, in a variable or in an object. */

static const struct operations *active = &silent;

void choose(int i)
{
    active = silent_tables[i];
    if (i > 1)
        active = &silent_rows[0];
}

long chosen_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    active->end(ctx);
    const struct operations *operations = active;
    operations->end(ctx);
    return self->size;
}

typedef struct {
    const struct operations *operations;
    long size;
} StreamObject;

HPyType_HELPERS(StreamObject)

HPyDef_SLOT(Stream_new, HPy_tp_new)
static HPy Stream_new_impl(HPyContext *ctx, HPy cls, const HPy *args, HPy_ssize_t nargs, HPy kw)
{
    StreamObject *self;
    HPy h = HPy_New(ctx, cls, &self);
    if (HPy_IsNull(h))
        return HPy_NULL;
    self->operations = &silent;
    return h;
}

HPyDef_METH(Stream_end_is_fine, "end", HPyFunc_NOARGS)
static HPy Stream_end_is_fine_impl(HPyContext *ctx, HPy h)
{
    StreamObject *self = StreamObject_AsStruct(ctx, h);
    self->operations->end(ctx);
    self->size++;
    return HPy_Dup(ctx, ctx->h_None);
}

typedef struct {
    const struct operations *operations;
    long size;
} ChannelObject;

HPyType_HELPERS(ChannelObject)

void open_channel(HPyContext *ctx, HPy h, int is_loud)
{
    ChannelObject *self = ChannelObject_AsStruct(ctx, h);
    self->operations = is_loud ? &loud : &silent;
}

HPyDef_METH(Channel_end, "end", HPyFunc_NOARGS)
static HPy Channel_end_impl(HPyContext *ctx, HPy h)
{
    ChannelObject *self = ChannelObject_AsStruct(ctx, h);
    self->operations->end(ctx);
    self->size++;  // want pointer-spans-gc "'self' is used"
    return HPy_Dup(ctx, ctx->h_None);
}

/* Tables that change. */

struct row {
    const char *name;
    hook run;
};

static struct row patched[] = { { "a", count } };
static struct row passed[] = { { "a", count } };
static struct row assigned[] = { { "a", count } };
static struct row copied[] = { { "a", count } };
static const struct row other = { "b", make_number };

static void patch(struct row *row)
{
    row->run = make_number;
}

void change(int i)
{
    patched[i].run = make_number;
    patch(&passed[i]);
    assigned[i] = other;
    memcpy(&copied[i], &other, sizeof other);
}

long patched_row(HPyContext *ctx, HPy h, int i)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    patched[i].run(ctx);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

long passed_row(HPyContext *ctx, HPy h, int i)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    passed[i].run(ctx);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

long assigned_row(HPyContext *ctx, HPy h, int i)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    assigned[i].run(ctx);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

long copied_row(HPyContext *ctx, HPy h, int i)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    copied[i].run(ctx);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

/* A table that a helper fills is not told apart from others that it fills. */

struct callbacks {
    hook run;
};

static struct callbacks silent_callbacks, loud_callbacks;

static void fill(struct callbacks *callbacks, hook run)
{
    callbacks->run = run;
}

void fill_both(void)
{
    fill(&silent_callbacks, count);
    fill(&loud_callbacks, make_number);
}

long FP_filled_by_a_helper(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    silent_callbacks.run(ctx);
    return self->size;  // want pointer-spans-gc "'self' is used"
}
