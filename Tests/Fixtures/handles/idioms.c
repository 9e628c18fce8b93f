/* How C code keeps track of what it owns: arrays, flags, stages, tables, lists. */
#include "hpy.h"
#include <assert.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

HPy pointers_to_the_variables(HPyContext *ctx, HPy obj) {
  HPy a = HPy_NULL, b = HPy_NULL, result = HPy_NULL;
  HPy *all[] = {&a, &b};
  a = HPy_GetAttr_s(ctx, obj, "a");
  if (HPy_IsNull(a)) goto done;
  b = HPy_GetAttr_s(ctx, obj, "b");
  if (HPy_IsNull(b)) goto done;
  result = HPy_Add(ctx, a, b);
done:
  for (int i = 0; i < 2; i++) HPy_Close(ctx, *all[i]);
  return result;
}

HPy closed_by_a_moving_pointer(HPyContext *ctx, HPy obj) {
  HPy items[3];
  for (int i = 0; i < 3; i++) items[i] = HPy_Dup(ctx, obj);
  HPy result = HPyTuple_FromArray(ctx, items, 3);
  for (HPy *p = items; p < items + 3; p++) HPy_Close(ctx, *p);
  return result;
}

HPy cleared_by_memset(HPyContext *ctx, HPy list, int n) {
  HPy items[8], result = HPy_NULL;
  if (n > 8) return HPyErr_SetString(ctx, ctx->h_ValueError, "too many");
  memset(items, 0, sizeof items);
  for (int i = 0; i < n; i++) {
    items[i] = HPy_GetItem_i(ctx, list, i);
    if (HPy_IsNull(items[i])) goto done;
  }
  result = HPyTuple_FromArray(ctx, items, n);
done:
  for (int i = 0; i < 8; i++) HPy_Close(ctx, items[i]);
  return result;
}

HPy initialised_with_zero(HPyContext *ctx, HPy obj) {
  HPy items[2] = {{0}}, result = HPy_NULL;
  items[0] = HPy_GetAttr_s(ctx, obj, "a");
  if (HPy_IsNull(items[0])) goto done;
  items[1] = HPy_GetAttr_s(ctx, obj, "b");
  if (HPy_IsNull(items[1])) goto done;
  result = HPy_Add(ctx, items[0], items[1]);
done:
  HPy_Close(ctx, items[0]);
  HPy_Close(ctx, items[1]);
  return result;
}

typedef struct {
  HPy h;
  int owned;
} Maybe;

static Maybe maybe_attr(HPyContext *ctx, HPy obj) {
  Maybe m = {obj, 0};
  if (HPy_HasAttr_s(ctx, obj, "value")) {
    m.h = HPy_GetAttr_s(ctx, obj, "value");
    m.owned = 1;
  }
  return m;
}

HPy owned_by_a_flag_in_a_struct(HPyContext *ctx, HPy obj) {
  Maybe m = maybe_attr(ctx, obj);
  if (HPy_IsNull(m.h)) return HPy_NULL;
  HPy text = HPy_Str(ctx, m.h);
  if (m.owned) HPy_Close(ctx, m.h);
  return text;
}

void closed_by_the_conditional_operator(HPyContext *ctx, HPy obj, int first) {
  HPy a = HPy_Dup(ctx, obj), b = HPy_Dup(ctx, obj);
  first ? HPy_Close(ctx, a) : HPy_Close(ctx, b);
  first ? HPy_Close(ctx, b) : HPy_Close(ctx, a);
}

static void close_many(HPyContext *ctx, int n, ...) {
  va_list ap;
  va_start(ap, n);
  for (int i = 0; i < n; i++) HPy_Close(ctx, va_arg(ap, HPy));
  va_end(ap);
}

HPy closed_by_a_variadic_helper(HPyContext *ctx, HPy obj) {
  HPy a = HPy_GetAttr_s(ctx, obj, "a");
  HPy b = HPy_GetAttr_s(ctx, obj, "b");
  HPy result = HPy_NULL;
  if (!HPy_IsNull(a) && !HPy_IsNull(b)) result = HPy_Add(ctx, a, b);
  close_many(ctx, 2, a, b);
  return result;
}

/* Whatever it does with the handle, nothing is reported. */
void unknown_by_pointer(HPyContext *ctx, HPy *h);
HPy given_by_pointer_to_an_unknown_function(HPyContext *ctx, HPy obj) {
  HPy h = HPy_Dup(ctx, obj);
  unknown_by_pointer(ctx, &h);
  return HPy_Dup(ctx, obj);
}

HPy broken_out_of_a_block(HPyContext *ctx, HPy obj) {
  HPy a = HPy_NULL, b = HPy_NULL, result = HPy_NULL;
  do {
    a = HPy_GetAttr_s(ctx, obj, "a");
    if (HPy_IsNull(a)) break;
    b = HPy_GetAttr_s(ctx, obj, "b");
    if (HPy_IsNull(b)) break;
    result = HPy_Add(ctx, a, b);
  } while (0);
  HPy_Close(ctx, a);
  HPy_Close(ctx, b);
  return result;
}

int closed_by_falling_through(HPyContext *ctx, HPy obj) {
  int stage = 0;
  HPy a = HPy_NULL, b = HPy_NULL, c = HPy_NULL;
  a = HPy_GetAttr_s(ctx, obj, "a");
  if (HPy_IsNull(a)) goto done;
  stage = 1;
  b = HPy_GetAttr_s(ctx, obj, "b");
  if (HPy_IsNull(b)) goto done;
  stage = 2;
  c = HPy_GetAttr_s(ctx, obj, "c");
  if (HPy_IsNull(c)) goto done;
  stage = 3;
done:
  switch (stage) {
  case 3: HPy_Close(ctx, c); /* fall through */
  case 2: HPy_Close(ctx, b); /* fall through */
  case 1: HPy_Close(ctx, a); /* fall through */
  default: break;
  }
  return stage == 3 ? 0 : -1;
}

int closed_by_stage(HPyContext *ctx, HPy obj) {
  int stage = 0;
  HPy a, b;
  a = HPy_GetAttr_s(ctx, obj, "a");
  if (HPy_IsNull(a)) goto done;
  stage = 1;
  b = HPy_GetAttr_s(ctx, obj, "b");
  if (HPy_IsNull(b)) goto done;
  stage = 2;
done:
  if (stage >= 2) HPy_Close(ctx, b);
  if (stage >= 1) HPy_Close(ctx, a);
  return stage == 2 ? 0 : -1;
}

HPy asserted(HPyContext *ctx, HPy obj) {
  HPy a = HPy_GetAttr_s(ctx, obj, "a");
  assert(!HPy_IsNull(a));
  HPy text = HPy_Str(ctx, a);
  HPy_Close(ctx, a);
  return text;
}

HPy table_driven(HPyContext *ctx, HPy obj) {
  HPy width = HPy_NULL, height = HPy_NULL, area = HPy_NULL;
  struct {
    const char *name;
    HPy *out;
  } table[] = {
    {"width", &width},
    {"height", &height},
  };
  for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
    *table[i].out = HPy_GetAttr_s(ctx, obj, table[i].name);
    if (HPy_IsNull(*table[i].out)) goto done;
  }
  area = HPy_Multiply(ctx, width, height);
done:
  HPy_Close(ctx, width);
  HPy_Close(ctx, height);
  return area;
}

int read_all(HPyContext *ctx, HPy obj, long *width, long *height) {
  HPy h;
  h = HPy_GetAttr_s(ctx, obj, "width");
  if (HPy_IsNull(h)) return -1;
  *width = HPyLong_AsLong(ctx, h);
  HPy_Close(ctx, h);
  if (*width == -1 && HPyErr_Occurred(ctx)) return -1;
  h = HPy_GetAttr_s(ctx, obj, "height");
  if (HPy_IsNull(h)) return -1;
  *height = HPyLong_AsLong(ctx, h);
  HPy_Close(ctx, h);
  if (*height == -1 && HPyErr_Occurred(ctx)) return -1;
  return 0;
}

HPy bits_compared(HPyContext *ctx, HPy obj) {
  HPy a = HPy_GetAttr_s(ctx, obj, "a");
  if (a._i == 0) return HPy_NULL;
  HPy text = HPy_Str(ctx, a);
  HPy_Close(ctx, a);
  return text;
}

#define CHECK(h)                    \
  do {                              \
    if (HPy_IsNull(h)) goto error;  \
  } while (0)

HPy check_macro(HPyContext *ctx, HPy obj) {
  HPy a = HPy_NULL, b = HPy_NULL, c;
  a = HPy_GetAttr_s(ctx, obj, "a");
  CHECK(a);
  b = HPy_GetAttr_s(ctx, obj, "b");
  CHECK(b);
  c = HPy_Add(ctx, a, b);
  CHECK(c);
  HPy_Close(ctx, a);
  HPy_Close(ctx, b);
  return c;
error:
  HPy_Close(ctx, a);
  HPy_Close(ctx, b);
  return HPy_NULL;
}

static int append_and_close(HPyContext *ctx, HPy list, HPy item) {
  int rc;
  if (HPy_IsNull(item)) return -1;
  rc = HPyList_Append(ctx, list, item);
  HPy_Close(ctx, item);
  return rc;
}

HPy filled_by_rc(HPyContext *ctx, const long *values, int n) {
  int rc = 0;
  HPy list = HPyList_New(ctx, 0);
  if (HPy_IsNull(list)) return HPy_NULL;
  for (int i = 0; i < n && rc == 0; i++) {
    rc = append_and_close(ctx, list, HPyLong_FromLong(ctx, values[i]));
  }
  if (rc != 0) {
    HPy_Close(ctx, list);
    return HPy_NULL;
  }
  return list;
}

HPy nested_loops(HPyContext *ctx, HPy rows, HPy_ssize_t n, HPy_ssize_t m) {
  HPy total = HPyLong_FromLong(ctx, 0);
  if (HPy_IsNull(total)) return HPy_NULL;
  for (HPy_ssize_t i = 0; i < n; i++) {
    HPy row = HPy_GetItem_i(ctx, rows, i);
    if (HPy_IsNull(row)) goto error;
    for (HPy_ssize_t j = 0; j < m; j++) {
      HPy cell = HPy_GetItem_i(ctx, row, j);
      if (HPy_IsNull(cell)) {
        HPy_Close(ctx, row);
        goto error;
      }
      HPy sum = HPy_Add(ctx, total, cell);
      HPy_Close(ctx, cell);
      if (HPy_IsNull(sum)) {
        HPy_Close(ctx, row);
        goto error;
      }
      HPy_Close(ctx, total);
      total = sum;
    }
    HPy_Close(ctx, row);
  }
  return total;
error:
  HPy_Close(ctx, total);
  return HPy_NULL;
}

typedef struct List {
  HPy value;
  struct List *next;
} List;
HPy linked_list_on_the_heap(HPyContext *ctx, HPy obj, int n) {
  List *head = NULL;
  HPy result = HPy_NULL;
  for (int i = 0; i < n; i++) {
    List *node = malloc(sizeof *node);
    if (node == NULL) goto done;
    node->value = HPy_GetItem_i(ctx, obj, i);
    node->next = head;
    head = node;
    if (HPy_IsNull(node->value)) goto done;
  }
  result = HPy_Dup(ctx, ctx->h_None);
done:
  while (head != NULL) {
    List *next = head->next;
    HPy_Close(ctx, head->value);
    free(head);
    head = next;
  }
  return result;
}

HPy cached_lookup(HPyContext *ctx, HPy obj, HPy *cache) {
  if (HPy_IsNull(*cache)) {
    *cache = HPy_GetAttr_s(ctx, obj, "value");
    if (HPy_IsNull(*cache)) return HPy_NULL;
  }
  return HPy_Dup(ctx, *cache);
}

HPy uses_the_lookup(HPyContext *ctx, HPy obj) {
  HPy cache = HPy_NULL, result = HPy_NULL;
  HPy a = cached_lookup(ctx, obj, &cache);
  HPy b = cached_lookup(ctx, obj, &cache);
  if (!HPy_IsNull(a) && !HPy_IsNull(b)) result = HPy_Add(ctx, a, b);
  HPy_Close(ctx, a);
  HPy_Close(ctx, b);
  HPy_Close(ctx, cache);
  return result;
}

HPy call_with_array(HPyContext *ctx, HPy callable, HPy obj, long n) {
  HPy args[2];
  args[0] = HPy_Dup(ctx, obj);
  args[1] = HPyLong_FromLong(ctx, n);
  if (HPy_IsNull(args[1])) {
    HPy_Close(ctx, args[0]);
    return HPy_NULL;
  }
  HPy result = HPy_Call(ctx, callable, args, 2, HPy_NULL);
  HPy_Close(ctx, args[0]);
  HPy_Close(ctx, args[1]);
  return result;
}

int a_stage_too_late(HPyContext *ctx, HPy obj) {
  int stage = 0;
  HPy a, b;
  a = HPy_GetAttr_s(ctx, obj, "a");
  if (HPy_IsNull(a)) goto done;
  stage = 1;
  b = HPy_GetAttr_s(ctx, obj, "b");
  if (HPy_IsNull(b)) goto done;
  stage = 2;
done:
  if (stage >= 2) HPy_Close(ctx, b);
  if (stage > 1) HPy_Close(ctx, a);
  return stage == 2 ? 0 : -1;  // want handle-leak "'a'"
}

int a_case_that_does_not_fall_through(HPyContext *ctx, HPy obj) {
  int stage = 0;
  HPy a = HPy_NULL, b = HPy_NULL;
  a = HPy_GetAttr_s(ctx, obj, "a");
  if (HPy_IsNull(a)) goto done;
  stage = 1;
  b = HPy_GetAttr_s(ctx, obj, "b");
  if (HPy_IsNull(b)) goto done;
  stage = 2;
done:
  switch (stage) {
  case 2:
    HPy_Close(ctx, b);
    break;
  case 1:
    HPy_Close(ctx, a);
    break;
  default:
    break;
  }
  return stage == 2 ? 0 : -1;  // want handle-leak "'a'"
}

HPy a_flag_that_nobody_asks(HPyContext *ctx, HPy obj) {
  Maybe m = maybe_attr(ctx, obj);
  if (HPy_IsNull(m.h)) return HPy_NULL;
  return HPy_Str(ctx, m.h);  // want handle-leak "m.h"
}

HPy an_inner_loop_that_leaves(HPyContext *ctx, HPy rows, HPy_ssize_t n, HPy_ssize_t m) {
  HPy_ssize_t truths = 0;
  for (HPy_ssize_t i = 0; i < n; i++) {
    HPy row = HPy_GetItem_i(ctx, rows, i);
    if (HPy_IsNull(row)) return HPy_NULL;
    for (HPy_ssize_t j = 0; j < m; j++) {
      HPy cell = HPy_GetItem_i(ctx, row, j);
      if (HPy_IsNull(cell)) return HPy_NULL;  // want handle-leak "'row'"
      if (HPy_IsTrue(ctx, cell) > 0) truths++;
      HPy_Close(ctx, cell);
    }
    HPy_Close(ctx, row);
  }
  return HPyLong_FromSsize_t(ctx, truths);
}

static HPy head_of(HPyContext *ctx, List *list) {
  return list == NULL ? HPy_NULL : HPy_Dup(ctx, list->value);
}

HPy a_local_node(HPyContext *ctx, HPy obj) {
  List node = {HPy_NULL, NULL};
  node.value = HPy_GetAttr_s(ctx, obj, "value");
  if (HPy_IsNull(node.value)) return HPy_NULL;
  HPy head = head_of(ctx, &node);
  HPy_Close(ctx, node.value);
  return head;
}
