/* 4.4 #58, #60: the callees are in another file. */
#include "array.h"

HPy_ssize_t helper_in_another_file_collects(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);  // note pointer-spans-gc 1 "'self' is obtained from 'h' here"
    measure(ctx, h);                                   // note pointer-spans-gc 2 "'measure' can collect: measure → count → HPy_Length"
    return self->size;                                 // want pointer-spans-gc "'self' is used"
}

HPy_ssize_t helper_in_another_file_does_not_collect_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    read_size(ctx, h);
    return self->size;
}
