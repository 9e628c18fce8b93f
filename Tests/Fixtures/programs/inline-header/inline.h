#ifndef INLINE_H
#define INLINE_H

#include "hpy.h"

typedef struct {
    HPy_ssize_t size;
} ArrayObject;

HPyType_HELPERS(ArrayObject)

static inline HPy_ssize_t checked_length(HPyContext *ctx, HPy h)
{
    HPy_ssize_t length = HPy_Length(ctx, h);
    return length < 0 ? 0 : length;
}

static inline HPy_ssize_t checked_size(HPyContext *ctx, HPy h)
{
    HPy_ssize_t size = ArrayObject_AsStruct(ctx, h)->size;
    return size < 0 ? 0 : size;
}

/* 4.4 #80: the finding in a header is reported once, though two files include it. */
static inline HPy_ssize_t stale_size(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

#endif
