/* A condition that is tested twice comes out the same if nothing that it looks at changed. */
#include <math.h>
#include <string.h>
#include "hpy.h"

#define BIT(number, index) (((number) >> (index)) & 1)
#define MAKE(h)                       \
  do {                                \
    h = HPyLong_FromLong(ctx, 1);     \
    if (HPy_IsNull(h))                \
      return HPy_NULL;                \
  } while (0)

typedef struct {
  double weight;
  unsigned flags;
} Options;

HPy shifted_is_fine(HPyContext *ctx, HPy a, unsigned flags) {
  HPy h = HPy_NULL;
  if (BIT(flags, 3))
    MAKE(h);
  if (BIT(flags, 3))
    HPy_Close(ctx, h);
  return HPy_Dup(ctx, a);
}

HPy shifted_otherwise(HPyContext *ctx, HPy a, unsigned flags) {
  HPy h = HPy_NULL;
  if (BIT(flags, 3))
    MAKE(h);
  if (BIT(flags, 4))
    HPy_Close(ctx, h);
  return HPy_Dup(ctx, a);  // want handle-leak "'h' is not closed"
}

HPy product_is_fine(HPyContext *ctx, HPy a, long rows, long columns) {
  HPy h = HPy_NULL;
  if (rows * columns > 100)
    MAKE(h);
  if (rows * columns > 100)
    HPy_Close(ctx, h);
  return HPy_Dup(ctx, a);
}

HPy product_otherwise(HPyContext *ctx, HPy a, long rows, long columns) {
  HPy h = HPy_NULL;
  if (rows * columns > 100)
    MAKE(h);
  if (rows * columns > 200)
    HPy_Close(ctx, h);
  return HPy_Dup(ctx, a);  // want handle-leak "'h' is not closed"
}

HPy masked_is_fine(HPyContext *ctx, HPy a, Options *options, int index) {
  HPy h = HPy_NULL;
  if (options->flags & (1u << index))
    MAKE(h);
  if (options->flags & (1u << index))
    HPy_Close(ctx, h);
  return HPy_Dup(ctx, a);
}

HPy negated_is_fine(HPyContext *ctx, HPy a, int number) {
  HPy h = HPy_NULL, g = HPy_NULL;
  if (-number > 5)
    MAKE(h);
  if (-number > 5)
    HPy_Close(ctx, h);
  if (~number & 1)
    MAKE(g);
  if (~number & 1)
    HPy_Close(ctx, g);
  return HPy_Dup(ctx, a);
}

HPy sum_of_results_is_fine(HPyContext *ctx, HPy a, HPy b) {
  HPy h = HPy_NULL;
  HPy_ssize_t n = HPy_Length(ctx, a), m = HPy_Length(ctx, b);
  if (n + m > 4)
    MAKE(h);
  if (n + m > 4)
    HPy_Close(ctx, h);
  return HPy_Dup(ctx, a);
}

/* Floating-point numbers. */

HPy fraction_is_fine(HPyContext *ctx, HPy a, double number, float scale) {
  HPy h = HPy_NULL;
  if (number * scale > 0.5)
    MAKE(h);
  if (number * scale > 0.5)
    HPy_Close(ctx, h);
  return HPy_Dup(ctx, a);
}

HPy opposite_is_fine(HPyContext *ctx, HPy a, Options *options) {
  HPy h = HPy_NULL;
  if (options->weight <= 0.5)
    return HPy_Dup(ctx, a);
  MAKE(h);
  if (options->weight > 0.5)
    HPy_Close(ctx, h);
  return HPy_Dup(ctx, a);
}

HPy written_between(HPyContext *ctx, HPy a, Options *options) {
  HPy h = HPy_NULL;
  if (options->weight > 0.5)
    MAKE(h);
  options->weight += 1;
  if (options->weight > 0.5)
    HPy_Close(ctx, h);
  return HPy_Dup(ctx, a);  // want handle-leak "'h' is not closed"
}

/* There are numbers between 0 and 1. */
HPy between_whole_numbers(HPyContext *ctx, HPy a, double number) {
  HPy h = HPy_NULL;
  if (number > 0 && number < 1)
    MAKE(h);
  return HPy_Dup(ctx, a);  // want handle-leak "'h' is not closed"
}

HPy failure_is_told_by_the_number(HPyContext *ctx, HPy a, HPy b) {
  HPy h = HPyLong_FromLong(ctx, 2);
  if (HPy_IsNull(h))
    return HPy_NULL;
  double number = HPyFloat_AsDouble(ctx, b);
  if (number == -1.0 && HPyErr_Occurred(ctx)) {
    HPy_Close(ctx, h);
    return HPy_NULL;
  }
  if (number == -1.0)
    return HPy_Dup(ctx, a);  // want handle-leak "'h' is not closed"
  HPy_Close(ctx, h);
  return HPyFloat_FromDouble(ctx, number);
}

/* Functions that give the same for the same arguments. */

HPy same_texts_are_fine(HPyContext *ctx, HPy a, const char *mode) {
  HPy h = HPy_NULL;
  if (strcmp(mode, "r") == 0)
    MAKE(h);
  if (strcmp(mode, "r") == 0)
    HPy_Close(ctx, h);
  return HPy_Dup(ctx, a);
}

HPy other_text(HPyContext *ctx, HPy a, const char *mode) {
  HPy h = HPy_NULL;
  if (strcmp(mode, "r") == 0)
    MAKE(h);
  if (strcmp(mode, "w") == 0)
    HPy_Close(ctx, h);
  return HPy_Dup(ctx, a);  // want handle-leak "'h' is not closed"
}

HPy other_pointer(HPyContext *ctx, HPy a, const char *mode, const char *next) {
  HPy h = HPy_NULL;
  if (strlen(mode) > 3)
    MAKE(h);
  mode = next;
  if (strlen(mode) > 3)
    HPy_Close(ctx, h);
  return HPy_Dup(ctx, a);  // want handle-leak "'h' is not closed"
}

HPy not_a_number_is_fine(HPyContext *ctx, HPy a, double number) {
  HPy h = HPy_NULL;
  if (isnan(number))
    MAKE(h);
  if (isnan(number))
    HPy_Close(ctx, h);
  return HPy_Dup(ctx, a);
}

HPy checked_twice_is_fine(HPyContext *ctx, HPy a) {
  HPy h = HPy_NULL;
  if (HPyNumber_Check(ctx, a) || HPy_Is(ctx, a, ctx->h_None))
    MAKE(h);
  if (HPyNumber_Check(ctx, a) || HPy_Is(ctx, a, ctx->h_None))
    HPy_Close(ctx, h);
  return HPy_Dup(ctx, a);
}

HPy checked_in_a_loop_is_fine(HPyContext *ctx, HPy items, HPy_ssize_t count) {
  for (HPy_ssize_t i = 0; i < count; i++) {
    HPy item = HPy_GetItem_i(ctx, items, i), extra = HPy_NULL;
    if (HPy_IsNull(item))
      return HPy_NULL;
    if (HPyNumber_Check(ctx, item)) {
      extra = HPy_Negative(ctx, item);
      if (HPy_IsNull(extra)) {
        HPy_Close(ctx, item);
        return HPy_NULL;
      }
    }
    if (HPyNumber_Check(ctx, item))
      HPy_Close(ctx, extra);
    HPy_Close(ctx, item);
  }
  return HPy_Dup(ctx, items);
}

/* In the next round it is another object. */
HPy checked_in_the_next_round(HPyContext *ctx, HPy items, HPy_ssize_t count) {
  HPy h = HPy_NULL;
  for (HPy_ssize_t i = 0; i < 2; i++) {
    HPy item = HPy_GetItem_i(ctx, items, i);
    if (HPy_IsNull(item)) {
      HPy_Close(ctx, h);
      return HPy_NULL;
    }
    if (i == 0 && HPyNumber_Check(ctx, item))
      h = HPy_Dup(ctx, items);
    if (i == 1 && HPyNumber_Check(ctx, item))
      HPy_Close(ctx, h);
    HPy_Close(ctx, item);
  }
  return HPy_Dup(ctx, items);  // want handle-leak "'h' is not closed"
}

/* Elements: which one it is stays the same within a turn of the loop. */

HPy element_is_fine(HPyContext *ctx, HPy items, const char *text) {
  HPy_ssize_t at;
  while ((at = HPy_Length(ctx, items)) > 0) {
    HPy h = HPy_NULL;
    if (text[at] == '%')
      MAKE(h);
    if (text[at] == '%')
      HPy_Close(ctx, h);
  }
  return HPy_Dup(ctx, items);
}

HPy next_element(HPyContext *ctx, HPy items, const char *text) {
  HPy h = HPy_NULL;
  for (int turn = 0; turn < 2; turn++) {
    HPy_ssize_t at = HPy_Length(ctx, items);
    if (at < 0)
      break;
    if (turn == 0 && text[at] == '%')
      MAKE(h);
    if (turn == 1 && text[at] == '%') {
      HPy_Close(ctx, h);
      h = HPy_NULL;
    }
  }
  return HPy_Dup(ctx, items);  // want handle-leak "'h' is not closed"
}

HPy element_of_a_counting_loop_is_fine(HPyContext *ctx, HPy a, const char *text, int count) {
  for (int i = 0; i < count; i++) {
    HPy h = HPy_NULL;
    if (text[i] == '%')
      MAKE(h);
    if (text[i] == '%')
      HPy_Close(ctx, h);
  }
  return HPy_Dup(ctx, a);
}

HPy other_element_of_a_counting_loop(HPyContext *ctx, HPy a, const char *text, int count) {
  for (int i = 0; i < count; i++) {
    HPy h = HPy_NULL;
    if (text[i] == '%')
      MAKE(h);
    if (text[i + 1] == '%')
      HPy_Close(ctx, h);
  }  // want handle-leak "'h' is not closed"
  return HPy_Dup(ctx, a);
}

HPy element_of_the_turn_before(HPyContext *ctx, HPy a, const char *text, int count) {
  HPy h = HPy_NULL;
  for (int i = 0; i < count; i++) {
    if (text[i] == '%' && HPy_IsNull(h)) {
      MAKE(h);
    } else if (text[i] == '%') {
      HPy_Close(ctx, h);
      h = HPy_NULL;
    }
  }
  return HPy_Dup(ctx, a);  // want handle-leak "'h' is not closed"
}

HPy fraction_in_a_loop_is_fine(HPyContext *ctx, HPy a, const double *numbers, int count,
                               double low) {
  for (int i = 0; i < count; i++) {
    HPy h = HPy_NULL;
    double number = numbers[i];
    if (number < low)
      MAKE(h);
    if (numbers[i] < low)
      HPy_Close(ctx, h);
  }
  return HPy_Dup(ctx, a);
}

HPy compared_in_a_loop_is_fine(HPyContext *ctx, HPy a, const int *numbers, int count,
                               int scale) {
  for (int i = 0; i < count; i++) {
    HPy h = HPy_NULL, g = HPy_NULL, f = HPy_NULL;
    if (numbers[i] < scale)
      MAKE(h);
    if (numbers[i] < scale)
      HPy_Close(ctx, h);
    if (numbers[i] > numbers[i + 1])
      MAKE(g);
    if (numbers[i] > numbers[i + 1])
      HPy_Close(ctx, g);
    if (i * scale > 100)
      MAKE(f);
    if (i * scale > 100)
      HPy_Close(ctx, f);
  }
  return HPy_Dup(ctx, a);
}

HPy FP_text_that_a_pointer_goes_through(HPyContext *ctx, HPy a, const char *text) {
  for (; *text; text++) {
    HPy h = HPy_NULL;
    if (strncmp(text, "ab", 2) == 0)
      MAKE(h);
    if (strncmp(text, "ab", 2) == 0)
      HPy_Close(ctx, h);
  }  // want handle-leak "'h' is not closed"
  return HPy_Dup(ctx, a);
}

/* Functions of the program. */

static int is_plain(HPyContext *ctx, HPy h) {
  return HPyNumber_Check(ctx, h) || HPyBytes_Check(ctx, h);
}

static int is_text_mode(const char *mode) {
  return mode != NULL && (strcmp(mode, "r") == 0 || strcmp(mode, "w") == 0);
}

static int is_set(unsigned flags, int index) { return (flags >> index) & 1; }

HPy helpers_are_fine(HPyContext *ctx, HPy a, const char *mode, unsigned flags) {
  HPy h = HPy_NULL, g = HPy_NULL, f = HPy_NULL;
  if (is_plain(ctx, a))
    MAKE(h);
  if (is_plain(ctx, a))
    HPy_Close(ctx, h);
  if (is_text_mode(mode))
    MAKE(g);
  if (is_text_mode(mode))
    HPy_Close(ctx, g);
  if (is_set(flags, 3))
    MAKE(f);
  if (is_set(flags, 3))
    HPy_Close(ctx, f);
  return HPy_Dup(ctx, a);
}

static int calls;

static int is_odd_call(int number) { return (number + calls++) & 1; }

HPy helper_that_counts(HPyContext *ctx, HPy a, int number) {
  HPy h = HPy_NULL;
  if (is_odd_call(number))
    MAKE(h);
  if (is_odd_call(number))
    HPy_Close(ctx, h);
  return HPy_Dup(ctx, a);  // want handle-leak "'h' is not closed"
}

static int is_heavy(const Options *options) { return options->weight > 0.5; }

HPy helper_that_looks_into_memory(HPyContext *ctx, HPy a, Options *options) {
  HPy h = HPy_NULL;
  if (is_heavy(options))
    MAKE(h);
  options->weight = 0;
  if (is_heavy(options))
    HPy_Close(ctx, h);
  return HPy_Dup(ctx, a);  // want handle-leak "'h' is not closed"
}

HPy FP_helper_that_looks_into_memory(HPyContext *ctx, HPy a, Options *options) {
  HPy h = HPy_NULL;
  if (is_heavy(options))
    MAKE(h);
  if (is_heavy(options))
    HPy_Close(ctx, h);
  return HPy_Dup(ctx, a);  // want handle-leak "'h' is not closed"
}
