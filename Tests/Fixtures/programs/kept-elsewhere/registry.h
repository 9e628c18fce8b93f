#ifndef REGISTRY_H
#define REGISTRY_H

#include "hpy.h"

typedef struct {
    HPy_ssize_t size;
} ArrayObject;

HPyType_HELPERS(ArrayObject)

typedef struct Entry {
    ArrayObject *array;
    struct Entry *next;
} Entry;

int registry_add(ArrayObject *array);
void registry_clear(void);
int registry_add_for_now(ArrayObject *array);
HPy_ssize_t registry_sum(void);

#endif
