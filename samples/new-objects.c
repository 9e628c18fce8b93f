/* HPy_New gives out a pointer together with the handle. */
#include "hpy.h"

typedef struct {
    double x, y;
} PointObject;
HPyType_HELPERS(PointObject)

HPy wrong_point(HPyContext *ctx, HPy h_type, HPy h_x)
{
    PointObject *point;
    HPy h_point = HPy_New(ctx, h_type, &point);
    if (HPy_IsNull(h_point))
        return HPy_NULL;
    point->x = HPyFloat_AsDouble(ctx, h_x);  // want pointer-spans-gc "'point' is used"
    return h_point;
}

HPy right_point(HPyContext *ctx, HPy h_type, HPy h_x)
{
    PointObject *point;
    double x = HPyFloat_AsDouble(ctx, h_x);
    HPy h_point = HPy_New(ctx, h_type, &point);
    if (HPy_IsNull(h_point))
        return HPy_NULL;
    point->x = x;
    return h_point;
}

/* An allocation makes older pointers stale. */
HPy wrong_copy(HPyContext *ctx, HPy h_type, HPy h_point)
{
    PointObject *copy;
    PointObject *point = PointObject_AsStruct(ctx, h_point);  // note pointer-spans-gc "obtained from 'h_point' here"
    HPy h_copy = HPy_New(ctx, h_type, &copy);                // note pointer-spans-gc 2 "'HPy_New' can collect"
    if (HPy_IsNull(h_copy))
        return HPy_NULL;
    *copy = *point;  // want pointer-spans-gc "'point' is used"
    return h_copy;
}

HPy right_copy(HPyContext *ctx, HPy h_type, HPy h_point)
{
    PointObject *copy;
    HPy h_copy = HPy_New(ctx, h_type, &copy);
    if (HPy_IsNull(h_copy))
        return HPy_NULL;
    *copy = *PointObject_AsStruct(ctx, h_point);
    return h_copy;
}
