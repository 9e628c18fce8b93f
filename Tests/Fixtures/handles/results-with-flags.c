/* A struct that is returned says in one member what is in another. */
#include "hpy.h"
#include <stdbool.h>

struct text {
  HPy handle;
  bool is_there;
};

static struct text text_of(HPyContext *ctx, HPy obj) {
  struct text text;
  text.handle = HPy_Str(ctx, obj);
  text.is_there = !HPy_IsNull(text.handle);
  return text;
}

HPy returned_if_there(HPyContext *ctx, HPy obj) {
  struct text text = text_of(ctx, obj);
  if (!text.is_there) return HPy_NULL;
  return text.handle;
}

HPy used_if_there(HPyContext *ctx, HPy obj) {
  struct text text = text_of(ctx, obj);
  if (!text.is_there) return HPy_NULL;
  HPy repr = HPy_Repr(ctx, text.handle);
  HPy_Close(ctx, text.handle);
  return repr;
}

HPy lost_if_there(HPyContext *ctx, HPy obj) {
  struct text text = text_of(ctx, obj);
  if (text.is_there) return HPy_Repr(ctx, text.handle);  // want handle-leak
  return HPy_NULL;
}
