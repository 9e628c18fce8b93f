#include "python.h"

long sync_to_python(HPyContext *ctx, HPy h, const struct backend *backend)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    backend->sync(ctx, h);
    return self->size;  // want pointer-spans-gc "'self' is used"
}
