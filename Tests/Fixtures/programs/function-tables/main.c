/* 4.4 #74, #75: the tables are filled in another file. */
#include "operations.h"

HPy_ssize_t table_of_harmless_functions_is_fine(HPyContext *ctx, HPy h, int i)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    quiet_operations[i].measure(ctx, h);
    return self->size;
}

HPy_ssize_t table_with_a_collecting_function(HPyContext *ctx, HPy h, int i)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    loud_operations[i].measure(ctx, h);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

HPy_ssize_t member_assigned_in_another_file(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    chosen_operations.measure(ctx, h);
    return self->size;  // want pointer-spans-gc "'self' is used"
}
