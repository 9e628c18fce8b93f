/* One test for the results of several calls: by the exception, or by a flag. */
#include "hpy.h"

HPy exception_after_two_is_fine(HPyContext *ctx, HPy o) {
  HPy width = HPy_GetAttr_s(ctx, o, "width");
  HPy height = HPy_GetAttr_s(ctx, o, "height");
  HPy area = HPy_NULL;
  if (!HPyErr_Occurred(ctx)) area = HPy_Multiply(ctx, width, height);
  HPy_Close(ctx, width);
  HPy_Close(ctx, height);
  return area;
}

/* A call that gives no handle in between changes nothing. */
HPy exception_kept_in_a_variable_is_fine(HPyContext *ctx, HPy o) {
  HPy text = HPy_Str(ctx, o);
  HPy name = HPy_Repr(ctx, o);
  HPy_SetAttr_s(ctx, o, "seen", ctx->h_True);
  int failed = HPyErr_Occurred(ctx) != 0;
  HPy both = failed ? HPy_NULL : HPy_Add(ctx, text, name);
  HPy_Close(ctx, text);
  HPy_Close(ctx, name);
  return both;
}

static HPy attribute(HPyContext *ctx, HPy o, const char *name) {
  HPy value = HPy_GetAttr_s(ctx, o, name);
  return value;
}

HPy exception_of_helpers_is_fine(HPyContext *ctx, HPy o) {
  HPy left = attribute(ctx, o, "left");
  HPy right = attribute(ctx, o, "right");
  if (HPyErr_Occurred(ctx)) {
    HPy_Close(ctx, left);
    HPy_Close(ctx, right);
    return HPy_NULL;
  }
  HPy pair = HPyTuple_Pack(ctx, 2, left, right);
  HPy_Close(ctx, left);
  HPy_Close(ctx, right);
  return pair;
}

HPy tested_too_late(HPyContext *ctx, HPy o) {
  HPy text = HPy_Str(ctx, o);
  HPy twice = HPy_Add(ctx, text, text);  // want handle-unchecked "'text'"
  if (HPyErr_Occurred(ctx)) {
    HPy_Close(ctx, text);
    return HPy_NULL;
  }
  HPy_Close(ctx, text);
  return twice;
}

/* An exception that was cleared is not seen any more. */
HPy cleared_before_the_test(HPyContext *ctx, HPy o) {
  HPy text = HPy_Str(ctx, o);
  HPyErr_Clear(ctx);
  HPy name = HPy_Repr(ctx, o);
  HPy both = HPy_NULL;
  if (!HPyErr_Occurred(ctx))
    both = HPy_Add(ctx, text, name);  // want handle-unchecked "'text'"
  HPy_Close(ctx, text);
  HPy_Close(ctx, name);
  return both;
}

static void forgive(HPyContext *ctx) {
  if (HPyErr_ExceptionMatches(ctx, ctx->h_AttributeError)) HPyErr_Clear(ctx);
}

HPy cleared_by_a_helper(HPyContext *ctx, HPy o) {
  HPy first = HPy_GetAttr_s(ctx, o, "first");
  forgive(ctx);
  HPy second = HPy_GetAttr_s(ctx, o, "second");
  HPy both = HPy_NULL;
  if (!HPyErr_Occurred(ctx))
    both = HPy_Add(ctx, first, second);  // want handle-unchecked "'first'"
  HPy_Close(ctx, first);
  HPy_Close(ctx, second);
  return both;
}

/* If one is set, all that is owned must still be closed. */
HPy lost_when_one_failed(HPyContext *ctx, HPy o) {
  HPy text = HPy_Str(ctx, o);
  HPy name = HPy_Repr(ctx, o);
  if (HPyErr_Occurred(ctx)) return HPy_NULL;  // want handle-leak "'text'"
  HPy both = HPy_Add(ctx, text, name);
  HPy_Close(ctx, text);
  HPy_Close(ctx, name);
  return both;
}

HPy flag_of_two_is_fine(HPyContext *ctx, HPy o) {
  HPy text = HPy_Str(ctx, o);
  HPy name = HPy_Repr(ctx, o);
  HPy both = HPy_NULL;
  int failed = HPy_IsNull(text);
  failed |= HPy_IsNull(name);
  if (!failed) both = HPy_Add(ctx, text, name);
  HPy_Close(ctx, text);
  HPy_Close(ctx, name);
  return both;
}

HPy flag_that_all_are_there_is_fine(HPyContext *ctx, HPy o) {
  int ok = 1;
  HPy x = HPy_GetAttr_s(ctx, o, "x");
  ok &= !HPy_IsNull(x);
  HPy y = HPy_GetAttr_s(ctx, o, "y");
  ok = ok && !HPy_IsNull(y);
  HPy z = HPy_GetAttr_s(ctx, o, "z");
  ok &= !HPy_IsNull(z);
  HPy all = ok ? HPyTuple_Pack(ctx, 3, x, y, z) : HPy_NULL;
  HPy_Close(ctx, x);
  HPy_Close(ctx, y);
  HPy_Close(ctx, z);
  return all;
}

HPy without_a_variable_is_fine(HPyContext *ctx, HPy o) {
  HPy text = HPy_Str(ctx, o), name = HPy_Repr(ctx, o), both = HPy_NULL;
  if (!(HPy_IsNull(text) | HPy_IsNull(name))) both = HPy_Add(ctx, text, name);
  HPy_Close(ctx, text);
  HPy_Close(ctx, name);
  return both;
}

HPy flag_of_one_of_two(HPyContext *ctx, HPy o) {
  HPy text = HPy_Str(ctx, o);
  HPy name = HPy_Repr(ctx, o);
  HPy both = HPy_NULL;
  int failed = 0;
  failed |= HPy_IsNull(text);
  if (!failed) both = HPy_Add(ctx, text, name);  // want handle-unchecked "'name'"
  HPy_Close(ctx, text);
  HPy_Close(ctx, name);
  return both;
}

HPy flag_that_is_true_for_one(HPyContext *ctx, HPy o) {
  HPy text = HPy_Str(ctx, o);
  HPy name = HPy_Repr(ctx, o);
  HPy both = HPy_NULL;
  int isAny = !HPy_IsNull(text);
  isAny |= !HPy_IsNull(name);
  if (isAny)
    both = HPy_Add(ctx, text,  // want handle-unchecked "'text'"
                   name);  // want handle-unchecked "'name'"
  HPy_Close(ctx, text);
  HPy_Close(ctx, name);
  return both;
}
