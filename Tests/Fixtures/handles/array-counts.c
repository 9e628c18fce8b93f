/* How many elements of an array a call gets is said by its count. */
#include "hpy.h"

HPy closed_behind_the_count_is_fine(HPyContext *ctx, HPy callable, HPy o) {
  HPy args[2] = {o, HPy_Str(ctx, o)};
  HPy_Close(ctx, args[1]);
  return HPy_Call(ctx, callable, args, 1, HPy_NULL);
}

HPy closed_before_the_count(HPyContext *ctx, HPy callable, HPy o) {
  HPy args[3] = {o, HPy_Dup(ctx, o), ctx->h_None};
  HPy_Close(ctx, args[1]);
  return HPy_Call(ctx, callable, args, 2, HPy_NULL);  // want handle-use-after-close "'args[1]'"
}

HPy unchecked_behind_the_count_is_fine(HPyContext *ctx, HPy o) {
  HPy items[2] = {o, HPy_Str(ctx, o)};
  HPy first = HPyTuple_FromArray(ctx, items, 1);
  HPy_Close(ctx, items[1]);
  return first;
}

HPy unchecked_before_the_count(HPyContext *ctx, HPy o) {
  HPy items[2] = {o, HPy_Str(ctx, o)};
  HPy both = HPyTuple_FromArray(ctx, items, 2);  // want handle-unchecked "'items[1]'"
  HPy_Close(ctx, items[1]);
  return both;
}

/* The count may be a variable, of which a branch tells something. */
HPy count_in_a_variable_is_fine(HPyContext *ctx, HPy callable, HPy o, HPy_ssize_t nargs) {
  HPy args[3] = {o, ctx->h_None, HPy_Dup(ctx, o)};
  HPy_Close(ctx, args[2]);
  if (nargs > 2) return HPyErr_SetString(ctx, ctx->h_TypeError, "at most two arguments");
  return HPy_Call(ctx, callable, args, (size_t)nargs, HPy_NULL);
}

/* The array may begin in the middle. */
HPy closed_before_the_array_is_fine(HPyContext *ctx, HPy callable, HPy o) {
  HPy args[3] = {HPy_Dup(ctx, o), o, ctx->h_None};
  HPy_Close(ctx, args[0]);
  return HPy_Call(ctx, callable, args + 1, 2, HPy_NULL);
}

HPy closed_in_the_rest(HPyContext *ctx, HPy callable, HPy o) {
  HPy args[3] = {o, o, HPy_Dup(ctx, o)};
  HPy_Close(ctx, args[2]);
  return HPy_Call(ctx, callable, &args[1], 2, HPy_NULL);  // want handle-use-after-close "'args[2]'"
}

/* Keywords have their values behind the counted ones. */
HPy keyword_value_is_closed(HPyContext *ctx, HPy callable, HPy o, HPy names) {
  HPy args[2] = {o, HPy_Dup(ctx, o)};
  HPy_Close(ctx, args[1]);
  return HPy_Call(ctx, callable, args, 1, names);  // want handle-use-after-close "'args[1]'"
}

HPy no_argument_is_fine(HPyContext *ctx, HPy callable, HPy o) {
  HPy text = HPy_Str(ctx, o);
  HPy result = HPy_Call(ctx, callable, &text, 0, HPy_NULL);
  HPy_Close(ctx, text);
  return result;
}
