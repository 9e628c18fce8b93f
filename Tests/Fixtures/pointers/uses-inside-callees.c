/* What a callee uses: elements at an index that it is given, variables with static storage, and
   pointers that it needs only on some of its paths. */
#include "hpy.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
typedef struct { HPy_ssize_t size; double items[8]; } ArrayObject;
HPyType_HELPERS(ArrayObject)

/* ---- the index is a parameter */
struct slot { ArrayObject *array; int weight; };
static void slot_put(ArrayObject **slots, int at, ArrayObject *array) { slots[at] = array; }
static ArrayObject *slot_get(ArrayObject **slots, int at) { return slots[at]; }
static struct slot *slot_of(struct slot *slots, int at) { return &slots[at]; }
static int slot_push(ArrayObject **slots, int count, ArrayObject *array)
{
    slots[count] = array;
    return count + 1;
}

double put_at_an_index(HPyContext *ctx, HPy h, HPy o)
{
    ArrayObject *slots[2] = { NULL, NULL };
    slot_put(slots, 1, ArrayObject_AsStruct(ctx, h));
    HPy_Hash(ctx, o);
    return slots[1]->items[0];  // want pointer-spans-gc "'slots[1]' is used"
}
double renewed_at_an_index_is_fine(HPyContext *ctx, HPy h, HPy g, HPy o)
{
    ArrayObject *slots[2] = { ArrayObject_AsStruct(ctx, h), ArrayObject_AsStruct(ctx, g) };
    HPy_Hash(ctx, o);
    slot_put(slots, 1, ArrayObject_AsStruct(ctx, g));
    return slots[1]->items[0];
}
double renewed_at_another_index(HPyContext *ctx, HPy h, HPy g, HPy o)
{
    ArrayObject *slots[2] = { ArrayObject_AsStruct(ctx, h), ArrayObject_AsStruct(ctx, g) };
    HPy_Hash(ctx, o);
    slot_put(slots, 1, ArrayObject_AsStruct(ctx, g));
    return slot_get(slots, 0)->items[0];  // want pointer-spans-gc
}
double address_at_an_index(HPyContext *ctx, HPy h, HPy o)
{
    struct slot slots[2] = { { ArrayObject_AsStruct(ctx, h), 1 }, { NULL, 2 } };
    struct slot *first = slot_of(slots, 0);
    HPy_Hash(ctx, o);
    return first->array->items[0];  // want pointer-spans-gc
}
double pushed_one_after_the_other(HPyContext *ctx, HPy h, HPy g, HPy o)
{
    ArrayObject *slots[4];
    int count = slot_push(slots, 0, ArrayObject_AsStruct(ctx, h));
    HPy_Hash(ctx, o);
    count = slot_push(slots, count, ArrayObject_AsStruct(ctx, g));
    double fresh = slots[1]->items[0];
    return fresh + slots[0]->items[0];  // want pointer-spans-gc "'slots[0]' is used"
}

/* ---- the pointer is in a variable */
static ArrayObject *current;
static double current_first(void) { return current->items[0]; }
static double current_after(HPyContext *ctx, HPy o)
{
    HPy_Hash(ctx, o);
    return current->items[1];  // want pointer-spans-gc "'current' is used"
}
static int by_current(const void *l, const void *r)
{
    int a = *(const int *)l, b = *(const int *)r;
    return current->items[a] < current->items[b];
}

double through_a_variable(HPyContext *ctx, HPy h, HPy o)
{
    current = ArrayObject_AsStruct(ctx, h);
    HPy_Hash(ctx, o);
    double d = current_first();  // want pointer-spans-gc "'current' is used"
    current = NULL;
    return d;
}
double through_a_variable_in_time_is_fine(HPyContext *ctx, HPy h, HPy o)
{
    current = ArrayObject_AsStruct(ctx, h);
    double d = current_first();
    HPy_Hash(ctx, o);
    current = ArrayObject_AsStruct(ctx, h);
    d += current_first();
    current = NULL;
    return d;
}
double through_a_variable_behind_the_callee_s_own_call(HPyContext *ctx, HPy h, HPy o)
{
    current = ArrayObject_AsStruct(ctx, h);
    double d = current_after(ctx, o);
    current = NULL;
    return d;
}
void sorted_by_a_stale_variable(HPyContext *ctx, HPy h, HPy o, int *order)
{
    current = ArrayObject_AsStruct(ctx, h);
    HPy_Hash(ctx, o);
    qsort(order, 8, sizeof *order, by_current);  // want pointer-spans-gc "'current' is used"
    current = NULL;
}
void sorted_by_a_variable_is_fine(HPyContext *ctx, HPy h, HPy o, int *order)
{
    HPy_Hash(ctx, o);
    current = ArrayObject_AsStruct(ctx, h);
    qsort(order, 8, sizeof *order, by_current);
    current = NULL;
}
/* A variable that is tested twice is null in both tests or in none. */
static ArrayObject *cached;
static double cached_first(HPyContext *ctx, HPy o)
{
    if (cached == NULL) HPy_Hash(ctx, o);
    return cached != NULL ? cached->items[0] : 0;
}
double cached_or_not_is_fine(HPyContext *ctx, HPy h, HPy o)
{
    cached = ArrayObject_AsStruct(ctx, h);
    double d = cached_first(ctx, o);
    cached = NULL;
    return d;
}

/* ---- whether the pointer is used depends on another argument */
static double first_if(const ArrayObject *array, int want) { return want ? array->items[0] : 0; }
static double item_or(const ArrayObject *array, int at, double otherwise)
{
    switch (at) {
    case 0: case 1: return array->items[at];
    case 9: return array->size;
    default: return otherwise;
    }
}
static double weight_of(struct slot slot) { return slot.weight; }
static double first_of(struct slot slot) { return slot.array->items[0]; }
static double first_behind(HPyContext *ctx, const ArrayObject *array, HPy o, int collects)
{
    if (collects) HPy_Hash(ctx, o);
    if (collects > 1) return 0;
    return array->items[0];  // want pointer-spans-gc "'array' is used"
}

double not_wanted_is_fine(HPyContext *ctx, HPy h, HPy o)
{
    ArrayObject *array = ArrayObject_AsStruct(ctx, h);
    HPy_Hash(ctx, o);
    return first_if(array, 0) + item_or(array, 5, 1.0);
}
double wanted(HPyContext *ctx, HPy h, HPy o)
{
    ArrayObject *array = ArrayObject_AsStruct(ctx, h);
    HPy_Hash(ctx, o);
    return first_if(array, 1);  // want pointer-spans-gc "'array' is used"
}
double wanted_perhaps(HPyContext *ctx, HPy h, HPy o, int at)
{
    ArrayObject *array = ArrayObject_AsStruct(ctx, h);
    HPy_Hash(ctx, o);
    return item_or(array, at, 1.0);  // want pointer-spans-gc "'array' is used"
}
double another_member_by_value_is_fine(HPyContext *ctx, HPy h, HPy o)
{
    struct slot slot = { ArrayObject_AsStruct(ctx, h), 3 };
    HPy_Hash(ctx, o);
    return weight_of(slot);
}
double the_member_by_value(HPyContext *ctx, HPy h, HPy o)
{
    struct slot slot = { ArrayObject_AsStruct(ctx, h), 3 };
    HPy_Hash(ctx, o);
    return first_of(slot);  // want pointer-spans-gc "'slot' is used"
}
double collects_only_if_told_is_fine(HPyContext *ctx, HPy h, HPy o)
{
    ArrayObject *array = ArrayObject_AsStruct(ctx, h);
    return first_behind(ctx, array, o, 0);
}
double collects_and_does_not_use_is_fine(HPyContext *ctx, HPy h, HPy o)
{
    ArrayObject *array = ArrayObject_AsStruct(ctx, h);
    return first_behind(ctx, array, o, 2);
}
double collects_as_told(HPyContext *ctx, HPy h, HPy o)
{
    ArrayObject *array = ArrayObject_AsStruct(ctx, h);
    return first_behind(ctx, array, o, 1);
}

/* ---- arrays that memcpy copies */
double all_elements_copied(HPyContext *ctx, HPy h, HPy o)
{
    ArrayObject *slots[2] = { NULL, ArrayObject_AsStruct(ctx, h) }, *copied[2];
    memcpy(copied, slots, sizeof slots);
    HPy_Hash(ctx, o);
    return copied[1]->items[0];  // want pointer-spans-gc "'copied[1]' is used"
}
double some_elements_copied_is_fine(HPyContext *ctx, HPy h, HPy o)
{
    struct slot old[2] = { { ArrayObject_AsStruct(ctx, h), 1 }, { ArrayObject_AsStruct(ctx, h), 2 } };
    HPy_Hash(ctx, o);
    struct slot fresh[3] = { { NULL, 0 }, { ArrayObject_AsStruct(ctx, h), 1 }, { ArrayObject_AsStruct(ctx, h), 2 } };
    memcpy(old, fresh + 1, 2 * sizeof old[0]);
    return old[0].array->items[0] + old[1].array->items[0];
}
double one_element_copied(HPyContext *ctx, HPy h, HPy o)
{
    struct slot old[2] = { { ArrayObject_AsStruct(ctx, h), 1 }, { ArrayObject_AsStruct(ctx, h), 2 } };
    HPy_Hash(ctx, o);
    struct slot fresh[2] = { { ArrayObject_AsStruct(ctx, h), 1 }, { ArrayObject_AsStruct(ctx, h), 2 } };
    memcpy(old, fresh, sizeof old[0]);
    return old[0].array->items[0] + old[1].array->items[0];  // want pointer-spans-gc "'old[1].array' is used"
}

/* ---- a pointer that is passed as a number */
static double first_at(uintptr_t address) { return ((ArrayObject *)address)->items[0]; }
double passed_as_a_number(HPyContext *ctx, HPy h, HPy o)
{
    ArrayObject *array = ArrayObject_AsStruct(ctx, h);
    HPy_Hash(ctx, o);
    return first_at((uintptr_t)array);  // want pointer-spans-gc
}
