/* A field that is copied is a reference that nobody visits, in whatever form it is copied. */
#include "hpy.h"
#include <stdlib.h>
#include <string.h>

typedef struct {
  HPyField key;
  HPyField value;
  long hash;
} Entry;

typedef struct {
  HPyField owner;
  Entry entry;
  HPyField slots[4];
  long used;
} Map;
HPyType_HELPERS(Map)

HPyDef_SLOT(Map_traverse, HPy_tp_traverse)
static int Map_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg) {
  Map *map = (Map *)self;
  HPy_VISIT(&map->owner);
  HPy_VISIT(&map->entry.key);
  HPy_VISIT(&map->entry.value);
  for (int i = 0; i < 4; i++) HPy_VISIT(&map->slots[i]);
  return 0;
}

static HPyDef *Map_defines[] = {&Map_traverse, NULL};
HPyType_Spec Map_spec = {
  .name = "fields.Map",
  .basicsize = sizeof(Map),
  .flags = HPy_TPFLAGS_DEFAULT | HPy_TPFLAGS_HAVE_GC,
  .defines = Map_defines,
};

void between_two_results(HPyContext *ctx, HPy self, HPy other) {
  Map_AsStruct(ctx, self)->owner =
    Map_AsStruct(ctx, other)->owner;  // want field-misuse "field 'owner' is read directly"
}

void a_whole_struct(HPyContext *ctx, HPy self, HPy other) {
  Map *to = Map_AsStruct(ctx, self);
  Map *from = Map_AsStruct(ctx, other);
  *to = *from;  // want field-misuse "'*from' is copied with the fields in it"
}

void a_struct_in_a_struct(HPyContext *ctx, HPy self, HPy other) {
  Map *to = Map_AsStruct(ctx, self);
  Map *from = Map_AsStruct(ctx, other);
  to->entry = from->entry;  // want field-misuse "'from->entry' is copied"
  to->used = from->used;
}

/* A template has nothing but null fields. */
void from_a_template_is_fine(HPyContext *ctx, HPy self) {
  static const Map empty = {HPyField_NULL, {HPyField_NULL, HPyField_NULL, -1}, {{0}}, 0};
  *Map_AsStruct(ctx, self) = empty;
}

void from_a_fresh_value_is_fine(HPyContext *ctx, HPy self, long used) {
  Map *map = Map_AsStruct(ctx, self);
  Map fresh = {.used = used};
  fresh.entry.hash = -1;
  fresh.owner = HPyField_NULL;
  *map = fresh;
  map->entry = (Entry){.hash = -1};
}

void set_to_zero_is_fine(HPyContext *ctx, HPy self) {
  Map *map = Map_AsStruct(ctx, self);
  memset(map, 0, sizeof(Map));
  map->entry.hash = -1;
}

void as_bytes(HPyContext *ctx, HPy self, HPy other) {
  Map *to = Map_AsStruct(ctx, self);
  Map *from = Map_AsStruct(ctx, other);
  memcpy(to, from, sizeof(Map));  // want field-misuse "'*from' is copied"
}

void shift_down(HPyContext *ctx, HPy self) {
  Map *map = Map_AsStruct(ctx, self);
  memmove(&map->slots[0], &map->slots[1],  // want field-misuse "'map->slots[1]' is copied"
          3 * sizeof(HPyField));
}

void template_as_bytes_is_fine(HPyContext *ctx, HPy self) {
  static const Map empty = {.used = 0};
  memcpy(Map_AsStruct(ctx, self), &empty, sizeof(Map));
}

/* What is copied for its numbers has no use of its fields. */
long numbers_of_a_copy_are_fine(HPyContext *ctx, HPy self) {
  Entry entry = Map_AsStruct(ctx, self)->entry;
  return HPyField_IsNull(entry.key) ? 0 : entry.hash;
}

HPy fields_of_a_copy(HPyContext *ctx, HPy self, HPy key) {
  Entry entry = Map_AsStruct(ctx, self)->entry;  // want field-misuse "'entry.value' is a local"
  if (HPyField_IsNull(entry.value)) return HPy_Dup(ctx, key);
  return HPyField_Load(ctx, self, entry.value);
}

void store_into_a_local_struct(HPyContext *ctx, HPy self, HPy value) {
  Entry entry = {.hash = 0};  // want field-misuse "'entry.key' is a local field"
  HPyField_Store(ctx, self, &entry.key, value);
}

/* One mistake, one finding. */
HPy kept_in_a_variable(HPyContext *ctx, HPy self) {
  Map *map = Map_AsStruct(ctx, self);
  HPyField *place = &map->owner;
  HPyField owner = *place;  // want field-misuse "'owner' is a local field"
  HPy_Close(ctx, HPyLong_FromLong(ctx, map->used));
  return HPyField_Load(ctx, self, owner);
}

/* The parameter is a copy, too. */
static HPy load_or_none(HPyContext *ctx, HPy self,
                        HPyField field) {  // want field-misuse "'field' is a local field"
  if (HPyField_IsNull(field)) return HPy_Dup(ctx, ctx->h_None);
  return HPyField_Load(ctx, self, field);
}

static HPy load_or_none_by_address(HPyContext *ctx, HPy self, HPyField *field) {
  if (HPyField_IsNull(*field)) return HPy_Dup(ctx, ctx->h_None);
  return HPyField_Load(ctx, self, *field);
}

static int is_set(HPyField field) {
  return !HPyField_IsNull(field);
}

HPy through_helpers(HPyContext *ctx, HPy self) {
  Map *map = Map_AsStruct(ctx, self);
  if (is_set(map->entry.key)) return load_or_none(ctx, self, map->owner);
  return load_or_none_by_address(ctx, self, &map->owner);
}

static HPyField owner_of(HPyContext *ctx, HPy self) {
  return Map_AsStruct(ctx, self)->owner;  // want field-misuse "field 'owner' is read directly"
}

HPy of_a_result(HPyContext *ctx, HPy self) {
  return HPyField_Load(ctx, self, owner_of(ctx, self));
}

static HPyField no_field(void) {
  return HPyField_NULL;
}

void cleared_by_a_result_is_fine(HPyContext *ctx, HPy self) {
  Map_AsStruct(ctx, self)->owner = no_field();
}

/* One of two fields is loaded without a copy in between. */
HPy one_of_two_is_fine(HPyContext *ctx, HPy self, int which) {
  Map *map = Map_AsStruct(ctx, self);
  return HPyField_Load(ctx, self, which ? map->entry.key : map->entry.value);
}

/* Nobody visits what is in a static struct. */
static Entry cached;  // want field-misuse "'cached.value' is a static field"

void into_a_static_struct(HPyContext *ctx, HPy self, HPy value) {
  HPyField_Store(ctx, self, &cached.value, value);
}

void local_global(HPyContext *ctx, HPy value) {
  HPyGlobal global = {0};  // want field-misuse "'global' is a local global"
  HPyGlobal_Store(ctx, &global, value);
}

/* A copy of a static one that is only loaded is harmless. */
static HPyGlobal names[2];

HPy one_of_two_globals_is_fine(HPyContext *ctx, int which) {
  HPyGlobal global = names[which & 1];
  return HPyGlobal_Load(ctx, global);
}
