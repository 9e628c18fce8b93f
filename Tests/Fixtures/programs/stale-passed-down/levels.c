#include "hpy.h"

typedef struct {
    HPy_ssize_t size;
} ArrayObject;

static HPy_ssize_t bottom(ArrayObject *array)
{
    return array->size;
}

HPy_ssize_t middle(ArrayObject *array)
{
    return bottom(array);
}
