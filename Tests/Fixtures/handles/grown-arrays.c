/* Arrays that grow: `realloc` gives the same memory back, with what was in it. */
#include <stdlib.h>

#include "hpy.h"

typedef struct {
  HPy *items;
  size_t count, room;
} Handles;

static int add(HPyContext *ctx, Handles *all, HPy item) {
  if (all->count == all->room) {
    size_t room = all->room ? all->room * 2 : 8;
    HPy *items = realloc(all->items, room * sizeof(HPy));
    if (items == NULL) {
      HPyErr_NoMemory(ctx);
      return -1;
    }
    all->items = items;
    all->room = room;
  }
  all->items[all->count++] = item;
  return 0;
}

static void drop(HPyContext *ctx, Handles *all) {
  for (size_t i = 0; i < all->count; i++) HPy_Close(ctx, all->items[i]);
  free(all->items);
}

HPy collected_is_fine(HPyContext *ctx, HPy seq, HPy_ssize_t count) {
  Handles all = {NULL, 0, 0};
  HPy result = HPy_NULL;
  for (HPy_ssize_t i = 0; i < count; i++) {
    HPy item = HPy_GetItem_i(ctx, seq, i);
    if (HPy_IsNull(item)) goto done;
    if (add(ctx, &all, item) < 0) {
      HPy_Close(ctx, item);
      goto done;
    }
  }
  result = HPyTuple_FromArray(ctx, all.items, (HPy_ssize_t)all.count);
done:
  drop(ctx, &all);
  return result;
}

HPy not_added(HPyContext *ctx, HPy seq, HPy_ssize_t count) {
  Handles all = {NULL, 0, 0};
  HPy result = HPy_NULL;
  for (HPy_ssize_t i = 0; i < count; i++) {
    HPy item = HPy_GetItem_i(ctx, seq, i);
    if (HPy_IsNull(item)) goto done;
    if (add(ctx, &all, item) < 0) goto done;  // want handle-leak "'item'"
  }
  result = HPyTuple_FromArray(ctx, all.items, (HPy_ssize_t)all.count);
done:
  drop(ctx, &all);
  return result;
}

HPy not_dropped(HPyContext *ctx, HPy seq, HPy_ssize_t count) {
  Handles all = {NULL, 0, 0};
  for (HPy_ssize_t i = 0; i < count; i++) {
    HPy item = HPy_GetItem_i(ctx, seq, i);
    if (HPy_IsNull(item)) {
      drop(ctx, &all);
      return HPy_NULL;
    }
    if (add(ctx, &all, item) < 0) {
      HPy_Close(ctx, item);
      drop(ctx, &all);
      return HPy_NULL;
    }
  }
  HPy result = HPyTuple_FromArray(ctx, all.items, (HPy_ssize_t)all.count);
  if (HPy_IsNull(result)) {
    free(all.items);
    return HPy_NULL;  // want handle-leak
  }
  drop(ctx, &all);
  return result;
}

/* A pointer that goes from element to element, and back to the first. */
HPy walked_back_is_fine(HPyContext *ctx, HPy seq, HPy_ssize_t count) {
  HPy *items = malloc((size_t)count * sizeof(HPy));
  HPy *next = items;
  HPy result = HPy_NULL;
  if (items == NULL) return HPyErr_NoMemory(ctx);
  for (HPy_ssize_t i = 0; i < count; i++) {
    HPy item = HPy_GetItem_i(ctx, seq, i);
    if (HPy_IsNull(item)) goto done;
    *next++ = item;
  }
  result = HPyTuple_FromArray(ctx, items, count);
done:
  while (next > items) HPy_Close(ctx, *--next);
  free(items);
  return result;
}

HPy walked_past_the_first(HPyContext *ctx, HPy seq) {
  HPy *items = malloc(2 * sizeof(HPy));
  HPy *next = items;
  if (items == NULL) return HPyErr_NoMemory(ctx);
  *next++ = HPy_Dup(ctx, seq);
  *next = HPy_Dup(ctx, seq);
  HPy result = HPyTuple_FromArray(ctx, items, 2);
  HPy_Close(ctx, *next--);
  HPy_Close(ctx, items[1]);  // want handle-double-close
  HPy_Close(ctx, *next);
  free(items);
  return result;
}
