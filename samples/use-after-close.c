/* A closed handle may already name another object. */
#include "hpy.h"

HPy wrong_use(HPyContext *ctx, HPy h_object)
{
    HPy h_name = HPy_GetAttr_s(ctx, h_object, "name");
    if (HPy_IsNull(h_name))
        return HPy_NULL;
    HPy_Close(ctx, h_name);
    return HPy_Str(ctx, h_name);  // want handle-use-after-close "'h_name'"
}

HPy right_use(HPyContext *ctx, HPy h_object)
{
    HPy h_name = HPy_GetAttr_s(ctx, h_object, "name");
    if (HPy_IsNull(h_name))
        return HPy_NULL;
    HPy h_text = HPy_Str(ctx, h_name);
    HPy_Close(ctx, h_name);
    return h_text;
}

int wrong_close(HPyContext *ctx, HPy h_object, int verbose)
{
    HPy h_name = HPy_Repr(ctx, h_object);
    if (HPy_IsNull(h_name))
        return -1;
    if (verbose)
        HPy_Close(ctx, h_name);
    HPy_Close(ctx, h_name);  // want handle-double-close "'h_name'"
    return 0;
}

/* Closing HPy_NULL does nothing. */
int right_close(HPyContext *ctx, HPy h_object, int verbose)
{
    HPy h_name = HPy_Repr(ctx, h_object);
    if (HPy_IsNull(h_name))
        return -1;
    if (verbose) {
        HPy_Close(ctx, h_name);
        h_name = HPy_NULL;
    }
    HPy_Close(ctx, h_name);
    return 0;
}
