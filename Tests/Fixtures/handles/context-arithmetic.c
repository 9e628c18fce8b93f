/* Addresses beside a context: no variable held them, and nothing is known of them. */
#include "hpy.h"

static HPyContext *before(HPyContext *ctx) { return ctx - 1; }

static HPyContext *behind(HPyContext *ctx, long count) { return ctx + count; }

static HPyContext *far_behind(HPyContext *ctx) { return &ctx[1000]; }

HPy none_is_fine(HPyContext *ctx, HPy item) {
  if (before(ctx) == ctx || behind(ctx, 2) == ctx) return HPy_Dup(ctx, item);
  return far_behind(ctx) == before(ctx) ? HPy_NULL : HPy_Dup(ctx, item);
}

HPy item(HPyContext *ctx, HPy sequence) {
  HPy item = HPy_GetItem_i(ctx, sequence, 0);
  if (HPy_IsNull(item)) return HPy_NULL;
  if (before(ctx) == behind(ctx, -1)) return HPy_NULL;  // want handle-leak "'item' is not closed"
  return item;
}
