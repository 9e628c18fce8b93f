/* Uses in all kinds of expressions and statements; pointers in lists, closures, arrays. */
#include "hpy.h"

#include <stdlib.h>
#include <string.h>
#include <stdio.h>
typedef struct { HPy_ssize_t size; double items[8]; double *data; char name[16]; void *extra; } ArrayObject;
HPyType_HELPERS(ArrayObject)
typedef struct Node { ArrayObject *a; struct Node *next; } Node;

double list_on_the_stack(HPyContext *ctx, HPy h1, HPy h2)
{
    Node second = { ArrayObject_AsStruct(ctx, h2), NULL };
    Node first = { ArrayObject_AsStruct(ctx, h1), &second };
    HPy_Length(ctx, h1);
    double s = 0;
    for (Node *n = &first; n; n = n->next)
        s += n->a->items[0];  // want pointer-spans-gc // want pointer-spans-gc
    return s;
}

double list_on_the_stack_is_fine(HPyContext *ctx, HPy h1, HPy h2)
{
    HPy_Length(ctx, h1);
    Node second = { ArrayObject_AsStruct(ctx, h2), NULL };
    Node first = { ArrayObject_AsStruct(ctx, h1), &second };
    double s = 0;
    for (Node *n = &first; n; n = n->next)
        s += n->a->items[0];
    return s;
}

double conditional_argument(HPyContext *ctx, HPy h, int c)
{
    ArrayObject *a = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    return strlen(c ? a->name : "x");  // want pointer-spans-gc
}

void argument_of_printf(HPyContext *ctx, HPy h)
{
    char buf[40];
    ArrayObject *a = ArrayObject_AsStruct(ctx, h);
    HPy_Hash(ctx, h);
    snprintf(buf, sizeof buf, "%s", a->name);  // want pointer-spans-gc
}

double subscript_with_a_subscript(HPyContext *ctx, HPy h, int *perm)
{
    ArrayObject *a = ArrayObject_AsStruct(ctx, h);
    double s = 0;
    for (int i = 0; i < 8; i++) {
        s += a->items[perm[i]];  // want pointer-spans-gc
        if (HPy_IsTrue(ctx, h) < 0) return -1;
    }
    return s;
}

void whole_struct_is_assigned(HPyContext *ctx, HPy h, HPy g)
{
    ArrayObject *a = ArrayObject_AsStruct(ctx, h);
    ArrayObject *b = ArrayObject_AsStruct(ctx, g);
    b->size = 1;
    HPy_Length(ctx, h);
    *a = *ArrayObject_AsStruct(ctx, g);  // want pointer-spans-gc
}

void increment_in_place(HPyContext *ctx, HPy h)
{
    ArrayObject *a = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    a->size++;  // want pointer-spans-gc
}

int switch_on_a_member(HPyContext *ctx, HPy h)
{
    ArrayObject *a = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    switch (a->size) {  // want pointer-spans-gc
    case 0: return 1;
    default: return 2;
    }
}

int comparison_with_the_result_of_the_call(HPyContext *ctx, HPy h)
{
    ArrayObject *a = ArrayObject_AsStruct(ctx, h);
    if (HPy_Length(ctx, h) < a->size)  // want pointer-spans-gc
        return 1;
    return 0;
}

double restrict_and_const(HPyContext *ctx, HPy h)
{
    const ArrayObject *restrict a = ArrayObject_AsStruct(ctx, h);
    const double *const p = a->items;
    HPy_Length(ctx, h);
    return p[3];  // want pointer-spans-gc
}

/* want: void* param generic */
static int visit(void *closure) { ArrayObject *a = (ArrayObject *)closure; return a->size > 0; }
int closure_as_void_pointer(HPyContext *ctx, HPy h)
{
    void *c = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    return visit(c);  // want pointer-spans-gc
}

int closure_as_void_pointer_is_fine(HPyContext *ctx, HPy h)
{
    HPy_Length(ctx, h);
    return visit(ArrayObject_AsStruct(ctx, h));
}

double rows_of_a_matrix(HPyContext *ctx, HPy h)
{
    ArrayObject *a = ArrayObject_AsStruct(ctx, h);
    double (*rows)[4] = (double (*)[4])a->items;
    HPy_Length(ctx, h);
    return rows[1][2];  // want pointer-spans-gc
}

double best_item_is_closed_before_the_use(HPyContext *ctx, HPy list, int n)
{
    HPy best = HPy_NULL;
    ArrayObject *a = NULL;
    double m = 0;
    for (int i = 0; i < n; i++) {
        HPy it = HPy_GetItem_i(ctx, list, i);
        if (HPy_IsNull(it)) break;
        if (HPy_IsNull(best)) { best = it; a = ArrayObject_AsStruct(ctx, best); }
        else HPy_Close(ctx, it);
    }
    HPy_Close(ctx, best);
    if (a) m = a->items[0];  // want pointer-outlives-handle
    return m;
}

double best_item_is_fine(HPyContext *ctx, HPy list, int n)
{
    HPy best = HPy_NULL;
    double m = 0;
    for (int i = 0; i < n; i++) {
        HPy it = HPy_GetItem_i(ctx, list, i);
        if (HPy_IsNull(it)) break;
        double v = ArrayObject_AsStruct(ctx, it)->items[0];
        if (HPy_IsNull(best) || v > m) {
            HPy_Close(ctx, best);
            best = it;
            m = v;
        } else
            HPy_Close(ctx, it);
    }
    if (!HPy_IsNull(best)) m = ArrayObject_AsStruct(ctx, best)->items[0];
    HPy_Close(ctx, best);
    return m;
}

static ArrayObject **all; static int count;
int stored_in_a_growing_array(HPyContext *ctx, HPy h)
{
    ArrayObject **bigger = realloc(all, (count + 1) * sizeof *all);
    if (!bigger) return -1;
    all = bigger;
    all[count++] = ArrayObject_AsStruct(ctx, h);  // want pointer-escapes
    return 0;
}

typedef struct { ArrayObject *a; } Out;
int written_to_a_struct_of_the_caller_and_closed(HPyContext *ctx, HPy list, Out *out)
{
    HPy it = HPy_GetItem_i(ctx, list, 0);
    if (HPy_IsNull(it)) return -1;
    out->a = ArrayObject_AsStruct(ctx, it);  // want pointer-escapes  // note pointer-escapes 1 "from 'it'"
    HPy_Close(ctx, it);  // note pointer-escapes 2 "'it' is closed here"
    return 0;
}

void memory_of_the_extension_in_the_struct_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *a = ArrayObject_AsStruct(ctx, h);
    a->extra = malloc(10);
    a->data = (double *)a->extra;
}

void memory_of_the_extension_is_freed_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *a = ArrayObject_AsStruct(ctx, h);
    free(a->data);
    a->data = NULL;
}

int object_of_the_last_turn(HPyContext *ctx, HPy cls, HPy list, int n)
{
    ArrayObject *prev = NULL;
    for (int i = 0; i < n; i++) {
        ArrayObject *a;
        HPy h = HPy_New(ctx, cls, &a);
        if (HPy_IsNull(h)) return -1;
        a->size = i;
        if (prev) prev->size++;  // want pointer-outlives-handle
        prev = a;
        if (HPyList_Append(ctx, list, h) < 0) { HPy_Close(ctx, h); return -1; }
        HPy_Close(ctx, h);
    }
    return 0;
}

int use2(HPyContext *ctx, ArrayObject *a, HPy h) { int n = a->size; return n + (HPy_Length(ctx, h) > 0); }
int operands_that_both_collect(HPyContext *ctx, HPy h)
{
    ArrayObject *a = ArrayObject_AsStruct(ctx, h);
    return use2(ctx, a, h) + use2(ctx, a, h);  // want pointer-spans-gc // want pointer-spans-gc
}

