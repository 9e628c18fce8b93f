/* How C code passes on what it owns: structs, callbacks, wrappers, recursion. */
#include "hpy.h"
#include <stdlib.h>
#include <string.h>

typedef struct {
  HPyContext *ctx;
  HPy callable;
  HPy last;
  int failed;
} Visitor;

typedef int (*Visit)(void *data, HPy item);

static int call_one(void *data, HPy item) {
  Visitor *visitor = data;
  HPy result = HPy_Call(visitor->ctx, visitor->callable, &item, 1, HPy_NULL);
  if (HPy_IsNull(result)) {
    visitor->failed = 1;
    return -1;
  }
  HPy_Close(visitor->ctx, visitor->last);
  visitor->last = result;
  return 0;
}

static int visit_items(HPyContext *ctx, HPy list, Visit visit, void *data) {
  HPy_ssize_t n = HPy_Length(ctx, list);
  if (n < 0) return -1;
  for (HPy_ssize_t i = 0; i < n; i++) {
    HPy item = HPy_GetItem_i(ctx, list, i);
    if (HPy_IsNull(item)) return -1;
    int rc = visit(data, item);
    HPy_Close(ctx, item);
    if (rc < 0) return -1;
  }
  return 0;
}

HPy last_result(HPyContext *ctx, HPy list, HPy callable) {
  Visitor visitor = {ctx, callable, HPy_NULL, 0};
  if (visit_items(ctx, list, call_one, &visitor) < 0) {
    HPy_Close(ctx, visitor.last);
    return HPy_NULL;
  }
  if (HPy_IsNull(visitor.last)) return HPy_Dup(ctx, ctx->h_None);
  return visitor.last;
}

static HPy deep_copy(HPyContext *ctx, HPy obj) {
  if (!HPyList_Check(ctx, obj)) return HPy_Dup(ctx, obj);
  HPy_ssize_t n = HPy_Length(ctx, obj);
  if (n < 0) return HPy_NULL;
  HPyListBuilder builder = HPyListBuilder_New(ctx, n);
  for (HPy_ssize_t i = 0; i < n; i++) {
    HPy item = HPy_GetItem_i(ctx, obj, i);
    if (HPy_IsNull(item)) goto error;
    HPy copy = deep_copy(ctx, item);
    HPy_Close(ctx, item);
    if (HPy_IsNull(copy)) goto error;
    HPyListBuilder_Set(ctx, builder, i, copy);
    HPy_Close(ctx, copy);
  }
  return HPyListBuilder_Build(ctx, builder);
error:
  HPyListBuilder_Cancel(ctx, builder);
  return HPy_NULL;
}

HPy copied_deep(HPyContext *ctx, HPy obj) {
  HPy copy = deep_copy(ctx, obj);
  if (HPy_IsNull(copy)) return HPy_NULL;
  HPy text = HPy_Str(ctx, copy);
  HPy_Close(ctx, copy);
  return text;
}

static HPy compile(HPyContext *ctx, HPy pattern, int depth) {
  if (depth > 3) return HPyErr_SetString(ctx, ctx->h_RecursionError, "too deep");
  HPy inner = HPy_GetAttr_s(ctx, pattern, "inner");
  if (HPy_IsNull(inner)) {
    HPyErr_Clear(ctx);
    return HPy_Repr(ctx, pattern);
  }
  HPy result = compile(ctx, inner, depth + 1);
  HPy_Close(ctx, inner);
  return result;
}

HPy compiled_and_lost(HPyContext *ctx, HPy pattern) {
  HPy program = compile(ctx, pattern, 0);
  if (HPy_IsNull(program)) return HPy_NULL;
  return HPyLong_FromSsize_t(ctx, HPy_Length(ctx, program));  // want handle-leak "'program'"
}

typedef struct {
  HPy names[4];
  int count;
} Names;

static void Names_clear(HPyContext *ctx, Names *names) {
  for (int i = 0; i < names->count; i++) HPy_Close(ctx, names->names[i]);
  names->count = 0;
}

static int Names_add(HPyContext *ctx, Names *names, HPy name) {
  if (names->count == 4) {
    HPyErr_SetString(ctx, ctx->h_ValueError, "too many names");
    return -1;
  }
  names->names[names->count++] = HPy_Dup(ctx, name);
  return 0;
}

int collected_and_cleared(HPyContext *ctx, const HPy *args, size_t nargs) {
  Names names = {.count = 0};
  int rc = 0;
  for (size_t i = 0; i < nargs && rc == 0; i++) rc = Names_add(ctx, &names, args[i]);
  Names_clear(ctx, &names);
  return rc;
}

/* The tracker of a helper is the caller's. */
static HPy tracked_attr(HPyContext *ctx, HPyTracker tracker, HPy obj, const char *name) {
  HPy value = HPy_GetAttr_s(ctx, obj, name);
  if (HPy_IsNull(value)) return HPy_NULL;
  if (HPyTracker_Add(ctx, tracker, value) < 0) return HPy_NULL;
  return value;
}

HPy tracked_by_a_helper(HPyContext *ctx, HPy obj) {
  HPy result = HPy_NULL;
  HPyTracker tracker = HPyTracker_New(ctx, 2);
  if (HPy_IsNull(tracker)) return HPy_NULL;
  HPy a = tracked_attr(ctx, tracker, obj, "a");
  if (HPy_IsNull(a)) goto done;
  HPy b = tracked_attr(ctx, tracker, obj, "b");
  if (HPy_IsNull(b)) goto done;
  result = HPy_Add(ctx, a, b);
done:
  HPyTracker_Close(ctx, tracker);
  return result;
}

HPy tracked_by_a_helper_and_closed(HPyContext *ctx, HPy obj) {
  HPyTracker tracker = HPyTracker_New(ctx, 2);
  if (HPy_IsNull(tracker)) return HPy_NULL;
  HPy a = tracked_attr(ctx, tracker, obj, "a");
  if (HPy_IsNull(a)) {
    HPyTracker_Close(ctx, tracker);
    return HPy_NULL;
  }
  HPyTracker_Close(ctx, tracker);
  return HPy_Repr(ctx, a);  // want handle-use-after-close "'a'"
}

/* Two results of which one is optional. */
static int split(HPyContext *ctx, HPy pair, HPy *first, HPy *second) {
  *first = HPy_GetItem_i(ctx, pair, 0);
  if (HPy_IsNull(*first)) return -1;
  if (second == NULL) return 0;
  *second = HPy_GetItem_i(ctx, pair, 1);
  if (HPy_IsNull(*second)) {
    HPy_Close(ctx, *first);
    *first = HPy_NULL;
    return -1;
  }
  return 0;
}

HPy only_the_first(HPyContext *ctx, HPy pair) {
  HPy first;
  if (split(ctx, pair, &first, NULL) < 0) return HPy_NULL;
  return first;
}

HPy both_of_a_pair(HPyContext *ctx, HPy pair) {
  HPy first, second;
  if (split(ctx, pair, &first, &second) != 0) return HPy_NULL;
  HPy sum = HPy_Add(ctx, first, second);
  HPy_Close(ctx, second);
  HPy_Close(ctx, first);
  return sum;
}

HPy the_second_of_a_pair_is_lost(HPyContext *ctx, HPy pair) {
  HPy first, second;
  if (split(ctx, pair, &first, &second) != 0) return HPy_NULL;
  return first;  // want handle-leak "'second'"
}

/* A result by reference that keeps what was there on failure. */
static int replace(HPyContext *ctx, HPy *place, HPy value) {
  if (HPy_IsNull(value)) return -1;
  HPy_Close(ctx, *place);
  *place = value;
  return 0;
}

HPy replaced_in_place(HPyContext *ctx, HPy obj) {
  HPy h = HPy_Dup(ctx, obj);
  if (replace(ctx, &h, HPy_Str(ctx, obj)) < 0) {
    HPy_Close(ctx, h);
    return HPy_NULL;
  }
  return h;
}

HPy lazily_made(HPyContext *ctx, HPy obj, int verbose, int loud) {
  HPy text = HPy_NULL;
  if (verbose || loud) {
    text = HPy_Str(ctx, obj);
    if (HPy_IsNull(text)) return HPy_NULL;
  }
  if (loud) {
    HPy upper = HPy_Repr(ctx, text);
    HPy_Close(ctx, text);
    if (HPy_IsNull(upper)) return HPy_NULL;
    text = upper;
  }
  if (!verbose && !loud) return HPy_Dup(ctx, ctx->h_None);
  return text;
}

int retried(HPyContext *ctx, HPy callable) {
  HPy result = HPy_NULL;
  for (int attempt = 0; attempt < 3; attempt++) {
    result = HPy_Call(ctx, callable, NULL, 0, HPy_NULL);
    if (!HPy_IsNull(result)) break;
    HPyErr_Clear(ctx);
  }
  if (HPy_IsNull(result)) return -1;
  int truth = HPy_IsTrue(ctx, result);
  HPy_Close(ctx, result);
  return truth;
}

HPy chosen_by_a_switch(HPyContext *ctx, HPy obj, int kind) {
  HPy h;
  switch (kind) {
  case 0: h = HPy_Str(ctx, obj); break;
  case 1: h = HPy_Repr(ctx, obj); break;
  case 2: h = HPy_Dup(ctx, obj); break;
  default: return HPyErr_SetString(ctx, ctx->h_ValueError, "kind");
  }
  if (HPy_IsNull(h)) return HPy_NULL;
  HPy_ssize_t n = HPy_Length(ctx, h);
  HPy_Close(ctx, h);
  if (n < 0) return HPy_NULL;
  return HPyLong_FromSsize_t(ctx, n);
}

static int by_hash(const void *left, const void *right) {
  return memcmp(left, right, sizeof(HPy_hash_t));
}

HPy hashes(HPyContext *ctx, HPy list) {
  HPy result = HPy_NULL, item = HPy_NULL;
  HPy_hash_t *values = NULL;
  HPy_ssize_t n = HPy_Length(ctx, list);
  if (n < 0) return HPy_NULL;
  values = malloc((size_t)n * sizeof *values);
  if (values == NULL) {
    HPyErr_NoMemory(ctx);
    goto done;
  }
  for (HPy_ssize_t i = 0; i < n; i++) {
    item = HPy_GetItem_i(ctx, list, i);
    if (HPy_IsNull(item)) goto done;
    values[i] = HPy_Hash(ctx, item);
    if (values[i] == -1) goto done;
    HPy_Close(ctx, item);
    item = HPy_NULL;
  }
  qsort(values, (size_t)n, sizeof *values, by_hash);
  result = HPyLong_FromLong(ctx, n > 0 ? (long)values[0] : 0);
done:
  HPy_Close(ctx, item);
  free(values);
  return result;
}

/* An owned handle and a borrowed one in one variable; the borrowed one is duplicated first. */
HPy normalised(HPyContext *ctx, HPy obj) {
  HPy h = HPyUnicode_Check(ctx, obj) ? HPy_Dup(ctx, obj) : HPy_Str(ctx, obj);
  if (HPy_IsNull(h)) return HPy_NULL;
  HPy bytes = HPyUnicode_AsUTF8String(ctx, h);
  HPy_Close(ctx, h);
  return bytes;
}

HPy rolling_pair(HPyContext *ctx, HPy list, HPy_ssize_t n) {
  HPy previous = HPy_NULL, current = HPy_NULL, result = HPy_NULL;
  for (HPy_ssize_t i = 0; i < n; i++) {
    current = HPy_GetItem_i(ctx, list, i);
    if (HPy_IsNull(current)) goto error;
    if (!HPy_IsNull(previous)) {
      int greater = HPy_RichCompareBool(ctx, previous, current, HPy_GT);
      if (greater < 0) goto error;
      if (greater) {
        result = HPy_Dup(ctx, ctx->h_False);
        goto error;
      }
    }
    HPy_Close(ctx, previous);
    previous = current;
    current = HPy_NULL;
  }
  result = HPy_Dup(ctx, ctx->h_True);
error:
  HPy_Close(ctx, previous);
  HPy_Close(ctx, current);
  return result;
}
