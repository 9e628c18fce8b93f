/* Loops that end where an array holds null: what was tested of one element does not hold of the
   next. */
#include "hpy.h"

#include <stddef.h>

typedef struct {
    long size;
} ArrayObject;

HPyType_HELPERS(ArrayObject)

static void tell(HPyContext *ctx, HPy h)
{
    HPy_SetAttr_s(ctx, h, "seen", ctx->h_True);
}

static void tell_from_the_second(HPyContext *ctx, HPy h, const char *const *names)
{
    int is_second = 0;
    for (; *names; names++) {
        if (is_second)
            tell(ctx, h);
        is_second = 1;
    }
}

static void tell_by_index(HPyContext *ctx, HPy h, const char *const *names)
{
    int is_second = 0;
    for (int i = 0; names[i] != NULL; i++) {
        if (is_second)
            tell(ctx, h);
        is_second = 1;
    }
}

static void only_go_through(const char *const *names, int *count)
{
    while (*names++)
        ++*count;
}

long walked(HPyContext *ctx, HPy h, const char *const *names)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    tell_from_the_second(ctx, h, names);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

long indexed(HPyContext *ctx, HPy h, const char *const *names)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    tell_by_index(ctx, h, names);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

long gone_through_is_fine(HPyContext *ctx, HPy h, const char *const *names)
{
    int count = 0;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    only_go_through(names, &count);
    return self->size + count;
}

long in_place(HPyContext *ctx, HPy h, const char *const *names)
{
    int is_second = 0;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    for (; *names; names++) {
        if (is_second)
            tell(ctx, h);
        is_second = 1;
    }
    return self->size;  // want pointer-spans-gc "'self' is used"
}
