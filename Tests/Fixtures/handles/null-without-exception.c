/* Helpers whose null result does not mean that an exception is set. */
#include "hpy.h"

/* The item, or null at the end, without an exception. */
static HPy next_or_end(HPyContext *ctx, HPy iterator) {
  HPy item = HPy_CallMethodTupleDict_s(ctx, "__next__", iterator, HPy_NULL, HPy_NULL);
  if (HPy_IsNull(item) && HPyErr_ExceptionMatches(ctx, ctx->h_StopIteration)) HPyErr_Clear(ctx);
  return item;
}

/* The value, or null without an exception if there is none. */
static HPy value_if_any(HPyContext *ctx, HPy dict, HPy key) {
  HPy value = HPy_GetItem(ctx, dict, key);
  if (HPy_IsNull(value)) {
    if (HPyErr_ExceptionMatches(ctx, ctx->h_KeyError)) HPyErr_Clear(ctx);
    return HPy_NULL;
  }
  return value;
}

HPy last_item(HPyContext *ctx, HPy iterator) {
  HPy last = HPy_NULL;
  for (;;) {
    HPy item = next_or_end(ctx, iterator);
    if (!HPy_IsNull(item)) {
      HPy_Close(ctx, last);
      last = item;
      continue;
    }
    if (HPyErr_Occurred(ctx)) {
      HPy_Close(ctx, last);
      return HPy_NULL;
    }
    return HPy_Dup(ctx, ctx->h_None);  // want handle-leak "'last' is not closed on this path"
  }
}

HPy last_item_is_fine(HPyContext *ctx, HPy iterator) {
  HPy last = HPy_NULL;
  for (;;) {
    HPy item = next_or_end(ctx, iterator);
    if (!HPy_IsNull(item)) {
      HPy_Close(ctx, last);
      last = item;
      continue;
    }
    if (!HPyErr_Occurred(ctx)) return last;
    HPy_Close(ctx, last);
    return HPy_NULL;
  }
}

HPy length_of_value(HPyContext *ctx, HPy dict, HPy key) {
  HPy value = value_if_any(ctx, dict, key);
  if (HPyErr_Occurred(ctx)) return HPy_NULL;
  HPy_ssize_t length = HPy_Length(ctx, value);  // want handle-unchecked "'value' can be null here"
  HPy_Close(ctx, value);
  return length < 0 ? HPy_NULL : HPyLong_FromSsize_t(ctx, length);
}

HPy length_of_value_is_fine(HPyContext *ctx, HPy dict, HPy key) {
  HPy value = value_if_any(ctx, dict, key);
  if (HPy_IsNull(value)) return HPyErr_Occurred(ctx) ? HPy_NULL : HPyLong_FromLong(ctx, 0);
  HPy_ssize_t length = HPy_Length(ctx, value);
  HPy_Close(ctx, value);
  return length < 0 ? HPy_NULL : HPyLong_FromSsize_t(ctx, length);
}

/* Null of a field that is empty: nothing was called that can fail. */
typedef struct {
  HPyField next;
} Node;
HPyType_HELPERS(Node)

HPyDef_SLOT(Node_traverse, HPy_tp_traverse)
static int Node_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg) {
  HPy_VISIT(&((Node *)self)->next);
  return 0;
}

static HPy next_node(HPyContext *ctx, HPy h) {
  Node *node = Node_AsStruct(ctx, h);
  if (HPyField_IsNull(node->next)) return HPy_NULL;
  return HPyField_Load(ctx, h, node->next);
}

HPy last_node(HPyContext *ctx, HPy h) {
  HPy current = HPy_Dup(ctx, h);
  for (;;) {
    HPy next = next_node(ctx, current);
    if (HPy_IsNull(next)) {
      if (HPyErr_Occurred(ctx)) {
        HPy_Close(ctx, current);
        return HPy_NULL;
      }
      return HPy_Dup(ctx, ctx->h_None);  // want handle-leak "'current' is not closed on this path"
    }
    HPy_Close(ctx, current);
    current = next;
  }
}

/* A helper that gives null only with an exception: it need not be tested as well. */
static HPy needed(HPyContext *ctx, HPy dict, HPy key) {
  if (!HPyDict_Check(ctx, dict)) {
    HPyErr_SetString(ctx, ctx->h_TypeError, "dict expected");
    return HPy_NULL;
  }
  return HPy_GetItem(ctx, dict, key);
}

HPy length_of_needed_is_fine(HPyContext *ctx, HPy dict, HPy key) {
  HPy value = needed(ctx, dict, key);
  if (HPyErr_Occurred(ctx)) return HPy_NULL;
  HPy_ssize_t length = HPy_Length(ctx, value);
  HPy_Close(ctx, value);
  return length < 0 ? HPy_NULL : HPyLong_FromSsize_t(ctx, length);
}

/* Whether there is a key is asked by a call that can fail itself. */
static HPy value_if_contained(HPyContext *ctx, HPy dict, HPy key) {
  if (HPy_Contains(ctx, dict, key) <= 0) return HPy_NULL;
  return HPy_GetItem(ctx, dict, key);
}

HPy FN_length_of_contained(HPyContext *ctx, HPy dict, HPy key) {
  HPy value = value_if_contained(ctx, dict, key);
  if (HPyErr_Occurred(ctx)) return HPy_NULL;
  HPy_ssize_t length = HPy_Length(ctx, value);
  HPy_Close(ctx, value);
  return length < 0 ? HPy_NULL : HPyLong_FromSsize_t(ctx, length);
}
