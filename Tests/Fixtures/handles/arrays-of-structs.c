/* Handles in structs, or in arrays, that are elements of arrays: closed backwards, by rows. */
#include <stdlib.h>

#include "hpy.h"

typedef struct {
  HPy key, value;
} Pair;

int pairs_backwards_is_fine(HPyContext *ctx, HPy h, HPy_ssize_t count) {
  Pair *pairs = calloc((size_t)count, sizeof(Pair));
  if (pairs == NULL) return -1;
  for (HPy_ssize_t i = 0; i < count; i++) {
    pairs[i].key = HPy_Dup(ctx, h);
    pairs[i].value = HPy_Dup(ctx, h);
  }
  for (HPy_ssize_t i = count - 1; i >= 0; i--) {
    HPy_Close(ctx, pairs[i].key);
    HPy_Close(ctx, pairs[i].value);
  }
  free(pairs);
  return 0;
}

int pairs_up_to_a_failure_is_fine(HPyContext *ctx, HPy seq, HPy_ssize_t count) {
  Pair *pairs = calloc((size_t)count, sizeof(Pair));
  HPy_ssize_t made;
  int status = -1;
  if (pairs == NULL) return -1;
  for (made = 0; made < count; made++) {
    pairs[made].key = HPyLong_FromSsize_t(ctx, made);
    if (HPy_IsNull(pairs[made].key)) goto done;
    pairs[made].value = HPy_GetItem_i(ctx, seq, made);
    if (HPy_IsNull(pairs[made].value)) {
      HPy_Close(ctx, pairs[made].key);
      goto done;
    }
  }
  status = 0;
done:
  while (made-- > 0) {
    HPy_Close(ctx, pairs[made].value);
    HPy_Close(ctx, pairs[made].key);
  }
  free(pairs);
  return status;
}

int pairs_by_pointer_is_fine(HPyContext *ctx, HPy h, int count) {
  Pair *pairs = calloc((size_t)count, sizeof(Pair)), *pair = pairs;
  if (pairs == NULL) return -1;
  while (count-- > 0) {
    pair->key = HPy_Dup(ctx, h);
    pair->value = HPy_Dup(ctx, h);
    pair++;
  }
  while (pair > pairs) {
    pair--;
    HPy_Close(ctx, pair->key);
    HPy_Close(ctx, pair->value);
  }
  free(pairs);
  return 0;
}

int pairs_half_closed(HPyContext *ctx, HPy h) {
  Pair pairs[3];
  for (int i = 0; i < 3; i++) {
    pairs[i].key = HPy_Dup(ctx, h);
    pairs[i].value = HPy_Dup(ctx, h);
  }
  for (int i = 2; i >= 0; i--) HPy_Close(ctx, pairs[i].key);
  return 0;  // want handle-leak
}

int rows_is_fine(HPyContext *ctx, HPy h, int width) {
  HPy cells[4][8];
  if (width > 8) return -1;
  for (int i = 0; i < 4; i++)
    for (int j = 0; j < width; j++) cells[i][j] = HPy_Dup(ctx, h);
  for (int i = 0; i < 4; i++)
    for (int j = 0; j < width; j++) HPy_Close(ctx, cells[i][j]);
  return 0;
}

int small_rows_is_fine(HPyContext *ctx, HPy h) {
  HPy cells[2][2];
  for (int i = 0; i < 2; i++)
    for (int j = 0; j < 2; j++) cells[i][j] = HPy_Dup(ctx, h);
  for (int i = 0; i < 2; i++)
    for (int j = 0; j < 2; j++) HPy_Close(ctx, cells[i][j]);
  return 0;
}

int first_row_only(HPyContext *ctx, HPy h) {
  HPy cells[2][1];
  cells[0][0] = HPy_Dup(ctx, h);
  cells[1][0] = HPy_Dup(ctx, h);
  HPy_Close(ctx, cells[0][0]);
  return 0;  // want handle-leak "'cells[1][0]'"
}

int same_row_twice(HPyContext *ctx, HPy h) {
  HPy cells[2][1];
  cells[0][0] = HPy_Dup(ctx, h);
  cells[1][0] = HPy_Dup(ctx, h);
  for (int i = 0; i < 2; i++) HPy_Close(ctx, cells[i][0]);
  HPy_Close(ctx, cells[1][0]);  // want handle-double-close "'cells[1][0]'"
  return 0;
}
