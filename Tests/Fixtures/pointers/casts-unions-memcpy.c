/* Interior pointers in other clothes: void *, integers, unions, bytes. */
#include "hpy.h"

#include <stddef.h>
#include <string.h>

typedef struct Header {
    long kind;
} Header;

typedef struct {
    Header header;
    double first;
    Header trailer;
} ArrayObject;

HPyType_HELPERS(ArrayObject)

/* 4.6 #140 */
long cast_to_its_first_member(HPyContext *ctx, HPy h)
{
    Header *header = (Header *)ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    return header->kind;  // want pointer-spans-gc "'header' is used"
}

/* 4.6 #140 */
double cast_to_void_pointer_and_back(HPyContext *ctx, HPy h)
{
    void *anonymous = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    ArrayObject *self = (ArrayObject *)anonymous;
    return self->first;  // want pointer-spans-gc "'self' is used"
}

/* 4.6 #140 */
double cast_to_bytes(HPyContext *ctx, HPy h)
{
    char *bytes = (char *)ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    return *(double *)(bytes + offsetof(ArrayObject, first));  // want pointer-spans-gc
}

/* The twin of 4.6 #140. */
long cast_behind_the_call_is_fine(HPyContext *ctx, HPy h)
{
    HPy_Length(ctx, h);
    void *anonymous = ArrayObject_AsStruct(ctx, h);
    return ((Header *)anonymous)->kind;
}

/* 4.6 #141 */
double cast_to_integer_and_back(HPyContext *ctx, HPy h)
{
    uintptr_t bits = (uintptr_t)ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    return ((ArrayObject *)bits)->first;  // want pointer-spans-gc
}

/* 4.6 #141: with a tag in the lowest bit. */
double tagged_pointer(HPyContext *ctx, HPy h)
{
    uintptr_t tagged = (uintptr_t)ArrayObject_AsStruct(ctx, h) | 1;
    HPy_Length(ctx, h);
    ArrayObject *self = (ArrayObject *)(tagged & ~(uintptr_t)1);
    return self->first;  // want pointer-spans-gc "'self' is used"
}

/* The twin of 4.6 #141: an integer is not used as a pointer. */
int bits_of_the_pointer_are_fine(HPyContext *ctx, HPy h)
{
    uintptr_t bits = (uintptr_t)ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    return bits % 16 == 0;
}

/* The low bits are a number, not the pointer. */
int low_bits_of_the_pointer_are_fine(HPyContext *ctx, HPy h)
{
    uintptr_t bits = (uintptr_t)ArrayObject_AsStruct(ctx, h);
    int misplaced = bits & 7;
    HPy_Length(ctx, h);
    return misplaced;
}

double tagged_the_other_way_round(HPyContext *ctx, HPy h)
{
    uintptr_t tagged = 1 | (uintptr_t)ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    ArrayObject *self = (ArrayObject *)(~(uintptr_t)1 & tagged);
    return self->first;  // want pointer-spans-gc "'self' is used"
}

typedef union {
    ArrayObject *array;
    void *pointer;
    uintptr_t bits;
} AnyPointer;

/* 4.6 #142 */
double through_a_union(HPyContext *ctx, HPy h)
{
    AnyPointer any;
    any.pointer = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    return any.array->first;  // want pointer-spans-gc
}

/* The twin of 4.6 #142. */
double union_written_behind_the_call_is_fine(HPyContext *ctx, HPy h)
{
    AnyPointer any;
    any.array = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    any.pointer = ArrayObject_AsStruct(ctx, h);
    return any.array->first;
}

/* 4.6 #143 */
double through_memcpy(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);  // note pointer-spans-gc 1 "is obtained from 'h' here"
    ArrayObject *alias;
    memcpy(&alias, &self, sizeof(self));
    HPy_Length(ctx, h);  // note pointer-spans-gc 2 "'HPy_Length' can collect"
    return alias->first;  // want pointer-spans-gc "'alias' is used"
}

/* 4.6 #143: of a struct that holds it. */
double struct_through_memcpy(HPyContext *ctx, HPy h)
{
    struct { ArrayObject *array; int flags; } view, copy;
    view.array = ArrayObject_AsStruct(ctx, h);
    view.flags = 0;
    memcpy(&copy, &view, sizeof(copy));
    HPy_Length(ctx, h);
    return copy.array->first;  // want pointer-spans-gc
}

/* The twin of 4.6 #143: what is copied is the contents. */
double contents_through_memcpy_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject copy;
    memcpy(&copy, ArrayObject_AsStruct(ctx, h), sizeof(copy));
    HPy_Length(ctx, h);
    return copy.first;
}

/* The twin of 4.6 #143: they are copied too late. */
double contents_copied_behind_the_call(HPyContext *ctx, HPy h)
{
    ArrayObject copy;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    memcpy(&copy, self, sizeof(copy));  // want pointer-spans-gc "'self' is used"
    return copy.first;
}

/* 4.6 #143: overwritten by zeros. */
double reset_by_memset_is_fine(HPyContext *ctx, HPy h)
{
    struct { ArrayObject *array; double first; } view;
    view.array = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    memset(&view, 0, sizeof(view));
    if (view.array != NULL)
        return view.array->first;
    return view.first;
}

#define CONTAINER_OF(pointer, type, member) \
    ((type *)((char *)(pointer) - offsetof(type, member)))

/* 4.6 #157 */
double from_a_member_to_its_struct(HPyContext *ctx, HPy h)
{
    Header *trailer = &ArrayObject_AsStruct(ctx, h)->trailer;
    ArrayObject *self = CONTAINER_OF(trailer, ArrayObject, trailer);
    HPy_Length(ctx, h);
    return self->first;  // want pointer-spans-gc "'self' is used"
}

/* The twin of 4.6 #157. */
double from_a_member_to_its_struct_is_fine(HPyContext *ctx, HPy h)
{
    HPy_Length(ctx, h);
    Header *trailer = &ArrayObject_AsStruct(ctx, h)->trailer;
    return CONTAINER_OF(trailer, ArrayObject, trailer)->first;
}

/* 4.6 #140: a cast that takes const away. */
double cast_from_const(HPyContext *ctx, HPy h)
{
    const ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    ((ArrayObject *)self)->first = 0;  // want pointer-spans-gc "'self' is used"
    return 0;
}

typedef ArrayObject VectorObject;
typedef VectorObject *Vector;
typedef void *Opaque;

/* 4.8 #191: names of types do not matter. */
double behind_type_aliases(HPyContext *ctx, HPy h)
{
    Opaque opaque = ArrayObject_AsStruct(ctx, h);
    Vector vector = (Vector)opaque;
    HPy_Length(ctx, h);
    return vector->first;  // want pointer-spans-gc "'vector' is used"
}

/* The twin of 4.8 #191: a look-alike that is not the runtime's. */
static ArrayObject local_array;

static ArrayObject *VectorObject_AsStruct(HPyContext *ctx, HPy h)
{
    return &local_array;
}

double own_function_of_a_similar_name_is_fine(HPyContext *ctx, HPy h)
{
    Vector vector = VectorObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    return vector->first;
}

struct Hidden;

extern double first_of_hidden(struct Hidden *hidden);

/* 4.8 #190: a type that is only declared. */
double incomplete_type(HPyContext *ctx, HPy h)
{
    struct Hidden *hidden = (struct Hidden *)ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    return first_of_hidden(hidden);  // want pointer-spans-gc "'hidden' is used"
}

/* The twin of 4.8 #190. */
double incomplete_type_is_fine(HPyContext *ctx, HPy h)
{
    HPy_Length(ctx, h);
    return first_of_hidden((struct Hidden *)ArrayObject_AsStruct(ctx, h));
}
