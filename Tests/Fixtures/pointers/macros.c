/* Macros of the project: the finding is where the macro is used. */
#include "hpy.h"

typedef struct {
    HPy_ssize_t size;
    double first;
    double items[8];
} ArrayObject;

HPyType_HELPERS(ArrayObject)

#define ARRAY(ctx, h) ArrayObject_AsStruct((ctx), (h))
#define SELF ArrayObject *self = ArrayObject_AsStruct(ctx, h_self)
#define FIRST(array) ((array)->first)
#define TO_DOUBLE(ctx, h) HPyFloat_AsDouble((ctx), (h))
#define SCALE_BY(array, ctx, h)                          \
    do {                                                 \
        double factor = HPyFloat_AsDouble((ctx), (h));   \
        (array)->first *= factor;                        \
    } while (0)
#define WITH_LENGTH(ctx, h, body)                        \
    do {                                                 \
        HPy_ssize_t length = HPy_Length((ctx), (h));     \
        if (length >= 0) {                               \
            body;                                        \
        }                                                \
    } while (0)
#define DEFINE_SUM(name, type)                                                 \
    static double name(HPyContext *ctx, HPy h)                                 \
    {                                                                          \
        type *array = type##_AsStruct(ctx, h);                                 \
        return array->first;                                                   \
    }

/* 4.4 #79: the pointer is obtained in a macro. */
double obtained_in_a_macro(HPyContext *ctx, HPy h_self)
{
    SELF;
    HPy_Length(ctx, h_self);
    return self->first;  // want pointer-spans-gc "'self' is used"
}

/* The twin. */
double obtained_in_a_macro_is_fine(HPyContext *ctx, HPy h_self)
{
    SELF;
    return self->first;
}

/* 4.4 #79: the use is in a macro. */
double used_in_a_macro(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ARRAY(ctx, h);  // note pointer-spans-gc "'self' is obtained from 'h' here"
    HPy_Length(ctx, h);  // note pointer-spans-gc "'HPy_Length' can collect"
    return FIRST(self);  // want pointer-spans-gc "'self' is used"
}

/* 4.4 #79: the macro obtains it for each use. */
double used_in_a_macro_is_fine(HPyContext *ctx, HPy h)
{
    HPy_Length(ctx, h);
    return FIRST(ARRAY(ctx, h));
}

/* 4.4 #79: the call is in a macro. */
double collecting_call_in_a_macro(HPyContext *ctx, HPy h, HPy h_factor)
{
    ArrayObject *self = ARRAY(ctx, h);
    double factor = TO_DOUBLE(ctx, h_factor);
    return self->first * factor;  // want pointer-spans-gc "'self' is used"
}

/* 4.4 #79: the call and the use are in one macro. */
void call_and_use_in_one_macro(HPyContext *ctx, HPy h, HPy h_factor)
{
    ArrayObject *self = ARRAY(ctx, h);
    SCALE_BY(self, ctx, h_factor);  // want pointer-spans-gc "'self' is used"
}

/* The twin: the macro's parameter is an expression that obtains it anew. */
void parameter_that_obtains_anew_is_fine(HPyContext *ctx, HPy h, HPy h_factor)
{
    SCALE_BY(ARRAY(ctx, h), ctx, h_factor);
}

/* 4.4 #79: the use is in an argument that the macro places behind its call. */
void use_in_a_block_argument(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ARRAY(ctx, h);
    WITH_LENGTH(ctx, h, self->size = length);  // want pointer-spans-gc "'self' is used"
}

/* The twin. */
void fresh_pointer_in_a_block_argument_is_fine(HPyContext *ctx, HPy h)
{
    WITH_LENGTH(ctx, h, ARRAY(ctx, h)->size = length);
}

/* 4.4 #79: arguments over several lines. */
void arguments_over_several_lines(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ARRAY(ctx, h);
    WITH_LENGTH(ctx, h,
                self->size = length);  // want pointer-spans-gc "'self' is used"
}

DEFINE_SUM(first_of_array, ArrayObject)

/* 4.4 #79: a function that a macro defines. */
double function_defined_by_a_macro_is_fine(HPyContext *ctx, HPy h)
{
    return first_of_array(ctx, h);
}

#define DEFINE_STALE_SUM(name, type)                                           \
    double name(HPyContext *ctx, HPy h)                                        \
    {                                                                          \
        type *array = type##_AsStruct(ctx, h);                                 \
        HPy_Length(ctx, h);                                                    \
        return array->first;                                                   \
    }

/* The twin: the finding is where the function is defined by the macro. */
// want+1 pointer-spans-gc "'array' is used"
DEFINE_STALE_SUM(stale_first_of_array, ArrayObject)

#ifdef HPY_ABI_CPYTHON
#define IF_CPYTHON(statement) statement
#else
#define IF_CPYTHON(statement) ((void)0)
#endif

/* 4.4 #99: the other ABI collects here; this one does not. */
double collecting_call_in_another_configuration_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ARRAY(ctx, h);
    IF_CPYTHON(HPy_Length(ctx, h));
    return self->first;
}

/* 4.1 #14: Python is left by a pair of macros. */
double left_and_entered_again(HPyContext *ctx, HPy h)
{
    double sum = 0;
    ArrayObject *self = ARRAY(ctx, h);
    HPy_BEGIN_LEAVE_PYTHON(ctx);
    for (int i = 0; i < 8; i++)
        sum += self->items[i];
    HPy_END_LEAVE_PYTHON(ctx);
    self->first = sum;  // want pointer-spans-gc "'self' is used"
    return sum;
}

/* The twin. */
double left_and_entered_again_is_fine(HPyContext *ctx, HPy h)
{
    double sum = 0;
    ArrayObject *self = ARRAY(ctx, h);
    HPy_BEGIN_LEAVE_PYTHON(ctx);
    for (int i = 0; i < 8; i++)
        sum += self->items[i];
    HPy_END_LEAVE_PYTHON(ctx);
    ARRAY(ctx, h)->first = sum;
    return sum;
}

/* HPy_RETURN_RICHCOMPARE returns from the function. */
HPyDef_SLOT(Array_compare, HPy_tp_richcompare)
static HPy Array_compare_impl(HPyContext *ctx, HPy h_self, HPy h_other, HPy_RichCmpOp op)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h_self);
    ArrayObject *other = ArrayObject_AsStruct(ctx, h_other);
    HPy_RETURN_RICHCOMPARE(ctx, self->size, other->size, op);
}

/* Its twin: a collecting call comes before it. */
HPyDef_SLOT(Array_compare_stale, HPy_tp_richcompare)
static HPy Array_compare_stale_impl(HPyContext *ctx, HPy h_self, HPy h_other, HPy_RichCmpOp op)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h_self);
    HPy_ssize_t length = HPy_Length(ctx, h_other);
    HPy_RETURN_RICHCOMPARE(ctx, self->size, length, op);  // want pointer-spans-gc "'self' is used"
}
