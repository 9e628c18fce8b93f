/* What the C library gives back, or writes through a pointer, may point into an argument. */
#define _GNU_SOURCE
#include "hpy.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  long count;
  double values[16];
  char name[64];
} Series;
HPyType_HELPERS(Series)

double rest_of_a_number(HPyContext *ctx, HPy h, HPy o) {
  const char *text = HPyBytes_AS_STRING(ctx, h);
  char *end;
  double number = strtod(text, &end);
  if (HPy_Length(ctx, o) < 0) return -1;
  return *end ? -1 : number;  // want pointer-spans-gc "'end' is used"
}

double rest_of_a_number_is_fine(HPyContext *ctx, HPy h, HPy o) {
  const char *text = HPyBytes_AS_STRING(ctx, h);
  char *end;
  double number = strtod(text, &end);
  if (end == text || *end) return -1;
  return HPy_Length(ctx, o) < 0 ? -1 : number;
}

/* Whether anything was read is not known: both ways are followed. */
long empty_or_not(HPyContext *ctx, HPy h) {
  const char *text = HPyBytes_AS_STRING(ctx, h);
  char *end;
  long number = strtol(text, &end, 10);
  HPy name = HPy_Repr(ctx, h);
  if (end == text) return -1;  // want handle-leak "'name'"
  HPy_Close(ctx, name);
  return number;
}

long found_at_the_start_or_not(HPyContext *ctx, HPy h) {
  const char *text = HPyBytes_AS_STRING(ctx, h);
  const char *dot = strchr(text, '.');
  HPy name = HPy_Repr(ctx, h);
  if (dot == text) {
    HPy_Close(ctx, name);
    return 0;
  }
  return 1;  // want handle-leak "'name'"
}

long numbers_without_an_end_are_fine(HPyContext *ctx, HPy h, HPy o) {
  long number = strtol(HPyBytes_AS_STRING(ctx, h), NULL, 0);
  return HPy_Length(ctx, o) < 0 ? -1 : number;
}

int last_word(HPyContext *ctx, HPy h, HPy o) {
  char *text = (char *)HPyBytes_AS_STRING(ctx, h);
  char *rest;
  char *word = strtok_r(text, " ", &rest);
  word = strtok_r(NULL, " ", &rest);
  HPy_ssize_t length = HPy_Length(ctx, o);
  if (word == NULL) return 0;
  return length > 0 ? word[0] : 0;  // want pointer-spans-gc "'word' is used"
}

int words_are_fine(HPyContext *ctx, HPy h, HPy o) {
  int count = 0;
  char copy[64], *rest;
  strncpy(copy, HPyBytes_AS_STRING(ctx, h), sizeof(copy) - 1);
  copy[63] = 0;
  for (char *word = strtok_r(copy, " ", &rest); word; word = strtok_r(NULL, " ", &rest)) {
    if (HPy_Length(ctx, o) > count) count += word[0] == '-';
  }
  return count;
}

static int compare(const void *left, const void *right) {
  double l = *(const double *)left, r = *(const double *)right;
  return l < r ? -1 : l > r;
}

double found_value(HPyContext *ctx, HPy h, HPy o, double key) {
  Series *series = Series_AsStruct(ctx, h);
  double *found = bsearch(&key, series->values, 16, sizeof(double), compare);
  if (found == NULL || HPy_Length(ctx, o) < 0) return -1;
  return *found;  // want pointer-spans-gc "'found' is used"
}

double found_value_is_fine(HPyContext *ctx, HPy h, HPy o, double key) {
  if (HPy_Length(ctx, o) < 0) return -1;
  Series *series = Series_AsStruct(ctx, h);
  double *found = bsearch(&key, series->values, 16, sizeof(double), compare);
  return found ? *found : -1;
}

int end_of_a_copy(HPyContext *ctx, HPy h, HPy o) {
  Series *series = Series_AsStruct(ctx, h);
  char *end = stpcpy(series->name, "series");
  HPy_ssize_t length = HPy_Length(ctx, o);
  if (length > 0) *end = '+';  // want pointer-spans-gc "'end' is used"
  return 0;
}

int copied_elsewhere_is_fine(HPyContext *ctx, HPy h, HPy o) {
  char name[80];
  char *end = stpcpy(name, HPyBytes_AS_STRING(ctx, h));
  HPy_ssize_t length = HPy_Length(ctx, o);
  if (length > 0) *end = '+';
  return name[0];
}

int start_of_a_copy(HPyContext *ctx, HPy h, HPy o) {
  char *name = strcpy(Series_AsStruct(ctx, h)->name, "series");
  HPy_ssize_t length = HPy_Length(ctx, o);
  return length > 0 ? name[0] : 0;  // want pointer-spans-gc "'name' is used"
}

int last_byte(HPyContext *ctx, HPy h, HPy o) {
  const char *text = HPyBytes_AS_STRING(ctx, h);
  const char *slash = memrchr(text, '/', (size_t)HPyBytes_GET_SIZE(ctx, h));
  const char *tail = slash ? slash + 1 : strchrnul(text, '\0');
  HPy_ssize_t length = HPy_Length(ctx, o);
  return length > 0 ? *tail : 0;  // want pointer-spans-gc "'tail' is used"
}

int line_of_a_file(HPyContext *ctx, HPy h, HPy o, FILE *file) {
  Series *series = Series_AsStruct(ctx, h);
  char *line = fgets(series->name, sizeof(series->name), file);
  if (line == NULL) return -1;
  HPy_ssize_t length = HPy_Length(ctx, o);
  return length > 0 ? line[0] : 0;  // want pointer-spans-gc "'line' is used"
}

int line_in_a_variable_is_fine(HPyContext *ctx, HPy o, FILE *file) {
  char buffer[64];
  char *line = fgets(buffer, sizeof(buffer), file);
  if (line == NULL) return -1;
  HPy_ssize_t length = HPy_Length(ctx, o);
  return length > 0 ? line[0] : 0;
}

/* Through helpers. */
static const char *skip_to(const char *text, int byte) {
  const char *found = strchr(text, byte);
  return found ? found + 1 : text;
}

int behind_the_colon(HPyContext *ctx, HPy h, HPy o) {
  const char *value = skip_to(HPyBytes_AS_STRING(ctx, h), ':');
  HPy_ssize_t length = HPy_Length(ctx, o);
  return length > 0 ? *value : 0;  // want pointer-spans-gc "'value' is used"
}
