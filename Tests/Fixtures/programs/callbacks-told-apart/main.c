/* Helpers call what each of their callers passes: a caller is judged by what it passes itself. */
#include "walk.h"

static int count_none(HPyContext *ctx, HPy item, void *data)
{
    *(int *)data += HPy_Is(ctx, item, ctx->h_None);
    return 0;
}

static int mark(HPyContext *ctx, HPy item, void *data)
{
    return HPy_SetAttr_s(ctx, item, "marked", ctx->h_True);
}

static int drop(HPyContext *ctx, HPy item, void *data)
{
    HPy_Close(ctx, item);
    return 0;
}

static int add(HPyContext *ctx, HPy item, void *data)
{
    ((ArrayObject *)data)->size += ArrayObject_AsStruct(ctx, item)->size;
    return 0;
}

int compare_longs(const void *left, const void *right)
{
    long a = *(const long *)left, b = *(const long *)right;
    return (a > b) - (a < b);
}

static HPyContext *sorting;

int compare_handles(const void *left, const void *right)
{
    HPy a = *(const HPy *)left, b = *(const HPy *)right;
    return HPy_RichCompareBool(sorting, a, b, HPy_LT) ? -1 : 1;
}

static const struct order orders[] = {
    { compare_longs, sizeof(long) },
    { compare_handles, sizeof(HPy) },
};

long counting_is_fine(HPyContext *ctx, HPy h, HPy *items, int n)
{
    int count = 0;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    each(ctx, items, n, count_none, &count);
    return self->size + count;
}

long marking_collects(HPyContext *ctx, HPy h, HPy *items, int n)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    each(ctx, items, n, mark, NULL);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

long adding_is_fine(HPyContext *ctx, HPy h, HPy *items, int n)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    each(ctx, items, n, add, self);
    return self->size;
}

long counting_from_the_end_is_fine(HPyContext *ctx, HPy h, HPy *items, int n)
{
    int count = 0;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    each_from_the_end(ctx, items, n, count_none, &count);
    return self->size + count;
}

long marking_from_the_end_collects(HPyContext *ctx, HPy h, HPy *items, int n)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    each_from_the_end(ctx, items, n, mark, NULL);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

void dropped_by_what_is_passed_is_fine(HPyContext *ctx)
{
    HPy item = HPyLong_FromLong(ctx, 1);
    give(ctx, item, drop, NULL);
}

void dropped_twice(HPyContext *ctx)
{
    HPy item = HPyLong_FromLong(ctx, 1);
    give(ctx, item, drop, NULL);
    HPy_Close(ctx, item);  // want handle-double-close "'item' is closed twice"
}

void not_dropped_by_what_is_passed(HPyContext *ctx)
{
    int count = 0;
    HPy item = HPyLong_FromLong(ctx, 1);
    if (HPy_IsNull(item))
        return;
    give(ctx, item, count_none, &count);
}  // want handle-leak "'item' is not closed"

long one_of_two_collects(HPyContext *ctx, HPy h, HPy *items, int n, int marks)
{
    static const visit_function visits[] = { count_none, mark };
    int count = 0;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    each(ctx, items, n, visits[marks], &count);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

long visitor_is_fine(HPyContext *ctx, HPy h)
{
    int count = 0;
    struct visitor visitor = { count_none, &count };
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    visit_one(ctx, &visitor, h);
    visit_by_value(ctx, visitor, h);
    return self->size + count;
}

long visitor_collects(HPyContext *ctx, HPy h)
{
    struct visitor visitor = { mark, NULL };
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    visit_one(ctx, &visitor, h);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

long visitor_by_value_collects(HPyContext *ctx, HPy h)
{
    struct visitor visitor = { mark, NULL };
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    visit_by_value(ctx, visitor, h);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

long walking_is_fine(HPyContext *ctx, HPy h, const struct tree *tree)
{
    int count = 0;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    walk(ctx, tree, count_none, &count);
    return self->size + count;
}

long walking_collects(HPyContext *ctx, HPy h, const struct tree *tree)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    walk(ctx, tree, mark, NULL);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

long sorting_longs_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    sort(self->items, 8, compare_longs);
    sort_in_order(&orders[0], self->items, 8);
    return self->items[0];
}

long sorting_handles(HPyContext *ctx, HPy h, long *values)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    sort(values, 8, compare_handles);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

long sorting_handles_in_order(HPyContext *ctx, HPy h, HPy *values)
{
    struct order order;
    order.compare = compare_handles;
    order.size = sizeof *values;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    sort_in_order(&order, values, 8);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

long sorting_in_an_order_of_a_table(HPyContext *ctx, HPy h, HPy *values, int which)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    qsort(values, 8, sizeof *values, orders[which].compare);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

long stream_that_counts_is_fine(HPyContext *ctx, HPy h)
{
    struct stream stream;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    open_counting(&stream);
    stream_print(&stream, "text");
    stream_end(&stream);
    return self->size;
}

long stream_that_collects(HPyContext *ctx, HPy h)
{
    struct stream stream;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    open_attribute(&stream, ctx, h);
    stream_print(&stream, "text");
    stream_end(&stream);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

int stream_is_not_ended(HPyContext *ctx, HPy h)
{
    struct stream stream;
    open_attribute(&stream, ctx, h);
    return stream_print(&stream, "text");  // want handle-leak "'stream.target'"
}
