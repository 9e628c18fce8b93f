/* Which handle an interior pointer belongs to (4.5 of the catalogue, numbers in the comments). */
#include "hpy.h"

typedef struct {
  long n;
  HPyField peer;
} Cell;
HPyType_HELPERS(Cell)

HPyDef_SLOT(Cell_traverse, HPy_tp_traverse)
static int Cell_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg) {
  Cell *cell = (Cell *)self;
  HPy_VISIT(&cell->peer);
  return 0;
}

/* #101 */
long read_after_close(HPyContext *ctx, HPy obj) {
  HPy h = HPy_Dup(ctx, obj);
  Cell *cell = Cell_AsStruct(ctx, h);
  HPy_Close(ctx, h);
  return cell->n;  // want pointer-outlives-handle "'cell'"
}

/* #102 */
long read_after_close_in_both_branches(HPyContext *ctx, HPy obj, int loud) {
  HPy h = HPy_Dup(ctx, obj);
  Cell *cell = Cell_AsStruct(ctx, h);
  if (loud) {
    HPy_Close(ctx, h);
  } else {
    HPy_Close(ctx, h);
  }
  return cell->n;  // want pointer-outlives-handle "'cell'"
}

/* #105: the pointer belongs to the duplicate it came from. */
long read_while_the_duplicate_is_open(HPyContext *ctx, HPy obj) {
  HPy first = HPy_Dup(ctx, obj);
  HPy second = HPy_Dup(ctx, first);
  Cell *cell = Cell_AsStruct(ctx, second);
  HPy_Close(ctx, first);
  long n = cell->n;
  HPy_Close(ctx, second);
  return n;
}

/* #106 */
long read_after_the_last_duplicate(HPyContext *ctx, HPy obj) {
  HPy first = HPy_Dup(ctx, obj);
  HPy second = HPy_Dup(ctx, first);
  Cell *cell = Cell_AsStruct(ctx, second);
  HPy_Close(ctx, first);
  HPy_Close(ctx, second);
  return cell->n;  // want pointer-outlives-handle "'cell'"
}

/* #107: the variable names another handle now; the pointer belongs to the old one. */
long read_after_the_variable_changed(HPyContext *ctx, HPy obj) {
  HPy h = HPy_Dup(ctx, obj);
  Cell *cell = Cell_AsStruct(ctx, h);
  HPy_Close(ctx, h);
  h = HPy_Dup(ctx, obj);
  long n = cell->n;  // want pointer-outlives-handle "'cell'"
  HPy_Close(ctx, h);
  return n;
}

/* #108 */
long read_of_an_argument(HPyContext *ctx, HPy obj) {
  Cell *cell = Cell_AsStruct(ctx, obj);
  return cell->n;
}

/* #109 */
HPy read_of_a_new_object(HPyContext *ctx, HPy type) {
  Cell *cell;
  HPy h = HPy_New(ctx, type, &cell);
  if (HPy_IsNull(h)) return HPy_NULL;
  cell->n = 1;
  return h;
}

HPy filled_by_a_conversion(HPyContext *ctx, HPy type, HPy number) {
  Cell *cell;
  HPy h = HPy_New(ctx, type, &cell);
  if (HPy_IsNull(h)) return HPy_NULL;
  long n = HPyLong_AsLong(ctx, number);
  cell->n = n;  // want pointer-spans-gc "'cell'"
  return h;
}

/* #110 */
long read_of_a_temporary(HPyContext *ctx, HPy obj) {
  return Cell_AsStruct(ctx, HPy_Dup(ctx, obj))->n;  // want handle-leak "HPy_Dup"
}

/* #113 */
long read_of_a_loaded_field(HPyContext *ctx, HPy self) {
  Cell *cell = Cell_AsStruct(ctx, self);
  if (HPyField_IsNull(cell->peer)) return 0;
  HPy peer = HPyField_Load(ctx, self, cell->peer);
  Cell *other = Cell_AsStruct(ctx, peer);
  HPy_Close(ctx, peer);
  return other->n;  // want pointer-outlives-handle "'other'"
}

long read_of_a_loaded_field_in_time(HPyContext *ctx, HPy self) {
  Cell *cell = Cell_AsStruct(ctx, self);
  if (HPyField_IsNull(cell->peer)) return 0;
  HPy peer = HPyField_Load(ctx, self, cell->peer);
  Cell *other = Cell_AsStruct(ctx, peer);
  long n = other->n;
  HPy_Close(ctx, peer);
  return n;
}

/* #111 and #112 */
long read_after_the_tracker_closed(HPyContext *ctx, HPy obj) {
  HPyTracker tracker = HPyTracker_New(ctx, 1);
  if (HPy_IsNull(tracker)) return -1;
  HPy h = HPy_Dup(ctx, obj);
  if (HPyTracker_Add(ctx, tracker, h) < 0) {
    HPyTracker_Close(ctx, tracker);
    return -1;
  }
  Cell *cell = Cell_AsStruct(ctx, h);
  HPyTracker_Close(ctx, tracker);
  return cell->n;  // want pointer-outlives-handle "'cell'"
}

long read_after_the_tracker_forgot(HPyContext *ctx, HPy obj) {
  HPyTracker tracker = HPyTracker_New(ctx, 1);
  if (HPy_IsNull(tracker)) return -1;
  HPy h = HPy_Dup(ctx, obj);
  if (HPyTracker_Add(ctx, tracker, h) < 0) {
    HPyTracker_Close(ctx, tracker);
    return -1;
  }
  Cell *cell = Cell_AsStruct(ctx, h);
  HPyTracker_ForgetAll(ctx, tracker);
  HPyTracker_Close(ctx, tracker);
  long n = cell->n;
  HPy_Close(ctx, h);
  return n;
}

/* #119: the address of the field is interior as well. */
void field_stored_late(HPyContext *ctx, HPy self, HPy obj) {
  Cell *cell = Cell_AsStruct(ctx, self);
  HPy text = HPy_Str(ctx, obj);
  if (HPy_IsNull(text)) return;
  HPyField_Store(ctx, self, &cell->peer, text);  // want pointer-spans-gc "cell"
  HPy_Close(ctx, text);
}

void field_stored_in_time(HPyContext *ctx, HPy self, HPy obj) {
  HPy text = HPy_Str(ctx, obj);
  if (HPy_IsNull(text)) return;
  Cell *cell = Cell_AsStruct(ctx, self);
  HPyField_Store(ctx, self, &cell->peer, text);
  HPy_Close(ctx, text);
}

/* #117 */
long text_of_an_argument(HPyContext *ctx, HPy self, const HPy *args, size_t nargs) {
  const char *text;
  if (!HPyArg_Parse(ctx, NULL, args, nargs, "s", &text)) return -1;
  return text[0];
}
