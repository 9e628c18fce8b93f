/* Methods, getters, setters and call functions: how the runtime's calls are recognised. */
#include "hpy.h"

HPyDef_METH(noargs, "noargs", HPyFunc_NOARGS)
static HPy noargs_impl(HPyContext *ctx, HPy self) {
  return self;  // want handle-return-borrowed "'self'"
}

HPyDef_METH(o, "o", HPyFunc_O)
static HPy o_impl(HPyContext *ctx, HPy self, HPy arg) {
  HPy_Close(ctx, arg);  // want handle-close-borrowed "'arg'"
  return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(varargs, "varargs", HPyFunc_VARARGS)
static HPy varargs_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs) {
  if (nargs > 1) return HPy_Dup(ctx, args[1]);
  return args[0];  // want handle-return-borrowed "args[0]"
}

HPyDef_METH(keywords, "keywords", HPyFunc_KEYWORDS)
static HPy keywords_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs, HPy kwnames) {
  if (HPy_IsNull(kwnames)) return HPy_Dup(ctx, ctx->h_None);
  return kwnames;  // want handle-return-borrowed "'kwnames'"
}

/* The names of the keyword arguments can be missing. */
HPyDef_METH(keywords_unchecked, "keywords_unchecked", HPyFunc_KEYWORDS)
static HPy keywords_unchecked_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs,
                                   HPy kwnames) {
  if (HPy_IsNull(kwnames)) return HPyLong_FromLong(ctx, 0);
  return HPyLong_FromSsize_t(ctx, HPy_Length(ctx, kwnames));
}

static HPy renamed(HPyContext *ctx, HPy self, HPy arg);
HPyDef_METH_IMPL(other_name, "other_name", renamed, HPyFunc_O)
static HPy renamed(HPyContext *ctx, HPy self, HPy arg) {
  return arg;  // want handle-return-borrowed "'arg'"
}

/* One function behind two methods. */
static HPy shared(HPyContext *ctx, HPy self);
HPyDef_METH_IMPL(shared_a, "shared_a", shared, HPyFunc_NOARGS)
static HPy shared(HPyContext *ctx, HPy self) {
  return HPy_Dup(ctx, self);
}

HPyDef_GET(get_owner, "owner")
static HPy get_owner_get(HPyContext *ctx, HPy self, void *closure) {
  return self;  // want handle-return-borrowed "'self'"
}

HPyDef_GET(get_name, "name")
static HPy get_name_get(HPyContext *ctx, HPy self, void *closure) {
  HPy type = HPy_Type(ctx, self);
  if (HPy_IsNull(type)) return HPy_NULL;
  HPy name = HPy_GetAttr_s(ctx, type, "__name__");
  HPy_Close(ctx, type);
  return name;
}

HPyDef_SET(set_depth, "depth")
static int set_depth_set(HPyContext *ctx, HPy self, HPy value, void *closure) {
  if (HPy_IsNull(value)) {
    HPyErr_SetString(ctx, ctx->h_TypeError, "the depth cannot be deleted");
    return -1;
  }
  HPy_Close(ctx, value);  // want handle-close-borrowed "'value'"
  return 0;
}

HPyDef_GETSET(both, "both")
static HPy both_get(HPyContext *ctx, HPy self, void *closure) {
  HPy text = HPy_Str(ctx, self);
  if (HPy_IsNull(text)) return HPy_NULL;
  return HPyLong_FromSsize_t(ctx, HPy_Length(ctx, text));  // want handle-leak "'text'"
}
static int both_set(HPyContext *ctx, HPy self, HPy value, void *closure) {
  HPy text = HPy_Str(ctx, self);
  if (HPy_IsNull(text)) return -1;
  int rc = HPy_IsNull(value) ? -1 : HPy_RichCompareBool(ctx, text, value, HPy_EQ);
  HPy_Close(ctx, text);
  return rc;
}

static HPy read_x(HPyContext *ctx, HPy self, void *closure);
HPyDef_GET_IMPL(get_x, "x", read_x)
static HPy read_x(HPyContext *ctx, HPy self, void *closure) {
  return ctx->h_None;  // want handle-return-borrowed "h_None"
}

static int write_y(HPyContext *ctx, HPy self, HPy value, void *closure);
HPyDef_SET_IMPL(set_y, "y", write_y)
static int write_y(HPyContext *ctx, HPy self, HPy value, void *closure) {
  HPy_Close(ctx, self);  // want handle-close-borrowed "'self'"
  return 0;
}

static HPy read_z(HPyContext *ctx, HPy self, void *closure);
static int write_z(HPyContext *ctx, HPy self, HPy value, void *closure);
HPyDef_GETSET_IMPL(both_z, "z", read_z, write_z)
static HPy read_z(HPyContext *ctx, HPy self, void *closure) {
  return self;  // want handle-return-borrowed "'self'"
}
static int write_z(HPyContext *ctx, HPy self, HPy value, void *closure) {
  return HPy_SetAttr_s(ctx, self, "_z", value);
}

HPyDef_CALL_FUNCTION(call)
static HPy call_impl(HPyContext *ctx, HPy callable, const HPy *args, size_t nargs, HPy kwnames) {
  return callable;  // want handle-return-borrowed "'callable'"
}

int set_call_function(HPyContext *ctx, HPy h) {
  return HPy_SetCallFunction(ctx, h, &call);
}

/* The same function without a definition is a plain helper. */
static HPy plain(HPyContext *ctx, HPy self, HPy arg) {
  return arg;
}

HPy calls_the_plain_helper(HPyContext *ctx, HPy self, HPy arg) {
  return HPy_Dup(ctx, plain(ctx, self, arg));
}
