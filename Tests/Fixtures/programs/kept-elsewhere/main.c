/* 4.7 #165, #170: the pointer is kept in another file. */
#include "registry.h"

int kept_in_a_list(HPyContext *ctx, HPy h)
{
    return registry_add(ArrayObject_AsStruct(ctx, h));
}

HPy_ssize_t kept_and_cleared_is_fine(HPyContext *ctx, HPy h)
{
    registry_add_for_now(ArrayObject_AsStruct(ctx, h));
    HPy_ssize_t sum = registry_sum();
    registry_clear();
    return sum;
}
