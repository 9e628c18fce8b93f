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
