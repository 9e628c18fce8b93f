/* On a moving collector, a pointer is good until the next call that can collect. */
#include "hpy.h"

typedef struct {
    double x, y;
} PointObject;
HPyType_HELPERS(PointObject)

HPyDef_METH(wrong_scale, "wrong_scale", HPyFunc_O)
static HPy wrong_scale_impl(HPyContext *ctx, HPy h_self, HPy h_factor)
{
    PointObject *self = PointObject_AsStruct(ctx, h_self);  // note pointer-spans-gc "'self' is obtained from 'h_self' here"
    double factor = HPyFloat_AsDouble(ctx, h_factor);       // note pointer-spans-gc "'HPyFloat_AsDouble' can collect"
    self->x *= factor;                                      // want pointer-spans-gc "'self' is used after a call that can collect"
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(right_scale, "right_scale", HPyFunc_O)
static HPy right_scale_impl(HPyContext *ctx, HPy h_self, HPy h_factor)
{
    double factor = HPyFloat_AsDouble(ctx, h_factor);
    if (factor == -1.0 && HPyErr_Occurred(ctx))
        return HPy_NULL;
    PointObject *self = PointObject_AsStruct(ctx, h_self);
    self->x *= factor;
    return HPy_Dup(ctx, ctx->h_None);
}

/* A value that is read before the call is as good as ever. */
HPyDef_METH(right_norm, "right_norm", HPyFunc_NOARGS)
static HPy right_norm_impl(HPyContext *ctx, HPy h_self)
{
    PointObject *self = PointObject_AsStruct(ctx, h_self);
    return HPyFloat_FromDouble(ctx, self->x * self->x + self->y * self->y);
}

/* Obtained anew, a pointer is fresh again. */
HPyDef_METH(right_twice, "right_twice", HPyFunc_O)
static HPy right_twice_impl(HPyContext *ctx, HPy h_self, HPy h_other)
{
    PointObject *self = PointObject_AsStruct(ctx, h_self);
    double x = self->x;
    if (HPy_Length(ctx, h_other) < 0)
        return HPy_NULL;
    self = PointObject_AsStruct(ctx, h_self);
    self->y = x;
    return HPy_Dup(ctx, ctx->h_None);
}
