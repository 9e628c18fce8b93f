// C++: objects that close a handle where their scope ends, and handles behind references.
#include <hpy.h>
#include <vector>

class Owned {
  HPyContext *ctx_;
  HPy h_;

 public:
  Owned(HPyContext *ctx, HPy h) : ctx_(ctx), h_(h) {}
  Owned(Owned &&other) : ctx_(other.ctx_), h_(other.h_) { other.h_ = HPy_NULL; }
  Owned(const Owned &) = delete;
  ~Owned() { HPy_Close(ctx_, h_); }
  HPy get() const { return h_; }
};

struct Pair {
  Owned first, second;
  Pair(HPyContext *ctx, HPy h) : first(ctx, HPy_Dup(ctx, h)), second(ctx, HPy_Dup(ctx, h)) {}
};

static Owned made(HPyContext *ctx, HPy h) {
  Owned copy(ctx, HPy_Dup(ctx, h));
  return copy;
}

static void consumed(HPyContext *ctx, Owned owned) { HPy_Hash(ctx, owned.get()); }

void guard_is_fine(HPyContext *ctx, HPy h) {
  Owned copy(ctx, HPy_Dup(ctx, h));
  if (HPy_Hash(ctx, copy.get()) < 0) return;
  HPy_Length(ctx, copy.get());
}

void guarded_handle_closed(HPyContext *ctx, HPy h) {
  Owned copy(ctx, HPy_Dup(ctx, h));
  HPy_Close(ctx, copy.get());
}  // want handle-double-close

HPy guarded_handle_returned(HPyContext *ctx, HPy h) {
  Owned copy(ctx, HPy_Dup(ctx, h));
  return copy.get();  // want handle-use-after-close
}

HPy duplicate_returned_is_fine(HPyContext *ctx, HPy h) {
  Owned copy(ctx, HPy_Dup(ctx, h));
  return HPy_Dup(ctx, copy.get());
}

void guard_made_by_function_is_fine(HPyContext *ctx, HPy h) {
  Owned copy = made(ctx, h);
  HPy_Hash(ctx, copy.get());
  HPy_Hash(ctx, made(ctx, h).get());
}

void guard_moved_is_fine(HPyContext *ctx, HPy h) {
  Owned first = made(ctx, h);
  Owned second(static_cast<Owned &&>(first));
  HPy_Hash(ctx, second.get());
}

void use_of_temporary(HPyContext *ctx, HPy h) {
  HPy copy = made(ctx, h).get();
  HPy_Hash(ctx, copy);  // want handle-use-after-close
}

void guard_as_argument_is_fine(HPyContext *ctx, HPy h) {
  consumed(ctx, made(ctx, h));
  consumed(ctx, Owned(ctx, HPy_Dup(ctx, h)));
}

void members_are_destroyed_is_fine(HPyContext *ctx, HPy h) {
  Pair pair(ctx, h);
  HPy_Hash(ctx, pair.second.get());
}

void member_closed(HPyContext *ctx, HPy h) {
  Pair pair(ctx, h);
  HPy_Close(ctx, pair.second.get());
}  // want handle-double-close

void guard_on_heap_is_fine(HPyContext *ctx, HPy h) {
  Owned *copy = new Owned(ctx, HPy_Dup(ctx, h));
  HPy_Hash(ctx, copy->get());
  delete copy;
}

void guard_on_heap_used_late(HPyContext *ctx, HPy h) {
  Owned *owned = new Owned(ctx, HPy_Dup(ctx, h));
  HPy copy = owned->get();
  delete owned;
  HPy_Hash(ctx, copy);  // want handle-use-after-close
}

// References to handles.

static void clear(HPyContext *ctx, HPy &h) {
  HPy_Close(ctx, h);
  h = HPy_NULL;
}

static bool load(HPyContext *ctx, HPy from, HPy &result) {
  result = HPy_Dup(ctx, from);
  return true;
}

void closed_by_reference_is_fine(HPyContext *ctx, HPy h) {
  HPy copy = HPy_Dup(ctx, h);
  clear(ctx, copy);
}

void used_after_clear(HPyContext *ctx, HPy h) {
  HPy copy = HPy_Dup(ctx, h);
  HPy &name = copy;
  HPy_Close(ctx, name);
  HPy_Hash(ctx, copy);  // want handle-use-after-close
}

void deduced_type(HPyContext *ctx, HPy h) {
  auto copy = HPy_Dup(ctx, h);
  HPy_Hash(ctx, copy);
}  // want handle-leak

void deduced_type_is_fine(HPyContext *ctx, HPy h) {
  auto copy = HPy_Dup(ctx, h);
  HPy_Close(ctx, copy);
}

void lost_result(HPyContext *ctx, HPy h) {
  HPy copy = HPy_NULL;
  load(ctx, h, copy);
  HPy_Hash(ctx, copy);
}  // want handle-leak

void result_is_fine(HPyContext *ctx, HPy h) {
  HPy copy = HPy_NULL;
  load(ctx, h, copy);
  clear(ctx, copy);
}

void closed_by_lambda_is_fine(HPyContext *ctx, HPy h) {
  HPy copy = HPy_Dup(ctx, h);
  auto close = [&] { HPy_Close(ctx, copy); };
  HPy_Hash(ctx, copy);
  close();
}

void closed_twice_by_lambda(HPyContext *ctx, HPy h) {
  HPy copy = HPy_Dup(ctx, h);
  auto close = [&] { HPy_Close(ctx, copy); };
  close();
  close();  // want handle-double-close
}

// Loops over arrays and containers.

void closed_in_loop_is_fine(HPyContext *ctx, HPy h) {
  HPy copies[] = {HPy_Dup(ctx, h), HPy_Dup(ctx, h)};
  for (HPy copy : copies) HPy_Close(ctx, copy);
}

void used_after_loop(HPyContext *ctx, HPy h) {
  HPy copies[] = {HPy_Dup(ctx, h), HPy_Dup(ctx, h)};
  for (auto &copy : copies) HPy_Close(ctx, copy);
  HPy_Hash(ctx, copies[0]);  // want handle-use-after-close
}

void kept_in_container_is_fine(HPyContext *ctx, HPy h, int count) {
  std::vector<HPy> copies;
  for (int i = 0; i < count; i++) copies.push_back(HPy_Dup(ctx, h));
  for (HPy copy : copies) HPy_Close(ctx, copy);
}
