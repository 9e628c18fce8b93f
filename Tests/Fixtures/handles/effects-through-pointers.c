/* What is known of all functions that a pointer can point to, besides whether they collect. */
#include "hpy.h"

#include <stdlib.h>

typedef struct {
    long size;
} ArrayObject;

HPyType_HELPERS(ArrayObject)

static long turn;

/* They close what they are given. */

typedef void (*ending)(HPyContext *ctx, HPy h);

static void close_it(HPyContext *ctx, HPy h)
{
    HPy_Close(ctx, h);
}

static void close_and_count(HPyContext *ctx, HPy h)
{
    turn++;
    HPy_Close(ctx, h);
}

static void leave_it(HPyContext *ctx, HPy h)
{
    (void)ctx;
    (void)h;
}

struct kind {
    const char *name;
    ending end;
};

static const struct kind closing[] = { { "a", close_it }, { "b", close_and_count } };
static const struct kind leaving[] = { { "a", leave_it }, { "b", leave_it } };

HPyDef_METH(closed_is_fine, "closed_is_fine", HPyFunc_O)
static HPy closed_is_fine_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy item = HPy_GetItem_i(ctx, arg, 0);
    if (HPy_IsNull(item))
        return HPy_NULL;
    ending end = closing[turn & 1].end;
    end(ctx, item);
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(left_open, "left_open", HPyFunc_O)
static HPy left_open_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy item = HPy_GetItem_i(ctx, arg, 0);
    if (HPy_IsNull(item))
        return HPy_NULL;
    ending end = leaving[turn & 1].end;
    end(ctx, item);
    return HPy_Dup(ctx, ctx->h_None);  // want handle-leak "'item'"
}

HPyDef_METH(closed_twice, "closed_twice", HPyFunc_O)
static HPy closed_twice_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy item = HPy_GetItem_i(ctx, arg, 0);
    if (HPy_IsNull(item))
        return HPy_NULL;
    ending end = closing[turn & 1].end;
    end(ctx, item);
    HPy_Close(ctx, item);  // want handle-double-close "'item'"
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(read_after_its_end, "read_after_its_end", HPyFunc_O)
static HPy read_after_its_end_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy item = HPy_GetItem_i(ctx, arg, 0);
    if (HPy_IsNull(item))
        return HPy_NULL;
    ArrayObject *array = ArrayObject_AsStruct(ctx, item);
    ending end = closing[turn & 1].end;
    end(ctx, item);
    return HPyLong_FromLong(ctx, array->size);  // want pointer-outlives-handle "'array'"
}

/* They give a pointer, or a handle. */

typedef ArrayObject *(*viewing)(HPyContext *ctx, HPy h);
typedef HPy (*making)(HPyContext *ctx, HPy h);

static ArrayObject *view(HPyContext *ctx, HPy h)
{
    return ArrayObject_AsStruct(ctx, h);
}

static ArrayObject *view_if_filled(HPyContext *ctx, HPy h)
{
    ArrayObject *array = ArrayObject_AsStruct(ctx, h);
    return array->size > 0 ? array : NULL;
}

static const viewing views[] = { view, view_if_filled };

static HPy duplicate(HPyContext *ctx, HPy h)
{
    return HPy_Dup(ctx, h);
}

static HPy describe(HPyContext *ctx, HPy h)
{
    return HPy_Repr(ctx, h);
}

static const making makers[] = { duplicate, describe };

long view_across_a_call(HPyContext *ctx, HPy h, HPy other)
{
    viewing get = views[turn & 1];
    ArrayObject *array = get(ctx, h);
    if (array == NULL)
        return -1;
    HPy_Close(ctx, HPy_Repr(ctx, other));
    return array->size;  // want pointer-spans-gc "'array'"
}

long view_again_is_fine(HPyContext *ctx, HPy h, HPy other)
{
    viewing get = views[turn & 1];
    ArrayObject *array = get(ctx, h);
    HPy_Close(ctx, HPy_Repr(ctx, other));
    array = get(ctx, h);
    return array ? array->size : -1;
}

HPyDef_METH(made_is_fine, "made_is_fine", HPyFunc_O)
static HPy made_is_fine_impl(HPyContext *ctx, HPy self, HPy arg)
{
    making make = makers[turn & 1];
    return make(ctx, arg);
}

HPyDef_METH(made_and_lost, "made_and_lost", HPyFunc_O)
static HPy made_and_lost_impl(HPyContext *ctx, HPy self, HPy arg)
{
    making make = makers[turn & 1];
    HPy made = make(ctx, arg);
    if (HPy_IsNull(made))
        return HPy_NULL;
    return HPy_Dup(ctx, ctx->h_None);  // want handle-leak "'made'"
}

/* They collect only if they fail, or do not return. */

typedef int (*checking)(HPyContext *ctx, long size);

static int check_sign(HPyContext *ctx, long size)
{
    if (size >= 0)
        return 0;
    HPyErr_SetString(ctx, ctx->h_ValueError, "negative");
    return -1;
}

static int check_nothing(HPyContext *ctx, long size)
{
    (void)ctx;
    (void)size;
    return 0;
}

static const checking checks[] = { check_sign, check_nothing };

long left_where_it_fails_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *array = ArrayObject_AsStruct(ctx, h);
    checking check = checks[turn & 1];
    if (check(ctx, array->size) < 0)
        return -1;
    return array->size;
}

long goes_on_where_it_fails(HPyContext *ctx, HPy h)
{
    ArrayObject *array = ArrayObject_AsStruct(ctx, h);
    checking check = checks[turn & 1];
    check(ctx, array->size);
    return array->size;  // want pointer-spans-gc "'array'"
}

typedef void (*giving_up)(HPyContext *ctx);

static void give_up(HPyContext *ctx)
{
    HPy_FatalError(ctx, "broken");
}

static void describe_and_give_up(HPyContext *ctx)
{
    HPy_Close(ctx, HPy_Repr(ctx, ctx->h_None));
    abort();
}

static const giving_up ways_to_give_up[] = { give_up, describe_and_give_up };

long does_not_come_back_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *array = ArrayObject_AsStruct(ctx, h);
    giving_up stop = ways_to_give_up[turn & 1];
    if (array->size < 0)
        stop(ctx);
    return array->size;
}
