/* Two files use one name for different structs. */
#include "hpy.h"

typedef struct {
  HPyField item;
  HPyField other;  // want field-misuse "'Object.other' is not visited"
  long count;
} Object;
HPyType_HELPERS(Object)

struct operations {
  long (*measure)(HPyContext *ctx, HPy h);
};

static long count(HPyContext *ctx, HPy h) { return 1; }

static const struct operations operations = {count};

HPyDef_SLOT(Object_traverse, HPy_tp_traverse)
static int Object_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg) {
  HPy_VISIT(&((Object *)self)->item);
  return 0;
}

static HPyDef *object_defines[] = {&Object_traverse, NULL};
HPyType_Spec Object_spec = {
    .name = "m.Object", .basicsize = sizeof(Object), .defines = object_defines};

/* The table of this file holds a function that cannot collect. */
long first_count(HPyContext *ctx, HPy h, HPy other) {
  Object *object = Object_AsStruct(ctx, h);
  const struct operations *all = &operations;
  long n = all->measure(ctx, other);
  return n + object->count;
}
