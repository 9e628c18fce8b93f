/* The header of the runtime that does not exist. */

#ifndef RT_H
#define RT_H

#include <stddef.h>

typedef struct { size_t id; } obj_t;
typedef struct rt rt_t;

#define OBJ_NULL ((obj_t){0})
#define obj_is_null(obj) ((obj).id == 0)

struct rt { obj_t nothing; };

typedef struct {
  const char *name;
  obj_t (*function)(rt_t *rt, obj_t self, obj_t argument);
  void (*finish)(void *data);
} rt_method;

obj_t rt_alloc(rt_t *rt, size_t size);
void obj_release(rt_t *rt, obj_t obj);
obj_t obj_retain(rt_t *rt, obj_t obj);
void *obj_data(rt_t *rt, obj_t obj);
obj_t obj_send(rt_t *rt, obj_t obj, const char *message);
size_t obj_size(rt_t *rt, obj_t obj);

#endif
