/* Entry points that return a handle which is not theirs. */
#include "hpy.h"

HPyDef_METH(return_self, "return_self", HPyFunc_NOARGS)
static HPy return_self_impl(HPyContext *ctx, HPy self) {
  return self;  // want handle-return-borrowed "'self'"
}

HPyDef_METH(return_self_duplicate, "return_self_duplicate", HPyFunc_NOARGS)
static HPy return_self_duplicate_impl(HPyContext *ctx, HPy self) {
  return HPy_Dup(ctx, self);
}

HPyDef_METH(return_argument, "return_argument", HPyFunc_O)
static HPy return_argument_impl(HPyContext *ctx, HPy self, HPy arg) {
  if (HPyUnicode_Check(ctx, arg)) return arg;  // want handle-return-borrowed "'arg'"
  return HPy_Str(ctx, arg);
}

HPyDef_METH(return_element, "return_element", HPyFunc_VARARGS)
static HPy return_element_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs) {
  if (nargs == 0) return HPyErr_SetString(ctx, ctx->h_TypeError, "an argument needed");
  return args[0];  // want handle-return-borrowed "args[0]"
}

HPyDef_METH(return_last_element, "return_last_element", HPyFunc_VARARGS)
static HPy return_last_element_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs) {
  if (nargs == 0) return HPyErr_SetString(ctx, ctx->h_TypeError, "an argument needed");
  return HPy_Dup(ctx, args[nargs - 1]);
}

HPyDef_METH(return_constant, "return_constant", HPyFunc_NOARGS)
static HPy return_constant_impl(HPyContext *ctx, HPy self) {
  return ctx->h_None;  // want handle-return-borrowed "h_None"
}

HPyDef_METH(return_one_constant, "return_one_constant", HPyFunc_O)
static HPy return_one_constant_impl(HPyContext *ctx, HPy self, HPy arg) {
  return HPyUnicode_Check(ctx, arg) ? ctx->h_True : HPy_Dup(ctx, ctx->h_False);  // want handle-return-borrowed
}

HPyDef_METH(return_one_of_two_duplicates, "return_one_of_two_duplicates", HPyFunc_O)
static HPy return_one_of_two_duplicates_impl(HPyContext *ctx, HPy self, HPy arg) {
  return HPy_Dup(ctx, HPyUnicode_Check(ctx, arg) ? ctx->h_True : ctx->h_False);
}

HPyDef_METH(return_parsed, "return_parsed", HPyFunc_VARARGS)
static HPy return_parsed_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs) {
  HPy obj;
  if (!HPyArg_Parse(ctx, NULL, args, nargs, "O", &obj)) return HPy_NULL;
  return obj;  // want handle-return-borrowed "'obj'"
}

HPyDef_METH(return_parsed_duplicate, "return_parsed_duplicate", HPyFunc_VARARGS)
static HPy return_parsed_duplicate_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs) {
  HPy obj;
  if (!HPyArg_Parse(ctx, NULL, args, nargs, "O", &obj)) return HPy_NULL;
  return HPy_Dup(ctx, obj);
}

HPyDef_METH(return_optional, "return_optional", HPyFunc_VARARGS)
static HPy return_optional_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs) {
  HPy obj = ctx->h_None;
  if (!HPyArg_Parse(ctx, NULL, args, nargs, "|O", &obj)) return HPy_NULL;
  return obj;  // want handle-return-borrowed "'obj'"
}

/* A plain function may hand its argument back; who calls it must know. */
static HPy first_of(HPyContext *ctx, HPy a, HPy b) {
  return HPy_RichCompareBool(ctx, a, b, HPy_LT) > 0 ? a : b;
}

HPyDef_METH(return_of_a_helper, "return_of_a_helper", HPyFunc_O)
static HPy return_of_a_helper_impl(HPyContext *ctx, HPy self, HPy arg) {
  HPy smaller = first_of(ctx, self, arg);
  return smaller;  // want handle-return-borrowed "'smaller'"
}

HPyDef_METH(return_of_a_helper_duplicate, "return_of_a_helper_duplicate", HPyFunc_O)
static HPy return_of_a_helper_duplicate_impl(HPyContext *ctx, HPy self, HPy arg) {
  HPy smaller = first_of(ctx, self, arg);
  return HPy_Dup(ctx, smaller);
}

HPyDef_METH(return_borrowed_default, "return_borrowed_default", HPyFunc_O)
static HPy return_borrowed_default_impl(HPyContext *ctx, HPy self, HPy arg) {
  HPy value = HPy_NULL;
  if (HPy_HasAttr_s(ctx, arg, "value")) {
    value = HPy_GetAttr_s(ctx, arg, "value");
    if (HPy_IsNull(value)) return HPy_NULL;
  } else {
    value = arg;
  }
  return value;  // want handle-return-borrowed "'value'"
}

HPyDef_METH(return_owned_default, "return_owned_default", HPyFunc_O)
static HPy return_owned_default_impl(HPyContext *ctx, HPy self, HPy arg) {
  HPy value = HPy_NULL;
  if (HPy_HasAttr_s(ctx, arg, "value")) {
    value = HPy_GetAttr_s(ctx, arg, "value");
    if (HPy_IsNull(value)) return HPy_NULL;
  } else {
    value = HPy_Dup(ctx, arg);
  }
  return value;
}

HPyDef_METH(return_null, "return_null", HPyFunc_NOARGS)
static HPy return_null_impl(HPyContext *ctx, HPy self) {
  HPyErr_SetString(ctx, ctx->h_RuntimeError, "not here");
  return HPy_NULL;
}

HPyDef_METH(return_comparison, "return_comparison", HPyFunc_O)
static HPy return_comparison_impl(HPyContext *ctx, HPy self, HPy arg) {
  HPy_ssize_t mine = HPy_Length(ctx, self);
  HPy_ssize_t theirs = HPy_Length(ctx, arg);
  if (mine < 0 || theirs < 0) return HPy_NULL;
  HPy_RETURN_RICHCOMPARE(ctx, mine, theirs, HPy_EQ);
}
