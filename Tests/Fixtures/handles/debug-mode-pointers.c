/* What the runtime's debug mode finds in running code, found without running it: strings. */
#include "hpy.h"
#include <stdlib.h>
#include <string.h>

static const char *kept_text;

/* The argument is closed when the function returns. */
HPyDef_METH(debug_keep_text, "debug_keep_text", HPyFunc_O)
static HPy debug_keep_text_impl(HPyContext *ctx, HPy self, HPy arg) {
  kept_text = HPyUnicode_AsUTF8AndSize(ctx, arg, NULL);  // want pointer-escapes "'kept_text'"
  return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(debug_keep_bytes, "debug_keep_bytes", HPyFunc_O)
static HPy debug_keep_bytes_impl(HPyContext *ctx, HPy self, HPy arg) {
  kept_text = HPyBytes_AsString(ctx, arg);  // want pointer-escapes "'kept_text'"
  return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(debug_keep_raw_bytes, "debug_keep_raw_bytes", HPyFunc_O)
static HPy debug_keep_raw_bytes_impl(HPyContext *ctx, HPy self, HPy arg) {
  kept_text = HPyBytes_AS_STRING(ctx, arg);  // want pointer-escapes "'kept_text'"
  return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(debug_text_after_close, "debug_text_after_close", HPyFunc_O)
static HPy debug_text_after_close_impl(HPyContext *ctx, HPy self, HPy arg) {
  HPy twin = HPy_Dup(ctx, arg);
  const char *text = HPyUnicode_AsUTF8AndSize(ctx, twin, NULL);
  HPy_Close(ctx, twin);
  return HPyUnicode_FromString(ctx, text);  // want pointer-outlives-handle "'text'"
}

HPyDef_METH(debug_bytes_after_close, "debug_bytes_after_close", HPyFunc_O)
static HPy debug_bytes_after_close_impl(HPyContext *ctx, HPy self, HPy arg) {
  HPy twin = HPy_Dup(ctx, arg);
  const char *text = HPyBytes_AsString(ctx, twin);
  HPy_Close(ctx, twin);
  return HPyUnicode_FromString(ctx, text);  // want pointer-outlives-handle "'text'"
}

HPyDef_METH(debug_raw_bytes_after_close, "debug_raw_bytes_after_close", HPyFunc_O)
static HPy debug_raw_bytes_after_close_impl(HPyContext *ctx, HPy self, HPy arg) {
  HPy twin = HPy_Dup(ctx, arg);
  const char *text = HPyBytes_AS_STRING(ctx, twin);
  HPy_Close(ctx, twin);
  return HPyUnicode_FromString(ctx, text);  // want pointer-outlives-handle "'text'"
}

HPyDef_METH(debug_type_name_after_close, "debug_type_name_after_close", HPyFunc_O)
static HPy debug_type_name_after_close_impl(HPyContext *ctx, HPy self, HPy arg) {
  HPy twin = HPy_Dup(ctx, arg);
  const char *name = HPyType_GetName(ctx, twin);
  HPy_Close(ctx, twin);
  return HPyUnicode_FromString(ctx, name);  // want pointer-outlives-handle "'name'"
}

/* A copy is the extension's own. */
HPyDef_METH(debug_text_copied, "debug_text_copied", HPyFunc_O)
static HPy debug_text_copied_impl(HPyContext *ctx, HPy self, HPy arg) {
  HPy_ssize_t size;
  HPy twin = HPy_Dup(ctx, arg);
  const char *text = HPyUnicode_AsUTF8AndSize(ctx, twin, &size);
  char *copy = text == NULL ? NULL : malloc((size_t)size + 1);
  if (copy == NULL) {
    HPy_Close(ctx, twin);
    return HPyErr_NoMemory(ctx);
  }
  memcpy(copy, text, (size_t)size + 1);
  HPy_Close(ctx, twin);
  HPy result = HPyUnicode_FromString(ctx, copy);
  free(copy);
  return result;
}

/* Writing to read-only memory has no rule: `-Wcast-qual` sees the cast. */
HPyDef_METH(FN_debug_text_written, "debug_text_written", HPyFunc_O)
static HPy FN_debug_text_written_impl(HPyContext *ctx, HPy self, HPy arg) {
  char *text = (char *)HPyUnicode_AsUTF8AndSize(ctx, arg, NULL);
  if (text == NULL) return HPy_NULL;
  text[0] = 'a';
  return HPy_Dup(ctx, ctx->h_None);
}
