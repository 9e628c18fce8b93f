/* Definitions as they were written for HPy 0.0.x: the functions are named. */
#include "hpy.h"

typedef struct {
  HPyObject_HEAD
  long n;
} Counter;

HPyDef_GET(Counter_n, "n", get_n)
static HPy get_n(HPyContext *ctx, HPy self, void *closure) {
  Counter *counter = HPy_CAST(ctx, Counter, self);
  return HPyLong_FromLong(ctx, counter->n);
}

HPyDef_GET(Counter_itself, "itself", get_itself, .closure = (void *)3)
static HPy get_itself(HPyContext *ctx, HPy self, void *closure) {
  return self;  // want handle-return-borrowed
}

HPyDef_SET(Counter_total, "total", set_total)
static int set_total(HPyContext *ctx, HPy self, HPy value, void *closure) {
  long total = HPyLong_AsLong(ctx, value);
  HPy_Close(ctx, value);  // want handle-close-borrowed
  return total < 0 ? -1 : 0;
}

HPyDef_GETSET(Counter_step, "step", get_step, set_step, .doc = "get_itself, set_total, helper")
static HPy get_step(HPyContext *ctx, HPy self, void *closure) {
  return ctx->h_None;  // want handle-return-borrowed
}
static int set_step(HPyContext *ctx, HPy self, HPy value, void *closure) {
  HPy_Close(ctx, self);  // want handle-close-borrowed
  return 0;
}

/* The text of the documentation names it, which is nothing to go by. */
static HPy helper(HPyContext *ctx, HPy h) {
  return h;
}

HPyDef_GET(Counter_copy, "copy", .doc = "helper")
static HPy Counter_copy_get(HPyContext *ctx, HPy self, void *closure) {
  return HPy_Dup(ctx, helper(ctx, self));
}

HPyDef_SLOT(Counter_add, add_counters, HPy_nb_add, HPyFunc_BINARYFUNC)
static HPy add_counters(HPyContext *ctx, HPy left, HPy right) {
  return right;  // want handle-return-borrowed
}

HPyDef_SLOT(Counter_repr, repr_counter, HPy_tp_repr)
static HPy repr_counter(HPyContext *ctx, HPy self) {
  return HPy_Dup(ctx, self);
}

HPy_DEF_METH_O(take)
static HPy take_impl(HPyContext *ctx, HPy self, HPy arg) {
  return arg;  // want handle-return-borrowed
}

HPy_DEF_METH_VARARGS(last)
static HPy last_impl(HPyContext *ctx, HPy self, HPy *args, HPy_ssize_t nargs) {
  return HPy_Dup(ctx, args[nargs - 1]);
}

static HPyMethodDef methods[] = {
  {"take", take, HPy_METH_O},
  {"last", last, HPy_METH_VARARGS},
  {NULL, NULL, 0},
};

static HPyModuleDef counters = {
  HPyModuleDef_HEAD_INIT, .m_name = "counters", .m_size = -1, .m_methods = methods,
};

HPy_MODINIT(counters)
static HPy init_counters_impl(HPyContext *ctx) {
  return HPyModule_Create(ctx, &counters);
}
