/* Branches, joins, switches, gotos, noreturn calls, scopes. */
#include "hpy.h"

#include <stdlib.h>

typedef struct {
    HPy_ssize_t size;
    HPy_ssize_t capacity;
    int readonly;
} ArrayObject;

HPyType_HELPERS(ArrayObject)

/* 4.3 #31 */
HPy_ssize_t collecting_call_on_one_branch(HPyContext *ctx, HPy h, int measure)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    if (measure)
        HPy_Length(ctx, h);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

/* The twin of 4.3 #31: it is obtained anew on that branch. */
HPy_ssize_t obtained_anew_on_the_collecting_branch_is_fine(HPyContext *ctx, HPy h, int measure)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    self->readonly = 0;
    if (measure) {
        HPy_Length(ctx, h);
        self = ArrayObject_AsStruct(ctx, h);
    }
    return self->size;
}

/* 4.3 #31: a different call on each branch gives a finding for each. */
HPy_ssize_t another_collecting_call_on_each_branch(HPyContext *ctx, HPy h, int measure)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    if (measure)
        HPy_Length(ctx, h);
    else
        HPy_Hash(ctx, h);
    return self->size;  // want pointer-spans-gc "'self' is used" // want pointer-spans-gc "'self' is used"
}

/* 4.3 #32 */
HPy_ssize_t collecting_branch_returns_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    if (self->readonly) {
        HPyErr_SetString(ctx, ctx->h_ValueError, "array is read-only");
        return -1;
    }
    return self->size;
}

/* The twin of 4.3 #32: the return is missing. */
HPy_ssize_t collecting_branch_goes_on(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    if (self->readonly)
        HPyErr_SetString(ctx, ctx->h_ValueError, "array is read-only");
    return self->size;  // want pointer-spans-gc "'self' is used"
}

/* 4.3 #33 */
HPy_ssize_t same_flag_guards_call_and_renewal_is_fine(HPyContext *ctx, HPy h, int measure)
{
    HPy_ssize_t length = 0;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    self->readonly = 0;
    if (measure)
        length = HPy_Length(ctx, h);
    if (measure)
        self = ArrayObject_AsStruct(ctx, h);
    return self->size + length;
}

/* The twin of 4.3 #33. */
HPy_ssize_t another_flag_guards_the_renewal(HPyContext *ctx, HPy h, int measure, int renew)
{
    HPy_ssize_t length = 0;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    if (measure)
        length = HPy_Length(ctx, h);
    if (renew)
        self = ArrayObject_AsStruct(ctx, h);
    return self->size + length;  // want pointer-spans-gc "'self' is used"
}

/* 4.3 #33: the flag is the opposite one. */
HPy_ssize_t used_only_if_not_collected_is_fine(HPyContext *ctx, HPy h, int measure)
{
    HPy_ssize_t result = 0;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    if (measure)
        result = HPy_Length(ctx, h);
    if (!measure)
        result = self->size;
    return result;
}

/* 4.3 #33 for handles: the duplicate is closed under a flag. */
HPy_ssize_t used_only_if_not_closed_is_fine(HPyContext *ctx, HPy h, int early)
{
    HPy_ssize_t size = 0;
    HPy copy = HPy_Dup(ctx, h);
    ArrayObject *self = ArrayObject_AsStruct(ctx, copy);
    if (early)
        HPy_Close(ctx, copy);
    if (!early) {
        size = self->size;
        HPy_Close(ctx, copy);
    }
    return size;
}

/* The twin: the flag changes in between. */
HPy_ssize_t flag_changes_between_close_and_use(HPyContext *ctx, HPy h, int early)
{
    HPy copy = HPy_Dup(ctx, h);
    ArrayObject *self = ArrayObject_AsStruct(ctx, copy);
    int closed = early;
    if (early) {
        HPy_Close(ctx, copy);
        early = 0;
    }
    HPy_ssize_t size = 0;
    if (!early)
        size = self->size;  // want pointer-outlives-handle "'self' is used"
    if (!closed)
        HPy_Close(ctx, copy);
    return size;
}

/* 4.5 #102 */
HPy_ssize_t closed_on_both_branches(HPyContext *ctx, HPy h, int flag)
{
    HPy copy = HPy_Dup(ctx, h);
    ArrayObject *self = ArrayObject_AsStruct(ctx, copy);
    if (flag)
        HPy_Close(ctx, copy);
    else
        HPy_Close(ctx, copy);
    return self->size;  // want pointer-outlives-handle "'self' is used"
}

/* The twin of 4.5 #102. */
HPy_ssize_t used_on_both_branches_before_the_close_is_fine(HPyContext *ctx, HPy h, int flag)
{
    HPy_ssize_t size;
    HPy copy = HPy_Dup(ctx, h);
    ArrayObject *self = ArrayObject_AsStruct(ctx, copy);
    if (flag)
        size = self->size;
    else
        size = self->capacity;
    HPy_Close(ctx, copy);
    return size;
}

/* 4.3 #44 */
HPy_ssize_t left_before_the_collecting_call_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    do {
        if (self->size > 0)
            break;
        HPy_Length(ctx, h);
        return 0;
    } while (0);
    return self->size;
}

/* The twin of 4.3 #44. */
HPy_ssize_t left_behind_the_collecting_call(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    do {
        HPy_Length(ctx, h);
        if (HPyErr_Occurred(ctx))
            break;
        return 0;
    } while (0);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

/* 4.3 #45 */
HPy_ssize_t collecting_case_with_break(HPyContext *ctx, HPy h, int mode)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    switch (mode) {
    case 0:
        break;
    case 1:
        HPy_Length(ctx, h);
        break;
    default:
        return 0;
    }
    return self->size;  // want pointer-spans-gc "'self' is used"
}

/* 4.3 #45 */
HPy_ssize_t falls_through_from_collecting_case(HPyContext *ctx, HPy h, int mode)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    switch (mode) {
    case 0:
        HPy_Length(ctx, h);
        /* fall through */
    case 1:
        return self->size;  // want pointer-spans-gc "'self' is used"
    }
    return 0;
}

/* The twin of 4.3 #45. */
HPy_ssize_t collecting_case_returns_is_fine(HPyContext *ctx, HPy h, int mode)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    switch (mode) {
    case 0:
        return HPy_Length(ctx, h);
    case 1:
        return self->size;
    default:
        break;
    }
    return self->capacity;
}

/* 4.3 #45: the same value is tested twice. */
HPy_ssize_t same_case_in_two_switches_is_fine(HPyContext *ctx, HPy h, int mode)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPy_ssize_t result = 0;
    if (mode == 1)
        result = HPy_Length(ctx, h);
    switch (mode) {
    case 1:
        return result;
    default:
        return self->size;
    }
}

/* 4.3 #46 */
HPy used_in_clean_up_behind_goto(HPyContext *ctx, HPy h, HPy h_other)
{
    HPy_ssize_t capacity;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPy item = HPy_GetItem_i(ctx, h_other, self->size);
    if (HPy_IsNull(item))
        goto error;
    return item;

error:
    capacity = self->capacity;  // want pointer-spans-gc "'self' is used"
    return HPyLong_FromSsize_t(ctx, capacity);
}

/* The twin of 4.3 #46. */
HPy no_use_in_clean_up_is_fine(HPyContext *ctx, HPy h, HPy h_other)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPy item = HPy_NULL;
    if (self->size == 0)
        goto empty;
    item = HPy_GetItem_i(ctx, h_other, self->size);
    return item;

empty:
    return HPyLong_FromSsize_t(ctx, self->capacity);
}

/* 4.3 #46: one clean-up label for several exits. */
HPy one_label_for_several_exits_is_fine(HPyContext *ctx, HPy h, HPy h_left, HPy h_right)
{
    HPy left = HPy_NULL, right = HPy_NULL, sum = HPy_NULL;
    HPy_ssize_t size = ArrayObject_AsStruct(ctx, h)->size;
    left = HPy_GetItem_i(ctx, h_left, size);
    if (HPy_IsNull(left))
        goto done;
    right = HPy_GetItem_i(ctx, h_right, size);
    if (HPy_IsNull(right))
        goto done;
    sum = HPy_Add(ctx, left, right);
    if (HPy_IsNull(sum))
        goto done;
    ArrayObject_AsStruct(ctx, h)->size = size + 1;

done:
    HPy_Close(ctx, left);
    HPy_Close(ctx, right);
    return sum;
}

/* The twin: the pointer is used behind the clean-up that closed its handle. */
HPy_ssize_t used_behind_the_clean_up_label(HPyContext *ctx, HPy h_left, HPy_ssize_t i)
{
    HPy_ssize_t size = -1;
    HPy left = HPy_GetItem_i(ctx, h_left, i);
    if (HPy_IsNull(left))
        return -1;
    ArrayObject *array = ArrayObject_AsStruct(ctx, left);
    if (array->readonly)
        goto done;
    size = array->size;

done:
    HPy_Close(ctx, left);
    if (size < 0)
        return array->capacity;  // want pointer-outlives-handle "'array' is used after its handle 'left' was closed"
    return size;
}

/* 4.3 #47 */
HPy_ssize_t backward_goto(HPyContext *ctx, HPy h, int rounds)
{
    HPy_ssize_t sum = 0;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
again:
    sum += self->size;  // want pointer-spans-gc "'self' is used"
    HPy_Length(ctx, h);
    if (--rounds > 0)
        goto again;
    return sum;
}

/* The twin of 4.3 #47. */
HPy_ssize_t backward_goto_that_obtains_anew_is_fine(HPyContext *ctx, HPy h, int rounds)
{
    HPy_ssize_t sum = 0;
    ArrayObject *self;
again:
    self = ArrayObject_AsStruct(ctx, h);
    sum += self->size;
    HPy_Length(ctx, h);
    if (--rounds > 0)
        goto again;
    return sum;
}

/* 4.3 #47: a loop with two entries. */
HPy_ssize_t loop_with_two_entries(HPyContext *ctx, HPy h, int rounds)
{
    HPy_ssize_t sum = 0;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    if (rounds & 1)
        goto middle;
top:
    sum += self->size;  // want pointer-spans-gc "'self' is used"
middle:
    HPy_Length(ctx, h);
    if (--rounds > 0)
        goto top;
    return sum;
}

/* 4.3 #48 */
HPy_ssize_t returns_between_call_and_use_is_fine(HPyContext *ctx, HPy h, int measure)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    if (measure) {
        HPy_ssize_t length = HPy_Length(ctx, h);
        if (length < 0)
            return -1;
        return length;
    }
    return self->size;
}

/* The twin of 4.3 #48: it returns on failure only. */
HPy_ssize_t returns_on_failure_only(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPy_ssize_t length = HPy_Length(ctx, h);
    if (length < 0)
        return -1;
    return self->size;  // want pointer-spans-gc "'self' is used"
}

/* 4.3 #49 */
HPy_ssize_t collecting_path_never_comes_back_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    if (self->size < 0) {
        HPyErr_SetString(ctx, ctx->h_SystemError, "negative size");
        HPy_FatalError(ctx, "array is corrupt");
    }
    return self->size;
}

/* 4.3 #49 */
HPy_ssize_t abort_ends_the_collecting_path_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    if (HPyErr_Occurred(ctx)) {
        HPyErr_WriteUnraisable(ctx, h);
        abort();
    }
    return self->size;
}

/* The twin of 4.3 #49: this one comes back. */
HPy_ssize_t unraisable_error_comes_back(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    if (HPyErr_Occurred(ctx))
        HPyErr_WriteUnraisable(ctx, h);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

__attribute__((noreturn))
static void die(HPyContext *ctx, HPy h)
{
    HPyErr_WriteUnraisable(ctx, h);
    HPy_FatalError(ctx, "giving up");
}

/* 4.3 #50 */
HPy_ssize_t collecting_function_does_not_return_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    if (self->size < 0)
        die(ctx, h);
    return self->size;
}

static void die_unmarked(HPyContext *ctx, HPy h)
{
    HPyErr_WriteUnraisable(ctx, h);
    abort();
}

/* 4.3 #50: the function is not marked, but no path through its body comes back. */
HPy_ssize_t unmarked_function_does_not_return_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    if (self->size < 0)
        die_unmarked(ctx, h);
    return self->size;
}

static void die_perhaps(HPyContext *ctx, HPy h, int strict)
{
    HPyErr_WriteUnraisable(ctx, h);
    if (strict)
        abort();
}

/* The twin of 4.3 #50. */
HPy_ssize_t function_returns_on_one_path(HPyContext *ctx, HPy h, int strict)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    if (self->size < 0)
        die_perhaps(ctx, h, strict);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

/* 4.3 #51 */
HPy_ssize_t inner_variable_of_the_same_name_is_fine(HPyContext *ctx, HPy h)
{
    HPy_ssize_t size;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    size = self->size;
    HPy_Length(ctx, h);
    {
        ArrayObject *self = ArrayObject_AsStruct(ctx, h);
        size += self->size;
    }
    return size;
}

/* The twin of 4.3 #51: the outer one is stale, the inner one is not. */
HPy_ssize_t outer_variable_of_the_same_name(HPyContext *ctx, HPy h)
{
    HPy_ssize_t size;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    {
        ArrayObject *self = ArrayObject_AsStruct(ctx, h);
        size = self->size;
    }
    return size + self->size;  // want pointer-spans-gc "'self' is used"
}

/* 4.3 #52, #53: the call before the declaration is not the one that matters. */
HPy_ssize_t collecting_call_before_and_behind(HPyContext *ctx, HPy h)
{
    HPy_Hash(ctx, h);
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);  // note pointer-spans-gc 1 "'self' is obtained from 'h' here"
    HPy_Length(ctx, h);                                // note pointer-spans-gc 2 "'HPy_Length' can collect"
    return self->size;                                 // want pointer-spans-gc "'self' is used"
}

/* The twin of 4.3 #53. */
HPy_ssize_t collecting_call_before_the_declaration_is_fine(HPyContext *ctx, HPy h)
{
    HPy_Hash(ctx, h);
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    return self->size;
}

/* 4.3 #54 */
HPy_ssize_t variable_of_an_inner_block_is_fine(HPyContext *ctx, HPy h)
{
    if (HPy_Length(ctx, h) > 0) {
        ArrayObject *self = ArrayObject_AsStruct(ctx, h);
        if (self->size > 0)
            return self->size;
    }
    return HPy_Length(ctx, h);
}

/* The twin of 4.3 #54: the condition collects behind the assignment. */
HPy_ssize_t assigned_in_a_condition(HPyContext *ctx, HPy h)
{
    ArrayObject *self;
    if ((self = ArrayObject_AsStruct(ctx, h)) != NULL && HPy_Length(ctx, h) > 0)
        return self->size;  // want pointer-spans-gc "'self' is used"
    return 0;
}

/* 4.3: a jump over the collecting call. */
HPy_ssize_t jumps_over_the_collecting_call_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    goto out;
    HPy_Length(ctx, h);
out:
    return self->size;
}

/* 4.3: the condition is a constant. */
HPy_ssize_t collecting_call_under_zero_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    if (0)
        HPy_Length(ctx, h);
    return self->size;
}

/* 4.3 #31: assumptions are told where they matter. */
HPy_ssize_t a_branch_is_told_in_the_notes(HPyContext *ctx, HPy h, int measure)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);  // note pointer-spans-gc 1 "'self' is obtained from 'h' here"
    if (measure)                                       // note pointer-spans-gc 2 "assuming 'measure' is"
        HPy_Length(ctx, h);                            // note pointer-spans-gc 3 "'HPy_Length' can collect"
    return self->size;                                 // want pointer-spans-gc "'self' is used"
}
