/* Chains of creations and the labels that clean up after them. */
#include "hpy.h"

HPy one_label_null_initialised(HPyContext *ctx, HPy obj) {
  HPy a = HPy_NULL, b = HPy_NULL, result = HPy_NULL;
  a = HPy_GetAttr_s(ctx, obj, "a");
  if (HPy_IsNull(a)) goto done;
  b = HPy_GetAttr_s(ctx, obj, "b");
  if (HPy_IsNull(b)) goto done;
  result = HPy_Add(ctx, a, b);
done:
  HPy_Close(ctx, a);
  HPy_Close(ctx, b);
  return result;
}

HPy one_label_forgets_the_second(HPyContext *ctx, HPy obj) {
  HPy a = HPy_NULL, b = HPy_NULL, result = HPy_NULL;
  a = HPy_GetAttr_s(ctx, obj, "a");
  if (HPy_IsNull(a)) goto done;
  b = HPy_GetAttr_s(ctx, obj, "b");
  if (HPy_IsNull(b)) goto done;
  result = HPy_Add(ctx, a, b);
done:
  HPy_Close(ctx, a);
  return result;  // want handle-leak "'b'"
}

HPy success_returns_before_the_label(HPyContext *ctx, HPy obj) {
  HPy a = HPy_NULL, b = HPy_NULL;
  a = HPy_GetAttr_s(ctx, obj, "a");
  if (HPy_IsNull(a)) goto error;
  b = HPy_GetAttr_s(ctx, obj, "b");
  if (HPy_IsNull(b)) goto error;
  if (HPy_SetAttr(ctx, obj, a, b) < 0) goto error;
  HPy_Close(ctx, a);
  return b;
error:
  HPy_Close(ctx, a);
  HPy_Close(ctx, b);
  return HPy_NULL;
}

HPy success_forgets_what_the_label_closes(HPyContext *ctx, HPy obj) {
  HPy a = HPy_NULL, b = HPy_NULL;
  a = HPy_GetAttr_s(ctx, obj, "a");
  if (HPy_IsNull(a)) goto error;
  b = HPy_GetAttr_s(ctx, obj, "b");
  if (HPy_IsNull(b)) goto error;
  if (HPy_SetAttr(ctx, obj, a, b) < 0) goto error;
  return b;  // want handle-leak "'a'"
error:
  HPy_Close(ctx, a);
  HPy_Close(ctx, b);
  return HPy_NULL;
}

int three_labels(HPyContext *ctx, HPy obj) {
  int rc = -1;
  HPy a = HPy_GetAttr_s(ctx, obj, "a");
  if (HPy_IsNull(a)) goto fail_a;
  HPy b = HPy_GetAttr_s(ctx, obj, "b");
  if (HPy_IsNull(b)) goto fail_b;
  HPy c = HPy_GetAttr_s(ctx, obj, "c");
  if (HPy_IsNull(c)) goto fail_c;
  rc = 0;
  HPy_Close(ctx, c);
fail_c:
  HPy_Close(ctx, b);
fail_b:
  HPy_Close(ctx, a);
fail_a:
  return rc;
}

int three_labels_one_goto_too_far(HPyContext *ctx, HPy obj) {
  int rc = -1;
  HPy a = HPy_GetAttr_s(ctx, obj, "a");
  if (HPy_IsNull(a)) goto fail_a;
  HPy b = HPy_GetAttr_s(ctx, obj, "b");
  if (HPy_IsNull(b)) goto fail_b;
  HPy c = HPy_GetAttr_s(ctx, obj, "c");
  if (HPy_IsNull(c)) goto fail_b;
  rc = 0;
  HPy_Close(ctx, c);
  HPy_Close(ctx, b);
fail_b:
  HPy_Close(ctx, a);
fail_a:
  return rc;  // want handle-leak "'b'"
}

HPy tested_together(HPyContext *ctx, HPy obj) {
  HPy result = HPy_NULL;
  HPy a = HPy_GetAttr_s(ctx, obj, "a");
  HPy b = HPy_GetAttr_s(ctx, obj, "b");
  if (HPy_IsNull(a) || HPy_IsNull(b)) goto done;
  result = HPy_Multiply(ctx, a, b);
done:
  HPy_Close(ctx, b);
  HPy_Close(ctx, a);
  return result;
}

HPy tested_together_early_return(HPyContext *ctx, HPy obj) {
  HPy a = HPy_GetAttr_s(ctx, obj, "a");
  HPy b = HPy_GetAttr_s(ctx, obj, "b");
  if (HPy_IsNull(a) || HPy_IsNull(b)) return HPy_NULL;  // want handle-leak "'a'" // want handle-leak "'b'"
  HPy result = HPy_Multiply(ctx, a, b);
  HPy_Close(ctx, b);
  HPy_Close(ctx, a);
  return result;
}

HPy tested_together_by_and(HPyContext *ctx, HPy obj) {
  HPy result = HPy_NULL;
  HPy a = HPy_GetAttr_s(ctx, obj, "a");
  HPy b = HPy_GetAttr_s(ctx, obj, "b");
  if (!HPy_IsNull(a) && !HPy_IsNull(b)) result = HPy_Subtract(ctx, a, b);
  HPy_Close(ctx, b);
  HPy_Close(ctx, a);
  return result;
}

HPy the_result_is_dropped_on_a_late_error(HPyContext *ctx, HPy obj) {
  HPy result = HPyDict_New(ctx);
  if (HPy_IsNull(result)) return HPy_NULL;
  HPy name = HPy_GetAttr_s(ctx, obj, "name");
  if (HPy_IsNull(name)) goto error;
  if (HPy_SetItem_s(ctx, result, "name", name) < 0) goto error;
  HPy_Close(ctx, name);
  return result;
error:
  HPy_Close(ctx, name);
  HPy_Close(ctx, result);
  return HPy_NULL;
}

HPy the_result_leaks_on_a_late_error(HPyContext *ctx, HPy obj) {
  HPy result = HPyDict_New(ctx);
  if (HPy_IsNull(result)) return HPy_NULL;
  HPy name = HPy_GetAttr_s(ctx, obj, "name");
  if (HPy_IsNull(name)) goto error;
  if (HPy_SetItem_s(ctx, result, "name", name) < 0) goto error;
  HPy_Close(ctx, name);
  return result;
error:
  HPy_Close(ctx, name);
  return HPy_NULL;  // want handle-leak "'result'"
}

HPy the_label_nulls_the_result(HPyContext *ctx, HPy obj, int strict) {
  HPy result = HPy_Repr(ctx, obj);
  if (HPy_IsNull(result)) goto done;
  if (strict && !HPyUnicode_Check(ctx, result)) {
    HPy_Close(ctx, result);
    result = HPy_NULL;
    HPyErr_SetString(ctx, ctx->h_TypeError, "no text");
  }
done:
  return result;
}

/* The macro of many ported modules. */
#define CLEAR(ctx, variable)       \
  do {                             \
    HPy_Close((ctx), (variable));  \
    (variable) = HPy_NULL;         \
  } while (0)

HPy cleared_by_a_macro(HPyContext *ctx, HPy obj) {
  HPy first = HPy_Str(ctx, obj);
  HPy second = HPy_NULL;
  if (HPy_IsNull(first)) goto error;
  second = HPy_Repr(ctx, obj);
  if (HPy_IsNull(second)) goto error;
  CLEAR(ctx, first);
  if (!HPyUnicode_Check(ctx, second)) goto error;
  return second;
error:
  HPy_Close(ctx, first);
  HPy_Close(ctx, second);
  return HPy_NULL;
}

int a_status_flag_tells_what_is_open(HPyContext *ctx, HPy obj) {
  int have_name = 0, rc = -1;
  HPy name;
  HPy type = HPy_Type(ctx, obj);
  if (HPy_IsNull(type)) return -1;
  if (HPy_HasAttr_s(ctx, type, "name")) {
    name = HPy_GetAttr_s(ctx, type, "name");
    if (HPy_IsNull(name)) goto done;
    have_name = 1;
  }
  rc = 0;
done:
  if (have_name) HPy_Close(ctx, name);
  HPy_Close(ctx, type);
  return rc;
}
