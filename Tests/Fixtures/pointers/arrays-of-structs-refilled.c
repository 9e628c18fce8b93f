/* Pointers in the members of structs that are in arrays, obtained anew for all or for some. */
#include <hpy.h>
#include <stdlib.h>

typedef struct {
  double level;
} Gauge;

HPyType_HELPERS(Gauge)

typedef struct {
  Gauge *gauge;
  HPy handle;
} Reading;

static Reading reading_of(HPyContext *ctx, HPy h) {
  return (Reading){.gauge = Gauge_AsStruct(ctx, h), .handle = h};
}

static void read_again(HPyContext *ctx, Reading *reading) {
  reading->gauge = Gauge_AsStruct(ctx, reading->handle);
}

static void read_all_again(HPyContext *ctx, Reading *readings, size_t count) {
  for (size_t i = 0; i < count; i++) read_again(ctx, &readings[i]);
}

double one_of_two_obtained_anew(HPyContext *ctx, HPy a, HPy b) {
  Reading readings[2] = {reading_of(ctx, a), reading_of(ctx, b)};
  double sum = HPy_Length(ctx, a);
  readings[0] = reading_of(ctx, a);
  for (int i = 0; i < 2; i++)
    sum += readings[i].gauge->level;  // want pointer-spans-gc "'readings[i].gauge'"
  return sum;
}

double both_obtained_anew_is_fine(HPyContext *ctx, HPy a, HPy b) {
  Reading readings[2] = {reading_of(ctx, a), reading_of(ctx, b)};
  double sum = HPy_Length(ctx, a);
  readings[0] = reading_of(ctx, a);
  readings[1] = reading_of(ctx, b);
  for (int i = 0; i < 2; i++) sum += readings[i].gauge->level;
  return sum;
}

double one_of_two_is_meant(HPyContext *ctx, HPy a, HPy b, unsigned which) {
  Reading readings[2];
  readings[0].gauge = Gauge_AsStruct(ctx, a);
  readings[1].gauge = Gauge_AsStruct(ctx, b);
  double length = HPy_Length(ctx, a);
  return length + readings[which & 1].gauge->level;  // want pointer-spans-gc
}

double one_of_two_is_meant_is_fine(HPyContext *ctx, HPy a, HPy b, unsigned which) {
  Reading readings[2];
  double length = HPy_Length(ctx, a);
  readings[0].gauge = Gauge_AsStruct(ctx, a);
  readings[1].gauge = Gauge_AsStruct(ctx, b);
  return length + readings[which & 1].gauge->level;
}

double sum_of_stale(HPyContext *ctx, const HPy *handles, size_t count) {
  Reading readings[16];
  double sum = 0;
  for (size_t i = 0; i < count; i++) readings[i] = reading_of(ctx, handles[i]);
  if (HPy_IsTrue(ctx, handles[0]) < 0) return -1;
  for (size_t i = 0; i < count; i++) sum += readings[i].gauge->level;  // want pointer-spans-gc
  return sum;
}

double structs_written_anew_is_fine(HPyContext *ctx, const HPy *handles, size_t count) {
  Reading readings[16];
  double sum = 0;
  for (size_t i = 0; i < count; i++) readings[i] = reading_of(ctx, handles[i]);
  if (HPy_IsTrue(ctx, handles[0]) < 0) return -1;
  for (size_t i = 0; i < count; i++) readings[i] = reading_of(ctx, handles[i]);
  for (size_t i = 0; i < count; i++) sum += readings[i].gauge->level;
  return sum;
}

double members_written_anew_is_fine(HPyContext *ctx, const HPy *handles, size_t count) {
  Reading readings[16];
  double sum = 0;
  for (size_t i = 0; i < count; i++) readings[i] = reading_of(ctx, handles[i]);
  if (HPy_IsTrue(ctx, handles[0]) < 0) return -1;
  for (Reading *r = readings; r < readings + count; r++) r->gauge = Gauge_AsStruct(ctx, r->handle);
  for (Reading *r = readings; r < readings + count; r++) sum += r->gauge->level;
  return sum;
}

double each_read_again_is_fine(HPyContext *ctx, const HPy *handles, size_t count) {
  Reading *readings = (Reading *)malloc(count * sizeof(Reading)), *r, *end = readings + count;
  double sum = 0;
  if (readings == NULL) return -1;
  for (size_t i = 0; i < count; i++) readings[i] = reading_of(ctx, handles[i]);
  sum += HPy_IsTrue(ctx, handles[0]);
  for (r = readings; r != end; r++) read_again(ctx, r);
  for (r = readings; r != end; r++) sum += r->gauge->level;
  free(readings);
  return sum;
}

double all_read_again_is_fine(HPyContext *ctx, const HPy *handles, size_t count) {
  Reading *readings = (Reading *)malloc(count * sizeof(Reading));
  double sum = 0;
  if (readings == NULL) return -1;
  for (size_t i = 0; i < count; i++) readings[i] = reading_of(ctx, handles[i]);
  sum += HPy_IsTrue(ctx, handles[0]);
  read_all_again(ctx, readings, count);
  for (size_t i = 0; i < count; i++) sum += readings[i].gauge->level;
  free(readings);
  return sum;
}

double none_read_again(HPyContext *ctx, const HPy *handles, size_t count) {
  Reading *readings = (Reading *)malloc(count * sizeof(Reading));
  double sum = 0;
  if (readings == NULL) return -1;
  for (size_t i = 0; i < count; i++) readings[i].handle = handles[i];
  read_all_again(ctx, readings, count);
  sum += HPy_IsTrue(ctx, handles[0]);
  for (size_t i = 0; i < count; i++) sum += readings[i].gauge->level;  // want pointer-spans-gc
  free(readings);
  return sum;
}

typedef struct {
  Reading readings[8];
  int count;
} Panel;

static void panel_add(HPyContext *ctx, Panel *panel, HPy h) {
  if (panel->count == 8) return;
  panel->readings[panel->count++] = reading_of(ctx, h);
}

static void panel_refresh(HPyContext *ctx, Panel *panel) {
  for (int i = 0; i < panel->count; i++) read_again(ctx, &panel->readings[i]);
}

double panel_refreshed_is_fine(HPyContext *ctx, const HPy *handles, size_t count) {
  Panel panel = {.count = 0};
  double sum = 0;
  for (size_t i = 0; i < count; i++) panel_add(ctx, &panel, handles[i]);
  sum += HPy_IsTrue(ctx, handles[0]);
  panel_refresh(ctx, &panel);
  for (int i = 0; i < panel.count; i++) sum += panel.readings[i].gauge->level;
  return sum;
}

double panel_left_stale(HPyContext *ctx, HPy a, HPy b) {
  Panel panel = {.count = 0};
  panel_add(ctx, &panel, a);
  panel_add(ctx, &panel, b);
  double sum = HPy_IsTrue(ctx, a);
  for (int i = 0; i < panel.count; i++)
    sum += panel.readings[i].gauge->level;  // want pointer-spans-gc // want pointer-spans-gc
  return sum;
}

struct slot {
  Gauge *gauge;
  int is_good;
};

double told_by_a_flag_is_fine(HPyContext *ctx, HPy a, HPy b) {
  struct slot slots[2] = {{Gauge_AsStruct(ctx, a), 1}, {Gauge_AsStruct(ctx, b), 1}};
  double sum = HPy_Length(ctx, a);
  slots[0].gauge = Gauge_AsStruct(ctx, a);
  slots[1].is_good = 0;
  for (int i = 0; i < 2; i++)
    if (slots[i].is_good) sum += slots[i].gauge->level;
  return sum;
}

double first_one_is_left_out_is_fine(HPyContext *ctx, HPy a, HPy b) {
  Reading readings[3];
  readings[0].gauge = Gauge_AsStruct(ctx, a);
  double sum = HPy_Length(ctx, a);
  readings[1].gauge = Gauge_AsStruct(ctx, a);
  readings[2].gauge = Gauge_AsStruct(ctx, b);
  for (int i = 1; i < 3; i++) sum += readings[i].gauge->level;
  return sum;
}

double first_pointer_is_left_out_is_fine(HPyContext *ctx, HPy a, HPy b) {
  Gauge *gauges[3];
  gauges[0] = Gauge_AsStruct(ctx, a);
  double sum = HPy_Length(ctx, a);
  gauges[1] = Gauge_AsStruct(ctx, a);
  gauges[2] = Gauge_AsStruct(ctx, b);
  for (int i = 1; i < 3; i++) sum += gauges[i]->level;
  return sum;
}

double first_pointer_is_not_left_out(HPyContext *ctx, HPy a, HPy b) {
  Gauge *gauges[3];
  gauges[0] = Gauge_AsStruct(ctx, a);
  double sum = HPy_Length(ctx, a);
  gauges[1] = Gauge_AsStruct(ctx, a);
  gauges[2] = Gauge_AsStruct(ctx, b);
  for (int i = 0; i < 3; i++) sum += gauges[i]->level;  // want pointer-spans-gc
  return sum;
}
