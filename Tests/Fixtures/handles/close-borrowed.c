/* Handles that the function does not own are closed by those who do. */
#include "hpy.h"

HPyDef_METH(close_argument, "close_argument", HPyFunc_O)
static HPy close_argument_impl(HPyContext *ctx, HPy self, HPy arg) {
  HPy_Close(ctx, arg);  // want handle-close-borrowed "'arg'"
  return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(close_self, "close_self", HPyFunc_NOARGS)
static HPy close_self_impl(HPyContext *ctx, HPy self) {
  HPy_Close(ctx, self);  // want handle-close-borrowed "'self'"
  return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(close_element, "close_element", HPyFunc_VARARGS)
static HPy close_element_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs) {
  if (nargs != 1) return HPyErr_SetString(ctx, ctx->h_TypeError, "one argument needed");
  HPy_Close(ctx, args[0]);  // want handle-close-borrowed "args[0]"
  return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(close_elements, "close_elements", HPyFunc_VARARGS)
static HPy close_elements_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs) {
  for (size_t i = 0; i < nargs; i++) HPy_Close(ctx, args[i]);  // want handle-close-borrowed "args"
  return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(close_constant, "close_constant", HPyFunc_NOARGS)
static HPy close_constant_impl(HPyContext *ctx, HPy self) {
  HPy_Close(ctx, ctx->h_None);  // want handle-close-borrowed "h_None"
  return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(close_constant_variable, "close_constant_variable", HPyFunc_O)
static HPy close_constant_variable_impl(HPyContext *ctx, HPy self, HPy arg) {
  HPy base = HPyUnicode_Check(ctx, arg) ? ctx->h_UnicodeType : ctx->h_BaseObjectType;
  HPy result = HPy_Call(ctx, base, &arg, 1, HPy_NULL);
  HPy_Close(ctx, base);  // want handle-close-borrowed "'base'"
  return result;
}

HPyDef_METH(close_duplicate, "close_duplicate", HPyFunc_O)
static HPy close_duplicate_impl(HPyContext *ctx, HPy self, HPy arg) {
  HPy own = HPy_Dup(ctx, arg);
  HPy text = HPy_Repr(ctx, own);
  HPy_Close(ctx, own);
  return text;
}

/* What 'O' of this parser writes is the element itself. */
HPyDef_METH(close_parsed, "close_parsed", HPyFunc_VARARGS)
static HPy close_parsed_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs) {
  HPy obj;
  if (!HPyArg_Parse(ctx, NULL, args, nargs, "O", &obj)) return HPy_NULL;
  HPy text = HPy_Repr(ctx, obj);
  HPy_Close(ctx, obj);  // want handle-close-borrowed "'obj'"
  return text;
}

HPyDef_METH(keep_parsed, "keep_parsed", HPyFunc_VARARGS)
static HPy keep_parsed_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs) {
  HPy obj;
  if (!HPyArg_Parse(ctx, NULL, args, nargs, "O", &obj)) return HPy_NULL;
  return HPy_Repr(ctx, obj);
}

/* Here 'O' writes a duplicate that belongs to the tracker. */
HPyDef_METH(close_tracked, "close_tracked", HPyFunc_KEYWORDS)
static HPy close_tracked_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs,
                              HPy kwnames) {
  static const char *names[] = {"obj", NULL};
  HPyTracker tracker;
  HPy obj;
  if (!HPyArg_ParseKeywords(ctx, &tracker, args, nargs, kwnames, "O", names, &obj)) return HPy_NULL;
  HPy text = HPy_Repr(ctx, obj);
  HPyTracker_Close(ctx, tracker);
  return text;
}

HPyDef_METH(close_default, "close_default", HPyFunc_VARARGS)
static HPy close_default_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs) {
  HPy base = nargs > 0 ? args[0] : ctx->h_None;
  HPy text = HPy_Repr(ctx, base);
  HPy_Close(ctx, base);  // want handle-close-borrowed "'base'"
  return text;
}

/* Owned on one path, borrowed on the other, and a flag that knows. */
HPyDef_METH(close_when_owned, "close_when_owned", HPyFunc_VARARGS)
static HPy close_when_owned_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs) {
  int owned = 0;
  HPy base = ctx->h_None;
  if (nargs > 0) {
    base = HPy_Type(ctx, args[0]);
    if (HPy_IsNull(base)) return HPy_NULL;
    owned = 1;
  }
  HPy text = HPy_Repr(ctx, base);
  if (owned) HPy_Close(ctx, base);
  return text;
}

static void release_it(HPyContext *ctx, HPy h) {
  HPy_Close(ctx, h);
}

HPyDef_METH(close_by_helper, "close_by_helper", HPyFunc_O)
static HPy close_by_helper_impl(HPyContext *ctx, HPy self, HPy arg) {
  release_it(ctx, arg);  // want handle-close-borrowed "'arg'"
  return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(close_keyword_names, "close_keyword_names", HPyFunc_KEYWORDS)
static HPy close_keyword_names_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs,
                                    HPy kwnames) {
  HPy_Close(ctx, kwnames);  // want handle-close-borrowed "'kwnames'"
  return HPy_Dup(ctx, ctx->h_None);
}

/* The parameter is reused for an owned handle. */
HPyDef_METH(close_reused, "close_reused", HPyFunc_O)
static HPy close_reused_impl(HPyContext *ctx, HPy self, HPy arg) {
  arg = HPy_Str(ctx, arg);
  if (HPy_IsNull(arg)) return HPy_NULL;
  HPy_ssize_t n = HPy_Length(ctx, arg);
  HPy_Close(ctx, arg);
  return HPyLong_FromSsize_t(ctx, n);
}
