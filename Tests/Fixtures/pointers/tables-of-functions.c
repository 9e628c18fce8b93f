/* Which functions are called through tables and arrays that a loop goes through. */
#include "hpy.h"

#include <stddef.h>
#include <string.h>

typedef struct {
    long size;
} ArrayObject;

HPyType_HELPERS(ArrayObject)

typedef int (*step_function)(HPyContext *ctx, HPy h);

struct step {
    const char *name;
    step_function run;
};

enum mode { SILENT, LOUD, CAREFUL };

static int compare(HPyContext *ctx, HPy h)
{
    return HPy_Is(ctx, h, ctx->h_None);
}

static int mark(HPyContext *ctx, HPy h)
{
    return HPy_SetAttr_s(ctx, h, "marked", ctx->h_True);
}

static const struct step comparing[] = { { "first", compare }, { "second", compare } };
static const struct step marking[] = { { "first", compare }, { "second", mark } };

static void run_all(HPyContext *ctx, HPy h, const struct step *steps, size_t count)
{
    for (size_t i = 0; i < count; i++)
        steps[i].run(ctx, h);
}

static void run_named(HPyContext *ctx, HPy h, const struct step *steps, const char *name)
{
    for (; steps->name; steps++)
        if (strcmp(steps->name, name) == 0)
            steps->run(ctx, h);
}

static int run_in(HPyContext *ctx, HPy h, enum mode mode)
{
    switch (mode) {
    case SILENT:
        return 0;
    case LOUD:
        return mark(ctx, h);
    case CAREFUL:
        return compare(ctx, h);
    }
    return -1;
}

long up_to_the_end_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    for (const struct step *step = comparing; step < comparing + 2; step++)
        step->run(ctx, h);
    return self->size;
}

long up_to_the_end(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    for (const struct step *step = marking; step < marking + 2; step++)
        step->run(ctx, h);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

long table_is_passed_is_fine(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    run_all(ctx, h, comparing, 2);
    return self->size;
}

long table_is_passed(HPyContext *ctx, HPy h)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    run_all(ctx, h, marking, 2);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

long array_is_passed_is_fine(HPyContext *ctx, HPy h)
{
    struct step steps[2] = { { "a", compare }, { "b", compare } };
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    run_all(ctx, h, steps, 2);
    return self->size;
}

long array_is_passed(HPyContext *ctx, HPy h)
{
    struct step steps[2] = { { "a", compare }, { "b", mark } };
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    run_all(ctx, h, steps, 2);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

long by_name(HPyContext *ctx, HPy h, const char *name)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    run_named(ctx, h, marking, name);
    return self->size;  // want pointer-spans-gc "'self' is used"
}

long compared_functions_is_fine(HPyContext *ctx, HPy h, int marks)
{
    step_function run = marks ? mark : compare;
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    run(ctx, h);
    return run == compare ? self->size : 0;
}

long other_mode_is_fine(HPyContext *ctx, HPy h, enum mode mode)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    if (mode == LOUD)
        return 0;
    run_in(ctx, h, mode);
    return self->size;
}

long any_mode(HPyContext *ctx, HPy h, enum mode mode)
{
    ArrayObject *self = ArrayObject_AsStruct(ctx, h);
    if (mode == CAREFUL)
        return 0;
    run_in(ctx, h, mode);
    return self->size;  // want pointer-spans-gc "'self' is used"
}
