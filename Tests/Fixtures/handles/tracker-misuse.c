/* Trackers close what is added to them, and must be closed themselves. */
#include "hpy.h"

HPy tracked(HPyContext *ctx, HPy obj) {
  HPy result = HPy_NULL;
  HPyTracker tracker = HPyTracker_New(ctx, 2);
  if (HPy_IsNull(tracker)) return HPy_NULL;
  HPy a = HPy_GetAttr_s(ctx, obj, "a");
  if (HPy_IsNull(a)) goto done;
  if (HPyTracker_Add(ctx, tracker, a) < 0) goto done;
  HPy b = HPy_GetAttr_s(ctx, obj, "b");
  if (HPy_IsNull(b)) goto done;
  if (HPyTracker_Add(ctx, tracker, b) < 0) goto done;
  result = HPy_Add(ctx, a, b);
done:
  HPyTracker_Close(ctx, tracker);
  return result;
}

HPy never_added(HPyContext *ctx, HPy obj) {
  HPy result = HPy_NULL;
  HPyTracker tracker = HPyTracker_New(ctx, 1);
  if (HPy_IsNull(tracker)) return HPy_NULL;
  HPy a = HPy_GetAttr_s(ctx, obj, "a");
  if (HPy_IsNull(a)) goto done;
  result = HPy_Str(ctx, a);
done:
  HPyTracker_Close(ctx, tracker);
  return result;  // want handle-leak "'a'"
}

/* The tracker has the handle also when adding fails. */
HPy closed_after_a_failed_add(HPyContext *ctx, HPy obj) {
  HPyTracker tracker = HPyTracker_New(ctx, 1);
  if (HPy_IsNull(tracker)) return HPy_NULL;
  HPy a = HPy_GetAttr_s(ctx, obj, "a");
  if (HPy_IsNull(a)) {
    HPyTracker_Close(ctx, tracker);
    return HPy_NULL;
  }
  if (HPyTracker_Add(ctx, tracker, a) < 0) {
    HPy_Close(ctx, a);  // want handle-close-borrowed "'a'"
    HPyTracker_Close(ctx, tracker);
    return HPy_NULL;
  }
  HPy text = HPy_Str(ctx, a);
  HPyTracker_Close(ctx, tracker);
  return text;
}

HPy tracker_lost_on_an_error(HPyContext *ctx, HPy obj) {
  HPyTracker tracker = HPyTracker_New(ctx, 1);
  if (HPy_IsNull(tracker)) return HPy_NULL;
  HPy a = HPy_GetAttr_s(ctx, obj, "a");
  if (HPy_IsNull(a)) return HPy_NULL;  // want tracker-misuse "'tracker' is not closed"
  if (HPyTracker_Add(ctx, tracker, a) < 0) {
    HPyTracker_Close(ctx, tracker);
    return HPy_NULL;
  }
  HPy text = HPy_Str(ctx, a);
  HPyTracker_Close(ctx, tracker);
  return text;
}

/* 4.5 #111: the tracker closed what it had. */
HPy used_after_the_tracker_closed_it(HPyContext *ctx, HPy obj) {
  HPyTracker tracker = HPyTracker_New(ctx, 1);
  if (HPy_IsNull(tracker)) return HPy_NULL;
  HPy a = HPy_GetAttr_s(ctx, obj, "a");
  if (HPy_IsNull(a) || HPyTracker_Add(ctx, tracker, a) < 0) {
    HPyTracker_Close(ctx, tracker);
    return HPy_NULL;
  }
  HPyTracker_Close(ctx, tracker);
  return HPy_Str(ctx, a);  // want handle-use-after-close "'a'"
}

HPy returned_while_tracked(HPyContext *ctx, HPy obj) {
  HPyTracker tracker = HPyTracker_New(ctx, 1);
  if (HPy_IsNull(tracker)) return HPy_NULL;
  HPy a = HPy_GetAttr_s(ctx, obj, "a");
  if (HPy_IsNull(a) || HPyTracker_Add(ctx, tracker, a) < 0) {
    HPyTracker_Close(ctx, tracker);
    return HPy_NULL;
  }
  HPyTracker_Close(ctx, tracker);
  return a;  // want handle-use-after-close "'a'"
}

HPy duplicated_while_tracked(HPyContext *ctx, HPy obj) {
  HPyTracker tracker = HPyTracker_New(ctx, 1);
  if (HPy_IsNull(tracker)) return HPy_NULL;
  HPy a = HPy_GetAttr_s(ctx, obj, "a");
  if (HPy_IsNull(a) || HPyTracker_Add(ctx, tracker, a) < 0) {
    HPyTracker_Close(ctx, tracker);
    return HPy_NULL;
  }
  HPy result = HPy_Dup(ctx, a);
  HPyTracker_Close(ctx, tracker);
  return result;
}

/* Success: the duties come back, and the caller gets both handles. */
int forgotten_and_given_to_the_caller(HPyContext *ctx, HPy obj, HPy *first, HPy *second) {
  HPyTracker tracker = HPyTracker_New(ctx, 2);
  if (HPy_IsNull(tracker)) return -1;
  HPy a = HPy_GetAttr_s(ctx, obj, "a");
  if (HPy_IsNull(a) || HPyTracker_Add(ctx, tracker, a) < 0) goto error;
  HPy b = HPy_GetAttr_s(ctx, obj, "b");
  if (HPy_IsNull(b) || HPyTracker_Add(ctx, tracker, b) < 0) goto error;
  HPyTracker_ForgetAll(ctx, tracker);
  HPyTracker_Close(ctx, tracker);
  *first = a;
  *second = b;
  return 0;
error:
  HPyTracker_Close(ctx, tracker);
  return -1;
}

HPy forgotten_and_lost(HPyContext *ctx, HPy obj) {
  HPyTracker tracker = HPyTracker_New(ctx, 2);
  if (HPy_IsNull(tracker)) return HPy_NULL;
  HPy a = HPy_GetAttr_s(ctx, obj, "a");
  if (HPy_IsNull(a) || HPyTracker_Add(ctx, tracker, a) < 0) {
    HPyTracker_Close(ctx, tracker);
    return HPy_NULL;
  }
  HPy text = HPy_Str(ctx, a);
  HPyTracker_ForgetAll(ctx, tracker);
  HPyTracker_Close(ctx, tracker);
  return text;  // want handle-leak "'a'"
}

void used_after_the_close(HPyContext *ctx) {
  HPyTracker tracker = HPyTracker_New(ctx, 1);
  if (HPy_IsNull(tracker)) return;
  HPyTracker_Close(ctx, tracker);
  HPyTracker_ForgetAll(ctx, tracker);  // want tracker-misuse "'tracker' is used after it was closed"
}

void tracker_closed_twice(HPyContext *ctx) {
  HPyTracker tracker = HPyTracker_New(ctx, 1);
  if (HPy_IsNull(tracker)) return;
  HPyTracker_Close(ctx, tracker);
  HPyTracker_Close(ctx, tracker);  // want tracker-misuse "'tracker'"
}

/* The tracker will close the caller's handle with its own. */
HPyDef_METH(track_argument, "track_argument", HPyFunc_O)
static HPy track_argument_impl(HPyContext *ctx, HPy self, HPy arg) {
  HPyTracker tracker = HPyTracker_New(ctx, 1);
  if (HPy_IsNull(tracker)) return HPy_NULL;
  if (HPyTracker_Add(ctx, tracker, arg) < 0) HPyErr_Clear(ctx);
  HPyTracker_Close(ctx, tracker);  // want handle-close-borrowed "'arg'"
  return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(track_duplicate, "track_duplicate", HPyFunc_O)
static HPy track_duplicate_impl(HPyContext *ctx, HPy self, HPy arg) {
  HPyTracker tracker = HPyTracker_New(ctx, 1);
  if (HPy_IsNull(tracker)) return HPy_NULL;
  if (HPyTracker_Add(ctx, tracker, HPy_Dup(ctx, arg)) < 0) HPyErr_Clear(ctx);
  HPyTracker_Close(ctx, tracker);
  return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(parse_and_forget, "parse_and_forget", HPyFunc_KEYWORDS)
static HPy parse_and_forget_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs,
                                 HPy kwnames) {
  static const char *names[] = {"obj", NULL};
  HPyTracker tracker;
  HPy obj;
  if (!HPyArg_ParseKeywords(ctx, &tracker, args, nargs, kwnames, "O", names, &obj)) return HPy_NULL;
  return HPy_Repr(ctx, obj);  // want tracker-misuse "'tracker' is not closed"
}

/* A failed parse leaves no tracker. */
HPyDef_METH(parse_and_close_always, "parse_and_close_always", HPyFunc_KEYWORDS)
static HPy parse_and_close_always_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs,
                                       HPy kwnames) {
  static const char *names[] = {"n", "obj", NULL};
  HPyTracker tracker;
  HPy obj;
  long n;
  if (!HPyArg_ParseKeywords(ctx, &tracker, args, nargs, kwnames, "lO", names, &n, &obj))
    return HPy_NULL;
  HPy text = HPy_Repr(ctx, obj);
  HPyTracker_Close(ctx, tracker);
  return text;
}

HPyDef_METH(parse_and_use_late, "parse_and_use_late", HPyFunc_KEYWORDS)
static HPy parse_and_use_late_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs,
                                   HPy kwnames) {
  static const char *names[] = {"obj", NULL};
  HPyTracker tracker;
  HPy obj;
  if (!HPyArg_ParseKeywords(ctx, &tracker, args, nargs, kwnames, "O", names, &obj)) return HPy_NULL;
  HPyTracker_Close(ctx, tracker);
  return HPy_Repr(ctx, obj);  // want handle-use-after-close "'obj'"
}

HPyDef_METH(parse_and_close_by_hand, "parse_and_close_by_hand", HPyFunc_KEYWORDS)
static HPy parse_and_close_by_hand_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs,
                                        HPy kwnames) {
  static const char *names[] = {"obj", NULL};
  HPyTracker tracker;
  HPy obj;
  if (!HPyArg_ParseKeywords(ctx, &tracker, args, nargs, kwnames, "O", names, &obj)) return HPy_NULL;
  HPy text = HPy_Repr(ctx, obj);
  HPy_Close(ctx, obj);  // want handle-close-borrowed "'obj'"
  HPyTracker_Close(ctx, tracker);
  return text;
}

/* Closing a constant is the only mistake: the constant itself stays. */
HPy constant_in_a_tracker(HPyContext *ctx, HPy obj) {
  HPyTracker tracker = HPyTracker_New(ctx, 1);
  if (HPyTracker_Add(ctx, tracker, ctx->h_None) < 0) {
    HPyTracker_Close(ctx, tracker);  // want handle-close-borrowed
    return HPy_NULL;
  }
  HPyTracker_Close(ctx, tracker);  // want handle-close-borrowed
  return HPy_Dup(ctx, ctx->h_None);
}
