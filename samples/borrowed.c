/* Arguments belong to the caller, constants to the context. */
#include "hpy.h"

HPyDef_METH(wrong_close_argument, "wrong_close_argument", HPyFunc_O)
static HPy wrong_close_argument_impl(HPyContext *ctx, HPy h_self, HPy h_argument)
{
    HPy h_text = HPy_Str(ctx, h_argument);
    HPy_Close(ctx, h_argument);  // want handle-close-borrowed "'h_argument'"
    return h_text;
}

HPyDef_METH(right_close_argument, "right_close_argument", HPyFunc_O)
static HPy right_close_argument_impl(HPyContext *ctx, HPy h_self, HPy h_argument)
{
    return HPy_Str(ctx, h_argument);
}

HPyDef_METH(wrong_return, "wrong_return", HPyFunc_NOARGS)
static HPy wrong_return_impl(HPyContext *ctx, HPy h_self)
{
    return ctx->h_None;  // want handle-return-borrowed
}

HPyDef_METH(wrong_identity, "wrong_identity", HPyFunc_NOARGS)
static HPy wrong_identity_impl(HPyContext *ctx, HPy h_self)
{
    return h_self;  // want handle-return-borrowed
}

HPyDef_METH(right_return, "right_return", HPyFunc_NOARGS)
static HPy right_return_impl(HPyContext *ctx, HPy h_self)
{
    return HPy_Dup(ctx, h_self);
}
