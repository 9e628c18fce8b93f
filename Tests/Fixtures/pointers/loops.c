/* What one turn of a loop leaves for the next, and for what follows the loop. */
#include "hpy.h"

typedef struct Node {
    HPy_ssize_t size;
    HPy_ssize_t position;
    HPy_ssize_t items[8];
    struct Node *peer;
} ArrayObject;

HPyType_HELPERS(ArrayObject)

/* 4.3 #34 */
HPy_ssize_t collecting_call_in_a_loop_use_behind_it(HPyContext *ctx, HPy h, int n)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    for (int i = 0; i < n; i++)
        HPy_Length(ctx, h);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

/* The twin of 4.3 #34. */
HPy_ssize_t obtained_behind_the_loop_is_fine(HPyContext *ctx, HPy h, int n)
{
    for (int i = 0; i < n; i++)
        HPy_Length(ctx, h);
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    return self->size;
}

/* 4.3 #35 */
HPy_ssize_t pointer_of_the_last_turn(HPyContext *ctx, HPy h, int n)
{
    HPy_ssize_t sum = 0;
    ArrayObject *self = NULL;
    for (int i = 0; i < n; i++) {
        if (self != NULL)
            sum += self->size;  // want pointer-spans-gc "'self' is used"
        self = ArrayObject_AsStruct(ctx, h);
        HPy_Length(ctx, h);
    }
    return sum;
}

/* The twin of 4.3 #35: the last turn's pointer is obtained behind its call. */
HPy_ssize_t pointer_of_the_last_turn_is_fine(HPyContext *ctx, HPy h, int n)
{
    HPy_ssize_t sum = 0;
    ArrayObject *self = NULL;
    for (int i = 0; i < n; i++) {
        if (self != NULL)
            sum += self->size;
        HPy_Length(ctx, h);
        self = ArrayObject_AsStruct(ctx, h);
    }
    return sum;
}

/* 4.3 #36 */
HPy_ssize_t obtained_anew_in_each_turn_is_fine(HPyContext *ctx, HPy h, int n)
{
    HPy_ssize_t sum = 0;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    for (int i = 0; i < n; i++) {
        sum += self->size;
        HPy_Length(ctx, h);
        self = ArrayObject_AsStruct(ctx, h);
    }
    return sum;
}

/* The twin of 4.3 #36. */
HPy_ssize_t obtained_once_before_the_loop(HPyContext *ctx, HPy h, int n)
{
    HPy_ssize_t sum = 0;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    for (int i = 0; i < n; i++) {
        sum += self->items[i & 7];  // want pointer-spans-gc "'self' is used"
        HPy_Length(ctx, h);
    }
    return sum;
}

/* 4.3 #37 */
HPy_ssize_t obtained_in_a_loop_used_behind_it(HPyContext *ctx, HPy h, int n)
{
    ArrayObject *self = NULL;
    for (int i = 0; i < n; i++)
        self = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    if (self == NULL)
        return 0;
    return self->size;  // want pointer-spans-gc "'self' is used"
}

/* The twin of 4.3 #37. */
HPy_ssize_t obtained_and_used_behind_the_loop_is_fine(HPyContext *ctx, HPy h, int n)
{
    ArrayObject *self = NULL;
    for (int i = 0; i < n; i++)
        self = ArrayObject_AsStruct(ctx, h);
    if (self == NULL)
        return 0;
    return self->size;
}

/* 4.3 #38 */
HPy_ssize_t assigned_in_each_turn_never_read_is_fine(HPyContext *ctx, HPy h, int n)
{
    ArrayObject *self = NULL;
    while (n-- > 0) {
        HPy_Length(ctx, h);
        self = ArrayObject_AsStruct(ctx, h);
        HPy_Length(ctx, h);
    }
    return self != NULL;
}

/* 4.3 #39 */
HPy_ssize_t declared_in_the_body_is_fine(HPyContext *ctx, HPy h, int n)
{
    HPy_ssize_t sum = 0;
    while (n-- > 0) {
        ArrayObject *self = ArrayObject_AsStruct(ctx, h);
        sum += self->size;
        HPy_Length(ctx, h);
    }
    return sum;
}

/* 4.3 #40 */
HPy_ssize_t member_carried_into_the_next_turn(HPyContext *ctx, HPy h, int n)
{
    struct { ArrayObject *array; HPy_ssize_t sum; } cursor = { NULL, 0 };
    while (n-- > 0) {
        if (cursor.array != NULL)
            cursor.sum += cursor.array->size;  // want pointer-spans-gc
        cursor.array = ArrayObject_AsStruct(ctx, h);
        HPy_Length(ctx, h);
    }
    return cursor.sum;
}

/* The twin of 4.3 #40: the member is reset. */
HPy_ssize_t member_reset_in_each_turn_is_fine(HPyContext *ctx, HPy h, int n)
{
    struct { ArrayObject *array; HPy_ssize_t sum; } cursor = { NULL, 0 };
    while (n-- > 0) {
        if (cursor.array != NULL)
            cursor.sum += cursor.array->size;
        cursor.array = ArrayObject_AsStruct(ctx, h);
        cursor.sum += cursor.array->size;
        HPy_Length(ctx, h);
        cursor.array = NULL;
    }
    return cursor.sum;
}

/* 4.3 #41 */
HPy_ssize_t increment_behind_the_collecting_body(HPyContext *ctx, HPy h)
{
    HPy_ssize_t count = 0;
    for (HPy_ssize_t *item = ArrayObject_AsStruct(ctx, h)->items; *item >= 0; item++) {  // want pointer-spans-gc "'item' is used"
        count += HPy_Length(ctx, h);
    }
    return count;
}

/* The twin of 4.3 #41: an index survives, a pointer does not. */
HPy_ssize_t index_instead_of_pointer_is_fine(HPyContext *ctx, HPy h)
{
    HPy_ssize_t count = 0;
    for (int i = 0; ArrayObject_AsStruct(ctx, h)->items[i] >= 0; i++) {
        count += HPy_Length(ctx, h);
    }
    return count;
}

/* 4.3 #41: the increment reads through the pointer. */
HPy_ssize_t increment_follows_the_pointer(HPyContext *ctx, HPy h)
{
    HPy_ssize_t count = 0;
    for (ArrayObject *node = ArrayObject_AsStruct(ctx, h); node != NULL;
         node = node->peer) {  // want pointer-spans-gc "'node' is used"
        count += HPy_Length(ctx, h);
    }
    return count;
}

/* 4.3 #42 */
HPy_ssize_t condition_reads_behind_the_collecting_body(HPyContext *ctx, HPy h)
{
    HPy_ssize_t count = 0;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    while (self->position > count)  // want pointer-spans-gc "'self' is used"
        count += HPy_Length(ctx, h);
    return count;
}

/* The twin of 4.3 #42. */
HPy_ssize_t limit_read_before_the_loop_is_fine(HPyContext *ctx, HPy h)
{
    HPy_ssize_t count = 0;
    HPy_ssize_t position = ArrayObject_AsStruct(ctx, h)->position;
    while (position > count)
        count += HPy_Length(ctx, h);
    return count;
}

/* 4.3 #42: in a do-while loop the condition comes behind the body. */
HPy_ssize_t condition_of_do_while(HPyContext *ctx, HPy h)
{
    HPy_ssize_t count = 0;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    do {
        count += HPy_Length(ctx, h);
    } while (self->position > count);  // want pointer-spans-gc "'self' is used"
    return count;
}

#define CHECK_LENGTH(ctx, h)              \
    do {                                  \
        if (HPy_Length((ctx), (h)) < 0)   \
            return -1;                    \
    } while (0)

#define ADD_SIZE(sum, array)      \
    do {                          \
        (sum) += (array)->size;   \
    } while (0)

/* 4.3 #43 */
HPy_ssize_t do_while_zero_has_no_second_turn_is_fine(HPyContext *ctx, HPy h)
{
    HPy_ssize_t sum = 0;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    do {
        sum += self->size;
        HPy_Length(ctx, h);
    } while (0);
    return sum;
}

/* 4.3 #43 */
HPy_ssize_t macro_body_has_no_second_turn_is_fine(HPyContext *ctx, HPy h)
{
    HPy_ssize_t sum = 0;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    ADD_SIZE(sum, self);
    CHECK_LENGTH(ctx, h);
    return sum;
}

/* The twin of 4.3 #43. */
HPy_ssize_t used_behind_the_macro(HPyContext *ctx, HPy h)
{
    HPy_ssize_t sum = 0;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    CHECK_LENGTH(ctx, h);
    ADD_SIZE(sum, self);  // want pointer-spans-gc "'self' is used"
    return sum;
}

/* 4.3 #44 */
HPy_ssize_t loop_left_in_both_ways(HPyContext *ctx, HPy h, int n)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    for (int i = 0; i < n; i++) {
        if (self->items[i & 7] < 0)  // want pointer-spans-gc "'self' is used"
            break;
        HPy_Length(ctx, h);
    }
    return 0;
}

/* The twin of 4.3 #44: the loop is left before the call, or the function is. */
HPy_ssize_t loop_left_before_the_call_is_fine(HPyContext *ctx, HPy h, int n)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    for (int i = 0; i < n; i++) {
        if (self->items[i & 7] < 0)
            continue;
        HPy_Length(ctx, h);
        return i;
    }
    return self->size;
}

/* 4.3 #56 */
HPy_ssize_t nested_loops_are_fine(HPyContext *ctx, HPy h, int n)
{
    HPy_ssize_t sum = 0;
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
            ArrayObject *self = ArrayObject_AsStruct(ctx, h);
            for (int k = 0; k < 8; k++)
                sum += self->items[k];
            sum += HPy_Length(ctx, h);
        }
        sum += HPy_Length(ctx, h);
    }
    return sum;
}

/* The twin of 4.3 #56: the innermost loop collects. */
HPy_ssize_t innermost_loop_collects(HPyContext *ctx, HPy h, int n)
{
    HPy_ssize_t sum = 0;
    for (int i = 0; i < n; i++) {
        ArrayObject *self = ArrayObject_AsStruct(ctx, h);
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < 8; k++)
                sum += HPy_Length(ctx, h);
            sum += self->size;  // want pointer-spans-gc "'self' is used"
        }
    }
    return sum;
}

/* 4.5 #103 */
HPy_ssize_t closed_in_a_loop_used_in_the_next_turn(HPyContext *ctx, HPy h, int n)
{
    HPy_ssize_t sum = 0;
    ArrayObject *last = NULL;
    for (int i = 0; i < n; i++) {
        HPy item = HPy_GetItem_i(ctx, h, i);
        if (HPy_IsNull(item))
            return -1;
        if (last != NULL)
            sum += last->size;  // want pointer-outlives-handle "'last' is used"
        last = ArrayObject_AsStruct(ctx, item);
        HPy_Close(ctx, item);
    }
    return sum;
}

/* The twin of 4.5 #103. */
HPy_ssize_t closed_in_each_turn_behind_its_use_is_fine(HPyContext *ctx, HPy h, int n)
{
    HPy_ssize_t sum = 0;
    for (int i = 0; i < n; i++) {
        HPy item = HPy_GetItem_i(ctx, h, i);
        if (HPy_IsNull(item))
            return -1;
        sum += ArrayObject_AsStruct(ctx, item)->size;
        HPy_Close(ctx, item);
    }
    return sum;
}

/* 4.3 #42: an endless loop that is left by a return. */
HPy_ssize_t endless_loop(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    for (;;) {
        if (self->position < 0)  // want pointer-spans-gc "'self' is used"
            return 0;
        HPy_Length(ctx, h);
    }
}

/* The twin: each turn obtains it anew. */
HPy_ssize_t endless_loop_that_obtains_anew_is_fine(HPyContext *ctx, HPy h)
{
    for (;;) {
        ArrayObject *self = ArrayObject_AsStruct(ctx, h);
        if (self->position < 0)
            return 0;
        HPy_Length(ctx, h);
    }
}

/* 4.3 #43: a switch in a loop, in the manner of Duff. */
HPy_ssize_t jumped_into_the_middle_of_a_loop(HPyContext *ctx, HPy h, int n)
{
    HPy_ssize_t sum = 0;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    switch (n & 1) {
        do {
        case 0:
            sum += self->size;  // want pointer-spans-gc "'self' is used"
        case 1:
            sum += HPy_Length(ctx, h);
        } while (--n > 0);
    }
    return sum;
}

/* 4.6 #137, 4.3 #35: a pointer that walks over the items. */
HPy_ssize_t pointer_that_walks(HPyContext *ctx, HPy h)
{
    HPy_ssize_t sum = 0;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    for (HPy_ssize_t *item = self->items, *end = item + 8; item < end; ++item) {
        sum += *item;  // want pointer-spans-gc "'item' is used"
        HPy_Length(ctx, h);
    }
    return sum;
}

/* The same with `!=` and the increment in the body. */
HPy_ssize_t pointer_that_walks_to_its_end(HPyContext *ctx, HPy h)
{
    HPy_ssize_t sum = 0;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    HPy_ssize_t *item = self->items;
    while (item != self->items + 8) {
        sum += *item++;  // want pointer-spans-gc "'item' is used"
        HPy_Length(ctx, h);
    }
    return sum;
}

/* The twin: the loop does not collect. */
HPy_ssize_t pointer_that_walks_is_fine(HPyContext *ctx, HPy h)
{
    HPy_ssize_t sum = 0;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    for (HPy_ssize_t *item = self->items, *end = item + self->size; item < end; ++item)
        sum += *item;
    return sum + HPy_Length(ctx, h);
}

/* The twin on the heap: what is in the loop is analyzed. */
HPy_ssize_t walk_over_allocated_memory(HPyContext *ctx, HPy h, HPy_ssize_t *numbers, int n)
{
    HPy_ssize_t sum = 0;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    for (HPy_ssize_t *number = numbers; number < numbers + n; number++)
        sum += HPy_Length(ctx, h) + *number;
    return sum + self->size;  // want pointer-spans-gc "'self' is used"
}
