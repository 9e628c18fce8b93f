/* 4.4 #86: the pointer is stale when it is handed down; the finding is where that happens. */
#include "hpy.h"

typedef struct {
    HPy_ssize_t size;
} ArrayObject;

HPyType_HELPERS(ArrayObject)

extern HPy_ssize_t middle(ArrayObject *array);

HPy_ssize_t stale_when_handed_down(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    return middle(self);  // want pointer-spans-gc "'self' is used"
}

HPy_ssize_t fresh_when_handed_down_is_fine(HPyContext *ctx, HPy h)
{
    HPy_Length(ctx, h);
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    return middle(self);
}
