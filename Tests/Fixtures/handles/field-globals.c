/* Global variables must be listed in the definition of the module. */
#include "hpy.h"

static HPyGlobal listed;
static HPyGlobal also_listed;
static HPyGlobal forgotten;  // want field-misuse "'forgotten'"
static HPyGlobal in_another_table;  // want field-misuse "'in_another_table'"

static HPyGlobal *globals[] = {
  &listed,
  &also_listed,
  NULL,
};

static const struct {
  const char *name;
  HPyGlobal *global;
} names_of_globals[] = {{"listed", &listed}, {"other", &in_another_table}};

HPyDef_SLOT(globals_exec, HPy_mod_exec)
static int globals_exec_impl(HPyContext *ctx, HPy module) {
  HPy names = HPyList_New(ctx, 0);
  if (HPy_IsNull(names)) return -1;
  HPyGlobal_Store(ctx, &listed, names);
  HPyGlobal_Store(ctx, &also_listed, module);
  HPyGlobal_Store(ctx, &forgotten, names);
  HPyGlobal_Store(ctx, names_of_globals[1].global, names);
  HPy_Close(ctx, names);
  return 0;
}

static HPyDef *globals_defines[] = {&globals_exec, NULL};

static HPyModuleDef globals_module = {
  .doc = "global variables",
  .defines = globals_defines,
  .globals = globals,
};

HPy_MODINIT(globals_fixture, globals_module)
