/* Misuses of a runtime that does not exist, each with its correct twin. */
#include "rt.h"

typedef struct {
  int count;
  double items[4];
} Bag;

/* A pointer into an object outlives the handle. */
int count_after_release(rt_t *rt, size_t size)
{
  obj_t bag = rt_alloc(rt, size);
  if (obj_is_null(bag)) {
    return -1;
  }
  Bag *data = obj_data(rt, bag);
  obj_release(rt, bag);
  return data->count;  // want pointer-outlives-handle "'data'"
}

int count_before_release(rt_t *rt, size_t size)
{
  obj_t bag = rt_alloc(rt, size);
  if (obj_is_null(bag)) {
    return -1;
  }
  Bag *data = obj_data(rt, bag);
  int count = data->count;
  obj_release(rt, bag);
  return count;
}

/* A pointer is used after a message, which can run anything. */
int count_after_message(rt_t *rt, obj_t bag)
{
  Bag *data = obj_data(rt, bag);
  obj_t answer = obj_send(rt, bag, "grow");
  obj_release(rt, answer);
  return data->count;  // want pointer-spans-gc "'data'"
}

int count_obtained_again(rt_t *rt, obj_t bag)
{
  Bag *data = obj_data(rt, bag);
  obj_t answer = obj_send(rt, bag, "grow");
  obj_release(rt, answer);
  data = obj_data(rt, bag);
  return data->count;
}

/* A function that promises not to collect. */
int count_after_size(rt_t *rt, obj_t bag)
{
  Bag *data = obj_data(rt, bag);
  size_t size = obj_size(rt, bag);
  return size ? data->count : 0;
}

/* A pointer in a variable that lives longer than the handle. */
static Bag *last;

void remember(rt_t *rt, obj_t bag)
{
  last = obj_data(rt, bag);  // want pointer-escapes
}

/* A handle is lost. */
int size_of_answer(rt_t *rt, obj_t bag)
{
  obj_t answer = obj_send(rt, bag, "size");
  if (obj_is_null(answer)) {
    return -1;
  }
  return (int)obj_size(rt, answer);  // want handle-leak "'answer'"
}

int size_of_released_answer(rt_t *rt, obj_t bag)
{
  obj_t answer = obj_send(rt, bag, "size");
  if (obj_is_null(answer)) {
    return -1;
  }
  int size = (int)obj_size(rt, answer);
  obj_release(rt, answer);
  return size;
}

/* A handle is released twice. */
void release_twice(rt_t *rt, size_t size)
{
  obj_t bag = rt_alloc(rt, size);
  obj_release(rt, bag);
  obj_release(rt, bag);  // want handle-double-close "'bag'"
}

/* A released handle is used. */
size_t size_after_release(rt_t *rt, size_t size)
{
  obj_t bag = rt_alloc(rt, size);
  if (obj_is_null(bag)) {
    return 0;
  }
  obj_release(rt, bag);
  return obj_size(rt, bag);  // want handle-use-after-close "'bag'"
}

/* Functions in a table are called by the runtime, which owns their arguments. */
static obj_t give_back(rt_t *rt, obj_t self, obj_t argument)
{
  (void)rt;
  (void)self;
  return argument;  // want handle-return-borrowed
}

static obj_t give_own(rt_t *rt, obj_t self, obj_t argument)
{
  (void)self;
  return obj_retain(rt, argument);
}

static obj_t release_argument(rt_t *rt, obj_t self, obj_t argument)
{
  (void)self;
  obj_release(rt, argument);  // want handle-close-borrowed
  return obj_retain(rt, rt->nothing);
}

const rt_method methods[] = {
    {"give_back", give_back, NULL},
    {"give_own", give_own, NULL},
    {"release_argument", release_argument, NULL},
};
