/* The bytes of a string belong to its handle. */
#include "hpy.h"

#include <string.h>

size_t wrong_length_of_text(HPyContext *ctx, HPy h)
{
    HPy h_text = HPy_Str(ctx, h);
    if (HPy_IsNull(h_text))
        return 0;
    const char *text = HPyUnicode_AsUTF8AndSize(ctx, h_text, NULL);
    HPy_Close(ctx, h_text);
    return text == NULL ? 0 : strlen(text);  // want pointer-outlives-handle "'text' is used after its handle 'h_text' was closed"
}

size_t right_length_of_text(HPyContext *ctx, HPy h)
{
    HPy h_text = HPy_Str(ctx, h);
    if (HPy_IsNull(h_text))
        return 0;
    const char *text = HPyUnicode_AsUTF8AndSize(ctx, h_text, NULL);
    size_t length = text == NULL ? 0 : strlen(text);
    HPy_Close(ctx, h_text);
    return length;
}

const char *wrong_name_of_type(HPyContext *ctx, HPy h)
{
    HPy h_type = HPy_Type(ctx, h);
    const char *name = HPyType_GetName(ctx, h_type);
    HPy_Close(ctx, h_type);
    return name;  // want pointer-outlives-handle "'name' is used"
}

char *right_name_of_type(HPyContext *ctx, HPy h)
{
    HPy h_type = HPy_Type(ctx, h);
    char *name = strdup(HPyType_GetName(ctx, h_type));
    HPy_Close(ctx, h_type);
    return name;
}
