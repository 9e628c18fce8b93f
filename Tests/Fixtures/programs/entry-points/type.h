#ifndef TYPE_H
#define TYPE_H

#include "hpy.h"

typedef struct {
    HPy_ssize_t size;
    double items[8];
} ArrayObject;

HPyType_HELPERS(ArrayObject)

void report_progress(HPyContext *ctx, HPy h);

#endif
