#include "walk.h"

int each(HPyContext *ctx, HPy *items, int count, visit_function visit, void *data)
{
    for (int i = 0; i < count; i++)
        if (visit(ctx, items[i], data) < 0)
            return -1;
    return 0;
}

static int visit_at(HPyContext *ctx, HPy *items, int i, visit_function visit, void *data)
{
    return visit(ctx, items[i], data);
}

int each_from_the_end(HPyContext *ctx, HPy *items, int count, visit_function visit, void *data)
{
    while (count-- > 0)
        if (visit_at(ctx, items, count, visit, data) < 0)
            return -1;
    return 0;
}

int give(HPyContext *ctx, HPy item, visit_function visit, void *data)
{
    return visit(ctx, item, data);
}

int visit_one(HPyContext *ctx, const struct visitor *visitor, HPy item)
{
    return visitor->visit(ctx, item, visitor->data);
}

int visit_by_value(HPyContext *ctx, struct visitor visitor, HPy item)
{
    return visitor.visit(ctx, item, visitor.data);
}

int walk(HPyContext *ctx, const struct tree *tree, visit_function visit, void *data)
{
    if (!tree)
        return 0;
    if (walk(ctx, tree->left, visit, data) < 0 || visit(ctx, tree->value, data) < 0)
        return -1;
    return walk(ctx, tree->right, visit, data);
}

void sort(long *values, size_t count, compare_function compare)
{
    if (count > 1)
        qsort(values, count, sizeof *values, compare);
}

void sort_in_order(const struct order *order, void *values, size_t count)
{
    qsort(values, count, order->size, order->compare);
}
