/* A builder ends with Build or Cancel, once, on every path. */
#include "hpy.h"

HPy wrong_lost_builder(HPyContext *ctx, HPy h_first, HPy h_object)
{
    HPyListBuilder builder = HPyListBuilder_New(ctx, 2);
    HPyListBuilder_Set(ctx, builder, 0, h_first);
    HPy h_text = HPy_Str(ctx, h_object);
    if (HPy_IsNull(h_text))
        return HPy_NULL;  // want builder-misuse
    HPyListBuilder_Set(ctx, builder, 1, h_text);
    HPy_Close(ctx, h_text);
    return HPyListBuilder_Build(ctx, builder);
}

HPy right_cancelled_builder(HPyContext *ctx, HPy h_first, HPy h_object)
{
    HPyListBuilder builder = HPyListBuilder_New(ctx, 2);
    HPyListBuilder_Set(ctx, builder, 0, h_first);
    HPy h_text = HPy_Str(ctx, h_object);
    if (HPy_IsNull(h_text)) {
        HPyListBuilder_Cancel(ctx, builder);
        return HPy_NULL;
    }
    HPyListBuilder_Set(ctx, builder, 1, h_text);
    HPy_Close(ctx, h_text);
    return HPyListBuilder_Build(ctx, builder);
}
