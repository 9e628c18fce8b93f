/* Ways to keep or lose a handle that are easy to overlook. */
#include "hpy.h"
#include <stdlib.h>
#include <string.h>

static HPy held;
static HPy *slots;

typedef struct {
  HPy *items;
  HPyField peer;
} Shelf;
HPyType_HELPERS(Shelf)

HPyDef_SLOT(Shelf_traverse, HPy_tp_traverse)
static int Shelf_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg) {
  HPy_VISIT(&((Shelf *)self)->peer);
  return 0;
}

int kept_in_memory_of_an_object(HPyContext *ctx, HPy self, HPy value) {
  HPy *items = malloc(sizeof(HPy) * 2);
  if (items == NULL) return -1;
  items[0] = HPy_Dup(ctx, value);  // want handle-escapes
  Shelf *shelf = Shelf_AsStruct(ctx, self);
  shelf->items = items;
  return 0;
}

void kept_in_memory_of_a_static_pointer(HPyContext *ctx, HPy value) {
  if (slots == NULL) slots = calloc(8, sizeof(HPy));
  if (slots != NULL) slots[0] = HPy_Dup(ctx, value);  // want handle-escapes
}

void kept_by_memcpy(HPyContext *ctx, HPy value) {
  memcpy(&held, &value, sizeof held);  // want handle-escapes
}

static void keep_at(HPy *place, HPy h) {
  *place = h;  // want handle-escapes "place"
}

void kept_by_a_helper(HPyContext *ctx, HPy value) {
  keep_at(&held, value);
}

static void *kept;

void as_an_address(HPyContext *ctx, HPy value) {
  kept = HPy_AsVoidP(value);  // want handle-escapes "'kept'"
}

HPy out_of_an_address(HPyContext *ctx, HPy value) {
  void *address = HPy_AsVoidP(HPy_Dup(ctx, value));
  return HPy_FromVoidP(address);
}

HPy leak_by_continue(HPyContext *ctx, HPy list, HPy_ssize_t n) {
  HPy sum = HPy_NULL;
  for (HPy_ssize_t i = 0; i < n; i++) {
    HPy item = HPy_GetItem_i(ctx, list, i);
    if (HPy_IsNull(item)) continue;
    HPy next = HPy_IsNull(sum) ? HPy_Dup(ctx, item) : HPy_Add(ctx, sum, item);
    HPy_Close(ctx, item);
    if (HPy_IsNull(next)) continue;
    sum = next;  // want handle-leak "'sum' is overwritten"
  }
  return sum;
}

int swapped_conditions(HPyContext *ctx, HPy obj) {
  HPy a = HPy_GetAttr_s(ctx, obj, "a");
  if (!HPy_IsNull(a)) return -1;  // want handle-leak "'a'"
  return 0;
}

HPy one_goto_skips_the_other(HPyContext *ctx, HPy obj) {
  HPy r = HPy_NULL;
  HPy a = HPy_GetAttr_s(ctx, obj, "a");
  HPy b = HPy_GetAttr_s(ctx, obj, "b");
  if (HPy_IsNull(a)) goto end;
  if (HPy_IsNull(b)) goto end;
  r = HPyTuple_Pack(ctx, 2, a, b);
  HPy_Close(ctx, b);
end:
  HPy_Close(ctx, a);
  return r;  // want handle-leak "'b'"
}

HPy tracker_local_return(HPyContext *ctx, HPy obj) {
  HPyTracker ht = HPyTracker_New(ctx, 1);
  if (HPy_IsNull(ht)) return HPy_NULL;
  HPy h = HPy_Str(ctx, obj);
  if (HPy_IsNull(h)) {
    HPyTracker_Close(ctx, ht);
    return HPy_NULL;
  }
  HPyTracker_Add(ctx, ht, h);
  HPy r = HPy_Dup(ctx, h);
  HPy_Close(ctx, h);  // want handle-close-borrowed
  HPyTracker_Close(ctx, ht);
  return r;
}

HPyDef_METH(ret_tracked, "ret_tracked", HPyFunc_KEYWORDS)
static HPy ret_tracked_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs,
                            HPy kwnames) {
  static const char *kw[] = {"a", NULL};
  HPyTracker ht;
  HPy a;
  if (!HPyArg_ParseKeywords(ctx, &ht, args, nargs, kwnames, "O", kw, &a)) return HPy_NULL;
  HPyTracker_Close(ctx, ht);
  return a;  // want handle-use-after-close
}

HPyDef_SLOT(compare_types, HPy_tp_richcompare)
static HPy compare_types_impl(HPyContext *ctx, HPy a, HPy b, HPy_RichCmpOp op) {
  HPy t = HPy_Type(ctx, b);
  if (!HPy_Is(ctx, t, ctx->h_LongType)) return HPy_Dup(ctx, ctx->h_NotImplemented);  // want handle-leak "'t'"
  HPy_Close(ctx, t);
  return HPyBool_FromLong(ctx, op == HPy_EQ);
}

int copy_then_close_original(HPyContext *ctx, HPy obj) {
  HPy pair[2], copy[2];
  pair[0] = HPy_Dup(ctx, obj);
  pair[1] = HPy_Dup(ctx, obj);
  memcpy(copy, pair, sizeof pair);
  HPy_Close(ctx, pair[0]);
  HPy_Close(ctx, pair[1]);
  return HPy_Is(ctx, copy[0], obj);  // want handle-use-after-close
}

void closed_by_choice(HPyContext *ctx, HPy obj, int c) {
  HPy a = HPy_Dup(ctx, obj), b = HPy_Dup(ctx, obj);
  HPy_Close(ctx, c ? a : b);
  HPy_Close(ctx, a);  // want handle-double-close
  if (!c) return;
  HPy_Close(ctx, b);
}

HPy a_chain_that_ends_early(HPyContext *ctx, HPy obj, int n) {
  HPy cur = HPy_Dup(ctx, obj);
  for (int i = 0; i < n; i++) {
    HPy next = HPy_GetAttr_s(ctx, cur, "next");
    if (HPy_IsNull(next)) return HPy_NULL;  // want handle-leak "'cur'"
    HPy_Close(ctx, cur);
    cur = next;
  }
  return cur;
}
