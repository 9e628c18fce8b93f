/* Where a pointer is kept, and is null because the call that should give it failed. */
#include <hpy.h>
#include <stdlib.h>

struct view {
  const char *text;
  HPy owner;
};

int null_in_the_callers_struct_is_fine(HPyContext *ctx, HPy obj, struct view *view) {
  view->owner = HPy_Str(ctx, obj);
  if (HPy_IsNull(view->owner)) return -1;
  view->text = HPyUnicode_AsUTF8AndSize(ctx, view->owner, NULL);
  if (view->text == NULL) {
    HPy_Close(ctx, view->owner);
    view->owner = HPy_NULL;
    return -1;
  }
  return 0;
}

int dead_in_the_callers_struct(HPyContext *ctx, HPy obj, struct view *view) {
  view->owner = HPy_Str(ctx, obj);
  if (HPy_IsNull(view->owner)) return -1;
  view->text = HPyUnicode_AsUTF8AndSize(ctx, view->owner, NULL);  // want pointer-escapes
  HPy_Close(ctx, view->owner);
  view->owner = HPy_NULL;
  return view->text == NULL ? -1 : 0;
}

static const char *current;

long null_in_a_global_is_fine(HPyContext *ctx, HPy obj) {
  current = HPyUnicode_AsUTF8AndSize(ctx, obj, NULL);
  if (current == NULL) return -1;
  long first = current[0];
  current = NULL;
  return first;
}

long not_null_in_a_global(HPyContext *ctx, HPy obj) {
  current = HPyUnicode_AsUTF8AndSize(ctx, obj, NULL);  // want pointer-escapes "'current'"
  if (current != NULL) return -1;
  return 0;
}
