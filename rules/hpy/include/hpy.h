/* A stand-in for HPy's header, so that sources can be read with nothing else installed.

   It declares what HPy 0.9 and its main branch declare, and expands the macros to the same shapes.
   Nothing here can be compiled to a working module: there are no bodies, and trampolines are only
   declared. The old forms of HPyDef_METH, HPyDef_SLOT and HPy_MODINIT (0.0.x) are told from the new
   by what they are given. The real headers are better where there are any. */

#ifndef HPy_H
#define HPy_H

#if !defined(HPY_ABI_UNIVERSAL)
#include <Python.h>
#endif

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#ifdef __cplusplus
extern "C" {
#endif

#define HPY_VERSION "0.9.0"
#define HPY_ABI_VERSION 0
#define HPY_ABI_VERSION_MINOR 0
#define HPY_ABI_TAG "hpy0"

#if defined(HPY_ABI_CPYTHON)
#define HPY_ABI "cpython"
#elif defined(HPY_ABI_HYBRID)
#define HPY_ABI "hybrid"
#else
#define HPY_ABI "universal"
#endif

#define _HPy_HIDDEN __attribute__((visibility("hidden")))
#define _HPy_UNUSED __attribute__((unused))
#define _HPy_UNUSED_ARG(name) (__HPy_UNUSED_TAGGED##name) _HPy_UNUSED
#define _HPy_NO_RETURN __attribute__((noreturn))
#define HPy_EXPORTED_SYMBOL __attribute__((visibility("default")))
#define HPyAPI_FUNC _HPy_UNUSED static inline
#define HPyAPI_INLINE_HELPER HPyAPI_FUNC
#define HPyAPI_UNUSED HPyAPI_FUNC
#define HPyAPI_HELPER _HPy_HIDDEN
#define HPyAPI_IMPL _HPy_HIDDEN

/* Values */

typedef struct _HPy_s { intptr_t _i; } HPy;
typedef struct { intptr_t _i; } HPyField;
typedef struct { intptr_t _i; } HPyGlobal;
typedef struct { intptr_t _lst; } HPyListBuilder;
typedef struct { intptr_t _tup; } HPyTupleBuilder;
typedef struct { intptr_t _i; } HPyTracker;
typedef struct { intptr_t _i; } HPyThreadState;

#define HPy_NULL ((HPy){0})
#define HPy_IsNull(h) ((h)._i == 0)
#define HPyField_NULL ((HPyField){0})
#define HPyField_IsNull(f) ((f)._i == 0)

typedef intptr_t HPy_ssize_t;
typedef intptr_t HPy_hash_t;
typedef uint32_t HPy_UCS4;
#define HPY_SSIZE_T_MAX INTPTR_MAX
#define HPY_SSIZE_T_MIN INTPTR_MIN

typedef enum {
  HPy_SourceKind_Expr = 0,
  HPy_SourceKind_File = 1,
  HPy_SourceKind_Single = 2,
} HPy_SourceKind;

typedef enum {
  HPy_LT = 0,
  HPy_LE = 1,
  HPy_EQ = 2,
  HPy_NE = 3,
  HPy_GT = 4,
  HPy_GE = 5,
} HPy_RichCmpOp;

typedef enum {
  HPyCapsule_key_Pointer = 0,
  HPyCapsule_key_Name = 1,
  HPyCapsule_key_Context = 2,
  HPyCapsule_key_Destructor = 3,
} _HPyCapsule_key;

/* What legacy code shares with the C API: compatible with Python.h where that is included. */

typedef struct _object cpy_PyObject;
typedef struct PyMethodDef cpy_PyMethodDef;
typedef struct PyModuleDef cpy_PyModuleDef;
typedef cpy_PyObject *(*cpy_PyCFunction)(cpy_PyObject *, cpy_PyObject *const *, HPy_ssize_t);
typedef int (*cpy_visitproc)(cpy_PyObject *, void *);
typedef cpy_PyObject *(*cpy_getter)(cpy_PyObject *, void *);
typedef int (*cpy_setter)(cpy_PyObject *, cpy_PyObject *, void *);
typedef void (*cpy_PyCapsule_Destructor)(cpy_PyObject *);
typedef cpy_PyObject *(*cpy_vectorcallfunc)(
    cpy_PyObject *, cpy_PyObject *const *, size_t, cpy_PyObject *);

typedef struct _HPyContext_s HPyContext;

#include "hpy/signatures.h"
#include "hpy/slots.h"
#include "hpy/definitions.h"
#include "hpy/types.h"
#include "hpy/functions.h"
#include "hpy/context.h"

/* Calls through macros */

#define HPy_New(ctx, cls, data) (_HPy_New((ctx), (cls), ((void **)data)))

#define HPyLong_FromPid HPyLong_FromLong
#define HPyLong_AsPid HPyLong_AsLong
#define _HPy_PARSE_PID "i"

#define HPy_BEGIN_LEAVE_PYTHON(context) \
  { \
    HPyThreadState _token; \
    _token = HPy_LeavePythonExecution(context);

#define HPy_END_LEAVE_PYTHON(context) \
    HPy_ReenterPythonExecution(context, _token); \
  }

#define HPy_RETURN_RICHCOMPARE(ctx, left, right, op) \
  do { \
    bool result; \
    switch (op) { \
    case HPy_LT: result = ((left) < (right)); break; \
    case HPy_LE: result = ((left) <= (right)); break; \
    case HPy_EQ: result = ((left) == (right)); break; \
    case HPy_NE: result = ((left) != (right)); break; \
    case HPy_GT: result = ((left) > (right)); break; \
    case HPy_GE: result = ((left) >= (right)); break; \
    default: HPy_FatalError(ctx, "not a comparison"); \
    } \
    if (result) \
      return HPy_Dup(ctx, ctx->h_True); \
    return HPy_Dup(ctx, ctx->h_False); \
  } while (0)

#define HPy_VISIT(hpyfield) \
  do { \
    if (!HPyField_IsNull(*hpyfield)) { \
      int vret = visit(hpyfield, arg); \
      if (vret) \
        return vret; \
    } \
  } while (0)

#ifdef __cplusplus
}
#endif

#endif
