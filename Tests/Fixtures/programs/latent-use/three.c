#include "levels.h"

/* 4.4 #82, #84: the pointer comes from three levels up; there is one finding, and it is here. */
HPy_ssize_t level_three(HPyContext *ctx, HPy h, ArrayObject *array)
{
    HPy_Length(ctx, h);
    return array->size;  // want pointer-spans-gc "'array' is used"
}
