/* A module function as they really are: many creations, many exits, one of them wrong. */
#include "hpy.h"

static int add_number(HPyContext *ctx, HPy module, const char *name, long value) {
  HPy number = HPyLong_FromLong(ctx, value);
  if (HPy_IsNull(number)) return -1;
  int rc = HPy_SetAttr_s(ctx, module, name, number);
  HPy_Close(ctx, number);
  return rc;
}

static int add_list(HPyContext *ctx, HPy module, const char *name, const char *const *texts) {
  HPy list = HPyList_New(ctx, 0);
  if (HPy_IsNull(list)) return -1;
  for (; *texts != NULL; texts++) {
    HPy text = HPyUnicode_FromString(ctx, *texts);
    if (HPy_IsNull(text)) goto error;
    if (HPyList_Append(ctx, list, text) < 0) {
      HPy_Close(ctx, text);
      goto error;
    }
    HPy_Close(ctx, text);
  }
  if (HPy_SetAttr_s(ctx, module, name, list) < 0) goto error;
  HPy_Close(ctx, list);
  return 0;
error:
  HPy_Close(ctx, list);
  return -1;
}

static const char *const colors[] = {"red", "green", "blue", NULL};

HPyDef_SLOT(paint_exec, HPy_mod_exec)
static int paint_exec_impl(HPyContext *ctx, HPy module) {
  HPy error = HPy_NULL, limits = HPy_NULL;
  if (add_number(ctx, module, "MAJOR", 1) < 0) return -1;
  if (add_number(ctx, module, "MINOR", 4) < 0) return -1;
  if (add_list(ctx, module, "colors", colors) < 0) return -1;
  error = HPyErr_NewException(ctx, "paint.Error", HPy_NULL, HPy_NULL);
  if (HPy_IsNull(error)) return -1;
  if (HPy_SetAttr_s(ctx, module, "Error", error) < 0) {
    HPy_Close(ctx, error);
    return -1;
  }
  HPy_Close(ctx, error);
  limits = HPy_BuildValue(ctx, "(ll)", 0L, 255L);
  if (HPy_IsNull(limits)) return -1;
  if (HPy_SetAttr_s(ctx, module, "limits", limits) < 0) return -1;  // want handle-leak "'limits'"
  HPy_Close(ctx, limits);
  return 0;
}

HPyDef_METH(paint_mix, "mix", HPyFunc_KEYWORDS)
static HPy paint_mix_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs, HPy kwnames) {
  static const char *names[] = {"first", "second", "weight", NULL};
  HPyTracker tracker;
  HPy first, second, result = HPy_NULL;
  double weight = 0.5;
  if (!HPyArg_ParseKeywords(ctx, &tracker, args, nargs, kwnames, "OO|d", names, &first, &second,
                            &weight))
    return HPy_NULL;
  if (weight < 0 || weight > 1) {
    HPyErr_SetString(ctx, ctx->h_ValueError, "the weight is not between 0 and 1");
    goto done;
  }
  if (weight == 0) {
    result = HPy_Dup(ctx, first);
    goto done;
  }
  HPy scale = HPyFloat_FromDouble(ctx, weight);
  if (HPy_IsNull(scale)) goto done;
  HPy scaled = HPy_Multiply(ctx, second, scale);
  HPy_Close(ctx, scale);
  if (HPy_IsNull(scaled)) goto done;
  result = HPy_Add(ctx, first, scaled);
  HPy_Close(ctx, scaled);
done:
  HPyTracker_Close(ctx, tracker);
  return result;
}

HPyDef_METH(paint_shades, "shades", HPyFunc_VARARGS)
static HPy paint_shades_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs) {
  HPy color;
  long n;
  if (!HPyArg_Parse(ctx, NULL, args, nargs, "Ol", &color, &n)) return HPy_NULL;
  if (n < 0) return HPyErr_SetString(ctx, ctx->h_ValueError, "n is negative");
  HPyListBuilder builder = HPyListBuilder_New(ctx, n);
  for (long i = 0; i < n; i++) {
    HPy factor = HPyFloat_FromDouble(ctx, (double)i / (double)n);
    if (HPy_IsNull(factor)) {
      HPyListBuilder_Cancel(ctx, builder);
      return HPy_NULL;
    }
    HPy shade = HPy_Multiply(ctx, color, factor);
    HPy_Close(ctx, factor);
    if (HPy_IsNull(shade)) {
      HPyListBuilder_Cancel(ctx, builder);
      return HPy_NULL;
    }
    HPyListBuilder_Set(ctx, builder, i, shade);
    HPy_Close(ctx, shade);
  }
  return HPyListBuilder_Build(ctx, builder);
}

HPyDef_METH(paint_names, "names", HPyFunc_O)
static HPy paint_names_impl(HPyContext *ctx, HPy self, HPy palette) {
  HPy result = HPy_NULL, keys = HPy_NULL, key = HPy_NULL;
  keys = HPyDict_Keys(ctx, palette);
  if (HPy_IsNull(keys)) goto error;
  HPy_ssize_t n = HPy_Length(ctx, keys);
  if (n < 0) goto error;
  result = HPyList_New(ctx, 0);
  if (HPy_IsNull(result)) goto error;
  for (HPy_ssize_t i = 0; i < n; i++) {
    key = HPy_GetItem_i(ctx, keys, i);
    if (HPy_IsNull(key)) goto error;
    if (HPyUnicode_Check(ctx, key) && HPyList_Append(ctx, result, key) < 0) goto error;
    HPy_Close(ctx, key);
    key = HPy_NULL;
  }
  HPy_Close(ctx, keys);
  return result;
error:
  HPy_Close(ctx, key);
  HPy_Close(ctx, keys);
  HPy_Close(ctx, result);
  return HPy_NULL;
}
