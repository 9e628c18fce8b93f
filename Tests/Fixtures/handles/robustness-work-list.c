/* Robustness: a work list on the heap beside options that are there or not, in more states than are told apart.
 * What a pointer leads to that is lost when states are put together is not reported as lost. */
#include <stdbool.h>
#include <stdlib.h>

#include "hpy.h"

typedef struct Job {
  HPy container;
  HPy keys;
  HPy_ssize_t next;
  HPy_ssize_t length;
  struct Job *below;
} Job;

typedef struct {
  HPy hook;
  HPy skip;
  HPy seen;
  long limit;
  bool quiet;
} Options;

typedef enum { DONE, MORE, FAILED } Outcome;

static const Options no_options = {HPy_NULL, HPy_NULL, HPy_NULL, 1000, false};

static void options_clear(HPyContext *ctx, Options *options) {
  HPy_Close(ctx, options->hook);
  HPy_Close(ctx, options->skip);
  HPy_Close(ctx, options->seen);
  *options = no_options;
}

static int optional_attribute(HPyContext *ctx, HPy obj, const char *name, HPy *out) {
  *out = HPy_NULL;
  if (!HPy_HasAttr_s(ctx, obj, name)) return 0;
  HPy value = HPy_GetAttr_s(ctx, obj, name);
  if (HPy_IsNull(value)) return -1;
  if (HPy_Is(ctx, value, ctx->h_None)) {
    HPy_Close(ctx, value);
    return 0;
  }
  *out = value;
  return 1;
}

static int options_read(HPyContext *ctx, Options *options, HPy source) {
  *options = no_options;
  if (HPy_Is(ctx, source, ctx->h_None)) return 0;
  if (optional_attribute(ctx, source, "hook", &options->hook) < 0) goto error;
  if (optional_attribute(ctx, source, "skip", &options->skip) < 0) goto error;
  HPy limit;
  switch (optional_attribute(ctx, source, "limit", &limit)) {
  case -1:
    goto error;
  case 1:
    options->limit = HPyLong_AsLong(ctx, limit);
    HPy_Close(ctx, limit);
    if (options->limit == -1 && HPyErr_Occurred(ctx)) goto error;
    break;
  }
  options->seen = HPyDict_New(ctx);
  if (HPy_IsNull(options->seen)) goto error;
  return 0;
error:
  options_clear(ctx, options);
  return -1;
}

/* Keeps its own handles; null with an exception. */
static Job *job_push(HPyContext *ctx, Job *below, HPy container) {
  Job *job = (Job *)malloc(sizeof(Job));
  if (job == NULL) {
    HPyErr_NoMemory(ctx);
    return NULL;
  }
  job->container = HPy_Dup(ctx, container);
  job->keys = HPy_NULL;
  job->next = 0;
  job->below = below;
  if (HPyDict_Check(ctx, container)) {
    job->keys = HPyDict_Keys(ctx, container);
    if (HPy_IsNull(job->keys)) goto error;
    job->length = HPy_Length(ctx, job->keys);
  } else {
    job->length = HPy_Length(ctx, container);
  }
  if (job->length < 0) goto error;
  return job;
error:
  HPy_Close(ctx, job->container);
  HPy_Close(ctx, job->keys);
  free(job);
  return NULL;
}

static Job *job_pop(HPyContext *ctx, Job *job) {
  Job *below = job->below;
  HPy_Close(ctx, job->container);
  HPy_Close(ctx, job->keys);
  free(job);
  return below;
}

static HPyContext *last;

static Outcome job_next(HPyContext *ctx, Job *job, HPy *item) {
  last = ctx;  // want context-escapes
  if (job->next >= job->length) return DONE;
  if (HPy_IsNull(job->keys)) {
    *item = HPy_GetItem_i(ctx, job->container, job->next++);
  } else {
    HPy key = HPy_GetItem_i(ctx, job->keys, job->next++);
    if (HPy_IsNull(key)) return FAILED;
    *item = HPy_GetItem(ctx, job->container, key);
    HPy_Close(ctx, key);
  }
  return HPy_IsNull(*item) ? FAILED : MORE;
}

static bool is_container(HPyContext *ctx, HPy obj) {
  return HPyDict_Check(ctx, obj) || HPyList_Check(ctx, obj) || HPyTuple_Check(ctx, obj);
}

/* 1: call it, 0: leave it out, -1: error. */
static int wanted(HPyContext *ctx, const Options *options, HPy item) {
  if (HPy_IsNull(options->skip)) return 1;
  HPy answer = HPy_Call(ctx, options->skip, &item, 1, HPy_NULL);
  if (HPy_IsNull(answer)) {
    if (!options->quiet) return -1;
    HPyErr_Clear(ctx);
    return 1;
  }
  int truth = HPy_IsTrue(ctx, answer);
  HPy_Close(ctx, answer);
  return truth < 0 ? -1 : !truth;
}

static HPy replaced(HPyContext *ctx, const Options *options, HPy item) {
  if (HPy_IsNull(options->hook)) return HPy_Dup(ctx, item);
  return HPy_Call(ctx, options->hook, &item, 1, HPy_NULL);
}

HPy items_of_nested_containers(HPyContext *ctx, HPy self, const HPy *args, size_t nargs) {
  Options options;
  HPy root, source = HPy_NULL;
  if (!HPyArg_Parse(ctx, NULL, args, nargs, "O|O", &root, &source)) return HPy_NULL;
  if (HPy_IsNull(source))
    source = ctx->h_None;
  if (options_read(ctx, &options, source) < 0) return HPy_NULL;
  HPy list = HPyList_New(ctx, 0);
  Job *job = NULL;
  long depth = 0;
  if (HPy_IsNull(list)) goto error;
  job = job_push(ctx, NULL, root);
  if (job == NULL) goto error;
  while (job != NULL) {
    HPy item;
    switch (job_next(ctx, job, &item)) {
    case DONE:
      job = job_pop(ctx, job);
      depth--;
      continue;
    case FAILED:
      goto error;
    case MORE:
      break;
    }
    if (is_container(ctx, item) && depth < options.limit) {
      Job *above = job_push(ctx, job, item);
      HPy_Close(ctx, item);
      if (above == NULL) goto error;
      job = above;
      depth++;
      continue;
    }
    int use = wanted(ctx, &options, item);
    if (use > 0) {
      HPy value = replaced(ctx, &options, item);
      use = HPy_IsNull(value) ? -1 : HPyList_Append(ctx, list, value);
      HPy_Close(ctx, value);
    }
    HPy_Close(ctx, item);
    if (use < 0) goto error;
  }
  options_clear(ctx, &options);
  return list;
error:
  while (job != NULL)
    job = job_pop(ctx, job);
  options_clear(ctx, &options);
  HPy_Close(ctx, list);
  return HPy_NULL;
}
