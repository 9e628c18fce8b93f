/* Results that can be null and are used without a test. */
#include "hpy.h"

typedef struct {
  long n;
} Box;
HPyType_HELPERS(Box)

HPy used_without_a_test(HPyContext *ctx, HPy obj) {
  HPy name = HPy_GetAttr_s(ctx, obj, "name");
  HPy text = HPy_Str(ctx, name);  // want handle-unchecked "'name' can be null"
  HPy_Close(ctx, name);
  return text;
}

HPy used_after_a_test(HPyContext *ctx, HPy obj) {
  HPy name = HPy_GetAttr_s(ctx, obj, "name");
  if (HPy_IsNull(name)) return HPy_NULL;
  HPy text = HPy_Str(ctx, name);
  HPy_Close(ctx, name);
  return text;
}

HPy tested_the_other_way_round(HPyContext *ctx, HPy obj) {
  HPy text = HPy_NULL;
  HPy name = HPy_GetAttr_s(ctx, obj, "name");
  if (!HPy_IsNull(name)) {
    text = HPy_Str(ctx, name);
    HPy_Close(ctx, name);
  }
  return text;
}

HPy one_of_two_tested(HPyContext *ctx, HPy obj) {
  HPy a = HPy_GetAttr_s(ctx, obj, "a");
  if (HPy_IsNull(a)) return HPy_NULL;
  HPy b = HPy_GetAttr_s(ctx, obj, "b");
  HPy sum = HPy_Add(ctx, a, b);  // want handle-unchecked "'b' can be null"
  HPy_Close(ctx, a);
  HPy_Close(ctx, b);
  return sum;
}

/* The first use without a test is enough to say. */
int used_twice_without_a_test(HPyContext *ctx, HPy obj) {
  HPy list = HPyList_New(ctx, 0);
  int rc = HPyList_Append(ctx, list, obj);  // want handle-unchecked "'list'"
  if (rc == 0) rc = HPyList_Append(ctx, list, obj);
  HPy_Close(ctx, list);
  return rc;
}

HPy returning_null_is_fine(HPyContext *ctx, HPy obj) {
  HPy name = HPy_GetAttr_s(ctx, obj, "name");
  return name;
}

HPy closing_and_duplicating_null_is_fine(HPyContext *ctx, HPy obj) {
  HPy name = HPy_GetAttr_s(ctx, obj, "name");
  HPy again = HPy_Dup(ctx, name);
  HPy_Close(ctx, name);
  return again;
}

/* Null values delete an attribute. */
int null_is_allowed_as_a_value(HPyContext *ctx, HPy obj) {
  HPy value = HPyLong_FromLong(ctx, 3);
  int rc = HPy_SetAttr_s(ctx, obj, "depth", value);
  HPy_Close(ctx, value);
  return rc;
}

HPy null_is_allowed_as_keywords(HPyContext *ctx, HPy callable, HPy args) {
  HPy keywords = HPyDict_New(ctx);
  HPy result = HPy_CallTupleDict(ctx, callable, args, keywords);
  HPy_Close(ctx, keywords);
  return result;
}

HPy the_struct_of_null(HPyContext *ctx, HPy type) {
  Box *box;
  HPy h = HPy_New(ctx, type, &box);
  if (HPy_IsNull(h)) return HPy_NULL;
  HPy twin = HPy_New(ctx, type, &box);
  Box *same = Box_AsStruct(ctx, twin);  // want handle-unchecked "'twin'"
  same->n = 2;
  HPy_Close(ctx, h);
  return twin;
}

/* Booleans and loads cannot fail. */
HPy calls_that_do_not_fail(HPyContext *ctx, int n) {
  HPy flag = HPyBool_FromLong(ctx, n);
  HPy text = HPy_Str(ctx, flag);
  HPy_Close(ctx, flag);
  return text;
}

HPy tested_by_an_error_flag(HPyContext *ctx, HPy obj) {
  HPy name = HPy_GetAttr_s(ctx, obj, "name");
  if (HPyErr_Occurred(ctx)) {
    HPy_Close(ctx, name);
    return HPy_NULL;
  }
  HPy text = HPy_Str(ctx, name);
  HPy_Close(ctx, name);
  return text;
}

HPy in_an_array_unchecked(HPyContext *ctx, HPy obj) {
  HPy items[1];
  items[0] = HPy_GetAttr_s(ctx, obj, "name");
  HPy tuple = HPyTuple_FromArray(ctx, items, 1);  // want handle-unchecked "items"
  HPy_Close(ctx, items[0]);
  return tuple;
}

HPy a_temporary_unchecked(HPyContext *ctx, HPy obj) {
  HPy list = HPyList_New(ctx, 0);
  if (HPy_IsNull(list)) return HPy_NULL;
  if (HPyList_Append(ctx, list, HPy_Str(ctx, obj)) < 0) {  // want handle-unchecked "HPy_Str" // want handle-leak "HPy_Str"
    HPy_Close(ctx, list);
    return HPy_NULL;
  }
  return list;
}

static HPy attribute_or_null(HPyContext *ctx, HPy obj, const char *name) {
  HPy value = HPy_GetAttr_s(ctx, obj, name);
  if (HPy_IsNull(value)) HPyErr_Clear(ctx);
  return value;
}

HPy the_result_of_a_helper_unchecked(HPyContext *ctx, HPy obj) {
  HPy value = attribute_or_null(ctx, obj, "value");
  HPy text = HPy_Str(ctx, value);  // want handle-unchecked "'value'"
  HPy_Close(ctx, value);
  return text;
}

static HPy attribute_or_none(HPyContext *ctx, HPy obj, const char *name) {
  HPy value = HPy_GetAttr_s(ctx, obj, name);
  if (!HPy_IsNull(value)) return value;
  HPyErr_Clear(ctx);
  return HPy_Dup(ctx, ctx->h_None);
}

HPy the_result_of_a_helper_that_is_never_null(HPyContext *ctx, HPy obj) {
  HPy value = attribute_or_none(ctx, obj, "value");
  HPy text = HPy_Str(ctx, value);
  HPy_Close(ctx, value);
  return text;
}

static int is_truth(HPyContext *ctx, HPy h) {
  return HPy_IsTrue(ctx, h);
}

int handed_to_a_helper_unchecked(HPyContext *ctx, HPy obj) {
  HPy flag = HPy_GetAttr_s(ctx, obj, "flag");
  int rc = is_truth(ctx, flag);  // want handle-unchecked "'flag'"
  HPy_Close(ctx, flag);
  return rc;
}

/* A helper that takes a handle over, and closes it when it has passed it on. */
static int put_item(HPyContext *ctx, HPy dict, const char *key, HPy item) {
  int rc = HPy_SetItem_s(ctx, dict, key, item);
  HPy_Close(ctx, item);
  return rc;
}

int handed_over_to_a_helper_unchecked(HPyContext *ctx, HPy dict) {
  if (put_item(ctx, dict, "size", HPyLong_FromLong(ctx, 1)) < 0) return -1;  // want handle-unchecked "HPyLong_FromLong"
  HPy name = HPyUnicode_FromString(ctx, "name");
  if (HPy_IsNull(name)) return -1;
  return put_item(ctx, dict, "name", name);
}

static int put_item_unless_null(HPyContext *ctx, HPy dict, const char *key, HPy item) {
  if (HPy_IsNull(item)) return -1;
  return put_item(ctx, dict, key, item);
}

int handed_over_to_a_helper_that_tests_is_fine(HPyContext *ctx, HPy dict) {
  return put_item_unless_null(ctx, dict, "size", HPyLong_FromLong(ctx, 1));
}

HPy null_of_an_earlier_branch(HPyContext *ctx, HPy obj, int with_name) {
  HPy name = HPy_NULL;
  if (with_name) {
    name = HPy_GetAttr_s(ctx, obj, "name");
    if (HPy_IsNull(name)) return HPy_NULL;
  }
  HPy text = with_name ? HPy_Str(ctx, name) : HPy_Repr(ctx, obj);
  HPy_Close(ctx, name);
  return text;
}

/* The runtime's own parser had this: one of its cases forgets that the argument is optional. */
static int convert(HPyContext *ctx, HPy arg, char kind, long *out) {
  switch (kind) {
  case 'l': {
    if (HPy_IsNull(arg)) break;
    long value = HPyLong_AsLong(ctx, arg);
    if (value == -1 && HPyErr_Occurred(ctx)) return 0;
    *out = value;
    break;
  }
  case 'p': {
    int value = HPy_IsTrue(ctx, arg);
    if (value < 0) return 0;
    *out = value;
    break;
  }
  default:
    return 0;
  }
  return 1;
}

int an_optional_argument(HPyContext *ctx, HPy dict, char kind, int optional, long *out) {
  HPy arg = HPy_GetItem_s(ctx, dict, "arg");
  if (HPy_IsNull(arg)) HPyErr_Clear(ctx);
  if (HPy_IsNull(arg) && !optional) return 0;
  int ok = convert(ctx, arg, kind, out);  // want handle-unchecked "'arg'"
  HPy_Close(ctx, arg);
  return ok;
}

int an_optional_number(HPyContext *ctx, HPy dict, long *out) {
  HPy arg = HPy_GetItem_s(ctx, dict, "arg");
  if (HPy_IsNull(arg)) HPyErr_Clear(ctx);
  int ok = convert(ctx, arg, 'l', out);
  HPy_Close(ctx, arg);
  return ok;
}
