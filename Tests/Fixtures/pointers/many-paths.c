/* Functions with more paths than anybody can follow one by one. */
#include "hpy.h"

typedef struct {
    HPy_ssize_t size;
} ArrayObject;

HPyType_HELPERS(ArrayObject)

#define BRANCH(i) if (flags & (1u << (i))) { count += (i); seen_##i = 1; }
#define USE(i) if (seen_##i) count++;
#define ALL(STEP)                                                       \
    STEP(1) STEP(2) STEP(3) STEP(4) STEP(5) STEP(6) STEP(7) STEP(8)     \
    STEP(9) STEP(10) STEP(11) STEP(12) STEP(13) STEP(14) STEP(15)       \
    STEP(16) STEP(17) STEP(18) STEP(19) STEP(20) STEP(21) STEP(22)
#define DECLARE(i) int seen_##i = 0;

/* 4.3 #55 */
HPy_ssize_t collecting_call_among_many_branches(HPyContext *ctx, HPy h, unsigned flags)
{
    HPy_ssize_t count = 0;
    ALL(DECLARE)
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    if (flags & 1)
        HPy_Length(ctx, h);
    ALL(BRANCH)
    ALL(USE)
    return count + self->size;  // want pointer-spans-gc "'self' is used"
}

/* The twin of 4.3 #55. */
HPy_ssize_t obtained_behind_many_branches_is_fine(HPyContext *ctx, HPy h, unsigned flags)
{
    HPy_ssize_t count = 0;
    ALL(DECLARE)
    if (flags & 1)
        HPy_Length(ctx, h);
    ALL(BRANCH)
    ALL(USE)
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    return count + self->size;
}

/* 4.3 #55: the handle is closed before the branches. */
HPy_ssize_t closed_before_many_branches(HPyContext *ctx, HPy h, unsigned flags)
{
    HPy_ssize_t count = 0;
    ALL(DECLARE)
    HPy copy = HPy_Dup(ctx, h);
    ArrayObject *self = ArrayObject_AsStruct(ctx, copy);
    HPy_Close(ctx, copy);
    ALL(BRANCH)
    ALL(USE)
    return count + self->size;  // want pointer-outlives-handle "'self' is used"
}

/* The twin: closed behind the branches and the use. */
HPy_ssize_t closed_behind_many_branches_is_fine(HPyContext *ctx, HPy h, unsigned flags)
{
    HPy_ssize_t count = 0;
    ALL(DECLARE)
    HPy copy = HPy_Dup(ctx, h);
    ArrayObject *self = ArrayObject_AsStruct(ctx, copy);
    ALL(BRANCH)
    ALL(USE)
    count += self->size;
    HPy_Close(ctx, copy);
    return count;
}
