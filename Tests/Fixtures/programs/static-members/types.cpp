// Members of classes, and variables of one name in several namespaces, defined away from the table.
#include "types.h"

namespace shapes {

HPyGlobal Circle::type;
HPyGlobal Square::type;
HPyGlobal Blob::type;  // want field-misuse "global 'type' is not listed"
HPyGlobal default_color;

bool Circle::ready(HPyContext *ctx, HPy module) {
  HPyGlobal_Store(ctx, &type, module);
  return true;
}

bool Square::ready(HPyContext *ctx, HPy module) {
  HPyGlobal_Store(ctx, &type, module);
  return true;
}

}  // namespace shapes

namespace inks {

HPyGlobal default_color;  // want field-misuse "global 'default_color' is not listed"

}  // namespace inks
