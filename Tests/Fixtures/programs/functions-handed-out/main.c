/* 4.4 #73, #74: functions that another file keeps and hands out. */
#include "filters.h"

static long changes;

static void count_changes(HPyContext *ctx)
{
    (void)ctx;
    changes++;
}

long named_is_fine(HPyContext *ctx, HPy h, HPy other)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    filter_function apply = filter_named("plain");
    if (apply == NULL)
        return -1;
    self->size = apply(ctx, other, 3);
    return 0;
}

long all_applied_is_fine(HPyContext *ctx, HPy h, HPy other)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    for (int i = 0; filters[i]; i++) {
        const struct filter *filter = filters[i];
        self->size = filter->apply(ctx, other, self->size);
    }
    return 0;
}

long one_prepared(HPyContext *ctx, HPy h, HPy other, int i)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    const struct filter *filter = filters[i];
    if (filter->prepare(ctx, other) < 0)
        return -1;
    return self->size;  // want pointer-spans-gc "'self' is used"
}

long own_prepared_is_fine(HPyContext *ctx, HPy h, HPy other, int first)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    int (*prepare)(HPyContext *, HPy) = filter_for(first)->prepare;
    if (prepare(ctx, other) < 0)
        return -1;
    return self->size;
}

long set_here_is_fine(HPyContext *ctx, HPy h)
{
    set_on_change(count_changes);
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    changed(ctx);
    return self->size;
}
