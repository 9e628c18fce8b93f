/* The address of a part of the struct is returned. */
#include "hpy.h"

typedef struct Inner {
    long values[4];
} Inner;

typedef struct Counter {
    long count;
    Inner inner;
} Counter;

HPyType_HELPERS(Counter)

static void length_is_asked(HPyContext **ctx)
{
    HPy_Length(*ctx, (*ctx)->h_None);
}

long *address_of_a_member(HPyContext *ctx, HPy h)
{
    Counter *self = Counter_AsStruct(ctx, h);   // note pointer-spans-gc 1 "'self' is obtained from 'h' here"
    HPy_Length(ctx, h);                         // note pointer-spans-gc 2 "'HPy_Length' can collect"
    return &self->count;                        // want pointer-spans-gc "'self' is used"
}

long *address_of_an_element(HPyContext *ctx, HPy h, long i)
{
    Counter *self = Counter_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    return self->inner.values + i;              // want pointer-spans-gc "'self' is used"
}

long *address_of_a_member_obtained_last_is_fine(HPyContext *ctx, HPy h)
{
    HPy_Length(ctx, h);
    Counter *self = Counter_AsStruct(ctx, h);
    return &self->count;
}

int whether_the_address_is_null_is_fine(HPyContext *ctx, HPy h)
{
    Counter *self = Counter_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    return &self->inner != NULL;
}

Inner *address_of_a_struct_inside(HPyContext *ctx, HPy list)
{
    HPy item = HPy_GetItem_i(ctx, list, 0);
    if (HPy_IsNull(item))
        return NULL;
    Counter *self = Counter_AsStruct(ctx, item);
    HPy_Close(ctx, item);
    return &self->inner;                        // want pointer-outlives-handle "'self' is used after its handle 'item' was closed"
}

/* What is returned is computed before the scope ends. */
long *collected_at_the_end_of_the_scope(HPyContext *ctx, HPy h)
{
    __attribute__((cleanup(length_is_asked))) HPyContext *asked = ctx;
    Counter *self = Counter_AsStruct(ctx, h);
    return &self->inner.values[1];              // want pointer-spans-gc "'self' is used"
}

long value_read_before_the_end_of_the_scope_is_fine(HPyContext *ctx, HPy h)
{
    __attribute__((cleanup(length_is_asked))) HPyContext *asked = ctx;
    Counter *self = Counter_AsStruct(ctx, h);
    return self->inner.values[1];
}
