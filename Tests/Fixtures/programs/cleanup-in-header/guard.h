#ifndef GUARD_H
#define GUARD_H

#include "hpy.h"

typedef struct {
    long size;
} ArrayObject;

HPyType_HELPERS(ArrayObject)

struct guard {
    HPyContext *ctx;
    HPy h;
};

void guard_end(struct guard *guard);
void guard_tell(struct guard *guard);

/* Where the attribute is spelled is another file than the variable's. */
#define GUARD __attribute__((cleanup(guard_end))) struct guard
#define ENDED_BY(function) __attribute__((unused, __cleanup__(function)))
#define AUTO(type, way) __attribute__((cleanup(type##_##way))) struct type

#endif
