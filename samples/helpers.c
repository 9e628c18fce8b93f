/* Functions of the program are known by what they do. */
#include "hpy.h"

typedef struct {
    HPy_ssize_t size;
    double items[16];
} ArrayObject;
HPyType_HELPERS(ArrayObject)

static double *items_of(HPyContext *ctx, HPy h)
{
    return ArrayObject_AsStruct(ctx, h)->items;
}

static void release(HPyContext *ctx, HPy h)
{
    HPy_Close(ctx, h);
}

static int log_access(HPyContext *ctx, HPy h)
{
    return HPy_SetAttr_s(ctx, h, "accessed", ctx->h_True);
}

static int check_index(HPyContext *ctx, HPy_ssize_t i)
{
    if (i < 0 || i >= 16) {
        HPyErr_SetString(ctx, ctx->h_IndexError, "index out of range");
        return -1;
    }
    return 0;
}

double wrong_helper_collects(HPyContext *ctx, HPy h)
{
    double *items = items_of(ctx, h);  // note pointer-spans-gc "'items' is obtained from 'h' here"
    log_access(ctx, h);                // note pointer-spans-gc "'log_access' can collect: log_access → HPy_SetAttr_s"
    return items[0];                   // want pointer-spans-gc "'items' is used"
}

double right_helper_collects_before(HPyContext *ctx, HPy h)
{
    log_access(ctx, h);
    return items_of(ctx, h)[0];
}

double wrong_helper_closes(HPyContext *ctx, HPy h_list)
{
    HPy h_array = HPy_GetItem_i(ctx, h_list, 0);
    if (HPy_IsNull(h_array))
        return -1;
    double *items = items_of(ctx, h_array);
    release(ctx, h_array);
    return items[0];  // want pointer-outlives-handle "'items' is used after its handle 'h_array' was closed"
}

/* This helper collects only where it fails, and then the caller leaves. */
double right_helper_collects_on_failure(HPyContext *ctx, HPy h, HPy_ssize_t i)
{
    double *items = items_of(ctx, h);
    if (check_index(ctx, i) < 0)
        return -1;
    return items[i];
}
