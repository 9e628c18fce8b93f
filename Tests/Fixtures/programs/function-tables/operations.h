#ifndef OPERATIONS_H
#define OPERATIONS_H

#include "hpy.h"

typedef struct {
    const char *name;
    HPy_ssize_t (*measure)(HPyContext *ctx, HPy h);
} Operations;

typedef struct {
    HPy_ssize_t size;
} ArrayObject;

HPyType_HELPERS(ArrayObject)

extern const Operations quiet_operations[2];
extern const Operations loud_operations[2];
extern Operations chosen_operations;

void choose_operations(int loud);

#endif
