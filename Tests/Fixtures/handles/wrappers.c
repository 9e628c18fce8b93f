/* Trackers, builders, tokens, fields and contexts behind wrappers of the program's own. */
#include "hpy.h"
#include <math.h>
#include <stdlib.h>

static HPyThreadState outside_begin(HPyContext *ctx) {
  return HPy_LeavePythonExecution(ctx);
}

static void outside_end(HPyContext *ctx, HPyThreadState state) {
  HPy_ReenterPythonExecution(ctx, state);
}

double left_by_a_wrapper(HPyContext *ctx, double x) {
  HPyThreadState state = outside_begin(ctx);
  x = sqrt(x);
  outside_end(ctx, state);
  return x;
}

double left_by_a_wrapper_for_good(HPyContext *ctx, double x) {
  outside_begin(ctx);
  return sqrt(x);  // want context-suspended "without re-entering"
}

int left_by_a_wrapper_and_called(HPyContext *ctx, HPy obj) {
  HPyThreadState state = outside_begin(ctx);
  int truth = HPy_IsTrue(ctx, obj);  // want context-suspended "'HPy_IsTrue'"
  outside_end(ctx, state);
  return truth;
}

typedef struct {
  HPyContext *ctx;
  HPyThreadState state;
} Outside;

static void Outside_enter(Outside *outside, HPyContext *ctx) {
  outside->ctx = ctx;
  outside->state = HPy_LeavePythonExecution(ctx);
}

static void Outside_exit(Outside *outside) {
  HPy_ReenterPythonExecution(outside->ctx, outside->state);
}

double left_by_an_object(HPyContext *ctx, double x) {
  Outside outside;
  Outside_enter(&outside, ctx);
  x = sqrt(x);
  Outside_exit(&outside);
  return x;
}

static HPyTracker tracker_for(HPyContext *ctx, HPy_ssize_t size) {
  HPyTracker tracker = HPyTracker_New(ctx, size);
  return tracker;
}

HPy tracker_of_a_wrapper(HPyContext *ctx, HPy obj) {
  HPyTracker tracker = tracker_for(ctx, 1);
  if (HPy_IsNull(tracker)) return HPy_NULL;
  HPy h = HPy_Str(ctx, obj);
  if (HPy_IsNull(h) || HPyTracker_Add(ctx, tracker, h) < 0) {
    HPyTracker_Close(ctx, tracker);
    return HPy_NULL;
  }
  HPy result = HPy_Repr(ctx, h);
  HPyTracker_Close(ctx, tracker);
  return result;
}

HPy tracker_of_a_wrapper_is_lost(HPyContext *ctx, HPy obj) {
  HPyTracker tracker = tracker_for(ctx, 1);
  if (HPy_IsNull(tracker)) return HPy_NULL;
  return HPy_Str(ctx, obj);  // want tracker-misuse "'tracker' is not closed"
}

static HPyListBuilder list_of(HPyContext *ctx, HPy first) {
  HPyListBuilder builder = HPyListBuilder_New(ctx, 2);
  HPyListBuilder_Set(ctx, builder, 0, first);
  return builder;
}

HPy builder_of_a_wrapper(HPyContext *ctx, HPy a, HPy b) {
  HPyListBuilder builder = list_of(ctx, a);
  HPyListBuilder_Set(ctx, builder, 1, b);
  return HPyListBuilder_Build(ctx, builder);
}

HPy builder_of_a_wrapper_is_lost(HPyContext *ctx, HPy a) {
  HPyListBuilder builder = list_of(ctx, a);
  HPyListBuilder_Set(ctx, builder, 1, a);
  return HPy_Dup(ctx, a);  // want builder-misuse "'builder' is never built or cancelled"
}

typedef struct {
  HPyTupleBuilder builder;
  HPy_ssize_t next;
} Row;

static void Row_begin(HPyContext *ctx, Row *row, HPy_ssize_t n) {
  row->builder = HPyTupleBuilder_New(ctx, n);
  row->next = 0;
}

static int Row_add(HPyContext *ctx, Row *row, double value) {
  HPy item = HPyFloat_FromDouble(ctx, value);
  if (HPy_IsNull(item)) return -1;
  HPyTupleBuilder_Set(ctx, row->builder, row->next++, item);
  HPy_Close(ctx, item);
  return 0;
}

HPy a_builder_in_a_struct(HPyContext *ctx, const double *values, HPy_ssize_t n) {
  Row row;
  Row_begin(ctx, &row, n);
  for (HPy_ssize_t i = 0; i < n; i++) {
    if (Row_add(ctx, &row, values[i]) < 0) {
      HPyTupleBuilder_Cancel(ctx, row.builder);
      return HPy_NULL;
    }
  }
  return HPyTupleBuilder_Build(ctx, row.builder);
}

HPy a_builder_in_a_struct_is_lost(HPyContext *ctx, const double *values, HPy_ssize_t n) {
  Row row;
  Row_begin(ctx, &row, n);
  for (HPy_ssize_t i = 0; i < n; i++) {
    if (Row_add(ctx, &row, values[i]) < 0) return HPy_NULL;  // want builder-misuse "row.builder"
  }
  return HPyTupleBuilder_Build(ctx, row.builder);
}

typedef struct {
  HPyField owner;
  HPyField next;
} Link;
HPyType_HELPERS(Link)

HPyDef_SLOT(Link_traverse, HPy_tp_traverse)
static int Link_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg) {
  Link *link = (Link *)self;
  HPy_VISIT(&link->owner);
  HPy_VISIT(&link->next);
  return 0;
}

static HPy load_field(HPyContext *ctx, HPy self, HPyField *field) {
  if (HPyField_IsNull(*field)) return HPy_Dup(ctx, ctx->h_None);
  return HPyField_Load(ctx, self, *field);
}

HPyDef_GET(Link_owner, "owner")
static HPy Link_owner_get(HPyContext *ctx, HPy self, void *closure) {
  Link *link = Link_AsStruct(ctx, self);
  return load_field(ctx, self, &link->owner);
}

static int store_field(HPyContext *ctx, HPy self, HPyField *field, HPy value) {
  if (HPy_IsNull(value)) {
    HPyErr_SetString(ctx, ctx->h_TypeError, "cannot be deleted");
    return -1;
  }
  HPyField_Store(ctx, self, field, value);
  return 0;
}

HPyDef_SET(Link_set_owner, "owner")
static int Link_set_owner_set(HPyContext *ctx, HPy self, HPy value, void *closure) {
  Link *link = Link_AsStruct(ctx, self);
  return store_field(ctx, self, &link->owner, value);
}

HPy walked_to_the_end(HPyContext *ctx, HPy self) {
  HPy current = HPy_Dup(ctx, self);
  for (;;) {
    Link *link = Link_AsStruct(ctx, current);
    if (HPyField_IsNull(link->next)) return current;
    HPy next = HPyField_Load(ctx, current, link->next);
    HPy_Close(ctx, current);
    current = next;
  }
}

HPy walked_and_forgot(HPyContext *ctx, HPy self) {
  HPy current = HPy_Dup(ctx, self);
  for (;;) {
    Link *link = Link_AsStruct(ctx, current);
    if (HPyField_IsNull(link->next)) return current;
    current = HPyField_Load(ctx, current, link->next);  // want handle-leak "'current' is overwritten"
  }
}

typedef struct Request {
  HPyContext *ctx;
  HPy target;
  HPy (*run)(struct Request *request);
} Request;

static HPy run_str(Request *request) {
  return HPy_Str(request->ctx, request->target);
}

static HPy run_repr(Request *request) {
  return HPy_Repr(request->ctx, request->target);
}

HPy a_context_in_a_request(HPyContext *ctx, HPy obj, int short_form) {
  Request request = {.ctx = ctx, .target = obj, .run = run_repr};
  if (short_form) request.run = run_str;
  HPy text = request.run(&request);
  if (HPy_IsNull(text)) return HPy_NULL;
  HPy_ssize_t n = HPy_Length(ctx, text);
  HPy_Close(ctx, text);
  return HPyLong_FromSsize_t(ctx, n);
}

HPy the_text_of_a_request_is_lost(HPyContext *ctx, HPy obj) {
  Request request = {.ctx = ctx, .target = obj, .run = run_repr};
  HPy text = request.run(&request);
  if (HPy_IsNull(text)) return HPy_NULL;
  return HPyLong_FromSsize_t(ctx, HPy_Length(ctx, text));  // want handle-leak "'text'"
}
