/* Variables that own a handle and are assigned again. */
#include "hpy.h"

HPy assigned_twice(HPyContext *ctx, HPy obj) {
  HPy h = HPy_GetAttr_s(ctx, obj, "real");
  if (HPy_IsNull(h)) return HPy_NULL;
  h = HPy_GetAttr_s(ctx, obj, "imag");  // want handle-leak "'h' is overwritten"
  return h;
}

HPy closed_between(HPyContext *ctx, HPy obj) {
  HPy h = HPy_GetAttr_s(ctx, obj, "real");
  if (HPy_IsNull(h)) return HPy_NULL;
  HPy_Close(ctx, h);
  h = HPy_GetAttr_s(ctx, obj, "imag");
  return h;
}

/* The in-place operations do not consume their first operand. */
HPy in_place_add(HPyContext *ctx, HPy start, HPy step) {
  HPy sum = HPy_Dup(ctx, start);
  sum = HPy_InPlaceAdd(ctx, sum, step);  // want handle-leak "'sum' is overwritten"
  return sum;
}

HPy in_place_add_keeps_the_old(HPyContext *ctx, HPy start, HPy step) {
  HPy sum = HPy_Dup(ctx, start);
  HPy old = sum;
  sum = HPy_InPlaceAdd(ctx, sum, step);
  HPy_Close(ctx, old);
  return sum;
}

HPy in_place_result_of_a_parameter(HPyContext *ctx, HPy value, HPy step) {
  value = HPy_InPlaceAdd(ctx, value, step);
  return value;
}

HPy summed_in_a_loop(HPyContext *ctx, HPy list, HPy_ssize_t n) {
  HPy sum = HPyLong_FromLong(ctx, 0);
  if (HPy_IsNull(sum)) return HPy_NULL;
  for (HPy_ssize_t i = 0; i < n; i++) {
    HPy item = HPy_GetItem_i(ctx, list, i);
    if (HPy_IsNull(item)) {
      HPy_Close(ctx, sum);
      return HPy_NULL;
    }
    sum = HPy_Add(ctx, sum, item);  // want handle-leak "'sum' is overwritten"
    HPy_Close(ctx, item);
    if (HPy_IsNull(sum)) return HPy_NULL;
  }
  return sum;
}

HPy summed_in_a_loop_through_a_temporary(HPyContext *ctx, HPy list, HPy_ssize_t n) {
  HPy sum = HPyLong_FromLong(ctx, 0);
  if (HPy_IsNull(sum)) return HPy_NULL;
  for (HPy_ssize_t i = 0; i < n; i++) {
    HPy item = HPy_GetItem_i(ctx, list, i);
    if (HPy_IsNull(item)) {
      HPy_Close(ctx, sum);
      return HPy_NULL;
    }
    HPy next = HPy_Add(ctx, sum, item);
    HPy_Close(ctx, item);
    HPy_Close(ctx, sum);
    if (HPy_IsNull(next)) return HPy_NULL;
    sum = next;
  }
  return sum;
}

int items_of_a_loop_never_closed(HPyContext *ctx, HPy list, HPy_ssize_t n) {
  for (HPy_ssize_t i = 0; i < n; i++) {
    HPy item = HPy_GetItem_i(ctx, list, i);
    if (HPy_IsNull(item)) return -1;
    if (!HPyLong_AsLong(ctx, item)) HPyErr_Clear(ctx);
  }  // want handle-leak "'item'"
  return 0;
}

int items_of_a_loop_closed(HPyContext *ctx, HPy list, HPy_ssize_t n) {
  for (HPy_ssize_t i = 0; i < n; i++) {
    HPy item = HPy_GetItem_i(ctx, list, i);
    if (HPy_IsNull(item)) return -1;
    if (!HPyLong_AsLong(ctx, item)) HPyErr_Clear(ctx);
    HPy_Close(ctx, item);
  }
  return 0;
}

int continue_skips_the_close(HPyContext *ctx, HPy list, HPy_ssize_t n) {
  int numbers = 0;
  for (HPy_ssize_t i = 0; i < n; i++) {
    HPy item = HPy_GetItem_i(ctx, list, i);     // note handle-leak 1 "'item' is created here"
    if (HPy_IsNull(item)) return -1;            // note handle-leak 2 "'item' is not null"
    if (!HPyNumber_Check(ctx, item)) continue;  // want handle-leak "'item'" // note handle-leak 3 "'HPyNumber_Check(ctx, item)' is 0"
    numbers++;
    HPy_Close(ctx, item);
  }
  return numbers;
}

int break_skips_the_close(HPyContext *ctx, HPy list, HPy_ssize_t n) {
  HPy_ssize_t i;
  for (i = 0; i < n; i++) {
    HPy item = HPy_GetItem_i(ctx, list, i);
    if (HPy_IsNull(item)) return -1;
    if (!HPyNumber_Check(ctx, item)) break;  // want handle-leak "'item'"
    HPy_Close(ctx, item);
  }
  return i == n;
}

int break_after_the_close(HPyContext *ctx, HPy list, HPy_ssize_t n) {
  HPy_ssize_t i;
  for (i = 0; i < n; i++) {
    HPy item = HPy_GetItem_i(ctx, list, i);
    if (HPy_IsNull(item)) return -1;
    int is_number = HPyNumber_Check(ctx, item);
    HPy_Close(ctx, item);
    if (!is_number) break;
  }
  return i == n;
}

HPy the_best_so_far(HPyContext *ctx, HPy list, HPy_ssize_t n) {
  HPy best = HPy_NULL;
  for (HPy_ssize_t i = 0; i < n; i++) {
    HPy item = HPy_GetItem_i(ctx, list, i);
    if (HPy_IsNull(item)) {
      HPy_Close(ctx, best);
      return HPy_NULL;
    }
    if (HPy_IsNull(best) || HPy_RichCompareBool(ctx, item, best, HPy_GT) > 0) {
      HPy_Close(ctx, best);
      best = item;
    } else {
      HPy_Close(ctx, item);
    }
  }
  return best;
}

HPy the_best_so_far_is_overwritten(HPyContext *ctx, HPy list, HPy_ssize_t n) {
  HPy best = HPy_NULL;
  for (HPy_ssize_t i = 0; i < n; i++) {
    HPy item = HPy_GetItem_i(ctx, list, i);
    if (HPy_IsNull(item)) {
      HPy_Close(ctx, best);
      return HPy_NULL;
    }
    if (HPy_IsNull(best) || HPy_RichCompareBool(ctx, item, best, HPy_GT) > 0) {
      best = item;  // want handle-leak "'best' is overwritten"
    } else {
      HPy_Close(ctx, item);
    }
  }
  return best;
}

HPy set_to_null_while_open(HPyContext *ctx, HPy obj) {
  HPy h = HPy_Dup(ctx, obj);
  h = HPy_NULL;  // want handle-leak "'h' is overwritten"
  return h;
}

HPy set_to_null_after_the_close(HPyContext *ctx, HPy obj) {
  HPy h = HPy_Dup(ctx, obj);
  HPy_Close(ctx, h);
  h = HPy_NULL;
  return h;
}

HPy replaced_by_a_constant(HPyContext *ctx, HPy obj) {
  HPy base = HPy_GetAttr_s(ctx, obj, "base");
  if (HPy_IsNull(base)) {
    HPyErr_Clear(ctx);
    base = HPy_Dup(ctx, ctx->h_None);
  }
  return base;
}

/* An element and a member are lost where they are overwritten, as a variable is. */
void an_element_overwritten(HPyContext *ctx, HPy obj) {
  HPy parts[2];
  parts[0] = HPy_Str(ctx, obj);
  parts[0] = HPy_Repr(ctx, obj);  // want handle-leak "'parts[0]' is overwritten"
  HPy_Close(ctx, parts[0]);
}

void an_element_overwritten_after_its_close(HPyContext *ctx, HPy obj) {
  HPy parts[2];
  parts[0] = HPy_Str(ctx, obj);
  HPy_Close(ctx, parts[0]);
  parts[0] = HPy_Repr(ctx, obj);
  HPy_Close(ctx, parts[0]);
}

HPy the_end_of_a_block(HPyContext *ctx, HPy obj) {
  HPy result = HPy_NULL;
  {
    HPy text = HPy_Str(ctx, obj);
    if (HPy_IsNull(text)) return HPy_NULL;
    result = HPy_Length(ctx, text) > 3 ? HPy_Dup(ctx, text) : HPy_NULL;
  }  // want handle-leak "'text'"
  return result;
}

HPy handed_on_at_the_end_of_a_block(HPyContext *ctx, HPy obj) {
  HPy result = HPy_NULL;
  {
    HPy text = HPy_Str(ctx, obj);
    if (HPy_IsNull(text)) return HPy_NULL;
    result = text;
  }
  return result;
}
