/* A stand-in for Python's own header, so that HPy sources with legacy code in them can be read.

   It declares the part of the C API that extensions use most. Nothing here can be compiled to a
   working module. The real header is better where there is one. */

#ifndef Py_PYTHON_H
#define Py_PYTHON_H

#include <assert.h>
#include <errno.h>
#include <limits.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#ifdef __cplusplus
extern "C" {
#endif

#define PY_VERSION_HEX 0x030b0000
#define PY_MAJOR_VERSION 3
#define PY_MINOR_VERSION 11

typedef intptr_t Py_ssize_t;
typedef Py_ssize_t Py_hash_t;
typedef uint32_t Py_UCS4;
typedef struct _object PyObject;
typedef struct _typeobject PyTypeObject;
typedef struct _ts PyThreadState;
#define PY_SSIZE_T_MAX INTPTR_MAX
#define PY_SSIZE_T_MIN INTPTR_MIN

#define PyAPI_FUNC(type) type
#define PyAPI_DATA(type) extern type
#ifdef __cplusplus
#define PyMODINIT_FUNC extern "C" __attribute__((visibility("default"))) PyObject *
#else
#define PyMODINIT_FUNC __attribute__((visibility("default"))) PyObject *
#endif

/* Objects */

struct _object { Py_ssize_t ob_refcnt; PyTypeObject *ob_type; };
typedef struct { PyObject ob_base; Py_ssize_t ob_size; } PyVarObject;

#define PyObject_HEAD PyObject ob_base;
#define PyObject_VAR_HEAD PyVarObject ob_base;
#define PyObject_HEAD_INIT(type) { 1, type },
#define PyVarObject_HEAD_INIT(type, size) { PyObject_HEAD_INIT(type) size },

#define _PyObject_CAST(o) ((PyObject *)(o))
#define Py_REFCNT(o) (_PyObject_CAST(o)->ob_refcnt)
#define Py_TYPE(o) (_PyObject_CAST(o)->ob_type)
#define Py_SIZE(o) (((PyVarObject *)(o))->ob_size)
#define Py_IS_TYPE(o, type) (Py_TYPE(o) == (type))
#define Py_Is(left, right) ((left) == (right))

void Py_IncRef(PyObject *o);
void Py_DecRef(PyObject *o);
PyObject *Py_NewRef(PyObject *o);
PyObject *Py_XNewRef(PyObject *o);
#define Py_INCREF(o) Py_IncRef(_PyObject_CAST(o))
#define Py_XINCREF(o) Py_IncRef(_PyObject_CAST(o))
#define Py_DECREF(o) Py_DecRef(_PyObject_CAST(o))
#define Py_XDECREF(o) Py_DecRef(_PyObject_CAST(o))
#define Py_NewRef(o) Py_NewRef(_PyObject_CAST(o))
#define Py_XNewRef(o) Py_XNewRef(_PyObject_CAST(o))
#define Py_CLEAR(o) \
  do { \
    PyObject *_py_tmp = _PyObject_CAST(o); \
    (o) = NULL; \
    Py_DecRef(_py_tmp); \
  } while (0)
#define Py_VISIT(o) \
  do { \
    if (o) { \
      int vret = visit(_PyObject_CAST(o), arg); \
      if (vret) \
        return vret; \
    } \
  } while (0)

extern PyObject _Py_NoneStruct, _Py_TrueStruct, _Py_FalseStruct, _Py_NotImplementedStruct;
#define Py_None (&_Py_NoneStruct)
#define Py_True (&_Py_TrueStruct)
#define Py_False (&_Py_FalseStruct)
#define Py_NotImplemented (&_Py_NotImplementedStruct)
#define Py_RETURN_NONE return Py_NewRef(Py_None)
#define Py_RETURN_TRUE return Py_NewRef(Py_True)
#define Py_RETURN_FALSE return Py_NewRef(Py_False)
#define Py_RETURN_NOTIMPLEMENTED return Py_NewRef(Py_NotImplemented)
#define Py_UNUSED(name) _unused_##name __attribute__((unused))

/* Signatures */

typedef PyObject *(*PyCFunction)(PyObject *, PyObject *);
typedef PyObject *(*PyCFunctionWithKeywords)(PyObject *, PyObject *, PyObject *);
typedef PyObject *(*_PyCFunctionFast)(PyObject *, PyObject *const *, Py_ssize_t);
typedef PyObject *(*vectorcallfunc)(PyObject *, PyObject *const *, size_t, PyObject *);
typedef PyObject *(*unaryfunc)(PyObject *);
typedef PyObject *(*binaryfunc)(PyObject *, PyObject *);
typedef PyObject *(*ternaryfunc)(PyObject *, PyObject *, PyObject *);
typedef int (*inquiry)(PyObject *);
typedef Py_ssize_t (*lenfunc)(PyObject *);
typedef PyObject *(*ssizeargfunc)(PyObject *, Py_ssize_t);
typedef int (*ssizeobjargproc)(PyObject *, Py_ssize_t, PyObject *);
typedef int (*objobjargproc)(PyObject *, PyObject *, PyObject *);
typedef int (*objobjproc)(PyObject *, PyObject *);
typedef int (*visitproc)(PyObject *, void *);
typedef int (*traverseproc)(PyObject *, visitproc, void *);
typedef void (*freefunc)(void *);
typedef void (*destructor)(PyObject *);
typedef PyObject *(*getattrfunc)(PyObject *, char *);
typedef int (*setattrfunc)(PyObject *, char *, PyObject *);
typedef Py_hash_t (*hashfunc)(PyObject *);
typedef PyObject *(*richcmpfunc)(PyObject *, PyObject *, int);
typedef int (*initproc)(PyObject *, PyObject *, PyObject *);
typedef PyObject *(*newfunc)(PyTypeObject *, PyObject *, PyObject *);
typedef PyObject *(*allocfunc)(PyTypeObject *, Py_ssize_t);
typedef PyObject *(*getter)(PyObject *, void *);
typedef int (*setter)(PyObject *, PyObject *, void *);

#define Py_LT 0
#define Py_LE 1
#define Py_EQ 2
#define Py_NE 3
#define Py_GT 4
#define Py_GE 5

/* Tables */

typedef struct PyMethodDef {
  const char *ml_name;
  PyCFunction ml_meth;
  int ml_flags;
  const char *ml_doc;
} PyMethodDef;

#define METH_VARARGS 0x0001
#define METH_KEYWORDS 0x0002
#define METH_NOARGS 0x0004
#define METH_O 0x0008
#define METH_CLASS 0x0010
#define METH_STATIC 0x0020
#define METH_FASTCALL 0x0080

typedef struct PyMemberDef {
  const char *name;
  int type;
  Py_ssize_t offset;
  int flags;
  const char *doc;
} PyMemberDef;

typedef struct PyGetSetDef {
  const char *name;
  getter get;
  setter set;
  const char *doc;
  void *closure;
} PyGetSetDef;

typedef struct { int slot; void *pfunc; } PyType_Slot;
typedef struct { int slot; void *value; } PyModuleDef_Slot;
#define Py_mod_create 1
#define Py_mod_exec 2

typedef struct {
  const char *name;
  int basicsize;
  int itemsize;
  unsigned int flags;
  PyType_Slot *slots;
} PyType_Spec;

typedef struct { PyObject ob_base; void *m_init; Py_ssize_t m_index; PyObject *m_copy; }
    PyModuleDef_Base;
#define PyModuleDef_HEAD_INIT { { 1, NULL }, NULL, 0, NULL }

typedef struct PyModuleDef {
  PyModuleDef_Base m_base;
  const char *m_name;
  const char *m_doc;
  Py_ssize_t m_size;
  PyMethodDef *m_methods;
  PyModuleDef_Slot *m_slots;
  traverseproc m_traverse;
  inquiry m_clear;
  freefunc m_free;
} PyModuleDef;

typedef struct bufferinfo {
  void *buf;
  PyObject *obj;
  Py_ssize_t len;
  Py_ssize_t itemsize;
  int readonly;
  int ndim;
  char *format;
  Py_ssize_t *shape;
  Py_ssize_t *strides;
  Py_ssize_t *suboffsets;
  void *internal;
} Py_buffer;

typedef struct { lenfunc mp_length; binaryfunc mp_subscript; objobjargproc mp_ass_subscript; }
    PyMappingMethods;

typedef struct {
  lenfunc sq_length;
  binaryfunc sq_concat;
  ssizeargfunc sq_repeat, sq_item;
  void *was_sq_slice;
  ssizeobjargproc sq_ass_item;
  void *was_sq_ass_slice;
  objobjproc sq_contains;
  binaryfunc sq_inplace_concat;
  ssizeargfunc sq_inplace_repeat;
} PySequenceMethods;

typedef struct {
  binaryfunc nb_add, nb_subtract, nb_multiply, nb_remainder, nb_divmod;
  ternaryfunc nb_power;
  unaryfunc nb_negative, nb_positive, nb_absolute;
  inquiry nb_bool;
  unaryfunc nb_invert;
  binaryfunc nb_lshift, nb_rshift, nb_and, nb_xor, nb_or;
  unaryfunc nb_int;
  void *nb_reserved;
  unaryfunc nb_float;
  binaryfunc nb_inplace_add, nb_inplace_subtract, nb_inplace_multiply, nb_inplace_remainder;
  ternaryfunc nb_inplace_power;
  binaryfunc nb_inplace_lshift, nb_inplace_rshift, nb_inplace_and, nb_inplace_xor, nb_inplace_or;
  binaryfunc nb_floor_divide, nb_true_divide, nb_inplace_floor_divide, nb_inplace_true_divide;
  unaryfunc nb_index;
  binaryfunc nb_matrix_multiply, nb_inplace_matrix_multiply;
} PyNumberMethods;

typedef struct { unaryfunc am_await, am_aiter, am_anext; void *am_send; } PyAsyncMethods;

typedef struct {
  int (*bf_getbuffer)(PyObject *, Py_buffer *, int);
  void (*bf_releasebuffer)(PyObject *, Py_buffer *);
} PyBufferProcs;

struct _typeobject {
  PyObject_VAR_HEAD
  const char *tp_name;
  Py_ssize_t tp_basicsize, tp_itemsize;
  destructor tp_dealloc;
  Py_ssize_t tp_vectorcall_offset;
  getattrfunc tp_getattr;
  setattrfunc tp_setattr;
  PyAsyncMethods *tp_as_async;
  unaryfunc tp_repr;
  PyNumberMethods *tp_as_number;
  PySequenceMethods *tp_as_sequence;
  PyMappingMethods *tp_as_mapping;
  hashfunc tp_hash;
  ternaryfunc tp_call;
  unaryfunc tp_str;
  binaryfunc tp_getattro;
  objobjargproc tp_setattro;
  PyBufferProcs *tp_as_buffer;
  unsigned long tp_flags;
  const char *tp_doc;
  traverseproc tp_traverse;
  inquiry tp_clear;
  richcmpfunc tp_richcompare;
  Py_ssize_t tp_weaklistoffset;
  unaryfunc tp_iter, tp_iternext;
  PyMethodDef *tp_methods;
  PyMemberDef *tp_members;
  PyGetSetDef *tp_getset;
  PyTypeObject *tp_base;
  PyObject *tp_dict;
  ternaryfunc tp_descr_get;
  objobjargproc tp_descr_set;
  Py_ssize_t tp_dictoffset;
  initproc tp_init;
  allocfunc tp_alloc;
  newfunc tp_new;
  freefunc tp_free;
  inquiry tp_is_gc;
  PyObject *tp_bases, *tp_mro, *tp_cache, *tp_subclasses, *tp_weaklist;
  destructor tp_del;
  unsigned int tp_version_tag;
  destructor tp_finalize;
  vectorcallfunc tp_vectorcall;
};

typedef struct {
  PyTypeObject ht_type;
  PyAsyncMethods as_async;
  PyNumberMethods as_number;
  PyMappingMethods as_mapping;
  PySequenceMethods as_sequence;
  PyBufferProcs as_buffer;
  PyObject *ht_name, *ht_slots, *ht_qualname, *ht_module;
} PyHeapTypeObject;

#define Py_TPFLAGS_HEAPTYPE (1UL << 9)
#define Py_TPFLAGS_BASETYPE (1UL << 10)
#define Py_TPFLAGS_HAVE_VECTORCALL (1UL << 11)
#define Py_TPFLAGS_HAVE_GC (1UL << 14)
#define Py_TPFLAGS_DEFAULT (1UL << 18)

enum {
  Py_bf_getbuffer = 1, Py_bf_releasebuffer = 2, Py_mp_ass_subscript = 3, Py_mp_length = 4,
  Py_mp_subscript = 5, Py_nb_absolute = 6, Py_nb_add = 7, Py_nb_and = 8, Py_nb_bool = 9,
  Py_nb_divmod = 10, Py_nb_float = 11, Py_nb_floor_divide = 12, Py_nb_index = 13,
  Py_nb_inplace_add = 14, Py_nb_inplace_and = 15, Py_nb_inplace_floor_divide = 16,
  Py_nb_inplace_lshift = 17, Py_nb_inplace_multiply = 18, Py_nb_inplace_or = 19,
  Py_nb_inplace_power = 20, Py_nb_inplace_remainder = 21, Py_nb_inplace_rshift = 22,
  Py_nb_inplace_subtract = 23, Py_nb_inplace_true_divide = 24, Py_nb_inplace_xor = 25,
  Py_nb_int = 26, Py_nb_invert = 27, Py_nb_lshift = 28, Py_nb_multiply = 29, Py_nb_negative = 30,
  Py_nb_or = 31, Py_nb_positive = 32, Py_nb_power = 33, Py_nb_remainder = 34, Py_nb_rshift = 35,
  Py_nb_subtract = 36, Py_nb_true_divide = 37, Py_nb_xor = 38, Py_sq_ass_item = 39,
  Py_sq_concat = 40, Py_sq_contains = 41, Py_sq_inplace_concat = 42, Py_sq_inplace_repeat = 43,
  Py_sq_item = 44, Py_sq_length = 45, Py_sq_repeat = 46, Py_tp_alloc = 47, Py_tp_base = 48,
  Py_tp_bases = 49, Py_tp_call = 50, Py_tp_clear = 51, Py_tp_dealloc = 52, Py_tp_del = 53,
  Py_tp_descr_get = 54, Py_tp_descr_set = 55, Py_tp_doc = 56, Py_tp_getattr = 57,
  Py_tp_getattro = 58, Py_tp_hash = 59, Py_tp_init = 60, Py_tp_is_gc = 61, Py_tp_iter = 62,
  Py_tp_iternext = 63, Py_tp_methods = 64, Py_tp_new = 65, Py_tp_repr = 66, Py_tp_richcompare = 67,
  Py_tp_setattr = 68, Py_tp_setattro = 69, Py_tp_str = 70, Py_tp_traverse = 71, Py_tp_members = 72,
  Py_tp_getset = 73, Py_tp_free = 74, Py_nb_matrix_multiply = 75,
  Py_nb_inplace_matrix_multiply = 76, Py_am_await = 77, Py_am_aiter = 78, Py_am_anext = 79,
  Py_tp_finalize = 80,
};

extern PyTypeObject
    PyType_Type, PyBaseObject_Type, PyBool_Type, PyBytes_Type, PyByteArray_Type, PyCapsule_Type,
    PyCFunction_Type, PyComplex_Type, PyDict_Type, PyFloat_Type, PyFrozenSet_Type, PyList_Type,
    PyLong_Type, PyMemoryView_Type, PyModule_Type, PyProperty_Type, PySet_Type, PySlice_Type,
    PyTuple_Type, PyUnicode_Type;

extern PyObject
    *PyExc_BaseException, *PyExc_Exception, *PyExc_ArithmeticError, *PyExc_AssertionError,
    *PyExc_AttributeError, *PyExc_BufferError, *PyExc_EOFError, *PyExc_FloatingPointError,
    *PyExc_ImportError, *PyExc_IndexError, *PyExc_KeyError, *PyExc_KeyboardInterrupt,
    *PyExc_LookupError, *PyExc_MemoryError, *PyExc_NameError, *PyExc_NotImplementedError,
    *PyExc_OSError, *PyExc_OverflowError, *PyExc_RecursionError, *PyExc_ReferenceError,
    *PyExc_RuntimeError, *PyExc_RuntimeWarning, *PyExc_StopIteration, *PyExc_SyntaxError,
    *PyExc_SystemError, *PyExc_SystemExit, *PyExc_TypeError, *PyExc_UnicodeDecodeError,
    *PyExc_UnicodeEncodeError, *PyExc_UnicodeError, *PyExc_UserWarning, *PyExc_DeprecationWarning,
    *PyExc_FutureWarning, *PyExc_ValueError, *PyExc_Warning, *PyExc_ZeroDivisionError;

/* Functions */

int PyType_Ready(PyTypeObject *type);
PyObject *PyType_FromSpec(PyType_Spec *spec);
PyObject *PyType_FromSpecWithBases(PyType_Spec *spec, PyObject *bases);
PyObject *PyType_FromModuleAndSpec(PyObject *module, PyType_Spec *spec, PyObject *bases);
PyObject *PyType_GenericNew(PyTypeObject *type, PyObject *args, PyObject *kwds);
PyObject *PyType_GenericAlloc(PyTypeObject *type, Py_ssize_t nitems);
int PyType_IsSubtype(PyTypeObject *type, PyTypeObject *base);
void *PyType_GetSlot(PyTypeObject *type, int slot);

PyObject *PyModule_Create(PyModuleDef *def);
PyObject *PyModuleDef_Init(PyModuleDef *def);
int PyModule_AddObject(PyObject *module, const char *name, PyObject *value);
int PyModule_AddObjectRef(PyObject *module, const char *name, PyObject *value);
int PyModule_AddIntConstant(PyObject *module, const char *name, long value);
int PyModule_AddStringConstant(PyObject *module, const char *name, const char *value);
int PyModule_AddType(PyObject *module, PyTypeObject *type);
PyObject *PyModule_GetDict(PyObject *module);
void *PyModule_GetState(PyObject *module);
PyObject *PyImport_ImportModule(const char *name);

int PyArg_ParseTuple(PyObject *args, const char *format, ...);
int PyArg_ParseTupleAndKeywords(
    PyObject *args, PyObject *kw, const char *format, char **keywords, ...);
int PyArg_UnpackTuple(PyObject *args, const char *name, Py_ssize_t min, Py_ssize_t max, ...);
PyObject *Py_BuildValue(const char *format, ...);

PyObject *PyErr_Occurred(void);
void PyErr_Clear(void);
void PyErr_Print(void);
void PyErr_SetString(PyObject *type, const char *message);
void PyErr_SetObject(PyObject *type, PyObject *value);
void PyErr_SetNone(PyObject *type);
PyObject *PyErr_Format(PyObject *type, const char *format, ...);
PyObject *PyErr_NoMemory(void);
int PyErr_ExceptionMatches(PyObject *type);
PyObject *PyErr_NewException(const char *name, PyObject *base, PyObject *dict);
void PyErr_Fetch(PyObject **type, PyObject **value, PyObject **traceback);
void PyErr_Restore(PyObject *type, PyObject *value, PyObject *traceback);
void PyErr_WriteUnraisable(PyObject *o);
int PyErr_WarnEx(PyObject *category, const char *message, Py_ssize_t level);
int PyErr_CheckSignals(void);
void Py_FatalError(const char *message) __attribute__((noreturn));

PyObject *PyObject_Call(PyObject *callable, PyObject *args, PyObject *kwargs);
PyObject *PyObject_CallNoArgs(PyObject *callable);
PyObject *PyObject_CallOneArg(PyObject *callable, PyObject *arg);
PyObject *PyObject_CallObject(PyObject *callable, PyObject *args);
PyObject *PyObject_CallFunction(PyObject *callable, const char *format, ...);
PyObject *PyObject_CallFunctionObjArgs(PyObject *callable, ...);
PyObject *PyObject_CallMethod(PyObject *o, const char *name, const char *format, ...);
PyObject *PyObject_CallMethodObjArgs(PyObject *o, PyObject *name, ...);
PyObject *PyObject_GetAttr(PyObject *o, PyObject *name);
PyObject *PyObject_GetAttrString(PyObject *o, const char *name);
int PyObject_SetAttr(PyObject *o, PyObject *name, PyObject *value);
int PyObject_SetAttrString(PyObject *o, const char *name, PyObject *value);
int PyObject_HasAttrString(PyObject *o, const char *name);
PyObject *PyObject_GetItem(PyObject *o, PyObject *key);
int PyObject_SetItem(PyObject *o, PyObject *key, PyObject *value);
int PyObject_DelItem(PyObject *o, PyObject *key);
PyObject *PyObject_GetIter(PyObject *o);
PyObject *PyIter_Next(PyObject *o);
PyObject *PyObject_Repr(PyObject *o);
PyObject *PyObject_Str(PyObject *o);
PyObject *PyObject_Type(PyObject *o);
PyObject *PyObject_RichCompare(PyObject *left, PyObject *right, int op);
int PyObject_RichCompareBool(PyObject *left, PyObject *right, int op);
int PyObject_IsTrue(PyObject *o);
int PyObject_IsInstance(PyObject *o, PyObject *type);
int PyObject_TypeCheck(PyObject *o, PyTypeObject *type);
Py_hash_t PyObject_Hash(PyObject *o);
Py_ssize_t PyObject_Length(PyObject *o);
Py_ssize_t PyObject_Size(PyObject *o);
PyObject *PyObject_GenericGetAttr(PyObject *o, PyObject *name);
int PyObject_GenericSetAttr(PyObject *o, PyObject *name, PyObject *value);
int PyObject_GetBuffer(PyObject *o, Py_buffer *view, int flags);
void PyBuffer_Release(Py_buffer *view);
void PyObject_Free(void *p);
void *PyObject_Malloc(size_t n);
void PyObject_GC_Track(void *o);
void PyObject_GC_UnTrack(void *o);
void PyObject_GC_Del(void *o);
int PyCallable_Check(PyObject *o);
int PyIndex_Check(PyObject *o);
void *PyMem_Malloc(size_t n);
void *PyMem_Calloc(size_t n, size_t size);
void *PyMem_Realloc(void *p, size_t n);
void PyMem_Free(void *p);
#define PyObject_TypeCheck(o, type) PyObject_TypeCheck(_PyObject_CAST(o), type)
#define PyObject_New(type, typeobj) ((type *)PyType_GenericAlloc(typeobj, 0))
#define PyObject_Del PyObject_Free

int PyNumber_Check(PyObject *o);
PyObject *PyNumber_Add(PyObject *left, PyObject *right);
PyObject *PyNumber_Subtract(PyObject *left, PyObject *right);
PyObject *PyNumber_Multiply(PyObject *left, PyObject *right);
PyObject *PyNumber_Long(PyObject *o);
PyObject *PyNumber_Float(PyObject *o);
PyObject *PyNumber_Index(PyObject *o);
Py_ssize_t PyNumber_AsSsize_t(PyObject *o, PyObject *error);

int PySequence_Check(PyObject *o);
Py_ssize_t PySequence_Size(PyObject *o);
Py_ssize_t PySequence_Length(PyObject *o);
PyObject *PySequence_GetItem(PyObject *o, Py_ssize_t i);
int PySequence_SetItem(PyObject *o, Py_ssize_t i, PyObject *value);
PyObject *PySequence_Fast(PyObject *o, const char *message);
PyObject *PySequence_List(PyObject *o);
PyObject *PySequence_Tuple(PyObject *o);

PyObject *PyBool_FromLong(long v);
PyObject *PyLong_FromLong(long v);
PyObject *PyLong_FromUnsignedLong(unsigned long v);
PyObject *PyLong_FromLongLong(long long v);
PyObject *PyLong_FromUnsignedLongLong(unsigned long long v);
PyObject *PyLong_FromSsize_t(Py_ssize_t v);
PyObject *PyLong_FromSize_t(size_t v);
PyObject *PyLong_FromVoidPtr(void *p);
PyObject *PyLong_FromDouble(double v);
long PyLong_AsLong(PyObject *o);
unsigned long PyLong_AsUnsignedLong(PyObject *o);
long long PyLong_AsLongLong(PyObject *o);
unsigned long long PyLong_AsUnsignedLongLong(PyObject *o);
Py_ssize_t PyLong_AsSsize_t(PyObject *o);
size_t PyLong_AsSize_t(PyObject *o);
double PyLong_AsDouble(PyObject *o);
void *PyLong_AsVoidPtr(PyObject *o);
PyObject *PyFloat_FromDouble(double v);
double PyFloat_AsDouble(PyObject *o);
PyObject *PyComplex_FromDoubles(double real, double imag);

PyObject *PyBytes_FromString(const char *s);
PyObject *PyBytes_FromStringAndSize(const char *s, Py_ssize_t n);
char *PyBytes_AsString(PyObject *o);
int PyBytes_AsStringAndSize(PyObject *o, char **s, Py_ssize_t *n);
Py_ssize_t PyBytes_Size(PyObject *o);
PyObject *PyUnicode_FromString(const char *s);
PyObject *PyUnicode_FromStringAndSize(const char *s, Py_ssize_t n);
PyObject *PyUnicode_FromFormat(const char *format, ...);
PyObject *PyUnicode_InternFromString(const char *s);
PyObject *PyUnicode_AsUTF8String(PyObject *o);
PyObject *PyUnicode_Concat(PyObject *left, PyObject *right);
const char *PyUnicode_AsUTF8(PyObject *o);
const char *PyUnicode_AsUTF8AndSize(PyObject *o, Py_ssize_t *n);
Py_ssize_t PyUnicode_GetLength(PyObject *o);
int PyUnicode_Compare(PyObject *left, PyObject *right);
int PyUnicode_CompareWithASCIIString(PyObject *o, const char *s);
#define PyBytes_AS_STRING PyBytes_AsString
#define PyBytes_GET_SIZE PyBytes_Size

PyObject *PyTuple_New(Py_ssize_t n);
PyObject *PyTuple_Pack(Py_ssize_t n, ...);
Py_ssize_t PyTuple_Size(PyObject *o);
PyObject *PyTuple_GetItem(PyObject *o, Py_ssize_t i);
int PyTuple_SetItem(PyObject *o, Py_ssize_t i, PyObject *value);
PyObject *PyList_New(Py_ssize_t n);
Py_ssize_t PyList_Size(PyObject *o);
PyObject *PyList_GetItem(PyObject *o, Py_ssize_t i);
int PyList_SetItem(PyObject *o, Py_ssize_t i, PyObject *value);
int PyList_Append(PyObject *o, PyObject *value);
PyObject *PyList_AsTuple(PyObject *o);
PyObject *PyDict_New(void);
PyObject *PyDict_GetItem(PyObject *o, PyObject *key);
PyObject *PyDict_GetItemString(PyObject *o, const char *key);
PyObject *PyDict_GetItemWithError(PyObject *o, PyObject *key);
int PyDict_SetItem(PyObject *o, PyObject *key, PyObject *value);
int PyDict_SetItemString(PyObject *o, const char *key, PyObject *value);
int PyDict_DelItem(PyObject *o, PyObject *key);
int PyDict_Next(PyObject *o, Py_ssize_t *position, PyObject **key, PyObject **value);
Py_ssize_t PyDict_Size(PyObject *o);
PyObject *PySet_New(PyObject *iterable);
int PySet_Add(PyObject *o, PyObject *key);
PyObject *PySlice_New(PyObject *start, PyObject *stop, PyObject *step);
int PySlice_Unpack(PyObject *o, Py_ssize_t *start, Py_ssize_t *stop, Py_ssize_t *step);
#define PyTuple_GET_SIZE(o) PyTuple_Size(_PyObject_CAST(o))
#define PyTuple_GET_ITEM(o, i) PyTuple_GetItem(_PyObject_CAST(o), i)
#define PyTuple_SET_ITEM(o, i, value) ((void)PyTuple_SetItem(_PyObject_CAST(o), i, value))
#define PyList_GET_SIZE(o) PyList_Size(_PyObject_CAST(o))
#define PyList_GET_ITEM(o, i) PyList_GetItem(_PyObject_CAST(o), i)
#define PyList_SET_ITEM(o, i, value) ((void)PyList_SetItem(_PyObject_CAST(o), i, value))

PyObject *PyCapsule_New(void *pointer, const char *name, void (*destructor)(PyObject *));
void *PyCapsule_GetPointer(PyObject *o, const char *name);
const char *PyCapsule_GetName(PyObject *o);
void *PyCapsule_GetContext(PyObject *o);
int PyCapsule_SetContext(PyObject *o, void *context);
int PyCapsule_IsValid(PyObject *o, const char *name);
void *PyCapsule_Import(const char *name, int no_block);

#define PyBool_Check(o) Py_IS_TYPE(o, &PyBool_Type)
#define PyBytes_Check(o) PyObject_TypeCheck(o, &PyBytes_Type)
#define PyCapsule_CheckExact(o) Py_IS_TYPE(o, &PyCapsule_Type)
#define PyDict_Check(o) PyObject_TypeCheck(o, &PyDict_Type)
#define PyFloat_Check(o) PyObject_TypeCheck(o, &PyFloat_Type)
#define PyList_Check(o) PyObject_TypeCheck(o, &PyList_Type)
#define PyLong_Check(o) PyObject_TypeCheck(o, &PyLong_Type)
#define PySlice_Check(o) Py_IS_TYPE(o, &PySlice_Type)
#define PyTuple_Check(o) PyObject_TypeCheck(o, &PyTuple_Type)
#define PyType_Check(o) PyObject_TypeCheck(o, &PyType_Type)
#define PyUnicode_Check(o) PyObject_TypeCheck(o, &PyUnicode_Type)

typedef int PyGILState_STATE;
PyGILState_STATE PyGILState_Ensure(void);
void PyGILState_Release(PyGILState_STATE state);
PyThreadState *PyEval_SaveThread(void);
void PyEval_RestoreThread(PyThreadState *state);
#define Py_BEGIN_ALLOW_THREADS { PyThreadState *_save; _save = PyEval_SaveThread();
#define Py_END_ALLOW_THREADS PyEval_RestoreThread(_save); }

#ifdef __cplusplus
}
#endif

#endif
