/* What the runtime's debug mode finds in running code, found without running it: contexts. */
#include "hpy.h"

static HPyContext *kept_context;

HPyDef_METH(debug_keep_context, "debug_keep_context", HPyFunc_NOARGS)
static HPy debug_keep_context_impl(HPyContext *ctx, HPy self) {
  kept_context = ctx;  // want context-escapes "'kept_context'"
  return HPy_Dup(ctx, ctx->h_None);
}

/* The use is reported where the context was kept. */
HPyDef_METH(debug_use_kept_context, "debug_use_kept_context", HPyFunc_NOARGS)
static HPy debug_use_kept_context_impl(HPyContext *ctx, HPy self) {
  HPy flag = HPy_Dup(ctx, ctx->h_True);
  int is_bool = HPy_TypeCheck(ctx, flag, ctx->h_BoolType);
  HPy_Close(ctx, flag);
  if (!is_bool) return HPy_Dup(ctx, ctx->h_None);
  return HPy_Dup(kept_context, ctx->h_None);
}

HPyDef_METH(debug_bounce, "debug_bounce", HPyFunc_O)
static HPy debug_bounce_impl(HPyContext *ctx, HPy self, HPy trampoline) {
  return HPy_Call(ctx, trampoline, NULL, 0, HPy_NULL);
}

HPyDef_METH(debug_keep_and_bounce, "debug_keep_and_bounce", HPyFunc_O)
static HPy debug_keep_and_bounce_impl(HPyContext *ctx, HPy self, HPy trampoline) {
  kept_context = ctx;  // want context-escapes "'kept_context'"
  return HPy_Call(ctx, trampoline, NULL, 0, HPy_NULL);
}

typedef struct {
  int value;
} Dummy;
HPyType_HELPERS(Dummy)

/* Whether an argument is of the right type only running code can tell. */
HPyDef_METH(debug_any_struct, "debug_any_struct", HPyFunc_O)
static HPy debug_any_struct_impl(HPyContext *ctx, HPy self, HPy arg) {
  Dummy *dummy = Dummy_AsStruct(ctx, arg);
  return HPyLong_FromLong(ctx, dummy->value);
}

HPyDef_METH(debug_any_type, "debug_any_type", HPyFunc_VARARGS)
static HPy debug_any_type_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs) {
  if (nargs != 2) return HPyErr_SetString(ctx, ctx->h_TypeError, "two arguments needed");
  return HPyBool_FromLong(ctx, HPy_TypeCheck(ctx, args[0], args[1]));
}
