/* A field is a reference that the collector must be able to find. */
#include "hpy.h"

typedef struct {
    HPyField left;
    HPyField right;  // want field-misuse "right"
} PairObject;
HPyType_HELPERS(PairObject)

HPyDef_SLOT(Pair_traverse, HPy_tp_traverse)
static int Pair_traverse_impl(void *object, HPyFunc_visitproc visit, void *arg)
{
    PairObject *self = (PairObject *)object;
    HPy_VISIT(&self->left);
    return 0;
}

HPyDef_METH(wrong_left, "wrong_left", HPyFunc_NOARGS)
static HPy wrong_left_impl(HPyContext *ctx, HPy h_self)
{
    HPyField left = PairObject_AsStruct(ctx, h_self)->left;  // want field-misuse
    return HPyField_Load(ctx, h_self, left);
}

HPyDef_METH(right_left, "right_left", HPyFunc_NOARGS)
static HPy right_left_impl(HPyContext *ctx, HPy h_self)
{
    PairObject *self = PairObject_AsStruct(ctx, h_self);
    if (HPyField_IsNull(self->left))
        return HPy_Dup(ctx, ctx->h_None);
    return HPyField_Load(ctx, h_self, self->left);
}

static HPyDef *pair_defines[] = { &Pair_traverse, &wrong_left, &right_left, NULL };

HPyType_Spec pair_spec = {
    .name = "samples.Pair",
    .basicsize = sizeof(PairObject),
    .builtin_shape = SHAPE(PairObject),
    .flags = HPy_TPFLAGS_DEFAULT | HPy_TPFLAGS_HAVE_GC,
    .defines = pair_defines,
};
