/* Arrays of handles: filled in one loop, closed in another. */
#include "hpy.h"
#include <stdlib.h>

#define COUNT 4

HPy filled_and_closed(HPyContext *ctx, HPy obj) {
  HPy items[COUNT];
  for (int i = 0; i < COUNT; i++) items[i] = HPy_Dup(ctx, obj);
  HPy result = HPyTuple_FromArray(ctx, items, COUNT);
  for (int i = 0; i < COUNT; i++) HPy_Close(ctx, items[i]);
  return result;
}

HPy filled_and_forgotten(HPyContext *ctx, HPy obj) {
  HPy items[COUNT];
  for (int i = 0; i < COUNT; i++) items[i] = HPy_Dup(ctx, obj);
  HPy result = HPyTuple_FromArray(ctx, items, COUNT);
  return result;  // want handle-leak "items"
}

HPy closed_up_to_the_count_reached(HPyContext *ctx, HPy list) {
  HPy items[COUNT];
  int made;
  for (made = 0; made < COUNT; made++) {
    items[made] = HPy_GetItem_i(ctx, list, made);
    if (HPy_IsNull(items[made])) goto error;
  }
  HPy result = HPyTuple_FromArray(ctx, items, COUNT);
  for (int i = 0; i < COUNT; i++) HPy_Close(ctx, items[i]);
  return result;
error:
  for (int i = 0; i < made; i++) HPy_Close(ctx, items[i]);
  return HPy_NULL;
}

HPy closed_backwards(HPyContext *ctx, HPy list) {
  HPy items[COUNT];
  int i;
  for (i = 0; i < COUNT; i++) {
    items[i] = HPy_GetItem_i(ctx, list, i);
    if (HPy_IsNull(items[i])) {
      while (i-- > 0) HPy_Close(ctx, items[i]);
      return HPy_NULL;
    }
  }
  HPy result = HPyTuple_FromArray(ctx, items, COUNT);
  while (i-- > 0) HPy_Close(ctx, items[i]);
  return result;
}

HPy the_error_return_forgets_the_array(HPyContext *ctx, HPy list) {
  HPy items[COUNT];
  for (int i = 0; i < COUNT; i++) {
    items[i] = HPy_GetItem_i(ctx, list, i);
    if (HPy_IsNull(items[i])) return HPy_NULL;  // want handle-leak "items"
  }
  HPy result = HPyTuple_FromArray(ctx, items, COUNT);
  for (int i = 0; i < COUNT; i++) HPy_Close(ctx, items[i]);
  return result;
}

HPy two_constant_indices(HPyContext *ctx, HPy a, HPy b) {
  HPy pair[2];
  pair[0] = HPy_Repr(ctx, a);
  if (HPy_IsNull(pair[0])) return HPy_NULL;
  pair[1] = HPy_Repr(ctx, b);
  if (HPy_IsNull(pair[1])) {
    HPy_Close(ctx, pair[0]);
    return HPy_NULL;
  }
  HPy result = HPyTuple_FromArray(ctx, pair, 2);
  HPy_Close(ctx, pair[0]);
  HPy_Close(ctx, pair[1]);
  return result;
}

HPy the_second_element_is_forgotten(HPyContext *ctx, HPy a, HPy b) {
  HPy pair[2];
  pair[0] = HPy_Repr(ctx, a);
  if (HPy_IsNull(pair[0])) return HPy_NULL;
  pair[1] = HPy_Repr(ctx, b);
  if (HPy_IsNull(pair[1])) {
    HPy_Close(ctx, pair[0]);
    return HPy_NULL;
  }
  HPy result = HPyTuple_FromArray(ctx, pair, 2);
  HPy_Close(ctx, pair[0]);
  return result;  // want handle-leak "pair[1]"
}

/* Nothing of a borrowed array is owned. */
HPy arguments_copied_into_an_array(HPyContext *ctx, HPy callable, const HPy *args, size_t nargs) {
  HPy some[2];
  if (nargs < 2) return HPyErr_SetString(ctx, ctx->h_TypeError, "two arguments needed");
  some[0] = args[1];
  some[1] = args[0];
  return HPy_Call(ctx, callable, some, 2, HPy_NULL);
}

HPy heap_array(HPyContext *ctx, HPy list, size_t n) {
  HPy result = HPy_NULL;
  size_t made = 0;
  HPy *items = malloc(n * sizeof(HPy));
  if (items == NULL) return HPyErr_NoMemory(ctx);
  for (; made < n; made++) {
    items[made] = HPy_GetItem_i(ctx, list, (HPy_ssize_t)made);
    if (HPy_IsNull(items[made])) goto done;
  }
  result = HPyTuple_FromArray(ctx, items, (HPy_ssize_t)n);
done:
  for (size_t i = 0; i < made; i++) HPy_Close(ctx, items[i]);
  free(items);
  return result;
}

HPy heap_array_freed_with_open_handles(HPyContext *ctx, HPy list, size_t n) {
  HPy *items = calloc(n, sizeof(HPy));
  if (items == NULL) return HPyErr_NoMemory(ctx);
  for (size_t i = 0; i < n; i++) items[i] = HPy_Dup(ctx, list);
  HPy result = HPyTuple_FromArray(ctx, items, (HPy_ssize_t)n);
  free(items);
  return result;  // want handle-leak "items"
}

static void close_array(HPyContext *ctx, HPy *items, int n) {
  for (int i = 0; i < n; i++) HPy_Close(ctx, items[i]);
}

HPy closed_by_a_helper_with_the_count(HPyContext *ctx, HPy obj) {
  HPy items[COUNT];
  for (int i = 0; i < COUNT; i++) items[i] = HPy_Dup(ctx, obj);
  HPy result = HPyTuple_FromArray(ctx, items, COUNT);
  close_array(ctx, items, COUNT);
  return result;
}

int filled_for_the_caller(HPyContext *ctx, HPy list, HPy *items, int n) {
  for (int i = 0; i < n; i++) {
    items[i] = HPy_GetItem_i(ctx, list, i);
    if (HPy_IsNull(items[i])) {
      close_array(ctx, items, i);
      return -1;
    }
  }
  return 0;
}

HPy an_array_with_empty_places(HPyContext *ctx, HPy obj, int want_name) {
  HPy items[2] = {HPy_NULL, HPy_NULL};
  HPy result = HPy_NULL;
  items[0] = HPy_Type(ctx, obj);
  if (HPy_IsNull(items[0])) goto done;
  if (want_name) {
    items[1] = HPy_GetAttr_s(ctx, obj, "name");
    if (HPy_IsNull(items[1])) goto done;
  }
  result = HPy_Str(ctx, items[0]);
done:
  for (int i = 0; i < 2; i++) HPy_Close(ctx, items[i]);
  return result;
}
