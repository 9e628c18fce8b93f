/* What helpers do with the handles of their callers, read from their bodies. */
#include "hpy.h"

static void finish(HPyContext *ctx, HPy h) {
  HPy_Close(ctx, h);
}

int closed_by_a_helper(HPyContext *ctx, HPy obj) {
  HPy name = HPy_GetAttr_s(ctx, obj, "name");
  if (HPy_IsNull(name)) return -1;
  finish(ctx, name);
  return 0;
}

static void finish_through_another(HPyContext *ctx, HPy h) {
  finish(ctx, h);
}

int closed_two_calls_down(HPyContext *ctx, HPy obj) {
  HPy name = HPy_GetAttr_s(ctx, obj, "name");
  if (HPy_IsNull(name)) return -1;
  finish_through_another(ctx, name);
  return 0;
}

static int look_at(HPyContext *ctx, HPy h) {
  return HPy_IsTrue(ctx, h);
}

int not_closed_by_a_helper(HPyContext *ctx, HPy obj) {
  HPy name = HPy_GetAttr_s(ctx, obj, "name");
  if (HPy_IsNull(name)) return -1;
  return look_at(ctx, name);  // want handle-leak "'name'"
}

/* Closes `h` when it fails; leaves it to the caller when it does not. */
static int check_or_close(HPyContext *ctx, HPy h) {
  if (!HPyUnicode_Check(ctx, h)) {
    HPy_Close(ctx, h);
    HPyErr_SetString(ctx, ctx->h_TypeError, "a string is required");
    return -1;
  }
  return 0;
}

HPy closed_on_failure_only(HPyContext *ctx, HPy obj) {
  HPy name = HPy_GetAttr_s(ctx, obj, "name");
  if (HPy_IsNull(name)) return HPy_NULL;
  if (check_or_close(ctx, name) < 0) return HPy_NULL;
  return name;
}

HPy closed_on_failure_and_again(HPyContext *ctx, HPy obj) {
  HPy name = HPy_GetAttr_s(ctx, obj, "name");
  if (HPy_IsNull(name)) return HPy_NULL;
  if (check_or_close(ctx, name) < 0) {
    HPy_Close(ctx, name);  // want handle-double-close "'name'"
    return HPy_NULL;
  }
  return name;
}

int still_open_on_success(HPyContext *ctx, HPy obj) {
  HPy name = HPy_GetAttr_s(ctx, obj, "name");
  if (HPy_IsNull(name)) return -1;
  if (check_or_close(ctx, name) < 0) return -1;
  return 1;  // want handle-leak "'name'"
}

/* Takes `value` over in every case. */
static int store_and_close(HPyContext *ctx, HPy dict, const char *key, HPy value) {
  if (HPy_IsNull(value)) return -1;
  int rc = HPy_SetItem_s(ctx, dict, key, value);
  HPy_Close(ctx, value);
  return rc;
}

HPy temporaries_for_a_closing_helper(HPyContext *ctx, long width, long height) {
  HPy dict = HPyDict_New(ctx);
  if (HPy_IsNull(dict)) return HPy_NULL;
  if (store_and_close(ctx, dict, "width", HPyLong_FromLong(ctx, width)) < 0 ||
      store_and_close(ctx, dict, "height", HPyLong_FromLong(ctx, height)) < 0) {
    HPy_Close(ctx, dict);
    return HPy_NULL;
  }
  return dict;
}

static int store_only(HPyContext *ctx, HPy dict, const char *key, HPy value) {
  if (HPy_IsNull(value)) return -1;
  return HPy_SetItem_s(ctx, dict, key, value);
}

int a_temporary_for_a_borrowing_helper(HPyContext *ctx, HPy dict, long width) {
  return store_only(ctx, dict, "width", HPyLong_FromLong(ctx, width));  // want handle-leak "HPyLong_FromLong"
}

/* Returns its own argument or a new handle, as the caller must know. */
static HPy number_of(HPyContext *ctx, HPy obj) {
  if (HPyNumber_Check(ctx, obj)) return HPy_Dup(ctx, obj);
  return HPy_Float(ctx, obj);
}

HPy always_owned(HPyContext *ctx, HPy obj) {
  HPy number = number_of(ctx, obj);
  if (HPy_IsNull(number)) return HPy_NULL;
  HPy result = HPy_Absolute(ctx, number);
  HPy_Close(ctx, number);
  return result;
}

static HPy make_or_raise(HPyContext *ctx, long n) {
  if (n < 0) return HPyErr_SetString(ctx, ctx->h_ValueError, "negative");
  return HPyLong_FromLong(ctx, n);
}

HPy a_factory_that_raises(HPyContext *ctx, long n) {
  HPy h = make_or_raise(ctx, n);
  if (HPy_IsNull(h)) return HPy_NULL;
  HPy text = HPy_Str(ctx, h);
  HPy_Close(ctx, h);
  return text;
}

/* Nothing is known of it: it borrows. */
int somewhere_else(HPyContext *ctx, HPy h);

int an_unknown_function_borrows(HPyContext *ctx, HPy obj) {
  HPy name = HPy_GetAttr_s(ctx, obj, "name");
  if (HPy_IsNull(name)) return -1;
  int rc = somewhere_else(ctx, name);
  HPy_Close(ctx, name);
  return rc;
}

static void close_all_the_way(HPyContext *ctx, HPy h, int depth) {
  if (depth == 0)
    HPy_Close(ctx, h);
  else
    close_all_the_way(ctx, h, depth - 1);
}

int closed_by_recursion(HPyContext *ctx, HPy obj, int depth) {
  HPy name = HPy_GetAttr_s(ctx, obj, "name");
  if (HPy_IsNull(name)) return -1;
  close_all_the_way(ctx, name, depth);
  return 0;
}
