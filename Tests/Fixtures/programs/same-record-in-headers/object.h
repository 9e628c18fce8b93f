#ifndef OBJECT_H
#define OBJECT_H

#include "hpy.h"

typedef struct {
    long size;
} ArrayObject;

HPyType_HELPERS(ArrayObject)

#endif
