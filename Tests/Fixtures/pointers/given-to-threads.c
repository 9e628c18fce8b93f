/* What a thread is started with stays there, also what memory holds that is passed on. */
#include "hpy.h"

#include <pthread.h>
#include <stdlib.h>

typedef struct {
    long size;
} ArrayObject;

HPyType_HELPERS(ArrayObject)

struct job {
    ArrayObject *array;
    long size;
};

static void *work(void *argument)
{
    ((struct job *)argument)->size++;
    return NULL;
}

static int start(struct job *job)
{
    pthread_t thread;
    return pthread_create(&thread, NULL, work, job);
}

HPyDef_METH(job_with_a_pointer, "job_with_a_pointer", HPyFunc_NOARGS)
static HPy job_with_a_pointer_impl(HPyContext *ctx, HPy h)
{
    struct job *job = malloc(sizeof *job);
    if (!job)
        return HPyErr_NoMemory(ctx);
    job->array = ArrayObject_AsStruct(ctx, h);  // want pointer-escapes "is kept in 'job->array'"
    start(job);
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(job_with_a_number_is_fine, "job_with_a_number_is_fine", HPyFunc_NOARGS)
static HPy job_with_a_number_is_fine_impl(HPyContext *ctx, HPy h)
{
    struct job *job = malloc(sizeof *job);
    if (!job)
        return HPyErr_NoMemory(ctx);
    job->array = NULL;
    job->size = ArrayObject_AsStruct(ctx, h)->size;
    start(job);
    return HPy_Dup(ctx, ctx->h_None);
}
