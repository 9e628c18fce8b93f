/* The pointer and the collecting call are operands of one expression. */
#include "hpy.h"

typedef struct {
    HPy_ssize_t size;
    HPy_ssize_t position;
    double first;
} ArrayObject;

HPyType_HELPERS(ArrayObject)

static double first_of(ArrayObject *array, HPy_ssize_t n)
{
    return n > 0 ? array->first : 0;
}

static HPy_ssize_t two_sizes(ArrayObject *left, ArrayObject *right)
{
    return left->size + right->size;
}

/* A result that is obtained behind a collecting call. */
static ArrayObject *length_and_array(HPyContext *ctx, HPy h)
{
    HPy_Length(ctx, h);
    return ArrayObject_AsStruct(ctx, h);
}

/* 4.2 #19: C may evaluate the first argument before the second. */
double pointer_and_collecting_call_as_arguments(HPyContext *ctx, HPy h)
{
    return first_of(ArrayObject_AsStruct(ctx, h), HPy_Length(ctx, h));  // want pointer-spans-gc
}

/* The twin of 4.2 #19. */
double length_taken_before_the_call_is_fine(HPyContext *ctx, HPy h)
{
    HPy_ssize_t n = HPy_Length(ctx, h);
    return first_of(ArrayObject_AsStruct(ctx, h), n);
}

/* 4.2 #20: whichever argument comes second makes the other one stale. */
HPy_ssize_t two_arguments_that_both_collect(HPyContext *ctx, HPy h_left, HPy h_right)
{
    return two_sizes(length_and_array(ctx, h_left), length_and_array(ctx, h_right));  // want pointer-spans-gc // want pointer-spans-gc
}

/* The twin of 4.2 #20. */
HPy_ssize_t two_arguments_that_do_not_collect_is_fine(HPyContext *ctx, HPy h_left, HPy h_right)
{
    return two_sizes(ArrayObject_AsStruct(ctx, h_left), ArrayObject_AsStruct(ctx, h_right));
}

/* 4.2 #21: the argument is a value read from the pointer, perhaps behind the other argument. */
double value_and_collecting_call_as_arguments(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    return first_of(self, HPy_Length(ctx, h));  // want pointer-spans-gc "'self' is used"
}

/* 4.2 #21: arguments of one call are evaluated before that call. */
HPy value_as_argument_of_collecting_call_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    return HPyFloat_FromDouble(ctx, self->first);
}

/* 4.2 #22: the store comes behind the call, whenever the address was computed. */
void assigned_from_collecting_call(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);  // note pointer-spans-gc 1 "'self' is obtained from 'h' here"
    self->size = HPy_Length(ctx, h);                   // want pointer-spans-gc "'self' is used" // note pointer-spans-gc 2 "'HPy_Length' can collect"
}

/* The twin of 4.2 #22. */
void assigned_from_a_local_is_fine(HPyContext *ctx, HPy h)
{
    HPy_ssize_t length = HPy_Length(ctx, h);
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    self->size = length;
}

/* 4.2 #22: a compound assignment also reads. */
void added_from_collecting_call(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    self->size += HPy_Length(ctx, h);  // want pointer-spans-gc "'self' is used"
}

/* 4.2 #23: the subscript may be read behind the call. */
void subscript_read_beside_collecting_call(HPyContext *ctx, HPy h, HPy_ssize_t *lengths)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    lengths[self->position] = HPy_Length(ctx, h);  // want pointer-spans-gc "'self' is used"
}

/* The twin of 4.2 #23. */
void subscript_read_before_is_fine(HPyContext *ctx, HPy h, HPy_ssize_t *lengths)
{
    HPy_ssize_t position = ArrayObject_AsStruct(ctx, h)->position;
    lengths[position] = HPy_Length(ctx, h);
}

/* 4.2 #24 */
int used_right_of_and(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    return HPy_Length(ctx, h) > 0 && self->size > 0;  // want pointer-spans-gc "'self' is used"
}

/* 4.2 #24 */
int used_right_of_or(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    return HPy_Length(ctx, h) > 0 || self->size > 0;  // want pointer-spans-gc "'self' is used"
}

/* The twin of 4.2 #24. */
int used_left_of_and_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    return self->size > 0 && HPy_Length(ctx, h) > 0;
}

/* 4.2 #25 */
HPy_ssize_t used_right_of_comma(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    return (HPy_Length(ctx, h), self->size);  // want pointer-spans-gc "'self' is used"
}

/* The twin of 4.2 #25. */
HPy_ssize_t used_left_of_comma_is_fine(HPyContext *ctx, HPy h)
{
    HPy_ssize_t size;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    return (size = self->size, size + HPy_Length(ctx, h));
}

/* 4.2 #26 */
HPy_ssize_t collecting_arm_of_a_conditional(HPyContext *ctx, HPy h, int measure)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPy_ssize_t length = measure ? HPy_Length(ctx, h) : 0;
    return self->size + length;  // want pointer-spans-gc "'self' is used"
}

/* The twin of 4.2 #26: the use is in the other arm. */
HPy_ssize_t use_in_the_other_arm_is_fine(HPyContext *ctx, HPy h, int measure)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    return measure ? HPy_Length(ctx, h) : self->size;
}

/* 4.2 #26: GNU's short form. */
HPy_ssize_t collecting_condition_of_gnu_conditional(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    return HPy_Length(ctx, h) ?: self->size;  // want pointer-spans-gc "'self' is used"
}

/* 4.2 #27: a pointer that is dead does not matter. */
HPy_ssize_t another_pointer_is_dead_is_fine(HPyContext *ctx, HPy h, HPy h_other)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPy_ssize_t size = self->size;
    HPy item = HPy_GetItem_i(ctx, h_other, size);
    if (HPy_IsNull(item))
        return -1;
    ArrayObject *inner = ArrayObject_AsStruct(ctx, item);
    size = inner->size;
    HPy_Close(ctx, item);
    return size;
}

/* The twin of 4.2 #27. */
HPy_ssize_t another_pointer_is_alive(HPyContext *ctx, HPy h, HPy h_other)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPy item = HPy_GetItem_i(ctx, h_other, 0);
    if (HPy_IsNull(item))
        return -1;
    HPy_ssize_t size = ArrayObject_AsStruct(ctx, item)->size;
    HPy_Close(ctx, item);
    return size + self->size;  // want pointer-spans-gc "'self' is used"
}

typedef struct {
    HPy_ssize_t size;
    HPy_ssize_t length;
} Pair;

/* 4.2 #28: C leaves the order of initialisers open. */
Pair value_and_collecting_call_as_initialisers(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    Pair pair = { self->size, HPy_Length(ctx, h) };  // want pointer-spans-gc "'self' is used"
    return pair;
}

/* 4.2 #28: the other way round it is stale in any case but one. */
Pair collecting_call_and_value_as_initialisers(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    Pair pair = { HPy_Length(ctx, h), self->size };  // want pointer-spans-gc "'self' is used"
    return pair;
}

/* 4.2 #28: each of the handles may be made first. */
HPy two_new_handles_as_initialisers(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPy items[] = {
        HPyLong_FromSsize_t(ctx, self->size),      // want pointer-spans-gc "'self' is used"
        HPyLong_FromSsize_t(ctx, self->position),  // want pointer-spans-gc "'self' is used"
    };
    HPy result = HPy_NULL;
    if (!HPy_IsNull(items[0]) && !HPy_IsNull(items[1]))
        result = HPyTuple_FromArray(ctx, items, 2);
    HPy_Close(ctx, items[0]);
    HPy_Close(ctx, items[1]);
    return result;
}

HPy two_new_handles_of_values_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPy_ssize_t size = self->size, position = self->position;
    HPy items[] = {
        HPyLong_FromSsize_t(ctx, size),
        HPyLong_FromSsize_t(ctx, position),
    };
    HPy result = HPy_NULL;
    if (!HPy_IsNull(items[0]) && !HPy_IsNull(items[1]))
        result = HPyTuple_FromArray(ctx, items, 2);
    HPy_Close(ctx, items[0]);
    HPy_Close(ctx, items[1]);
    return result;
}

/* The twin of 4.2 #28. */
Pair initialisers_without_collecting_call_is_fine(HPyContext *ctx, HPy h)
{
    HPy_ssize_t length = HPy_Length(ctx, h);
    Pair pair = { ArrayObject_AsStruct(ctx, h)->size, length };
    return pair;
}

/* 4.2 #29 */
HPy_ssize_t collecting_call_in_statement_expression(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPy_ssize_t length = ({ HPy_Length(ctx, h); });
    return length + self->size;  // want pointer-spans-gc "'self' is used"
}

/* The twin of 4.2 #29. */
HPy_ssize_t pointer_obtained_in_statement_expression_is_fine(HPyContext *ctx, HPy h)
{
    HPy_ssize_t length = HPy_Length(ctx, h);
    HPy_ssize_t size = ({ ArrayObject *self = ArrayObject_AsStruct(ctx, h); self->size; });
    return length + size;
}

/* 4.2 #29: stale within the statement expression. */
HPy_ssize_t used_within_statement_expression(HPyContext *ctx, HPy h)
{
    return ({
        ArrayObject *self = ArrayObject_AsStruct(ctx, h);
        HPy_Length(ctx, h);
        self->size;  // want pointer-spans-gc "'self' is used"
    });
}

/* 4.2 #30: two pointers to one object are passed, both stale. */
HPy_ssize_t two_stale_pointers_in_one_call(HPyContext *ctx, HPy h)
{
    ArrayObject *left = ArrayObject_AsStruct(ctx, h);
    ArrayObject *right = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    return two_sizes(left, right);  // want pointer-spans-gc "'left' is used" // want pointer-spans-gc "'right' is used"
}

/* The twin of 4.2 #30. */
HPy_ssize_t two_fresh_pointers_in_one_call_is_fine(HPyContext *ctx, HPy h)
{
    HPy_Length(ctx, h);
    ArrayObject *left = ArrayObject_AsStruct(ctx, h);
    ArrayObject *right = ArrayObject_AsStruct(ctx, h);
    return two_sizes(left, right);
}

/* 4.2 #21: operands of `+` have no order either. */
HPy_ssize_t value_plus_collecting_call(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    return self->size + HPy_Length(ctx, h);  // want pointer-spans-gc "'self' is used"
}

/* 4.2 #26: a condition is evaluated before its arms. */
HPy_ssize_t used_in_the_condition_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    return self->size > 0 ? HPy_Length(ctx, h) : 0;
}

static HPy_ssize_t *size_of(ArrayObject *self) { return &self->size; }

/* Which operand of `=` is first is open, and the mistake is one in either order. */
void written_through_a_call(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    *size_of(self) = HPy_Length(ctx, h);  // want pointer-spans-gc
}

void written_through_a_call_is_fine(HPyContext *ctx, HPy h)
{
    HPy_ssize_t size = HPy_Length(ctx, h);
    *size_of(ArrayObject_AsStruct(ctx, h)) = size;
}
