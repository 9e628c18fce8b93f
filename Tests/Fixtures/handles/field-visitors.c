/* Ways to a visitor: by helpers, variables, arrays of addresses, loops. */
#include "hpy.h"

typedef struct {
  HPyField next;
  int color;
} Link;

typedef struct {
  HPyField owner;
} Head;

typedef struct {
  Head head;
  HPyField by_helper;
  HPyField by_variable;
  HPyField first_choice;
  HPyField second_choice;
  HPyField slots[4];
  HPyField walked[4];
  Link links[3];
  HPyField in_array;
  HPyField also_in_array;
  HPyField only_cleared;  // want field-misuse "'Knot.only_cleared'"
  HPyField only_stored;   // want field-misuse "'Knot.only_stored'"
  int used;
} Knot;

HPyType_HELPERS(Knot)

static int visit_one(HPyField *field, HPyFunc_visitproc visit, void *arg) {
  HPy_VISIT(field);
  return 0;
}

static int visit_many(HPyField *fields, int count, HPyFunc_visitproc visit, void *arg) {
  for (int i = 0; i < count; i++) HPy_VISIT(&fields[i]);
  return 0;
}

static int visit_link(Link *link, HPyFunc_visitproc visit, void *arg) {
  return visit_one(&link->next, visit, arg);
}

static int visit_head(void *data, HPyFunc_visitproc visit, void *arg) {
  Head *head = (Head *)data;
  HPy_VISIT(&head->owner);
  return 0;
}

HPyDef_SLOT(Knot_traverse, HPy_tp_traverse)
static int Knot_traverse_impl(void *data, HPyFunc_visitproc visit, void *arg) {
  Knot *knot = (Knot *)data;
  int result = visit_head(&knot->head, visit, arg);
  if (result != 0) return result;
  if ((result = visit_one(&knot->by_helper, visit, arg)) != 0) return result;
  HPyField *field = &knot->by_variable;
  HPy_VISIT(field);
  field = knot->used ? &knot->first_choice : &knot->second_choice;
  HPy_VISIT(field);
  if ((result = visit_many(knot->slots, 4, visit, arg)) != 0) return result;
  for (HPyField *at = knot->walked; at < knot->walked + knot->used; at++) HPy_VISIT(at);
  for (int i = 0; i < 3; i++) {
    if ((result = visit_link(&knot->links[i], visit, arg)) != 0) return result;
  }
  HPyField *both[] = {&knot->in_array, &knot->also_in_array};
  for (int i = 0; i < 2; i++) HPy_VISIT(both[i]);
  return 0;
}

static void clear(HPyField *field) { *field = HPyField_NULL; }

HPyDef_SLOT(Knot_destroy, HPy_tp_destroy)
static void Knot_destroy_impl(void *data) {
  HPyField *field = &((Knot *)data)->only_cleared;
  clear(field);
}

HPyDef_METH(Knot_tie, "tie", HPyFunc_O)
static HPy Knot_tie_impl(HPyContext *ctx, HPy self, HPy end) {
  Knot *knot = Knot_AsStruct(ctx, self);
  HPyField *field = &knot->only_stored;
  HPyField_Store(ctx, self, field, end);
  return HPy_Dup(ctx, ctx->h_None);
}

static HPyDef *Knot_defines[] = {&Knot_traverse, &Knot_destroy, &Knot_tie, NULL};

static HPyType_Spec Knot_spec = {
  .name = "knots.Knot",
  .basicsize = sizeof(Knot),
  .builtin_shape = SHAPE(Knot),
  .flags = HPy_TPFLAGS_DEFAULT | HPy_TPFLAGS_HAVE_GC,
  .defines = Knot_defines,
};
