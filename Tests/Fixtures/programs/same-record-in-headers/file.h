#ifndef FILE_H
#define FILE_H

#include "object.h"

struct backend {
    const char *name;
    int (*sync)(HPyContext *ctx, HPy h);
};

extern const struct backend file_backend;

#endif
