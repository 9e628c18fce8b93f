/* Stacks of handles whose height is a member of what a pointer points to, so that a loop counts in
   memory. */
#include <hpy.h>

typedef struct {
  HPy items[32];
  int height;
  int closed;
} Stack;

static void clear(HPyContext *ctx, Stack *stack) {
  while (stack->height > 0) {
    HPy_Close(ctx, stack->items[--stack->height]);
    stack->closed++;
  }
}

static void clear_elsewhere(HPyContext *ctx, HPy *items, int *height) {
  while (*height > 0) HPy_Close(ctx, items[--*height]);
}

int cleared_by_a_helper_is_fine(HPyContext *ctx, HPy obj) {
  Stack stack = {.height = 2};
  stack.items[0] = HPy_Dup(ctx, obj);
  stack.items[1] = HPy_Dup(ctx, obj);
  clear(ctx, &stack);
  return stack.closed;
}

int one_more_than_the_height(HPyContext *ctx, HPy obj) {
  Stack stack = {.height = 1};
  stack.items[0] = HPy_Dup(ctx, obj);
  stack.items[1] = HPy_Dup(ctx, obj);
  clear(ctx, &stack);
  return stack.closed;  // want handle-leak "'stack.items[1]'"
}

int closed_once_more(HPyContext *ctx, HPy obj) {
  Stack stack = {.height = 2};
  stack.items[0] = HPy_Dup(ctx, obj);
  stack.items[1] = HPy_Dup(ctx, obj);
  clear(ctx, &stack);
  HPy_Close(ctx, stack.items[0]);  // want handle-double-close "'stack.items[0]'"
  return stack.closed;
}

void height_in_a_variable_is_fine(HPyContext *ctx, HPy obj) {
  HPy items[4];
  int height = 0;
  items[height++] = HPy_Dup(ctx, obj);
  items[height++] = HPy_Dup(ctx, obj);
  clear_elsewhere(ctx, items, &height);
}

void height_in_a_variable_too_low(HPyContext *ctx, HPy obj) {
  HPy items[4];
  int height = 0;
  items[height] = HPy_Dup(ctx, obj);
  clear_elsewhere(ctx, items, &height);
}  // want handle-leak "'items[0]'"

int lost_after_many_rounds(HPyContext *ctx, Stack *stack, HPy obj) {
  HPy text = HPy_Str(ctx, obj);
  stack->closed = 0;
  clear(ctx, stack);
  if (stack->closed == 100) return 1;  // want handle-leak "'text'"
  HPy_Close(ctx, text);
  return 0;
}

int closed_after_many_rounds_is_fine(HPyContext *ctx, Stack *stack, HPy obj) {
  HPy text = HPy_Str(ctx, obj);
  stack->closed = 0;
  clear(ctx, stack);
  HPy_Close(ctx, text);
  return stack->closed == 100;
}

/* A stack in a struct that a helper empties, whatever its depth is. */

typedef struct {
  HPy items[16];
  int depth;
} Pending;

static int put(HPyContext *ctx, Pending *pending, HPy h) {
  if (pending->depth >= 16)
    return -1;
  pending->items[pending->depth++] = HPy_Dup(ctx, h);
  return 0;
}

static void drop_all(HPyContext *ctx, Pending *pending) {
  while (pending->depth > 0)
    HPy_Close(ctx, pending->items[--pending->depth]);
}

HPy emptied_by_a_helper_is_fine(HPyContext *ctx, HPy list) {
  Pending pending = {.depth = 0};
  HPy_ssize_t count = HPy_Length(ctx, list);
  if (count < 0)
    return HPy_NULL;
  for (HPy_ssize_t i = 0; i < count; i++) {
    HPy item = HPy_GetItem_i(ctx, list, i);
    if (HPy_IsNull(item) || put(ctx, &pending, item) < 0) {
      HPy_Close(ctx, item);
      drop_all(ctx, &pending);
      return HPy_NULL;
    }
    HPy_Close(ctx, item);
  }
  drop_all(ctx, &pending);
  return HPy_Dup(ctx, ctx->h_None);
}
