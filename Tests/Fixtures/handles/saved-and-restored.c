/* A static variable may hold a handle or a context while a call lasts: for a callback that gets
   neither. What counts is what it holds when the call ends. */
#include "hpy.h"
#include <stdlib.h>

static HPyContext *current;
static HPyContext *previous;

static int compare(const void *left, const void *right) {
  return HPy_RichCompareBool(current, *(const HPy *)left, *(const HPy *)right, HPy_GT);
}

void restored_context_is_fine(HPyContext *ctx, HPy *items, size_t n) {
  HPyContext *saved = current;
  current = ctx;
  qsort(items, n, sizeof(HPy), compare);
  current = saved;
}

void cleared_context_is_fine(HPyContext *ctx, HPy *items, size_t n) {
  current = ctx;
  qsort(items, n, sizeof(HPy), compare);
  current = NULL;
}

void context_that_stays(HPyContext *ctx, HPy *items, size_t n) {
  HPyContext *saved = current;
  current = ctx;  // want context-escapes "context 'ctx' is stored in 'current'"
  if (n < 2) return;
  qsort(items, n, sizeof(HPy), compare);
  current = saved;
}

void context_that_goes_elsewhere(HPyContext *ctx, HPy *items, size_t n) {
  HPyContext *saved = current;
  current = ctx;
  qsort(items, n, sizeof(HPy), compare);
  previous = saved;  // want context-escapes "context 'saved' is stored in 'previous'"
  current = saved;
}

static HPyContext *enter(HPyContext *ctx) {
  HPyContext *before = current;
  current = ctx;  // want context-escapes "context 'ctx' is stored in 'current'"
  return before;
}

static void leave(HPyContext *before) {
  current = before;
}

void restored_by_helpers_is_fine(HPyContext *ctx, HPy *items, size_t n) {
  HPyContext *before = enter(ctx);
  qsort(items, n, sizeof(HPy), compare);
  leave(before);
}

void not_restored_by_helpers(HPyContext *ctx, HPy *items, size_t n) {
  enter(ctx);
  qsort(items, n, sizeof(HPy), compare);
}

static HPy key;
static HPy other_key;

static int compare_by_key(const void *left, const void *right) {
  (void)right;
  return HPy_RichCompareBool(current, key, *(const HPy *)left, HPy_GT);
}

static void set_key(HPy h) {
  key = h;
}

static void set_other_key(HPy h) {
  other_key = h;  // want handle-escapes "handle 'h' is stored in 'other_key'"
}

void reset_by_a_helper_is_fine(HPyContext *ctx, HPy o, HPy *items, size_t n) {
  current = ctx;
  set_key(o);
  qsort(items, n, sizeof(HPy), compare_by_key);
  set_key(HPy_NULL);
  current = NULL;
}

void restored_handle_is_fine(HPyContext *ctx, HPy o, HPy *items, size_t n) {
  HPy saved = key;
  current = ctx;
  key = o;
  qsort(items, n, sizeof(HPy), compare_by_key);
  key = saved;
  current = NULL;
}

int not_reset_by_a_helper(HPyContext *ctx, HPy o) {
  set_other_key(o);
  return HPy_IsTrue(ctx, o);
}
