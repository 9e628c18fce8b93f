/* 4.4 #59: two ways down to one collecting call; there is one finding. */
#include "diamond.h"

typedef struct {
    HPy_ssize_t size;
} ArrayObject;

HPyType_HELPERS(ArrayObject)

HPy_ssize_t two_ways_down(HPyContext *ctx, HPy h, int flag)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);  // note pointer-spans-gc 1 "'self' is obtained from 'h' here"
    top(ctx, h, flag);                                 // note pointer-spans-gc 2 "_side → bottom → HPy_Length"
    return self->size;                                 // want pointer-spans-gc "'self' is used"
}
