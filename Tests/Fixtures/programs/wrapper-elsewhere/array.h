#ifndef ARRAY_H
#define ARRAY_H

#include "hpy.h"

typedef struct {
    HPy_ssize_t size;
    double items[8];
    double *data;
} ArrayObject;

HPyType_HELPERS(ArrayObject)

double *array_items(HPyContext *ctx, HPy h);
double *array_data(HPyContext *ctx, HPy h);
HPy array_empty(HPyContext *ctx, HPy cls, ArrayObject **result);
int array_get(HPyContext *ctx, HPy h_list, HPy_ssize_t i, HPy *item, ArrayObject **result);

#endif
