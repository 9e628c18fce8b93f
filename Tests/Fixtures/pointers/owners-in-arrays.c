/* Arrays of pointers beside the handles that they were obtained from. */
#include <hpy.h>

typedef struct {
  double mass;
} Star;

HPyType_HELPERS(Star)

double each_before_its_handle_is_closed_is_fine(HPyContext *ctx, HPy source, int count) {
  HPy handles[16];
  Star *stars[16];
  double sum = 0;
  if (count > 16) return 0;
  for (int i = 0; i < count; i++) {
    handles[i] = HPy_Dup(ctx, source);
    stars[i] = Star_AsStruct(ctx, handles[i]);
  }
  for (int i = 0; i < count; i++) {
    sum += stars[i]->mass;
    HPy_Close(ctx, handles[i]);
  }
  return sum;
}

double each_after_its_handle_is_closed(HPyContext *ctx, HPy source, int count) {
  HPy handles[16];
  Star *stars[16];
  double sum = 0;
  if (count > 16) return 0;
  for (int i = 0; i < count; i++) {
    handles[i] = HPy_Dup(ctx, source);
    stars[i] = Star_AsStruct(ctx, handles[i]);
  }
  for (int i = 0; i < count; i++) {
    HPy_Close(ctx, handles[i]);
    sum += stars[i]->mass;  // want pointer-outlives-handle
  }
  return sum;
}

double the_first_is_still_open_is_fine(HPyContext *ctx, HPy source, int count) {
  HPy handles[16];
  Star *stars[16];
  if (count < 1 || count > 16) return 0;
  for (int i = 0; i < count; i++) {
    handles[i] = HPy_Dup(ctx, source);
    stars[i] = Star_AsStruct(ctx, handles[i]);
  }
  for (int i = 1; i < count; i++) HPy_Close(ctx, handles[i]);
  double mass = stars[0]->mass;
  HPy_Close(ctx, handles[0]);
  return mass;
}

double the_first_is_closed_too(HPyContext *ctx, HPy source, int count) {
  HPy handles[16];
  Star *stars[16];
  if (count < 1 || count > 16) return 0;
  for (int i = 0; i < count; i++) {
    handles[i] = HPy_Dup(ctx, source);
    stars[i] = Star_AsStruct(ctx, handles[i]);
  }
  for (int i = 0; i < count; i++) HPy_Close(ctx, handles[i]);
  return stars[0]->mass;  // want pointer-outlives-handle
}
