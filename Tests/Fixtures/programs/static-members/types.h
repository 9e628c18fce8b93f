#pragma once
#include "hpy.h"

namespace shapes {

struct Circle {
  double radius;
  static HPyGlobal type;
  static bool ready(HPyContext *ctx, HPy module);
};

struct Square {
  double side;
  static HPyGlobal type;
  static bool ready(HPyContext *ctx, HPy module);
};

struct Blob {
  static HPyGlobal type;
};

extern HPyGlobal default_color;

}  // namespace shapes

namespace inks {

extern HPyGlobal default_color;

}  // namespace inks
