/* 4.4 #65, 4.7 #163: `current` is another variable in each file. */
#include "hpy.h"

typedef struct {
    HPy_ssize_t size;
} ArrayObject;

HPyType_HELPERS(ArrayObject)

static ArrayObject *current;

extern void clear_the_other_one(void);

void not_cleared_by_the_other_file(HPyContext *ctx, HPy h)
{
    current = ArrayObject_AsStruct(ctx, h);  // want pointer-escapes "is kept in 'current'"
    current->size = 0;
    clear_the_other_one();
}

void clear_this_one(void)
{
    current = NULL;
}
