#include "types.h"

extern "C" {

HPyDef_SLOT(shapes_exec, HPy_mod_exec)
static int shapes_exec_impl(HPyContext *ctx, HPy module) {
  if (!shapes::Circle::ready(ctx, module)) return -1;
  return shapes::Square::ready(ctx, module) ? 0 : -1;
}

static HPyDef *shapes_defines[] = {&shapes_exec, nullptr};
static HPyGlobal *shapes_globals[] = {
  &shapes::Circle::type, &shapes::Square::type, &shapes::default_color, nullptr};
static HPyModuleDef shapes_module = {"shapes", 0, nullptr, shapes_defines, shapes_globals};

HPy_MODINIT(shapes, shapes_module)

}
