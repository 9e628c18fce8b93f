/* A stale pointer is passed to functions that call each other in a ring. */
#include "hpy.h"

typedef struct {
    long size;
    long other;
} ArrayObject;

HPyType_HELPERS(ArrayObject)

static long odd(ArrayObject *self, int n);

static long even(ArrayObject *self, int n)
{
    return n == 0 ? self->size : odd(self, n - 1);
}

static long odd(ArrayObject *self, int n)
{
    return n == 0 ? self->other : even(self, n - 1);
}

long fresh_is_fine(HPyContext *ctx, HPy h)
{
    HPy_SetAttr_s(ctx, h, "x", h);
    return even(ArrayObject_AsStruct(ctx, h), 5);
}

long stale(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPy_SetAttr_s(ctx, h, "x", h);
    return even(self, 5);  // want pointer-spans-gc "'self' is used"
}
