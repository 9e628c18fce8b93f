/* Functions that find, fill, convert and close for others; function tables; callbacks. */
#include "hpy.h"

#include <stdlib.h>
#include <string.h>
typedef struct { HPy_ssize_t size; double items[8]; double *data; } ArrayObject;
HPyType_HELPERS(ArrayObject)

/* designated initialisers, array-of-struct, by name lookup */
typedef struct { const char *name; double (*fn)(HPyContext *, HPy); } Op;
static double op_len(HPyContext *ctx, HPy h) { return (double)HPy_Length(ctx, h); }
static double op_first(HPyContext *ctx, HPy h) { return ArrayObject_AsStruct(ctx, h)->items[0]; }
static const Op pure_ops[] = { { .name = "first", .fn = op_first }, { .fn = op_first } };
static const Op *find(const Op *ops, int n, const char *name)
{
    for (int i = 0; i < n; i++) if (ops[i].name && strcmp(ops[i].name, name) == 0) return &ops[i];
    return NULL;
}

/* None of the operations of this table can collect. */
double operation_of_a_table_that_was_looked_up_is_fine(HPyContext *ctx, HPy h, const char *name)
{
    const Op *op = find(pure_ops, 2, name);
    if (!op) return 0;
    ArrayObject *a = ArrayObject_AsStruct(ctx, h);
    double d = op->fn(ctx, h);
    return d + a->items[0];
}

static const Op any_ops[] = { { "first", op_first }, { "len", op_len } };
double collecting_operation_of_a_table_that_was_looked_up(HPyContext *ctx, HPy h, const char *name)
{
    const Op *op = find(any_ops, 2, name);
    if (!op) return 0;
    ArrayObject *a = ArrayObject_AsStruct(ctx, h);
    double d = op->fn(ctx, h);
    return d + a->items[0];  // want pointer-spans-gc
}

/* callback with closure */
typedef int (*each_fn)(HPyContext *ctx, double v, void *closure);
static int each(HPyContext *ctx, const double *v, int n, each_fn fn, void *closure)
{
    for (int i = 0; i < n; i++) if (fn(ctx, v[i], closure)) return -1;
    return 0;
}

static int sum_fn(HPyContext *ctx, double v, void *closure) { *(double *)closure += v; return 0; }
double callback_with_a_closure_is_fine(HPyContext *ctx, HPy h)
{
    double s = 0;
    ArrayObject *a = ArrayObject_AsStruct(ctx, h);
    each(ctx, a->items, 8, sum_fn, &s);
    return s + a->items[0];
}

/* callback that appends to a list: want in each2 */
static int each2(HPyContext *ctx, const double *v, int n, each_fn fn, void *closure)
{
    for (int i = 0; i < n; i++)
        if (fn(ctx, v[i], closure)) return -1;  // want pointer-spans-gc
    return 0;
}

static int append_fn(HPyContext *ctx, double v, void *closure)
{
    HPy f = HPyFloat_FromDouble(ctx, v);
    if (HPy_IsNull(f)) return -1;
    int r = HPyList_Append(ctx, *(HPy *)closure, f);
    HPy_Close(ctx, f);
    return r;
}

HPy callback_that_appends_to_a_list(HPyContext *ctx, HPy h)
{
    HPy list = HPyList_New(ctx, 0);
    if (HPy_IsNull(list)) return HPy_NULL;
    ArrayObject *a = ArrayObject_AsStruct(ctx, h);
    if (each2(ctx, a->items, 8, append_fn, &list) < 0) { HPy_Close(ctx, list); return HPy_NULL; }
    return list;
}

/* status enum */
typedef enum { OK, MISSING, FAILED } Status;
static Status get(HPyContext *ctx, HPy o, const char *n, HPy *out)
{
    if (!HPy_HasAttr_s(ctx, o, n)) return MISSING;
    *out = HPy_GetAttr_s(ctx, o, n);
    return HPy_IsNull(*out) ? FAILED : OK;
}

double status_in_a_switch_is_fine(HPyContext *ctx, HPy o)
{
    HPy x;
    switch (get(ctx, o, "x", &x)) {
    case OK: break;
    case MISSING: return 0;
    case FAILED: return -1;
    }
    double d = ArrayObject_AsStruct(ctx, x)->items[0];
    HPy_Close(ctx, x);
    return d;
}

double status_that_is_compared(HPyContext *ctx, HPy o)
{
    HPy x;
    if (get(ctx, o, "x", &x) != OK) return -1;
    ArrayObject *a = ArrayObject_AsStruct(ctx, x);
    HPy_Close(ctx, x);
    return a->items[0];  // want pointer-outlives-handle
}

/* lazily-created handle */
static int ensure(HPyContext *ctx, HPy *h, HPy cls)
{
    if (!HPy_IsNull(*h)) return 0;
    ArrayObject *a;
    *h = HPy_New(ctx, cls, &a);
    if (HPy_IsNull(*h)) return -1;
    a->size = 0;
    return 0;
}

HPy handle_made_when_it_is_needed_is_fine(HPyContext *ctx, HPy cls, int n)
{
    HPy h = HPy_NULL;
    for (int i = 0; i < n; i++) {
        if (ensure(ctx, &h, cls) < 0) return HPy_NULL;
        ArrayObject_AsStruct(ctx, h)->size++;
    }
    return h;
}

/* getter via macro-generated accessors */
#define GETTER(field) static HPy get_##field(HPyContext *ctx, HPy h) { ArrayObject *a = ArrayObject_AsStruct(ctx, h); return HPyLong_FromSsize_t(ctx, a->field); }
GETTER(size)
HPy getter_from_a_macro_is_fine(HPyContext *ctx, HPy h) { return get_size(ctx, h); }
HPy_ssize_t getter_while_the_pointer_is_kept(HPyContext *ctx, HPy h)
{
    ArrayObject *a = ArrayObject_AsStruct(ctx, h);
    HPy s = get_size(ctx, h);
    HPy_Close(ctx, s);
    return a->size;  // want pointer-spans-gc
}

/* tree recursion */
typedef struct Tree { struct Tree *l, *r; double v; } Tree;
static double tree_sum(const Tree *t) { return t ? t->v + tree_sum(t->l) + tree_sum(t->r) : 0; }
double recursion_over_a_tree_is_fine(HPyContext *ctx, HPy h, const Tree *t)
{
    ArrayObject *a = ArrayObject_AsStruct(ctx, h);
    a->items[0] = tree_sum(t);
    return a->items[0];
}

static int tree_each(HPyContext *ctx, const Tree *t, HPy list)
{
    if (!t) return 0;
    HPy f = HPyFloat_FromDouble(ctx, t->v);
    if (HPy_IsNull(f)) return -1;
    int r = HPyList_Append(ctx, list, f);
    HPy_Close(ctx, f);
    if (r < 0) return r;
    if (tree_each(ctx, t->l, list) < 0) return -1;
    return tree_each(ctx, t->r, list);
}

double recursion_over_a_tree_that_collects(HPyContext *ctx, HPy h, const Tree *t, HPy list)
{
    ArrayObject *a = ArrayObject_AsStruct(ctx, h);
    if (tree_each(ctx, t, list) < 0) return -1;
    return a->items[0];  // want pointer-spans-gc
}

/* helper closes on failure only */
static int init(HPyContext *ctx, HPy h, HPy v)
{
    double d = HPyFloat_AsDouble(ctx, v);
    if (d == -1.0 && HPyErr_Occurred(ctx)) { HPy_Close(ctx, h); return -1; }
    ArrayObject_AsStruct(ctx, h)->items[0] = d;
    return 0;
}

HPy helper_closes_where_it_fails_is_fine(HPyContext *ctx, HPy cls, HPy v)
{
    ArrayObject *a;
    HPy h = HPy_New(ctx, cls, &a);
    if (HPy_IsNull(h)) return HPy_NULL;
    a->size = 1;
    if (init(ctx, h, v) < 0) return HPy_NULL;
    return h;
}

double helper_closes_where_it_fails(HPyContext *ctx, HPy cls, HPy v)
{
    ArrayObject *a;
    HPy h = HPy_New(ctx, cls, &a);
    if (HPy_IsNull(h)) return -1;
    if (init(ctx, h, v) < 0) return a->items[0];  // want pointer-outlives-handle
    HPy_Close(ctx, h);
    return 0;
}

/* returns pointer or null by out flag */
static ArrayObject *maybe(HPyContext *ctx, HPy h, int *found)
{
    *found = HPy_IsTrue(ctx, h) > 0;
    return *found ? ArrayObject_AsStruct(ctx, h) : NULL;
}

double pointer_and_flag_is_fine(HPyContext *ctx, HPy h)
{
    int found;
    ArrayObject *a = maybe(ctx, h, &found);
    return found ? a->items[0] : 0;
}

double two_pointers_and_flags(HPyContext *ctx, HPy h, HPy g)
{
    int f1, f2;
    ArrayObject *a = maybe(ctx, h, &f1);
    ArrayObject *b = maybe(ctx, g, &f2);
    if (!f1 || !f2) return 0;
    double d = b->items[0];
    return d + a->items[0];  // want pointer-spans-gc
}

