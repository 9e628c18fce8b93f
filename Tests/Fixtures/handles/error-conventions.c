/* What tells a failure: null handles, negative numbers, zero, a raised error. */
#include "hpy.h"

int negative_is_failure(HPyContext *ctx, HPy dict, HPy key) {
  HPy value = HPyLong_FromLong(ctx, 7);
  if (HPy_IsNull(value)) return -1;
  if (HPy_SetItem(ctx, dict, key, value) < 0) {
    HPy_Close(ctx, value);
    return -1;
  }
  HPy_Close(ctx, value);
  return 0;
}

int negative_forgets(HPyContext *ctx, HPy dict, HPy key) {
  HPy value = HPyLong_FromLong(ctx, 7);
  if (HPy_IsNull(value)) return -1;
  if (HPy_SetItem(ctx, dict, key, value) < 0) return -1;  // want handle-leak "'value'"
  HPy_Close(ctx, value);
  return 0;
}

int equal_to_minus_one(HPyContext *ctx, HPy dict, HPy key) {
  HPy value = HPyLong_FromLong(ctx, 7);
  if (HPy_IsNull(value)) return -1;
  int rc = HPy_SetItem(ctx, dict, key, value);
  HPy_Close(ctx, value);
  if (rc == -1) return -1;
  return 0;
}

int not_zero_forgets(HPyContext *ctx, HPy list) {
  HPy item = HPyFloat_FromDouble(ctx, 0.5);
  if (HPy_IsNull(item)) return -1;
  if (HPyList_Append(ctx, list, item) != 0) return -1;  // want handle-leak "'item'"
  HPy_Close(ctx, item);
  return 0;
}

int truth_of_the_result(HPyContext *ctx, HPy list) {
  HPy item = HPyFloat_FromDouble(ctx, 0.5);
  if (HPy_IsNull(item)) return -1;
  int failed = HPyList_Append(ctx, list, item);
  HPy_Close(ctx, item);
  if (failed) return -1;
  return 0;
}

/* A failed numeric conversion does not make the handle go away. */
int conversion_error_forgets(HPyContext *ctx, HPy obj, long *out) {
  HPy size = HPy_GetAttr_s(ctx, obj, "size");
  if (HPy_IsNull(size)) return -1;
  long n = HPyLong_AsLong(ctx, size);
  if (n == -1 && HPyErr_Occurred(ctx)) return -1;  // want handle-leak "'size'"
  HPy_Close(ctx, size);
  *out = n;
  return 0;
}

int conversion_error_closes_first(HPyContext *ctx, HPy obj, long *out) {
  HPy size = HPy_GetAttr_s(ctx, obj, "size");
  if (HPy_IsNull(size)) return -1;
  long n = HPyLong_AsLong(ctx, size);
  HPy_Close(ctx, size);
  if (n == -1 && HPyErr_Occurred(ctx)) return -1;
  *out = n;
  return 0;
}

/* An error being set says that the call failed, and a failed call gives no handle. */
HPy raised_instead_of_null(HPyContext *ctx, HPy obj) {
  HPy name = HPy_GetAttr_s(ctx, obj, "name");
  if (HPyErr_Occurred(ctx)) return HPy_NULL;
  HPy text = HPy_Str(ctx, name);
  HPy_Close(ctx, name);
  return text;
}

HPy parsed_numbers_zero_is_failure(HPyContext *ctx, HPy self, const HPy *args, size_t nargs) {
  long a, b;
  if (!HPyArg_Parse(ctx, NULL, args, nargs, "ll", &a, &b)) return HPy_NULL;
  return HPyLong_FromLong(ctx, a + b);
}

HPy parse_failure_forgets(HPyContext *ctx, HPy self, const HPy *args, size_t nargs) {
  long a;
  HPy total = HPy_GetAttr_s(ctx, self, "total");
  if (HPy_IsNull(total)) return HPy_NULL;
  if (!HPyArg_Parse(ctx, NULL, args, nargs, "l", &a)) return HPy_NULL;  // want handle-leak "'total'"
  return total;
}

HPy parse_failure_closes(HPyContext *ctx, HPy self, const HPy *args, size_t nargs) {
  long a;
  HPy total = HPy_GetAttr_s(ctx, self, "total");
  if (HPy_IsNull(total)) return HPy_NULL;
  if (HPyArg_Parse(ctx, NULL, args, nargs, "l", &a) == 0) {
    HPy_Close(ctx, total);
    return HPy_NULL;
  }
  return total;
}

/* Both results are new when the call succeeds, and there are none when it gives 0. */
HPy packed_arguments(HPyContext *ctx, HPy callable, const HPy *args, size_t nargs, HPy kwnames) {
  HPy positional, keywords;
  if (!HPyHelpers_PackArgsAndKeywords(ctx, args, nargs, kwnames, &positional, &keywords))
    return HPy_NULL;
  HPy_Close(ctx, keywords);
  if (HPy_IsNull(positional)) return HPy_Call(ctx, callable, NULL, 0, HPy_NULL);
  HPy result = HPy_CallTupleDict(ctx, callable, positional, HPy_NULL);
  HPy_Close(ctx, positional);
  return result;
}

HPy packed_keywords_leak(HPyContext *ctx, HPy callable, const HPy *args, size_t nargs,
                         HPy kwnames) {
  HPy positional, keywords;
  if (!HPyHelpers_PackArgsAndKeywords(ctx, args, nargs, kwnames, &positional, &keywords))
    return HPy_NULL;
  if (HPy_IsNull(positional)) positional = HPyTuple_Pack(ctx, 0);
  if (HPy_IsNull(positional)) return HPy_NULL;  // want handle-leak "'keywords'"
  HPy result = HPy_CallTupleDict(ctx, callable, positional, keywords);
  HPy_Close(ctx, positional);
  return result;
}

static HPyType_Spec point_spec = {
  .name = "shapes.Point",
  .basicsize = 0,
};

int a_type_is_added_or_not(HPyContext *ctx, HPy module) {
  HPy names = HPyList_New(ctx, 0);
  if (HPy_IsNull(names)) return -1;
  if (!HPyHelpers_AddType(ctx, module, "Point", &point_spec, NULL)) {
    HPy_Close(ctx, names);
    return -1;
  }
  int rc = HPy_SetAttr_s(ctx, module, "names", names);
  HPy_Close(ctx, names);
  return rc;
}

int a_type_not_added_leaks(HPyContext *ctx, HPy module) {
  HPy names = HPyList_New(ctx, 0);
  if (HPy_IsNull(names)) return -1;
  if (!HPyHelpers_AddType(ctx, module, "Point", &point_spec, NULL)) return -1;  // want handle-leak "'names'"
  int rc = HPy_SetAttr_s(ctx, module, "names", names);
  HPy_Close(ctx, names);
  return rc;
}

int the_sign_of_a_stored_result(HPyContext *ctx, HPy obj) {
  int rc = 0;
  HPy flag = HPy_GetAttr_s(ctx, obj, "flag");
  if (HPy_IsNull(flag)) {
    rc = -1;
  }
  if (rc >= 0) {
    rc = HPy_IsTrue(ctx, flag);
    HPy_Close(ctx, flag);
  }
  return rc;
}
