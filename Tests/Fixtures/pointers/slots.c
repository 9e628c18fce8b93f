/* The slots of a type: getters, setters, calls, buffers, arithmetic (4.4 #100). */
#include "hpy.h"

#include <string.h>
typedef struct { HPy_ssize_t size; double items[8]; char name[8]; } ArrayObject;
HPyType_HELPERS(ArrayObject)
HPyDef_GETSET(Array_size, "size")
static HPy Array_size_get(HPyContext *ctx, HPy h_self, void *closure)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h_self);
    return HPyLong_FromSsize_t(ctx, self->size);
}

static int Array_size_set(HPyContext *ctx, HPy h_self, HPy value, void *closure)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h_self);
    HPy_ssize_t n = HPyLong_AsSsize_t(ctx, value);
    self->size = n;
    return 0;
}

HPyDef_SLOT(Array_call, HPy_tp_call)
static HPy Array_call_impl(HPyContext *ctx, HPy h_self, const HPy *args, size_t nargs, HPy kwnames)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h_self);
    double sum = 0;
    for (size_t i = 0; i < nargs; i++) {
        double v = HPyFloat_AsDouble(ctx, args[i]);
        if (v == -1.0 && HPyErr_Occurred(ctx)) return HPy_NULL;
        sum += v * self->items[i & 7];  // want pointer-spans-gc
    }
    return HPyFloat_FromDouble(ctx, sum);
}

HPyDef_SLOT(Array_init, HPy_tp_init)
static int Array_init_impl(HPyContext *ctx, HPy h_self, const HPy *args, HPy_ssize_t nargs, HPy kw)
{
    HPyTracker ht;
    const char *name = NULL;
    long n = 0;
    static const char *kwlist[] = { "n", "name", NULL };
    if (!HPyArg_ParseKeywordsDict(ctx, &ht, args, nargs, kw, "l|s", kwlist, &n, &name)) return -1;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h_self);
    self->size = n;
    if (name) strncpy(self->name, name, sizeof(self->name) - 1);
    HPyTracker_Close(ctx, ht);
    return 0;
}

HPyDef_SLOT(Array_getbuffer, HPy_bf_getbuffer)
static int Array_getbuffer_impl(HPyContext *ctx, HPy h_self, HPy_buffer *buf, int flags)
{
    static char format[] = "d";
    static HPy_ssize_t shape[1] = { 8 }, strides[1] = { 8 };
    ArrayObject *self = ArrayObject_AsStruct(ctx, h_self);
    buf->buf = self->items;
    buf->len = 64;
    buf->itemsize = 8;
    buf->readonly = 1;
    buf->ndim = 1;
    buf->format = format;
    buf->shape = shape;
    buf->strides = strides;
    buf->suboffsets = NULL;
    buf->internal = NULL;
    buf->obj = HPy_Dup(ctx, h_self);
    return 0;
}

HPyDef_SLOT(Array_add, HPy_nb_add)
static HPy Array_add_impl(HPyContext *ctx, HPy l, HPy r)
{
    HPy type = HPy_Type(ctx, l);
    HPy result = HPy_NULL;
    if (!HPy_TypeCheck(ctx, r, type)) { result = HPy_Dup(ctx, ctx->h_NotImplemented); goto done; }
    ArrayObject *out;
    result = HPy_New(ctx, type, &out);
    if (HPy_IsNull(result)) goto done;
    const ArrayObject *a = ArrayObject_AsStruct(ctx, l), *b = ArrayObject_AsStruct(ctx, r);
    for (int i = 0; i < 8; i++) out->items[i] = a->items[i] + b->items[i];
done:
    HPy_Close(ctx, type);
    return result;
}

HPyDef_SLOT(Array_hash, HPy_tp_hash)
static HPy_hash_t Array_hash_impl(HPyContext *ctx, HPy h)
{
    ArrayObject *a = ArrayObject_AsStruct(ctx, h);
    HPy t = HPyTuple_Pack(ctx, 1, h);
    if (HPy_IsNull(t)) return -1;
    HPy_hash_t r = HPy_Hash(ctx, t);
    HPy_Close(ctx, t);
    return r ^ a->size;  // want pointer-spans-gc
}

HPyDef_SLOT(Array_repr, HPy_tp_repr)
static HPy Array_repr_impl(HPyContext *ctx, HPy h)
{
    ArrayObject *a = ArrayObject_AsStruct(ctx, h);
    return HPyUnicode_FromFormat(ctx, "A(%zd, %s)", a->size, a->name);
}

/* 4.4 #66: this conversion only fails or reads; it does not run code (HPyLong_AsLong does). */
HPyDef_SLOT(Array_getitem, HPy_mp_subscript)
static HPy Array_getitem_impl(HPyContext *ctx, HPy h_self, HPy key)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h_self);
    HPy_ssize_t i = HPyLong_AsSsize_t(ctx, key);
    if (i == -1 && HPyErr_Occurred(ctx)) return HPy_NULL;
    if (i < 0) i += self->size;
    if (i < 0 || i >= self->size) { HPyErr_SetString(ctx, ctx->h_IndexError, "index"); return HPy_NULL; }
    return HPyFloat_FromDouble(ctx, self->items[i]);
}
