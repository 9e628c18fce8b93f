#ifndef FILTERS_H
#define FILTERS_H

#include "hpy.h"

typedef struct {
    long size;
} ArrayObject;

HPyType_HELPERS(ArrayObject)

typedef long (*filter_function)(HPyContext *ctx, HPy h, long size);

struct filter {
    const char *name;
    int (*prepare)(HPyContext *ctx, HPy h);
    filter_function apply;
};

extern const struct filter *const filters[];

filter_function filter_named(const char *name);
struct filter *filter_for(int careful);

extern void (*on_change)(HPyContext *ctx);
void set_on_change(void (*run)(HPyContext *ctx));

static inline void changed(HPyContext *ctx)
{
    void (*run)(HPyContext *) = on_change;
    if (run)
        run(ctx);
}

#endif
