/* Which functions a variable can hold: 4.4 #70 to #75, on all ways that pointers to functions take. */
#include "hpy.h"

#include <stdint.h>
#include <stdlib.h>
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

static void count_down(HPyContext *ctx)
{
    (void)ctx;
    runs--;
}

static void make_number(HPyContext *ctx)
{
    HPy number = HPyLong_FromLong(ctx, runs);
    HPy_Close(ctx, number);
}

struct named_hook {
    const char *name;
    hook run;
};

static const struct named_hook silent[] = { { "up", count }, { "down", count_down } };
static const struct named_hook mixed[] = { { "up", count }, { "number", make_number } };

/* Copies of an entry. */

long copied_from_a_table_is_fine(HPyContext *ctx, HPy h, int i)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    hook run = silent[i].run;
    run(ctx);
    return self->size;
}

long copied_from_a_table(HPyContext *ctx, HPy h, int i)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    hook run = mixed[i].run;
    run(ctx);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

long copied_in_a_loop_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    for (size_t i = 0; i < sizeof silent / sizeof silent[0]; i++) {
        hook run = silent[i].run;
        if (run != NULL)
            run(ctx);
    }
    return self->size;
}

long changed_in_a_loop_is_fine(HPyContext *ctx, HPy h, int i)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    hook run = silent[i].run;
    for (int round = 0; round < 3; round++) {
        run(ctx);
        run = round % 2 ? count : count_down;
    }
    return self->size;
}

long changed_in_a_loop(HPyContext *ctx, HPy h, int i)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    hook run = silent[i].run;
    long sum = 0;
    for (int round = 0; round < 3; round++) {
        sum += self->size;  // want pointer-spans-gc "'self' is used"
        run(ctx);
        run = make_number;
    }
    return sum;
}

long copied_table_is_fine(HPyContext *ctx, HPy h, int i)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    struct named_hook table[2];
    memcpy(table, silent, sizeof silent);
    table[i].run(ctx);
    return self->size;
}

long copied_table(HPyContext *ctx, HPy h, int i)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    struct named_hook table[2];
    memcpy(table, silent, sizeof silent);
    table[1].run = make_number;
    table[i].run(ctx);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

/* One variable for what two members hold. */

struct two_hooks {
    hook before;
    hook after;
};

static struct two_hooks *new_hooks(void)
{
    struct two_hooks *hooks = malloc(sizeof *hooks);
    if (hooks) {
        hooks->before = count;
        hooks->after = make_number;
    }
    return hooks;
}

long read_before_the_second_is_fine(HPyContext *ctx, HPy h, const struct two_hooks *hooks)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    hook run = hooks->before;
    if (run)
        run(ctx);
    long size = self->size;
    run = hooks->after;
    if (run)
        run(ctx);
    return size;
}

long read_after_the_second(HPyContext *ctx, HPy h, const struct two_hooks *hooks)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    hook run = hooks->before;
    run(ctx);
    run = hooks->after;
    run(ctx);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

/* Looked up by a function, and handed out by parameters. */

static hook find(const char *name)
{
    for (size_t i = 0; i < 2; i++)
        if (strcmp(silent[i].name, name) == 0)
            return silent[i].run;
    return NULL;
}

static hook find_mixed(const char *name)
{
    for (size_t i = 0; i < 2; i++)
        if (strcmp(mixed[i].name, name) == 0)
            return mixed[i].run;
    return NULL;
}

static int get(const char *name, hook *out)
{
    hook found = find(name);
    if (found == NULL)
        return -1;
    *out = found;
    return 0;
}

static int get_mixed(const char *name, hook *out)
{
    hook found = find_mixed(name);
    if (found == NULL)
        return -1;
    *out = found;
    return 0;
}

long found_by_name_is_fine(HPyContext *ctx, HPy h, const char *name)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    hook run = find(name);
    if (run)
        run(ctx);
    return self->size;
}

long found_by_name(HPyContext *ctx, HPy h, const char *name)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    hook run = find_mixed(name);
    if (run)
        run(ctx);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

long called_at_once_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    find("up")(ctx);
    return self->size;
}

long called_at_once(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    find_mixed("up")(ctx);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

long handed_out_is_fine(HPyContext *ctx, HPy h, const char *name)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    hook run;
    if (get(name, &run) < 0)
        return -1;
    run(ctx);
    return self->size;
}

long handed_out(HPyContext *ctx, HPy h, const char *name)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    hook run;
    if (get_mixed(name, &run) < 0)
        return -1;
    run(ctx);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

/* More functions than cases are kept apart. */

#define HOOK(number)                                                                                \
    static void hook_##number(HPyContext *ctx)                                                      \
    {                                                                                               \
        (void)ctx;                                                                                  \
        runs += number;                                                                             \
    }
HOOK(0) HOOK(1) HOOK(2) HOOK(3) HOOK(4) HOOK(5) HOOK(6) HOOK(7)

static hook choose(int number)
{
    switch (number) {
    case 0: return hook_0;
    case 1: return hook_1;
    case 2: return hook_2;
    case 3: return hook_3;
    case 4: return hook_4;
    case 5: return hook_5;
    case 6: return hook_6;
    case 7: return hook_7;
    default: return NULL;
    }
}

static hook choose_any(int number)
{
    return number == 8 ? make_number : choose(number);
}

long one_of_many_is_fine(HPyContext *ctx, HPy h, int number)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    hook run = choose(number);
    if (run)
        run(ctx);
    return self->size;
}

long one_of_many(HPyContext *ctx, HPy h, int number)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    hook run = choose_any(number);
    if (run)
        run(ctx);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

/* Variables and members that are set somewhere else. */

static hook at_exit;
static hook at_start;

static void set_hooks(int loud)
{
    hook chosen = loud ? count : count_down;
    at_exit = chosen;
    at_start = loud ? make_number : chosen;
}

long set_by_another_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    hook run = at_exit;
    if (run != NULL && run != count_down)
        (*run)(ctx);
    return self->size;
}

long set_by_another(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    hook run = at_start;
    if (run != NULL)
        (*run)(ctx);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

struct untyped {
    void *run;
};

struct untyped_loud {
    void *run;
};

static void set_untyped(struct untyped *quiet, struct untyped_loud *loud, int up)
{
    quiet->run = up ? (void *)count : (void *)count_down;
    loud->run = up ? (void *)count : (void *)make_number;
}

long kept_without_a_type_is_fine(HPyContext *ctx, HPy h, const struct untyped *kept)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    hook run = (hook)kept->run;
    run(ctx);
    return self->size;
}

long kept_without_a_type(HPyContext *ctx, HPy h, const struct untyped_loud *kept)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    hook run = (hook)kept->run;
    run(ctx);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

union either {
    hook run;
    void *raw;
};

static union either kept_either;

static void set_either(int loud)
{
    kept_either.run = count;
    if (loud)
        kept_either.raw = (void *)make_number;
}

long kept_in_a_union(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    kept_either.run(ctx);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

typedef struct {
    hook changed;
    long value;
} WatchedObject;

HPyType_HELPERS(WatchedObject)

HPyDef_SLOT(Watched_new, HPy_tp_new)
static HPy Watched_new_impl(
    HPyContext *ctx, HPy cls, const HPy *args, HPy_ssize_t nargs, HPy kw)
{
    WatchedObject *self;
    HPy h = HPy_New(ctx, cls, &self);
    if (HPy_IsNull(h))
        return HPy_NULL;
    self->changed = count;
    return h;
}

HPyDef_METH(Watched_bump_is_fine, "bump", HPyFunc_NOARGS)
static HPy Watched_bump_is_fine_impl(HPyContext *ctx, HPy h)
{
    WatchedObject *self = WatchedObject_AsStruct(ctx, h);
    hook run = self->changed;
    if (run)
        run(ctx);
    self->value++;
    return HPy_Dup(ctx, ctx->h_None);
}

/* Callbacks that a caller may leave out, in a function that calls itself. */

struct visitor {
    int (*enter)(HPyContext *ctx, struct visitor *visitor, HPy h);
    int (*leave)(HPyContext *ctx, struct visitor *visitor, HPy h);
    long visited;
};

static int count_visit(HPyContext *ctx, struct visitor *visitor, HPy h)
{
    (void)ctx;
    (void)h;
    visitor->visited++;
    return 0;
}

static int measure_visit(HPyContext *ctx, struct visitor *visitor, HPy h)
{
    HPy_ssize_t length = HPy_Length(ctx, h);
    visitor->visited += length;
    return length < 0 ? -1 : 0;
}

static int visit(HPyContext *ctx, struct visitor *visitor, HPy h, int depth)
{
    if (visitor->enter && visitor->enter(ctx, visitor, h) < 0)
        return -1;
    if (depth > 0 && visit(ctx, visitor, h, depth - 1) < 0)
        return -1;
    return visitor->leave ? visitor->leave(ctx, visitor, h) : 0;
}

long left_out_is_fine(HPyContext *ctx, HPy h, HPy other)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    struct visitor visitor = { count_visit, NULL, 0 };
    if (visit(ctx, &visitor, other, 3) < 0)
        return -1;
    return self->size;
}

long not_left_out(HPyContext *ctx, HPy h, HPy other)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    struct visitor visitor = { .leave = measure_visit };
    if (visit(ctx, &visitor, other, 3) < 0)
        return -1;
    return self->size;  // want pointer-spans-gc "'self' is used"
}

/* A callback that may be null: what happens then is not forgotten. */

static const struct named_hook ended[] = { { "up", count }, { NULL, NULL } };

static void run_or_make_number(HPyContext *ctx, hook run)
{
    if (run)
        run(ctx);
    else
        make_number(ctx);
}

long perhaps_null(HPyContext *ctx, HPy h, int i)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    run_or_make_number(ctx, ended[i].run);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

long not_null_is_fine(HPyContext *ctx, HPy h, int i)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    hook run = ended[i].run;
    if (run == NULL)
        return -1;
    run_or_make_number(ctx, run);
    return self->size;
}
