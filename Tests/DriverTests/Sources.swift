/// Small sources that tests check.
enum Sources {

  /// A source in which `pointer-spans-gc` is found on line 9.
  static let bad = """
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

    """

  /// A source in which nothing is found.
  static let good = """
    #include "hpy.h"
    HPyDef_METH(none, "none", HPyFunc_NOARGS)
    static HPy none_impl(HPyContext *ctx, HPy self)
    {
        return HPy_Dup(ctx, ctx->h_None);
    }

    """

}
