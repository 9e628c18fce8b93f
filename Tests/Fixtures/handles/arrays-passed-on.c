// A function passes the array that it is given on to one of which nothing is known.

#include <hpy.h>

HPy unknown_join(HPyContext *ctx, size_t count, const HPy *items);
int unknown_fill(HPyContext *ctx, HPy *out);

static int register_all(HPyContext *ctx, HPy *items) {
  HPy joined = unknown_join(ctx, 2, items);
  if (HPy_IsNull(joined)) return -1;
  HPy_Close(ctx, joined);
  return 0;
}

int elements_closed_by_caller_are_fine(HPyContext *ctx, HPy a, HPy b) {
  HPy items[2];
  items[0] = HPy_Dup(ctx, a);
  items[1] = HPy_Dup(ctx, b);
  int result = register_all(ctx, items);
  HPy_Close(ctx, items[0]);
  HPy_Close(ctx, items[1]);
  return result;
}

static int fill(HPyContext *ctx, HPy *out) { return unknown_fill(ctx, out); }

// The variable is no longer null behind the call.
HPy handle_lost_behind_filled_variable(HPyContext *ctx, HPy arg) {
  HPy filled = HPy_NULL;
  fill(ctx, &filled);
  if (HPy_IsNull(filled)) return HPy_NULL;
  HPy text = HPy_Str(ctx, arg);
  HPy_Close(ctx, filled);
  return HPy_NULL;  // want handle-leak "'text'"
}

HPy filled_variable_is_closed_is_fine(HPyContext *ctx, HPy arg) {
  HPy filled = HPy_NULL;
  fill(ctx, &filled);
  if (HPy_IsNull(filled)) return HPy_NULL;
  HPy text = HPy_Str(ctx, arg);
  HPy_Close(ctx, filled);
  return text;
}
