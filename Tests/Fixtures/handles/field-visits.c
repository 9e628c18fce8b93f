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

static HPyDef *helped_defines[] = {&Helped_traverse, NULL};
static HPyDef *listed_defines[] = {&Listed_traverse, NULL};
static HPyDef *chosen_defines[] = {&Chosen_traverse, NULL};
static HPyDef *asked_defines[] = {&Asked_traverse, NULL};
HPyType_Spec specs[] = {
  {.name = "m.Helped", .basicsize = sizeof(Helped), .defines = helped_defines},
  {.name = "m.Listed", .basicsize = sizeof(Listed), .defines = listed_defines},
  {.name = "m.Chosen", .basicsize = sizeof(Chosen), .defines = chosen_defines},
  {.name = "m.Asked", .basicsize = sizeof(Asked), .defines = asked_defines},
};
