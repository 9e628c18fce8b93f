/* Pointers into strings, bytes and types. */
#include "hpy.h"

#include <stdlib.h>
#include <string.h>

static const char *last_name;

/* 4.5 #116 */
size_t utf8_used_behind_the_close(HPyContext *ctx, HPy h)
{
    HPy_ssize_t size;
    HPy text = HPy_Str(ctx, h);
    if (HPy_IsNull(text))
        return 0;
    const char *utf8 = HPyUnicode_AsUTF8AndSize(ctx, text, &size);  // note pointer-outlives-handle 1 "'utf8' is obtained from 'text' here"
    HPy_Close(ctx, text);                                           // note pointer-outlives-handle 2 "'text' is closed here"
    return strlen(utf8);                                            // want pointer-outlives-handle "'utf8' is used after its handle 'text' was closed"
}

/* The twin of 4.5 #116. */
size_t utf8_used_before_the_close_is_fine(HPyContext *ctx, HPy h)
{
    HPy_ssize_t size;
    HPy text = HPy_Str(ctx, h);
    if (HPy_IsNull(text))
        return 0;
    const char *utf8 = HPyUnicode_AsUTF8AndSize(ctx, text, &size);
    size_t length = utf8 == NULL ? 0 : strlen(utf8);
    HPy_Close(ctx, text);
    return length;
}

/* 4.5 #116: design.md makes no difference between the kinds of interior pointers. */
size_t utf8_used_behind_a_collecting_call(HPyContext *ctx, HPy h, HPy h_list)
{
    const char *utf8 = HPyUnicode_AsUTF8AndSize(ctx, h, NULL);
    if (utf8 == NULL)
        return 0;
    HPy_Length(ctx, h_list);
    return strlen(utf8);  // want pointer-spans-gc "'utf8' is used after a call that can collect"
}

/* The twin: the text is copied. */
char *utf8_copied_before_a_collecting_call_is_fine(HPyContext *ctx, HPy h, HPy h_list)
{
    const char *utf8 = HPyUnicode_AsUTF8AndSize(ctx, h, NULL);
    if (utf8 == NULL)
        return NULL;
    char *copy = strdup(utf8);
    HPy_Length(ctx, h_list);
    return copy;
}

/* 4.4 #66: fetching another string's text does not collect. */
int utf8_of_two_strings_is_fine(HPyContext *ctx, HPy h_left, HPy h_right)
{
    const char *left = HPyUnicode_AsUTF8AndSize(ctx, h_left, NULL);
    const char *right = HPyUnicode_AsUTF8AndSize(ctx, h_right, NULL);
    if (left == NULL || right == NULL)
        return -1;
    return strcmp(left, right);
}

/* 4.5 #116 */
char bytes_used_behind_the_close(HPyContext *ctx, HPy h)
{
    HPy bytes = HPy_Bytes(ctx, h);
    if (HPy_IsNull(bytes))
        return 0;
    const char *data = HPyBytes_AsString(ctx, bytes);  // note pointer-outlives-handle "'data' is obtained from 'bytes' here"
    HPy_Close(ctx, bytes);  // note pointer-outlives-handle "'bytes' is closed here"
    return data[0];  // want pointer-outlives-handle "'data' is used after its handle 'bytes' was closed"
}

/* 4.5 #116: the macro-like form. */
char bytes_of_another_form_used_behind_the_close(HPyContext *ctx, HPy h)
{
    HPy bytes = HPy_Bytes(ctx, h);
    if (HPy_IsNull(bytes))
        return 0;
    const char *data = HPyBytes_AS_STRING(ctx, bytes);
    HPy_Close(ctx, bytes);
    return *data;  // want pointer-outlives-handle "'data' is used"
}

/* The twin. */
char bytes_used_before_the_close_is_fine(HPyContext *ctx, HPy h)
{
    HPy bytes = HPy_Bytes(ctx, h);
    if (HPy_IsNull(bytes))
        return 0;
    char first = HPyBytes_AS_STRING(ctx, bytes)[0];
    HPy_Close(ctx, bytes);
    return first;
}

/* 4.5 #116 */
size_t type_name_used_behind_the_close(HPyContext *ctx, HPy h)
{
    HPy type = HPy_Type(ctx, h);
    const char *name = HPyType_GetName(ctx, type);  // note pointer-outlives-handle 1 "'name' is obtained from 'type' here"
    HPy_Close(ctx, type);  // note pointer-outlives-handle 2 "'type' is closed here"
    return strlen(name);  // want pointer-outlives-handle "'name' is used after its handle 'type' was closed"
}

/* The twin. */
size_t type_name_used_before_the_close_is_fine(HPyContext *ctx, HPy h)
{
    HPy type = HPy_Type(ctx, h);
    size_t length = strlen(HPyType_GetName(ctx, type));
    HPy_Close(ctx, type);
    return length;
}

static const char *name_of_type(HPyContext *ctx, HPy h)
{
    HPy type = HPy_Type(ctx, h);
    const char *name = HPyType_GetName(ctx, type);
    HPy_Close(ctx, type);
    return name;  // want pointer-outlives-handle "'name' is used after its handle 'type' was closed"
}

/* 4.7 #173: the helper returns what it closed; the finding is there. */
size_t type_name_from_a_helper(HPyContext *ctx, HPy h)
{
    return strlen(name_of_type(ctx, h));
}

/* 4.6 #137: a pointer into the text. */
char tail_of_the_text(HPyContext *ctx, HPy h)
{
    HPy text = HPy_Repr(ctx, h);
    if (HPy_IsNull(text))
        return 0;
    const char *utf8 = HPyUnicode_AsUTF8AndSize(ctx, text, NULL);
    if (utf8 == NULL) {
        HPy_Close(ctx, text);
        return 0;
    }
    const char *tail = utf8 + 1;
    HPy_Close(ctx, text);
    return tail[0];  // want pointer-outlives-handle "'tail' is used"
}

/* 4.6 #137: what strchr returns points into its argument. */
char found_in_the_text(HPyContext *ctx, HPy h)
{
    HPy text = HPy_Repr(ctx, h);
    if (HPy_IsNull(text))
        return 0;
    const char *utf8 = HPyUnicode_AsUTF8AndSize(ctx, text, NULL);
    if (utf8 == NULL) {
        HPy_Close(ctx, text);
        return 0;
    }
    const char *colon = strchr(utf8, ':');
    HPy_Close(ctx, text);
    if (colon == NULL)
        return 0;
    return colon[1];  // want pointer-outlives-handle "'colon' is used"
}

/* The twin. */
ptrdiff_t position_in_the_text_is_fine(HPyContext *ctx, HPy h)
{
    ptrdiff_t position = -1;
    HPy text = HPy_Repr(ctx, h);
    if (HPy_IsNull(text))
        return -1;
    const char *utf8 = HPyUnicode_AsUTF8AndSize(ctx, text, NULL);
    if (utf8 != NULL) {
        const char *colon = strchr(utf8, ':');
        if (colon != NULL)
            position = colon - utf8;
    }
    HPy_Close(ctx, text);
    return position;
}

/* 4.7 #162 */
int text_stored_in_a_static_variable(HPyContext *ctx, HPy h)
{
    const char *utf8 = HPyUnicode_AsUTF8AndSize(ctx, h, NULL);
    last_name = utf8;  // want pointer-escapes "'utf8' is kept in 'last_name'"
    return utf8 != NULL;
}

/* The twin of 4.7 #162. */
int copied_text_stored_in_a_static_variable_is_fine(HPyContext *ctx, HPy h)
{
    const char *utf8 = HPyUnicode_AsUTF8AndSize(ctx, h, NULL);
    if (utf8 == NULL)
        return 0;
    last_name = strdup(utf8);
    return last_name != NULL;
}

/* 4.5 #118: a capsule's pointer is the extension's own. */
double capsule_pointer_is_fine(HPyContext *ctx, HPy h)
{
    HPy capsule = HPy_GetAttr_s(ctx, h, "_numbers");
    if (HPy_IsNull(capsule))
        return -1;
    double *numbers = (double *)HPyCapsule_GetPointer(ctx, capsule, "numbers");
    HPy_Close(ctx, capsule);
    if (numbers == NULL)
        return -1;
    HPy_Length(ctx, h);
    return numbers[0];
}

/* 4.5 #110: the handle is never stored; it leaks, but the pointer is good. */
size_t text_of_a_handle_that_is_lost(HPyContext *ctx, HPy h)
{
    const char *utf8 = HPyUnicode_AsUTF8AndSize(ctx, HPy_Dup(ctx, h), NULL);  // want handle-leak
    return utf8 == NULL ? 0 : strlen(utf8);
}

/* 4.3 #46: the text is used in the message of an error. */
HPy text_used_in_an_error(HPyContext *ctx, HPy h, HPy h_key)
{
    const char *key = HPyUnicode_AsUTF8AndSize(ctx, h_key, NULL);
    if (key == NULL)
        return HPy_NULL;
    HPy value = HPy_GetItem(ctx, h, h_key);
    if (HPy_IsNull(value)) {
        HPyErr_Format(ctx, ctx->h_KeyError, "no column '%s'", key);  // want pointer-spans-gc "'key' is used"
        return HPy_NULL;
    }
    return value;
}

/* The twin: the text is fetched where it is needed. */
HPy text_fetched_for_the_error_is_fine(HPyContext *ctx, HPy h, HPy h_key)
{
    HPy value = HPy_GetItem(ctx, h, h_key);
    if (HPy_IsNull(value)) {
        HPyErr_Format(ctx, ctx->h_KeyError, "no column '%S'", h_key);
        return HPy_NULL;
    }
    return value;
}
