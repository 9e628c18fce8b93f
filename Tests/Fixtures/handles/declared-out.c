/* What is declared of an out argument is compared with what the body writes. */
#include "hpy.h"
#include "holdfast.h"

int says_new_and_writes_new(HPyContext *ctx, HPy o, HOLDFAST_OUT_NEW HPy *out) {
  HPy text = HPy_Str(ctx, o);
  if (HPy_IsNull(text)) return -1;
  *out = text;
  return 0;
}

int says_new_and_writes_its_argument(HPyContext *ctx, HPy o,  // want declared-effect "'out'"
                                     HOLDFAST_OUT_NEW HPy *out) {
  *out = o;
  return 0;
}

int says_new_and_writes_a_constant(HPyContext *ctx, HPy o,  // want declared-effect "'out'"
                                   HOLDFAST_OUT_NEW HPy *out) {
  int isTrue = HPy_IsTrue(ctx, o);
  if (isTrue < 0) return -1;
  *out = isTrue ? HPy_Dup(ctx, o) : ctx->h_None;
  return 0;
}

/* A failure promises nothing. */
int says_new_and_fails_with_another(HPyContext *ctx, HPy o, HOLDFAST_OUT_NEW HPy *out) {
  *out = o;
  HPy text = HPy_Str(ctx, o);
  if (HPy_IsNull(text)) return -1;
  *out = text;
  return 0;
}

/* With a default, what a context variable gives is not null. */
int variable_with_a_default_is_fine(HPyContext *ctx, HPy variable) {
  HPy value;
  if (HPyContextVar_Get(ctx, variable, ctx->h_False, &value) < 0) return -1;
  int isTrue = HPy_IsTrue(ctx, value);
  HPy_Close(ctx, value);
  return isTrue;
}

int variable_without_a_default(HPyContext *ctx, HPy variable) {
  HPy value;
  if (HPyContextVar_Get(ctx, variable, HPy_NULL, &value) < 0) return -1;
  int isTrue = HPy_IsTrue(ctx, value);  // want handle-unchecked "'value'"
  HPy_Close(ctx, value);
  return isTrue;
}

int variable_without_a_default_is_fine(HPyContext *ctx, HPy variable) {
  HPy value;
  if (HPyContextVar_Get(ctx, variable, HPy_NULL, &value) < 0) return -1;
  if (HPy_IsNull(value)) return 0;
  int isTrue = HPy_IsTrue(ctx, value);
  HPy_Close(ctx, value);
  return isTrue;
}

int variable_is_not_closed(HPyContext *ctx, HPy variable, HPy otherwise) {
  HPy value;
  if (HPyContextVar_Get(ctx, variable, otherwise, &value) < 0) return -1;
  return HPy_IsTrue(ctx, value);  // want handle-leak "'value'"
}

/* The bits of a null handle are only bits. */
int bits_of_a_result_are_fine(HPyContext *ctx, HPy o) {
  HPy text = HPy_Str(ctx, o);
  int isSet = HPy_AsVoidP(text) != NULL;
  HPy_Close(ctx, text);
  return isSet;
}
