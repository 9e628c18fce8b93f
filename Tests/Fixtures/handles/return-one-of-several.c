/* Which element is returned is not known, but all of them are somebody else's. */
#include "hpy.h"

HPyDef_METH(last_true, "last_true", HPyFunc_VARARGS)
static HPy last_true_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs) {
  const HPy *arg = args + nargs;
  while (arg-- > args)
    if (HPy_IsTrue(ctx, *arg) > 0) return *arg;  // want handle-return-borrowed "argument"
  return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(last_true_is_fine, "last_true", HPyFunc_VARARGS)
static HPy last_true_is_fine_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs) {
  const HPy *arg = args + nargs;
  while (arg-- > args)
    if (HPy_IsTrue(ctx, *arg) > 0) return HPy_Dup(ctx, *arg);
  return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(type_of, "type_of", HPyFunc_VARARGS)
static HPy type_of_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs) {
  HPy types[] = {ctx->h_LongType, ctx->h_FloatType, ctx->h_UnicodeType};
  if (nargs > 2) return HPy_NULL;
  return types[nargs];  // want handle-return-borrowed "constant"
}

HPyDef_METH(type_of_one, "type_of_one", HPyFunc_O)
static HPy type_of_one_impl(HPyContext *ctx, HPy self, HPy arg) {
  HPy types[] = {ctx->h_LongType, ctx->h_FloatType, ctx->h_UnicodeType};
  for (int i = 0; i < 3; i++)
    if (HPy_TypeCheck(ctx, arg, types[i])) return types[i];  // want handle-return-borrowed "types[i]"
  return HPy_Dup(ctx, ctx->h_None);
}

/* One of them is owned: which one is returned is not known, and nothing is said. */
HPyDef_METH(own_or_not_is_fine, "own_or_not", HPyFunc_O)
static HPy own_or_not_is_fine_impl(HPyContext *ctx, HPy self, HPy arg) {
  HPy choices[] = {HPy_Dup(ctx, self), arg};
  int which = HPy_Length(ctx, arg) > 0;
  if (which == 1) {
    HPy_Close(ctx, choices[0]);
    return HPy_Dup(ctx, choices[which]);
  }
  return choices[which];
}
