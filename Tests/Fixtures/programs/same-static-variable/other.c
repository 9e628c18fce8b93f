#include "hpy.h"

typedef struct {
    HPy_ssize_t size;
} ArrayObject;

HPyType_HELPERS(ArrayObject)

static ArrayObject *current;

void clear_the_other_one(void)
{
    current = NULL;
}

void cleared_by_its_own_file_is_fine(HPyContext *ctx, HPy h)
{
    current = ArrayObject_AsStruct(ctx, h);
    current->size = 0;
    clear_the_other_one();
}
