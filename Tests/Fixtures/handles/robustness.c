/* Constructs that make an analyzer stumble, around situations that are plain (4.8). */
#include "hpy.h"
#include <stdlib.h>

/* #191: another name is the same type. */
typedef HPy Handle;
typedef Handle Name;
typedef HPyContext *Runtime;

int name_by_another_name(Runtime ctx, Handle obj) {
  Name name = HPy_GetAttr_s(ctx, obj, "name");
  if (HPy_IsNull(name)) return -1;
  return HPyUnicode_Check(ctx, name);  // want handle-leak "'name'"
}

/* #191: and a look-alike is not. */
typedef struct {
  intptr_t _i;
} Ticket;
Ticket take_ticket(void);
void give_back(Ticket ticket);

int tickets_are_not_handles(void) {
  Ticket ticket = take_ticket();
  if (ticket._i == 0) return -1;
  return 0;
}

/* #190: a type that is not complete. */
struct opaque;
struct opaque *opaque_new(void);
int opaque_use(struct opaque *opaque, HPyContext *ctx, HPy h);

int an_opaque_owner_borrows(HPyContext *ctx, HPy obj) {
  struct opaque *opaque = opaque_new();
  HPy name = HPy_GetAttr_s(ctx, obj, "name");
  if (HPy_IsNull(name)) return -1;
  int rc = opaque_use(opaque, ctx, name);
  HPy_Close(ctx, name);
  return rc;
}

/* #183: two variables, two findings. */
int two_variables_at_one_exit(HPyContext *ctx, HPy obj) {
  HPy a = HPy_Dup(ctx, obj);
  HPy b = HPy_Dup(ctx, obj);
  return HPy_Is(ctx, a, b);  // want handle-leak "'a'" // want handle-leak "'b'"
}

/* #186: the same text in two functions. */
int the_same_text_one(HPyContext *ctx, HPy obj) {
  HPy a = HPy_Dup(ctx, obj);
  return HPyUnicode_Check(ctx, a);  // want handle-leak "'a'"
}

int the_same_text_two(HPyContext *ctx, HPy obj) {
  HPy a = HPy_Dup(ctx, obj);
  return HPyUnicode_Check(ctx, a);  // want handle-leak "'a'"
}

/* The body of a macro runs once. */
#define WITH_NAME(ctx, obj, name, body)                 \
  do {                                                  \
    HPy name = HPy_GetAttr_s((ctx), (obj), "name");     \
    if (HPy_IsNull(name)) return -1;                    \
    body;                                               \
    HPy_Close((ctx), name);                             \
  } while (0)

int a_macro_with_a_body(HPyContext *ctx, HPy obj) {
  int is_text = 0;
  WITH_NAME(ctx, obj, name, is_text = HPyUnicode_Check(ctx, name));
  return is_text;
}

#define RETURN_NONE(ctx) return HPy_Dup((ctx), (ctx)->h_None)

HPy a_macro_that_returns(HPyContext *ctx, HPy obj) {
  HPy name = HPy_GetAttr_s(ctx, obj, "name");
  if (HPy_IsNull(name)) return HPy_NULL;
  RETURN_NONE(ctx);  // want handle-leak "'name'"
}

int an_inner_variable_of_the_same_name(HPyContext *ctx, HPy obj) {
  HPy h = HPy_Dup(ctx, obj);
  {
    HPy h = HPy_Dup(ctx, obj);
    HPy_Close(ctx, h);
  }
  return HPy_Is(ctx, h, obj);  // want handle-leak "'h'"
}

int comma_and_parentheses(HPyContext *ctx, HPy obj) {
  HPy h = ((void)0, HPy_Dup(ctx, obj));
  int same = HPy_Is(ctx, (h), obj);
  return (HPy_Close(ctx, (h)), same);
}

int a_jump_backwards(HPyContext *ctx, HPy list) {
  HPy_ssize_t i = 0;
  int found = 0;
  HPy item;
again:
  item = HPy_GetItem_i(ctx, list, i);
  if (HPy_IsNull(item)) {
    HPyErr_Clear(ctx);
    return found;
  }
  if (HPyUnicode_Check(ctx, item)) found++;
  HPy_Close(ctx, item);
  i++;
  goto again;
}

int a_jump_backwards_that_forgets(HPyContext *ctx, HPy list) {
  HPy_ssize_t i = 0;
  int found = 0;
  HPy item;
again:
  item = HPy_GetItem_i(ctx, list, i);  // want handle-leak "'item'"
  if (HPy_IsNull(item)) {
    HPyErr_Clear(ctx);
    return found;
  }
  if (HPyUnicode_Check(ctx, item)) found++;
  i++;
  goto again;
}

/* A function that is known although it is called through a pointer. */
typedef void (*Releaser)(HPyContext *ctx, HPy h);

static void release_now(HPyContext *ctx, HPy h) {
  HPy_Close(ctx, h);
}

void released_through_a_pointer(HPyContext *ctx, HPy obj) {
  Releaser releaser = release_now;
  HPy h = HPy_Dup(ctx, obj);
  releaser(ctx, h);
}

static const struct {
  const char *name;
  Releaser release;
} releasers[] = {
  {"now", release_now},
};

void released_through_a_table(HPyContext *ctx, HPy obj) {
  HPy h = HPy_Dup(ctx, obj);
  releasers[0].release(ctx, h);
}

/* Nothing is known of this one: it borrows, and the ledger says that it was assumed. */
int asked_through_an_unknown_pointer(HPyContext *ctx, HPy obj, int (*ask)(HPyContext *, HPy)) {
  HPy h = HPy_Dup(ctx, obj);
  int answer = ask(ctx, h);
  HPy_Close(ctx, h);
  return answer;
}

int conditional_operator(HPyContext *ctx, HPy obj, int deep) {
  HPy h = deep ? HPy_GetAttr_s(ctx, obj, "deep") : HPy_Dup(ctx, obj);
  if (HPy_IsNull(h)) return -1;
  int truth = HPy_IsTrue(ctx, h);
  HPy_Close(ctx, h);
  return truth;
}

int assigned_in_the_condition(HPyContext *ctx, HPy obj) {
  HPy h;
  if (HPy_IsNull(h = HPy_GetAttr_s(ctx, obj, "name"))) return -1;
  int truth = HPy_IsTrue(ctx, h);
  HPy_Close(ctx, h);
  return truth;
}

int iterated_while_there_is_one(HPyContext *ctx, HPy obj) {
  int depth = 0;
  HPy h = HPy_Dup(ctx, obj);
  while (HPy_HasAttr_s(ctx, h, "parent")) {
    HPy parent = HPy_GetAttr_s(ctx, h, "parent");
    HPy_Close(ctx, h);
    if (HPy_IsNull(parent)) return -1;
    h = parent;
    depth++;
  }
  HPy_Close(ctx, h);
  return depth;
}
