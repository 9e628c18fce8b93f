/* Code as extensions have it: closures, caches, error labels, conversions, growing buffers. */
#include "hpy.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    HPy_ssize_t length;
    HPy_ssize_t capacity;
    double *data;
    int exports;
    char name[32];
} BufferObject;

HPyType_HELPERS(BufferObject)

typedef struct {
    HPyContext *ctx;
    HPy h_target;
    BufferObject *target;
    int failed;
} Writer;

static void writer_init(Writer *writer, HPyContext *ctx, HPy h_target)
{
    writer->ctx = ctx;
    writer->h_target = h_target;
    writer->target = BufferObject_AsStruct(ctx, h_target);
    writer->failed = 0;
}

static void writer_put(Writer *writer, double value)
{
    if (writer->target->length == writer->target->capacity)
        writer->failed = 1;
    else
        writer->target->data[writer->target->length++] = value;
}

static double writer_convert(Writer *writer, HPy h_value)
{
    return HPyFloat_AsDouble(writer->ctx, h_value);
}

static void writer_refresh(Writer *writer)
{
    writer->target = BufferObject_AsStruct(writer->ctx, writer->h_target);
}

/* 4.6 #151, 4.4 #86: a closure that holds the pointer, and is handed on when it is stale. */
int closure_with_a_stale_pointer(HPyContext *ctx, HPy h_buffer, HPy h_value)
{
    Writer writer;
    writer_init(&writer, ctx, h_buffer);
    double value = writer_convert(&writer, h_value);
    writer_put(&writer, value);  // want pointer-spans-gc
    return writer.failed ? -1 : 0;
}

/* The twin: refreshed first. */
int closure_with_a_fresh_pointer_is_fine(HPyContext *ctx, HPy h_buffer, HPy h_value)
{
    Writer writer;
    writer_init(&writer, ctx, h_buffer);
    double value = writer_convert(&writer, h_value);
    writer_refresh(&writer);
    writer_put(&writer, value);
    return writer.failed ? -1 : 0;
}

/* The twin: converted first. */
int closure_made_behind_the_conversion_is_fine(HPyContext *ctx, HPy h_buffer, HPy h_value)
{
    double value = HPyFloat_AsDouble(ctx, h_value);
    Writer writer;
    writer_init(&writer, ctx, h_buffer);
    writer_put(&writer, value);
    return writer.failed ? -1 : 0;
}

static int reserve(HPyContext *ctx, BufferObject *buffer, HPy_ssize_t capacity)
{
    if (capacity <= buffer->capacity)
        return 0;
    double *data = (double *)realloc(buffer->data, capacity * sizeof(double));
    if (data == NULL) {
        HPyErr_NoMemory(ctx);
        return -1;
    }
    buffer->data = data;
    buffer->capacity = capacity;
    return 0;
}

/* 4.4 #83: reporting that memory ran out only fails; `err` calls do not collect. */
HPyDef_METH(Buffer_append, "append", HPyFunc_O)
static HPy Buffer_append_impl(HPyContext *ctx, HPy h_self, HPy h_value)
{
    double value = HPyFloat_AsDouble(ctx, h_value);
    if (value == -1.0 && HPyErr_Occurred(ctx))
        return HPy_NULL;
    BufferObject *self = BufferObject_AsStruct(ctx, h_self);
    if (reserve(ctx, self, self->length + 1) < 0)
        return HPy_NULL;
    self->data[self->length++] = value;
    return HPy_Dup(ctx, ctx->h_None);
}

/* The twin: the items of a sequence are converted while the pointer is held. */
HPyDef_METH(Buffer_extend, "extend", HPyFunc_O)
static HPy Buffer_extend_impl(HPyContext *ctx, HPy h_self, HPy h_values)
{
    HPy_ssize_t count = HPy_Length(ctx, h_values);
    if (count < 0)
        return HPy_NULL;
    BufferObject *self = BufferObject_AsStruct(ctx, h_self);
    if (reserve(ctx, self, self->length + count) < 0)
        return HPy_NULL;
    for (HPy_ssize_t i = 0; i < count; i++) {
        HPy h_value = HPy_GetItem_i(ctx, h_values, i);
        if (HPy_IsNull(h_value))
            return HPy_NULL;
        double value = HPyFloat_AsDouble(ctx, h_value);
        HPy_Close(ctx, h_value);
        if (value == -1.0 && HPyErr_Occurred(ctx))
            return HPy_NULL;
        self->data[self->length++] = value;  // want pointer-spans-gc "'self' is used"
    }
    return HPy_Dup(ctx, ctx->h_None);
}

/* 4.6 #138: the data does not move with the struct; only the struct is read anew. */
HPyDef_METH(Buffer_extend_right, "extend_right", HPyFunc_O)
static HPy Buffer_extend_right_impl(HPyContext *ctx, HPy h_self, HPy h_values)
{
    HPy_ssize_t count = HPy_Length(ctx, h_values);
    if (count < 0)
        return HPy_NULL;
    if (reserve(ctx, BufferObject_AsStruct(ctx, h_self), count) < 0)
        return HPy_NULL;
    double *data = BufferObject_AsStruct(ctx, h_self)->data;
    for (HPy_ssize_t i = 0; i < count; i++) {
        HPy h_value = HPy_GetItem_i(ctx, h_values, i);
        if (HPy_IsNull(h_value))
            return HPy_NULL;
        data[i] = HPyFloat_AsDouble(ctx, h_value);
        HPy_Close(ctx, h_value);
    }
    BufferObject_AsStruct(ctx, h_self)->length = count;
    return HPy_Dup(ctx, ctx->h_None);
}

/* 4.3 #46: ten exits, one label, handles that are null until they are made. */
HPyDef_METH(Buffer_combine, "combine", HPyFunc_VARARGS)
static HPy Buffer_combine_impl(HPyContext *ctx, HPy h_self, const HPy *args, size_t nargs)
{
    HPy h_left = HPy_NULL, h_right = HPy_NULL, h_sum = HPy_NULL, h_result = HPy_NULL;
    HPy_ssize_t length;
    if (nargs != 2) {
        HPyErr_SetString(ctx, ctx->h_TypeError, "two arguments are wanted");
        return HPy_NULL;
    }
    h_left = HPy_GetAttr_s(ctx, args[0], "total");
    if (HPy_IsNull(h_left))
        goto error;
    h_right = HPy_GetAttr_s(ctx, args[1], "total");
    if (HPy_IsNull(h_right))
        goto error;
    h_sum = HPy_Add(ctx, h_left, h_right);
    if (HPy_IsNull(h_sum))
        goto error;
    length = BufferObject_AsStruct(ctx, h_self)->length;
    if (length == 0)
        goto error;
    h_result = HPy_GetItem_i(ctx, h_sum, length);

error:
    HPy_Close(ctx, h_left);
    HPy_Close(ctx, h_right);
    HPy_Close(ctx, h_sum);
    return h_result;
}

/* 4.5 #101 behind the same label: the name belongs to a handle that the label closed. */
size_t name_used_behind_the_label(HPyContext *ctx, HPy h_object)
{
    size_t length = 0;
    const char *name = NULL;
    HPy h_name = HPy_GetAttr_s(ctx, h_object, "name");
    if (HPy_IsNull(h_name))
        goto done;
    name = HPyUnicode_AsUTF8AndSize(ctx, h_name, NULL);
    if (name == NULL)
        HPyErr_Clear(ctx);

done:
    HPy_Close(ctx, h_name);
    if (name != NULL)
        length = strlen(name);  // want pointer-outlives-handle "'name' is used after its handle 'h_name' was closed"
    return length;
}

/* The twin: the length is taken before the label. */
size_t name_used_before_the_label_is_fine(HPyContext *ctx, HPy h_object)
{
    size_t length = 0;
    HPy h_name = HPy_GetAttr_s(ctx, h_object, "name");
    if (HPy_IsNull(h_name))
        goto done;
    const char *name = HPyUnicode_AsUTF8AndSize(ctx, h_name, NULL);
    if (name != NULL)
        length = strlen(name);
    else
        HPyErr_Clear(ctx);

done:
    HPy_Close(ctx, h_name);
    return length;
}

/* 4.1 #12: what is copied out of the struct, a string too, is a copy. */
HPyDef_METH(Buffer_describe, "describe", HPyFunc_NOARGS)
static HPy Buffer_describe_impl(HPyContext *ctx, HPy h_self)
{
    char name[32];
    BufferObject *self = BufferObject_AsStruct(ctx, h_self);
    assert(self->length <= self->capacity);
    memcpy(name, self->name, sizeof(name));
    HPy h_length = HPyLong_FromSsize_t(ctx, self->length);
    if (HPy_IsNull(h_length))
        return HPy_NULL;
    HPy h_name = HPyUnicode_FromString(ctx, name);
    if (HPy_IsNull(h_name)) {
        HPy_Close(ctx, h_length);
        return HPy_NULL;
    }
    HPy h_pair = HPyTuple_Pack(ctx, 2, h_name, h_length);
    HPy_Close(ctx, h_name);
    HPy_Close(ctx, h_length);
    return h_pair;
}

/* The twin: the name is read in place, behind the number's allocation. */
HPyDef_METH(Buffer_describe_stale, "describe_stale", HPyFunc_NOARGS)
static HPy Buffer_describe_stale_impl(HPyContext *ctx, HPy h_self)
{
    BufferObject *self = BufferObject_AsStruct(ctx, h_self);
    HPy h_length = HPyLong_FromSsize_t(ctx, self->length);
    if (HPy_IsNull(h_length))
        return HPy_NULL;
    HPy h_name = HPyUnicode_FromString(ctx, self->name);  // want pointer-spans-gc
    if (HPy_IsNull(h_name)) {
        HPy_Close(ctx, h_length);
        return HPy_NULL;
    }
    HPy h_pair = HPyTuple_Pack(ctx, 2, h_name, h_length);
    HPy_Close(ctx, h_name);
    HPy_Close(ctx, h_length);
    return h_pair;
}

static int as_buffer(HPyContext *ctx, HPy h, BufferObject **buffer, HPy h_type)
{
    if (!HPy_TypeCheck(ctx, h, h_type))
        return 0;
    *buffer = BufferObject_AsStruct(ctx, h);
    return 1;
}

/* 4.6 #150: a predicate that also obtains the pointer. */
HPy_ssize_t predicate_that_obtains_is_fine(HPyContext *ctx, HPy h_left, HPy h_right, HPy h_type)
{
    BufferObject *left, *right;
    if (!as_buffer(ctx, h_left, &left, h_type) || !as_buffer(ctx, h_right, &right, h_type))
        return HPy_Length(ctx, h_left);
    return left->length + right->length;
}

/* The twin: one of the two is a number that is asked. */
HPy_ssize_t predicate_and_a_question(HPyContext *ctx, HPy h_left, HPy h_right, HPy h_type)
{
    BufferObject *left;
    HPy_ssize_t length = 0;
    if (!as_buffer(ctx, h_left, &left, h_type))
        return -1;
    if (!HPy_TypeCheck(ctx, h_right, h_type))
        length = HPy_Length(ctx, h_right);
    return left->length + length;  // want pointer-spans-gc "'left' is used"
}

/* 4.3 #33: a pointer that is null unless it was obtained. */
HPy_ssize_t null_unless_obtained_is_fine(HPyContext *ctx, HPy h, HPy h_type)
{
    BufferObject *buffer = NULL;
    HPy_ssize_t length = 0;
    if (HPy_TypeCheck(ctx, h, h_type))
        buffer = BufferObject_AsStruct(ctx, h);
    else
        length = HPy_Length(ctx, h);
    if (buffer != NULL)
        length = buffer->length;
    return length;
}

/* The twin: both at once. */
HPy_ssize_t obtained_and_asked(HPyContext *ctx, HPy h, HPy h_type)
{
    BufferObject *buffer = NULL;
    if (HPy_TypeCheck(ctx, h, h_type))
        buffer = BufferObject_AsStruct(ctx, h);
    HPy_ssize_t length = HPy_Length(ctx, h);
    if (buffer != NULL)
        length = buffer->length;  // want pointer-spans-gc "'buffer' is used"
    return length;
}

/* 4.5 #101: handles in an array with a count, closed together at the end. */
double handles_in_an_array_is_fine(HPyContext *ctx, HPy h_list, HPy_ssize_t n)
{
    double sum = 0;
    HPy items[8];
    HPy_ssize_t made = 0;
    if (n > 8)
        n = 8;
    for (; made < n; made++) {
        items[made] = HPy_GetItem_i(ctx, h_list, made);
        if (HPy_IsNull(items[made]))
            goto done;
    }
    for (HPy_ssize_t i = 0; i < made; i++)
        sum += BufferObject_AsStruct(ctx, items[i])->data[0];

done:
    for (HPy_ssize_t i = 0; i < made; i++)
        HPy_Close(ctx, items[i]);
    return sum;
}
