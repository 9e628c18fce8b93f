#ifndef WALK_H
#define WALK_H

#include "hpy.h"

#include <stdlib.h>

typedef struct {
    long size;
    long items[8];
} ArrayObject;

HPyType_HELPERS(ArrayObject)

typedef int (*visit_function)(HPyContext *ctx, HPy item, void *data);
typedef int (*compare_function)(const void *, const void *);

struct visitor {
    visit_function visit;
    void *data;
};

struct order {
    compare_function compare;
    size_t size;
};

struct stream;
struct stream_operations {
    int (*write)(struct stream *stream, const char *text);
    void (*close)(struct stream *stream);
};
struct stream {
    const struct stream_operations *operations;
    HPyContext *ctx;
    HPy target;
    size_t length;
};

struct tree {
    struct tree *left, *right;
    HPy value;
};

int each(HPyContext *ctx, HPy *items, int count, visit_function visit, void *data);
int each_from_the_end(HPyContext *ctx, HPy *items, int count, visit_function visit, void *data);
int give(HPyContext *ctx, HPy item, visit_function visit, void *data);
int visit_one(HPyContext *ctx, const struct visitor *visitor, HPy item);
int visit_by_value(HPyContext *ctx, struct visitor visitor, HPy item);
int walk(HPyContext *ctx, const struct tree *tree, visit_function visit, void *data);
void sort(long *values, size_t count, compare_function compare);
void sort_in_order(const struct order *order, void *values, size_t count);
int stream_print(struct stream *stream, const char *text);
void stream_end(struct stream *stream);
void open_counting(struct stream *stream);
void open_attribute(struct stream *stream, HPyContext *ctx, HPy target);
int compare_longs(const void *left, const void *right);
int compare_handles(const void *left, const void *right);

#endif
