/* Arrays that one counter fills and another one closes, or of which an element is used that only their number tells. */
#include <stdlib.h>

#include "hpy.h"

HPy the_last_after_all_are_closed(HPyContext *ctx, HPy source, int count) {
  HPy items[8];
  if (count < 1 || count > 8) return HPy_NULL;
  for (int i = 0; i < count; i++) items[i] = HPy_Dup(ctx, source);
  for (int i = 0; i < count; i++) HPy_Close(ctx, items[i]);
  return HPy_Repr(ctx, items[count - 1]);  // want handle-use-after-close "is used after it was closed"
}

HPy the_last_before_all_are_closed_is_fine(HPyContext *ctx, HPy source, int count) {
  HPy items[8];
  if (count < 1 || count > 8) return HPy_NULL;
  for (int i = 0; i < count; i++) items[i] = HPy_Dup(ctx, source);
  HPy result = HPy_Repr(ctx, items[count - 1]);
  for (int i = 0; i < count; i++) HPy_Close(ctx, items[i]);
  return result;
}

HPy the_middle_after_all_are_closed(HPyContext *ctx, HPy source, int count) {
  HPy items[8];
  if (count < 1 || count > 8) return HPy_NULL;
  for (int i = 0; i < count; i++) items[i] = HPy_Dup(ctx, source);
  for (int i = 0; i < count; i++) HPy_Close(ctx, items[i]);
  return HPy_Repr(ctx, items[count / 2]);  // want handle-use-after-close
}

HPy the_middle_is_kept_is_fine(HPyContext *ctx, HPy source, int count) {
  HPy items[8];
  if (count < 1 || count > 8) return HPy_NULL;
  for (int i = 0; i < count; i++) items[i] = HPy_Dup(ctx, source);
  for (int i = 0; i < count; i++)
    if (i != count / 2) HPy_Close(ctx, items[i]);
  return items[count / 2];
}

void closed_again_backwards(HPyContext *ctx, HPy source, int count) {
  HPy *items = malloc(count * sizeof *items);
  if (items == NULL) return;
  for (int i = 0; i < count; i++) items[i] = HPy_Dup(ctx, source);
  for (int i = 0; i < count; i++) HPy_Close(ctx, items[i]);
  while (count-- > 0) HPy_Close(ctx, items[count]);  // want handle-double-close
  free(items);
}

void from_the_end_is_fine(HPyContext *ctx, HPy source, int count) {
  HPy *items = malloc(count * sizeof *items);
  int next = count;
  if (items == NULL) return;
  while (next > 0) items[--next] = HPy_Dup(ctx, source);
  for (int i = 0; i < count; i++) HPy_Close(ctx, items[i]);
  free(items);
}

void from_the_end_but_for_the_first(HPyContext *ctx, HPy source, int count) {
  HPy *items = malloc(count * sizeof *items);
  int next = count;
  if (items == NULL) return;
  while (next > 0) items[--next] = HPy_Dup(ctx, source);
  for (int i = 1; i < count; i++) HPy_Close(ctx, items[i]);
  free(items);
}  // want handle-leak

static void close_backwards(HPyContext *ctx, HPy *items, int count) {
  while (count-- > 0) HPy_Close(ctx, items[count]);
}

void used_after_a_helper_closed_all(HPyContext *ctx, HPy source) {
  HPy items[3];
  for (int i = 0; i < 3; i++) items[i] = HPy_Dup(ctx, source);
  close_backwards(ctx, items, 3);
  HPy_Length(ctx, items[1]);  // want handle-use-after-close "'items[1]'"
}

/* Two elements for each number. */
void pairs_in_a_row_is_fine(HPyContext *ctx, HPy source, int count) {
  HPy *items = malloc(2 * count * sizeof *items);
  if (items == NULL) return;
  for (int i = 0; i < count; i++) {
    items[2 * i] = HPy_Dup(ctx, source);
    items[2 * i + 1] = HPy_Dup(ctx, source);
  }
  for (int i = 0; i < 2 * count; i++) HPy_Close(ctx, items[i]);
  free(items);
}

void pairs_closed_as_pairs_is_fine(HPyContext *ctx, HPy source, int count) {
  HPy *items = malloc(2 * count * sizeof *items);
  if (items == NULL) return;
  for (int i = 0; i < count; i++) {
    items[2 * i] = HPy_Dup(ctx, source);
    items[2 * i + 1] = HPy_Dup(ctx, source);
  }
  for (int i = 0; i < count; i++) {
    HPy_Close(ctx, items[2 * i]);
    HPy_Close(ctx, items[2 * i + 1]);
  }
  free(items);
}

void only_half_of_the_pairs(HPyContext *ctx, HPy source, int count) {
  HPy *items = malloc(2 * count * sizeof *items);
  if (items == NULL) return;
  for (int i = 0; i < count; i++) {
    items[2 * i] = HPy_Dup(ctx, ctx->h_None);
    items[2 * i + 1] = HPy_Dup(ctx, source);
  }
  for (int i = 0; i < count; i++) HPy_Close(ctx, items[2 * i]);
  free(items);
}  // want handle-leak

HPy pairs_up_to_a_failure_is_fine(HPyContext *ctx, HPy source, int count) {
  HPy items[16];
  int made = 0;
  if (count < 0 || count > 8) return HPy_NULL;
  for (int i = 0; i < count; i++) {
    HPy item = HPy_GetItem_i(ctx, source, i);
    if (HPy_IsNull(item)) goto fail;
    items[2 * i] = item;
    made = 2 * i + 1;
    HPy text = HPy_Str(ctx, item);
    if (HPy_IsNull(text)) goto fail;
    items[2 * i + 1] = text;
    made = 2 * i + 2;
  }
  HPy result = HPyTuple_FromArray(ctx, items, 2 * count);
  for (int i = 0; i < 2 * count; i++) HPy_Close(ctx, items[i]);
  return result;
fail:
  while (made > 0) HPy_Close(ctx, items[--made]);
  return HPy_NULL;
}

/* From one number to another. */
HPy a_range_is_fine(HPyContext *ctx, HPy source, int low, int high) {
  HPy *items = malloc((high - low) * sizeof *items);
  if (items == NULL) return HPy_NULL;
  for (int i = low; i < high; i++) items[i - low] = HPy_Dup(ctx, source);
  HPy result = HPyTuple_FromArray(ctx, items, high - low);
  for (int i = 0; i < high - low; i++) HPy_Close(ctx, items[i]);
  free(items);
  return result;
}

HPy by_columns_is_fine(HPyContext *ctx, HPy source, int height, int width) {
  HPy *cells = malloc(height * width * sizeof *cells);
  if (cells == NULL) return HPy_NULL;
  for (int i = 0; i < height; i++)
    for (int j = 0; j < width; j++) cells[j * height + i] = HPy_Dup(ctx, source);
  HPy result = HPyTuple_FromArray(ctx, cells, height * width);
  for (int j = 0; j < width; j++)
    for (int i = 0; i < height; i++) HPy_Close(ctx, cells[j * height + i]);
  free(cells);
  return result;
}

/* The first is not the function's. */
HPy the_first_is_borrowed_is_fine(HPyContext *ctx, HPy source, int count) {
  HPy items[9];
  if (count < 0 || count > 8) return HPy_NULL;
  items[0] = ctx->h_None;
  for (int i = 0; i < count; i++) items[i + 1] = HPy_Dup(ctx, source);
  HPy result = HPyTuple_FromArray(ctx, items, count + 1);
  for (int i = count; i > 0; i--) HPy_Close(ctx, items[i]);
  return result;
}

HPy the_borrowed_first_is_closed(HPyContext *ctx, HPy source, int count) {
  HPy items[9];
  if (count < 0 || count > 8) return HPy_NULL;
  items[0] = ctx->h_None;
  for (int i = 0; i < count; i++) items[i + 1] = HPy_Dup(ctx, source);
  HPy result = HPyTuple_FromArray(ctx, items, count + 1);
  for (int i = count; i >= 0; i--) HPy_Close(ctx, items[i]);  // want handle-close-borrowed
  return result;
}
