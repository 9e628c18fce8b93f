#ifndef LEVELS_H
#define LEVELS_H

#include "hpy.h"

typedef struct {
    HPy_ssize_t size;
} ArrayObject;

HPyType_HELPERS(ArrayObject)

HPy_ssize_t level_one(HPyContext *ctx, HPy h, ArrayObject *array);
HPy_ssize_t level_two(HPyContext *ctx, HPy h, ArrayObject *array);
HPy_ssize_t level_three(HPyContext *ctx, HPy h, ArrayObject *array);

#endif
