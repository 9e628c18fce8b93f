/* Format strings that stand in a variable. */
#include "hpy.h"

static const char two_objects[] = "OO:pair";
static const char *const one_object = "O";
static const struct {
  const char *name;
  const char *format;
} described = {"described", "lO"};

HPyDef_METH(from_array, "from_array", HPyFunc_VARARGS)
static HPy from_array_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs) {
  HPy first, second;
  if (!HPyArg_Parse(ctx, NULL, args, nargs, two_objects, &first, &second)) return HPy_NULL;
  HPy_Close(ctx, second);  // want handle-close-borrowed
  return HPy_Dup(ctx, first);
}

HPyDef_METH(from_pointer, "from_pointer", HPyFunc_VARARGS)
static HPy from_pointer_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs) {
  HPy item;
  if (!HPyArg_Parse(ctx, NULL, args, nargs, one_object, &item)) return HPy_NULL;
  return item;  // want handle-return-borrowed
}

HPyDef_METH(from_member, "from_member", HPyFunc_VARARGS)
static HPy from_member_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs) {
  HPy item;
  long number;
  if (!HPyArg_Parse(ctx, NULL, args, nargs, described.format, &number, &item)) return HPy_NULL;
  return number ? HPy_Dup(ctx, item) : item;  // want handle-return-borrowed
}

HPyDef_METH(from_choice, "from_choice", HPyFunc_VARARGS)
static HPy from_choice_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs) {
  HPy item;
  long number = 0;
  const char *format = "O:short";
  if (nargs > 1) format = "Ol:long";
  if (!HPyArg_Parse(ctx, NULL, args, nargs, format, &item, &number)) return HPy_NULL;
  HPy_Close(ctx, item);  // want handle-close-borrowed
  return HPyLong_FromLong(ctx, number);
}

/* What is an object in one of the formats is a number in the other. */
HPyDef_METH(from_two_kinds, "from_two_kinds", HPyFunc_VARARGS)
static HPy from_two_kinds_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs) {
  union {
    HPy item;
    long number;
  } target;
  if (!HPyArg_Parse(ctx, NULL, args, nargs, nargs > 1 ? "O|l" : "l", &target)) return HPy_NULL;
  if (nargs > 1) return HPy_Dup(ctx, target.item);
  return HPyLong_FromLong(ctx, target.number);
}

/* Somebody else chooses. */
HPy from_parameter(HPyContext *ctx, const HPy *args, size_t nargs, const char *format) {
  HPy item;
  if (!HPyArg_Parse(ctx, NULL, args, nargs, format, &item)) return HPy_NULL;
  return HPy_Dup(ctx, item);
}

HPyDef_METH(keywords_from_array, "keywords_from_array", HPyFunc_KEYWORDS)
static HPy keywords_from_array_impl(
    HPyContext *ctx, HPy self, const HPy *args, size_t nargs, HPy kwnames) {
  static const char format[] = "O|O:keywords";
  static const char *names[] = {"item", "other", NULL};
  HPyTracker tracker;
  HPy item, other = HPy_NULL;
  if (!HPyArg_ParseKeywords(ctx, &tracker, args, nargs, kwnames, format, names, &item, &other)) {
    return HPy_NULL;
  }
  HPyTracker_Close(ctx, tracker);
  return HPy_Dup(ctx, item);  // want handle-use-after-close
}
