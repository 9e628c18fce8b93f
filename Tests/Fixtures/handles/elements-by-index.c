/* Elements at indices that are known only when the program runs: which of them is closed, or overwritten, is told
 * apart where they are few, and not guessed where they are not. */
#include <stdlib.h>
#include <string.h>

#include "hpy.h"

HPy removed_by_the_last_is_fine(HPyContext *ctx, HPy source, int count, int at) {
  HPy items[16];
  if (count < 1 || count > 16 || at < 0 || at >= count) return HPy_NULL;
  for (int i = 0; i < count; i++) items[i] = HPy_Dup(ctx, source);
  HPy_Close(ctx, items[at]);
  items[at] = items[--count];
  HPy result = HPyTuple_FromArray(ctx, items, count);
  for (int i = 0; i < count; i++) HPy_Close(ctx, items[i]);
  return result;
}

HPy removed_but_not_taken_out(HPyContext *ctx, HPy source, int count, int at) {
  HPy items[16];
  if (count < 1 || count > 16 || at < 0 || at >= count) return HPy_NULL;
  for (int i = 0; i < count; i++)    // note handle-double-close 2 "assuming 'i' is at least 'count'"
    items[i] = HPy_Dup(ctx, source); // note handle-double-close 1
  HPy_Close(ctx, items[at]);         // note handle-double-close 3 "assuming 'at' is 0" // note handle-double-close 4
  for (int i = 0; i < count; i++)
    HPy_Close(ctx, items[i]);        // want handle-double-close "'items[i]' is closed twice"
  return HPy_Dup(ctx, source);
}

HPy removed_but_still_packed(HPyContext *ctx, HPy source, int count, int at) {
  HPy items[16];
  if (count < 1 || count > 16 || at < 0 || at >= count) return HPy_NULL;
  for (int i = 0; i < count; i++) items[i] = HPy_Dup(ctx, source);
  HPy_Close(ctx, items[at]);
  HPy result = HPyTuple_FromArray(ctx, items, count);  // want handle-use-after-close
  for (int i = 0; i < count; i++)
    if (i != at) HPy_Close(ctx, items[i]);
  return result;
}

HPy removed_by_moving_the_rest_is_fine(HPyContext *ctx, HPy source, int count, int at) {
  HPy items[16];
  if (count < 1 || count > 16 || at < 0 || at >= count) return HPy_NULL;
  for (int i = 0; i < count; i++) items[i] = HPy_Dup(ctx, source);
  HPy_Close(ctx, items[at]);
  memmove(items + at, items + at + 1, (count - at - 1) * sizeof(HPy));
  count--;
  HPy result = HPyTuple_FromArray(ctx, items, count);
  for (int i = 0; i < count; i++) HPy_Close(ctx, items[i]);
  return result;
}

HPy inserted_is_fine(HPyContext *ctx, HPy source, int count, int at) {
  HPy items[17];
  if (count < 0 || count > 16 || at < 0 || at > count) return HPy_NULL;
  for (int i = 0; i < count; i++) items[i] = HPy_Dup(ctx, source);
  for (int i = count; i > at; i--) items[i] = items[i - 1];
  items[at] = HPy_Dup(ctx, ctx->h_None);
  count++;
  HPy result = HPyTuple_FromArray(ctx, items, count);
  for (int i = 0; i < count; i++) HPy_Close(ctx, items[i]);
  return result;
}

HPy replaced_is_fine(HPyContext *ctx, HPy source, int count, int at) {
  HPy items[16];
  if (count < 1 || count > 16 || at < 0 || at >= count) return HPy_NULL;
  for (int i = 0; i < count; i++) items[i] = HPy_Dup(ctx, source);
  HPy_Close(ctx, items[at]);
  items[at] = HPy_Dup(ctx, ctx->h_None);
  HPy result = HPyTuple_FromArray(ctx, items, count);
  for (int i = 0; i < count; i++) HPy_Close(ctx, items[i]);
  return result;
}

HPy replaced_without_being_closed(HPyContext *ctx, HPy source, int count, int at) {
  HPy items[16];
  if (count < 1 || count > 16 || at < 0 || at >= count) return HPy_NULL;
  for (int i = 0; i < count; i++) items[i] = HPy_Dup(ctx, source);
  items[at] = HPy_Dup(ctx, ctx->h_None);  // want handle-leak "is overwritten"
  HPy result = HPyTuple_FromArray(ctx, items, count);
  for (int i = 0; i < count; i++) HPy_Close(ctx, items[i]);
  return result;
}

static void close_and_set(HPyContext *ctx, HPy *items, int at, HPy item) {
  HPy_Close(ctx, items[at]);
  items[at] = HPy_Dup(ctx, item);
}

HPy replaced_by_a_helper_is_fine(HPyContext *ctx, HPy source, int count, int at) {
  HPy items[8];
  if (count < 1 || count > 8 || at < 0 || at >= count) return HPy_NULL;
  for (int i = 0; i < count; i++) items[i] = HPy_Dup(ctx, source);
  close_and_set(ctx, items, at, source);
  HPy result = HPyTuple_FromArray(ctx, items, count);
  for (int i = 0; i < count; i++) HPy_Close(ctx, items[i]);
  return result;
}

/* A place that was empty may be the one that is filled. */
HPy one_of_empty_places_is_fine(HPyContext *ctx, HPy source, int at) {
  HPy items[3] = {HPy_NULL, HPy_NULL, HPy_NULL};
  if (at < 0 || at > 2) return HPy_NULL;
  items[at] = HPy_Dup(ctx, source);
  HPy_Close(ctx, items[0]);
  HPy_Close(ctx, items[1]);
  HPy_Close(ctx, items[2]);
  return HPy_Dup(ctx, source);
}

HPy all_but_one_is_fine(HPyContext *ctx, HPy source, int count, int at) {
  HPy items[16];
  if (count < 1 || count > 16 || at < 0 || at >= count) return HPy_NULL;
  for (int i = 0; i < count; i++) items[i] = HPy_Dup(ctx, source);
  HPy_Close(ctx, items[at]);
  for (int i = 0; i < count; i++)
    if (i != at) HPy_Close(ctx, items[i]);
  return HPy_Dup(ctx, source);
}

HPy the_one_found_is_kept_is_fine(HPyContext *ctx, HPy source, int count, HPy key) {
  HPy items[32];
  int hit = -1;
  if (count > 32) return HPy_NULL;
  for (int i = 0; i < count; i++) items[i] = HPy_Dup(ctx, source);
  for (int i = 0; i < count; i++) {
    if (HPy_Is(ctx, items[i], key)) {
      hit = i;
      break;
    }
  }
  for (int i = 0; i < count; i++)
    if (i != hit) HPy_Close(ctx, items[i]);
  return hit < 0 ? HPy_NULL : items[hit];
}

/* Two indices are taken to mean two elements. */
HPy two_indices_are_fine(HPyContext *ctx, HPy source, int first, int second) {
  HPy items[2] = {HPy_Dup(ctx, source), HPy_Dup(ctx, source)};
  if (first < 0 || first > 1 || second < 0 || second > 1) goto done;
  HPy_Close(ctx, items[first]);
  HPy_Length(ctx, items[second]);
  HPy_Close(ctx, items[second]);
  return HPy_Dup(ctx, source);
done:
  HPy_Close(ctx, items[0]);
  HPy_Close(ctx, items[1]);
  return HPy_NULL;
}

HPy in_another_order_is_fine(HPyContext *ctx, HPy source, const int *order, int count) {
  HPy items[16];
  if (count > 16) return HPy_NULL;
  for (int i = 0; i < count; i++) items[i] = HPy_Dup(ctx, source);
  for (int i = 0; i < count; i++) HPy_Close(ctx, items[order[i]]);
  return HPy_Dup(ctx, source);
}

HPy reversed_is_fine(HPyContext *ctx, HPy source, HPy_ssize_t count) {
  HPy *items = malloc(count * sizeof *items);
  HPy_ssize_t i, j;
  if (items == NULL) return HPy_NULL;
  for (i = 0; i < count; i++) items[i] = HPy_Dup(ctx, source);
  for (i = 0, j = count - 1; i < j; i++, j--) {
    HPy item = items[i];
    items[i] = items[j];
    items[j] = item;
  }
  HPy result = HPyTuple_FromArray(ctx, items, count);
  for (i = 0; i < count; i++) HPy_Close(ctx, items[i]);
  free(items);
  return result;
}

HPy rotated_is_fine(HPyContext *ctx, HPy source, int count) {
  HPy items[8];
  int i;
  if (count < 1 || count > 8) return HPy_NULL;
  for (i = 0; i < count; i++) items[i] = HPy_Dup(ctx, source);
  HPy first = items[0];
  for (i = 0; i + 1 < count; i++) items[i] = items[i + 1];
  items[count - 1] = first;
  HPy result = HPyTuple_FromArray(ctx, items, count);
  for (i = 0; i < count; i++) HPy_Close(ctx, items[i]);
  return result;
}

/* Two places that are used in turn. */
HPy in_turn_by_remainder_is_fine(HPyContext *ctx, HPy source, int count) {
  HPy last[2] = {HPy_NULL, HPy_NULL};
  for (int i = 0; i < count; i++) {
    HPy_Close(ctx, last[i % 2]);
    last[i % 2] = HPy_GetItem_i(ctx, source, i);
    if (HPy_IsNull(last[i % 2])) break;
  }
  HPy_Close(ctx, last[0]);
  HPy_Close(ctx, last[1]);
  return HPy_Dup(ctx, source);
}

HPy in_turn_by_difference_is_fine(HPyContext *ctx, HPy source, int count) {
  HPy pair[2] = {HPy_Dup(ctx, source), HPy_Dup(ctx, source)};
  int current = 0;
  for (int i = 0; i < count; i++) {
    HPy sum = HPy_Add(ctx, pair[current], pair[1 - current]);
    if (HPy_IsNull(sum)) break;
    HPy_Close(ctx, pair[current]);
    pair[current] = sum;
    current = 1 - current;
  }
  HPy_Close(ctx, pair[0]);
  return pair[1];
}

/* Which places were filled is kept beside them. */
HPy those_that_are_owned_is_fine(HPyContext *ctx, HPy source, int count) {
  HPy items[16];
  char owned[16];
  if (count > 16) return HPy_NULL;
  for (int i = 0; i < count; i++) {
    items[i] = HPy_GetItem_i(ctx, source, i);
    owned[i] = 1;
    if (HPy_IsNull(items[i])) {
      items[i] = ctx->h_None;
      owned[i] = 0;
    }
  }
  HPy result = HPyTuple_FromArray(ctx, items, count);
  for (int i = 0; i < count; i++)
    if (owned[i]) HPy_Close(ctx, items[i]);
  return result;
}

int counted_by_kind_is_fine(HPyContext *ctx, HPy source, int kind) {
  int counts[4] = {0};
  HPy text = HPy_NULL;
  if (kind >= 0 && kind < 4) counts[kind]++;
  if (counts[0] > 0) text = HPy_Str(ctx, source);
  if (counts[0] > 0) HPy_Close(ctx, text);
  return counts[1];
}

/* Rows that are allocated one by one. */
HPy rows_is_fine(HPyContext *ctx, HPy source, int height, int width) {
  HPy **rows = calloc(height, sizeof *rows);
  HPy result = HPy_NULL;
  int i, j;
  if (rows == NULL) return HPy_NULL;
  for (i = 0; i < height; i++) {
    rows[i] = calloc(width, sizeof(HPy));
    if (rows[i] == NULL) goto done;
    for (j = 0; j < width; j++) {
      rows[i][j] = HPy_GetItem_i(ctx, source, j);
      if (HPy_IsNull(rows[i][j])) goto done;
    }
  }
  result = HPy_Dup(ctx, source);
done:
  for (i = 0; i < height && rows[i]; i++) {
    for (j = 0; j < width; j++) HPy_Close(ctx, rows[i][j]);
    free(rows[i]);
  }
  free(rows);
  return result;
}

/* The same index, as long as nothing is written, means the same element: what it was at entry, or a number that a loop
 * has come to. */
int closed_and_used(HPyContext *ctx, HPy *items, int at) {
  HPy item = items[at];
  HPy_Close(ctx, item);
  return HPy_IsTrue(ctx, item);  // want handle-use-after-close "'item' is used after it was closed"
}

int used_and_closed_is_fine(HPyContext *ctx, HPy *items, int at) {
  HPy item = items[at];
  int truth = HPy_IsTrue(ctx, item);
  HPy_Close(ctx, item);
  return truth;
}

void closed_twice_at_one_index(HPyContext *ctx, HPy *items, int at) {
  HPy_Close(ctx, items[at]);
  HPy_Close(ctx, items[at]);  // want handle-double-close "'items[at]' is closed twice"
}

void closed_at_two_indices_is_fine(HPyContext *ctx, HPy *items, int at, int other) {
  HPy_Close(ctx, items[at]);
  HPy_Close(ctx, items[other]);
}

void closed_and_replaced_is_fine(HPyContext *ctx, HPy *items, int at, HPy value) {
  HPy_Close(ctx, items[at]);
  items[at] = HPy_Dup(ctx, value);
  HPy_Close(ctx, items[at]);
}

void closed_from_the_end_twice(HPyContext *ctx, HPy *items, int n) {
  while (n > 0) {
    HPy item = items[--n];
    HPy_IsTrue(ctx, item);
    HPy_Close(ctx, item);
    HPy_Close(ctx, item);  // want handle-double-close "'item' is closed twice"
  }
}

struct stack {
  HPy *items;
  size_t count;
};

static HPy popped(HPyContext *ctx, struct stack *stack) {
  if (stack->count == 0) return HPyErr_SetString(ctx, ctx->h_IndexError, "nothing is left");
  return stack->items[--stack->count];
}

int two_popped_are_fine(HPyContext *ctx, struct stack *stack) {
  HPy right = popped(ctx, stack);
  if (HPy_IsNull(right)) return -1;
  HPy left = popped(ctx, stack);
  int rc = HPy_IsNull(left) ? -1 : HPy_RichCompareBool(ctx, left, right, HPy_EQ);
  HPy_Close(ctx, left);
  HPy_Close(ctx, right);
  return rc;
}

int one_of_two_popped_is_closed_twice(HPyContext *ctx, struct stack *stack) {
  HPy right = popped(ctx, stack);
  if (HPy_IsNull(right)) return -1;
  HPy left = popped(ctx, stack);
  if (HPy_IsNull(left)) HPy_Close(ctx, right);
  int rc = HPy_IsNull(left) ? -1 : HPy_IsTrue(ctx, left);
  HPy_Close(ctx, left);
  HPy_Close(ctx, right);  // want handle-double-close "'right' is closed twice"
  return rc;
}

/* An index that is read from an array is another one in each round. */
void closed_in_an_order_is_fine(HPyContext *ctx, HPy *items, int *order, int n) {
  for (int i = 0; i < n; i++) HPy_Close(ctx, items[order[i]]);
}

void searched_by_halves_is_fine(HPyContext *ctx, HPy *items, size_t n) {
  size_t from = 0, to = n;
  while (from < to) {
    size_t middle = (from + to) / 2;
    if (HPy_IsTrue(ctx, items[middle])) {
      HPy_Close(ctx, items[middle]);
      from = middle + 1;
    } else {
      to = middle;
    }
  }
}

struct entry {
  HPy key, value;
  int is_used;
};

void entries_from_the_end_are_fine(HPyContext *ctx, struct entry *entries, int n) {
  while (n-- > 0) {
    if (!entries[n].is_used) continue;
    HPy_Close(ctx, entries[n].key);
    HPy_Close(ctx, entries[n].value);
  }
}

void value_of_an_entry_closed_twice(HPyContext *ctx, struct entry *entries, int at) {
  HPy_Close(ctx, entries[at].key);
  HPy_Close(ctx, entries[at].value);
  HPy_Close(ctx, entries[at].value);  // want handle-double-close "is closed twice"
}
