// Our own declarations of the part of libclang's C interface that we use, bound at run time.
//
// The layouts and the numbers are equal in libclang 14 to 19; see functions.def for the functions.
#pragma once

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wnullability-completeness"
// The forwarders carry libclang's names: they must never interpose on the real library.
#pragma GCC visibility push(hidden)

typedef void *CXIndex, *CXFile, *CXDiagnostic, *CXClientData, *CXEvalResult;
typedef struct CXTranslationUnitImpl *CXTranslationUnit;

struct CXUnsavedFile {
  const char *_Nonnull Filename, *_Nonnull Contents;
  unsigned long Length;
};

typedef struct {
  const void *_Nullable data;
  unsigned private_flags;
} CXString;

typedef struct {
  int kind;
  int xdata;
  const void *_Nullable data[3];
} CXCursor;

typedef struct {
  int kind;
  void *_Nullable data[2];
} CXType;

typedef struct {
  const void *_Nullable ptr_data[2];
  unsigned int_data;
} CXSourceLocation;

typedef struct {
  const void *_Nullable ptr_data[2];
  unsigned begin_int_data, end_int_data;
} CXSourceRange;

typedef struct {
  unsigned count;
  CXSourceRange *_Nullable ranges;
} CXSourceRangeList;

typedef struct {
  unsigned int_data[4];
  void *_Nullable ptr_data;
} CXToken;

// Returns 0 to stop, 1 to continue with the next sibling, 2 to visit the children too.
typedef int (*CXCursorVisitor)(CXCursor cursor, CXCursor parent, CXClientData _Nullable data);

// Returns 0 to stop, 1 to continue.
typedef int (*CXFieldVisitor)(CXCursor field, CXClientData _Nullable data);

typedef void (*CXInclusionVisitor)(
  CXFile _Nullable file, CXSourceLocation *_Nullable stack, unsigned depth,
  CXClientData _Nullable data);

#define X(RESULT, NAME, PARAMETERS, ARGUMENTS) RESULT NAME PARAMETERS;
#define OPTIONAL(RESULT, NAME, PARAMETERS, ARGUMENTS, MISSING) RESULT NAME PARAMETERS;
#define V(NAME, PARAMETERS, ARGUMENTS) void NAME PARAMETERS;
#include "functions.def"
#undef X
#undef OPTIONAL
#undef V

// Opens the library at `path` and binds every function of functions.def.
// Returns NULL, or why it could not be done. Once a library is bound, does nothing.
const char *_Nullable libclang_load(const char *_Nonnull path);

// Returns the path of the library that is bound, or NULL.
const char *_Nullable libclang_loaded_path(void);

#pragma GCC visibility pop
#pragma clang diagnostic pop
