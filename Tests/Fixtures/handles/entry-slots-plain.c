/* Slots that give a number or nothing, and those that have no context. */
#include "hpy.h"
#include <stdlib.h>

typedef struct {
  long n;
  char *data;
  HPyField owner;
} Bag;
HPyType_HELPERS(Bag)

HPyDef_SLOT(Bag_bool, HPy_nb_bool)
static int Bag_bool_impl(HPyContext *ctx, HPy self) {
  HPy_Close(ctx, self);  // want handle-close-borrowed "'self'"
  return 1;
}

HPyDef_SLOT(Bag_length, HPy_mp_length)
static HPy_ssize_t Bag_length_impl(HPyContext *ctx, HPy self) {
  HPy items = HPy_GetAttr_s(ctx, self, "items");
  if (HPy_IsNull(items)) return -1;
  return HPy_Length(ctx, items);  // want handle-leak "'items'"
}

HPyDef_SLOT(Bag_sequence_length, HPy_sq_length)
static HPy_ssize_t Bag_sequence_length_impl(HPyContext *ctx, HPy self) {
  HPy items = HPy_GetAttr_s(ctx, self, "items");
  if (HPy_IsNull(items)) return -1;
  HPy_ssize_t n = HPy_Length(ctx, items);
  HPy_Close(ctx, items);
  return n;
}

HPyDef_SLOT(Bag_ass_item, HPy_sq_ass_item)
static int Bag_ass_item_impl(HPyContext *ctx, HPy self, HPy_ssize_t index, HPy value) {
  HPy_Close(ctx, value);  // want handle-close-borrowed "'value'"
  return 0;
}

HPyDef_SLOT(Bag_ass_subscript, HPy_mp_ass_subscript)
static int Bag_ass_subscript_impl(HPyContext *ctx, HPy self, HPy key, HPy value) {
  if (HPy_IsNull(value)) return HPy_DelItem(ctx, self, key);
  HPy_Close(ctx, key);  // want handle-close-borrowed "'key'"
  return 0;
}

HPyDef_SLOT(Bag_contains, HPy_sq_contains)
static int Bag_contains_impl(HPyContext *ctx, HPy self, HPy item) {
  HPy text = HPy_Str(ctx, item);
  if (HPy_IsNull(text)) return -1;
  int found = HPy_HasAttr(ctx, self, text);
  HPy_Close(ctx, text);
  return found;
}

HPyDef_SLOT(Bag_hash, HPy_tp_hash)
static HPy_hash_t Bag_hash_impl(HPyContext *ctx, HPy self) {
  HPy text = HPy_Repr(ctx, self);
  if (HPy_IsNull(text)) return -1;
  HPy_hash_t hash = HPy_Hash(ctx, text);
  return hash;  // want handle-leak "'text'"
}

HPyDef_SLOT(Bag_init, HPy_tp_init)
static int Bag_init_impl(HPyContext *ctx, HPy self, const HPy *args, HPy_ssize_t nargs, HPy kw) {
  HPy items = HPyList_New(ctx, 0);
  if (HPy_IsNull(items)) return -1;
  for (HPy_ssize_t i = 0; i < nargs; i++) {
    if (HPyList_Append(ctx, items, args[i]) < 0) return -1;  // want handle-leak "'items'"
  }
  int rc = HPy_SetAttr_s(ctx, self, "items", items);
  HPy_Close(ctx, items);
  return rc;
}

static char bytes[16];

/* The view owns its object. */
HPyDef_SLOT(Bag_getbuffer, HPy_bf_getbuffer)
static int Bag_getbuffer_impl(HPyContext *ctx, HPy self, HPy_buffer *view, int flags) {
  view->buf = bytes;
  view->len = sizeof bytes;
  view->itemsize = 1;
  view->ndim = 1;
  view->obj = HPy_Dup(ctx, self);
  return 0;
}

HPyDef_SLOT(Bag_releasebuffer, HPy_bf_releasebuffer)
static void Bag_releasebuffer_impl(HPyContext *ctx, HPy self, HPy_buffer *view) {
  Bag *bag = Bag_AsStruct(ctx, self);
  bag->n--;
  HPy_Close(ctx, self);  // want handle-close-borrowed "'self'"
}

HPyDef_SLOT(Bag_finalize, HPy_tp_finalize)
static void Bag_finalize_impl(HPyContext *ctx, HPy self) {
  HPy callback = HPy_GetAttr_s(ctx, self, "callback");
  if (HPy_IsNull(callback)) HPyErr_Clear(ctx);
}  // want handle-leak "'callback'"

HPyDef_SLOT(Bag_traverse, HPy_tp_traverse)
static int Bag_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg) {
  Bag *bag = (Bag *)self;
  HPy_VISIT(&bag->owner);
  return 0;
}

HPyDef_SLOT(Bag_destroy, HPy_tp_destroy)
static void Bag_destroy_impl(void *self) {
  Bag *bag = (Bag *)self;
  free(bag->data);
  bag->data = NULL;
}

HPyDef_SLOT(Bag_exec, HPy_mod_exec)
static int Bag_exec_impl(HPyContext *ctx, HPy module) {
  HPy names = HPyList_New(ctx, 0);
  if (HPy_IsNull(names)) return -1;
  return HPy_SetAttr_s(ctx, module, "names", names);  // want handle-leak "'names'"
}

HPyDef_SLOT(Bag_exec_right, HPy_mod_exec)
static int Bag_exec_right_impl(HPyContext *ctx, HPy module) {
  HPy names = HPyList_New(ctx, 0);
  if (HPy_IsNull(names)) return -1;
  int rc = HPy_SetAttr_s(ctx, module, "names", names);
  HPy_Close(ctx, names);
  return rc;
}

typedef struct {
  double *values;
} Samples;

HPyCapsule_DESTRUCTOR(samples_destructor)
static void samples_destructor_impl(const char *name, void *pointer, void *context) {
  Samples *samples = (Samples *)pointer;
  free(samples->values);
  free(samples);
}

/* 4.5 #118: what the capsule holds is the extension's own. */
HPy samples_capsule(HPyContext *ctx) {
  Samples *samples = calloc(1, sizeof(Samples));
  if (samples == NULL) return HPyErr_NoMemory(ctx);
  HPy capsule = HPyCapsule_New(ctx, samples, "samples", &samples_destructor);
  if (HPy_IsNull(capsule)) free(samples);
  return capsule;
}

double first_sample(HPyContext *ctx, HPy capsule) {
  Samples *samples = HPyCapsule_GetPointer(ctx, capsule, "samples");
  if (samples == NULL) return -1;
  HPy text = HPy_Str(ctx, capsule);
  HPy_Close(ctx, text);
  return samples->values[0];
}
