/* Counted references of the older API beside handles: parsed, and not misjudged. */
#include "hpy.h"

typedef cpy_PyObject Object;
Object *legacy_new_list(long n);
Object *legacy_get_item(Object *list, long i);
int legacy_append(Object *list, Object *item);
void legacy_increment(Object *object);
void legacy_decrement(Object *object);
long legacy_type(Object *object);

static Object *legacy_cache;

/* No handle, no rule. */
Object *references_are_not_judged(long n) {
  Object *list = legacy_new_list(n);
  if (list == NULL) return NULL;
  Object *first = legacy_get_item(list, 0);
  if (first == NULL) return NULL;
  legacy_decrement(list);
  return first;
}

/* A reference may live in a static variable. */
void references_may_be_cached(Object *object) {
  legacy_increment(object);
  legacy_cache = object;
}

HPy handle_of_a_reference(HPyContext *ctx, long n) {
  Object *list = legacy_new_list(n);
  HPy h = HPy_FromPyObject(ctx, list);
  legacy_decrement(list);
  return h;
}

HPy handle_of_a_reference_is_lost(HPyContext *ctx, long n) {
  Object *list = legacy_new_list(n);
  HPy h = HPy_FromPyObject(ctx, list);
  legacy_decrement(list);
  if (HPy_IsNull(h)) return HPy_NULL;
  return HPyLong_FromSsize_t(ctx, HPy_Length(ctx, h));  // want handle-leak "'h'"
}

HPy handle_of_a_reference_is_closed(HPyContext *ctx, long n) {
  Object *list = legacy_new_list(n);
  HPy h = HPy_FromPyObject(ctx, list);
  legacy_decrement(list);
  if (HPy_IsNull(h)) return HPy_NULL;
  HPy_ssize_t length = HPy_Length(ctx, h);
  HPy_Close(ctx, h);
  return HPyLong_FromSsize_t(ctx, length);
}

/* The reference is its own owner: it survives the handle. */
Object *reference_of_a_handle(HPyContext *ctx, HPy obj) {
  HPy h = HPy_GetAttr_s(ctx, obj, "items");
  if (HPy_IsNull(h)) return NULL;
  Object *reference = HPy_AsPyObject(ctx, h);
  HPy_Close(ctx, h);
  return reference;
}

int reference_used_after_the_handle(HPyContext *ctx, HPy obj) {
  HPy h = HPy_GetAttr_s(ctx, obj, "items");
  if (HPy_IsNull(h)) return -1;
  Object *reference = HPy_AsPyObject(ctx, h);
  HPy_Close(ctx, h);
  int rc = legacy_append(reference, reference);
  legacy_decrement(reference);
  return rc;
}

int handle_used_for_a_reference_after_the_close(HPyContext *ctx, HPy obj) {
  HPy h = HPy_GetAttr_s(ctx, obj, "items");
  if (HPy_IsNull(h)) return -1;
  HPy_Close(ctx, h);
  Object *reference = HPy_AsPyObject(ctx, h);  // want handle-use-after-close "'h'"
  legacy_decrement(reference);
  return 0;
}

long reference_across_a_collection(HPyContext *ctx, HPy obj) {
  Object *reference = HPy_AsPyObject(ctx, obj);
  HPy text = HPy_Str(ctx, obj);
  HPy_Close(ctx, text);
  long type = legacy_type(reference);
  legacy_decrement(reference);
  return type;
}

/* A method of the older kind: no context, so nothing can go wrong with handles. */
Object *legacy_method(Object *self, Object *args) {
  (void)args;
  legacy_increment(self);
  return self;
}

HPyDef_METH(call_legacy, "call_legacy", HPyFunc_O)
static HPy call_legacy_impl(HPyContext *ctx, HPy self, HPy arg) {
  Object *reference = HPy_AsPyObject(ctx, arg);
  Object *result = legacy_method(reference, NULL);
  HPy h = HPy_FromPyObject(ctx, result);
  legacy_decrement(result);
  legacy_decrement(reference);
  return h;
}

HPyDef_METH(both_worlds, "both_worlds", HPyFunc_O)
static HPy both_worlds_impl(HPyContext *ctx, HPy self, HPy arg) {
  Object *reference = HPy_AsPyObject(ctx, arg);
  HPy text = HPy_Str(ctx, arg);
  if (HPy_IsNull(text)) {
    legacy_decrement(reference);
    return HPy_NULL;
  }
  legacy_decrement(reference);
  return HPy_Dup(ctx, arg);  // want handle-leak "'text'"
}
