/* A handle lives for one call, and so does the context. */
#include "hpy.h"

static HPyContext *saved_context;
static HPy saved_callback;
static HPyGlobal callback;

HPyDef_METH(wrong_remember, "wrong_remember", HPyFunc_O)
static HPy wrong_remember_impl(HPyContext *ctx, HPy h_self, HPy h_callback)
{
    saved_context = ctx;                         // want context-escapes
    saved_callback = HPy_Dup(ctx, h_callback);   // want handle-escapes
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(right_remember, "right_remember", HPyFunc_O)
static HPy right_remember_impl(HPyContext *ctx, HPy h_self, HPy h_callback)
{
    HPyGlobal_Store(ctx, &callback, h_callback);
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(right_recall, "right_recall", HPyFunc_NOARGS)
static HPy right_recall_impl(HPyContext *ctx, HPy h_self)
{
    return HPyGlobal_Load(ctx, callback);
}

static HPyGlobal *globals[] = { &callback, NULL };
static HPyDef *methods[] = { &wrong_remember, &right_remember, &right_recall, NULL };
static HPyModuleDef module = { .doc = "callbacks", .defines = methods, .globals = globals };
HPy_MODINIT(callbacks, module)
