/* What a function does depends on how two of its arguments, or two members, are related. */
#include "hpy.h"

#include <stdlib.h>

typedef struct {
    long size;
    long items[8];
} ArrayObject;

HPyType_HELPERS(ArrayObject)

static void describe_between(HPyContext *ctx, HPy *items, int from, int to)
{
    if (from < to)
        HPy_Close(ctx, HPy_Repr(ctx, items[from]));
}

static void describe_unless_same(HPyContext *ctx, HPy h, long one, long other)
{
    if (one != other)
        HPy_Close(ctx, HPy_Repr(ctx, h));
}

static long is_inside(long i, long size)
{
    return i < size;
}

static int check_index(HPyContext *ctx, long i, long size)
{
    if (i >= size) {
        HPyErr_SetString(ctx, ctx->h_IndexError, "out of range");
        return -1;
    }
    return 0;
}

long nothing_between_is_fine(HPyContext *ctx, HPy h, HPy *items)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    describe_between(ctx, items, 3, 3);
    return self->size;
}

long something_between(HPyContext *ctx, HPy h, HPy *items)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    describe_between(ctx, items, 0, 3);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

long empty_range_is_fine(HPyContext *ctx, HPy h, HPy *items, int from, int to)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    if (from < to)
        return -1;
    describe_between(ctx, items, from, to);
    return self->size;
}

long perhaps_empty_range(HPyContext *ctx, HPy h, HPy *items, int from, int to)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    if (from > to)
        return -1;
    describe_between(ctx, items, from, to);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

long same_twice_is_fine(HPyContext *ctx, HPy h, long n)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    describe_unless_same(ctx, h, n, n);
    return self->size;
}

long one_more(HPyContext *ctx, HPy h, long n)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    describe_unless_same(ctx, h, n, n + 1);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

long checked_before_is_fine(HPyContext *ctx, HPy h, long i, long size)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    if (!is_inside(i, size))
        return -1;
    check_index(ctx, i, size);
    return self->size;
}

long checked_against_another(HPyContext *ctx, HPy h, long i, long size, long other)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    if (!is_inside(i, size))
        return -1;
    check_index(ctx, i, other);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

/* Uses inside the callee. */

static long read_behind(HPyContext *ctx, const ArrayObject *array, HPy h, int from, int to)
{
    HPy_Close(ctx, HPy_Repr(ctx, h));
    if (from < to)
        return array->items[from];  // want pointer-spans-gc "'array' is used"
    return 0;
}

static long read_behind_never(HPyContext *ctx, const ArrayObject *array, HPy h, int from, int to)
{
    HPy_Close(ctx, HPy_Repr(ctx, h));
    if (from < to)
        return array->items[from];
    return 0;
}

long read_in_range(HPyContext *ctx, HPy h)
{
    return read_behind(ctx, ArrayObject_AsStruct(ctx, h), h, 0, 4);
}

long read_out_of_range_is_fine(HPyContext *ctx, HPy h, int n)
{
    return read_behind_never(ctx, ArrayObject_AsStruct(ctx, h), h, n, n);
}

/* Members of a struct. */

struct list {
    HPy *items;
    size_t count;
    size_t capacity;
};

static int append(struct list *list, HPy item)
{
    if (list->count == list->capacity) {
        size_t capacity = list->capacity ? 2 * list->capacity : 4;
        HPy *items = realloc(list->items, capacity * sizeof *items);
        if (items == NULL)
            return -1;
        list->items = items;
        list->capacity = capacity;
    }
    list->items[list->count++] = item;
    return 0;
}

static void flush_full(HPyContext *ctx, struct list *list, HPy sink)
{
    if (list->count < list->capacity)
        return;
    HPy_Close(ctx, HPy_Repr(ctx, sink));
    list->count = 0;
}

long room_is_left_is_fine(HPyContext *ctx, HPy h)
{
    struct list list = { NULL, 0, 4 };
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    flush_full(ctx, &list, h);
    return self->size;
}

long no_room_is_left(HPyContext *ctx, HPy h)
{
    struct list list = { NULL, 4, 4 };
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    flush_full(ctx, &list, h);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

HPyDef_METH(first_appended_is_fine, "first_appended_is_fine", HPyFunc_O)
static HPy first_appended_is_fine_impl(HPyContext *ctx, HPy self, HPy arg)
{
    struct list list = { NULL, 0, 0 };
    HPy item = HPy_GetItem_i(ctx, arg, 0);
    if (HPy_IsNull(item))
        return HPy_NULL;
    if (append(&list, item) < 0) {
        HPy_Close(ctx, item);
        return HPyErr_NoMemory(ctx);
    }
    HPy_Close(ctx, list.items[0]);
    free(list.items);
    return HPy_Dup(ctx, ctx->h_None);
}
