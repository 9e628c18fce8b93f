/* Helpers that demand that a handle is not null, which they find behind a pointer or in a struct. */
#include "hpy.h"

struct holder {
    HPy h;
    long extra;
};

static long behind_pointer(HPyContext *ctx, HPy *h)
{
    return HPyLong_AsLong(ctx, *h);
}

static long behind_pointer_if_not_null(HPyContext *ctx, HPy *h)
{
    return HPy_IsNull(*h) ? 0 : HPyLong_AsLong(ctx, *h);
}

static long in_struct(HPyContext *ctx, const struct holder *holder)
{
    return HPyLong_AsLong(ctx, holder->h) + holder->extra;
}

static long in_struct_if_not_null(HPyContext *ctx, const struct holder *holder)
{
    if (HPy_IsNull(holder->h))
        return holder->extra;
    return HPyLong_AsLong(ctx, holder->h);
}

static long in_struct_through_a_wrapper(HPyContext *ctx, struct holder *holder, int wanted)
{
    return wanted ? in_struct(ctx, holder) : 0;
}

static long by_value(HPyContext *ctx, struct holder holder)
{
    return HPyLong_AsLong(ctx, holder.h) + holder.extra;
}

static int fill(HPyContext *ctx, struct holder *holder, long value)
{
    holder->extra = value;
    holder->h = HPyLong_FromLong(ctx, value);
    return HPy_IsNull(holder->h) ? -1 : 0;
}

static void fill_blindly(HPyContext *ctx, struct holder *holder, long value)
{
    holder->extra = value;
    holder->h = HPyLong_FromLong(ctx, value);
}

void passed_by_pointer(HPyContext *ctx)
{
    HPy h = HPyLong_FromLong(ctx, 1);
    behind_pointer(ctx, &h);  // want handle-unchecked "'h' can be null here"
    HPy_Close(ctx, h);
}

void tested_first_is_fine(HPyContext *ctx)
{
    HPy h = HPyLong_FromLong(ctx, 1);
    if (HPy_IsNull(h))
        return;
    behind_pointer(ctx, &h);
    HPy_Close(ctx, h);
}

void tested_inside_is_fine(HPyContext *ctx)
{
    HPy h = HPyLong_FromLong(ctx, 1);
    behind_pointer_if_not_null(ctx, &h);
    HPy_Close(ctx, h);
}

void passed_in_a_struct(HPyContext *ctx)
{
    struct holder holder = { HPyLong_FromLong(ctx, 1), 2 };
    in_struct(ctx, &holder);  // want handle-unchecked "'holder.h' can be null here"
    HPy_Close(ctx, holder.h);
}

void member_tested_inside_is_fine(HPyContext *ctx)
{
    struct holder holder = { HPyLong_FromLong(ctx, 1), 2 };
    in_struct_if_not_null(ctx, &holder);
    HPy_Close(ctx, holder.h);
}

void passed_through_a_wrapper(HPyContext *ctx)
{
    struct holder holder = { HPyLong_FromLong(ctx, 1), 2 };
    in_struct_through_a_wrapper(ctx, &holder, 1);  // want handle-unchecked "'holder.h' can be null"
    HPy_Close(ctx, holder.h);
}

void wrapper_does_not_pass_it_on_is_fine(HPyContext *ctx)
{
    struct holder holder = { HPyLong_FromLong(ctx, 1), 2 };
    in_struct_through_a_wrapper(ctx, &holder, 0);
    HPy_Close(ctx, holder.h);
}

void passed_by_value(HPyContext *ctx)
{
    struct holder holder = { HPyLong_FromLong(ctx, 1), 2 };
    by_value(ctx, holder);  // want handle-unchecked "'holder.h' can be null here"
    HPy_Close(ctx, holder.h);
}

void filled_by_a_helper(HPyContext *ctx)
{
    struct holder holder;
    fill_blindly(ctx, &holder, 3);
    in_struct(ctx, &holder);  // want handle-unchecked "'holder.h' can be null here"
    HPy_Close(ctx, holder.h);
}

void failure_of_the_helper_is_not_seen(HPyContext *ctx)
{
    struct holder holder;
    fill(ctx, &holder, 3);
    in_struct(ctx, &holder);  // want handle-unchecked "'holder.h' can be null here"
    HPy_Close(ctx, holder.h);
}

void failure_of_the_helper_is_seen_is_fine(HPyContext *ctx)
{
    struct holder holder;
    if (fill(ctx, &holder, 3) < 0)
        return;
    in_struct(ctx, &holder);
    HPy_Close(ctx, holder.h);
}

/* A helper that passes its argument on in an array. */
static HPy call_with(HPyContext *ctx, HPy function, HPy argument)
{
    return HPy_Call(ctx, function, &argument, 1, HPy_NULL);
}

static HPy call_with_two(HPyContext *ctx, HPy function, HPy first, HPy second)
{
    HPy arguments[] = { first, second };
    return HPy_Call(ctx, function, arguments, 2, HPy_NULL);
}

static HPy call_if_there(HPyContext *ctx, HPy function, HPy argument)
{
    HPy arguments[] = { argument };
    if (HPy_IsNull(argument))
        return HPy_NULL;
    return HPy_Call(ctx, function, arguments, 1, HPy_NULL);
}

static HPy call_without(HPyContext *ctx, HPy function, HPy argument)
{
    HPy arguments[] = { argument };
    return HPy_Call(ctx, function, arguments, 0, HPy_NULL);
}

HPy passed_on_in_an_array(HPyContext *ctx, HPy function, HPy obj)
{
    HPy text = HPy_Str(ctx, obj);
    HPy result = call_with(ctx, function, text);  // want handle-unchecked "'text' can be null here: 'call_with'"
    HPy_Close(ctx, text);
    return result;
}

HPy passed_on_as_an_element(HPyContext *ctx, HPy function, HPy obj)
{
    HPy text = HPy_Str(ctx, obj);
    HPy result = call_with_two(ctx, function, obj, text);  // want handle-unchecked "'text' can be null here"
    HPy_Close(ctx, text);
    return result;
}

HPy passed_on_after_a_test_is_fine(HPyContext *ctx, HPy function, HPy obj)
{
    HPy text = HPy_Str(ctx, obj);
    HPy result = call_if_there(ctx, function, text);
    HPy_Close(ctx, text);
    return result;
}

HPy not_passed_on_is_fine(HPyContext *ctx, HPy function, HPy obj)
{
    HPy text = HPy_Str(ctx, obj);
    HPy result = call_without(ctx, function, text);
    HPy_Close(ctx, text);
    return result;
}

/* Elements of an array that has no name are called as what was put there, and each is told. */
HPy in_a_nameless_array(HPyContext *ctx, HPy obj)
{
    HPy text = HPy_Str(ctx, obj);
    HPy repr = HPy_Repr(ctx, obj);
    HPy result = HPyTuple_FromArray(ctx, (HPy[]){ text, repr }, 2);  // want handle-unchecked "'text' can be null here" // want handle-unchecked "'repr' can be null here"
    HPy_Close(ctx, text);
    HPy_Close(ctx, repr);
    return result;
}

HPy in_a_nameless_array_is_fine(HPyContext *ctx, HPy obj)
{
    HPy text = HPy_Str(ctx, obj);
    if (HPy_IsNull(text))
        return HPy_NULL;
    HPy result = HPyTuple_FromArray(ctx, (HPy[]){ text, obj }, 2);
    HPy_Close(ctx, text);
    return result;
}
