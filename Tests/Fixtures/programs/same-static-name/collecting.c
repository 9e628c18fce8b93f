/* 4.4 #65: `prepare` is another function in each file. */
#include "hpy.h"

typedef struct {
    HPy_ssize_t size;
} ArrayObject;

HPyType_HELPERS(ArrayObject)

static HPy_ssize_t prepare(HPyContext *ctx, HPy h)
{
    return HPy_Length(ctx, h);
}

HPy_ssize_t own_prepare_collects(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    prepare(ctx, h);
    return self->size;  // want pointer-spans-gc "'self' is used"
}
