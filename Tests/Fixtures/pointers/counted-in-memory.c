/* Loops that count in memory behind a pointer, or go through an array from its end. */
#include "hpy.h"

typedef struct {
  double items[8];
} Array;
HPyType_HELPERS(Array)

typedef struct {
  HPy *items;
  size_t count;
} Stack;

void popped_by_the_struct_is_fine(HPyContext *ctx, Stack *stack) {
  while (stack->count > 0) HPy_Close(ctx, stack->items[--stack->count]);
}

void popped_in_two_steps_is_fine(HPyContext *ctx, HPy *items, long *count) {
  while (*count) {
    (*count)--;
    HPy_Close(ctx, items[*count]);
  }
}

void from_the_end_by_a_pointer_is_fine(HPyContext *ctx, HPy *items, long count) {
  HPy *item = items + count;
  while (item > items) HPy_Close(ctx, *--item);
}

/* What is behind the loop is reached from each of its rounds. */
double popped_while_held_is_fine(HPyContext *ctx, HPy h_array, Stack *stack) {
  while (stack->count > 0) HPy_Close(ctx, stack->items[--stack->count]);
  Array *array = Array_AsStruct(ctx, h_array);
  return array->items[0];
}

double popped_while_held(HPyContext *ctx, HPy h_array, Stack *stack) {
  Array *array = Array_AsStruct(ctx, h_array);
  while (stack->count > 0) {
    HPy item = stack->items[--stack->count];
    HPy_IsTrue(ctx, item);
    HPy_Close(ctx, item);
  }
  return array->items[0];  // want pointer-spans-gc "'array' is used"
}

int popped_and_used(HPyContext *ctx, Stack *stack) {
  int truths = 0;
  while (stack->count > 0) {
    HPy item = stack->items[--stack->count];
    HPy_Close(ctx, item);
    truths += HPy_IsTrue(ctx, item);  // want handle-use-after-close "'item' is used"
  }
  return truths;
}
