/* Between leaving and re-entering, other threads run and the API is out of bounds. */
#include "hpy.h"

typedef struct {
    double items[1024];
} ArrayObject;
HPyType_HELPERS(ArrayObject)

double wrong_call_outside(HPyContext *ctx, HPy h_array, HPy h_scale)
{
    double scale;
    HPyThreadState state = HPy_LeavePythonExecution(ctx);
    scale = HPyFloat_AsDouble(ctx, h_scale);  // want context-suspended
    HPy_ReenterPythonExecution(ctx, state);
    return scale;
}

double wrong_pointer_behind(HPyContext *ctx, HPy h_array)
{
    ArrayObject *array = ArrayObject_AsStruct(ctx, h_array);
    double sum = 0;
    HPy_BEGIN_LEAVE_PYTHON(ctx);
    for (int i = 0; i < 1024; i++)
        sum += array->items[i];
    HPy_END_LEAVE_PYTHON(ctx);
    array->items[0] = sum;  // want pointer-spans-gc "'array' is used"
    return sum;
}

/* A pointer that was good before may be read outside; after that it is obtained anew. */
double right_sum(HPyContext *ctx, HPy h_array)
{
    ArrayObject *array = ArrayObject_AsStruct(ctx, h_array);
    double sum = 0;
    HPy_BEGIN_LEAVE_PYTHON(ctx);
    for (int i = 0; i < 1024; i++)
        sum += array->items[i];
    HPy_END_LEAVE_PYTHON(ctx);
    ArrayObject_AsStruct(ctx, h_array)->items[0] = sum;
    return sum;
}
