/* A small array type in the manner of numpy: numbers in its struct, views, ufunc-like loops.
   Most of it is right; the three comments say where it is not. */
#include "hpy.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define MAX_ITEMS 64

typedef struct {
    HPy_ssize_t size;
    HPyField base;
    char kind;
    double items[MAX_ITEMS];
} ArrayObject;
HPyType_HELPERS(ArrayObject)

typedef double (*unary_function)(double x);

static double negate(double x)
{
    return -x;
}

static const struct {
    const char *name;
    unary_function function;
} ufuncs[] = {
    { "negate", negate },
    { "sqrt", sqrt },
    { "fabs", fabs },
};

/* Returns a new array of `size` zeros, and a pointer to its struct in `*result`. */
static HPy Array_zeros(HPyContext *ctx, HPy h_type, HPy_ssize_t size, ArrayObject **result)
{
    if (size < 0 || size > MAX_ITEMS) {
        HPyErr_SetString(ctx, ctx->h_ValueError, "bad size");
        return HPy_NULL;
    }
    HPy h_array = HPy_New(ctx, h_type, result);
    if (HPy_IsNull(h_array))
        return HPy_NULL;
    (*result)->size = size;
    (*result)->kind = 'd';
    return h_array;
}

/* Returns `i`, counted from the end if it is negative, or -1 with an exception. */
static HPy_ssize_t checked_index(HPyContext *ctx, const ArrayObject *array, HPy_ssize_t i)
{
    if (i < 0)
        i += array->size;
    if (i < 0 || i >= array->size) {
        HPyErr_SetString(ctx, ctx->h_IndexError, "index out of range");
        return -1;
    }
    return i;
}

HPyDef_SLOT(Array_new, HPy_tp_new)
static HPy Array_new_impl(HPyContext *ctx, HPy h_type, const HPy *args, HPy_ssize_t nargs,
                          HPy kw)
{
    HPy h_values;
    if (!HPyArg_Parse(ctx, NULL, args, nargs, "O", &h_values))
        return HPy_NULL;
    HPy_ssize_t size = HPy_Length(ctx, h_values);
    if (size < 0)
        return HPy_NULL;
    ArrayObject *array;
    HPy h_array = Array_zeros(ctx, h_type, size, &array);
    if (HPy_IsNull(h_array))
        return HPy_NULL;
    for (HPy_ssize_t i = 0; i < size; i++) {
        HPy h_value = HPy_GetItem_i(ctx, h_values, i);
        if (HPy_IsNull(h_value))
            goto error;
        double value = HPyFloat_AsDouble(ctx, h_value);
        HPy_Close(ctx, h_value);
        if (value == -1.0 && HPyErr_Occurred(ctx))
            goto error;
        array->items[i] = value;  // want pointer-spans-gc "'array' is used after a call that can collect"
    }
    return h_array;

error:
    HPy_Close(ctx, h_array);
    return HPy_NULL;
}

HPyDef_SLOT(Array_traverse, HPy_tp_traverse)
static int Array_traverse_impl(void *object, HPyFunc_visitproc visit, void *arg)
{
    ArrayObject *self = (ArrayObject *)object;
    HPy_VISIT(&self->base);
    return 0;
}

HPyDef_SLOT(Array_length, HPy_sq_length)
static HPy_ssize_t Array_length_impl(HPyContext *ctx, HPy h_self)
{
    return ArrayObject_AsStruct(ctx, h_self)->size;
}

HPyDef_SLOT(Array_item, HPy_sq_item)
static HPy Array_item_impl(HPyContext *ctx, HPy h_self, HPy_ssize_t i)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h_self);
    i = checked_index(ctx, self, i);
    if (i < 0)
        return HPy_NULL;
    return HPyFloat_FromDouble(ctx, self->items[i]);
}

HPyDef_SLOT(Array_ass_item, HPy_sq_ass_item)
static int Array_ass_item_impl(HPyContext *ctx, HPy h_self, HPy_ssize_t i, HPy h_value)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h_self);
    i = checked_index(ctx, self, i);
    if (i < 0)
        return -1;
    double value = HPyFloat_AsDouble(ctx, h_value);
    if (value == -1.0 && HPyErr_Occurred(ctx))
        return -1;
    self->items[i] = value;  // want pointer-spans-gc "'self' is used after a call that can collect"
    return 0;
}

HPyDef_SLOT(Array_repr, HPy_tp_repr)
static HPy Array_repr_impl(HPyContext *ctx, HPy h_self)
{
    char text[64];
    ArrayObject *self = ArrayObject_AsStruct(ctx, h_self);
    snprintf(text, sizeof(text), "array(size=%ld, kind='%c')", (long)self->size, self->kind);
    return HPyUnicode_FromString(ctx, text);
}

HPyDef_METH(Array_map, "map", HPyFunc_O)
static HPy Array_map_impl(HPyContext *ctx, HPy h_self, HPy h_name)
{
    unary_function function = NULL;
    const char *name = HPyUnicode_AsUTF8AndSize(ctx, h_name, NULL);
    if (name == NULL)
        return HPy_NULL;
    for (size_t i = 0; i < sizeof(ufuncs) / sizeof(ufuncs[0]); i++) {
        if (strcmp(name, ufuncs[i].name) == 0)
            function = ufuncs[i].function;
    }
    if (function == NULL) {
        HPyErr_SetString(ctx, ctx->h_ValueError, "no such function");
        return HPy_NULL;
    }
    HPy h_type = HPy_Type(ctx, h_self);
    ArrayObject *result;
    HPy h_result = Array_zeros(ctx, h_type, ArrayObject_AsStruct(ctx, h_self)->size, &result);
    HPy_Close(ctx, h_type);
    if (HPy_IsNull(h_result))
        return HPy_NULL;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h_self);
    for (HPy_ssize_t i = 0; i < self->size; i++)
        result->items[i] = function(self->items[i]);
    return h_result;
}

HPyDef_METH(Array_view, "view", HPyFunc_NOARGS)
static HPy Array_view_impl(HPyContext *ctx, HPy h_self)
{
    HPy h_type = HPy_Type(ctx, h_self);
    ArrayObject *self = ArrayObject_AsStruct(ctx, h_self);
    ArrayObject *view;
    HPy h_view = Array_zeros(ctx, h_type, self->size, &view);
    HPy_Close(ctx, h_type);
    if (HPy_IsNull(h_view))
        return HPy_NULL;
    memcpy(view->items, self->items, sizeof(view->items));  // want pointer-spans-gc
    HPyField_Store(ctx, h_view, &view->base, h_self);
    return h_view;
}

static HPyDef *array_defines[] = {
    &Array_new, &Array_traverse, &Array_length, &Array_item,
    &Array_ass_item, &Array_repr, &Array_map, &Array_view, NULL,
};

static HPyType_Spec array_spec = {
    .name = "samples.array",
    .basicsize = sizeof(ArrayObject),
    .builtin_shape = SHAPE(ArrayObject),
    .flags = HPy_TPFLAGS_DEFAULT | HPy_TPFLAGS_HAVE_GC,
    .defines = array_defines,
};

HPyDef_SLOT(exec_module, HPy_mod_exec)
static int exec_module_impl(HPyContext *ctx, HPy h_module)
{
    HPy h_type = HPyType_FromSpec(ctx, &array_spec, NULL);
    if (HPy_IsNull(h_type))
        return -1;
    int result = HPy_SetAttr_s(ctx, h_module, "array", h_type);
    HPy_Close(ctx, h_type);
    return result;
}

static HPyDef *module_defines[] = { &exec_module, NULL };
static HPyModuleDef module = { .doc = "a small array", .defines = module_defines };
HPy_MODINIT(array, module)
