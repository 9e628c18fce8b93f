/* Memory that a helper allocates, and that holds handles until its caller closes them and frees it. */
#include "hpy.h"
#include <stdlib.h>

struct entry {
  HPy key;
  struct entry *next;
};

static struct entry *new_entry(HPyContext *ctx, HPy key) {
  struct entry *e = malloc(sizeof *e);
  if (e == NULL) {
    HPy_Close(ctx, key);
    HPyErr_NoMemory(ctx);
    return NULL;
  }
  e->key = key;
  e->next = NULL;
  return e;
}

HPy freed_by_the_caller_is_fine(HPyContext *ctx, HPy obj) {
  struct entry *e = new_entry(ctx, HPy_Dup(ctx, obj));
  if (e == NULL) return HPy_NULL;
  HPy text = HPy_Repr(ctx, e->key);
  HPy_Close(ctx, e->key);
  free(e);
  return text;
}

HPy freed_with_an_open_handle(HPyContext *ctx, HPy obj) {
  struct entry *e = new_entry(ctx, HPy_Dup(ctx, obj));
  if (e == NULL) return HPy_NULL;
  HPy text = HPy_Repr(ctx, e->key);
  free(e);
  return text;  // want handle-leak
}

/* Whether it outlives the call is for the caller to tell: this one keeps it. */
static struct entry *lasting_entry(HPyContext *ctx, HPy key) {
  struct entry *e = malloc(sizeof *e);
  if (e == NULL) return NULL;
  e->key = HPy_Dup(ctx, key);  // want handle-escapes "is stored in 'e->key'"
  return e;
}

static struct entry *kept;

void kept_by_the_caller(HPyContext *ctx, HPy obj) { kept = lasting_entry(ctx, obj); }

/* Each round makes a node that points to the last one. */
static struct entry *put_before(HPyContext *ctx, HPy key, struct entry *rest) {
  struct entry *e = malloc(sizeof *e);
  if (!e) {
    HPy_Close(ctx, key);
    return NULL;
  }
  e->key = key;
  e->next = rest;
  return e;
}

void list_of_nodes_is_fine(HPyContext *ctx, HPy obj, int n) {
  struct entry *list = NULL;
  for (int i = 0; i < n; i++) {
    struct entry *e = put_before(ctx, HPy_Str(ctx, obj), list);
    if (!e) break;
    list = e;
  }
  while (list) {
    struct entry *next = list->next;
    HPy_Close(ctx, list->key);
    free(list);
    list = next;
  }
}

/* What the caller passes may have been made at the very call. */
static HPy replace(HPyContext *ctx, HPy old) {
  HPy new = HPy_Repr(ctx, old);
  HPy_Close(ctx, old);
  return new;
}

HPy replaced_in_a_loop_is_fine(HPyContext *ctx, HPy obj, int n) {
  HPy h = HPy_Str(ctx, obj);
  for (int i = 0; i < n && !HPy_IsNull(h); i++) h = replace(ctx, h);
  return h;
}

/* A pointer that is written before the call that makes its handle fails in the end. */
typedef struct {
  double *data;
} Buffer;
HPyType_HELPERS(Buffer)

static HPy new_buffer(HPyContext *ctx, HPy type, Buffer **buffer) {
  HPy h = HPy_New(ctx, type, buffer);
  if (HPy_IsNull(h)) return HPy_NULL;
  (*buffer)->data = malloc(80);
  if ((*buffer)->data == NULL) {
    HPy_Close(ctx, h);
    return HPyErr_NoMemory(ctx);
  }
  return h;
}

HPy pointer_of_a_failed_call_is_fine(HPyContext *ctx, HPy type) {
  Buffer *buffer;
  HPy h = new_buffer(ctx, type, &buffer);
  if (HPy_IsNull(h)) return HPy_NULL;
  buffer->data[0] = 1;
  return h;
}

HPy pointer_of_a_failed_call(HPyContext *ctx, HPy type) {
  Buffer *buffer;
  HPy h = new_buffer(ctx, type, &buffer);
  if (HPy_IsNull(h)) free(buffer->data);  // want pointer-outlives-handle "'buffer'"
  return h;
}

/* The result is null where nothing was stored. */
static struct entry *put_if_there_is_memory(HPy key) {
  struct entry *e = malloc(sizeof *e);
  if (e) e->key = key;
  return e;
}

void nothing_was_stored_is_fine(HPyContext *ctx, HPy obj) {
  HPy key = HPy_Dup(ctx, obj);
  struct entry *e = put_if_there_is_memory(key);
  if (!e) {
    HPy_Close(ctx, key);
    return;
  }
  HPy_Close(ctx, e->key);
  free(e);
}

void nothing_was_stored(HPyContext *ctx, HPy obj) {
  HPy key = HPy_Dup(ctx, obj);
  struct entry *e = put_if_there_is_memory(key);
  if (!e) return;  // want handle-leak "'key' is not closed"
  HPy_Close(ctx, e->key);
  free(e);
}
