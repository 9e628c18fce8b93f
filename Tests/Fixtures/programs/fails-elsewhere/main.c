/* 4.4 #81, #83: whether the function in the other file collects depends on values. */
#include "hpy.h"

typedef struct {
    HPy_ssize_t size;
    double items[8];
} ArrayObject;

HPyType_HELPERS(ArrayObject)

extern int check_index(HPyContext *ctx, HPy_ssize_t i, HPy_ssize_t size);
extern HPy_ssize_t length_if(HPyContext *ctx, HPy h, int ask);

double collects_only_where_it_fails_is_fine(HPyContext *ctx, HPy h, HPy_ssize_t i)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    if (check_index(ctx, i, 8) < 0)
        return -1;
    return self->items[i];
}

double failure_is_ignored(HPyContext *ctx, HPy h, HPy_ssize_t i)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    if (check_index(ctx, i, 8) < 0)
        i = 0;
    return self->items[i];  // want pointer-spans-gc "'self' is used"
}

double constant_zero_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    length_if(ctx, h, 0);
    return self->items[0];
}

double constant_one(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    length_if(ctx, h, 1);
    return self->items[0];  // want pointer-spans-gc "'self' is used"
}
