/* Between leaving the runtime and entering it again no call of it is allowed. */
#include "hpy.h"
#include <math.h>

typedef struct {
  long n;
  double *data;
} Vector;
HPyType_HELPERS(Vector)

static double sum(const double *data, long n) {
  double total = 0;
  for (long i = 0; i < n; i++) total += data[i];
  return total;
}

HPy work_outside(HPyContext *ctx, HPy self) {
  double total = 0;
  Vector *vector = Vector_AsStruct(ctx, self);
  long n = vector->n;
  double *data = vector->data;
  HPy_BEGIN_LEAVE_PYTHON(ctx);
  total = sum(data, n);
  HPy_END_LEAVE_PYTHON(ctx);
  return HPyFloat_FromDouble(ctx, total);
}

/* 4.5 #130: pointers that were good before are good inside. */
HPy struct_read_outside(HPyContext *ctx, HPy self) {
  double total = 0;
  Vector *vector = Vector_AsStruct(ctx, self);
  HPy_BEGIN_LEAVE_PYTHON(ctx);
  total = sum(vector->data, vector->n);
  HPy_END_LEAVE_PYTHON(ctx);
  return HPyFloat_FromDouble(ctx, total);
}

/* 4.5 #131: but not afterwards. */
HPy struct_read_after_reentering(HPyContext *ctx, HPy self) {
  double total = 0;
  Vector *vector = Vector_AsStruct(ctx, self);
  HPy_BEGIN_LEAVE_PYTHON(ctx);
  total = sum(vector->data, vector->n);
  HPy_END_LEAVE_PYTHON(ctx);
  return HPyFloat_FromDouble(ctx, total / vector->n);  // want pointer-spans-gc "'vector'"
}

/* 4.5 #132 */
int call_while_outside(HPyContext *ctx, HPy obj) {
  int truth;
  HPyThreadState token = HPy_LeavePythonExecution(ctx);
  truth = HPy_IsTrue(ctx, obj);  // want context-suspended "'HPy_IsTrue' is called"
  HPy_ReenterPythonExecution(ctx, token);
  return truth;
}

int call_after_reentering(HPyContext *ctx, HPy obj) {
  double x = 2;
  HPyThreadState token = HPy_LeavePythonExecution(ctx);
  x = sqrt(x);
  HPy_ReenterPythonExecution(ctx, token);
  return HPy_IsTrue(ctx, obj) && x > 1;
}

/* 4.4 #98 */
int return_from_inside_the_block(HPyContext *ctx, double x) {
  HPy_BEGIN_LEAVE_PYTHON(ctx);
  if (x < 0) return -1;  // want context-suspended "without re-entering"
  x = sqrt(x);
  HPy_END_LEAVE_PYTHON(ctx);
  return x > 1;
}

int result_decided_after_the_block(HPyContext *ctx, double x) {
  int rc = 0;
  HPy_BEGIN_LEAVE_PYTHON(ctx);
  if (x < 0) {
    rc = -1;
  } else {
    x = sqrt(x);
  }
  HPy_END_LEAVE_PYTHON(ctx);
  if (rc < 0) return -1;
  return x > 1;
}

int goto_out_of_the_block(HPyContext *ctx, double x) {
  int rc = -1;
  HPy_BEGIN_LEAVE_PYTHON(ctx);
  if (x < 0) goto done;
  x = sqrt(x);
  HPy_END_LEAVE_PYTHON(ctx);
  rc = x > 1;
done:
  return rc;  // want context-suspended "without re-entering"
}

int goto_inside_the_block(HPyContext *ctx, double x) {
  HPy_BEGIN_LEAVE_PYTHON(ctx);
  if (x < 0) goto inside;
  x = sqrt(x);
inside:
  HPy_END_LEAVE_PYTHON(ctx);
  return x > 1;
}

static double raise_if_negative(HPyContext *ctx, double x) {
  if (x < 0) HPyErr_SetString(ctx, ctx->h_ValueError, "negative");
  return sqrt(x);
}

double a_helper_calls_while_outside(HPyContext *ctx, double x) {
  HPyThreadState token = HPy_LeavePythonExecution(ctx);
  x = raise_if_negative(ctx, x);  // want context-suspended "raise_if_negative"
  HPy_ReenterPythonExecution(ctx, token);
  return x;
}

static double root(HPyContext *ctx, double x) {
  (void)ctx;
  return sqrt(x);
}

double a_helper_that_does_not_call(HPyContext *ctx, double x) {
  HPyThreadState token = HPy_LeavePythonExecution(ctx);
  x = root(ctx, x);
  HPy_ReenterPythonExecution(ctx, token);
  return x;
}

/* 4.4 #98: HPy does not let the runtime be left twice. */
double left_twice(HPyContext *ctx, double x) {
  HPyThreadState outer = HPy_LeavePythonExecution(ctx);
  HPyThreadState inner = HPy_LeavePythonExecution(ctx);  // want context-suspended "'HPy_LeavePythonExecution'"
  x = sqrt(x);
  HPy_ReenterPythonExecution(ctx, inner);
  HPy_ReenterPythonExecution(ctx, outer);
  return x;
}

double left_one_after_the_other(HPyContext *ctx, double x) {
  HPyThreadState token = HPy_LeavePythonExecution(ctx);
  x = sqrt(x);
  HPy_ReenterPythonExecution(ctx, token);
  token = HPy_LeavePythonExecution(ctx);
  x = sqrt(x);
  HPy_ReenterPythonExecution(ctx, token);
  return x;
}

/* 4.4 #97 */
double entered_on_one_path_only(HPyContext *ctx, double x) {
  HPyThreadState token = HPy_LeavePythonExecution(ctx);
  x = sqrt(x);
  if (x > 1) HPy_ReenterPythonExecution(ctx, token);
  return x;  // want context-suspended "without re-entering"
}

/* 4.4 #97 */
double left_and_entered_under_one_flag(HPyContext *ctx, double x, int large) {
  HPyThreadState token = {0};
  if (large) token = HPy_LeavePythonExecution(ctx);
  x = sqrt(x);
  if (large) HPy_ReenterPythonExecution(ctx, token);
  return x;
}

int closed_while_outside(HPyContext *ctx, HPy obj) {
  HPy name = HPy_GetAttr_s(ctx, obj, "name");
  if (HPy_IsNull(name)) return -1;
  HPyThreadState token = HPy_LeavePythonExecution(ctx);
  HPy_Close(ctx, name);  // want context-suspended "'HPy_Close' is called"
  HPy_ReenterPythonExecution(ctx, token);
  return 0;
}

/* 4.4 #92: nothing in HPy switches collections off. A helper that is called only while Python is
 * left must not call the API, and collects if it does. */
static void called_only_outside(HPyContext *ctx, HPy obj) {
  HPy text = HPy_Repr(ctx, obj);
  HPy_Close(ctx, text);
}

static void called_on_both_sides(HPyContext *ctx, HPy obj) {
  HPy text = HPy_Repr(ctx, obj);
  HPy_Close(ctx, text);
}

static void add(double *sum, double x) { *sum += x; }

double helper_that_collects_while_outside(HPyContext *ctx, HPy self, HPy obj) {
  Vector *vector = Vector_AsStruct(ctx, self);
  double n = 0;
  HPy_BEGIN_LEAVE_PYTHON(ctx);
  called_only_outside(ctx, obj);  // want context-suspended "'called_only_outside' is called"
  add(&n, vector->n);  // want pointer-spans-gc "'vector'"
  HPy_END_LEAVE_PYTHON(ctx);
  return n;
}

double helper_called_on_both_sides(HPyContext *ctx, HPy self, HPy obj) {
  Vector *vector = Vector_AsStruct(ctx, self);
  double n = vector->n;
  HPy_BEGIN_LEAVE_PYTHON(ctx);
  called_on_both_sides(ctx, obj);  // want context-suspended "'called_on_both_sides' is called"
  HPy_END_LEAVE_PYTHON(ctx);
  vector = Vector_AsStruct(ctx, self);
  called_on_both_sides(ctx, obj);
  return n + vector->n;  // want pointer-spans-gc "'vector'"
}

double helper_that_calls_nothing(HPyContext *ctx, HPy self) {
  Vector *vector = Vector_AsStruct(ctx, self);
  double n = 0;
  HPy_BEGIN_LEAVE_PYTHON(ctx);
  add(&n, vector->n);
  add(&n, vector->n);
  HPy_END_LEAVE_PYTHON(ctx);
  return n;
}
