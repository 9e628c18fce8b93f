/* The same test of the same value comes out the same. */
#include "hpy.h"

struct options {
  int flags;
};

HPy closed_under_the_same_flag(HPyContext *ctx, HPy obj, struct options *options) {
  HPy text = HPy_NULL;
  if (options->flags & 4) {
    text = HPy_Str(ctx, obj);
    if (HPy_IsNull(text)) return HPy_NULL;
  }
  HPy result = HPy_Repr(ctx, obj);
  if (options->flags & 4) HPy_Close(ctx, text);
  return result;
}

HPy closed_under_another_flag(HPyContext *ctx, HPy obj, struct options *options) {
  HPy text = HPy_NULL;
  if (options->flags & 4) {
    text = HPy_Str(ctx, obj);
    if (HPy_IsNull(text)) return HPy_NULL;
  }
  HPy result = HPy_Repr(ctx, obj);
  if (options->flags & 8) HPy_Close(ctx, text);
  return result;  // want handle-leak "'text'"
}

HPy closed_once_either_way(HPyContext *ctx, HPy obj, int n) {
  HPy text = HPy_Dup(ctx, obj);
  if (n % 2) HPy_Close(ctx, text);
  HPy result = HPy_Repr(ctx, obj);
  if (!(n % 2)) HPy_Close(ctx, text);
  return result;
}

HPy closed_twice_if_the_number_changes(HPyContext *ctx, HPy obj, int n) {
  HPy text = HPy_Dup(ctx, obj);
  if (n % 2) HPy_Close(ctx, text);
  HPy result = HPy_Repr(ctx, obj);
  n = (int)HPy_Length(ctx, obj);
  if (!(n % 2)) HPy_Close(ctx, text);  // want handle-double-close "'text'"
  return result;                        // want handle-leak "'text'"
}
