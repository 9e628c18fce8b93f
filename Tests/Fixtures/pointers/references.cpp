// C++: a reference is a pointer that nobody sees.
#include <hpy.h>

struct Series {
  long count;
  double values[4];
};
HPyType_HELPERS(Series)

static void reload(HPyContext *ctx, HPy h, Series *&series) { series = Series_AsStruct(ctx, h); }

static long &count_of(Series &series) { return series.count; }

static double sum(const Series &series) {
  double total = 0;
  for (double value : series.values) total += value;
  return total;
}

static long longer_by(HPyContext *ctx, HPy other, const long &count, long more = 1) {
  HPy_Hash(ctx, other);
  return count + more;  // want pointer-spans-gc "'count'"
}

long local_reference(HPyContext *ctx, HPy h, HPy other) {
  Series &series = *Series_AsStruct(ctx, h);
  HPy_Hash(ctx, other);
  return series.count;  // want pointer-spans-gc "'series'"
}

long local_reference_is_fine(HPyContext *ctx, HPy h, HPy other) {
  Series &series = *Series_AsStruct(ctx, h);
  long count = series.count;
  HPy_Hash(ctx, other);
  return count;
}

long reference_to_member(HPyContext *ctx, HPy h, HPy other) {
  Series *series = Series_AsStruct(ctx, h);
  auto &count = series->count;
  HPy_Hash(ctx, other);
  return ++count;  // want pointer-spans-gc "'count'"
}

long reference_to_copy_is_fine(HPyContext *ctx, HPy h, HPy other) {
  long copy = Series_AsStruct(ctx, h)->count;
  long &count = copy;
  HPy_Hash(ctx, other);
  return ++count;
}

long reference_to_temporary_is_fine(HPyContext *ctx, HPy h, HPy other) {
  const long &count = Series_AsStruct(ctx, h)->count + 1;
  HPy_Hash(ctx, other);
  return count;
}

long reloaded_is_fine(HPyContext *ctx, HPy h, HPy other) {
  Series *series = Series_AsStruct(ctx, h);
  HPy_Hash(ctx, other);
  reload(ctx, h, series);
  return series->count;
}

long loaded_by_reference(HPyContext *ctx, HPy h, HPy other) {
  Series *series = nullptr;
  reload(ctx, h, series);
  HPy_Hash(ctx, other);
  return series->count;  // want pointer-spans-gc "'series'"
}

double passed_by_reference(HPyContext *ctx, HPy h, HPy other) {
  Series &series = *Series_AsStruct(ctx, h);
  HPy_Hash(ctx, other);
  return sum(series);  // want pointer-spans-gc "'series'"
}

double passed_by_reference_is_fine(HPyContext *ctx, HPy h) {
  return sum(*Series_AsStruct(ctx, h));
}

void returned_reference(HPyContext *ctx, HPy h, HPy other) {
  long &count = count_of(*Series_AsStruct(ctx, h));
  HPy_Hash(ctx, other);
  count = 1;  // want pointer-spans-gc "'count'"
}

void returned_reference_is_fine(HPyContext *ctx, HPy h) { count_of(*Series_AsStruct(ctx, h)) = 1; }

long used_behind_collection(HPyContext *ctx, HPy h, HPy other) {
  Series *series = Series_AsStruct(ctx, h);
  return longer_by(ctx, other, series->count);
}

long number_is_fine(HPyContext *ctx, HPy h, HPy other) {
  long count = Series_AsStruct(ctx, h)->count;
  return longer_by(ctx, other, count, 2);
}

double range_over_members(HPyContext *ctx, HPy h, HPy other) {
  Series *series = Series_AsStruct(ctx, h);
  double total = 0;
  for (double &value : series->values) {
    total += value;
    HPy_Hash(ctx, other);
    value = 0;  // want pointer-spans-gc "'value'"
  }
  return total;
}

double range_over_members_is_fine(HPyContext *ctx, HPy h, HPy other) {
  double total = 0;
  for (double value : Series_AsStruct(ctx, h)->values) total += value;
  HPy_Hash(ctx, other);
  return total;
}

// Members, constructors and methods.

class View {
  Series &series_;
  HPyContext *ctx_;

 public:
  View(HPyContext *ctx, HPy h) : series_(*Series_AsStruct(ctx, h)), ctx_(ctx) {}
  long count() const { return series_.count; }
  HPyContext *context() const { return ctx_; }
};

struct Window {
  Series *series = nullptr;
  long first = 0;
};

long member_reference(HPyContext *ctx, HPy h, HPy other) {
  View view(ctx, h);
  HPy_Hash(view.context(), other);
  return Window{}.first;
}

long member_initialiser(HPyContext *ctx, HPy h, HPy other) {
  Window window{Series_AsStruct(ctx, h)};
  HPy_Hash(ctx, other);
  return window.series->count;  // want pointer-spans-gc "'window.series'"
}

long member_initialiser_is_fine(HPyContext *ctx, HPy h, HPy other) {
  Window window{Series_AsStruct(ctx, h)};
  HPy_Hash(ctx, other);
  window = Window();
  return window.series ? 1 : window.first;
}

// Instances of templates.

template <typename T>
static T &self_of(HPyContext *ctx, HPy h) {
  return *static_cast<T *>(_HPy_AsStruct_Object(ctx, h));
}

long instance(HPyContext *ctx, HPy h, HPy other) {
  Series &series = self_of<Series>(ctx, h);
  HPy_Hash(ctx, other);
  return series.count;  // want pointer-spans-gc "'series'"
}

long instance_is_fine(HPyContext *ctx, HPy h, HPy other) {
  HPy_Hash(ctx, other);
  return self_of<Series>(ctx, h).count;
}

// Lambdas.

long captured(HPyContext *ctx, HPy h, HPy other) {
  Series *series = Series_AsStruct(ctx, h);
  auto length = [ctx](HPy of) { return HPy_Length(ctx, of); };
  long n = length(other);
  return n + series->count;  // want pointer-spans-gc "'series'"
}

long captured_is_fine(HPyContext *ctx, HPy h, HPy other) {
  Series *series = Series_AsStruct(ctx, h);
  auto count = [&] { return series->count; };
  long n = count();
  return n + HPy_Length(ctx, other);
}

// Overloads are different functions.

static long measured(HPyContext *ctx, HPy other) { return HPy_Length(ctx, other); }
static long measured(HPyContext *, long count) { return count; }

long overloaded(HPyContext *ctx, HPy h, HPy other) {
  Series *series = Series_AsStruct(ctx, h);
  measured(ctx, other);
  return series->count;  // want pointer-spans-gc "'series'"
}

long overloaded_is_fine(HPyContext *ctx, HPy h) {
  Series *series = Series_AsStruct(ctx, h);
  measured(ctx, 1L);
  return series->count;
}
