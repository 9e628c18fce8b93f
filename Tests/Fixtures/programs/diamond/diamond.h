#ifndef DIAMOND_H
#define DIAMOND_H

#include "hpy.h"

HPy_ssize_t top(HPyContext *ctx, HPy h, int flag);
HPy_ssize_t left_side(HPyContext *ctx, HPy h);
HPy_ssize_t right_side(HPyContext *ctx, HPy h);
HPy_ssize_t bottom(HPyContext *ctx, HPy h);

#endif
