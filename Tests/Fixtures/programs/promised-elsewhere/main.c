/* 4.4 #94, #95: promises in a header. */
#include "promise.h"

typedef struct {
    HPy_ssize_t size;
} ArrayObject;

HPyType_HELPERS(ArrayObject)

HPy_ssize_t promise_is_kept_in_another_file_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    promised(ctx, h);
    return self->size;
}

HPy_ssize_t promise_without_a_body_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    promised_without_a_body(ctx, h);
    return self->size;
}

HPy_ssize_t no_promise_and_no_body(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    not_promised_without_a_body(ctx, h);
    return self->size;  // want pointer-spans-gc "'self' is used"
}
