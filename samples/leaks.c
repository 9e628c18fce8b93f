/* What a function owns it closes, returns or hands on, on every path. */
#include "hpy.h"

HPy wrong_early_return(HPyContext *ctx, HPy h_left, HPy h_right)
{
    HPy h_sum = HPy_Add(ctx, h_left, h_right);
    if (HPy_IsNull(h_sum))
        return HPy_NULL;
    HPy h_text = HPy_Str(ctx, h_sum);
    if (HPy_IsNull(h_text))
        return HPy_NULL;  // want handle-leak "'h_sum'"
    HPy_Close(ctx, h_sum);
    return h_text;
}

HPy right_one_exit(HPyContext *ctx, HPy h_left, HPy h_right)
{
    HPy h_text = HPy_NULL;
    HPy h_sum = HPy_Add(ctx, h_left, h_right);
    if (HPy_IsNull(h_sum))
        goto done;
    h_text = HPy_Str(ctx, h_sum);
done:
    HPy_Close(ctx, h_sum);
    return h_text;
}

/* HPyList_Append does not take the handle over. */
int wrong_append(HPyContext *ctx, HPy h_list, long n)
{
    HPy h_number = HPyLong_FromLong(ctx, n);
    if (HPy_IsNull(h_number))
        return -1;
    return HPyList_Append(ctx, h_list, h_number);  // want handle-leak "'h_number'"
}

int right_append(HPyContext *ctx, HPy h_list, long n)
{
    HPy h_number = HPyLong_FromLong(ctx, n);
    if (HPy_IsNull(h_number))
        return -1;
    int result = HPyList_Append(ctx, h_list, h_number);
    HPy_Close(ctx, h_number);
    return result;
}
