/* What integers a call can give: a status is -1 or 0, a test 0 or 1, a test that can fail -1 too. */
#include "hpy.h"

int every_status_is_fine(HPyContext *ctx, HPy list, HPy item) {
  HPy copy = HPy_Dup(ctx, item);
  int status = HPyList_Append(ctx, list, copy);
  if (status < 0) HPy_Close(ctx, copy);
  if (status == 0) HPy_Close(ctx, copy);
  return status;
}

int every_answer_is_fine(HPyContext *ctx, HPy list, HPy item) {
  HPy copy = HPy_Dup(ctx, item);
  int answer = HPy_Contains(ctx, list, copy);
  if (answer == 1)
    HPy_Close(ctx, copy);
  else if (answer == 0)
    HPy_Close(ctx, copy);
  else if (answer == -1)
    HPy_Close(ctx, copy);
  return answer;
}

int one_answer_is_left_out(HPyContext *ctx, HPy list, HPy item) {
  HPy copy = HPy_Dup(ctx, item);
  int answer = HPy_Contains(ctx, list, copy);
  if (answer == 1)
    HPy_Close(ctx, copy);
  else if (answer == -1)
    HPy_Close(ctx, copy);
  return answer;  // want handle-leak "'copy'"
}

static int append_or_close(HPyContext *ctx, HPy list, HPy item) {
  int status = HPyList_Append(ctx, list, item);
  if (status != 0) HPy_Close(ctx, item);
  return status;
}

HPy two_conventions_is_fine(HPyContext *ctx, HPy list) {
  HPy item = HPy_Dup(ctx, list);
  if (append_or_close(ctx, list, item) == -1) return HPy_NULL;
  HPy text = HPy_Str(ctx, item);
  HPy_Close(ctx, item);
  return text;
}

HPy two_conventions_inverted(HPyContext *ctx, HPy list) {
  HPy item = HPy_Dup(ctx, list);
  if (append_or_close(ctx, list, item) == 0) return HPy_NULL;  // want handle-leak "'item'"
  return HPy_Str(ctx, item);  // want handle-use-after-close "'item'"
}

/* Of a variable's value only that -1 tells failure, and that 0 tells success. */
HPy variable_set_is_fine(HPyContext *ctx, HPy variable) {
  HPy value = HPy_NULL;
  int status = HPyContextVar_Get(ctx, variable, HPy_NULL, &value);
  if (status == 0 && !HPy_IsNull(value)) {
    HPy text = HPy_Str(ctx, value);
    HPy_Close(ctx, value);
    return text;
  }
  return HPy_NULL;
}

/* The tuple is null if there are no arguments. */
HPy some_arguments_are_fine(HPyContext *ctx, HPy f, const HPy *args, size_t nargs, HPy kwnames) {
  HPy positional, keywords;
  if (nargs == 0) return HPyErr_SetString(ctx, ctx->h_TypeError, "no arguments");
  if (!HPyHelpers_PackArgsAndKeywords(ctx, args, nargs, kwnames, &positional, &keywords))
    return HPy_NULL;
  HPy result = HPy_CallTupleDict(ctx, f, positional, keywords);
  HPy_Close(ctx, positional);
  HPy_Close(ctx, keywords);
  return result;
}

HPy perhaps_no_arguments(HPyContext *ctx, HPy f, const HPy *args, size_t nargs, HPy kwnames) {
  HPy positional, keywords;
  if (!HPyHelpers_PackArgsAndKeywords(ctx, args, nargs, kwnames, &positional, &keywords))
    return HPy_NULL;
  HPy result = HPy_CallTupleDict(ctx, f, positional, keywords);  // want handle-unchecked
  HPy_Close(ctx, positional);
  HPy_Close(ctx, keywords);
  return result;
}

/* What came out is still known behind a loop that has nothing to do with it. */
HPy loop_between_is_fine(HPyContext *ctx, HPy self, const HPy *args, size_t nargs, HPy kwnames) {
  static const char *names[] = {"a", NULL};
  HPyTracker tracker;
  HPy a, copies[8];
  for (int i = 0; i < 8; i++) copies[i] = HPy_Dup(ctx, self);
  int status = HPyArg_ParseKeywords(ctx, &tracker, args, nargs, kwnames, "O", names, &a);
  for (int i = 0; i < 8; i++) HPy_Close(ctx, copies[i]);
  if (!status) return HPy_NULL;
  HPy text = HPy_Str(ctx, a);
  HPyTracker_Close(ctx, tracker);
  return text;
}

HPy loop_between(HPyContext *ctx, HPy self, const HPy *args, size_t nargs, HPy kwnames) {
  static const char *names[] = {"a", NULL};
  HPyTracker tracker;
  HPy a, copies[8];
  for (int i = 0; i < 8; i++) copies[i] = HPy_Dup(ctx, self);
  int status = HPyArg_ParseKeywords(ctx, &tracker, args, nargs, kwnames, "O", names, &a);
  for (int i = 0; i < 8; i++) HPy_Close(ctx, copies[i]);
  if (status) {
    HPyTracker_Close(ctx, tracker);
    return HPy_Str(ctx, a);  // want handle-use-after-close "'a'"
  }
  return HPy_NULL;
}
