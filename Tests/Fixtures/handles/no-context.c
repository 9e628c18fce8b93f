/* Destructors that get no context must not look for one. */
#include "hpy.h"
#include <stdlib.h>

extern HPyContext *module_context;

typedef struct {
  char *name;
  HPyField owner;
} File;
HPyType_HELPERS(File)

HPyDef_SLOT(File_traverse, HPy_tp_traverse)
static int File_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg) {
  File *file = (File *)self;
  HPy_VISIT(&file->owner);
  return 0;
}

HPyDef_SLOT(File_destroy, HPy_tp_destroy)
static void File_destroy_impl(void *self) {
  File *file = (File *)self;
  free(file->name);
}

HPyDef_SLOT(File_destroy_calls, HPy_tp_destroy)
static void File_destroy_calls_impl(void *self) {
  File *file = (File *)self;
  HPyErr_Clear(module_context);  // want context-suspended "'HPyErr_Clear'"
  free(file->name);
}

static void report(File *file) {
  HPyErr_WriteUnraisable(module_context, module_context->h_None);
  free(file->name);
}

HPyDef_SLOT(File_destroy_calls_a_helper, HPy_tp_destroy)
static void File_destroy_calls_a_helper_impl(void *self) {
  report((File *)self);  // want context-suspended "'report'"
}

HPyDef_SLOT(File_traverse_calls, HPy_tp_traverse)
static int File_traverse_calls_impl(void *self, HPyFunc_visitproc visit, void *arg) {
  File *file = (File *)self;
  HPyErr_Clear(module_context);  // want context-suspended "'HPyErr_Clear'"
  HPy_VISIT(&file->owner);
  return 0;
}

HPyCapsule_DESTRUCTOR(name_destructor)
static void name_destructor_impl(const char *name, void *pointer, void *context) {
  free(pointer);
}

/* What the capsule was given as its own context is not the runtime's. */
HPyCapsule_DESTRUCTOR(smuggled_destructor)
static void smuggled_destructor_impl(const char *name, void *pointer, void *context) {
  HPyErr_Clear((HPyContext *)context);  // want context-suspended "'HPyErr_Clear'"
  free(pointer);
}

HPy name_capsule(HPyContext *ctx) {
  char *name = calloc(1, 16);
  if (name == NULL) return HPyErr_NoMemory(ctx);
  HPy capsule = HPyCapsule_New(ctx, name, "name", &name_destructor);
  if (HPy_IsNull(capsule)) free(name);
  return capsule;
}

HPy smuggled_capsule(HPyContext *ctx) {
  char *name = calloc(1, 16);
  if (name == NULL) return HPyErr_NoMemory(ctx);
  HPy capsule = HPyCapsule_New(ctx, name, "smuggled", &smuggled_destructor);
  if (HPy_IsNull(capsule)) free(name);
  return capsule;
}
