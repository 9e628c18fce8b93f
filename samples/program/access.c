#include "table.h"

double *table_cells(HPyContext *ctx, HPy h_table)
{
    return TableObject_AsStruct(ctx, h_table)->cells;
}

HPyDef_SLOT(Table_traverse, HPy_tp_traverse)
static int Table_traverse_impl(void *object, HPyFunc_visitproc visit, void *arg)
{
    TableObject *self = (TableObject *)object;
    HPy_VISIT(&self->names);
    return 0;
}
