#include "hpy.h"

typedef struct {
    HPy_ssize_t size;
} ArrayObject;

HPyType_HELPERS(ArrayObject)

static HPy_ssize_t prepare(HPyContext *ctx, HPy h)
{
    return ArrayObject_AsStruct(ctx, h)->size;
}

HPy_ssize_t own_prepare_does_not_collect_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    prepare(ctx, h);
    return self->size;
}
