/* C that is not seen every day. */
#include "hpy.h"

#include <stdlib.h>
#include <string.h>
#include <stdarg.h>
typedef struct { HPy_ssize_t size; double items[8]; unsigned a : 3, b : 5; union { int i; float f; } u; struct { int x; struct { int y; } in; } st; } ArrayObject;
HPyType_HELPERS(ArrayObject)

int computed_goto(HPyContext *ctx, HPy h, const int *code)
{
    static void *const table[] = { &&op_gc, &&op_use, &&op_end };
    ArrayObject *a = ArrayObject_AsStruct(ctx, h);
    int s = 0;
    goto *table[*code++];
op_gc:
    HPy_Length(ctx, h);
    goto *table[*code++];
op_use:
    s += a->size;  // want pointer-spans-gc
    goto *table[*code++];
op_end:
    return s;
}

double variable_length_array(HPyContext *ctx, HPy h, int n)
{
    ArrayObject *v[n];
    for (int i = 0; i < n; i++) v[i] = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    return v[0]->items[0];  // want pointer-spans-gc
}

int controlling_expression_of_generic_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *a = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    return _Generic(a->size, long: 1, default: 2);
}

int typeof_and_alignof_are_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *a = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    __typeof__(a->size) n = 3;
    return (int)n + (int)_Alignof(ArrayObject) + (int)sizeof(a->items[2]);
}

int bit_fields_and_anonymous_members(HPyContext *ctx, HPy h)
{
    ArrayObject *a = ArrayObject_AsStruct(ctx, h);
    a->st.in.y = 1; a->u.f = 2; a->a = 3;
    HPy_Length(ctx, h);
    a->b = 4;  // want pointer-spans-gc
    return 0;
}

int old_style(ctx, h)
    HPyContext *ctx;
    HPy h;
{
    ArrayObject *a = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    return a->size;  // want pointer-spans-gc
}

int variadic_function(HPyContext *ctx, HPy h, ...)
{
    va_list ap;
    ArrayObject *a = ArrayObject_AsStruct(ctx, h);
    va_start(ap, h);
    int n = va_arg(ap, int);
    va_end(ap);
    if (n) HPy_Length(ctx, h);
    return a->size;  // want pointer-spans-gc
}

int inline_assembly_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *a = ArrayObject_AsStruct(ctx, h);
    int x = 1;
    __asm__ volatile ("" : "+r"(x) : : "memory");
    return a->size + x;
}

int nested_conditionals(HPyContext *ctx, HPy h, int n)
{
    ArrayObject *a = ArrayObject_AsStruct(ctx, h);
    return n == 0 ? 0 : n == 1 ? (HPy_Length(ctx, h) > 0 ? a->size : 0) : a->size;  // want pointer-spans-gc
}

int declaration_within_switch(HPyContext *ctx, HPy h, int n)
{
    switch (n) {
        ArrayObject *a;
    case 1:
        a = ArrayObject_AsStruct(ctx, h);
        HPy_Length(ctx, h);
        return a->size;  // want pointer-spans-gc
    case 2 ... 5:
        a = ArrayObject_AsStruct(ctx, h);
        return a->size;
    }
    return 0;
}

#define TRY(e) ({ HPy _r = (e); if (HPy_IsNull(_r)) return HPy_NULL; _r; })
HPy statement_expression_that_returns_is_fine(HPyContext *ctx, HPy h)
{
    HPy x = TRY(HPy_GetAttr_s(ctx, h, "x"));
    HPy_ssize_t n = ArrayObject_AsStruct(ctx, x)->size;
    HPy_Close(ctx, x);
    return HPyLong_FromSsize_t(ctx, n);
}

HPy statement_expression_that_collects(HPyContext *ctx, HPy h)
{
    ArrayObject *a = ArrayObject_AsStruct(ctx, h);
    HPy x = TRY(HPy_GetAttr_s(ctx, h, "x"));
    a->size++;  // want pointer-spans-gc
    return x;
}

/* postfix in call args, pointer to pointer */
int pointer_to_pointers_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *arr[3] = { ArrayObject_AsStruct(ctx, h), ArrayObject_AsStruct(ctx, h), NULL };
    ArrayObject **p = arr;
    int n = 0;
    while (*p) n += (*p++)->size;
    return n;
}

int pointer_to_pointers(HPyContext *ctx, HPy h)
{
    ArrayObject *arr[3] = { ArrayObject_AsStruct(ctx, h), NULL };
    ArrayObject **p = arr;
    int n = 0;
    HPy_Length(ctx, h);
    while (*p) n += (*p++)->size;  // want pointer-spans-gc
    return n;
}

int two_increments(HPyContext *ctx, HPy h, int n)
{
    ArrayObject *a = ArrayObject_AsStruct(ctx, h);
    int s = 0;
    for (int i = 0, j = n; i < j; i++, j -= HPy_Length(ctx, h))
        s += a->items[i & 7];  // want pointer-spans-gc
    return s;
}

int continue_in_do_while(HPyContext *ctx, HPy h, int n)
{
    ArrayObject *a = ArrayObject_AsStruct(ctx, h);
    int s = 0;
    do {
        if (n & 1) { HPy_Length(ctx, h); continue; }
        s += a->size;  // want pointer-spans-gc
    } while (--n > 0);
    return s;
}

#define UNLIKELY(x) __builtin_expect(!!(x), 0)
double builtin_expect_is_fine(HPyContext *ctx, HPy v)
{
    HPy x = HPy_GetAttr_s(ctx, v, "x");
    if (UNLIKELY(HPy_IsNull(x))) return -1;
    double d = ArrayObject_AsStruct(ctx, x)->items[0];
    HPy_Close(ctx, x);
    return d;
}

/* switch in loop with continue */
double switch_in_a_loop_is_fine(HPyContext *ctx, HPy list, const int *kinds, int n)
{
    double d = 0;
    for (int i = 0; i < n; i++) {
        HPy x = HPy_GetItem_i(ctx, list, i);
        if (HPy_IsNull(x)) return -1;
        switch (kinds[i]) {
        case 0: HPy_Close(ctx, x); continue;
        case 1: d += ArrayObject_AsStruct(ctx, x)->items[0]; break;
        default: HPy_Close(ctx, x); return d;
        }
        HPy_Close(ctx, x);
    }
    return d;
}

/* struct return with handle */
typedef struct { HPy h; ArrayObject *a; } Pair;
static Pair pair_of(HPyContext *ctx, HPy list, int i)
{
    Pair p = { HPy_GetItem_i(ctx, list, i), NULL };
    if (!HPy_IsNull(p.h)) p.a = ArrayObject_AsStruct(ctx, p.h);
    return p;
}

double handle_and_pointer_by_value_is_fine(HPyContext *ctx, HPy list)
{
    Pair p = pair_of(ctx, list, 0);
    if (HPy_IsNull(p.h)) return -1;
    double d = p.a->items[0];
    HPy_Close(ctx, p.h);
    return d;
}

double handle_and_pointer_by_value(HPyContext *ctx, HPy list)
{
    Pair p = pair_of(ctx, list, 0);
    if (HPy_IsNull(p.h)) return -1;
    HPy_Close(ctx, p.h);
    return p.a->items[0];  // want pointer-outlives-handle
}

/* array of structs with handles by index */
double handles_and_pointers_in_an_array_is_fine(HPyContext *ctx, HPy list)
{
    Pair ps[2];
    for (int i = 0; i < 2; i++) {
        ps[i] = pair_of(ctx, list, i);
        if (HPy_IsNull(ps[i].h)) {
            while (i-- > 0) HPy_Close(ctx, ps[i].h);
            return -1;
        }
    }
    double d = ArrayObject_AsStruct(ctx, ps[0].h)->items[0] + ArrayObject_AsStruct(ctx, ps[1].h)->items[0];
    for (int i = 0; i < 2; i++) HPy_Close(ctx, ps[i].h);
    return d;
}

/* flexible macro for each */
#define FOR_EACH(ctx, item, list, n) for (int _i = 0; _i < (n); _i++) for (HPy item = HPy_GetItem_i((ctx), (list), _i), *_once = &item; _once && !HPy_IsNull(item); HPy_Close((ctx), item), _once = NULL)
double loop_in_a_macro_is_fine(HPyContext *ctx, HPy list, int n)
{
    double d = 0;
    FOR_EACH(ctx, item, list, n) d += ArrayObject_AsStruct(ctx, item)->items[0];
    return d;
}


#define SIZE_OF(x) \
    _Generic((x), ArrayObject *: ((ArrayObject *)(void *)(x))->size, default: (HPy_ssize_t)1)

HPy_ssize_t generic_selection(HPyContext *ctx, HPy h)
{
    ArrayObject *a = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    return SIZE_OF(a);  // want pointer-spans-gc "'a'"
}

HPy_ssize_t generic_selection_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *a = ArrayObject_AsStruct(ctx, h);
    HPy_ssize_t size = SIZE_OF(a);
    HPy_Length(ctx, h);
    return size + SIZE_OF((double *)a);
}

HPy_ssize_t atomic_variable(HPyContext *ctx, HPy h)
{
    ArrayObject *a;
    __atomic_store_n(&a, ArrayObject_AsStruct(ctx, h), __ATOMIC_RELEASE);
    HPy_Length(ctx, h);
    return __atomic_load_n(&a, __ATOMIC_ACQUIRE)->size;  // want pointer-spans-gc
}

HPy_ssize_t atomic_variable_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *a = NULL;
    HPy_Length(ctx, h);
    __atomic_store_n(&a, ArrayObject_AsStruct(ctx, h), __ATOMIC_RELEASE);
    return __atomic_load_n(&a, __ATOMIC_ACQUIRE)->size;
}

HPy_ssize_t atomic_member(HPyContext *ctx, HPy h)
{
    ArrayObject *a = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    return __atomic_load_n(&a->size, __ATOMIC_RELAXED);  // want pointer-spans-gc
}

size_t evaluated_size(HPyContext *ctx, HPy h)
{
    ArrayObject *a = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    return sizeof(char[a->size]);  // want pointer-spans-gc "'a'"
}

size_t size_that_is_not_evaluated_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *a = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    return sizeof(a->items) + sizeof(char[sizeof a->size]);
}
