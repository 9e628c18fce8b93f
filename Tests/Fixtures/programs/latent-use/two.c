#include "levels.h"

HPy_ssize_t level_two(HPyContext *ctx, HPy h, ArrayObject *array)
{
    return level_three(ctx, h, array);
}
