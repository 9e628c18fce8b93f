/* Memory of the program's own that can be in many states, beside handles that are in few. */
#include "hpy.h"
#include <stdlib.h>
#include <string.h>

typedef struct Chunk {
  struct Chunk *next;
  size_t used, room;
  char data[64];
} Chunk;

typedef struct {
  Chunk *first, *last;
  char *flat, *at, *end;
} Buffer;

static int add(Buffer *b, const char *text, size_t n) {
  Chunk *last = b->last;
  if (!last || last->room - last->used < n) {
    Chunk *chunk = calloc(1, sizeof *chunk);
    if (!chunk) return -1;
    chunk->room = sizeof chunk->data;
    if (last)
      last->next = chunk;
    else
      b->first = chunk;
    b->last = last = chunk;
  }
  memcpy(last->data + last->used, text, n);
  last->used += n;
  if ((size_t)(b->end - b->at) < n) {
    size_t used = (size_t)(b->at - b->flat);
    char *grown = realloc(b->flat, 2 * used + n);
    if (!grown) return -1;
    b->flat = grown;
    b->at = grown + used;
    b->end = grown + 2 * used + n;
  }
  memcpy(b->at, text, n);
  b->at += n;
  return 0;
}

static int add_text(HPyContext *ctx, Buffer *b, HPy text) {
  HPy_ssize_t n;
  const char *utf8 = HPyUnicode_AsUTF8AndSize(ctx, text, &n);
  if (!utf8) return -1;
  if (add(b, utf8, (size_t)n) < 0 || add(b, ",", 1) < 0) {
    HPyErr_NoMemory(ctx);
    return -1;
  }
  return 0;
}

static int add_all(HPyContext *ctx, Buffer *b, HPy dict, HPy keys, HPy_ssize_t n) {
  int rc = 0;
  for (HPy_ssize_t i = 0; i < n && rc == 0; i++) {
    HPy key = HPy_GetItem_i(ctx, keys, i);
    HPy value = HPy_IsNull(key) ? HPy_NULL : HPy_GetItem(ctx, dict, key);
    if (HPy_IsNull(value)) rc = -1;
    if (rc == 0) rc = add_text(ctx, b, key);
    if (rc == 0) rc = add_text(ctx, b, value);
    HPy_Close(ctx, value);
    HPy_Close(ctx, key);
  }
  return rc;
}

HPy all_texts_is_fine(HPyContext *ctx, HPy dict, Buffer *b) {
  HPy keys = HPyDict_Keys(ctx, dict);
  if (HPy_IsNull(keys)) return HPy_NULL;
  HPy_ssize_t n = HPy_Length(ctx, keys);
  int rc = n < 0 ? -1 : add_all(ctx, b, dict, keys, n);
  HPy_Close(ctx, keys);
  return rc < 0 ? HPy_NULL : HPyBytes_FromStringAndSize(ctx, b->flat, b->at - b->flat);
}

HPy all_texts(HPyContext *ctx, HPy dict, Buffer *b) {
  HPy keys = HPyDict_Keys(ctx, dict);
  if (HPy_IsNull(keys)) return HPy_NULL;
  HPy_ssize_t n = HPy_Length(ctx, keys);
  int rc = n < 0 ? -1 : add_all(ctx, b, dict, keys, n);
  if (rc < 0) return HPy_NULL;  // want handle-leak "'keys' is not closed on this path"
  HPy_Close(ctx, keys);
  return HPyBytes_FromStringAndSize(ctx, b->flat, b->at - b->flat);
}

HPy texts_of_three(HPyContext *ctx, HPy dict, HPy separator, Buffer *b) {
  HPy keys = HPyDict_Keys(ctx, dict);
  if (HPy_IsNull(keys)) return HPy_NULL;
  int rc = 0;
  for (HPy_ssize_t i = 0; i < 3 && rc == 0; i++) {
    HPy key = HPy_GetItem_i(ctx, keys, i);
    if (HPy_IsNull(key)) break;  // want+8 handle-leak "'keys' is not closed on this path"
    if (i > 0) rc = add_text(ctx, b, separator);
    if (rc == 0) rc = add_text(ctx, b, key);
    HPy_Close(ctx, key);
  }
  if (rc == 0) {
    HPy_Close(ctx, keys);
  }
  return HPyBytes_FromStringAndSize(ctx, b->flat, b->at - b->flat);
}
