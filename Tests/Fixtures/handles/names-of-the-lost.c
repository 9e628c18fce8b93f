/* What a lost handle is called that is in several places. */
#include <hpy.h>

HPy in_an_array_of_arguments(HPyContext *ctx, HPy function, HPy obj) {
  HPy text = HPy_Str(ctx, obj);
  if (HPy_IsNull(text)) return HPy_NULL;
  HPy arguments[] = {text, obj};
  HPy result = HPy_Call(ctx, function, arguments, 2, HPy_NULL);
  if (HPy_IsNull(result)) return HPy_NULL;  // want handle-leak "'text'"
  HPy_Close(ctx, text);
  return result;
}

HPy in_an_array_of_arguments_is_fine(HPyContext *ctx, HPy function, HPy obj) {
  HPy text = HPy_Str(ctx, obj);
  if (HPy_IsNull(text)) return HPy_NULL;
  HPy arguments[] = {text, obj};
  HPy result = HPy_Call(ctx, function, arguments, 2, HPy_NULL);
  HPy_Close(ctx, text);
  return result;
}

HPy only_in_the_array(HPyContext *ctx, HPy function, HPy obj) {
  HPy arguments[2], text = HPy_Str(ctx, obj);
  if (HPy_IsNull(text)) return HPy_NULL;
  arguments[0] = text;
  text = HPy_Repr(ctx, obj);
  if (HPy_IsNull(text)) return HPy_NULL;  // want handle-leak "'arguments[0]'"
  arguments[1] = text;
  HPy result = HPy_Call(ctx, function, arguments, 2, HPy_NULL);
  HPy_Close(ctx, arguments[0]);
  HPy_Close(ctx, arguments[1]);
  return result;
}

HPy put_aside(HPyContext *ctx, HPy obj) {
  HPy text = HPy_Str(ctx, obj);
  if (HPy_IsNull(text)) return HPy_NULL;
  HPy old = text;
  text = HPy_Repr(ctx, obj);
  if (HPy_IsNull(text)) return HPy_NULL;  // want handle-leak "'old'"
  HPy_Close(ctx, old);
  return text;
}
