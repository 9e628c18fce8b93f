/* HPy_New writes an interior pointer of the handle that it returns. */
#include "hpy.h"

typedef struct {
    double x;
    double y;
} PointObject;

HPyType_HELPERS(PointObject)

/* 4.5 #109 */
HPyDef_SLOT(Point_new, HPy_tp_new)
static HPy Point_new_impl(HPyContext *ctx, HPy cls, const HPy *args, HPy_ssize_t nargs, HPy kw)
{
    double x, y;
    PointObject *self;
    if (!HPyArg_Parse(ctx, NULL, args, nargs, "dd", &x, &y))
        return HPy_NULL;
    HPy h_self = HPy_New(ctx, cls, &self);
    if (HPy_IsNull(h_self))
        return HPy_NULL;
    self->x = x;
    self->y = y;
    return h_self;
}

/* 4.5 #109: the fields are converted behind the allocation. */
HPy converted_behind_the_allocation(HPyContext *ctx, HPy cls, HPy h_x)
{
    PointObject *self;
    HPy h_self = HPy_New(ctx, cls, &self);   // note pointer-spans-gc 1 "'self' is obtained from 'h_self'"
    if (HPy_IsNull(h_self))
        return HPy_NULL;
    double x = HPyFloat_AsDouble(ctx, h_x);  // note pointer-spans-gc 2 "'HPyFloat_AsDouble' can collect"
    self->x = x;  // want pointer-spans-gc "'self' is used"
    return h_self;
}

/* 4.5 #109 and 4.2 #22 */
HPy converted_in_the_assignment(HPyContext *ctx, HPy cls, HPy h_x)
{
    PointObject *self;
    HPy h_self = HPy_New(ctx, cls, &self);
    if (HPy_IsNull(h_self))
        return HPy_NULL;
    self->x = HPyFloat_AsDouble(ctx, h_x);  // want pointer-spans-gc "'self' is used"
    return h_self;
}

/* The twin: obtained anew from the new handle. */
HPy obtained_anew_from_the_new_handle_is_fine(HPyContext *ctx, HPy cls, HPy h_x)
{
    PointObject *self;
    HPy h_self = HPy_New(ctx, cls, &self);
    if (HPy_IsNull(h_self))
        return HPy_NULL;
    self->y = 0;
    double x = HPyFloat_AsDouble(ctx, h_x);
    self = PointObject_AsStruct(ctx, h_self);
    self->x = x;
    return h_self;
}

/* 4.5 #109: the parser writes into the new object. */
HPy parsed_into_the_new_object(HPyContext *ctx, HPy cls, const HPy *args, size_t nargs)
{
    PointObject *self;
    HPy h_self = HPy_New(ctx, cls, &self);
    if (HPy_IsNull(h_self))
        return HPy_NULL;
    if (!HPyArg_Parse(ctx, NULL, args, nargs, "d", &self->x)) {  // want pointer-spans-gc "is passed to a call that can collect"
        HPy_Close(ctx, h_self);
        return HPy_NULL;
    }
    return h_self;
}

/* 4.5 #109: an allocation makes older pointers stale. */
HPy older_pointer_behind_an_allocation(HPyContext *ctx, HPy cls, HPy h)
{
    PointObject *copy;
    PointObject *self = PointObject_AsStruct(ctx, h);
    HPy h_copy = HPy_New(ctx, cls, &copy);
    if (HPy_IsNull(h_copy))
        return HPy_NULL;
    copy->x = self->x;  // want pointer-spans-gc "'self' is used"
    return h_copy;
}

/* The twin: obtained behind the allocation. */
HPy pointer_obtained_behind_an_allocation_is_fine(HPyContext *ctx, HPy cls, HPy h)
{
    PointObject *copy;
    HPy h_copy = HPy_New(ctx, cls, &copy);
    if (HPy_IsNull(h_copy))
        return HPy_NULL;
    PointObject *self = PointObject_AsStruct(ctx, h);
    copy->x = self->x;
    copy->y = self->y;
    return h_copy;
}

/* 4.5 #109: two allocations. */
HPy first_of_two_new_objects(HPyContext *ctx, HPy cls)
{
    PointObject *first, *second;
    HPy h_first = HPy_New(ctx, cls, &first);
    if (HPy_IsNull(h_first))
        return HPy_NULL;
    HPy h_second = HPy_New(ctx, cls, &second);
    if (HPy_IsNull(h_second)) {
        HPy_Close(ctx, h_first);
        return HPy_NULL;
    }
    second->x = 1;
    first->x = 1;  // want pointer-spans-gc "'first' is used"
    HPy_Close(ctx, h_second);
    return h_first;
}

/* The twin. */
HPy each_of_two_new_objects_in_its_turn_is_fine(HPyContext *ctx, HPy cls)
{
    PointObject *point;
    HPy h_first = HPy_New(ctx, cls, &point);
    if (HPy_IsNull(h_first))
        return HPy_NULL;
    point->x = 1;
    HPy h_second = HPy_New(ctx, cls, &point);
    if (HPy_IsNull(h_second)) {
        HPy_Close(ctx, h_first);
        return HPy_NULL;
    }
    point->x = 2;
    HPy_Close(ctx, h_second);
    return h_first;
}

/* 4.5 #101: the new handle is closed. */
double new_object_is_closed(HPyContext *ctx, HPy cls)
{
    PointObject *self;
    HPy h_self = HPy_New(ctx, cls, &self);
    if (HPy_IsNull(h_self))
        return -1;
    self->x = 1;
    HPy_Close(ctx, h_self);
    return self->x;  // want pointer-outlives-handle "'self' is used after its handle 'h_self' was closed"
}

/* The twin. */
double new_object_is_closed_behind_the_use_is_fine(HPyContext *ctx, HPy cls)
{
    PointObject *self;
    HPy h_self = HPy_New(ctx, cls, &self);
    if (HPy_IsNull(h_self))
        return -1;
    double x = self->x;
    HPy_Close(ctx, h_self);
    return x;
}

static HPy new_point(HPyContext *ctx, HPy cls, PointObject **point)
{
    HPy h = HPy_New(ctx, cls, point);
    if (HPy_IsNull(h))
        return HPy_NULL;
    (*point)->x = 0;
    return h;
}

/* 4.6 #150: a wrapper of HPy_New. */
HPy from_a_wrapper_is_fine(HPyContext *ctx, HPy cls)
{
    PointObject *point;
    HPy h = new_point(ctx, cls, &point);
    if (HPy_IsNull(h))
        return HPy_NULL;
    point->y = 0;
    return h;
}

/* The twin: used behind a collecting call. */
HPy from_a_wrapper_used_behind_a_call(HPyContext *ctx, HPy cls, HPy h_y)
{
    PointObject *point;
    HPy h = new_point(ctx, cls, &point);
    if (HPy_IsNull(h))
        return HPy_NULL;
    double y = HPyFloat_AsDouble(ctx, h_y);
    point->y = y;  // want pointer-spans-gc "'point' is used"
    return h;
}

/* The twin: used behind the close. */
double from_a_wrapper_used_behind_the_close(HPyContext *ctx, HPy cls)
{
    PointObject *point;
    HPy h = new_point(ctx, cls, &point);
    if (HPy_IsNull(h))
        return -1;
    HPy_Close(ctx, h);
    return point->x;  // want pointer-outlives-handle "'point' is used"
}

static int make_point(HPyContext *ctx, HPy cls, HPy *h, PointObject **point)
{
    *h = HPy_New(ctx, cls, point);
    if (HPy_IsNull(*h))
        return -1;
    return 0;
}

/* 4.4 #83: the result tells whether there is an object. */
HPy handle_and_pointer_through_parameters_is_fine(HPyContext *ctx, HPy cls)
{
    HPy h;
    PointObject *point;
    if (make_point(ctx, cls, &h, &point) < 0)
        return HPy_NULL;
    point->x = 1;
    return h;
}

/* The twin. */
HPy handle_and_pointer_through_parameters(HPyContext *ctx, HPy cls, HPy h_x)
{
    HPy h;
    PointObject *point;
    if (make_point(ctx, cls, &h, &point) < 0)
        return HPy_NULL;
    if (HPy_IsTrue(ctx, h_x))
        point->x = 1;  // want pointer-spans-gc "'point' is used"
    return h;
}

static PointObject *last_point;

/* 4.7 #162 with a new object. */
HPy new_object_kept_in_a_static_variable(HPyContext *ctx, HPy cls)
{
    PointObject *self;
    HPy h_self = HPy_New(ctx, cls, &self);
    if (HPy_IsNull(h_self))
        return HPy_NULL;
    self->x = 1;
    last_point = self;  // want pointer-escapes "'self' is kept in 'last_point'"
    return h_self;
}

/* 4.5 #109: the pointer is written straight into a member. */
HPy written_into_a_local_struct(HPyContext *ctx, HPy cls, HPy h_x)
{
    struct { PointObject *point; int ready; } state = { NULL, 0 };
    HPy h = HPy_New(ctx, cls, &state.point);
    if (HPy_IsNull(h))
        return HPy_NULL;
    state.ready = HPy_IsTrue(ctx, h_x);
    state.point->x = 1;  // want pointer-spans-gc
    return h;
}
