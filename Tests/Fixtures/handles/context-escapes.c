/* A context is good for the call that received it, and for no other. */
#include "hpy.h"
#include <stdlib.h>

static HPyContext *saved;

typedef struct {
  HPyContext *context;
  long n;
} Timer;
HPyType_HELPERS(Timer)

HPyDef_METH(remember_context, "remember_context", HPyFunc_NOARGS)
static HPy remember_context_impl(HPyContext *ctx, HPy self) {
  saved = ctx;  // want context-escapes "'saved'"
  return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(cache_context, "cache_context", HPyFunc_NOARGS)
static HPy cache_context_impl(HPyContext *ctx, HPy self) {
  static HPyContext *first;
  if (first == NULL) first = ctx;  // want context-escapes "'first'"
  return HPy_Dup(ctx, ctx->h_None);
}

void context_in_the_struct_of_an_object(HPyContext *ctx, HPy self) {
  Timer *timer = Timer_AsStruct(ctx, self);
  timer->context = ctx;  // want context-escapes "context"
}

typedef struct {
  HPyContext *ctx;
  HPy callable;
} Call;

/* A local struct that is handed down ends with the function. */
static HPy run(Call *call) {
  return HPy_Call(call->ctx, call->callable, NULL, 0, HPy_NULL);
}

HPy context_in_a_local_struct(HPyContext *ctx, HPy callable) {
  Call call = {ctx, callable};
  return run(&call);
}

static int compare(const void *left, const void *right, void *context) {
  HPyContext *ctx = (HPyContext *)context;
  return HPy_RichCompareBool(ctx, *(const HPy *)left, *(const HPy *)right, HPy_LT);
}

/* As an argument of a callback it does not outlive the call. */
int context_for_a_callback(HPyContext *ctx, HPy a, HPy b) {
  int (*order)(const void *, const void *, void *) = compare;
  return order(&a, &b, ctx);
}

typedef struct Task {
  HPyContext *ctx;
  struct Task *next;
} Task;
static Task *tasks;

int context_on_the_heap_that_outlives(HPyContext *ctx) {
  Task *task = malloc(sizeof(Task));
  if (task == NULL) return -1;
  task->ctx = ctx;  // want context-escapes "ctx"
  task->next = tasks;
  tasks = task;
  return 0;
}

int context_on_the_heap_for_a_while(HPyContext *ctx, HPy obj) {
  Task *task = malloc(sizeof(Task));
  if (task == NULL) return -1;
  task->ctx = ctx;
  task->next = NULL;
  int truth = HPy_IsTrue(task->ctx, obj);
  free(task);
  return truth;
}

static void keep_context(HPyContext *ctx) {
  saved = ctx;  // want context-escapes "'saved'"
}

void context_kept_by_a_helper(HPyContext *ctx) {
  keep_context(ctx);
}

/* Cleared before the end: nobody can take it for a good one. */
int context_saved_and_cleared(HPyContext *ctx, HPy obj) {
  saved = ctx;
  int truth = HPy_IsTrue(ctx, obj);
  saved = NULL;
  return truth;
}

int context_copied_to_a_local(HPyContext *ctx, HPy obj) {
  HPyContext *same = ctx;
  return HPy_IsTrue(same, obj);
}
