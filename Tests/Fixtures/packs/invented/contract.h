/* A runtime that does not exist, for tests: nothing about it is known to the analyzer's code. */

#define HF(...) __attribute__((annotate("holdfast:" #__VA_ARGS__)))

typedef __SIZE_TYPE__ size_t;

typedef struct { size_t id; } obj_t HF(handle);
typedef struct rt rt_t HF(context);

/* The constants of the runtime belong to it. */
struct rt { obj_t nothing; };

typedef struct {
  const char *name;
  obj_t (*function)(rt_t *rt, obj_t self, obj_t argument) HF(entry-point);
  void (*finish)(void *data) HF(destructor);
} rt_method;

HF(collects(alloc)) HF(returns(new)) HF(fails(null)) obj_t rt_alloc(rt_t *rt, size_t size);
HF(collects(drop)) void obj_release(rt_t *rt, obj_t obj HF(closes) HF(null-ok));
HF(collects(impl)) HF(returns(new)) obj_t obj_retain(rt_t *rt, obj_t obj HF(null-ok));
HF(collects(impl)) HF(returns(interior obj)) void *obj_data(rt_t *rt, obj_t obj);
HF(collects(py)) HF(returns(new)) HF(fails(null)) obj_t obj_send(
    rt_t *rt, obj_t obj, const char *message);
HF(collects(none)) size_t obj_size(rt_t *rt, obj_t obj);
