/* Loops that close elements and are left in the middle: the rest is lost, unless something else closes it. */
#include "hpy.h"

HPy returned_in_the_middle(HPyContext *ctx, HPy source, int count) {
  HPy items[16];
  if (count > 16) return HPy_NULL;
  for (int i = 0; i < count; i++) items[i] = HPy_Dup(ctx, source);
  for (int i = 0; i < count; i++) {
    if (HPy_Length(ctx, items[i]) < 0) return HPy_NULL;  // want handle-leak
    HPy_Close(ctx, items[i]);
  }
  return HPy_Dup(ctx, source);
}

void broken_off(HPyContext *ctx, HPy source, int count) {
  HPy items[16];
  if (count > 16) return;
  for (int i = 0; i < count; i++) items[i] = HPy_Dup(ctx, source);
  for (int i = 0; i < count; i++) {
    HPy text = HPy_Str(ctx, items[i]);
    if (HPy_IsNull(text)) break;
    HPy_Close(ctx, text);
    HPy_Close(ctx, items[i]);
  }
}  // want handle-leak

HPy the_rest_is_closed_is_fine(HPyContext *ctx, HPy source, int count) {
  HPy items[16];
  int i;
  if (count > 16) return HPy_NULL;
  for (i = 0; i < count; i++) items[i] = HPy_Dup(ctx, source);
  for (i = 0; i < count; i++) {
    if (HPy_Length(ctx, items[i]) < 0) break;
    HPy_Close(ctx, items[i]);
  }
  for (; i < count; i++) HPy_Close(ctx, items[i]);
  return HPy_Dup(ctx, source);
}

HPy the_one_found_is_returned_is_fine(HPyContext *ctx, HPy source, int count) {
  HPy items[16], found = HPy_NULL;
  int i;
  if (count > 16) return HPy_NULL;
  for (i = 0; i < count; i++) items[i] = HPy_Dup(ctx, source);
  for (i = 0; i < count; i++) {
    if (HPy_Length(ctx, items[i]) == 3) {
      found = items[i++];
      break;
    }
    HPy_Close(ctx, items[i]);
  }
  while (i < count) HPy_Close(ctx, items[i++]);
  return found;
}

HPy one_of_the_rest_is_forgotten(HPyContext *ctx, HPy source, int count) {
  HPy items[16], found = HPy_NULL;
  int i;
  if (count > 16) return HPy_NULL;
  for (i = 0; i < count; i++) items[i] = HPy_Dup(ctx, source);
  for (i = 0; i < count; i++) {
    if (HPy_Length(ctx, items[i]) == 3) {
      found = items[i++];
      break;
    }
    HPy_Close(ctx, items[i]);
  }
  while (++i < count) HPy_Close(ctx, items[i]);
  return found;  // want handle-leak
}

/* Where the elements end is told by something else than their number. */
int holds_more(void *queue);
int size_of(void *queue);

HPy the_number_is_asked_for_is_fine(HPyContext *ctx, HPy source, void *queue) {
  HPy items[64];
  int count = 0;
  while (holds_more(queue) && count < 64) items[count++] = HPy_Dup(ctx, source);
  HPy result = HPyTuple_FromArray(ctx, items, count);
  for (int i = 0; i < size_of(queue); i++) HPy_Close(ctx, items[i]);
  return result;
}

HPy up_to_the_first_null_is_fine(HPyContext *ctx, HPy source, int count) {
  HPy items[17];
  int i;
  if (count > 16) return HPy_NULL;
  for (i = 0; i < count; i++) items[i] = HPy_Dup(ctx, source);
  items[i] = HPy_NULL;
  for (i = 0; !HPy_IsNull(items[i]); i++) HPy_Close(ctx, items[i]);
  return HPy_Dup(ctx, source);
}

/* Each turn has an array of its own: what it holds is lost where the loop is left. */
int lost_with_the_array_of_one_turn(HPyContext *ctx, HPy left, HPy right, HPy_ssize_t count) {
  for (HPy_ssize_t i = 0; i < count; i++) {
    HPy pair[2];
    pair[0] = HPy_GetItem_i(ctx, left, i);
    pair[1] = HPy_GetItem_i(ctx, right, i);
    if (HPy_IsNull(pair[0]) || HPy_IsNull(pair[1])) return -1;  // want handle-leak "'pair[0]'" // want handle-leak "'pair[1]'"
    HPy_Close(ctx, pair[0]);
    HPy_Close(ctx, pair[1]);
  }
  return 0;
}

int closed_with_the_array_of_one_turn_is_fine(HPyContext *ctx, HPy left, HPy right, HPy_ssize_t count) {
  for (HPy_ssize_t i = 0; i < count; i++) {
    HPy pair[2];
    pair[0] = HPy_GetItem_i(ctx, left, i);
    pair[1] = HPy_GetItem_i(ctx, right, i);
    int failed = HPy_IsNull(pair[0]) || HPy_IsNull(pair[1]);
    HPy_Close(ctx, pair[0]);
    HPy_Close(ctx, pair[1]);
    if (failed) return -1;
  }
  return 0;
}

int closed_by_a_loop_in_each_turn_is_fine(HPyContext *ctx, HPy source, HPy_ssize_t count, int size) {
  if (size > 8) return -1;
  for (HPy_ssize_t i = 0; i < count; i++) {
    HPy items[8];
    for (int k = 0; k < size; k++) items[k] = HPy_Dup(ctx, source);
    for (int k = 0; k < size; k++) HPy_Close(ctx, items[k]);
    if (HPy_Length(ctx, source) < 0) return -1;
  }
  return 0;
}
