// A definition that is written by hand, for a second name of a method that a macro defines.

#include <hpy.h>

HPyDef_METH(dump, "dump", HPyFunc_O)
static HPy dump_impl(HPyContext *ctx, HPy self, HPy value);

HPyDef encode = {
  .kind = HPyDef_Kind_Meth,
  .meth = {
    .name = "encode",
    .impl = (HPyCFunction)dump_impl,
    .cpy_trampoline = (cpy_PyCFunction)dump_trampoline,
    .signature = HPyFunc_O,
  },
};

static HPy dump_impl(HPyContext *ctx, HPy self, HPy value) {
  if (HPyUnicode_Check(ctx, value)) return value;  // want handle-return-borrowed "'value'"
  return HPy_Str(ctx, value);
}
