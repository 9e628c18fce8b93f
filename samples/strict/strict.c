/* `pointer-stored` is off by default; the configuration in this folder turns it on. */
#include "hpy.h"

typedef struct {
    double x, y;
} PointObject;
HPyType_HELPERS(PointObject)

double wrong_variable(HPyContext *ctx, HPy h_point)
{
    PointObject *point = PointObject_AsStruct(ctx, h_point);  // want pointer-stored
    return point->x + point->y;
}

double right_without_variable(HPyContext *ctx, HPy h_point)
{
    double x = PointObject_AsStruct(ctx, h_point)->x;
    return x + PointObject_AsStruct(ctx, h_point)->y;
}

/* HPy_New leaves no choice. */
HPy right_constructor(HPyContext *ctx, HPy h_type)
{
    PointObject *point;
    HPy h_point = HPy_New(ctx, h_type, &point);
    if (HPy_IsNull(h_point))
        return HPy_NULL;
    point->x = 1;
    return h_point;
}

/* A pointer that moves on in its variable is kept once. */
double wrong_walking(HPyContext *ctx, HPy h_point)
{
    double *next = &PointObject_AsStruct(ctx, h_point)->x;  // want pointer-stored
    double sum = *next++;
    return sum + *next;
}
