/* Handles and pointers that go through containers in plain C, which know nothing of them. */
#include "hpy.h"

#include <stdlib.h>

typedef struct {
    long size;
} ArrayObject;

HPyType_HELPERS(ArrayObject)

struct vector {
    void **items;
    size_t count;
    size_t capacity;
};

static int push(struct vector *vector, void *item)
{
    if (vector->count == vector->capacity) {
        size_t capacity = vector->capacity ? 2 * vector->capacity : 4;
        void **items = realloc(vector->items, capacity * sizeof *items);
        if (!items)
            return -1;
        vector->items = items;
        vector->capacity = capacity;
    }
    vector->items[vector->count++] = item;
    return 0;
}

static void clear(struct vector *vector)
{
    free(vector->items);
    vector->items = NULL;
    vector->count = vector->capacity = 0;
}

struct link {
    struct link *next;
    void *data;
};

static struct link *add(struct link *list, void *data)
{
    struct link *link = malloc(sizeof *link);
    if (!link)
        return NULL;
    link->next = list;
    link->data = data;
    return link;
}

static void *take(struct link **list)
{
    struct link *link = *list;
    if (!link)
        return NULL;
    void *data = link->data;
    *list = link->next;
    free(link);
    return data;
}

/* Handles as they are. */

HPyDef_METH(pushed_and_closed_is_fine, "pushed_and_closed_is_fine", HPyFunc_O)
static HPy pushed_and_closed_is_fine_impl(HPyContext *ctx, HPy self, HPy arg)
{
    struct vector vector = { 0 };
    HPy item = HPy_GetItem_i(ctx, arg, 0);
    if (HPy_IsNull(item))
        return HPy_NULL;
    if (push(&vector, HPy_AsVoidP(item)) < 0) {
        HPy_Close(ctx, item);
        return HPyErr_NoMemory(ctx);
    }
    HPy_Close(ctx, HPy_FromVoidP(vector.items[0]));
    clear(&vector);
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(pushed_and_forgotten, "pushed_and_forgotten", HPyFunc_O)
static HPy pushed_and_forgotten_impl(HPyContext *ctx, HPy self, HPy arg)
{
    struct vector vector = { 0 };
    HPy item = HPy_GetItem_i(ctx, arg, 0);
    if (HPy_IsNull(item))
        return HPy_NULL;
    if (push(&vector, HPy_AsVoidP(item)) < 0) {
        HPy_Close(ctx, item);
        return HPyErr_NoMemory(ctx);
    }
    clear(&vector);
    return HPy_Dup(ctx, ctx->h_None);  // want handle-leak "'item'"
}

HPyDef_METH(taken_and_closed_is_fine, "taken_and_closed_is_fine", HPyFunc_O)
static HPy taken_and_closed_is_fine_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy item = HPy_GetItem_i(ctx, arg, 0);
    if (HPy_IsNull(item))
        return HPy_NULL;
    struct link *list = add(NULL, HPy_AsVoidP(item));
    if (!list) {
        HPy_Close(ctx, item);
        return HPyErr_NoMemory(ctx);
    }
    HPy taken = HPy_FromVoidP(take(&list));
    HPy_Close(ctx, taken);
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(taken_and_closed_twice, "taken_and_closed_twice", HPyFunc_O)
static HPy taken_and_closed_twice_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy item = HPy_GetItem_i(ctx, arg, 0);
    if (HPy_IsNull(item))
        return HPy_NULL;
    struct link *list = add(NULL, HPy_AsVoidP(item));
    if (!list)
        return HPyErr_NoMemory(ctx);  // want handle-leak "'item'"
    HPy taken = HPy_FromVoidP(take(&list));
    HPy_Close(ctx, taken);
    HPy_Close(ctx, item);  // want handle-double-close "'item'"
    return HPy_Dup(ctx, ctx->h_None);
}

/* Pointers to handles: where the vector has no memory, it is not written to. */

HPyDef_METH(box_is_pushed_is_fine, "box_is_pushed_is_fine", HPyFunc_O)
static HPy box_is_pushed_is_fine_impl(HPyContext *ctx, HPy self, HPy arg)
{
    struct vector vector = { 0 };
    HPy *box = malloc(sizeof *box);
    if (!box)
        return HPyErr_NoMemory(ctx);
    *box = HPy_GetItem_i(ctx, arg, 0);
    if (HPy_IsNull(*box)) {
        free(box);
        return HPy_NULL;
    }
    if (push(&vector, box) < 0) {
        HPy_Close(ctx, *box);
        free(box);
        return HPyErr_NoMemory(ctx);
    }
    HPy *first = vector.items[0];
    HPy_Close(ctx, *first);
    free(first);
    clear(&vector);
    return HPy_Dup(ctx, ctx->h_None);
}

/* Interior pointers. */

HPyDef_METH(pointer_is_pushed_is_fine, "pointer_is_pushed_is_fine", HPyFunc_O)
static HPy pointer_is_pushed_is_fine_impl(HPyContext *ctx, HPy self, HPy arg)
{
    struct vector vector = { 0 };
    ArrayObject *array = ArrayObject_AsStruct(ctx, arg);
    if (push(&vector, array) < 0)
        return HPyErr_NoMemory(ctx);
    long size = ((ArrayObject *)vector.items[0])->size;
    clear(&vector);
    return HPyLong_FromLong(ctx, size);
}

HPyDef_METH(pointer_is_pushed_and_stale, "pointer_is_pushed_and_stale", HPyFunc_O)
static HPy pointer_is_pushed_and_stale_impl(HPyContext *ctx, HPy self, HPy arg)
{
    struct vector vector = { 0 };
    ArrayObject *array = ArrayObject_AsStruct(ctx, arg);
    if (push(&vector, array) < 0)
        return HPyErr_NoMemory(ctx);
    HPy_Close(ctx, HPy_Repr(ctx, self));
    long size = ((ArrayObject *)vector.items[0])->size;  // want pointer-spans-gc "is used"
    clear(&vector);
    return HPyLong_FromLong(ctx, size);
}
