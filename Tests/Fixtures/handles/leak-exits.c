/* A handle that is still owned when the function ends. */
#include "hpy.h"

HPy never_closed(HPyContext *ctx, HPy obj) {
  HPy length = HPy_GetAttr_s(ctx, obj, "length");
  if (HPy_IsNull(length)) return HPy_NULL;
  return HPy_Dup(ctx, ctx->h_None);  // want handle-leak "'length'"
}

HPy closed_before_the_return(HPyContext *ctx, HPy obj) {
  HPy length = HPy_GetAttr_s(ctx, obj, "length");
  if (HPy_IsNull(length)) return HPy_NULL;
  HPy_Close(ctx, length);
  return HPy_Dup(ctx, ctx->h_None);
}

void lost_at_the_closing_brace(HPyContext *ctx, HPy obj) {
  HPy text = HPy_Str(ctx, obj);
  if (HPy_IsNull(text)) HPyErr_Clear(ctx);
}  // want handle-leak "'text'"

void closed_at_the_closing_brace(HPyContext *ctx, HPy obj) {
  HPy text = HPy_Str(ctx, obj);
  if (HPy_IsNull(text)) HPyErr_Clear(ctx);
  HPy_Close(ctx, text);
}

HPy early_return_forgets_the_first(HPyContext *ctx, HPy obj) {
  HPy key = HPyUnicode_FromString(ctx, "shape");
  if (HPy_IsNull(key)) return HPy_NULL;
  HPy value = HPy_GetItem(ctx, obj, key);
  if (HPy_IsNull(value)) return HPy_NULL;  // want handle-leak "'key'"
  HPy_Close(ctx, key);
  return value;
}

HPy early_return_closes_the_first(HPyContext *ctx, HPy obj) {
  HPy key = HPyUnicode_FromString(ctx, "shape");
  if (HPy_IsNull(key)) return HPy_NULL;
  HPy value = HPy_GetItem(ctx, obj, key);
  HPy_Close(ctx, key);
  return value;
}

int early_return_forgets_two_of_three(HPyContext *ctx, HPy obj) {
  HPy a = HPy_GetAttr_s(ctx, obj, "a");
  if (HPy_IsNull(a)) return -1;
  HPy b = HPy_GetAttr_s(ctx, obj, "b");
  if (HPy_IsNull(b)) {
    HPy_Close(ctx, a);
    return -1;
  }
  HPy c = HPy_GetAttr_s(ctx, obj, "c");
  if (HPy_IsNull(c)) return -1;  // want handle-leak "'a'" // want handle-leak "'b'"
  HPy_Close(ctx, a);
  HPy_Close(ctx, b);
  HPy_Close(ctx, c);
  return 0;
}

int early_return_closes_all_made_so_far(HPyContext *ctx, HPy obj) {
  HPy a = HPy_GetAttr_s(ctx, obj, "a");
  if (HPy_IsNull(a)) return -1;
  HPy b = HPy_GetAttr_s(ctx, obj, "b");
  if (HPy_IsNull(b)) {
    HPy_Close(ctx, a);
    return -1;
  }
  HPy c = HPy_GetAttr_s(ctx, obj, "c");
  if (HPy_IsNull(c)) {
    HPy_Close(ctx, a);
    HPy_Close(ctx, b);
    return -1;
  }
  HPy_Close(ctx, a);
  HPy_Close(ctx, b);
  HPy_Close(ctx, c);
  return 0;
}

/* One handle, four exits: one finding, the other exits are notes. */
long many_exits_are_one_finding(HPyContext *ctx, HPy obj, long n) {
  HPy size = HPy_GetAttr_s(ctx, obj, "size");  // note handle-leak 1 "'size' is created here"
  if (HPy_IsNull(size)) return -1;  // note handle-leak 2 "'size' is not null"
  if (n == 0) return 0;  // want handle-leak "'size'" // note handle-leak 3 "'n' is 0"
  if (n == 1) return 1;  // note handle-leak 4 "lost here, too"
  if (n == 2) return 2;  // note handle-leak 5 "lost here, too"
  return 3;              // note handle-leak 6 "lost here, too"
}

long many_exits_with_one_label(HPyContext *ctx, HPy obj, long n) {
  long result = 3;
  HPy size = HPy_GetAttr_s(ctx, obj, "size");
  if (HPy_IsNull(size)) return -1;
  if (n == 0) {
    result = 0;
    goto done;
  }
  if (n == 1) {
    result = 1;
    goto done;
  }
  if (n == 2) result = 2;
done:
  HPy_Close(ctx, size);
  return result;
}

int closed_in_one_branch_only(HPyContext *ctx, HPy obj, int verbose) {
  HPy text = HPy_Repr(ctx, obj);
  if (HPy_IsNull(text)) return -1;
  if (verbose) {
    HPy_Close(ctx, text);
  }
  return 0;  // want handle-leak "'text'"
}

int closed_in_both_branches(HPyContext *ctx, HPy obj, int verbose) {
  HPy text = HPy_Repr(ctx, obj);
  if (HPy_IsNull(text)) return -1;
  if (verbose) {
    HPy_Close(ctx, text);
  } else {
    HPy_Close(ctx, text);
  }
  return 0;
}

int made_and_closed_under_the_same_condition(HPyContext *ctx, HPy obj, int verbose) {
  HPy text = HPy_NULL;
  if (verbose) {
    text = HPy_Repr(ctx, obj);
    if (HPy_IsNull(text)) return -1;
  }
  int truth = HPy_IsTrue(ctx, obj);
  if (verbose) HPy_Close(ctx, text);
  return truth;
}

int a_switch_case_forgets(HPyContext *ctx, HPy obj, int kind) {
  HPy name = HPy_GetAttr_s(ctx, obj, "name");
  if (HPy_IsNull(name)) return -1;
  switch (kind) {
  case 0:
    HPy_Close(ctx, name);
    return 0;
  case 1:
    return 1;  // want handle-leak "'name'"
  default:
    break;
  }
  HPy_Close(ctx, name);
  return 2;
}

int every_switch_case_closes(HPyContext *ctx, HPy obj, int kind) {
  HPy name = HPy_GetAttr_s(ctx, obj, "name");
  if (HPy_IsNull(name)) return -1;
  switch (kind) {
  case 0:
    HPy_Close(ctx, name);
    return 0;
  case 1:
    kind = 7;
    /* fall through */
  default:
    break;
  }
  HPy_Close(ctx, name);
  return kind;
}

/* The process ends there; nothing is lost. */
int a_fatal_error_is_no_leak(HPyContext *ctx, HPy obj) {
  HPy name = HPy_GetAttr_s(ctx, obj, "name");
  if (HPy_IsNull(name)) return -1;
  if (!HPyUnicode_Check(ctx, name)) HPy_FatalError(ctx, "the name is not a string");
  HPy_Close(ctx, name);
  return 0;
}

/* Two variables hold it: it is lost where the second one ends, and called by the first. */
int lost_with_both_variables_of_a_turn(HPyContext *ctx, HPy list, HPy_ssize_t count) {
  for (HPy_ssize_t i = 0; i < count; i++) {
    HPy key = HPy_GetItem_i(ctx, list, i);
    if (HPy_IsNull(key)) return -1;
    HPy same = key;
    if (HPy_IsTrue(ctx, same) < 0) HPyErr_Clear(ctx);
  }  // want handle-leak "'key' is not closed"
  return 0;
}

int closed_by_its_second_name_is_fine(HPyContext *ctx, HPy list, HPy_ssize_t count) {
  for (HPy_ssize_t i = 0; i < count; i++) {
    HPy key = HPy_GetItem_i(ctx, list, i);
    if (HPy_IsNull(key)) return -1;
    HPy same = key;
    HPy_Close(ctx, same);
  }
  return 0;
}

int lost_with_the_outer_variable(HPyContext *ctx, HPy obj) {
  HPy kept = HPy_NULL;
  {
    HPy made = HPy_GetAttr_s(ctx, obj, "x");
    kept = made;
  }
  return HPy_IsNull(kept) ? -1 : 0;  // want handle-leak "'kept' is not closed"
}

int lost_with_both_variables_of_a_function(HPyContext *ctx, HPy obj) {
  HPy made = HPy_GetAttr_s(ctx, obj, "x");
  if (HPy_IsNull(made)) return -1;
  HPy same = made;
  return HPy_IsTrue(ctx, same);  // want handle-leak "'made' is not closed"
}
