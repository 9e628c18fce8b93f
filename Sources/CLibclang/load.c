#include "CLibclang.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#pragma clang diagnostic ignored "-Wnullability-completeness"

// A pointer for each function, and the function that forwards to it.
#define X(RESULT, NAME, PARAMETERS, ARGUMENTS) \
  static RESULT(*pointer_##NAME) PARAMETERS;   \
  RESULT NAME PARAMETERS { return pointer_##NAME ARGUMENTS; }
#define V(NAME, PARAMETERS, ARGUMENTS)      \
  static void(*pointer_##NAME) PARAMETERS;  \
  void NAME PARAMETERS { pointer_##NAME ARGUMENTS; }
#define OPTIONAL(RESULT, NAME, PARAMETERS, ARGUMENTS, MISSING) \
  static RESULT(*pointer_##NAME) PARAMETERS;                   \
  RESULT NAME PARAMETERS { return pointer_##NAME ? pointer_##NAME ARGUMENTS : (MISSING); }
#include "functions.def"
#undef X
#undef V
#undef OPTIONAL

static const struct {
  const char *name;
  void **pointer;
  int is_optional;
} functions[] = {
#define X(RESULT, NAME, PARAMETERS, ARGUMENTS) {#NAME, (void **)&pointer_##NAME, 0},
#define V(NAME, PARAMETERS, ARGUMENTS) {#NAME, (void **)&pointer_##NAME, 0},
#define OPTIONAL(RESULT, NAME, PARAMETERS, ARGUMENTS, MISSING) \
  {#NAME, (void **)&pointer_##NAME, 1},
#include "functions.def"
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char loaded_path[4096];
static char reason[1024];

// Binds every function to the opened library. Returns NULL, or what it lacks.
static const char *bind_functions(void *library, const char *path) {
  for (unsigned i = 0; i < sizeof functions / sizeof *functions; i++) {
    void *symbol = dlsym(library, functions[i].name);
    if (!symbol && !functions[i].is_optional) {
      snprintf(reason, sizeof reason, "%s has no %s (older than LLVM 14?)", path, functions[i].name);
      return reason;
    }
    *functions[i].pointer = symbol;
  }
  return NULL;
}

const char *libclang_load(const char *path) {
  const char *failure = NULL;
  pthread_mutex_lock(&lock);
  if (!loaded_path[0]) {
    void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (!library) {
      snprintf(reason, sizeof reason, "%s", dlerror());
      failure = reason;
    } else if ((failure = bind_functions(library, path))) {
      dlclose(library);
    } else {
      snprintf(loaded_path, sizeof loaded_path, "%s", path);
    }
  }
  pthread_mutex_unlock(&lock);
  return failure;
}

const char *libclang_loaded_path(void) {
  const char *path;
  pthread_mutex_lock(&lock);
  path = loaded_path[0] ? loaded_path : NULL;
  pthread_mutex_unlock(&lock);
  return path;
}
