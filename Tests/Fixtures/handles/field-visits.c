/* Traverse functions that hand fields to the visitor by way of helpers, loops and tables. */
#include "hpy.h"

static int visit_one(HPyField *field, HPyFunc_visitproc visit, void *arg) {
  HPy_VISIT(field);
  return 0;
}

static int visit_two(HPyField *first, HPyField *second, HPyFunc_visitproc visit, void *arg) {
  int rc = visit_one(first, visit, arg);
  return rc ? rc : visit_one(second, visit, arg);
}

typedef struct {
  HPyField left, right, key;
  HPyField value;  // want field-misuse "'Helped.value' is not visited by a traverse function"
} Helped;
HPyType_HELPERS(Helped)

HPyDef_SLOT(Helped_traverse, HPy_tp_traverse)
static int Helped_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg) {
  Helped *helped = self;
  int rc = visit_two(&helped->left, &helped->right, visit, arg);
  return rc ? rc : visit_one(&helped->key, visit, arg);
}

/* A table of the fields' addresses, and the elements of an array. */
typedef struct {
  HPyField first, second;
  HPyField third;  // want field-misuse "'Listed.third' is not visited by a traverse function"
  HPyField many[4];
} Listed;
HPyType_HELPERS(Listed)

HPyDef_SLOT(Listed_traverse, HPy_tp_traverse)
static int Listed_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg) {
  Listed *listed = self;
  HPyField *fields[] = {&listed->first, &listed->second};
  for (int i = 0; i < 2; i++) HPy_VISIT(fields[i]);
  for (HPyField *field = listed->many; field < listed->many + 4; field++) HPy_VISIT(field);
  return 0;
}

/* One of several, chosen each time. */
typedef struct {
  HPyField even, odd;
} Chosen;
HPyType_HELPERS(Chosen)

HPyDef_SLOT(Chosen_traverse, HPy_tp_traverse)
static int Chosen_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg) {
  Chosen *chosen = self;
  for (int i = 0; i < 2; i++) {
    HPyField *field = i % 2 ? &chosen->odd : &chosen->even;
    HPy_VISIT(field);
  }
  return 0;
}

/* A helper that does something else with a field visits nothing. */
typedef struct {
  HPyField only;  // want field-misuse "'Asked.only' is not visited by a traverse function"
} Asked;
HPyType_HELPERS(Asked)

static int is_set(HPyField *field) { return !HPyField_IsNull(*field); }

HPyDef_SLOT(Asked_traverse, HPy_tp_traverse)
static int Asked_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg) {
  Asked *asked = self;
  return is_set(&asked->only) && !visit;
}

/* Arrays that grow: the fields in one are behind a pointer in the struct. */
typedef struct {
  HPyField *items;  // want field-misuse "'Grown.items' is not visited by a traverse function"
  long count;
  HPyField owner;
} Grown;
HPyType_HELPERS(Grown)

HPyDef_SLOT(Grown_traverse, HPy_tp_traverse)
static int Grown_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg) {
  Grown *grown = self;
  HPy_VISIT(&grown->owner);
  return 0;
}

void put_into_grown(HPyContext *ctx, HPy self, HPy item) {
  Grown *grown = Grown_AsStruct(ctx, self);
  HPyField_Store(ctx, self, &grown->items[grown->count++], item);
}

typedef struct {
  HPyField *items, *end;
  long count;
} Visited;
HPyType_HELPERS(Visited)

HPyDef_SLOT(Visited_traverse, HPy_tp_traverse)
static int Visited_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg) {
  Visited *visited = self;
  for (long i = 0; i < visited->count; i++) HPy_VISIT(&visited->items[i]);
  return 0;
}

void put_into_visited(HPyContext *ctx, HPy self, HPy item) {
  Visited *visited = Visited_AsStruct(ctx, self);
  HPyField_Store(ctx, self, &visited->items[visited->count++], item);
  HPyField_Store(ctx, self, &visited->end[-1], item);
}

typedef struct {
  HPyField *items;
  long count;
} Walked;
HPyType_HELPERS(Walked)

HPyDef_SLOT(Walked_traverse, HPy_tp_traverse)
static int Walked_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg) {
  Walked *walked = self;
  HPyField *end = walked->items + walked->count;
  for (HPyField *field = walked->items; field < end; field++) {
    int rc = visit_one(field, visit, arg);
    if (rc) return rc;
  }
  return 0;
}

void put_into_walked(HPyContext *ctx, HPy self, HPy item) {
  Walked *walked = Walked_AsStruct(ctx, self);
  HPyField_Store(ctx, self, &walked->items[walked->count++], item);
}

static HPyDef *helped_defines[] = {&Helped_traverse, NULL};
static HPyDef *listed_defines[] = {&Listed_traverse, NULL};
static HPyDef *chosen_defines[] = {&Chosen_traverse, NULL};
static HPyDef *asked_defines[] = {&Asked_traverse, NULL};
static HPyDef *grown_defines[] = {&Grown_traverse, NULL};
static HPyDef *visited_defines[] = {&Visited_traverse, NULL};
static HPyDef *walked_defines[] = {&Walked_traverse, NULL};
HPyType_Spec specs[] = {
  {.name = "m.Helped", .basicsize = sizeof(Helped), .defines = helped_defines},
  {.name = "m.Listed", .basicsize = sizeof(Listed), .defines = listed_defines},
  {.name = "m.Chosen", .basicsize = sizeof(Chosen), .defines = chosen_defines},
  {.name = "m.Asked", .basicsize = sizeof(Asked), .defines = asked_defines},
  {.name = "m.Grown", .basicsize = sizeof(Grown), .defines = grown_defines},
  {.name = "m.Visited", .basicsize = sizeof(Visited), .defines = visited_defines},
  {.name = "m.Walked", .basicsize = sizeof(Walked), .defines = walked_defines},
};
