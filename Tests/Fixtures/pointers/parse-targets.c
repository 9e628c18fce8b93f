/* What HPyArg_Parse writes, and where to. */
#include "hpy.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    double x;
    double y;
    long count;
} PointObject;

HPyType_HELPERS(PointObject)

static const char *last_name;

/* 4.1 #10, a target in the struct: converting an argument can run code before the target is written. */
HPyDef_METH(Point_move, "move", HPyFunc_VARARGS)
static HPy Point_move_impl(HPyContext *ctx, HPy h_self, const HPy *args, size_t nargs)
{
    PointObject *self = PointObject_AsStruct(ctx, h_self);
    if (!HPyArg_Parse(ctx, NULL, args, nargs, "dd", &self->x, &self->y))  // want pointer-spans-gc "is passed to a call that can collect and then uses it"
        return HPy_NULL;
    return HPy_Dup(ctx, ctx->h_None);
}

/* The twin: parse into locals. */
HPyDef_METH(Point_move_right, "move_right", HPyFunc_VARARGS)
static HPy Point_move_right_impl(HPyContext *ctx, HPy h_self, const HPy *args, size_t nargs)
{
    double x, y;
    if (!HPyArg_Parse(ctx, NULL, args, nargs, "dd", &x, &y))
        return HPy_NULL;
    PointObject *self = PointObject_AsStruct(ctx, h_self);
    self->x = x;
    self->y = y;
    return HPy_Dup(ctx, ctx->h_None);
}

/* 4.1 #1: the pointer was obtained before the arguments were parsed. */
HPyDef_METH(Point_add, "add", HPyFunc_VARARGS)
static HPy Point_add_impl(HPyContext *ctx, HPy h_self, const HPy *args, size_t nargs)
{
    double x;
    PointObject *self = PointObject_AsStruct(ctx, h_self);
    if (!HPyArg_Parse(ctx, NULL, args, nargs, "d", &x))
        return HPy_NULL;
    self->x += x;  // want pointer-spans-gc "'self' is used"
    return HPy_Dup(ctx, ctx->h_None);
}

/* 4.5 #117: a string belongs to its argument and is good until the return. */
HPyDef_METH(Point_rename, "rename", HPyFunc_VARARGS)
static HPy Point_rename_impl(HPyContext *ctx, HPy h_self, const HPy *args, size_t nargs)
{
    const char *name;
    if (!HPyArg_Parse(ctx, NULL, args, nargs, "s", &name))
        return HPy_NULL;
    PointObject *self = PointObject_AsStruct(ctx, h_self);
    self->count = (long)strlen(name);
    return HPy_Dup(ctx, ctx->h_None);
}

/* The twin of 4.5 #117: it is kept longer. */
HPyDef_METH(Point_keep_name, "keep_name", HPyFunc_VARARGS)
static HPy Point_keep_name_impl(HPyContext *ctx, HPy h_self, const HPy *args, size_t nargs)
{
    const char *name;
    if (!HPyArg_Parse(ctx, NULL, args, nargs, "s", &name))
        return HPy_NULL;
    last_name = name;  // want pointer-escapes "'name' is kept in 'last_name'"
    return HPy_Dup(ctx, ctx->h_None);
}

/* 4.5 #117: a collecting call lies between the parse and the use. */
HPyDef_METH(Point_named, "named", HPyFunc_VARARGS)
static HPy Point_named_impl(HPyContext *ctx, HPy h_self, const HPy *args, size_t nargs)
{
    const char *name;
    if (!HPyArg_Parse(ctx, NULL, args, nargs, "s", &name))
        return HPy_NULL;
    HPy_ssize_t length = HPy_Length(ctx, h_self);
    if (length == (HPy_ssize_t)strlen(name))  // want pointer-spans-gc "'name' is used"
        return HPy_Dup(ctx, ctx->h_True);
    return HPy_Dup(ctx, ctx->h_False);
}

/* 4.5 #117: with a tracker the strings still belong to the arguments. */
HPyDef_METH(Point_with_keywords, "with_keywords", HPyFunc_KEYWORDS)
static HPy Point_with_keywords_impl(HPyContext *ctx, HPy h_self, const HPy *args, size_t nargs,
                                    HPy kwnames)
{
    static const char *names[] = { "name", "value", NULL };
    const char *name;
    HPy value;
    HPyTracker ht;
    long length;
    if (!HPyArg_ParseKeywords(ctx, &ht, args, nargs, kwnames, "sO", names, &name, &value))
        return HPy_NULL;
    length = (long)strlen(name);
    HPyTracker_Close(ctx, ht);
    return HPyLong_FromLong(ctx, length);
}

/* 4.5 #111, #112: a pointer into what the tracker holds. */
HPyDef_METH(Point_copy_from, "copy_from", HPyFunc_KEYWORDS)
static HPy Point_copy_from_impl(HPyContext *ctx, HPy h_self, const HPy *args, size_t nargs,
                                HPy kwnames)
{
    static const char *names[] = { "other", NULL };
    HPy h_other;
    HPyTracker ht;
    if (!HPyArg_ParseKeywords(ctx, &ht, args, nargs, kwnames, "O", names, &h_other))
        return HPy_NULL;
    PointObject *other = PointObject_AsStruct(ctx, h_other);
    HPyTracker_Close(ctx, ht);
    PointObject_AsStruct(ctx, h_self)->x = other->x;  // want pointer-outlives-handle "'other' is used"
    return HPy_Dup(ctx, ctx->h_None);
}

/* The twin of 4.5 #111. */
HPyDef_METH(Point_copy_from_right, "copy_from_right", HPyFunc_KEYWORDS)
static HPy Point_copy_from_right_impl(HPyContext *ctx, HPy h_self, const HPy *args, size_t nargs,
                                      HPy kwnames)
{
    static const char *names[] = { "other", NULL };
    HPy h_other;
    HPyTracker ht;
    if (!HPyArg_ParseKeywords(ctx, &ht, args, nargs, kwnames, "O", names, &h_other))
        return HPy_NULL;
    PointObject_AsStruct(ctx, h_self)->x = PointObject_AsStruct(ctx, h_other)->x;
    HPyTracker_Close(ctx, ht);
    return HPy_Dup(ctx, ctx->h_None);
}

/* 4.5 #108: an `O` target of the plain parser is an argument, which stays open. */
HPyDef_METH(Point_distance, "distance", HPyFunc_VARARGS)
static HPy Point_distance_impl(HPyContext *ctx, HPy h_self, const HPy *args, size_t nargs)
{
    HPy h_other;
    if (!HPyArg_Parse(ctx, NULL, args, nargs, "O", &h_other))
        return HPy_NULL;
    PointObject *self = PointObject_AsStruct(ctx, h_self);
    PointObject *other = PointObject_AsStruct(ctx, h_other);
    return HPyFloat_FromDouble(ctx, self->x - other->x);
}

/* The twin of 4.5 #108. */
HPyDef_METH(Point_distance_to, "distance_to", HPyFunc_VARARGS)
static HPy Point_distance_to_impl(HPyContext *ctx, HPy h_self, const HPy *args, size_t nargs)
{
    HPy h_other;
    if (!HPyArg_Parse(ctx, NULL, args, nargs, "O", &h_other))
        return HPy_NULL;
    PointObject *other = PointObject_AsStruct(ctx, h_other);
    double scale = HPyFloat_AsDouble(ctx, h_self);
    return HPyFloat_FromDouble(ctx, scale * other->x);  // want pointer-spans-gc "'other' is used"
}

/* The target is memory of the extension: the twin of the first function. */
HPyDef_METH(Point_parse_array, "parse_array", HPyFunc_VARARGS)
static HPy Point_parse_array_impl(HPyContext *ctx, HPy h_self, const HPy *args, size_t nargs)
{
    double numbers[2];
    if (!HPyArg_Parse(ctx, NULL, args, nargs, "dd", &numbers[0], numbers + 1))
        return HPy_NULL;
    return HPyFloat_FromDouble(ctx, numbers[0] + numbers[1]);
}

/* 4.5 #111: a tracker of the function's own. */
HPyDef_METH(Point_first_of, "first_of", HPyFunc_O)
static HPy Point_first_of_impl(HPyContext *ctx, HPy h_self, HPy h_list)
{
    HPyTracker ht = HPyTracker_New(ctx, 0);
    if (HPy_IsNull(ht))
        return HPy_NULL;
    HPy item = HPy_GetItem_i(ctx, h_list, 0);
    if (HPy_IsNull(item))
        goto error;
    if (HPyTracker_Add(ctx, ht, item) < 0)
        goto error;
    PointObject *point = PointObject_AsStruct(ctx, item);
    double x = point->x;
    HPyTracker_Close(ctx, ht);
    return HPyFloat_FromDouble(ctx, x);

error:
    HPyTracker_Close(ctx, ht);
    return HPy_NULL;
}

/* The twin of 4.5 #111. */
HPyDef_METH(Point_first_of_list, "first_of_list", HPyFunc_O)
static HPy Point_first_of_list_impl(HPyContext *ctx, HPy h_self, HPy h_list)
{
    HPyTracker ht = HPyTracker_New(ctx, 0);
    if (HPy_IsNull(ht))
        return HPy_NULL;
    HPy item = HPy_GetItem_i(ctx, h_list, 0);
    if (HPy_IsNull(item))
        goto error;
    if (HPyTracker_Add(ctx, ht, item) < 0)
        goto error;
    PointObject *point = PointObject_AsStruct(ctx, item);
    HPyTracker_Close(ctx, ht);
    return HPyFloat_FromDouble(ctx, point->x);  // want pointer-outlives-handle "'point' is used"

error:
    HPyTracker_Close(ctx, ht);
    return HPy_NULL;
}

/* 4.5 #111: the tracker forgets the handle, so that closing the tracker does not close it. */
HPyDef_METH(Point_last_of, "last_of", HPyFunc_O)
static HPy Point_last_of_impl(HPyContext *ctx, HPy h_self, HPy h_list)
{
    HPyTracker ht = HPyTracker_New(ctx, 0);
    if (HPy_IsNull(ht))
        return HPy_NULL;
    HPy item = HPy_GetItem_i(ctx, h_list, -1);
    if (HPy_IsNull(item) || HPyTracker_Add(ctx, ht, item) < 0) {
        HPyTracker_Close(ctx, ht);
        return HPy_NULL;
    }
    PointObject *point = PointObject_AsStruct(ctx, item);
    HPyTracker_ForgetAll(ctx, ht);
    HPyTracker_Close(ctx, ht);
    point->count++;
    return item;
}
