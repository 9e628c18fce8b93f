/* Arrays of pointers that a loop obtains anew, as steps of a simulation do. */
#include <hpy.h>
#include <stdlib.h>

typedef struct {
  double mass;
} Star;

HPyType_HELPERS(Star)

struct weighted {
  Star *star;
  double weight;
};

static double total(Star **stars, int count) {
  double sum = 0;
  for (int i = 0; i < count; i++) sum += stars[i]->mass;
  return sum;
}

static void obtain(HPyContext *ctx, const HPy *handles, Star **stars, int count) {
  for (int i = 0; i < count; i++) stars[i] = Star_AsStruct(ctx, handles[i]);
}

double obtained_in_each_round_is_fine(HPyContext *ctx, const HPy *handles, int count, int rounds) {
  Star *stars[16];
  double sum = 0;
  for (int round = 0; round < rounds; round++) {
    for (int i = 0; i < count; i++) stars[i] = Star_AsStruct(ctx, handles[i]);
    for (int i = 0; i < count; i++) sum += stars[i]->mass;
    sum += total(stars, count);
    HPy_Length(ctx, handles[0]);
  }
  return sum;
}

double obtained_before_the_rounds(HPyContext *ctx, const HPy *handles, int count, int rounds) {
  Star *stars[16];
  double sum = 0;
  for (int i = 0; i < count; i++) stars[i] = Star_AsStruct(ctx, handles[i]);
  for (int round = 0; round < rounds; round++) {
    sum += total(stars, count);  // want pointer-spans-gc "'stars' is used"
    HPy_Length(ctx, handles[0]);
  }
  return sum;
}

double obtained_too_early_in_each_round(
  HPyContext *ctx, const HPy *handles, int count, int rounds) {
  Star *stars[16];
  double sum = 0;
  for (int round = 0; round < rounds; round++) {
    for (int i = 0; i < count; i++) stars[i] = Star_AsStruct(ctx, handles[i]);
    HPy_Length(ctx, handles[0]);
    for (int i = 0; i < count; i++) sum += stars[i]->mass;  // want pointer-spans-gc "'stars[i]'"
  }
  return sum;
}

/* What the loop itself makes stale stays so. */
double a_loop_that_collects(HPyContext *ctx, HPy sequence, int count) {
  HPy handles[16];
  Star *stars[16];
  double sum = 0;
  int made = 0;
  for (; made < count; made++) {
    handles[made] = HPy_GetItem_i(ctx, sequence, made);
    if (HPy_IsNull(handles[made])) break;
    stars[made] = Star_AsStruct(ctx, handles[made]);
  }
  for (int i = 0; i < made; i++) sum += stars[i]->mass;  // want pointer-spans-gc "'stars[i]'"
  for (int i = 0; i < made; i++) HPy_Close(ctx, handles[i]);
  return sum;
}

double obtained_by_a_helper_is_fine(HPyContext *ctx, const HPy *handles, int count) {
  Star *stars[16];
  obtain(ctx, handles, stars, count);
  double sum = total(stars, count);
  HPy_Length(ctx, handles[0]);
  obtain(ctx, handles, stars, count);
  return sum + total(stars, count);
}

double obtained_by_a_helper_once(HPyContext *ctx, const HPy *handles, int count) {
  Star *stars[16];
  obtain(ctx, handles, stars, count);
  HPy_Length(ctx, handles[0]);
  double sum = 0;
  for (int i = 0; i < count; i++) sum += stars[i]->mass;  // want pointer-spans-gc "'stars[i]'"
  return sum;
}

double in_memory_is_fine(HPyContext *ctx, const HPy *handles, int count, int rounds) {
  Star **stars = malloc(sizeof(Star *) * (size_t)count);
  double sum = 0;
  if (stars == NULL) return -1;
  for (int round = 0; round < rounds; round++) {
    int left = count;
    while (left-- > 0) stars[left] = Star_AsStruct(ctx, handles[left]);
    for (int i = 0; i < count; i++) sum += stars[i]->mass;
    HPy_Length(ctx, handles[0]);
  }
  free(stars);
  return sum;
}

double in_structs_is_fine(HPyContext *ctx, const HPy *handles, int count, int rounds) {
  struct weighted all[8];
  double sum = 0;
  for (int round = 0; round < rounds; round++) {
    for (int i = 0; i < count; i++) {
      all[i].star = Star_AsStruct(ctx, handles[i]);
      all[i].weight = 1.0;
    }
    for (int i = 0; i < count; i++) sum += all[i].star->mass * all[i].weight;
    HPy_Length(ctx, handles[0]);
  }
  return sum;
}

double in_structs_once(HPyContext *ctx, const HPy *handles, int count, int rounds) {
  struct weighted all[8];
  double sum = 0;
  for (int i = 0; i < count; i++) all[i].star = Star_AsStruct(ctx, handles[i]);
  for (int round = 0; round < rounds; round++) {
    for (int i = 0; i < count; i++) sum += all[i].star->mass;  // want pointer-spans-gc "star'"
    HPy_Length(ctx, handles[0]);
  }
  return sum;
}

double by_a_moving_pointer_is_fine(HPyContext *ctx, const HPy *handles, int count, int rounds) {
  Star *stars[16];
  double sum = 0;
  for (int round = 0; round < rounds; round++) {
    Star **next = stars;
    for (int i = 0; i < count; i++) *next++ = Star_AsStruct(ctx, handles[i]);
    for (int i = 0; i < count; i++) sum += stars[i]->mass;
    HPy_Length(ctx, handles[0]);
  }
  return sum;
}

/* A loop that runs a known number of times leaves what it does not come to. */
double only_two_of_three(HPyContext *ctx, const HPy *handles) {
  Star *stars[3];
  for (int i = 0; i < 3; i++) stars[i] = Star_AsStruct(ctx, handles[i]);
  HPy_Length(ctx, handles[0]);
  for (int i = 0; i < 2; i++) stars[i] = Star_AsStruct(ctx, handles[i]);
  double sum = stars[0]->mass + stars[1]->mass;
  return sum + stars[2]->mass;  // want pointer-spans-gc "'stars[2]'"
}
