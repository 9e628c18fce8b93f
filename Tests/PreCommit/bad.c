#include "hpy.h"

typedef struct { double x; } Point;
HPyType_HELPERS(Point)

HPyDef_METH(scale, "scale", HPyFunc_O)
static HPy scale_impl(HPyContext *ctx, HPy self, HPy arg)
{
    Point *point = Point_AsStruct(ctx, self);
    double factor = HPyFloat_AsDouble(ctx, arg);
    point->x *= factor;
    return HPy_Dup(ctx, ctx->h_None);
}
