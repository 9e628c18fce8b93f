/* Pointers that are kept for later: by then they dangle. */
#include "hpy.h"

#include <stdlib.h>

typedef struct {
    double items[16];
} ArrayObject;
HPyType_HELPERS(ArrayObject)

static ArrayObject *current;
static HPyGlobal current_array;

HPyDef_METH(wrong_select, "wrong_select", HPyFunc_NOARGS)
static HPy wrong_select_impl(HPyContext *ctx, HPy h_self)
{
    current = ArrayObject_AsStruct(ctx, h_self);  // want pointer-escapes "is kept in 'current' beyond the life of its handle"
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(right_select, "right_select", HPyFunc_NOARGS)
static HPy right_select_impl(HPyContext *ctx, HPy h_self)
{
    HPyGlobal_Store(ctx, &current_array, h_self);
    return HPy_Dup(ctx, ctx->h_None);
}

typedef struct Window {
    double *first;
    struct Window *next;
} Window;

static Window *windows;

int wrong_add_window(HPyContext *ctx, HPy h_array)
{
    Window *window = (Window *)malloc(sizeof(Window));
    if (window == NULL)
        return -1;
    window->first = ArrayObject_AsStruct(ctx, h_array)->items;  // want pointer-escapes "is kept in 'window->first'"
    window->next = windows;
    windows = window;
    return 0;
}

double right_temporary_window(HPyContext *ctx, HPy h_array)
{
    Window *window = (Window *)malloc(sizeof(Window));
    if (window == NULL)
        return -1;
    window->first = ArrayObject_AsStruct(ctx, h_array)->items;
    double first = *window->first;
    free(window);
    return first;
}

static HPyGlobal *globals[] = { &current_array, NULL };
static HPyDef *methods[] = { &wrong_select, &right_select, NULL };
static HPyModuleDef module = { .doc = "selections", .defines = methods, .globals = globals };
HPy_MODINIT(selections, module)
