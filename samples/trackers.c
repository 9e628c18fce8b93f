/* A tracker closes what was added to it, and must be closed itself. */
#include "hpy.h"

typedef struct {
    double x, y;
} PointObject;
HPyType_HELPERS(PointObject)

HPyDef_METH(wrong_tracker, "wrong_tracker", HPyFunc_KEYWORDS)
static HPy wrong_tracker_impl(HPyContext *ctx, HPy h_self, const HPy *args, size_t nargs,
                              HPy kwnames)
{
    static const char *names[] = { "other", NULL };
    HPy h_other;
    HPyTracker tracker;
    if (!HPyArg_ParseKeywords(ctx, &tracker, args, nargs, kwnames, "O", names, &h_other))
        return HPy_NULL;
    return HPy_Str(ctx, h_other);  // want tracker-misuse
}

HPyDef_METH(wrong_pointer, "wrong_pointer", HPyFunc_KEYWORDS)
static HPy wrong_pointer_impl(HPyContext *ctx, HPy h_self, const HPy *args, size_t nargs,
                              HPy kwnames)
{
    static const char *names[] = { "other", NULL };
    HPy h_other;
    HPyTracker tracker;
    if (!HPyArg_ParseKeywords(ctx, &tracker, args, nargs, kwnames, "O", names, &h_other))
        return HPy_NULL;
    PointObject *other = PointObject_AsStruct(ctx, h_other);
    HPyTracker_Close(ctx, tracker);
    return HPyFloat_FromDouble(ctx, other->x);  // want pointer-outlives-handle "'other' is used"
}

HPyDef_METH(right_tracker, "right_tracker", HPyFunc_KEYWORDS)
static HPy right_tracker_impl(HPyContext *ctx, HPy h_self, const HPy *args, size_t nargs,
                              HPy kwnames)
{
    static const char *names[] = { "other", NULL };
    HPy h_other;
    HPyTracker tracker;
    if (!HPyArg_ParseKeywords(ctx, &tracker, args, nargs, kwnames, "O", names, &h_other))
        return HPy_NULL;
    double x = PointObject_AsStruct(ctx, h_other)->x;
    HPyTracker_Close(ctx, tracker);
    return HPyFloat_FromDouble(ctx, x);
}
