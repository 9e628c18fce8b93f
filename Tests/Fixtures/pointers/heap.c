/* Interior pointers in memory from malloc. */
#include "hpy.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    HPy_ssize_t size;
    double items[8];
} ArrayObject;

HPyType_HELPERS(ArrayObject)

typedef struct View {
    ArrayObject *array;
    double scale;
    struct View *next;
} View;

static View *views;

/* 4.7 #170 */
double heap_struct_that_is_freed_is_fine(HPyContext *ctx, HPy h)
{
    View *view = (View *)malloc(sizeof(View));
    if (view == NULL)
        return -1;
    view->array = ArrayObject_AsStruct(ctx, h);
    double first = view->array->items[0];
    free(view);
    return first;
}

/* 4.7 #170 */
int heap_struct_in_a_list(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    View *view = (View *)malloc(sizeof(View));
    if (view == NULL)
        return -1;
    view->array = self;  // want pointer-escapes "'self' is kept in 'view->array' beyond the life of its handle"
    view->scale = 1;
    view->next = views;
    views = view;
    return 0;
}

/* 4.7 #170 */
View *heap_struct_that_is_returned(HPyContext *ctx, HPy h)
{
    View *view = (View *)calloc(1, sizeof(View));
    if (view == NULL)
        return NULL;
    view->array = ArrayObject_AsStruct(ctx, h);  // want pointer-escapes
    return view;
}

/* The twin of 4.7 #170: it holds a copy of the contents. */
View *heap_struct_with_a_copy_is_fine(HPyContext *ctx, HPy h)
{
    View *view = (View *)calloc(1, sizeof(View));
    if (view == NULL)
        return NULL;
    view->scale = ArrayObject_AsStruct(ctx, h)->items[0];
    return view;
}

/* 4.7 #170: used behind a collecting call. */
double heap_struct_across_a_collecting_call(HPyContext *ctx, HPy h)
{
    View *view = (View *)malloc(sizeof(View));
    if (view == NULL)
        return -1;
    view->array = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    double first = view->array->items[0];  // want pointer-spans-gc
    free(view);
    return first;
}

/* The twin: renewed behind the call. */
double heap_struct_renewed_behind_the_call_is_fine(HPyContext *ctx, HPy h)
{
    View *view = (View *)malloc(sizeof(View));
    if (view == NULL)
        return -1;
    view->array = ArrayObject_AsStruct(ctx, h);
    view->scale = view->array->items[0];
    HPy_Length(ctx, h);
    view->array = ArrayObject_AsStruct(ctx, h);
    double first = view->array->items[0];
    free(view);
    return first;
}

/* 4.5 #101 with a place on the heap. */
double heap_struct_across_the_close(HPyContext *ctx, HPy h)
{
    View *view = (View *)malloc(sizeof(View));
    if (view == NULL)
        return -1;
    HPy copy = HPy_Dup(ctx, h);
    view->array = ArrayObject_AsStruct(ctx, copy);
    HPy_Close(ctx, copy);
    double first = view->array->items[0];  // want pointer-outlives-handle
    free(view);
    return first;
}

/* The twin: freed before the handle is closed. */
double heap_struct_freed_before_the_close_is_fine(HPyContext *ctx, HPy h)
{
    View *view = (View *)malloc(sizeof(View));
    if (view == NULL)
        return -1;
    HPy copy = HPy_Dup(ctx, h);
    view->array = ArrayObject_AsStruct(ctx, copy);
    double first = view->array->items[0];
    free(view);
    HPy_Close(ctx, copy);
    return first;
}

/* 4.7 #170: an array of pointers. */
double heap_array_of_pointers_is_fine(HPyContext *ctx, HPy h, int n)
{
    double sum = 0;
    ArrayObject **arrays = (ArrayObject **)malloc(n * sizeof(ArrayObject *));
    if (arrays == NULL)
        return -1;
    for (int i = 0; i < n; i++)
        arrays[i] = ArrayObject_AsStruct(ctx, h);
    for (int i = 0; i < n; i++)
        sum += arrays[i]->items[0];
    free(arrays);
    return sum;
}

/* The twin: a collecting call between the two loops. */
double heap_array_of_pointers_across_a_call(HPyContext *ctx, HPy h, int n)
{
    double sum = 0;
    ArrayObject **arrays = (ArrayObject **)malloc(n * sizeof(ArrayObject *));
    if (arrays == NULL)
        return -1;
    for (int i = 0; i < n; i++)
        arrays[i] = ArrayObject_AsStruct(ctx, h);
    HPy_Length(ctx, h);
    for (int i = 0; i < n; i++)
        sum += arrays[i]->items[0];  // want pointer-spans-gc
    free(arrays);
    return sum;
}

/* 4.7 #170: the contents are copied to the heap. */
double *contents_copied_to_the_heap_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    double *copy = (double *)malloc(sizeof(self->items));
    if (copy == NULL)
        return NULL;
    memcpy(copy, self->items, sizeof(self->items));
    return copy;
}

/* 4.7 #163 on the heap: the member is cleared. */
int heap_member_is_cleared_is_fine(HPyContext *ctx, HPy h)
{
    View *view = (View *)malloc(sizeof(View));
    if (view == NULL)
        return -1;
    view->array = ArrayObject_AsStruct(ctx, h);
    view->scale = view->array->items[0];
    view->array = NULL;
    view->next = views;
    views = view;
    return 0;
}

static View *new_view(ArrayObject *array)
{
    View *view = (View *)malloc(sizeof(View));
    if (view == NULL)
        return NULL;
    view->array = array;
    view->scale = 1;
    view->next = NULL;
    return view;
}

/* 4.7 #170: a helper allocates, its caller frees. */
double allocated_by_a_helper_and_freed_is_fine(HPyContext *ctx, HPy h)
{
    View *view = new_view(ArrayObject_AsStruct(ctx, h));
    if (view == NULL)
        return -1;
    double first = view->array->items[0];
    free(view);
    return first;
}

/* The twin: used behind a collecting call. */
double allocated_by_a_helper_used_behind_a_call(HPyContext *ctx, HPy h)
{
    View *view = new_view(ArrayObject_AsStruct(ctx, h));
    if (view == NULL)
        return -1;
    HPy_Length(ctx, h);
    double first = view->array->items[0];  // want pointer-spans-gc
    free(view);
    return first;
}

/* 4.7 #170: freed on one path only. */
int freed_on_one_path_only(HPyContext *ctx, HPy h, int keep)
{
    View *view = (View *)malloc(sizeof(View));
    if (view == NULL)
        return -1;
    view->array = ArrayObject_AsStruct(ctx, h);  // want pointer-escapes
    if (keep) {
        view->next = views;
        views = view;
        return 1;
    }
    free(view);
    return 0;
}

/* Memory that only the function knows: it is freed, and what is in it is not used any more. */
HPy handle_closed_before_own_memory_is_freed_is_fine(HPyContext *ctx, HPy list, HPy_ssize_t size)
{
    const char **names = malloc(size * sizeof *names);
    HPy *items = malloc(size * sizeof *items);
    HPy result = HPy_NULL;
    HPy_ssize_t count = 0;
    if (names == NULL || items == NULL)
        goto done;
    for (; count < size; count++) {
        items[count] = HPy_GetItem_i(ctx, list, count);
        if (HPy_IsNull(items[count]))
            goto done;
        names[count] = HPyUnicode_AsUTF8AndSize(ctx, items[count], NULL);
    }
    result = HPy_Dup(ctx, ctx->h_None);
done:
    while (count-- > 0)
        HPy_Close(ctx, items[count]);
    free(names);
    free(items);
    return result;
}

/* The twins: somebody else gets the memory, before or after the close. */
View *returned_after_the_close(HPyContext *ctx, HPy list)
{
    View *view = malloc(sizeof(View));
    HPy item = HPy_GetItem_i(ctx, list, 0);
    if (view == NULL || HPy_IsNull(item)) {
        HPy_Close(ctx, item);
        free(view);
        return NULL;
    }
    view->array = ArrayObject_AsStruct(ctx, item);  // want pointer-escapes "kept in 'view->array'"
    HPy_Close(ctx, item);
    return view;
}

int stored_after_the_close(HPyContext *ctx, HPy list)
{
    View *view = malloc(sizeof(View));
    HPy item = HPy_GetItem_i(ctx, list, 0);
    if (view == NULL || HPy_IsNull(item)) {
        HPy_Close(ctx, item);
        free(view);
        return -1;
    }
    view->array = ArrayObject_AsStruct(ctx, item);  // want pointer-escapes "kept in 'view->array'"
    HPy_Close(ctx, item);
    view->next = views;
    views = view;
    return 0;
}

double used_after_the_close(HPyContext *ctx, HPy list)
{
    View *view = malloc(sizeof(View));
    HPy item = HPy_GetItem_i(ctx, list, 0);
    double first = -1;
    if (view != NULL && !HPy_IsNull(item)) {
        view->array = ArrayObject_AsStruct(ctx, item);
        HPy_Close(ctx, item);
        first = view->array->items[0];  // want pointer-outlives-handle "'view->array'"
        item = HPy_NULL;
    }
    HPy_Close(ctx, item);
    free(view);
    return first;
}
