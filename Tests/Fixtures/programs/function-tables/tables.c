#include "operations.h"

static HPy_ssize_t measure_quietly(HPyContext *ctx, HPy h)
{
    return ArrayObject_AsStruct(ctx, h)->size;
}

static HPy_ssize_t measure_loudly(HPyContext *ctx, HPy h)
{
    return HPy_Length(ctx, h);
}

const Operations quiet_operations[2] = {
    { "one", measure_quietly },
    { "two", measure_quietly },
};

const Operations loud_operations[2] = {
    { "one", measure_quietly },
    { "two", measure_loudly },
};

Operations chosen_operations;

void choose_operations(int loud)
{
    chosen_operations.measure = loud ? measure_loudly : measure_quietly;
}
