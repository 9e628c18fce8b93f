/* Arrays that one loop fills and another closes: exact while it is known how often the loops run, and silent
 * where it is not known any more. */
#include "hpy.h"
#include <stdlib.h>
#include <string.h>

/* More elements than loops are followed round by round when nobody knows their number. */
HPy eight_names_are_fine(HPyContext *ctx, HPy source) {
  HPy names[8] = {HPy_Str(ctx, source), HPy_Str(ctx, source), HPy_Str(ctx, source),
                  HPy_Str(ctx, source), HPy_Str(ctx, source), HPy_Str(ctx, source),
                  HPy_Str(ctx, source), HPy_Str(ctx, source)};
  HPy all = HPy_NULL;
  for (int i = 0; i < 8; i++)
    if (HPy_IsNull(names[i])) goto done;
  all = HPyTuple_FromArray(ctx, names, 8);
done:
  for (int i = 0; i < 8; i++) HPy_Close(ctx, names[i]);
  return all;
}

HPy eight_names_of_which_one_is_forgotten(HPyContext *ctx, HPy source) {
  HPy names[8] = {HPy_Dup(ctx, source), HPy_Dup(ctx, source), HPy_Dup(ctx, source),
                  HPy_Dup(ctx, source), HPy_Dup(ctx, source), HPy_Dup(ctx, source),
                  HPy_Dup(ctx, source), HPy_Dup(ctx, source)};
  HPy all = HPyTuple_FromArray(ctx, names, 8);
  for (int i = 0; i < 7; i++) HPy_Close(ctx, names[i]);
  return all;  // want handle-leak "'names[7]' is not closed"
}

struct column {
  const char *title;
  HPy values;
};

HPy structs_in_an_array_are_fine(HPyContext *ctx, HPy table) {
  struct column columns[3] = {{"a"}, {"b"}, {"c"}};
  for (int i = 0; i < 3; i++) columns[i].values = HPy_GetAttr_s(ctx, table, columns[i].title);
  HPy result = HPy_Dup(ctx, ctx->h_None);
  for (int i = 0; i < 3; i++) HPy_Close(ctx, columns[i].values);
  return result;
}

HPy structs_in_an_array(HPyContext *ctx, HPy table) {
  struct column columns[3] = {{"a"}, {"b"}, {"c"}};
  for (int i = 0; i < 3; i++) columns[i].values = HPy_GetAttr_s(ctx, table, columns[i].title);
  HPy result = HPy_Dup(ctx, ctx->h_None);
  for (int i = 1; i < 3; i++) HPy_Close(ctx, columns[i].values);
  return result;  // want handle-leak "'columns[0].values' is not closed"
}

/* The second loop counts otherwise than the first. */
void closed_by_a_walking_pointer_is_fine(HPyContext *ctx, HPy list, int n) {
  HPy *items = calloc(n, sizeof(HPy));
  int made = 0;
  if (!items) return;
  for (; made < n; made++) {
    items[made] = HPy_GetItem_i(ctx, list, made);
    if (HPy_IsNull(items[made])) break;
  }
  for (HPy *item = items; item < items + made; item++) HPy_Close(ctx, *item);
  free(items);
}

void closed_where_not_null_is_fine(HPyContext *ctx, HPy list, int n) {
  HPy *items = calloc(n, sizeof(HPy));
  if (!items) return;
  for (int i = 0; i != n; ++i) {
    HPy item = HPy_GetItem_i(ctx, list, i);
    if (HPy_IsNull(item)) break;
    items[i] = item;
  }
  for (int i = 0; i < n; i++)
    if (!HPy_IsNull(items[i])) HPy_Close(ctx, items[i]);
  free(items);
}

/* Helpers that close arrays, in every direction. */
static void close_forwards(HPyContext *ctx, HPy *items, int n) {
  for (int i = 0; i < n; i++) HPy_Close(ctx, items[i]);
}

static void close_backwards(HPyContext *ctx, HPy *items, int n) {
  while (n--) HPy_Close(ctx, items[n]);
}

static void close_by_pointer(HPyContext *ctx, HPy *item, int n) {
  HPy *end = item + n;
  while (item < end) HPy_Close(ctx, *item++);
}

static void close_what_is_there(HPyContext *ctx, HPy *items, int n) {
  for (int i = 0; i < n; i++)
    if (!HPy_IsNull(items[i])) HPy_Close(ctx, items[i]);
}

void closed_forwards_is_fine(HPyContext *ctx, HPy h) {
  HPy items[3] = {HPy_Str(ctx, h), HPy_Repr(ctx, h), HPy_ASCII(ctx, h)};
  close_forwards(ctx, items, 3);
}

void closed_backwards_is_fine(HPyContext *ctx, HPy h) {
  HPy items[3] = {HPy_Str(ctx, h), HPy_Repr(ctx, h), HPy_ASCII(ctx, h)};
  close_backwards(ctx, items, 3);
}

void closed_by_pointer_is_fine(HPyContext *ctx, HPy h) {
  HPy items[3] = {HPy_Str(ctx, h), HPy_Repr(ctx, h), HPy_ASCII(ctx, h)};
  close_by_pointer(ctx, items, 3);
}

void closed_what_is_there_is_fine(HPyContext *ctx, HPy h) {
  HPy items[3] = {HPy_Str(ctx, h), HPy_Repr(ctx, h), HPy_ASCII(ctx, h)};
  close_what_is_there(ctx, items, 3);
}

void closed_but_for_the_last(HPyContext *ctx, HPy h) {
  HPy items[3] = {HPy_Str(ctx, h), HPy_Repr(ctx, h), HPy_ASCII(ctx, h)};
  close_forwards(ctx, items, 2);
}  // want handle-leak "'items[2]' is not closed"

/* More than the helper is followed for. */
void many_closed_by_a_helper_are_fine(HPyContext *ctx, HPy h) {
  HPy items[12];
  for (int i = 0; i < 12; i++) items[i] = HPy_GetItem_i(ctx, h, i);
  close_forwards(ctx, items, 12);
}

/* A helper that fills the caller's array. */
static int fill(HPyContext *ctx, HPy list, HPy *items, int n) {
  for (int i = 0; i < n; i++) {
    items[i] = HPy_GetItem_i(ctx, list, i);
    if (HPy_IsNull(items[i])) {
      close_forwards(ctx, items, i);
      return -1;
    }
  }
  return n;
}

int filled_by_a_helper_is_fine(HPyContext *ctx, HPy list) {
  HPy items[4];
  if (fill(ctx, list, items, 4) < 0) return -1;
  for (int i = 0; i < 4; i++) HPy_Close(ctx, items[i]);
  return 0;
}

/* The second element is written before the first. */
int second_before_first_is_fine(HPyContext *ctx, HPy in[2], HPy out[2]) {
  out[1] = HPy_Str(ctx, in[1]);
  if (HPy_IsNull(out[1])) return -1;
  out[0] = HPy_Str(ctx, in[0]);
  if (HPy_IsNull(out[0])) {
    HPy_Close(ctx, out[1]);
    return -1;
  }
  return 0;
}

/* Structs in an array, as many as the caller says. */
HPy some_structs_in_an_array_are_fine(HPyContext *ctx, HPy table, int n) {
  struct column columns[16];
  int made;
  memset(columns, 0, sizeof columns);
  if (n > 16) return HPyErr_SetString(ctx, ctx->h_ValueError, "too many columns");
  for (made = 0; made < n; made++) {
    columns[made].values = HPy_GetItem_i(ctx, table, made);
    if (HPy_IsNull(columns[made].values)) break;
  }
  for (int i = 0; i < made; i++) HPy_Close(ctx, columns[i].values);
  return HPy_Dup(ctx, ctx->h_None);
}

HPy some_structs_in_an_array(HPyContext *ctx, HPy table, int n) {
  struct column columns[16];
  int made;
  memset(columns, 0, sizeof columns);
  if (n > 16) return HPyErr_SetString(ctx, ctx->h_ValueError, "too many columns");
  for (made = 0; made < n; made++) {
    columns[made].values = HPy_GetItem_i(ctx, table, made);
    if (HPy_IsNull(columns[made].values)) return HPy_NULL;  // want handle-leak "'columns[0].values'"
  }
  for (int i = 0; i < made; i++) HPy_Close(ctx, columns[i].values);
  return HPy_Dup(ctx, ctx->h_None);
}
