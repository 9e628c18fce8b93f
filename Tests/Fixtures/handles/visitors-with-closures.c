/* Visitors: one function calls several callbacks, each with data of its own kind. */
#include "hpy.h"

typedef int (*Visitor)(HPyContext *ctx, HPy item, void *closure);

struct found {
  HPy list;
  long limit;
};

static int count(HPyContext *ctx, HPy item, void *closure) {
  (void)ctx, (void)item;
  ++*(HPy_ssize_t *)closure;
  return 0;
}

static int collect(HPyContext *ctx, HPy item, void *closure) {
  struct found *found = closure;
  if (found->limit-- == 0) return 1;
  return HPyList_Append(ctx, found->list, item);
}

static int call(HPyContext *ctx, HPy item, void *closure) {
  HPy result = HPy_Call(ctx, *(HPy *)closure, &item, 1, HPy_NULL);
  if (HPy_IsNull(result)) return -1;
  int goes_on = HPy_IsTrue(ctx, result);
  HPy_Close(ctx, result);
  return goes_on;
}

static int each(HPyContext *ctx, HPy sequence, HPy_ssize_t from, Visitor visit, void *closure) {
  HPy_ssize_t length = HPy_Length(ctx, sequence);
  if (length < 0) return -1;
  if (from == length) return 0;
  HPy item = HPy_GetItem_i(ctx, sequence, from);
  if (HPy_IsNull(item)) return -1;
  int rc = visit(ctx, item, closure);
  HPy_Close(ctx, item);
  return rc ? rc : each(ctx, sequence, from + 1, visit, closure);
}

HPy list_of_items_is_fine(HPyContext *ctx, HPy sequence) {
  struct found found = {HPyList_New(ctx, 0), 10};
  if (HPy_IsNull(found.list)) return HPy_NULL;
  if (each(ctx, sequence, 0, collect, &found) < 0) {
    HPy_Close(ctx, found.list);
    return HPy_NULL;
  }
  return found.list;
}

HPy list_of_items(HPyContext *ctx, HPy sequence) {
  struct found found = {HPyList_New(ctx, 0), 10};
  if (HPy_IsNull(found.list)) return HPy_NULL;
  if (each(ctx, sequence, 0, collect, &found) < 0) return HPy_NULL;  // want handle-leak "'found.list' is not closed"
  return found.list;
}

HPy number_of_items_is_fine(HPyContext *ctx, HPy sequence) {
  HPy_ssize_t number = 0;
  if (each(ctx, sequence, 0, count, &number) < 0) return HPy_NULL;
  return HPyLong_FromSsize_t(ctx, number);
}

HPy all_is_fine(HPyContext *ctx, HPy sequence, HPy callable) {
  int rc = each(ctx, sequence, 0, call, &callable);
  return rc < 0 ? HPy_NULL : HPyBool_FromBool(ctx, rc);
}

/* The callback and its data in a struct. */
struct visitor {
  Visitor visit;
  void *closure;
};

static int each_of_two(HPyContext *ctx, HPy first, HPy second, const struct visitor *visitor) {
  int rc = visitor->visit(ctx, first, visitor->closure);
  return rc ? rc : visitor->visit(ctx, second, visitor->closure);
}

HPy list_of_two_is_fine(HPyContext *ctx, HPy first, HPy second) {
  struct found found = {HPyList_New(ctx, 0), 2};
  if (HPy_IsNull(found.list)) return HPy_NULL;
  struct visitor visitor = {collect, &found};
  if (each_of_two(ctx, first, second, &visitor) < 0) {
    HPy_Close(ctx, found.list);
    return HPy_NULL;
  }
  return found.list;
}

HPy number_of_two_is_fine(HPyContext *ctx, HPy first, HPy second) {
  HPy_ssize_t number = 0;
  struct visitor visitor = {count, &number};
  if (each_of_two(ctx, first, second, &visitor) < 0) return HPy_NULL;
  return HPyLong_FromSsize_t(ctx, number);
}
