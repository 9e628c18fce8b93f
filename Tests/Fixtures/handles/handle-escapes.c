/* Handles that are kept beyond the call: an HPy lives at most as long as its function. */
#include "hpy.h"
#include <stdlib.h>

static HPy last_seen;
HPy shared_error;

typedef struct {
  HPy handle;
  HPyField field;
} Slot;
HPyType_HELPERS(Slot)

HPyDef_SLOT(Slot_traverse, HPy_tp_traverse)
static int Slot_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg) {
  Slot *slot = (Slot *)self;
  HPy_VISIT(&slot->field);
  return 0;
}

void stored_in_a_static_variable(HPyContext *ctx, HPy obj) {
  last_seen = obj;  // want handle-escapes "'last_seen'"
}

/* 4.7 #162: owning it does not help. Use an HPyGlobal. */
int stored_in_a_global(HPyContext *ctx) {
  HPy error = HPyErr_NewException(ctx, "shapes.Error", HPy_NULL, HPy_NULL);
  if (HPy_IsNull(error)) return -1;
  shared_error = error;  // want handle-escapes "'shared_error'"
  return 0;
}

void a_constant_in_a_static_variable(HPyContext *ctx) {
  last_seen = ctx->h_None;  // want handle-escapes "'last_seen'"
}

static HPyGlobal shared_type;
static HPyGlobal *escapes_globals[] = {&shared_type, NULL};
HPyModuleDef escapes_module = {
  .globals = escapes_globals,
};

int stored_in_a_registered_global(HPyContext *ctx) {
  HPy error = HPyErr_NewException(ctx, "shapes.Error", HPy_NULL, HPy_NULL);
  if (HPy_IsNull(error)) return -1;
  HPyGlobal_Store(ctx, &shared_type, error);
  HPy_Close(ctx, error);
  return 0;
}

/* 4.7 #166 */
HPy cached_in_a_static_local(HPyContext *ctx) {
  static HPy cache;
  if (HPy_IsNull(cache)) {
    cache = HPyUnicode_FromString(ctx, "empty");  // want handle-escapes "'cache'"
  }
  return HPy_Dup(ctx, cache);
}

void stored_in_the_struct_of_an_object(HPyContext *ctx, HPy self, HPy value) {
  Slot *slot = Slot_AsStruct(ctx, self);
  slot->handle = HPy_Dup(ctx, value);  // want handle-escapes "handle"
}

void stored_in_a_field_of_an_object(HPyContext *ctx, HPy self, HPy value) {
  Slot *slot = Slot_AsStruct(ctx, self);
  HPyField_Store(ctx, self, &slot->field, value);
}

/* 4.7 #169 */
void stored_in_another_object(HPyContext *ctx, HPy self, HPy other) {
  Slot *slot = Slot_AsStruct(ctx, other);
  slot->handle = self;  // want handle-escapes "handle"
}

typedef struct Node {
  HPy value;
  struct Node *next;
} Node;
static Node *nodes;

/* 4.7 #170: the node outlives the function. */
int stored_in_a_list_on_the_heap(HPyContext *ctx, HPy value) {
  Node *node = malloc(sizeof(Node));
  if (node == NULL) return -1;
  node->value = HPy_Dup(ctx, value);  // want handle-escapes "value"
  node->next = nodes;
  nodes = node;
  return 0;
}

/* And here it does not. */
HPy stored_on_the_heap_for_a_while(HPyContext *ctx, HPy value) {
  Node *node = malloc(sizeof(Node));
  if (node == NULL) return HPyErr_NoMemory(ctx);
  node->value = HPy_Str(ctx, value);
  node->next = NULL;
  HPy result = node->value;
  free(node);
  return result;
}

void stored_on_one_path(HPyContext *ctx, HPy obj, int remember) {
  if (remember) {
    last_seen = obj;  // want handle-escapes "'last_seen'"
  }
}

/* 4.7 #163: a static that is empty again when the function ends is only bad style. */
int stored_and_cleared(HPyContext *ctx, HPy obj) {
  last_seen = obj;
  int truth = HPy_IsTrue(ctx, obj);
  last_seen = HPy_NULL;
  return truth;
}

static HPy table[4];

void stored_in_a_static_array(HPyContext *ctx, HPy obj, int i) {
  table[i] = obj;  // want handle-escapes "table"
}

static void remember(HPy *place, HPy obj) {
  *place = obj;
}

HPy stored_by_a_helper_in_a_local(HPyContext *ctx, HPy obj) {
  HPy local;
  remember(&local, obj);
  return HPy_Str(ctx, local);
}

/* 4.7 #167 */
static _Thread_local HPy per_thread;

void stored_in_a_thread_local(HPyContext *ctx, HPy obj) {
  per_thread = obj;  // want handle-escapes "'per_thread'"
}

void null_in_a_static_variable(HPyContext *ctx) {
  last_seen = HPy_NULL;
}

/* 4.7 #177: what C owns may live in a global. */
static char *title;

int a_string_of_our_own_in_a_static_variable(HPyContext *ctx) {
  title = malloc(16);
  return title == NULL ? -1 : 0;
}

typedef struct {
  HPy callable;
} Hook;

/* 4.7 #171: a capsule keeps what it is given. */
HPy stored_in_what_a_capsule_keeps(HPyContext *ctx, HPy callable) {
  Hook *hook = malloc(sizeof(Hook));
  if (hook == NULL) return HPyErr_NoMemory(ctx);
  hook->callable = HPy_Dup(ctx, callable);  // want handle-escapes "callable"
  HPy capsule = HPyCapsule_New(ctx, hook, "hook", NULL);
  if (HPy_IsNull(capsule)) {
    HPy_Close(ctx, hook->callable);
    free(hook);
  }
  return capsule;
}

/* 4.7 #164 */
void stored_in_a_loop(HPyContext *ctx, const HPy *args, size_t nargs) {
  for (size_t i = 0; i < nargs; i++) {
    if (HPyUnicode_Check(ctx, args[i])) last_seen = args[i];  // want handle-escapes "'last_seen'"
  }
}

void stored_in_a_local_variable(HPyContext *ctx, const HPy *args, size_t nargs) {
  HPy seen = HPy_NULL;
  for (size_t i = 0; i < nargs; i++) {
    if (HPyUnicode_Check(ctx, args[i])) seen = args[i];
  }
  if (!HPy_IsNull(seen)) HPyErr_SetObject(ctx, ctx->h_ValueError, seen);
}
