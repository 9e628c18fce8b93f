/* 4.4 #60: the caller's file comes first. */
#include "hpy.h"

typedef struct {
    HPy_ssize_t size;
} ArrayObject;

HPyType_HELPERS(ArrayObject)

extern HPy_ssize_t callee_measure(HPyContext *ctx, HPy h);

HPy_ssize_t callee_is_in_the_file_behind(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    callee_measure(ctx, h);
    return self->size;  // want pointer-spans-gc "'self' is used"
}
