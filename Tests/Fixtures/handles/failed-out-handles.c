/* A helper that fails writes null where it else writes a new handle. */
#include "hpy.h"

static int get_x(HPyContext *ctx, HPy h, HPy *out)
{
    *out = HPy_GetAttr_s(ctx, h, "x");
    return HPy_IsNull(*out) ? -1 : 0;
}

static int get_y(HPyContext *ctx, HPy h, HPy *out)
{
    HPy y = HPy_GetAttr_s(ctx, h, "y");
    if (HPy_IsNull(y)) {
        *out = HPy_NULL;
        return -1;
    }
    *out = y;
    return 0;
}

static int get_both(HPyContext *ctx, HPy h, HPy *x, HPy *y)
{
    *x = HPy_NULL;
    *y = HPy_NULL;
    if (get_x(ctx, h, x) < 0)
        return -1;
    if (get_y(ctx, h, y) < 0) {
        HPy_Close(ctx, *x);
        *x = HPy_NULL;
        return -1;
    }
    return 0;
}

static void get_optional(HPyContext *ctx, HPy h, int wanted, HPy *out)
{
    if (!wanted) {
        *out = HPy_NULL;
        return;
    }
    *out = HPy_Dup(ctx, h);
}

HPyDef_METH(untested, "untested", HPyFunc_O)
static HPy untested_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy x;
    get_x(ctx, arg, &x);
    HPy text = HPy_Repr(ctx, x);  // want handle-unchecked "'x'"
    HPy_Close(ctx, x);
    return text;
}

HPyDef_METH(literal_untested, "literal_untested", HPyFunc_O)
static HPy literal_untested_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy y = HPy_NULL;
    get_y(ctx, arg, &y);
    HPy text = HPy_Repr(ctx, y);  // want handle-unchecked "'y'"
    HPy_Close(ctx, y);
    return text;
}

HPyDef_METH(second_untested, "second_untested", HPyFunc_O)
static HPy second_untested_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy x, y;
    get_both(ctx, arg, &x, &y);
    if (HPy_IsNull(x))
        return HPy_NULL;
    HPy sum = HPy_Add(ctx, x, y);
    HPy_Close(ctx, x);
    HPy_Close(ctx, y);
    return sum;
}

HPyDef_METH(tested_by_its_result_is_fine, "tested_by_its_result_is_fine", HPyFunc_O)
static HPy tested_by_its_result_is_fine_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy x, y;
    if (get_both(ctx, arg, &x, &y) < 0)
        return HPy_NULL;
    HPy sum = HPy_Add(ctx, x, y);
    HPy_Close(ctx, x);
    HPy_Close(ctx, y);
    return sum;
}

HPyDef_METH(tested_itself_is_fine, "tested_itself_is_fine", HPyFunc_O)
static HPy tested_itself_is_fine_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy y;
    get_y(ctx, arg, &y);
    if (HPy_IsNull(y))
        return HPy_NULL;
    HPy text = HPy_Repr(ctx, y);
    HPy_Close(ctx, y);
    return text;
}

HPyDef_METH(closed_on_all_ways_is_fine, "closed_on_all_ways_is_fine", HPyFunc_O)
static HPy closed_on_all_ways_is_fine_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy x = HPy_NULL, y = HPy_NULL, text = HPy_NULL;
    if (get_x(ctx, arg, &x) < 0)
        goto done;
    if (get_y(ctx, x, &y) < 0)
        goto done;
    text = HPy_Repr(ctx, y);
done:
    HPy_Close(ctx, y);
    HPy_Close(ctx, x);
    return text;
}

HPyDef_METH(nothing_failed_is_fine, "nothing_failed_is_fine", HPyFunc_O)
static HPy nothing_failed_is_fine_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy copy;
    get_optional(ctx, arg, 1, &copy);
    HPy text = HPy_Repr(ctx, copy);
    HPy_Close(ctx, copy);
    return text;
}

/* Which of two was made is not told by the result: either may be lost. */
static int both_or_one(HPyContext *ctx, HPy seq, HPy *first, HPy *second)
{
    *first = HPy_GetItem_i(ctx, seq, 0);
    *second = HPy_GetItem_i(ctx, seq, 1);
    return !HPy_IsNull(*first) && !HPy_IsNull(*second);
}

HPy one_of_two_is_forgotten(HPyContext *ctx, HPy seq)
{
    HPy a, b;
    if (!both_or_one(ctx, seq, &a, &b))  // note handle-leak 1 "'a' is created here" // note handle-leak 1 "'b' is created here"
        return HPy_NULL;                 // want handle-leak "'a' is not closed" // want handle-leak "'b' is not closed"
    HPy sum = HPy_Add(ctx, a, b);
    HPy_Close(ctx, a);
    HPy_Close(ctx, b);
    return sum;
}

HPy both_are_closed_is_fine(HPyContext *ctx, HPy seq)
{
    HPy a, b, sum = HPy_NULL;
    if (both_or_one(ctx, seq, &a, &b))
        sum = HPy_Add(ctx, a, b);
    HPy_Close(ctx, a);
    HPy_Close(ctx, b);
    return sum;
}

/* One of several kinds, of which one has no handle; what can fail besides is told by the result. */
typedef struct {
    int kind;
    long number;
    HPy handle;
} Value;

static int read_value(HPyContext *ctx, HPy obj, Value *value)
{
    value->handle = HPy_NULL;
    if (HPyUnicode_Check(ctx, obj)) {
        value->kind = 1;
        value->handle = HPyUnicode_AsUTF8String(ctx, obj);
        return HPy_IsNull(value->handle) ? -1 : 0;
    }
    value->kind = 0;
    value->number = HPyLong_AsLong(ctx, obj);
    return value->number == -1 && HPyErr_Occurred(ctx) ? -1 : 0;
}

static HPy show(HPyContext *ctx, Value *value)
{
    if (value->kind == 0)
        return HPyLong_FromLong(ctx, value->number);
    HPy text = HPy_Repr(ctx, value->handle);
    HPy_Close(ctx, value->handle);
    return text;
}

HPy another_kind_has_no_handle_is_fine(HPyContext *ctx, HPy obj)
{
    Value value;
    if (read_value(ctx, obj, &value) < 0)
        return HPy_NULL;
    return show(ctx, &value);
}

HPy failure_of_a_kind_is_not_seen(HPyContext *ctx, HPy obj)
{
    Value value;
    read_value(ctx, obj, &value);
    return show(ctx, &value);  // want handle-unchecked "'value.handle' can be null here"
}
