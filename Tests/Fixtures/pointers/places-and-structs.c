/* Pointers in members, arrays, nested structs; structs by value. */
#include "hpy.h"

#include <stddef.h>

typedef struct {
    HPy_ssize_t size;
    double first;
    double items[8];
} ArrayObject;

HPyType_HELPERS(ArrayObject)

typedef struct {
    ArrayObject *array;
    double scale;
} View;

typedef struct {
    ArrayObject *left;
    ArrayObject *right;
} Pair;

typedef struct {
    View source;
    View target;
} Copy;

typedef struct {
    HPy left;
    HPy right;
} Handles;

/* 4.6 #151 */
double member_is_renewed_is_fine(HPyContext *ctx, HPy h)
{
    View view = { ArrayObject_AsStruct(ctx, h), 1 };
    view.scale = view.array->first;
    HPy_Length(ctx, h);
    view.array = ArrayObject_AsStruct(ctx, h);
    return view.array->first * view.scale;
}

/* The twin of 4.6 #151: another member is assigned. */
double other_member_is_assigned(HPyContext *ctx, HPy h)
{
    View view = { ArrayObject_AsStruct(ctx, h), 1 };
    HPy_Length(ctx, h);
    view.scale = 2;
    return view.array->first * view.scale;  // want pointer-spans-gc
}

/* 4.6 #152 */
double nested_member_is_renewed_is_fine(HPyContext *ctx, HPy h)
{
    Copy copy = { { ArrayObject_AsStruct(ctx, h), 1 }, { NULL, 0 } };
    copy.source.scale = copy.source.array->first;
    HPy_Length(ctx, h);
    copy.source.array = ArrayObject_AsStruct(ctx, h);
    return copy.source.array->first;
}

/* 4.6 #152 */
double inner_struct_is_renewed_is_fine(HPyContext *ctx, HPy h)
{
    Copy copy = { .source = { .array = ArrayObject_AsStruct(ctx, h), .scale = 1 } };
    copy.target = copy.source;
    HPy_Length(ctx, h);
    View fresh = { ArrayObject_AsStruct(ctx, h), 2 };
    copy.source = fresh;
    return copy.source.array->first;
}

/* The twin of 4.6 #152: its sibling is renewed. */
double sibling_is_renewed(HPyContext *ctx, HPy h)
{
    Copy copy = { .source = { .array = ArrayObject_AsStruct(ctx, h), .scale = 1 } };
    copy.target = copy.source;
    HPy_Length(ctx, h);
    View fresh = { ArrayObject_AsStruct(ctx, h), 2 };
    copy.source = fresh;
    return copy.target.array->first;  // want pointer-spans-gc
}

/* 4.6 #153 */
double one_of_two_members_is_renewed(HPyContext *ctx, HPy h_left, HPy h_right)
{
    Pair pair = { ArrayObject_AsStruct(ctx, h_left), ArrayObject_AsStruct(ctx, h_right) };
    HPy_Length(ctx, h_left);
    pair.left = ArrayObject_AsStruct(ctx, h_left);
    double first = pair.left->first;
    return first + pair.right->first;  // want pointer-spans-gc
}

/* The twin of 4.6 #153. */
double both_members_are_renewed_is_fine(HPyContext *ctx, HPy h_left, HPy h_right)
{
    Pair pair = { ArrayObject_AsStruct(ctx, h_left), ArrayObject_AsStruct(ctx, h_right) };
    pair.left->first = pair.right->first;
    HPy_Length(ctx, h_left);
    pair = (Pair){ ArrayObject_AsStruct(ctx, h_left), ArrayObject_AsStruct(ctx, h_right) };
    return pair.left->first + pair.right->first;
}

/* 4.6 #154 */
double one_element_is_renewed(HPyContext *ctx, HPy h)
{
    View views[2];
    views[0].array = ArrayObject_AsStruct(ctx, h);
    views[1].array = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    views[0].array = ArrayObject_AsStruct(ctx, h);
    double first = views[0].array->first;
    return first + views[1].array->first;  // want pointer-spans-gc
}

/* The twin of 4.6 #154. */
double used_element_is_renewed_is_fine(HPyContext *ctx, HPy h)
{
    View views[2];
    views[0].array = ArrayObject_AsStruct(ctx, h);
    views[1].array = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    views[0].array = ArrayObject_AsStruct(ctx, h);
    return views[0].array->first;
}

/* 4.6 #155 */
double element_of_a_local_array(HPyContext *ctx, HPy h)
{
    ArrayObject *arrays[2] = { ArrayObject_AsStruct(ctx, h), NULL };
    HPy_Length(ctx, h);
    return arrays[0]->first;  // want pointer-spans-gc
}

/* 4.6 #155 */
double element_at_an_unknown_index(HPyContext *ctx, HPy h, int i)
{
    ArrayObject *arrays[2];
    arrays[0] = ArrayObject_AsStruct(ctx, h);
    arrays[1] = arrays[0];
    HPy_Length(ctx, h);
    return arrays[i]->first;  // want pointer-spans-gc
}

/* 4.6 #155: stored at an unknown index. */
double stored_at_an_unknown_index(HPyContext *ctx, HPy h, int i)
{
    ArrayObject *arrays[4] = { NULL };
    arrays[i] = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    if (arrays[2] == NULL)
        return 0;
    return arrays[2]->first;  // want pointer-spans-gc
}

/* The twin of 4.6 #155. */
double unused_array_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *arrays[2] = { ArrayObject_AsStruct(ctx, h), NULL };
    double first = arrays[0]->first;
    HPy_Length(ctx, h);
    return first;
}

/* The twin of 4.6 #155: the whole array is filled behind the call. */
double filled_in_a_loop_is_fine(HPyContext *ctx, HPy h)
{
    double sum = 0;
    ArrayObject *arrays[4];
    HPy_Length(ctx, h);
    for (int i = 0; i < 4; i++)
        arrays[i] = ArrayObject_AsStruct(ctx, h);
    for (int i = 0; i < 4; i++)
        sum += arrays[i]->first;
    return sum;
}

/* 4.6 #155: filled in a loop, one call, read in a loop. */
double filled_in_a_loop(HPyContext *ctx, HPy h)
{
    double sum = 0;
    ArrayObject *arrays[4];
    for (int i = 0; i < 4; i++)
        arrays[i] = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    for (int i = 0; i < 4; i++)
        sum += arrays[i]->first;  // want pointer-spans-gc
    return sum;
}

static double first_of_view(View view)
{
    return view.array->first * view.scale;
}

static View view_of(HPyContext *ctx, HPy h)
{
    View view = { ArrayObject_AsStruct(ctx, h), 1 };
    return view;
}

/* 4.6 #156 */
double struct_passed_by_value(HPyContext *ctx, HPy h)
{
    View view = { ArrayObject_AsStruct(ctx, h), 1 };
    HPy_Length(ctx, h);
    return first_of_view(view);  // want pointer-spans-gc
}

/* 4.6 #156 */
double struct_returned_by_value(HPyContext *ctx, HPy h)
{
    View view = view_of(ctx, h);
    HPy_Length(ctx, h);
    return view.array->first;  // want pointer-spans-gc
}

/* The twin of 4.6 #156. */
double struct_passed_and_returned_by_value_is_fine(HPyContext *ctx, HPy h)
{
    HPy_Length(ctx, h);
    return first_of_view(view_of(ctx, h));
}

/* 4.6 #156: a struct that is returned closes over its handle. */
double struct_returned_by_value_closed(HPyContext *ctx, HPy h)
{
    HPy copy = HPy_Dup(ctx, h);
    View view = view_of(ctx, copy);
    HPy_Close(ctx, copy);
    return view.array->first;  // want pointer-outlives-handle
}

/* 4.6 #158 */
double volatile_pointer_variable(HPyContext *ctx, HPy h)
{
    ArrayObject *volatile self = ArrayObject_AsStruct(ctx, h);  // note pointer-spans-gc 1 "'self' is obtained from 'h' here"
    HPy_Length(ctx, h);  // note pointer-spans-gc 2 "'HPy_Length' can collect"
    return self->first;  // want pointer-spans-gc "'self' is used"
}

/* 4.6 #158 */
double atomic_pointer_variable(HPyContext *ctx, HPy h)
{
    ArrayObject *_Atomic self = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    ArrayObject *loaded = self;
    return loaded->first;  // want pointer-spans-gc "'loaded' is used"
}

/* 4.6 #158: a member with a width. */
int bit_field(HPyContext *ctx, HPy h)
{
    struct { unsigned known : 1; ArrayObject *array; } state = { 0, NULL };
    state.array = ArrayObject_AsStruct(ctx, h);
    state.known = 1;
    HPy_Length(ctx, h);
    return state.known ? state.array->size > 0 : 0;  // want pointer-spans-gc
}

/* The twin of 4.6 #158. */
double volatile_pointer_variable_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *volatile self;
    HPy_Length(ctx, h);
    self = ArrayObject_AsStruct(ctx, h);
    return self->first;
}

/* 4.6 #161 */
double one_of_two_handles_in_a_struct_is_closed(HPyContext *ctx, HPy h_left, HPy h_right)
{
    Handles handles = { HPy_Dup(ctx, h_left), HPy_Dup(ctx, h_right) };
    ArrayObject *left = ArrayObject_AsStruct(ctx, handles.left);
    ArrayObject *right = ArrayObject_AsStruct(ctx, handles.right);
    HPy_Close(ctx, handles.left);
    double sum = right->first;
    sum += left->first;  // want pointer-outlives-handle "'left' is used"
    HPy_Close(ctx, handles.right);
    return sum;
}

/* The twin of 4.6 #161. */
double the_other_handle_in_a_struct_is_closed_is_fine(HPyContext *ctx, HPy h_left, HPy h_right)
{
    Handles handles = { HPy_Dup(ctx, h_left), HPy_Dup(ctx, h_right) };
    ArrayObject *right = ArrayObject_AsStruct(ctx, handles.right);
    HPy_Close(ctx, handles.left);
    double first = right->first;
    HPy_Close(ctx, handles.right);
    return first;
}

/* 4.6 #151: through a pointer to the local struct. */
double member_used_through_a_pointer(HPyContext *ctx, HPy h)
{
    View view = { ArrayObject_AsStruct(ctx, h), 1 };
    View *where = &view;
    HPy_Length(ctx, h);
    return where->array->first;  // want pointer-spans-gc
}

/* The twin: the struct is renewed through it. */
double member_renewed_through_a_pointer_is_fine(HPyContext *ctx, HPy h)
{
    View view = { ArrayObject_AsStruct(ctx, h), 1 };
    View *where = &view;
    view.scale = view.array->first;
    HPy_Length(ctx, h);
    where->array = ArrayObject_AsStruct(ctx, h);
    return view.array->first;
}

static void fill_view(HPyContext *ctx, HPy h, View *view)
{
    view->array = ArrayObject_AsStruct(ctx, h);
    view->scale = 1;
}

/* 4.6 #151: a helper fills the struct. */
double struct_filled_by_a_helper(HPyContext *ctx, HPy h)
{
    View view;
    fill_view(ctx, h, &view);
    HPy_Length(ctx, h);
    return view.array->first * view.scale;  // want pointer-spans-gc
}

/* The twin. */
double struct_filled_by_a_helper_is_fine(HPyContext *ctx, HPy h)
{
    View view;
    HPy_Length(ctx, h);
    fill_view(ctx, h, &view);
    return view.array->first * view.scale;
}

/* 4.6 #156: a compound literal. */
double compound_literal(HPyContext *ctx, HPy h)
{
    const View *view = &(View){ ArrayObject_AsStruct(ctx, h), 3 };
    HPy_Length(ctx, h);
    return view->array->first;  // want pointer-spans-gc
}

/* The twin. */
double compound_literal_is_fine(HPyContext *ctx, HPy h)
{
    HPy_Length(ctx, h);
    return first_of_view((View){ ArrayObject_AsStruct(ctx, h), 3 });
}

/* Members that are reached by their offsets, as from a table: which one it is, is not told. */
struct record {
    long number;
    const char *text;
    HPy owned;
};

static const size_t offsets[] = { offsetof(struct record, owned), offsetof(struct record, text) };

static int make_text(HPyContext *ctx, HPy obj, void *target)
{
    HPy text = HPy_Str(ctx, obj);
    if (HPy_IsNull(text))
        return -1;
    *(HPy *)target = text;
    return 0;
}

int written_by_offset_is_fine(HPyContext *ctx, HPy obj, int kind)
{
    struct record record = { 0, NULL, HPy_NULL };
    int result = make_text(ctx, obj, (char *)&record + offsets[kind]);
    HPy_Close(ctx, record.owned);
    return result;
}

int written_by_constant_offset_is_fine(HPyContext *ctx, HPy obj)
{
    struct record record = { 0, NULL, HPy_NULL };
    int result = make_text(ctx, obj, (char *)&record + offsetof(struct record, owned));
    if (!HPy_IsNull(record.owned))
        HPy_Close(ctx, record.owned);
    return result;
}

int written_by_name(HPyContext *ctx, HPy obj)
{
    struct record record = { 0, NULL, HPy_NULL };
    return make_text(ctx, obj, &record.owned);  // want handle-leak "'record.owned'"
}

int written_by_name_is_fine(HPyContext *ctx, HPy obj)
{
    struct record record = { 0, NULL, HPy_NULL };
    int result = make_text(ctx, obj, &record.owned);
    HPy_Close(ctx, record.owned);
    return result;
}
