/* Handles in queues of allocated nodes, and in unions with a tag. */
#include <stdlib.h>

#include "hpy.h"

typedef struct Node {
  struct Node *next;
  HPy value;
} Node;

typedef struct {
  Node *first, *last;
} Queue;

static int put(HPyContext *ctx, Queue *queue, HPy value) {
  Node *node = malloc(sizeof(Node));
  if (node == NULL) {
    HPyErr_NoMemory(ctx);
    return -1;
  }
  node->value = HPy_Dup(ctx, value);
  node->next = NULL;
  if (queue->last)
    queue->last->next = node;
  else
    queue->first = node;
  queue->last = node;
  return 0;
}

static HPy take(Queue *queue) {
  Node *node = queue->first;
  if (node == NULL) return HPy_NULL;
  HPy value = node->value;
  queue->first = node->next;
  if (queue->first == NULL) queue->last = NULL;
  free(node);
  return value;
}

static void drop(HPyContext *ctx, Queue *queue) {
  Node *node = queue->first;
  while (node) {
    Node *next = node->next;
    HPy_Close(ctx, node->value);
    free(node);
    node = next;
  }
}

/* A duplicate is null if, and only if, what it is a duplicate of is null. */
int two_of_one_is_fine(HPyContext *ctx, HPy root) {
  Queue queue = {NULL, NULL};
  HPy next;
  if (put(ctx, &queue, root) < 0) return -1;
  if (put(ctx, &queue, root) < 0) {
    drop(ctx, &queue);
    return -1;
  }
  while (!HPy_IsNull(next = take(&queue))) HPy_Close(ctx, next);
  return 0;
}

HPy breadth_first_is_fine(HPyContext *ctx, HPy root) {
  Queue queue = {NULL, NULL};
  HPy seen = HPyList_New(ctx, 0), node;
  if (HPy_IsNull(seen)) return HPy_NULL;
  if (put(ctx, &queue, root) < 0) goto error;
  while (!HPy_IsNull(node = take(&queue))) {
    int failed = HPyList_Append(ctx, seen, node);
    HPy children = failed ? HPy_NULL : HPy_GetAttr_s(ctx, node, "children");
    HPy_Close(ctx, node);
    if (HPy_IsNull(children)) goto error;
    HPy_ssize_t count = HPy_Length(ctx, children);
    for (HPy_ssize_t i = 0; i < count; i++) {
      HPy child = HPy_GetItem_i(ctx, children, i);
      if (HPy_IsNull(child) || put(ctx, &queue, child) < 0) {
        HPy_Close(ctx, child);
        HPy_Close(ctx, children);
        goto error;
      }
      HPy_Close(ctx, child);
    }
    HPy_Close(ctx, children);
  }
  return seen;
error:
  drop(ctx, &queue);
  HPy_Close(ctx, seen);
  return HPy_NULL;
}

long counted_but_not_closed(HPyContext *ctx, HPy root) {
  Queue queue = {NULL, NULL};
  HPy node;
  long count = 0;
  if (put(ctx, &queue, root) < 0) return -1;
  while (!HPy_IsNull(node = take(&queue))) count++;  // want handle-leak "'node'"
  return count;
}

typedef struct {
  enum { NUMBER, HANDLE, NOTHING } tag;
  union {
    long number;
    HPy handle;
  } as;
} Variant;

static Variant variant_of(HPyContext *ctx, HPy h) {
  Variant variant;
  if (HPyUnicode_Check(ctx, h)) {
    variant.tag = HANDLE;
    variant.as.handle = HPy_Dup(ctx, h);
  } else {
    variant.tag = NUMBER;
    variant.as.number = HPyLong_AsLong(ctx, h);
  }
  return variant;
}

static void clear(HPyContext *ctx, Variant *variant) {
  if (variant->tag == HANDLE) HPy_Close(ctx, variant->as.handle);
  variant->tag = NOTHING;
}

HPy text_of_a_variant_is_fine(HPyContext *ctx, HPy h) {
  Variant variant = variant_of(ctx, h);
  HPy text = variant.tag == HANDLE ? HPy_Str(ctx, variant.as.handle)
                                   : HPyLong_FromLong(ctx, variant.as.number);
  clear(ctx, &variant);
  clear(ctx, &variant);
  return text;
}

HPy text_of_a_variant(HPyContext *ctx, HPy h) {
  Variant variant = variant_of(ctx, h);
  if (variant.tag == HANDLE) return HPy_Str(ctx, variant.as.handle);  // want handle-leak
  clear(ctx, &variant);
  return HPy_Dup(ctx, h);
}
