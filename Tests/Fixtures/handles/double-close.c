/* Handles that are closed again. */
#include "hpy.h"

void closed_twice(HPyContext *ctx, HPy obj) {
  HPy h = HPy_Dup(ctx, obj);
  HPy_Close(ctx, h);
  HPy_Close(ctx, h);  // want handle-double-close "'h' is closed twice"
}

void closed_once_each(HPyContext *ctx, HPy obj) {
  HPy a = HPy_Dup(ctx, obj);
  HPy b = HPy_Dup(ctx, obj);
  HPy_Close(ctx, a);
  HPy_Close(ctx, b);
}

int closed_in_the_branch_and_after(HPyContext *ctx, HPy obj) {
  HPy flag = HPy_GetAttr_s(ctx, obj, "flag");
  if (HPy_IsNull(flag)) return -1;
  int truth = HPy_IsTrue(ctx, flag);
  if (truth < 0) {
    HPy_Close(ctx, flag);
  }
  HPy_Close(ctx, flag);  // want handle-double-close "'flag'"
  return truth;
}

int closed_in_the_branch_that_leaves(HPyContext *ctx, HPy obj) {
  HPy flag = HPy_GetAttr_s(ctx, obj, "flag");
  if (HPy_IsNull(flag)) return -1;
  int truth = HPy_IsTrue(ctx, flag);
  if (truth < 0) {
    HPy_Close(ctx, flag);
    return -1;
  }
  HPy_Close(ctx, flag);
  return truth;
}

/* The flag decides both times, so each path closes once. */
void a_flag_guards_both(HPyContext *ctx, HPy obj, int early) {
  HPy h = HPy_Dup(ctx, obj);
  if (early) HPy_Close(ctx, h);
  if (!early) HPy_Close(ctx, h);
}

void two_flags_do_not_exclude_each_other(HPyContext *ctx, HPy obj, int first, int second) {
  HPy h = HPy_Dup(ctx, obj);
  if (first) HPy_Close(ctx, h);
  if (second) HPy_Close(ctx, h);  // want handle-double-close "'h'"
  if (!first && !second) HPy_Close(ctx, h);
}

void closed_in_every_round(HPyContext *ctx, HPy obj, int n) {
  HPy h = HPy_Dup(ctx, obj);
  do {
    HPy_Close(ctx, h);  // want handle-double-close "'h'"
  } while (--n > 0);
}

void a_null_variable_may_be_closed_in_every_round(HPyContext *ctx, HPy list, int n) {
  HPy last = HPy_NULL;
  for (int i = 0; i < n; i++) {
    HPy_Close(ctx, last);
    last = HPy_GetItem_i(ctx, list, i);
    if (HPy_IsNull(last)) return;
  }
  HPy_Close(ctx, last);
}

static void release(HPyContext *ctx, HPy h) {
  HPy_Close(ctx, h);
}

void closed_and_released(HPyContext *ctx, HPy obj) {
  HPy h = HPy_Dup(ctx, obj);
  release(ctx, h);
  HPy_Close(ctx, h);  // want handle-double-close "'h'"
}

void released_twice(HPyContext *ctx, HPy obj) {
  HPy h = HPy_Dup(ctx, obj);
  release(ctx, h);
  release(ctx, h);  // want handle-double-close "'h'"
}

void released_once(HPyContext *ctx, HPy obj) {
  HPy h = HPy_Dup(ctx, obj);
  release(ctx, h);
}

HPy closed_before_the_label_closes(HPyContext *ctx, HPy obj) {
  HPy result = HPy_NULL;
  HPy a = HPy_GetAttr_s(ctx, obj, "a");
  if (HPy_IsNull(a)) return HPy_NULL;
  HPy b = HPy_GetAttr_s(ctx, obj, "b");
  if (HPy_IsNull(b)) {
    HPy_Close(ctx, a);
    goto done;
  }
  result = HPy_Add(ctx, a, b);
done:
  HPy_Close(ctx, b);
  HPy_Close(ctx, a);  // want handle-double-close "'a'"
  return result;
}

HPy left_to_the_label(HPyContext *ctx, HPy obj) {
  HPy result = HPy_NULL;
  HPy a = HPy_GetAttr_s(ctx, obj, "a");
  if (HPy_IsNull(a)) return HPy_NULL;
  HPy b = HPy_GetAttr_s(ctx, obj, "b");
  if (HPy_IsNull(b)) goto done;
  result = HPy_Add(ctx, a, b);
done:
  HPy_Close(ctx, b);
  HPy_Close(ctx, a);
  return result;
}

void closed_and_set_to_null(HPyContext *ctx, HPy obj, int again) {
  HPy h = HPy_Dup(ctx, obj);
  HPy_Close(ctx, h);
  h = HPy_NULL;
  if (again) HPy_Close(ctx, h);
}

void closed_through_a_copy(HPyContext *ctx, HPy obj) {
  HPy h = HPy_Dup(ctx, obj);
  HPy alias = h;
  HPy_Close(ctx, alias);
  HPy_Close(ctx, h);  // want handle-double-close "'h'"
}

/* The array's loop closes what the error path closed already. */
void one_element_closed_twice(HPyContext *ctx, HPy obj) {
  HPy pair[2];
  pair[0] = HPy_Dup(ctx, obj);
  pair[1] = HPy_Dup(ctx, obj);
  HPy_Close(ctx, pair[0]);
  HPy_Close(ctx, pair[1]);
  HPy_Close(ctx, pair[0]);  // want handle-double-close "pair[0]"
}

void closing_null_is_allowed(HPyContext *ctx) {
  HPy h = HPy_NULL;
  HPy_Close(ctx, h);
  HPy_Close(ctx, h);
}
