/* 4.5 #104: the handle is closed in another file. */
#include "hpy.h"

typedef struct {
    HPy_ssize_t size;
} ArrayObject;

HPyType_HELPERS(ArrayObject)

extern void release_both(HPyContext *ctx, HPy left, HPy right);
extern void release_none(HPyContext *ctx, HPy left, HPy right);

HPy_ssize_t closed_in_another_file(HPyContext *ctx, HPy h)
{
    HPy left = HPy_Dup(ctx, h);
    HPy right = HPy_Dup(ctx, h);
    ArrayObject *array = ArrayObject_AsStruct(ctx, right);
    release_both(ctx, left, right);
    return array->size;  // want pointer-outlives-handle "'array' is used after its handle 'right' was closed"
}

HPy_ssize_t not_closed_in_another_file_is_fine(HPyContext *ctx, HPy h)
{
    HPy left = HPy_Dup(ctx, h);
    HPy right = HPy_Dup(ctx, h);
    ArrayObject *array = ArrayObject_AsStruct(ctx, right);
    release_none(ctx, left, right);
    HPy_ssize_t size = array->size;
    release_both(ctx, left, right);
    return size;
}
