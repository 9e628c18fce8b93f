/* Handles that change hands: returned, written out, kept in arrays and structs, swapped. */
#include "hpy.h"

HPy handed_to_the_caller(HPyContext *ctx, HPy obj) {
  HPy shape = HPy_GetAttr_s(ctx, obj, "shape");
  return shape;
}

/* The caller of a helper owns what the helper returns. */
HPy helper_result_is_lost(HPyContext *ctx, HPy obj) {
  HPy shape = handed_to_the_caller(ctx, obj);
  if (HPy_IsNull(shape)) return HPy_NULL;
  return HPyLong_FromSsize_t(ctx, HPy_Length(ctx, shape));  // want handle-leak "'shape'"
}

HPy helper_result_is_closed(HPyContext *ctx, HPy obj) {
  HPy shape = handed_to_the_caller(ctx, obj);
  if (HPy_IsNull(shape)) return HPy_NULL;
  HPy_ssize_t n = HPy_Length(ctx, shape);
  HPy_Close(ctx, shape);
  return HPyLong_FromSsize_t(ctx, n);
}

int written_out(HPyContext *ctx, HPy obj, HPy *first, HPy *second) {
  *first = HPy_GetAttr_s(ctx, obj, "first");
  if (HPy_IsNull(*first)) return -1;
  *second = HPy_GetAttr_s(ctx, obj, "second");
  if (HPy_IsNull(*second)) {
    HPy_Close(ctx, *first);
    return -1;
  }
  return 0;
}

HPy both_out_arguments_closed(HPyContext *ctx, HPy obj) {
  HPy first, second;
  if (written_out(ctx, obj, &first, &second) < 0) return HPy_NULL;
  HPy sum = HPy_Add(ctx, first, second);
  HPy_Close(ctx, first);
  HPy_Close(ctx, second);
  return sum;
}

HPy one_out_argument_lost(HPyContext *ctx, HPy obj) {
  HPy first, second;
  if (written_out(ctx, obj, &first, &second) < 0) return HPy_NULL;
  HPy sum = HPy_Add(ctx, first, second);
  HPy_Close(ctx, first);
  return sum;  // want handle-leak "'second'"
}

int written_out_or_lost(HPyContext *ctx, HPy obj, HPy *first, HPy *second) {
  HPy a = HPy_GetAttr_s(ctx, obj, "first");
  if (HPy_IsNull(a)) return -1;
  HPy b = HPy_GetAttr_s(ctx, obj, "second");
  if (HPy_IsNull(b)) return -1;  // want handle-leak "'a'"
  *first = a;
  *second = b;
  return 0;
}

typedef struct {
  HPy low;
  HPy high;
} Range;

static int Range_load(HPyContext *ctx, HPy obj, Range *range) {
  range->low = HPy_GetAttr_s(ctx, obj, "low");
  if (HPy_IsNull(range->low)) return -1;
  range->high = HPy_GetAttr_s(ctx, obj, "high");
  if (HPy_IsNull(range->high)) {
    HPy_Close(ctx, range->low);
    return -1;
  }
  return 0;
}

static void Range_clear(HPyContext *ctx, Range *range) {
  HPy_Close(ctx, range->low);
  HPy_Close(ctx, range->high);
}

HPy local_struct_cleared_by_a_helper(HPyContext *ctx, HPy obj) {
  Range range;
  if (Range_load(ctx, obj, &range) < 0) return HPy_NULL;
  HPy width = HPy_Subtract(ctx, range.high, range.low);
  Range_clear(ctx, &range);
  return width;
}

HPy local_struct_half_closed(HPyContext *ctx, HPy obj) {
  Range range;
  if (Range_load(ctx, obj, &range) < 0) return HPy_NULL;
  HPy width = HPy_Subtract(ctx, range.high, range.low);
  HPy_Close(ctx, range.high);
  return width;  // want handle-leak "low"
}

Range struct_by_value(HPyContext *ctx, HPy low, HPy high) {
  Range range;
  range.low = HPy_Dup(ctx, low);
  range.high = HPy_Dup(ctx, high);
  return range;
}

HPy struct_by_value_closed(HPyContext *ctx, HPy low, HPy high) {
  Range range = struct_by_value(ctx, low, high);
  HPy width = HPy_Subtract(ctx, range.high, range.low);
  HPy_Close(ctx, range.low);
  HPy_Close(ctx, range.high);
  return width;
}

HPy swapped(HPyContext *ctx, HPy obj, int reverse) {
  HPy a = HPy_GetAttr_s(ctx, obj, "a");
  if (HPy_IsNull(a)) return HPy_NULL;
  HPy b = HPy_GetAttr_s(ctx, obj, "b");
  if (HPy_IsNull(b)) {
    HPy_Close(ctx, a);
    return HPy_NULL;
  }
  if (reverse) {
    HPy t = a;
    a = b;
    b = t;
  }
  HPy result = HPy_Subtract(ctx, a, b);
  HPy_Close(ctx, a);
  HPy_Close(ctx, b);
  return result;
}

static void swap(HPy *left, HPy *right) {
  HPy t = *left;
  *left = *right;
  *right = t;
}

HPy swapped_by_pointer(HPyContext *ctx, HPy obj) {
  HPy a = HPy_GetAttr_s(ctx, obj, "a");
  HPy b = HPy_Dup(ctx, obj);
  swap(&a, &b);
  HPy_Close(ctx, b);
  return a;
}

HPy copied_and_closed_through_the_copy(HPyContext *ctx, HPy obj) {
  HPy h = HPy_Dup(ctx, obj);
  HPy alias = h;
  HPy text = HPy_Str(ctx, h);
  HPy_Close(ctx, alias);
  return text;
}

static void close_and_clear(HPyContext *ctx, HPy *h) {
  HPy_Close(ctx, *h);
  *h = HPy_NULL;
}

HPy closed_by_pointer_then_unconditionally(HPyContext *ctx, HPy obj, int early) {
  HPy h = HPy_Repr(ctx, obj);
  if (early) close_and_clear(ctx, &h);
  HPy_Close(ctx, h);
  return HPy_Dup(ctx, ctx->h_None);
}

/* 4.7 #172: what is written out is closed already. */
static int writes_out_what_it_closes(HPyContext *ctx, HPy obj, HPy *out) {
  HPy h = HPy_GetAttr_s(ctx, obj, "a");
  if (HPy_IsNull(h)) return -1;
  *out = h;
  HPy_Close(ctx, h);
  return 0;
}

HPy uses_what_a_helper_closed(HPyContext *ctx, HPy obj) {
  HPy h;
  if (writes_out_what_it_closes(ctx, obj, &h) < 0) return HPy_NULL;
  return HPy_Str(ctx, h);  // want handle-use-after-close "'h'"
}

HPy copied_as_bytes(HPyContext *ctx, HPy obj) {
  HPy h = HPy_Dup(ctx, obj);
  HPy copy;
  __builtin_memcpy(&copy, &h, sizeof h);
  HPy text = HPy_Str(ctx, copy);
  HPy_Close(ctx, copy);
  return text;
}

HPy copied_as_a_struct(HPyContext *ctx, HPy obj) {
  Range range, copy;
  if (Range_load(ctx, obj, &range) < 0) return HPy_NULL;
  copy = range;
  HPy width = HPy_Subtract(ctx, copy.high, copy.low);
  HPy_Close(ctx, copy.high);
  HPy_Close(ctx, copy.low);
  return width;
}
