/* Fields belong into the struct of an object, where a traverse function visits them. */
#include "hpy.h"
#include <stdlib.h>
#include <string.h>

typedef struct {
  HPyField first;
  HPyField second;
} Pair;
HPyType_HELPERS(Pair)

HPyDef_SLOT(Pair_traverse, HPy_tp_traverse)
static int Pair_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg) {
  Pair *pair = (Pair *)self;
  HPy_VISIT(&pair->first);
  HPy_VISIT(&pair->second);
  return 0;
}

typedef struct {
  HPyField visited;
  HPyField missed;  // want field-misuse "'HalfPair.missed' is not visited"
} HalfPair;
HPyType_HELPERS(HalfPair)

HPyDef_SLOT(HalfPair_traverse, HPy_tp_traverse)
static int HalfPair_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg) {
  HalfPair *pair = (HalfPair *)self;
  HPy_VISIT(&pair->visited);
  return 0;
}

/* No traverse function at all. */
typedef struct {
  HPyField value;  // want field-misuse "'Cell.value' is not visited"
} Cell;
HPyType_HELPERS(Cell)

static HPyDef *Cell_defines[] = {NULL};
HPyType_Spec Cell_spec = {
  .name = "fields.Cell",
  .basicsize = sizeof(Cell),
  .builtin_shape = SHAPE(Cell),
  .defines = Cell_defines,
};

/* Visited through a helper that has the struct. */
typedef struct {
  HPyField left;
  HPyField right;
} Tree;
HPyType_HELPERS(Tree)

static int visit_children(Tree *tree, HPyFunc_visitproc visit, void *arg) {
  HPy_VISIT(&tree->left);
  HPy_VISIT(&tree->right);
  return 0;
}

HPyDef_SLOT(Tree_traverse, HPy_tp_traverse)
static int Tree_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg) {
  return visit_children((Tree *)self, visit, arg);
}

/* An array of fields, visited in a loop. */
typedef struct {
  int n;
  HPyField items[4];
} Small;
HPyType_HELPERS(Small)

HPyDef_SLOT(Small_traverse, HPy_tp_traverse)
static int Small_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg) {
  Small *small = (Small *)self;
  for (int i = 0; i < small->n; i++) HPy_VISIT(&small->items[i]);
  return 0;
}

/* A struct in a struct. */
typedef struct {
  HPyField key;
  HPyField value;
} Entry;

typedef struct {
  Entry entry;
} Item;
HPyType_HELPERS(Item)

HPyDef_SLOT(Item_traverse, HPy_tp_traverse)
static int Item_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg) {
  Item *item = (Item *)self;
  HPy_VISIT(&item->entry.key);
  HPy_VISIT(&item->entry.value);
  return 0;
}

/* Memory that one object owns and visits is as good. */
typedef struct {
  int n;
  HPyField *items;
} Vec;
HPyType_HELPERS(Vec)

HPyDef_SLOT(Vec_traverse, HPy_tp_traverse)
static int Vec_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg) {
  Vec *vec = (Vec *)self;
  for (int i = 0; i < vec->n; i++) HPy_VISIT(&vec->items[i]);
  return 0;
}

HPyDef_SLOT(Vec_destroy, HPy_tp_destroy)
static void Vec_destroy_impl(void *self) {
  free(((Vec *)self)->items);
}

int Vec_fill(HPyContext *ctx, HPy self, HPy value, int n) {
  HPyField *items = calloc((size_t)n, sizeof(HPyField));
  if (items == NULL) return -1;
  Vec *vec = Vec_AsStruct(ctx, self);
  vec->items = items;
  vec->n = n;
  for (int i = 0; i < n; i++) HPyField_Store(ctx, self, &vec->items[i], value);
  return 0;
}

/* Memory that nobody visits. */
typedef struct Loose {
  HPyField value;  // want field-misuse "'Loose.value' is not visited"
  struct Loose *next;
} Loose;

Loose *loose_field(HPyContext *ctx, HPy owner, HPy value) {
  Loose *loose = calloc(1, sizeof(Loose));
  if (loose == NULL) return NULL;
  HPyField_Store(ctx, owner, &loose->value, value);
  return loose;
}

HPy a_local_field(HPyContext *ctx, HPy self, HPy value) {
  HPyField local = HPyField_NULL;  // want field-misuse "'local'"
  HPyField_Store(ctx, self, &local, value);
  return HPyField_Load(ctx, self, local);
}

HPy the_field_of_the_object(HPyContext *ctx, HPy self, HPy value) {
  Pair *pair = Pair_AsStruct(ctx, self);
  HPyField_Store(ctx, self, &pair->first, value);
  return HPyField_Load(ctx, self, pair->first);
}

void a_field_is_copied(HPyContext *ctx, HPy self) {
  Pair *pair = Pair_AsStruct(ctx, self);
  pair->second = pair->first;  // want field-misuse "field 'first' is read directly"
}

void a_field_is_loaded_and_stored(HPyContext *ctx, HPy self) {
  Pair *pair = Pair_AsStruct(ctx, self);
  if (HPyField_IsNull(pair->first)) return;
  HPy value = HPyField_Load(ctx, self, pair->first);
  HPyField_Store(ctx, self, &pair->second, value);
  HPy_Close(ctx, value);
}

intptr_t the_bits_of_a_field(HPyContext *ctx, HPy self) {
  Pair *pair = Pair_AsStruct(ctx, self);
  return pair->first._i;  // want field-misuse "'first' is read directly"
}

int a_null_test_of_a_field(HPyContext *ctx, HPy self) {
  Pair *pair = Pair_AsStruct(ctx, self);
  return HPyField_IsNull(pair->first);
}

/* Fresh memory may be initialised. */
HPy a_field_is_initialised(HPyContext *ctx, HPy type) {
  Pair *pair;
  HPy h = HPy_New(ctx, type, &pair);
  if (HPy_IsNull(h)) return HPy_NULL;
  pair->first = HPyField_NULL;
  pair->second = HPyField_NULL;
  return h;
}

/* A pointer to the field of an object is no field. */
HPy through_a_pointer_to_the_field(HPyContext *ctx, HPy self, HPy value, int which) {
  Pair *pair = Pair_AsStruct(ctx, self);
  HPyField *field = which ? &pair->first : &pair->second;
  HPyField_Store(ctx, self, field, value);
  return HPyField_Load(ctx, self, *field);
}

/* Nobody visits a static variable. Use an HPyGlobal. */
static HPyField unowned;  // want field-misuse "'unowned'"

void a_static_field(HPyContext *ctx, HPy owner, HPy value) {
  HPyField_Store(ctx, owner, &unowned, value);
}
