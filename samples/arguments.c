/* The parser converts arguments, and that can run any code. */
#include "hpy.h"

typedef struct {
    double x, y;
} PointObject;
HPyType_HELPERS(PointObject)

HPyDef_METH(wrong_move_to, "wrong_move_to", HPyFunc_VARARGS)
static HPy wrong_move_to_impl(HPyContext *ctx, HPy h_self, const HPy *args, size_t nargs)
{
    PointObject *self = PointObject_AsStruct(ctx, h_self);
    if (!HPyArg_Parse(ctx, NULL, args, nargs, "dd", &self->x, &self->y))  // want pointer-spans-gc "is passed to a call that can collect and then uses it"
        return HPy_NULL;
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(right_move_to, "right_move_to", HPyFunc_VARARGS)
static HPy right_move_to_impl(HPyContext *ctx, HPy h_self, const HPy *args, size_t nargs)
{
    double x, y;
    if (!HPyArg_Parse(ctx, NULL, args, nargs, "dd", &x, &y))
        return HPy_NULL;
    PointObject *self = PointObject_AsStruct(ctx, h_self);
    self->x = x;
    self->y = y;
    return HPy_Dup(ctx, ctx->h_None);
}

/* A string belongs to its argument, which the caller closes after the return. */
static const char *last_label;

HPyDef_METH(wrong_label, "wrong_label", HPyFunc_VARARGS)
static HPy wrong_label_impl(HPyContext *ctx, HPy h_self, const HPy *args, size_t nargs)
{
    const char *label;
    if (!HPyArg_Parse(ctx, NULL, args, nargs, "s", &label))
        return HPy_NULL;
    last_label = label;  // want pointer-escapes "'label' is kept in 'last_label' beyond the life of its handle"
    return HPy_Dup(ctx, ctx->h_None);
}
