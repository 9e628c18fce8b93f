/* Signatures that no slot of this version has: their parameters are borrowed as well. */
#include "hpy.h"

HPyDef_METH(sig_ssizessize, "ssizessize", HPyFunc_SSIZESSIZEARGFUNC)
static HPy sig_ssizessize_impl(HPyContext *ctx, HPy self, HPy_ssize_t low, HPy_ssize_t high) {
  if (low < high) return HPyLong_FromSsize_t(ctx, high - low);
  return self;  // want handle-return-borrowed "'self'"
}

HPyDef_METH(sig_ssizessizeobj, "ssizessizeobj", HPyFunc_SSIZESSIZEOBJARGPROC)
static int sig_ssizessizeobj_impl(HPyContext *ctx, HPy self, HPy_ssize_t low, HPy_ssize_t high,
                              HPy value) {
  HPy_Close(ctx, value);  // want handle-close-borrowed "'value'"
  return 0;
}

HPyDef_METH(sig_getattr, "getattr", HPyFunc_GETATTRFUNC)
static HPy sig_getattr_impl(HPyContext *ctx, HPy self, char *name) {
  if (name[0] == '_') return self;  // want handle-return-borrowed "'self'"
  return HPy_GetAttr_s(ctx, self, name);
}

HPyDef_METH(sig_getattro, "getattro", HPyFunc_GETATTROFUNC)
static HPy sig_getattro_impl(HPyContext *ctx, HPy self, HPy name) {
  return name;  // want handle-return-borrowed "'name'"
}

HPyDef_METH(sig_setattr, "setattr", HPyFunc_SETATTRFUNC)
static int sig_setattr_impl(HPyContext *ctx, HPy self, char *name, HPy value) {
  int rc = HPy_SetAttr_s(ctx, self, name, value);
  HPy_Close(ctx, value);  // want handle-close-borrowed "'value'"
  return rc;
}

HPyDef_METH(sig_setattro, "setattro", HPyFunc_SETATTROFUNC)
static int sig_setattro_impl(HPyContext *ctx, HPy self, HPy name, HPy value) {
  return HPy_SetAttr(ctx, self, name, value);
}

HPyDef_METH(sig_getiter, "getiter", HPyFunc_GETITERFUNC)
static HPy sig_getiter_impl(HPyContext *ctx, HPy self) {
  return self;  // want handle-return-borrowed "'self'"
}

HPyDef_METH(sig_getiter_right, "getiter_right", HPyFunc_GETITERFUNC)
static HPy sig_getiter_right_impl(HPyContext *ctx, HPy self) {
  return HPy_Dup(ctx, self);
}

/* Null without an error says that there is no more. */
HPyDef_METH(sig_iternext, "iternext", HPyFunc_ITERNEXTFUNC)
static HPy sig_iternext_impl(HPyContext *ctx, HPy self) {
  HPy_ssize_t n = HPy_Length(ctx, self);
  if (n <= 0) return HPy_NULL;
  return HPyLong_FromSsize_t(ctx, n);
}

HPyDef_METH(sig_descrget, "descrget", HPyFunc_DESCRGETFUNC)
static HPy sig_descrget_impl(HPyContext *ctx, HPy self, HPy obj, HPy type) {
  if (HPy_IsNull(obj)) return type;  // want handle-return-borrowed "'type'"
  return HPy_GetAttr_s(ctx, obj, "value");
}

HPyDef_METH(sig_descrset, "descrset", HPyFunc_DESCRSETFUNC)
static int sig_descrset_impl(HPyContext *ctx, HPy self, HPy obj, HPy value) {
  HPy_Close(ctx, obj);  // want handle-close-borrowed "'obj'"
  return 0;
}

HPyDef_METH(sig_freefunc, "freefunc", HPyFunc_FREEFUNC)
static void sig_freefunc_impl(HPyContext *ctx, void *pointer) {
  HPy text = HPyUnicode_FromString(ctx, pointer ? "freed" : "nothing");
  if (HPy_IsNull(text)) HPyErr_Clear(ctx);
}  // want handle-leak "'text'"

HPyDef_METH(sig_unaryfunc, "unaryfunc", HPyFunc_UNARYFUNC)
static HPy sig_unaryfunc_impl(HPyContext *ctx, HPy self) {
  return HPy_Repr(ctx, self);
}
