/* Ways to write correct code: nothing may be found here but what is marked. */
#include "hpy.h"

#include <stdlib.h>
#include <string.h>
typedef struct { HPy_ssize_t size; double items[8]; double *data; void *owner; } ArrayObject;
HPyType_HELPERS(ArrayObject)

enum { NONE, OPEN, DONE };
HPy_ssize_t handle_kept_between_two_states_is_fine(HPyContext *ctx, HPy h, HPy list, int n)
{
    int state = NONE; HPy cur = HPy_NULL; ArrayObject *a = NULL; HPy_ssize_t s = 0;
    for (int i = 0; i < n; i++) {
        switch (state) {
        case NONE:
            cur = HPy_GetItem_i(ctx, list, i);
            if (HPy_IsNull(cur)) return -1;
            a = ArrayObject_AsStruct(ctx, cur);
            state = OPEN;
            break;
        case OPEN:
            s += a->size;
            HPy_Close(ctx, cur);
            cur = HPy_NULL;
            state = NONE;
            break;
        default: break;
        }
    }
    if (state == OPEN) HPy_Close(ctx, cur);
    return s;
}

HPy_ssize_t value_read_in_the_first_turn_is_fine(HPyContext *ctx, HPy h, int n)
{
    HPy_ssize_t size = -1;
    while (n--) {
        if (size < 0) size = ArrayObject_AsStruct(ctx, h)->size;
        HPy_Length(ctx, h);
    }
    return size;
}

int result_code_and_two_handles_is_fine(HPyContext *ctx, HPy h, HPy v)
{
    int rc = -1;
    HPy x = HPy_NULL, y = HPy_NULL;
    x = HPy_GetAttr_s(ctx, v, "x");
    if (HPy_IsNull(x)) goto out;
    y = HPy_GetAttr_s(ctx, v, "y");
    if (HPy_IsNull(y)) goto out;
    ArrayObject *a = ArrayObject_AsStruct(ctx, h);
    a->items[0] = 1;
    rc = 0;
out:
    if (!HPy_IsNull(x)) HPy_Close(ctx, x);
    if (!HPy_IsNull(y)) HPy_Close(ctx, y);
    return rc;
}

double optional_argument_is_fine(HPyContext *ctx, HPy h, HPy opt)
{
    ArrayObject *o = NULL;
    HPy held = HPy_NULL;
    if (!HPy_Is(ctx, opt, ctx->h_None)) {
        held = HPy_Dup(ctx, opt);
        o = ArrayObject_AsStruct(ctx, held);
    }
    double r = ArrayObject_AsStruct(ctx, h)->items[0];
    if (o) r += o->items[0];
    if (o) HPy_Close(ctx, held);
    return r;
}

double continue_behind_each_close_is_fine(HPyContext *ctx, HPy list, int n)
{
    double sum = 0;
    for (int i = 0; i < n; i++) {
        HPy it = HPy_GetItem_i(ctx, list, i);
        if (HPy_IsNull(it)) { HPyErr_Clear(ctx); continue; }
        ArrayObject *a = ArrayObject_AsStruct(ctx, it);
        if (a->size == 0) { HPy_Close(ctx, it); continue; }
        sum += a->items[0];
        HPy_Close(ctx, it);
    }
    return sum;
}

double pointers_are_swapped_is_fine(HPyContext *ctx, HPy h1, HPy h2)
{
    ArrayObject *x = ArrayObject_AsStruct(ctx, h1), *y = ArrayObject_AsStruct(ctx, h2);
    if (x->size < y->size) { ArrayObject *t = x; x = y; y = t; }
    return x->items[0] - y->items[0];
}

double *contents_copied_in_one_expression_is_fine(HPyContext *ctx, HPy h)
{
    HPy_ssize_t n = ArrayObject_AsStruct(ctx, h)->size;
    double *out = malloc(n * sizeof *out);
    if (!out) { HPyErr_NoMemory(ctx); return NULL; }
    memcpy(out, ArrayObject_AsStruct(ctx, h)->items, n * sizeof *out);
    return out;
}

typedef struct { HPy a, b; } Two;
static void two_close(HPyContext *ctx, Two *t) { HPy_Close(ctx, t->a); HPy_Close(ctx, t->b); }
static int two_open(HPyContext *ctx, Two *t, HPy o)
{
    t->a = HPy_GetAttr_s(ctx, o, "a");
    t->b = HPy_NULL;
    if (HPy_IsNull(t->a)) return -1;
    t->b = HPy_GetAttr_s(ctx, o, "b");
    if (HPy_IsNull(t->b)) { HPy_Close(ctx, t->a); t->a = HPy_NULL; return -1; }
    return 0;
}

double two_handles_in_a_struct_is_fine(HPyContext *ctx, HPy o)
{
    Two t;
    if (two_open(ctx, &t, o) < 0) return -1;
    double r = ArrayObject_AsStruct(ctx, t.a)->items[0] + ArrayObject_AsStruct(ctx, t.b)->items[0];
    two_close(ctx, &t);
    return r;
}

double two_handles_in_a_struct_closed_too_early(HPyContext *ctx, HPy o)
{
    Two t;
    if (two_open(ctx, &t, o) < 0) return -1;
    ArrayObject *a = ArrayObject_AsStruct(ctx, t.b);
    two_close(ctx, &t);
    return a->items[0];  // want pointer-outlives-handle
}

static HPy keep(HPyContext *ctx, HPy h) { return HPy_Dup(ctx, h); }
double duplicate_from_a_helper_is_fine(HPyContext *ctx, HPy h)
{
    HPy k = keep(ctx, h);
    double d = ArrayObject_AsStruct(ctx, k)->items[0];
    HPy_Close(ctx, k);
    return d;
}

double loop_that_counts_down_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *a = ArrayObject_AsStruct(ctx, h);
    double s = 0;
    for (unsigned i = 8; i-- > 0; ) s += a->items[i];
    return s;
}

double pointer_that_walks_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *a = ArrayObject_AsStruct(ctx, h);
    double s = 0;
    for (double *p = a->items, *e = p + a->size; p < e; ++p) s += *p;
    return s;
}

double pointer_that_walks_across_calls(HPyContext *ctx, HPy h)
{
    ArrayObject *a = ArrayObject_AsStruct(ctx, h);
    double s = 0;
    for (double *p = a->items, *e = p + 8; p < e; ++p) {
        s += *p;   // want pointer-spans-gc
        HPy_Length(ctx, h);
    }
    return s;
}

extern void hook(HPyContext *ctx);
double unknown_hook_behind_the_read_is_fine(HPyContext *ctx, HPy h)
{
    double d = ArrayObject_AsStruct(ctx, h)->items[0];
    hook(ctx);
    return d;
}

double null_test_in_a_conditional_is_fine(HPyContext *ctx, HPy h, HPy v)
{
    HPy x = HPy_GetAttr_s(ctx, v, "x");
    double d = HPy_IsNull(x) ? -1 : ArrayObject_AsStruct(ctx, x)->items[0];
    HPy_Close(ctx, x);
    return d;
}

double null_tests_joined_by_and_is_fine(HPyContext *ctx, HPy v)
{
    HPy x, y = HPy_NULL; double d = -1;
    if (!HPy_IsNull(x = HPy_GetAttr_s(ctx, v, "x")) && !HPy_IsNull(y = HPy_GetAttr_s(ctx, v, "y")))
        d = ArrayObject_AsStruct(ctx, x)->items[0] + ArrayObject_AsStruct(ctx, y)->items[0];
    HPy_Close(ctx, x);
    HPy_Close(ctx, y);
    return d;
}

double null_test_kept_in_a_variable_is_fine(HPyContext *ctx, HPy v)
{
    HPy x = HPy_GetAttr_s(ctx, v, "x");
    int ok = !HPy_IsNull(x);
    double d = 0;
    if (ok) d = ArrayObject_AsStruct(ctx, x)->items[0];
    if (ok) HPy_Close(ctx, x);
    return d;
}

long error_test_before_the_pointer_is_fine(HPyContext *ctx, HPy h, HPy v)
{
    long n = HPyLong_AsLong(ctx, v);
    if (n == -1 && HPyErr_Occurred(ctx)) return -1;
    ArrayObject *a = ArrayObject_AsStruct(ctx, h);
    a->size = n;
    return 0;
}

int retry_obtains_anew_is_fine(HPyContext *ctx, HPy h)
{
    int tries = 0;
retry:;
    ArrayObject *a = ArrayObject_AsStruct(ctx, h);
    if (a->size == 0 && tries++ < 3) {
        HPy_Length(ctx, h);
        goto retry;
    }
    return a->size;
}

