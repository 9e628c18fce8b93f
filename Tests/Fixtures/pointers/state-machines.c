/* A variable that holds one of a few constants says what a loop does next. */
#include "hpy.h"

typedef struct Scanner {
    long position;
    long found;
} Scanner;

HPyType_HELPERS(Scanner)

int next_character(void);

enum state { OBTAIN, READ, ASK, FINISH };

long obtained_anew_after_each_question_is_fine(HPyContext *ctx, HPy h)
{
    enum state state = OBTAIN;
    Scanner *self = NULL;
    long total = 0;
    for (;;) {
        switch (state) {
        case OBTAIN:
            self = Scanner_AsStruct(ctx, h);
            state = READ;
            break;
        case READ:
            total += self->position;
            state = ASK;
            break;
        case ASK:
            HPy_Length(ctx, h);
            state = next_character() ? OBTAIN : FINISH;
            break;
        case FINISH:
            return total;
        }
    }
}

long read_again_after_a_question(HPyContext *ctx, HPy h)
{
    enum state state = OBTAIN;
    Scanner *self = NULL;
    long total = 0;
    for (;;) {
        switch (state) {
        case OBTAIN:
            self = Scanner_AsStruct(ctx, h);
            state = READ;
            break;
        case READ:
            total += self->position;            // want pointer-spans-gc "'self' is used"
            state = ASK;
            break;
        case ASK:
            HPy_Length(ctx, h);
            state = next_character() ? READ : FINISH;
            break;
        case FINISH:
            return total;
        }
    }
}

/* The same with `if` and a variable that is copied. */
long dispatched_by_comparisons_is_fine(HPyContext *ctx, HPy h)
{
    int state = 1, next = 1;
    Scanner *self = Scanner_AsStruct(ctx, h);
    while (state != 7) {
        if (state == 1) {
            self->found++;
            next = next_character() ? 3 : 1;
        } else if (state == 3) {
            HPy_Length(ctx, h);
            next = next_character() ? 5 : 7;
        } else if (state == 5) {
            self = Scanner_AsStruct(ctx, h);
            next = 1;
        }
        state = next;
    }
    return 0;
}

long dispatched_by_comparisons(HPyContext *ctx, HPy h)
{
    int state = 1, next = 1;
    Scanner *self = Scanner_AsStruct(ctx, h);
    while (state != 7) {
        if (state == 1) {
            self->found++;                      // want pointer-spans-gc "'self' is used"
            next = next_character() ? 3 : 5;
        } else if (state == 3) {
            HPy_Length(ctx, h);
            next = next_character() ? 1 : 7;
        } else if (state == 5) {
            self = Scanner_AsStruct(ctx, h);
            next = 7;
        }
        state = next;
    }
    return 0;
}

/* Handles, too: one is owned in one state only. */
HPy owned_in_one_state_is_fine(HPyContext *ctx, HPy list)
{
    enum { START, HOLD, STOP, FAIL } state = START;
    HPy item = HPy_NULL;
    for (long i = 0;; i++) {
        switch (state) {
        case START:
            item = HPy_GetItem_i(ctx, list, i);
            state = HPy_IsNull(item) ? FAIL : HOLD;
            break;
        case HOLD:
            HPy_Close(ctx, item);
            state = next_character() ? START : STOP;
            break;
        case STOP:
            return HPy_Dup(ctx, ctx->h_None);
        case FAIL:
            return HPy_NULL;
        }
    }
}
