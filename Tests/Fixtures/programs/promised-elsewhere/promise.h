#ifndef PROMISE_H
#define PROMISE_H

#include "hpy.h"

#define NO_GC __attribute__((annotate("holdfast:collects(none)")))

NO_GC HPy_ssize_t promised(HPyContext *ctx, HPy h);
NO_GC HPy_ssize_t promised_without_a_body(HPyContext *ctx, HPy h);
HPy_ssize_t not_promised_without_a_body(HPyContext *ctx, HPy h);

#endif
