/* What is known of two numbers together: whether a loop has come to its end, and which bits of a
   set are there. */
#include "hpy.h"

int found_before_the_end_is_fine(HPyContext *ctx, HPy seq, HPy key, HPy_ssize_t count) {
  HPy item = HPy_NULL;
  HPy_ssize_t i;
  int equal = 0;
  for (i = 0; i < count; i++) {
    item = HPy_GetItem_i(ctx, seq, i);
    if (HPy_IsNull(item)) return -1;
    equal = HPy_RichCompareBool(ctx, item, key, HPy_EQ);
    if (equal != 0) break;
    HPy_Close(ctx, item);
  }
  if (i < count) HPy_Close(ctx, item);
  return equal;
}

int found_the_other_way_around_is_fine(HPyContext *ctx, HPy seq, HPy key, size_t count) {
  HPy item;
  size_t i;
  for (i = 0; count > i; i++) {
    item = HPy_GetItem_i(ctx, seq, (HPy_ssize_t)i);
    if (HPy_IsNull(item)) return -1;
    if (HPy_RichCompareBool(ctx, item, key, HPy_EQ) != 0) break;
    HPy_Close(ctx, item);
  }
  if (count <= i) return 0;
  HPy_Close(ctx, item);
  return 1;
}

HPy found_or_none_is_fine(HPyContext *ctx, HPy seq, HPy_ssize_t count) {
  HPy found = HPy_NULL;
  HPy_ssize_t i;
  for (i = 0; i < count; i++) {
    HPy item = HPy_GetItem_i(ctx, seq, i);
    if (HPy_IsNull(item)) return HPy_NULL;
    if (HPy_IsTrue(ctx, item)) {
      found = item;
      break;
    }
    HPy_Close(ctx, item);
  }
  if (i == count) return HPy_Dup(ctx, ctx->h_None);
  return found;
}

HPy none_although_found(HPyContext *ctx, HPy seq, HPy_ssize_t count) {
  HPy found = HPy_NULL;
  HPy_ssize_t i;
  for (i = 0; i < count; i++) {
    HPy item = HPy_GetItem_i(ctx, seq, i);
    if (HPy_IsNull(item)) return HPy_NULL;
    if (HPy_IsTrue(ctx, item)) {
      found = item;
      break;
    }
    HPy_Close(ctx, item);
  }
  if (i < count) return HPy_Dup(ctx, ctx->h_None);  // want handle-leak
  return found;
}

typedef struct {
  size_t used, room;
} Bounds;

int room_behind_a_pointer_is_fine(HPyContext *ctx, HPy seq, Bounds *bounds) {
  HPy item = HPy_NULL;
  size_t i;
  for (i = bounds->used; i < bounds->room; i++) {
    item = HPy_GetItem_i(ctx, seq, (HPy_ssize_t)i);
    if (HPy_IsNull(item)) return -1;
    if (HPy_IsTrue(ctx, item)) break;
    HPy_Close(ctx, item);
  }
  if (i != bounds->room) HPy_Close(ctx, item);
  return 0;
}

HPy smaller_both_ways_is_fine(HPyContext *ctx, HPy h, int a, int b) {
  HPy text = HPy_NULL;
  if (a < b) {
    text = HPy_Str(ctx, h);
    if (HPy_IsNull(text)) return HPy_NULL;
  }
  HPy result = HPy_Repr(ctx, h);
  if (b > a) HPy_Close(ctx, text);
  return result;
}

HPy equal_is_left_out(HPyContext *ctx, HPy h, int a, int b) {
  HPy text = HPy_NULL;
  if (a <= b) {
    text = HPy_Str(ctx, h);
    if (HPy_IsNull(text)) return HPy_NULL;
  }
  HPy result = HPy_Repr(ctx, h);
  if (b > a) HPy_Close(ctx, text);
  return result;  // want handle-leak "'text'"
}

/* A bit for each handle that is open. */
int bits_of_what_is_open_is_fine(HPyContext *ctx, HPy h) {
  unsigned open = 0;
  int less = -1;
  HPy a = HPy_NULL, b = HPy_NULL;
  a = HPy_Repr(ctx, h);
  if (HPy_IsNull(a)) goto done;
  open |= 1u;
  b = HPy_Str(ctx, h);
  if (HPy_IsNull(b)) goto done;
  open |= 2u;
  less = HPy_RichCompareBool(ctx, a, b, HPy_LT);
done:
  if (open & 2u) HPy_Close(ctx, b);
  if (open & 1u) HPy_Close(ctx, a);
  return less;
}

int bits_of_another(HPyContext *ctx, HPy h) {
  unsigned open = 0;
  int less = -1;
  HPy a = HPy_NULL, b = HPy_NULL;
  a = HPy_Repr(ctx, h);
  if (HPy_IsNull(a)) goto done;
  open |= 1u;
  b = HPy_Str(ctx, h);
  if (HPy_IsNull(b)) goto done;
  open |= 2u;
  less = HPy_RichCompareBool(ctx, a, b, HPy_LT);
done:
  if (open & 2u) HPy_Close(ctx, b);
  if (open & 4u) HPy_Close(ctx, a);
  return less;  // want handle-leak "'a'"
}
