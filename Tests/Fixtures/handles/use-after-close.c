/* Handles that are used when they are closed already. */
#include "hpy.h"

HPy used_in_the_next_call(HPyContext *ctx, HPy obj) {
  HPy name = HPy_GetAttr_s(ctx, obj, "name");
  if (HPy_IsNull(name)) return HPy_NULL;
  HPy_Close(ctx, name);
  return HPy_Str(ctx, name);  // want handle-use-after-close "'name'"
}

HPy used_before_the_close(HPyContext *ctx, HPy obj) {
  HPy name = HPy_GetAttr_s(ctx, obj, "name");
  if (HPy_IsNull(name)) return HPy_NULL;
  HPy text = HPy_Str(ctx, name);
  HPy_Close(ctx, name);
  return text;
}

HPy returned_after_the_close(HPyContext *ctx, HPy obj) {
  HPy name = HPy_GetAttr_s(ctx, obj, "name");
  if (HPy_IsNull(name)) return HPy_NULL;
  HPy_Close(ctx, name);
  return name;  // want handle-use-after-close "'name'"
}

HPy duplicated_too_late(HPyContext *ctx, HPy obj) {
  HPy name = HPy_GetAttr_s(ctx, obj, "name");
  if (HPy_IsNull(name)) return HPy_NULL;
  HPy_Close(ctx, name);
  return HPy_Dup(ctx, name);  // want handle-use-after-close "'name'"
}

/* The duplicate is another handle: closing one says nothing about the other. */
HPy the_duplicate_is_still_open(HPyContext *ctx, HPy obj) {
  HPy first = HPy_GetAttr_s(ctx, obj, "name");
  if (HPy_IsNull(first)) return HPy_NULL;
  HPy second = HPy_Dup(ctx, first);
  HPy_Close(ctx, first);
  HPy text = HPy_Str(ctx, second);
  HPy_Close(ctx, second);
  return text;
}

HPy a_copy_is_the_same_handle(HPyContext *ctx, HPy obj) {
  HPy first = HPy_GetAttr_s(ctx, obj, "name");
  if (HPy_IsNull(first)) return HPy_NULL;
  HPy second = first;
  HPy_Close(ctx, first);
  return HPy_Str(ctx, second);  // want handle-use-after-close "'second'"
}

/* 4.5 #102: closed on one path is enough. */
HPy closed_in_one_branch(HPyContext *ctx, HPy obj, int drop) {
  HPy name = HPy_GetAttr_s(ctx, obj, "name");
  if (HPy_IsNull(name)) return HPy_NULL;
  if (drop) HPy_Close(ctx, name);
  HPy text = HPy_Str(ctx, name);  // want handle-use-after-close "'name'"
  if (!drop) HPy_Close(ctx, name);
  return text;
}

HPy used_in_the_other_branch(HPyContext *ctx, HPy obj, int drop) {
  HPy text = HPy_NULL;
  HPy name = HPy_GetAttr_s(ctx, obj, "name");
  if (HPy_IsNull(name)) return HPy_NULL;
  if (drop) HPy_Close(ctx, name);
  if (!drop) {
    text = HPy_Str(ctx, name);
    HPy_Close(ctx, name);
  }
  return text;
}

/* 4.5 #103: the second round meets the handle that the first one closed. */
int closed_in_a_loop(HPyContext *ctx, HPy obj, int n) {
  int truths = 0, closed = 0;
  HPy flag = HPy_GetAttr_s(ctx, obj, "flag");
  if (HPy_IsNull(flag)) return -1;
  for (int i = 0; i < n; i++) {
    if (HPy_IsTrue(ctx, flag) > 0) truths++;  // want handle-use-after-close "'flag'"
    if (!closed && truths > 2) {
      HPy_Close(ctx, flag);
      closed = 1;
    }
  }
  if (!closed) HPy_Close(ctx, flag);
  return truths;
}

int closed_at_the_end_of_the_loop_body(HPyContext *ctx, HPy obj, int n) {
  int truths = 0;
  for (int i = 0; i < n; i++) {
    HPy flag = HPy_GetAttr_s(ctx, obj, "flag");
    if (HPy_IsNull(flag)) return -1;
    if (HPy_IsTrue(ctx, flag) > 0) truths++;
    HPy_Close(ctx, flag);
  }
  return truths;
}

static void drop(HPyContext *ctx, HPy h) {
  HPy_Close(ctx, h);
}

/* 4.5 #104 */
HPy closed_by_a_helper_and_used(HPyContext *ctx, HPy obj) {
  HPy name = HPy_GetAttr_s(ctx, obj, "name");
  if (HPy_IsNull(name)) return HPy_NULL;
  drop(ctx, name);
  return HPy_Str(ctx, name);  // want handle-use-after-close "'name'"
}

static int measure(HPyContext *ctx, HPy h) {
  return (int)HPy_Length(ctx, h);
}

int passed_to_a_helper_after_the_close(HPyContext *ctx, HPy obj) {
  HPy name = HPy_GetAttr_s(ctx, obj, "name");
  if (HPy_IsNull(name)) return -1;
  HPy_Close(ctx, name);
  return measure(ctx, name);  // want handle-use-after-close "'name'"
}

/* A null test reads the bits, which a close leaves alone. */
int a_null_test_is_no_use(HPyContext *ctx, HPy obj) {
  HPy name = HPy_GetAttr_s(ctx, obj, "name");
  HPy_Close(ctx, name);
  return HPy_IsNull(name) ? -1 : 0;
}

/* 4.5 #107: a new handle in the variable. */
HPy assigned_again(HPyContext *ctx, HPy obj) {
  HPy h = HPy_GetAttr_s(ctx, obj, "a");
  if (HPy_IsNull(h)) return HPy_NULL;
  HPy_Close(ctx, h);
  h = HPy_GetAttr_s(ctx, obj, "b");
  if (HPy_IsNull(h)) return HPy_NULL;
  HPy text = HPy_Str(ctx, h);
  HPy_Close(ctx, h);
  return text;
}

int two_operands_one_closed(HPyContext *ctx, HPy obj) {
  HPy a = HPy_GetAttr_s(ctx, obj, "a");
  if (HPy_IsNull(a)) return -1;
  HPy b = HPy_Dup(ctx, a);
  HPy_Close(ctx, b);
  int same = HPy_Is(ctx, a, b);  // want handle-use-after-close "'b'"
  HPy_Close(ctx, a);
  return same;
}

/* 4.5 #112 */
int the_error_label_uses_what_was_closed(HPyContext *ctx, HPy obj) {
  HPy name = HPy_GetAttr_s(ctx, obj, "name");
  if (HPy_IsNull(name)) return -1;
  if (!HPyUnicode_Check(ctx, name)) {
    HPy_Close(ctx, name);
    goto error;
  }
  HPy_Close(ctx, name);
  return 0;
error:
  HPyErr_SetObject(ctx, ctx->h_TypeError, name);  // want handle-use-after-close "'name'"
  return -1;
}

int the_error_label_closes_after_the_use(HPyContext *ctx, HPy obj) {
  HPy name = HPy_GetAttr_s(ctx, obj, "name");
  if (HPy_IsNull(name)) return -1;
  if (!HPyUnicode_Check(ctx, name)) goto error;
  HPy_Close(ctx, name);
  return 0;
error:
  HPyErr_SetObject(ctx, ctx->h_TypeError, name);
  HPy_Close(ctx, name);
  return -1;
}

/* A handle in a struct, or behind a pointer, that a helper uses. */
struct pair {
  HPy first, second;
};

static HPy_ssize_t length_of_first(HPyContext *ctx, const struct pair *pair) {
  return HPy_Length(ctx, pair->first);
}

static HPy_ssize_t length_of_either(HPyContext *ctx, struct pair pair, int wants_second) {
  return HPy_Length(ctx, wants_second ? pair.second : pair.first);
}

HPy_ssize_t closed_before_a_helper_uses_it(HPyContext *ctx, HPy obj) {
  struct pair pair = {HPy_Dup(ctx, obj), HPy_Dup(ctx, obj)};
  HPy_Close(ctx, pair.first);
  HPy_Close(ctx, pair.second);
  return length_of_first(ctx, &pair);  // want handle-use-after-close "'pair.first' is used"
}

HPy_ssize_t closed_before_a_helper_uses_the_other_is_fine(HPyContext *ctx, HPy obj) {
  struct pair pair = {HPy_Dup(ctx, obj), HPy_Dup(ctx, obj)};
  HPy_Close(ctx, pair.second);
  HPy_ssize_t n = length_of_first(ctx, &pair);
  HPy_Close(ctx, pair.first);
  return n;
}

HPy_ssize_t closed_before_a_helper_gets_it_by_value(HPyContext *ctx, HPy obj) {
  struct pair pair = {HPy_Dup(ctx, obj), HPy_Dup(ctx, obj)};
  HPy_Close(ctx, pair.second);
  HPy_ssize_t n = length_of_either(ctx, pair, 1);  // want handle-use-after-close "'pair.second'"
  HPy_Close(ctx, pair.first);
  return n;
}

HPy_ssize_t helper_is_told_not_to_use_it_is_fine(HPyContext *ctx, HPy obj) {
  struct pair pair = {HPy_Dup(ctx, obj), HPy_Dup(ctx, obj)};
  HPy_Close(ctx, pair.second);
  HPy_ssize_t n = length_of_either(ctx, pair, 0);
  HPy_Close(ctx, pair.first);
  return n;
}
