/* Results that nobody can close any more: discarded, or temporaries passed as arguments. */
#include "hpy.h"

typedef struct {
  long n;
} Counter;
HPyType_HELPERS(Counter)

HPy discarded_dup(HPyContext *ctx, HPy arg) {
  HPy_Dup(ctx, arg);  // want handle-leak "HPy_Dup"
  return HPy_Dup(ctx, ctx->h_None);
}

HPy discarded_and_cast_to_void(HPyContext *ctx, HPy callable) {
  (void)HPy_Call(ctx, callable, NULL, 0, HPy_NULL);  // want handle-leak "HPy_Call"
  return HPy_Dup(ctx, ctx->h_None);
}

int call_for_its_effect_closed(HPyContext *ctx, HPy callable) {
  HPy result = HPy_Call(ctx, callable, NULL, 0, HPy_NULL);
  if (HPy_IsNull(result)) return -1;
  HPy_Close(ctx, result);
  return 0;
}

int the_token_of_a_context_variable_is_lost(HPyContext *ctx, HPy variable, HPy value) {
  HPyContextVar_Set(ctx, variable, value);  // want handle-leak "HPyContextVar_Set"
  return 0;
}

int the_token_of_a_context_variable_is_closed(HPyContext *ctx, HPy variable, HPy value) {
  HPy token = HPyContextVar_Set(ctx, variable, value);
  if (HPy_IsNull(token)) return -1;
  HPy_Close(ctx, token);
  return 0;
}

/* The value of an attribute may be null: it deletes. So only the leak is wrong. */
int temporary_as_attribute(HPyContext *ctx, HPy module) {
  return HPy_SetAttr_s(ctx, module, "version", HPyLong_FromLong(ctx, 1));  // want handle-leak "HPyLong_FromLong"
}

int attribute_from_a_variable(HPyContext *ctx, HPy module) {
  HPy version = HPyLong_FromLong(ctx, 1);
  if (HPy_IsNull(version)) return -1;
  int rc = HPy_SetAttr_s(ctx, module, "version", version);
  HPy_Close(ctx, version);
  return rc;
}

HPy temporary_type(HPyContext *ctx, HPy self) {
  Counter *counter;
  HPy type = HPy_Type(ctx, self);
  if (HPy_IsNull(type)) return HPy_NULL;
  HPy copy = HPy_New(ctx, type, &counter);
  if (HPy_IsNull(copy)) {
    HPy_Close(ctx, type);
    return HPy_NULL;
  }
  counter->n = 1;
  return copy;  // want handle-leak "'type'"
}

HPy type_result_as_an_argument(HPyContext *ctx, HPy self) {
  Counter *counter;
  HPy copy = HPy_New(ctx, HPy_Type(ctx, self), &counter);  // want handle-leak "HPy_Type"
  if (HPy_IsNull(copy)) return HPy_NULL;
  counter->n = 1;
  return copy;
}

HPy type_result_closed(HPyContext *ctx, HPy self) {
  Counter *counter;
  HPy type = HPy_Type(ctx, self);
  if (HPy_IsNull(type)) return HPy_NULL;
  HPy copy = HPy_New(ctx, type, &counter);
  if (!HPy_IsNull(copy)) counter->n = 1;
  HPy_Close(ctx, type);
  return copy;
}

/* The items of a tuple must not be null either, but a Boolean never fails. */
HPy packed_temporaries(HPyContext *ctx, int a, int b) {
  return HPyTuple_Pack(ctx, 2, HPyBool_FromLong(ctx, a),  // want handle-leak "HPyBool_FromLong"
                       HPyBool_FromLong(ctx, b));         // want handle-leak "HPyBool_FromLong"
}

HPy packed_variables(HPyContext *ctx, int a, int b) {
  HPy first = HPyBool_FromLong(ctx, a);
  HPy second = HPyBool_FromLong(ctx, b);
  HPy pair = HPyTuple_Pack(ctx, 2, first, second);
  HPy_Close(ctx, first);
  HPy_Close(ctx, second);
  return pair;
}

HPy built_from_a_temporary(HPyContext *ctx, long n, int ok) {
  return HPy_BuildValue(ctx, "(lO)", n, HPyBool_FromLong(ctx, ok));  // want handle-leak "HPyBool_FromLong"
}

HPy built_from_a_variable(HPyContext *ctx, long n, int ok) {
  HPy flag = HPyBool_FromLong(ctx, ok);
  HPy result = HPy_BuildValue(ctx, "{s:l,s:O}", "n", n, "ok", flag);
  HPy_Close(ctx, flag);
  return result;
}

HPy nested_call(HPyContext *ctx, HPy obj) {
  return HPy_Repr(ctx, HPy_Dup(ctx, obj));  // want handle-leak "HPy_Dup"
}

int compared_with_a_temporary(HPyContext *ctx, HPy obj) {
  return HPy_Is(ctx, obj, HPyBool_FromLong(ctx, 1));  // want handle-leak "HPyBool_FromLong"
}

int a_temporary_condition(HPyContext *ctx, HPy obj) {
  if (HPy_IsTrue(ctx, HPyBool_FromLong(ctx, HPyUnicode_Check(ctx, obj))) < 0)  // want handle-leak "HPyBool_FromLong"
    return -1;
  return 0;
}

/* A failed call sets the error; its null result needs no close. */
HPy raising_returns_no_handle(HPyContext *ctx) {
  HPyErr_SetString(ctx, ctx->h_ValueError, "negative size");
  return HPy_NULL;
}

HPy raised_in_the_return(HPyContext *ctx, const char *name) {
  return HPyErr_Format(ctx, ctx->h_KeyError, "no field '%s'", name);
}
