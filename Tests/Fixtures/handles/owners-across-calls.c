/* Handles in structs and arrays that functions move, fill and close, at an index that they are given. */
#include "hpy.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

struct own { HPy h; int uses; };
static void own_move(struct own *to, struct own *from) { *to = *from; from->h = HPy_NULL; }
static struct own own_same(struct own own) { return own; }
static struct own own_add(HPyContext *ctx, struct own own, HPy o)
{
    HPy sum = HPy_Add(ctx, own.h, o);
    HPy_Close(ctx, own.h);
    own.h = sum;
    own.uses++;
    return own;
}
static void own_close(HPyContext *ctx, struct own own) { HPy_Close(ctx, own.h); }

void moved_to_another_owner_is_fine(HPyContext *ctx, HPy o)
{
    struct own a = { HPy_Dup(ctx, o), 0 }, b;
    own_move(&b, &a);
    HPy_Close(ctx, b.h);
    HPy_Close(ctx, a.h);
}
void moved_and_lost(HPyContext *ctx, HPy o)
{
    struct own a = { HPy_Dup(ctx, o), 0 }, b;
    own_move(&b, &a);
    HPy_Close(ctx, a.h);
}  // want handle-leak
void replaced_by_a_sum_is_fine(HPyContext *ctx, HPy o)
{
    struct own a = { HPy_Dup(ctx, o), 0 };
    a = own_add(ctx, a, o);
    a = own_same(a);
    own_close(ctx, a);
}
HPy_hash_t closed_in_a_copy(HPyContext *ctx, HPy o)
{
    struct own a = { HPy_Dup(ctx, o), 0 };
    a = own_same(a);
    own_close(ctx, a);
    return HPy_Hash(ctx, a.h);  // want handle-use-after-close
}

/* ---- at an index */
static void close_at(HPyContext *ctx, HPy *handles, int at) { HPy_Close(ctx, handles[at]); }
static void own_close_at(HPyContext *ctx, struct own *owners, int at) { HPy_Close(ctx, owners[at].h); }
static HPy get_at(HPy *handles, int at) { return handles[at]; }
static HPy take_at(HPy *handles, int at)
{
    HPy h = handles[at];
    handles[at] = HPy_NULL;
    return h;
}

void each_closed_at_its_index_is_fine(HPyContext *ctx, HPy a, HPy b)
{
    HPy handles[2] = { HPy_Dup(ctx, a), HPy_Dup(ctx, b) };
    close_at(ctx, handles, 0);
    close_at(ctx, handles, 1);
}
void all_closed_in_a_loop_is_fine(HPyContext *ctx, HPy a, HPy b)
{
    HPy handles[2] = { HPy_Dup(ctx, a), HPy_Dup(ctx, b) };
    for (int i = 0; i < 2; i++) close_at(ctx, handles, i);
}
void one_closed_twice(HPyContext *ctx, HPy a, HPy b)
{
    HPy handles[2] = { HPy_Dup(ctx, a), HPy_Dup(ctx, b) };
    close_at(ctx, handles, 1);
    close_at(ctx, handles, 1);  // want handle-double-close
    close_at(ctx, handles, 0);
}
void one_not_closed(HPyContext *ctx, HPy a, HPy b)
{
    HPy handles[2] = { HPy_Dup(ctx, a), HPy_Dup(ctx, b) };
    close_at(ctx, handles, 1);
}  // want handle-leak "'handles[0]' is not closed"
void records_closed_at_their_index_is_fine(HPyContext *ctx, HPy a, HPy b)
{
    struct own owners[2] = { { HPy_Dup(ctx, a), 0 }, { HPy_Dup(ctx, b), 0 } };
    own_close_at(ctx, owners, 1);
    own_close_at(ctx, owners, 0);
}
void got_and_closed_is_fine(HPyContext *ctx, HPy a, HPy b)
{
    HPy handles[2] = { HPy_Dup(ctx, a), HPy_Dup(ctx, b) };
    HPy_Close(ctx, get_at(handles, 0));
    HPy_Close(ctx, get_at(handles, 1));
}
void taken_and_closed_is_fine(HPyContext *ctx, HPy a, HPy b)
{
    HPy handles[2] = { HPy_Dup(ctx, a), HPy_Dup(ctx, b) };
    HPy first = take_at(handles, 0);
    HPy_Close(ctx, first);
    HPy_Close(ctx, handles[0]);
    HPy_Close(ctx, handles[1]);
}

/* ---- the index is in the struct */
struct bag { HPy items[4]; int count; };
static void bag_add(HPyContext *ctx, struct bag *bag, HPy h) { bag->items[bag->count++] = HPy_Dup(ctx, h); }
static void bag_drop(HPyContext *ctx, struct bag *bag) { HPy_Close(ctx, bag->items[--bag->count]); }

void added_and_dropped_is_fine(HPyContext *ctx, HPy a, HPy b)
{
    struct bag bag = { .count = 0 };
    bag_add(ctx, &bag, a);
    bag_add(ctx, &bag, b);
    bag_drop(ctx, &bag);
    bag_drop(ctx, &bag);
}
void added_twice_and_dropped_once(HPyContext *ctx, HPy a, HPy b)
{
    struct bag bag = { .count = 0 };
    bag_add(ctx, &bag, a);
    bag_add(ctx, &bag, b);
    bag_drop(ctx, &bag);
}  // want handle-leak "'bag.items[0]' is not closed"

/* ---- through variable arguments, memcpy, numbers and pointers */
static void close_all(HPyContext *ctx, HPy *first, ...)
{
    va_list rest;
    va_start(rest, first);
    for (HPy *p = first; p != NULL; p = va_arg(rest, HPy *)) {
        HPy_Close(ctx, *p);
        *p = HPy_NULL;
    }
    va_end(rest);
}
void closed_by_their_addresses_is_fine(HPyContext *ctx, HPy o)
{
    HPy text = HPy_Str(ctx, o), shown = HPy_Repr(ctx, o);
    close_all(ctx, &text, &shown, NULL);
}
static void close_each(HPyContext *ctx, HPy *(*next)(void))
{
    for (HPy *p = next(); p != NULL; p = next()) {
        HPy_Close(ctx, *p);
        *p = HPy_NULL;
    }
}
void closed_one_after_the_other_is_fine(HPyContext *ctx, HPy *(*next)(void)) { close_each(ctx, next); }

static void close_pointer(HPyContext *ctx, void *closure) { HPy_Close(ctx, HPy_FromVoidP(closure)); }
static void close_bits(HPyContext *ctx, intptr_t bits) { HPy h = { bits }; HPy_Close(ctx, h); }
void closed_as_a_pointer_is_fine(HPyContext *ctx, HPy o)
{
    HPy text = HPy_Str(ctx, o);
    if (HPy_IsNull(text)) return;
    close_pointer(ctx, HPy_AsVoidP(text));
}
void closed_as_bits_is_fine(HPyContext *ctx, HPy o)
{
    HPy text = HPy_Str(ctx, o);
    if (HPy_IsNull(text)) return;
    close_bits(ctx, text._i);
}
void closed_as_bits_and_again(HPyContext *ctx, HPy o)
{
    HPy text = HPy_Str(ctx, o);
    if (HPy_IsNull(text)) return;
    close_bits(ctx, text._i);
    HPy_Close(ctx, text);  // want handle-double-close
}
void *made_into_a_pointer_is_fine(HPyContext *ctx, HPy o) { return HPy_AsVoidP(HPy_Str(ctx, o)); }

HPyDef_METH(pick, "pick", HPyFunc_VARARGS)
static HPy pick_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    HPy copied[2];
    if (nargs != 2) return HPyErr_SetString(ctx, ctx->h_TypeError, "two arguments");
    memcpy(copied, args, sizeof copied);
    HPy_Close(ctx, copied[0]);  // want handle-close-borrowed "'copied[0]' is closed but not owned"
    return copied[1];  // want handle-return-borrowed "'copied[1]' is returned but not owned"
}

/* ---- what a callee may have written is not lost */
struct list { HPy *items; int count, room; };
static int list_push(struct list *list, HPy h)
{
    if (list->count == list->room) {
        HPy *grown = realloc(list->items, sizeof(HPy) * (list->room * 2 + 4));
        if (grown == NULL) return -1;
        list->items = grown;
        list->room = list->room * 2 + 4;
    }
    list->items[list->count++] = h;
    return 0;
}
static void list_clear(HPyContext *ctx, struct list *list)
{
    for (int i = 0; i < list->count; i++) HPy_Close(ctx, list->items[i]);
    free(list->items);
    list->count = 0;
}
void pushed_twice_and_cleared_is_fine(HPyContext *ctx, HPy o)
{
    struct list list = { NULL, 0, 0 };
    HPy h = HPy_Dup(ctx, o);
    if (list_push(&list, h) < 0) HPy_Close(ctx, h);
    h = HPy_Dup(ctx, o);
    if (list_push(&list, h) < 0) HPy_Close(ctx, h);
    list_clear(ctx, &list);
}
