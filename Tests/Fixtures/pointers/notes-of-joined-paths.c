/* What is told of a path that was joined with others: no step contradicts another. */
#include <hpy.h>

typedef struct {
  long runs;
} Task;

HPyType_HELPERS(Task)

long told_of_either_branch(HPyContext *ctx, HPy h_self, HPy hook) {
  // note+1 pointer-spans-gc 1 // note+1 pointer-spans-gc 1
  Task *self = Task_AsStruct(ctx, h_self);
  HPy result = HPy_Call(ctx, hook, NULL, 0, HPy_NULL);  // note pointer-spans-gc 2 "can collect"
  // note+1 pointer-spans-gc 3 "'result' is not null" // note+1 pointer-spans-gc 2 "'result' is null"
  if (HPy_IsNull(result))
    HPyErr_WriteUnraisable(ctx, hook);  // note pointer-spans-gc 3 "can collect"
  HPy_Close(ctx, result);
  return self->runs;  // want pointer-spans-gc // want pointer-spans-gc
}

long told_of_each_case(HPyContext *ctx, HPy h_self, HPy hook, int how) {
  // note+1 pointer-spans-gc 1 // note+1 pointer-spans-gc 1
  Task *self = Task_AsStruct(ctx, h_self);
  switch (how) {  // note pointer-spans-gc 2 "'how' is 1" // note pointer-spans-gc 2 "'how' is 2"
    case 1: HPy_IsTrue(ctx, hook); break;  // note pointer-spans-gc 3 "'HPy_IsTrue' can collect"
    case 2: HPy_Length(ctx, hook); break;  // note pointer-spans-gc 3 "'HPy_Length' can collect"
    default: return 0;
  }
  return self->runs;  // want pointer-spans-gc // want pointer-spans-gc
}

long told_of_one_round(HPyContext *ctx, HPy h_self, HPy hook, int rounds) {
  // note+1 pointer-spans-gc 1 // note+1 pointer-spans-gc 1
  Task *self = Task_AsStruct(ctx, h_self);
  // note+2 pointer-spans-gc 2 "less than" // note+2 pointer-spans-gc 2 "less than"
  // note+1 pointer-spans-gc 5 "at least" // note+1 pointer-spans-gc 5 "at least"
  for (int i = 0; i < rounds; i++) {
    // note+1 pointer-spans-gc 3 "hook)' is 0" // note+1 pointer-spans-gc 3 "hook)' is not 0"
    if (HPyNumber_Check(ctx, hook))
      HPy_IsTrue(ctx, hook);  // note pointer-spans-gc 4 "'HPy_IsTrue' can collect"
    else
      HPy_Length(ctx, hook);  // note pointer-spans-gc 4 "'HPy_Length' can collect"
  }
  return self->runs;  // want pointer-spans-gc // want pointer-spans-gc
}

long nothing_collects_on_this_path_is_fine(HPyContext *ctx, HPy h_self, HPy hook) {
  Task *self = Task_AsStruct(ctx, h_self);
  if (HPyNumber_Check(ctx, hook)) return HPy_Length(ctx, hook);
  return self->runs;
}
