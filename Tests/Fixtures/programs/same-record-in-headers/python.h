#ifndef PYTHON_H
#define PYTHON_H

#include "object.h"

struct backend {
    int flags;
    int (*sync)(HPyContext *ctx, HPy h);
};

extern const struct backend python_backend;

#endif
