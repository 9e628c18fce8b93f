#ifndef ARRAY_H
#define ARRAY_H

#include "hpy.h"

typedef struct {
    HPy_ssize_t size;
    double items[8];
} ArrayObject;

HPyType_HELPERS(ArrayObject)

HPy_ssize_t measure(HPyContext *ctx, HPy h);
HPy_ssize_t read_size(HPyContext *ctx, HPy h);

#endif
