/* What the runtime's debug mode finds in running code, found without running it: handles. */
#include "hpy.h"

HPyDef_METH(debug_clean, "debug_clean", HPyFunc_O)
static HPy debug_clean_impl(HPyContext *ctx, HPy self, HPy arg) {
  HPy number = HPyLong_FromLong(ctx, 12);
  HPy unused = HPyLong_FromLong(ctx, 5);
  HPy twin = HPy_Dup(ctx, arg);
  HPy_Close(ctx, unused);
  HPy result = HPy_Dup(ctx, number);
  HPy_Close(ctx, number);
  HPy_Close(ctx, twin);
  return result;
}

HPyDef_METH(debug_double_close, "debug_double_close", HPyFunc_O)
static HPy debug_double_close_impl(HPyContext *ctx, HPy self, HPy arg) {
  HPy twin = HPy_Dup(ctx, arg);
  HPy_Close(ctx, twin);
  HPy_Close(ctx, twin);  // want handle-double-close "'twin'"
  return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(debug_use_after_close, "debug_use_after_close", HPyFunc_O)
static HPy debug_use_after_close_impl(HPyContext *ctx, HPy self, HPy arg) {
  HPy twin = HPy_Dup(ctx, arg);
  HPy_Close(ctx, twin);
  return HPy_Repr(ctx, twin);  // want handle-use-after-close "'twin'"
}

HPyDef_METH(debug_close_argument, "debug_close_argument", HPyFunc_O)
static HPy debug_close_argument_impl(HPyContext *ctx, HPy self, HPy arg) {
  HPy_Close(ctx, arg);  // want handle-close-borrowed "'arg'"
  return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(debug_return_self, "debug_return_self", HPyFunc_NOARGS)
static HPy debug_return_self_impl(HPyContext *ctx, HPy self) {
  return self;  // want handle-return-borrowed "'self'"
}

HPyDef_METH(debug_return_argument, "debug_return_argument", HPyFunc_O)
static HPy debug_return_argument_impl(HPyContext *ctx, HPy self, HPy arg) {
  return arg;  // want handle-return-borrowed "'arg'"
}

HPyDef_METH(debug_return_element, "debug_return_element", HPyFunc_VARARGS)
static HPy debug_return_element_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs) {
  return args[0];  // want handle-return-borrowed "args[0]"
}

static HPy kept_argument;

/* The later use is in another call. It is this store that makes it wrong. */
HPyDef_METH(debug_keep_argument, "debug_keep_argument", HPyFunc_O)
static HPy debug_keep_argument_impl(HPyContext *ctx, HPy self, HPy arg) {
  kept_argument = arg;  // want handle-escapes "'kept_argument'"
  return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(debug_use_kept_argument, "debug_use_kept_argument", HPyFunc_NOARGS)
static HPy debug_use_kept_argument_impl(HPyContext *ctx, HPy self) {
  return HPyLong_FromSsize_t(ctx, HPy_Length(ctx, kept_argument));
}

HPyDef_METH(debug_return_constant, "debug_return_constant", HPyFunc_NOARGS)
static HPy debug_return_constant_impl(HPyContext *ctx, HPy self) {
  return ctx->h_None;  // want handle-return-borrowed "h_None"
}

HPyDef_METH(debug_close_constant, "debug_close_constant", HPyFunc_NOARGS)
static HPy debug_close_constant_impl(HPyContext *ctx, HPy self) {
  HPy_Close(ctx, ctx->h_True);  // want handle-close-borrowed "h_True"
  return HPy_Dup(ctx, ctx->h_False);
}

HPyDef_METH(debug_leak, "debug_leak", HPyFunc_O)
static HPy debug_leak_impl(HPyContext *ctx, HPy self, HPy arg) {
  HPy_Dup(ctx, arg);  // want handle-leak "HPy_Dup"
  return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(debug_many_closes, "debug_many_closes", HPyFunc_O)
static HPy debug_many_closes_impl(HPyContext *ctx, HPy self, HPy arg) {
  long n = HPyLong_AsLong(ctx, arg);
  for (long i = 0; i < n; i++) {
    HPy number = HPyLong_FromLong(ctx, i);
    HPy_Close(ctx, number);
  }
  return HPy_Dup(ctx, ctx->h_None);
}

static char debug_bytes[8];

/* The runtime closes the view's object with the view. */
HPyDef_SLOT(debug_borrowed_view, HPy_bf_getbuffer)
static int debug_borrowed_view_impl(HPyContext *ctx, HPy self, HPy_buffer *view, int flags) {
  view->buf = debug_bytes;
  view->len = sizeof debug_bytes;
  view->obj = self;  // want handle-return-borrowed "'self' is given to 'view->obj' but not owned"
  return 0;
}

HPyDef_SLOT(debug_owned_view, HPy_bf_getbuffer)
static int debug_owned_view_impl(HPyContext *ctx, HPy self, HPy_buffer *view, int flags) {
  view->buf = debug_bytes;
  view->len = sizeof debug_bytes;
  view->obj = HPy_Dup(ctx, self);
  return 0;
}

HPyDef_METH(debug_closed_element, "debug_closed_element", HPyFunc_O)
static HPy debug_closed_element_impl(HPyContext *ctx, HPy self, HPy arg) {
  HPy items[2];
  items[0] = HPy_Dup(ctx, self);
  items[1] = HPy_Dup(ctx, arg);
  HPy_Close(ctx, items[1]);
  HPy tuple = HPyTuple_FromArray(ctx, items, 2);  // want handle-use-after-close "items"
  HPy_Close(ctx, items[0]);
  return tuple;
}

static HPyType_Spec debug_spec = {
  .name = "debug.Type",
};

HPyDef_METH(debug_closed_base, "debug_closed_base", HPyFunc_O)
static HPy debug_closed_base_impl(HPyContext *ctx, HPy self, HPy arg) {
  HPy base = HPy_Dup(ctx, arg);
  HPyType_SpecParam params[] = {
    {HPyType_SpecParam_Base, base},
    {0},
  };
  HPy_Close(ctx, base);
  return HPyType_FromSpec(ctx, &debug_spec, params);  // want handle-use-after-close
}

HPyDef_METH(debug_open_base, "debug_open_base", HPyFunc_O)
static HPy debug_open_base_impl(HPyContext *ctx, HPy self, HPy arg) {
  HPy base = HPy_Dup(ctx, arg);
  HPyType_SpecParam params[] = {
    {HPyType_SpecParam_Base, base},
    {0},
  };
  HPy type = HPyType_FromSpec(ctx, &debug_spec, params);
  HPy_Close(ctx, base);
  return type;
}
