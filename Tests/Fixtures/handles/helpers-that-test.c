/* What a helper's result, or what it did, tells its caller of the handles that it was given. */
#include "hpy.h"
#include <stdlib.h>

static int is_there(HPy h) { return !HPy_IsNull(h); }

HPy tested_by_a_helper_is_fine(HPyContext *ctx, HPy obj) {
  HPy text = HPy_Str(ctx, obj);
  if (!is_there(text)) return HPy_NULL;
  HPy shown = HPy_Repr(ctx, text);
  HPy_Close(ctx, text);
  return shown;
}

HPy tested_the_wrong_way_round(HPyContext *ctx, HPy obj) {
  HPy text = HPy_Str(ctx, obj);
  if (is_there(text)) return HPy_NULL;  // want handle-leak "'text'"
  HPy shown = HPy_Repr(ctx, text);  // want handle-unchecked "'text' can be null"
  HPy_Close(ctx, text);
  return shown;
}

static int is_one_missing(HPy a, HPy b) { return HPy_IsNull(a) || HPy_IsNull(b); }

HPy two_tested_by_a_helper_are_fine(HPyContext *ctx, HPy obj) {
  HPy a = HPy_Str(ctx, obj), b = HPy_Repr(ctx, obj), sum = HPy_NULL;
  if (!is_one_missing(a, b)) sum = HPy_Add(ctx, a, b);
  HPy_Close(ctx, a);
  HPy_Close(ctx, b);
  return sum;
}

static int find_name(HPyContext *ctx, HPy obj, HPy *name) {
  *name = HPy_GetAttr_s(ctx, obj, "name");
  return !HPy_IsNull(*name);
}

HPy_ssize_t found_by_a_helper_is_fine(HPyContext *ctx, HPy obj) {
  HPy name;
  if (!find_name(ctx, obj, &name)) return -1;
  HPy_ssize_t n = HPy_Length(ctx, name);
  HPy_Close(ctx, name);
  return n;
}

HPy_ssize_t found_and_forgotten(HPyContext *ctx, HPy obj) {
  HPy name;
  if (!find_name(ctx, obj, &name)) return -1;
  return HPy_Length(ctx, name);  // want handle-leak "'name'"
}

static HPy attribute(HPyContext *ctx, HPy obj, int *failed) {
  HPy value = HPy_GetAttr_s(ctx, obj, "value");
  *failed = HPy_IsNull(value);
  return value;
}

HPy_ssize_t failure_told_by_a_flag_is_fine(HPyContext *ctx, HPy obj) {
  int failed;
  HPy value = attribute(ctx, obj, &failed);
  if (failed) return -1;
  HPy_ssize_t n = HPy_Length(ctx, value);
  HPy_Close(ctx, value);
  return n;
}

/* A pointer to a local variable is not null. */
static void clear(HPyContext *ctx, HPy *h) {
  if (h) {
    HPy_Close(ctx, *h);
    *h = HPy_NULL;
  }
}

void cleared_through_a_pointer_is_fine(HPyContext *ctx, HPy obj) {
  HPy text = HPy_Str(ctx, obj);
  clear(ctx, &text);
}

void null_instead_of_a_pointer(HPyContext *ctx, HPy obj) {
  HPy text = HPy_Str(ctx, obj);
  clear(ctx, NULL);
  (void)text;
}  // want handle-leak "'text'"

/* Bits of an argument decide. */
enum { CLOSE_IT = 2, SAY_IT = 4 };
static void finish(HPyContext *ctx, HPy h, int flags) {
  if (flags & SAY_IT) HPyErr_WarnEx(ctx, ctx->h_UserWarning, "done", 1);
  if (flags & CLOSE_IT) HPy_Close(ctx, h);
}

void bits_are_set_is_fine(HPyContext *ctx, HPy obj) { finish(ctx, HPy_Dup(ctx, obj), CLOSE_IT); }

void bits_are_not_set_is_fine(HPyContext *ctx, HPy obj) {
  HPy h = HPy_Dup(ctx, obj);
  finish(ctx, h, SAY_IT);
  HPy_Close(ctx, h);
}

void other_bits_are_set(HPyContext *ctx, HPy obj) {
  HPy h = HPy_Dup(ctx, obj);
  finish(ctx, h, SAY_IT);
}  // want handle-leak "'h'"

void bits_are_set_and_it_is_closed(HPyContext *ctx, HPy obj) {
  HPy h = HPy_Dup(ctx, obj);
  finish(ctx, h, CLOSE_IT | SAY_IT);
  HPy_Close(ctx, h);  // want handle-double-close "'h'"
}

void the_same_bits_decide_is_fine(HPyContext *ctx, HPy obj, int flags) {
  HPy h = HPy_Dup(ctx, obj);
  finish(ctx, h, flags);
  if (!(flags & CLOSE_IT)) HPy_Close(ctx, h);
}

/* Null because a call in the helper failed, whatever else the helper did. */
typedef struct {
  long count;
} Counter;
HPyType_HELPERS(Counter)

static HPy new_counter(HPyContext *ctx, HPy type) {
  Counter *counter;
  HPy h = HPy_New(ctx, type, &counter);
  if (HPy_IsNull(h)) return HPy_NULL;
  counter->count = 0;
  return h;
}

HPy made_by_a_helper(HPyContext *ctx, HPy type) {
  HPy h = new_counter(ctx, type);
  HPy text = HPy_Repr(ctx, h);  // want handle-unchecked "'h' can be null"
  HPy_Close(ctx, h);
  return text;
}

HPy made_by_a_helper_is_fine(HPyContext *ctx, HPy type) {
  HPy h = new_counter(ctx, type);
  if (HPy_IsNull(h)) return HPy_NULL;
  HPy text = HPy_Repr(ctx, h);
  HPy_Close(ctx, h);
  return text;
}

/* What was in a place before the helper wrote to it. */
static HPy take(HPy *from) {
  HPy h = *from;
  *from = HPy_NULL;
  return h;
}

HPy taken_is_fine(HPyContext *ctx, HPy obj) {
  HPy h = HPy_Dup(ctx, obj);
  return take(&h);
}

HPy taken_and_forgotten(HPyContext *ctx, HPy obj) {
  HPy h = HPy_Dup(ctx, obj);
  HPy taken = take(&h);
  (void)taken;
  return h;  // want handle-leak "'taken'"
}

/* A table of constants that a helper looks into. */
struct command {
  const char *name;
  int number;
};
static const struct command commands[] = {{"go", 1}, {"stop", 2}, {NULL, 0}};

static const struct command *find_command(int number) {
  for (const struct command *c = commands; c->name; c++)
    if (c->number == number) return c;
  return NULL;
}

void looked_up_in_a_table(HPyContext *ctx, HPy obj, int number) {
  const struct command *command = find_command(number);
  if (!command) return;
  HPy name = HPy_GetAttr_s(ctx, obj, command->name);
  if (HPy_IsNull(name)) return;
}  // want handle-leak "'name'"

/* Whether a number is negative. */
static int has_failed(int status) { return status < 0; }

int status_tested_by_a_helper_is_fine(HPyContext *ctx, HPy obj) {
  HPy value = HPy_Dup(ctx, obj);
  int status = HPy_SetAttr_s(ctx, obj, "value", value);
  if (has_failed(status)) HPy_Close(ctx, value);
  if (status >= 0) HPy_Close(ctx, value);
  return status;
}

int status_tested_by_a_helper(HPyContext *ctx, HPy obj) {
  HPy value = HPy_Dup(ctx, obj);
  int status = HPy_SetAttr_s(ctx, obj, "value", value);
  if (has_failed(status)) HPy_Close(ctx, value);
  if (status < 0) HPy_Close(ctx, value);  // want handle-double-close "'value'"
  return status;  // want handle-leak "'value'"
}

/* A text, or null where there is no handle. */
static const char *kind_of(HPyContext *ctx, HPy obj, HPy *owner) {
  HPy type = HPy_GetAttr_s(ctx, obj, "kind");
  if (HPy_IsNull(type)) return NULL;
  *owner = type;
  return "kind";
}

int told_by_a_text_is_fine(HPyContext *ctx, HPy obj) {
  HPy owner;
  const char *kind = kind_of(ctx, obj, &owner);
  if (!kind) return -1;
  HPy_Close(ctx, owner);
  return kind[0];
}

int told_by_a_text(HPyContext *ctx, HPy obj) {
  HPy owner;
  const char *kind = kind_of(ctx, obj, &owner);
  if (!kind) return -1;
  return kind[0];  // want handle-leak "'owner'"
}
