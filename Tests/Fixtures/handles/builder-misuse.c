/* A builder ends with exactly one Build or Cancel, and takes nothing over. */
#include "hpy.h"

HPy built(HPyContext *ctx, const HPy *args, size_t nargs) {
  HPyListBuilder builder = HPyListBuilder_New(ctx, (HPy_ssize_t)nargs);
  for (size_t i = 0; i < nargs; i++) HPyListBuilder_Set(ctx, builder, (HPy_ssize_t)i, args[i]);
  return HPyListBuilder_Build(ctx, builder);
}

HPy set_after_build(HPyContext *ctx, HPy obj) {
  HPyListBuilder builder = HPyListBuilder_New(ctx, 1);
  HPy list = HPyListBuilder_Build(ctx, builder);
  HPyListBuilder_Set(ctx, builder, 0, obj);  // want builder-misuse "'builder' is used after it was consumed"
  return list;
}

HPy built_twice(HPyContext *ctx, HPy obj) {
  HPyTupleBuilder builder = HPyTupleBuilder_New(ctx, 1);
  HPyTupleBuilder_Set(ctx, builder, 0, obj);
  HPy first = HPyTupleBuilder_Build(ctx, builder);
  HPy_Close(ctx, first);
  return HPyTupleBuilder_Build(ctx, builder);  // want builder-misuse "'builder'"
}

HPy built_after_cancel(HPyContext *ctx, HPy obj) {
  HPyTupleBuilder builder = HPyTupleBuilder_New(ctx, 1);
  HPyTupleBuilder_Set(ctx, builder, 0, obj);
  HPyTupleBuilder_Cancel(ctx, builder);
  return HPyTupleBuilder_Build(ctx, builder);  // want builder-misuse "'builder'"
}

void cancelled_after_build(HPyContext *ctx, HPy obj) {
  HPyListBuilder builder = HPyListBuilder_New(ctx, 1);
  HPyListBuilder_Set(ctx, builder, 0, obj);
  HPy list = HPyListBuilder_Build(ctx, builder);
  HPyListBuilder_Cancel(ctx, builder);  // want builder-misuse "'builder'"
  HPy_Close(ctx, list);
}

HPy lost_on_an_error(HPyContext *ctx, HPy list, HPy_ssize_t n) {
  HPyTupleBuilder builder = HPyTupleBuilder_New(ctx, n);
  for (HPy_ssize_t i = 0; i < n; i++) {
    HPy item = HPy_GetItem_i(ctx, list, i);
    if (HPy_IsNull(item)) return HPy_NULL;  // want builder-misuse "'builder' is never built or cancelled"
    HPyTupleBuilder_Set(ctx, builder, i, item);
    HPy_Close(ctx, item);
  }
  return HPyTupleBuilder_Build(ctx, builder);
}

HPy cancelled_on_an_error(HPyContext *ctx, HPy list, HPy_ssize_t n) {
  HPyTupleBuilder builder = HPyTupleBuilder_New(ctx, n);
  for (HPy_ssize_t i = 0; i < n; i++) {
    HPy item = HPy_GetItem_i(ctx, list, i);
    if (HPy_IsNull(item)) {
      HPyTupleBuilder_Cancel(ctx, builder);
      return HPy_NULL;
    }
    HPyTupleBuilder_Set(ctx, builder, i, item);
    HPy_Close(ctx, item);
  }
  return HPyTupleBuilder_Build(ctx, builder);
}

HPy cancelled_at_a_label(HPyContext *ctx, HPy obj) {
  HPyListBuilder builder = HPyListBuilder_New(ctx, 2);
  HPy name = HPy_NULL;
  name = HPy_GetAttr_s(ctx, obj, "name");
  if (HPy_IsNull(name)) goto error;
  HPyListBuilder_Set(ctx, builder, 0, name);
  HPyListBuilder_Set(ctx, builder, 1, obj);
  HPy_Close(ctx, name);
  return HPyListBuilder_Build(ctx, builder);
error:
  HPyListBuilder_Cancel(ctx, builder);
  return HPy_NULL;
}

/* Set keeps a reference of its own; the temporary stays open. */
HPy a_temporary_item(HPyContext *ctx, long n) {
  HPyListBuilder builder = HPyListBuilder_New(ctx, 1);
  HPyListBuilder_Set(ctx, builder, 0, HPyLong_FromLong(ctx, n));  // want handle-leak "HPyLong_FromLong"
  return HPyListBuilder_Build(ctx, builder);
}

HPy an_item_that_is_closed(HPyContext *ctx, long n) {
  HPyListBuilder builder = HPyListBuilder_New(ctx, 1);
  HPy item = HPyLong_FromLong(ctx, n);
  if (HPy_IsNull(item)) {
    HPyListBuilder_Cancel(ctx, builder);
    return HPy_NULL;
  }
  HPyListBuilder_Set(ctx, builder, 0, item);
  HPy_Close(ctx, item);
  return HPyListBuilder_Build(ctx, builder);
}

/* Build consumes the builder even when it fails. */
HPy nothing_to_cancel_after_a_failed_build(HPyContext *ctx, HPy obj) {
  HPyListBuilder builder = HPyListBuilder_New(ctx, 1);
  HPyListBuilder_Set(ctx, builder, 0, obj);
  HPy list = HPyListBuilder_Build(ctx, builder);
  if (HPy_IsNull(list)) {
    HPyListBuilder_Cancel(ctx, builder);  // want builder-misuse "'builder'"
    return HPy_NULL;
  }
  return list;
}

static void set_both(HPyContext *ctx, HPyTupleBuilder builder, HPy a, HPy b) {
  HPyTupleBuilder_Set(ctx, builder, 0, a);
  HPyTupleBuilder_Set(ctx, builder, 1, b);
}

HPy filled_by_a_helper(HPyContext *ctx, HPy a, HPy b) {
  HPyTupleBuilder builder = HPyTupleBuilder_New(ctx, 2);
  set_both(ctx, builder, a, b);
  return HPyTupleBuilder_Build(ctx, builder);
}

static HPy build_it(HPyContext *ctx, HPyTupleBuilder builder) {
  return HPyTupleBuilder_Build(ctx, builder);
}

HPy built_by_a_helper(HPyContext *ctx, HPy a, HPy b) {
  HPyTupleBuilder builder = HPyTupleBuilder_New(ctx, 2);
  set_both(ctx, builder, a, b);
  return build_it(ctx, builder);
}

HPy built_by_a_helper_and_again(HPyContext *ctx, HPy a, HPy b) {
  HPyTupleBuilder builder = HPyTupleBuilder_New(ctx, 2);
  set_both(ctx, builder, a, b);
  HPy first = build_it(ctx, builder);
  HPy_Close(ctx, first);
  return HPyTupleBuilder_Build(ctx, builder);  // want builder-misuse "'builder'"
}

HPy built_list_is_lost(HPyContext *ctx, HPy obj) {
  HPyListBuilder builder = HPyListBuilder_New(ctx, 1);
  HPyListBuilder_Set(ctx, builder, 0, obj);
  HPy list = HPyListBuilder_Build(ctx, builder);
  if (HPy_IsNull(list)) return HPy_NULL;
  return HPyLong_FromSsize_t(ctx, HPy_Length(ctx, list));  // want handle-leak "'list'"
}

HPy neither_built_nor_cancelled(HPyContext *ctx, HPy obj) {
  HPyListBuilder builder = HPyListBuilder_New(ctx, 1);
  HPyListBuilder_Set(ctx, builder, 0, obj);
  return HPy_Dup(ctx, obj);  // want builder-misuse "'builder' is never built or cancelled"
}

HPy built_or_cancelled_by_a_flag(HPyContext *ctx, HPy obj, int keep) {
  HPyListBuilder builder = HPyListBuilder_New(ctx, 1);
  HPyListBuilder_Set(ctx, builder, 0, obj);
  if (keep) return HPyListBuilder_Build(ctx, builder);
  HPyListBuilder_Cancel(ctx, builder);
  return HPy_Dup(ctx, ctx->h_None);
}

/* A second use is told as one, not as a second loss. */
HPy used_twice_after_its_end(HPyContext *ctx, HPy obj) {
  HPyListBuilder builder = HPyListBuilder_New(ctx, 2);  // note builder-misuse 1 "'builder' is created here"
  HPyListBuilder_Cancel(ctx, builder);                  // note builder-misuse 2 "'builder' is closed here"
  HPyListBuilder_Set(ctx, builder, 0, obj);             // want builder-misuse "'builder' is used after it was consumed"
  HPyListBuilder_Set(ctx, builder, 1, obj);             // note builder-misuse 3 "used again here"
  return HPy_Dup(ctx, obj);
}
