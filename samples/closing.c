/* A pointer is good while the handle it came from is open. */
#include "hpy.h"

typedef struct {
    double x, y;
} PointObject;
HPyType_HELPERS(PointObject)

double wrong_use_after_close(HPyContext *ctx, HPy h_points)
{
    HPy h_point = HPy_GetItem_i(ctx, h_points, 0);
    if (HPy_IsNull(h_point))
        return -1;
    PointObject *point = PointObject_AsStruct(ctx, h_point);  // note pointer-outlives-handle "'point' is obtained from 'h_point' here"
    HPy_Close(ctx, h_point);                                  // note pointer-outlives-handle "'h_point' is closed here"
    return point->x;                                          // want pointer-outlives-handle "'point' is used after its handle 'h_point' was closed"
}

double right_use_before_close(HPyContext *ctx, HPy h_points)
{
    HPy h_point = HPy_GetItem_i(ctx, h_points, 0);
    if (HPy_IsNull(h_point))
        return -1;
    double x = PointObject_AsStruct(ctx, h_point)->x;
    HPy_Close(ctx, h_point);
    return x;
}

/* The pointer belongs to the handle it was obtained from, not to the object. */
double wrong_handle_of_a_duplicate(HPyContext *ctx, HPy h_point)
{
    HPy h_copy = HPy_Dup(ctx, h_point);
    PointObject *point = PointObject_AsStruct(ctx, h_copy);
    HPy_Close(ctx, h_copy);
    return point->x;  // want pointer-outlives-handle
}

double right_handle_that_stays_open(HPyContext *ctx, HPy h_point)
{
    HPy h_copy = HPy_Dup(ctx, h_point);
    PointObject *point = PointObject_AsStruct(ctx, h_point);
    HPy_Close(ctx, h_copy);
    return point->x;
}
