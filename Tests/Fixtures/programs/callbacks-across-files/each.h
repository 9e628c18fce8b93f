#ifndef EACH_H
#define EACH_H

#include "hpy.h"

typedef struct {
    HPy_ssize_t size;
    double items[8];
} ArrayObject;

HPyType_HELPERS(ArrayObject)

typedef double (*visit_function)(HPyContext *ctx, double item);

double each_item(HPyContext *ctx, HPy h, visit_function visit);
double each_boxed_item(HPyContext *ctx, HPy h, visit_function visit);

#endif
