#include "hpy.h"

typedef struct {
  HPyField item;  // want field-misuse "'Object.item' is not visited"
  HPyField other;
  double weight;
} Object;
HPyType_HELPERS(Object)

struct operations {
  long (*measure)(HPyContext *ctx, HPy h);
};

static long length(HPyContext *ctx, HPy h) { return (long)HPy_Length(ctx, h); }

static const struct operations operations = {length};

HPyDef_SLOT(Object_traverse, HPy_tp_traverse)
static int Object_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg) {
  HPy_VISIT(&((Object *)self)->other);
  return 0;
}

static HPyDef *object_defines[] = {&Object_traverse, NULL};
HPyType_Spec Other_spec = {
    .name = "m.Other", .basicsize = sizeof(Object), .defines = object_defines};

/* The table of this file holds a function that can. */
double second_weight(HPyContext *ctx, HPy h, HPy other) {
  Object *object = Object_AsStruct(ctx, h);
  const struct operations *all = &operations;
  long n = all->measure(ctx, other);
  return n + object->weight;  // want pointer-spans-gc "'object'"
}
