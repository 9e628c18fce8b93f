#ifndef PARSE_H
#define PARSE_H

#include "hpy.h"

typedef struct {
    HPy_ssize_t depth;
} ParserObject;

HPyType_HELPERS(ParserObject)

int parse_value(HPyContext *ctx, HPy h, int depth);
int parse_list(HPyContext *ctx, HPy h, int depth);
int parse_item(HPyContext *ctx, HPy h, int depth);
int skip_space(HPyContext *ctx, HPy h, int depth);
int skip_comment(HPyContext *ctx, HPy h, int depth);

#endif
