/* `table_cells` is in access.c, `table_convert` in convert.c: nothing in this file alone tells that the
   first gives out an interior pointer and that the second can collect. */
#include "table.h"

HPyDef_METH(Table_set, "set", HPyFunc_O)
static HPy Table_set_impl(HPyContext *ctx, HPy h_self, HPy h_value)
{
    double *cells = table_cells(ctx, h_self);     // note pointer-spans-gc "'cells' is obtained from 'h_self' here"
    double value = table_convert(ctx, h_value);   // note pointer-spans-gc "'table_convert' can collect: table_convert → number_of → HPyFloat_AsDouble"
    cells[0] = value;                             // want pointer-spans-gc "'cells' is used after a call that can collect"
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(Table_set_right, "set_right", HPyFunc_O)
static HPy Table_set_right_impl(HPyContext *ctx, HPy h_self, HPy h_value)
{
    double value = table_convert(ctx, h_value);
    if (value == -1.0 && HPyErr_Occurred(ctx))
        return HPy_NULL;
    table_cells(ctx, h_self)[0] = value;
    return HPy_Dup(ctx, ctx->h_None);
}

/* `table_missing` does not collect, so this is right too. */
HPyDef_METH(Table_clear, "clear", HPyFunc_NOARGS)
static HPy Table_clear_impl(HPyContext *ctx, HPy h_self)
{
    double *cells = table_cells(ctx, h_self);
    for (int i = 0; i < MAX_ROWS; i++)
        cells[i] = table_missing();
    return HPy_Dup(ctx, ctx->h_None);
}
