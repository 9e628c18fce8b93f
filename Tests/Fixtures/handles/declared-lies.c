/* Declared effects are checked against the bodies: a lie is reported, and so is nothing else. */
#include "hpy.h"
#include "holdfast.h"

void says_closes_and_does(HPyContext *ctx, HOLDFAST_CLOSES HPy h) {
  HPy_Close(ctx, h);
}

void says_closes_and_does_not(HPyContext *ctx, HOLDFAST_CLOSES HPy h) {  // want declared-effect "'h'"
  if (HPy_IsTrue(ctx, h) < 0) HPyErr_Clear(ctx);
}

void says_closes_and_does_sometimes(HPyContext *ctx, HOLDFAST_CLOSES HPy h, int really) {  // want declared-effect "'h'"
  if (really) HPy_Close(ctx, h);
}

static void closes_for_others(HPyContext *ctx, HPy h) {
  HPy_Close(ctx, h);
}

void says_closes_and_lets_others_do_it(HPyContext *ctx, HOLDFAST_CLOSES HPy h) {
  closes_for_others(ctx, h);
}

void says_borrows_and_does(HPyContext *ctx, HOLDFAST_BORROWS HPy h) {
  if (HPy_IsTrue(ctx, h) < 0) HPyErr_Clear(ctx);
}

void says_borrows_and_closes(HPyContext *ctx, HOLDFAST_BORROWS HPy h) {  // want declared-effect "'h'"
  HPy_Close(ctx, h);
}

HOLDFAST_NO_GC int says_no_gc_and_does_not(HPyContext *ctx, HPy h) {
  return HPyUnicode_Check(ctx, h);
}

HOLDFAST_NO_GC int says_no_gc_and_collects(HPyContext *ctx, HPy h) {  // want declared-effect "'says_no_gc_and_collects'"
  return HPy_IsTrue(ctx, h);
}

static int truth_of(HPyContext *ctx, HPy h) {
  return HPy_IsTrue(ctx, h);
}

HOLDFAST_NO_GC int says_no_gc_and_calls_a_helper(HPyContext *ctx, HPy h) {  // want declared-effect "'says_no_gc_and_calls_a_helper'"
  return truth_of(ctx, h);
}

HOLDFAST_NO_GC int says_no_gc_and_collects_in_one_branch(HPyContext *ctx, HPy h, int deep) {  // want declared-effect
  if (deep) return HPy_IsTrue(ctx, h);
  return HPyUnicode_Check(ctx, h);
}

HOLDFAST_RETURNS_NEW HPy says_new_and_gives_new(HPyContext *ctx, HPy h) {
  return HPy_Dup(ctx, h);
}

HOLDFAST_RETURNS_NEW HPy says_new_and_gives_its_argument(HPyContext *ctx, HPy h) {  // want declared-effect
  return h;
}

HOLDFAST_RETURNS_BORROWED HPy says_borrowed_and_gives_a_constant(HPyContext *ctx) {
  return ctx->h_None;
}

HOLDFAST_RETURNS_BORROWED HPy says_borrowed_and_gives_new(HPyContext *ctx, HPy h) {  // want declared-effect
  return HPy_Repr(ctx, h);
}

/* The declaration that the callers see, and the body behind it. */
void declared_first(HPyContext *ctx, HOLDFAST_CLOSES HPy h);

void declared_first(HPyContext *ctx, HPy h) {  // want declared-effect "'h'"
  if (HPy_IsTrue(ctx, h) < 0) HPyErr_Clear(ctx);
}

HPy says_null_and_tests(HPyContext *ctx, HOLDFAST_NULL_OK HPy h) {
  if (HPy_IsNull(h)) return HPy_NULL;
  return HPy_Repr(ctx, h);
}

HPy says_null_and_does_not_test(HPyContext *ctx, HOLDFAST_NULL_OK HPy h) {  // want declared-effect "'h'"
  return HPy_Repr(ctx, h);
}

HPy says_null_and_tests_by_a_flag(HPyContext *ctx, HOLDFAST_NULL_OK HPy h, int is_there) {
  return is_there ? HPy_Repr(ctx, h) : HPy_NULL;
}

typedef struct {
  long n;
} Number;
HPyType_HELPERS(Number)

HOLDFAST_RETURNS_INTERIOR(h) Number *says_of_one_and_gives_it(HPyContext *ctx, HPy h, HPy other) {
  return HPy_Is(ctx, h, other) ? NULL : Number_AsStruct(ctx, h);
}

HOLDFAST_RETURNS_INTERIOR(h) Number *says_of_one_and_gives_of_another(HPyContext *ctx, HPy h, HPy other) {  // want declared-effect
  return HPy_Is(ctx, h, other) ? Number_AsStruct(ctx, h) : Number_AsStruct(ctx, other);
}
