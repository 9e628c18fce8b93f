/* What the runtime's debug mode finds in running code, found without running it: builders. */
#include "hpy.h"

HPyDef_METH(debug_build, "debug_build", HPyFunc_VARARGS)
static HPy debug_build_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs) {
  HPyTupleBuilder tuple = HPyTupleBuilder_New(ctx, (HPy_ssize_t)nargs);
  HPyListBuilder list = HPyListBuilder_New(ctx, (HPy_ssize_t)nargs);
  for (size_t i = 0; i < nargs; i++) {
    HPyTupleBuilder_Set(ctx, tuple, (HPy_ssize_t)i, args[i]);
    HPyListBuilder_Set(ctx, list, (HPy_ssize_t)i, args[i]);
  }
  HPy result = HPy_NULL;
  HPy first = HPyTupleBuilder_Build(ctx, tuple);
  HPy second = HPyListBuilder_Build(ctx, list);
  if (!HPy_IsNull(first) && !HPy_IsNull(second)) result = HPyTuple_Pack(ctx, 2, first, second);
  HPy_Close(ctx, first);
  HPy_Close(ctx, second);
  return result;
}

HPyDef_METH(debug_cancel, "debug_cancel", HPyFunc_VARARGS)
static HPy debug_cancel_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs) {
  HPyTupleBuilder tuple = HPyTupleBuilder_New(ctx, (HPy_ssize_t)nargs);
  HPyListBuilder list = HPyListBuilder_New(ctx, (HPy_ssize_t)nargs);
  for (size_t i = 0; i < nargs; i++) {
    HPyTupleBuilder_Set(ctx, tuple, (HPy_ssize_t)i, args[i]);
    HPyListBuilder_Set(ctx, list, (HPy_ssize_t)i, args[i]);
  }
  HPyTupleBuilder_Cancel(ctx, tuple);
  HPyListBuilder_Cancel(ctx, list);
  return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(debug_tuple_twice, "debug_tuple_twice", HPyFunc_VARARGS)
static HPy debug_tuple_twice_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs) {
  HPyTupleBuilder tuple = HPyTupleBuilder_New(ctx, (HPy_ssize_t)nargs);
  for (size_t i = 0; i < nargs; i++) HPyTupleBuilder_Set(ctx, tuple, (HPy_ssize_t)i, args[i]);
  HPy first = HPyTupleBuilder_Build(ctx, tuple);
  HPy_Close(ctx, first);
  return HPyTupleBuilder_Build(ctx, tuple);  // want builder-misuse "'tuple'"
}

HPyDef_METH(debug_list_twice, "debug_list_twice", HPyFunc_VARARGS)
static HPy debug_list_twice_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs) {
  HPyListBuilder list = HPyListBuilder_New(ctx, (HPy_ssize_t)nargs);
  for (size_t i = 0; i < nargs; i++) HPyListBuilder_Set(ctx, list, (HPy_ssize_t)i, args[i]);
  HPy first = HPyListBuilder_Build(ctx, list);
  HPy_Close(ctx, first);
  return HPyListBuilder_Build(ctx, list);  // want builder-misuse "'list'"
}

HPyDef_METH(debug_tuple_after_cancel, "debug_tuple_after_cancel", HPyFunc_O)
static HPy debug_tuple_after_cancel_impl(HPyContext *ctx, HPy self, HPy arg) {
  HPyTupleBuilder tuple = HPyTupleBuilder_New(ctx, 1);
  HPyTupleBuilder_Set(ctx, tuple, 0, arg);
  HPyTupleBuilder_Cancel(ctx, tuple);
  return HPyTupleBuilder_Build(ctx, tuple);  // want builder-misuse "'tuple'"
}

HPyDef_METH(debug_list_after_cancel, "debug_list_after_cancel", HPyFunc_O)
static HPy debug_list_after_cancel_impl(HPyContext *ctx, HPy self, HPy arg) {
  HPyListBuilder list = HPyListBuilder_New(ctx, 1);
  HPyListBuilder_Set(ctx, list, 0, arg);
  HPyListBuilder_Cancel(ctx, list);
  return HPyListBuilder_Build(ctx, list);  // want builder-misuse "'list'"
}

HPyDef_METH(debug_tuple_then_cancel, "debug_tuple_then_cancel", HPyFunc_O)
static HPy debug_tuple_then_cancel_impl(HPyContext *ctx, HPy self, HPy arg) {
  HPyTupleBuilder tuple = HPyTupleBuilder_New(ctx, 1);
  HPyTupleBuilder_Set(ctx, tuple, 0, arg);
  HPy result = HPyTupleBuilder_Build(ctx, tuple);
  HPyTupleBuilder_Cancel(ctx, tuple);  // want builder-misuse "'tuple'"
  return result;
}

HPyDef_METH(debug_list_then_cancel, "debug_list_then_cancel", HPyFunc_O)
static HPy debug_list_then_cancel_impl(HPyContext *ctx, HPy self, HPy arg) {
  HPyListBuilder list = HPyListBuilder_New(ctx, 1);
  HPyListBuilder_Set(ctx, list, 0, arg);
  HPy result = HPyListBuilder_Build(ctx, list);
  HPyListBuilder_Cancel(ctx, list);  // want builder-misuse "'list'"
  return result;
}
