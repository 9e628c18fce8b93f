// What is stored in memory to which a static variable or an object's struct leads.

#include <hpy.h>
#include <stdlib.h>

typedef struct {
  HPy callable;
  void *owner;
  HPyContext *ctx;
} Watcher;

typedef struct {
  Watcher *watcher;
  int count;
} Meter;
HPyType_HELPERS(Meter)

static Watcher *current;

void keep_handle_in_memory_of_object(HPyContext *ctx, HPy self, HPy arg) {
  Meter *meter = Meter_AsStruct(ctx, self);
  meter->watcher->callable = HPy_Dup(ctx, arg);  // want handle-escapes "'meter->watcher->callable'"
}

void keep_argument_in_memory_of_object(HPyContext *ctx, HPy self, HPy arg) {
  Watcher *watcher = Meter_AsStruct(ctx, self)->watcher;
  watcher->callable = arg;  // want handle-escapes "'arg'"
}

void keep_pointer_in_memory_of_object(HPyContext *ctx, HPy self) {
  Meter *meter = Meter_AsStruct(ctx, self);
  meter->watcher->owner = meter;  // want pointer-escapes "'meter'"
}

void keep_context_in_memory_of_object(HPyContext *ctx, HPy self) {
  Meter *meter = Meter_AsStruct(ctx, self);
  meter->watcher->ctx = ctx;  // want context-escapes "'ctx'"
}

void keep_all_behind_static_variable(HPyContext *ctx, HPy self, HPy arg) {
  current->callable = HPy_Dup(ctx, arg);         // want handle-escapes "'current->callable'"
  current->owner = Meter_AsStruct(ctx, self);    // want pointer-escapes "'current->owner'"
  current->ctx = ctx;                            // want context-escapes "'current->ctx'"
}

// What is taken out again before the end was kept for the call only.

HPy emptied_before_end_is_fine(HPyContext *ctx, HPy self, HPy arg) {
  Watcher *watcher = Meter_AsStruct(ctx, self)->watcher;
  watcher->callable = arg;
  watcher->ctx = ctx;
  HPy text = HPy_Str(ctx, arg);
  watcher->callable = HPy_NULL;
  watcher->ctx = NULL;
  return text;
}

HPy emptied_through_pointer_loaded_again_is_fine(HPyContext *ctx, HPy self, HPy arg) {
  Meter *meter = Meter_AsStruct(ctx, self);
  meter->watcher->callable = arg;
  meter->watcher->ctx = ctx;
  HPy text = HPy_Str(ctx, arg);
  meter = Meter_AsStruct(ctx, self);
  meter->watcher->callable = HPy_NULL;
  meter->watcher->ctx = NULL;
  return text;
}

HPy variable_of_the_function_is_fine(HPyContext *ctx, HPy arg) {
  Watcher here = {HPy_NULL};
  Watcher *before = current;
  current = &here;
  current->callable = HPy_Dup(ctx, arg);
  HPy text = HPy_Str(ctx, current->callable);
  HPy_Close(ctx, current->callable);
  current = before;
  return text;
}

// Callers judge what a function stores there.

static void begin(HPyContext *ctx, HPy self) {
  Meter *meter = Meter_AsStruct(ctx, self);
  meter->watcher->ctx = ctx;                    // want context-escapes "'ctx'"
  meter->watcher->callable = HPy_Dup(ctx, self);  // want handle-escapes "'meter->watcher->callable'"
}

static void end(HPyContext *ctx, HPy self) {
  Meter *meter = Meter_AsStruct(ctx, self);
  meter->watcher->ctx = NULL;
  HPy_Close(ctx, meter->watcher->callable);
  meter->watcher->callable = HPy_NULL;
}

HPy begun_and_ended_is_fine(HPyContext *ctx, HPy self, HPy arg) {
  begin(ctx, self);
  HPy text = HPy_Str(ctx, arg);
  end(ctx, self);
  return text;
}

HPy begun_and_never_ended(HPyContext *ctx, HPy self, HPy arg) {
  begin(ctx, self);
  return HPy_Str(ctx, arg);
}

static void enter(HPyContext *ctx, HPy arg) {
  current->callable = arg;
  current->ctx = ctx;
}

HPy entered_with_variable_is_fine(HPyContext *ctx, HPy arg) {
  Watcher here = {HPy_NULL};
  Watcher *before = current;
  current = &here;
  enter(ctx, arg);
  HPy text = HPy_Str(ctx, here.callable);
  current = before;
  return text;
}
