#include "array.h"

static HPy_ssize_t count(HPyContext *ctx, HPy h)
{
    return HPy_Length(ctx, h);
}

HPy_ssize_t measure(HPyContext *ctx, HPy h)
{
    return count(ctx, h) + 1;
}

HPy_ssize_t read_size(HPyContext *ctx, HPy h)
{
    return ArrayObject_AsStruct(ctx, h)->size;
}
