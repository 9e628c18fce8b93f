/* 4.4 #61, #62: two cycles through the files; one member of the first one collects. */
#include "parse.h"

HPy_ssize_t cycle_that_collects(HPyContext *ctx, HPy h)
{
    ParserObject *self = ParserObject_AsStruct(ctx, h);  // note pointer-spans-gc 1 "'self' is obtained from 'h' here"
    parse_value(ctx, h, 0);                              // note pointer-spans-gc 2 "parse_value → parse_list → parse_item → HPy_IsTrue"
    return self->depth;                                  // want pointer-spans-gc "'self' is used"
}

HPy_ssize_t cycle_that_does_not_collect_is_fine(HPyContext *ctx, HPy h)
{
    ParserObject *self = ParserObject_AsStruct(ctx, h);
    skip_space(ctx, h, 0);
    return self->depth;
}
