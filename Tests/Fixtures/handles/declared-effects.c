/* Functions without a body here, whose effects are declared. */
#include "hpy.h"
#include "holdfast.h"

typedef struct {
  long n;
} Meter;
HPyType_HELPERS(Meter)

void finish_with(HPyContext *ctx, HOLDFAST_CLOSES HPy h);
HOLDFAST_RETURNS_NEW HPy open_meter(HPyContext *ctx, const char *name);
HOLDFAST_RETURNS_BORROWED HPy meter_type(HPyContext *ctx);
HOLDFAST_RETURNS_INTERIOR(h) Meter *meter_of(HPyContext *ctx, HPy h);
HOLDFAST_NO_GC long meter_limit(HPyContext *ctx, HPy h);
HOLDFAST_CAN_GC long meter_update(HPyContext *ctx, HPy h);
int meter_parts(HPyContext *ctx, HPy h, HOLDFAST_OUT_NEW HPy *part);
int meter_label(HPyContext *ctx, HPy h, HOLDFAST_NULL_OK HPy label);
void look_at_meter(HPyContext *ctx, HOLDFAST_BORROWS HPy h);
HPy undeclared(HPyContext *ctx, HPy h);

int closes_is_obeyed(HPyContext *ctx, HPy obj) {
  HPy name = HPy_GetAttr_s(ctx, obj, "name");
  if (HPy_IsNull(name)) return -1;
  finish_with(ctx, name);
  return 0;
}

int closes_and_closed_again(HPyContext *ctx, HPy obj) {
  HPy name = HPy_GetAttr_s(ctx, obj, "name");
  if (HPy_IsNull(name)) return -1;
  finish_with(ctx, name);
  HPy_Close(ctx, name);  // want handle-double-close "'name'"
  return 0;
}

HPy closes_and_used_again(HPyContext *ctx, HPy obj) {
  HPy name = HPy_GetAttr_s(ctx, obj, "name");
  if (HPy_IsNull(name)) return HPy_NULL;
  finish_with(ctx, name);
  return HPy_Str(ctx, name);  // want handle-use-after-close "'name'"
}

int borrows_is_obeyed(HPyContext *ctx, HPy obj) {
  HPy name = HPy_GetAttr_s(ctx, obj, "name");
  if (HPy_IsNull(name)) return -1;
  look_at_meter(ctx, name);
  return 0;  // want handle-leak "'name'"
}

long returns_new_is_lost(HPyContext *ctx) {
  HPy meter = open_meter(ctx, "water");
  if (HPy_IsNull(meter)) return -1;
  return meter_limit(ctx, meter);  // want handle-leak "'meter'"
}

long returns_new_is_closed(HPyContext *ctx) {
  HPy meter = open_meter(ctx, "water");
  if (HPy_IsNull(meter)) return -1;
  long limit = meter_limit(ctx, meter);
  HPy_Close(ctx, meter);
  return limit;
}

HPy returns_borrowed_is_left_alone(HPyContext *ctx) {
  HPy type = meter_type(ctx);
  return HPy_GetAttr_s(ctx, type, "__name__");
}

HPy returns_borrowed_is_closed(HPyContext *ctx) {
  HPy type = meter_type(ctx);
  HPy name = HPy_GetAttr_s(ctx, type, "__name__");
  HPy_Close(ctx, type);  // want handle-close-borrowed "'type'"
  return name;
}

HPyDef_METH(get_meter_type, "get_meter_type", HPyFunc_NOARGS)
static HPy get_meter_type_impl(HPyContext *ctx, HPy self) {
  return meter_type(ctx);  // want handle-return-borrowed
}

long interior_while_open(HPyContext *ctx, HPy obj) {
  Meter *meter = meter_of(ctx, obj);
  return meter->n + meter_limit(ctx, obj);
}

long no_gc_between(HPyContext *ctx, HPy obj) {
  Meter *meter = meter_of(ctx, obj);
  long limit = meter_limit(ctx, obj);
  return limit - meter->n;
}

long can_gc_between(HPyContext *ctx, HPy obj) {
  Meter *meter = meter_of(ctx, obj);
  long change = meter_update(ctx, obj);
  return change - meter->n;  // want pointer-spans-gc "'meter'"
}

long interior_after_the_close(HPyContext *ctx) {
  HPy h = open_meter(ctx, "gas");
  if (HPy_IsNull(h)) return -1;
  Meter *meter = meter_of(ctx, h);
  HPy_Close(ctx, h);
  return meter->n;  // want pointer-outlives-handle "'meter'"
}

int out_new_is_closed(HPyContext *ctx, HPy obj) {
  HPy part = HPy_NULL;
  if (meter_parts(ctx, obj, &part) < 0) return -1;
  HPy_Close(ctx, part);
  return 0;
}

int null_is_declared_fine(HPyContext *ctx, HPy obj) {
  HPy label = HPy_GetAttr_s(ctx, obj, "label");
  int rc = meter_label(ctx, obj, label);
  HPy_Close(ctx, label);
  return rc;
}
