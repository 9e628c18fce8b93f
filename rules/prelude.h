/* What the examples of the rule pages take for granted. Each code block of a page is a program of
   its own: the tests put this text before it. */
#include "hpy.h"

#include <stdlib.h>
#include <string.h>

/* An array whose items are in its struct. */
typedef struct {
  HPy_ssize_t size;
  double items[16];
  double *data;
} Array;
HPyType_HELPERS(Array)

/* An object that refers to another one. */
typedef struct {
  HPyField f;
  long n;
} Obj;
HPyType_HELPERS(Obj)

HPyDef_SLOT(Obj_traverse, HPy_tp_traverse)
static int Obj_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg) {
  Obj *obj = (Obj *)self;
  HPy_VISIT(&obj->f);
  return 0;
}
