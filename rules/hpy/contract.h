/* HPy 0.9 and its main branch, as holdfast sees them: every public function and what it does.

   docs/contracts.md explains the texts in HF(...). Where HPy promises nothing about collection, a
   function is IMPL: no implementation is known to collect in it. Strings and arrays that go in are
   taken to be read before anything is allocated; pointers through which something comes out (LATE)
   are written after. */

#define HF(...) __attribute__((annotate("holdfast:" #__VA_ARGS__)))

#define PY HF(collects(py))
#define ALLOC HF(collects(alloc))
#define ALLOC_GC HF(collects(alloc_gc))
#define THREADS HF(collects(threads))
#define DROP HF(collects(drop))
#define ERR HF(collects(err))
#define IMPL HF(collects(impl))
#define NONE HF(collects(none))

#define NEW HF(returns(new)) HF(fails(null))
#define NEW_ALWAYS HF(returns(new))
#define NULL_FROM(parameter) HF(null-from(parameter))
#define RAISES HF(returns(null))
#define INTERIOR(handle) HF(returns(interior handle))
#define SAME(parameter) HF(returns(same parameter))
#define FOREIGN HF(returns(foreign))
#define FAILS(how) HF(fails(how))
#define TEST HF(yields(0 1)) HF(repeatable)
#define TEST_THAT_FAILS HF(fails(negative)) HF(yields(-1 1))
#define STATUS HF(fails(negative)) HF(yields(-1 0))
#define SUCCESS HF(fails(zero)) HF(yields(0 1))
#define SIZE HF(fails(negative)) HF(yields(-1))
#define LEAVES HF(leaves)
#define REENTERS HF(reenters)
#define TRAMPOLINE HF(trampoline)
#define WRITTEN(name) HF(written(name))
#define VARIADIC_HANDLES HF(variadic-handles)
#define VARIADIC_LATE HF(variadic-uses-late)

#define NULL_OK HF(null-ok)
#define CLOSES HF(closes)
#define KEEPS HF(keeps)
#define LATE HF(uses-late)
#define OUT(what) HF(out(what))
#define INOUT_TRACKER HF(inout(tracker))
#define TRACKED_BY(tracker) HF(tracked-by(tracker))
#define FORGETS HF(forgets)
#define ARRAY(count) HF(array(count))
#define PARSES(object) \
  HF(format-out(O:object)) HF(format-out(s:interior args)) HF(format-out(*:plain)) \
  HF(format-skip(|$)) HF(format-end(:;))
#define BUILDS \
  HF(format-in(O:handle)) HF(format-in(S:handle)) HF(format-in(*:plain)) \
  HF(format-skip(()[]{},: ))

/* Plain C */

typedef __SIZE_TYPE__ size_t;
typedef __INTPTR_TYPE__ intptr_t;
typedef __INT32_TYPE__ int32_t;
typedef __INT64_TYPE__ int64_t;
typedef __UINT32_TYPE__ uint32_t;
typedef __UINT64_TYPE__ uint64_t;
typedef __WCHAR_TYPE__ wchar_t;
typedef __builtin_va_list va_list;
typedef _Bool bool;

/* What the runtime's values are */

typedef struct _HPy_s { intptr_t _i; } HPy HF(handle);
typedef struct { intptr_t _i; } HPyField HF(field);
typedef struct { intptr_t _i; } HPyGlobal HF(global);
typedef struct { intptr_t _lst; } HPyListBuilder HF(builder);
typedef struct { intptr_t _tup; } HPyTupleBuilder HF(builder);
typedef struct { intptr_t _i; } HPyTracker HF(tracker);
typedef struct { intptr_t _i; } HPyThreadState HF(token);
typedef struct _HPyContext_s HPyContext HF(context)
    HF(context-members(ctx_, HPy_, HPy, _HPy_, _HPy));

typedef intptr_t HPy_ssize_t;
typedef intptr_t HPy_hash_t;
typedef uint32_t HPy_UCS4;

/* References of the C API, for legacy code */

typedef struct _object PyObject HF(object);
typedef struct FORBIDDEN_cpy_PyObject cpy_PyObject HF(object);

/* The context's constants, which belong to it */

struct _HPyContext_s {
  const char *name;
  void *_private;
  int abi_version;
  HPy h_None, h_True, h_False, h_NotImplemented, h_Ellipsis, h_BaseException, h_Exception,
      h_StopAsyncIteration, h_StopIteration, h_GeneratorExit, h_ArithmeticError, h_LookupError,
      h_AssertionError, h_AttributeError, h_BufferError, h_EOFError, h_FloatingPointError,
      h_OSError, h_ImportError, h_ModuleNotFoundError, h_IndexError, h_KeyError,
      h_KeyboardInterrupt, h_MemoryError, h_NameError, h_OverflowError, h_RuntimeError,
      h_RecursionError, h_NotImplementedError, h_SyntaxError, h_IndentationError, h_TabError,
      h_ReferenceError, h_SystemError, h_SystemExit, h_TypeError, h_UnboundLocalError,
      h_UnicodeError, h_UnicodeEncodeError, h_UnicodeDecodeError, h_UnicodeTranslateError,
      h_ValueError, h_ZeroDivisionError, h_BlockingIOError, h_BrokenPipeError, h_ChildProcessError,
      h_ConnectionError, h_ConnectionAbortedError, h_ConnectionRefusedError, h_ConnectionResetError,
      h_FileExistsError, h_FileNotFoundError, h_InterruptedError, h_IsADirectoryError,
      h_NotADirectoryError, h_PermissionError, h_ProcessLookupError, h_TimeoutError, h_Warning,
      h_UserWarning, h_DeprecationWarning, h_PendingDeprecationWarning, h_SyntaxWarning,
      h_RuntimeWarning, h_FutureWarning, h_ImportWarning, h_UnicodeWarning, h_BytesWarning,
      h_ResourceWarning, h_BaseObjectType, h_TypeType, h_BoolType, h_LongType, h_FloatType,
      h_UnicodeType, h_TupleType, h_ListType, h_ComplexType, h_BytesType, h_MemoryViewType,
      h_CapsuleType, h_SliceType, h_Builtins, h_DictType;
};

/* Tables of functions that the runtime calls */

typedef void *(*HPyCFunction)();
typedef void *cpy_function;

typedef void (*HPyFunc_Capsule_Destructor)(const char *name, void *pointer, void *context);
typedef HPy (*HPyFunc_keywords)(HPyContext *ctx, HPy callable, const HPy *args, size_t nargs,
    HPy kwnames);

typedef struct {
  int slot;
  HPyCFunction impl HF(entry-point);
  cpy_function cpy_trampoline;
} HPySlot;

typedef struct {
  const char *name;
  HPyCFunction impl HF(entry-point);
  cpy_function cpy_trampoline;
  int signature;
  const char *doc;
} HPyMeth;

typedef struct { const char *name; int type; HPy_ssize_t offset; int readonly; } HPyMember;

typedef struct {
  const char *name;
  HPyCFunction getter_impl HF(entry-point);
  HPyCFunction setter_impl HF(entry-point);
  cpy_function getter_cpy_trampoline;
  cpy_function setter_cpy_trampoline;
  const char *doc;
  void *closure;
  const char *functions_by_name HF(entry-point-names);
} HPyGetSet;

typedef struct {
  int kind;
  union { HPySlot slot; HPyMeth meth; HPyMember member; HPyGetSet getset; };
} HPyDef;

typedef struct {
  cpy_function cpy_trampoline;
  HPyFunc_Capsule_Destructor impl HF(destructor);
} HPyCapsule_Destructor;

typedef struct {
  cpy_function cpy_trampoline;
  HPyFunc_keywords impl HF(entry-point);
} HPyCallFunction;

typedef struct {
  const char *doc;
  HPy_ssize_t size;
  void *legacy_methods;
  HPyDef **defines;
  HPyGlobal **globals HF(module-globals);
} HPyModuleDef;

typedef struct {
  void *buf;
  HPy obj HF(owns);
  HPy_ssize_t len;
  HPy_ssize_t itemsize;
  int readonly;
  int ndim;
  char *format;
  HPy_ssize_t *shape;
  HPy_ssize_t *strides;
  HPy_ssize_t *suboffsets;
  void *internal;
} HPy_buffer;

typedef enum { HPyType_BuiltinShape_Object } HPyType_BuiltinShape;
typedef enum { HPyFunc_NOARGS } HPyFunc_Signature;
typedef enum { HPyCapsule_key_Pointer } _HPyCapsule_key;
typedef enum { HPy_SourceKind_Expr } HPy_SourceKind;
typedef struct HPyType_Spec HPyType_Spec HF(type-spec);
typedef struct { int kind; HPy object; } HPyType_SpecParam;
typedef struct HPyStructSequence_Desc HPyStructSequence_Desc;

/* Handles */

IMPL NEW_ALWAYS NULL_FROM(h) HPy HPy_Dup(HPyContext *ctx, HPy h NULL_OK);
DROP void HPy_Close(HPyContext *ctx, HPy h NULL_OK CLOSES);
NONE SAME(p) HPy HPy_FromVoidP(void *p);
NONE SAME(h) void *HPy_AsVoidP(HPy h NULL_OK);

/* Integers, floats, booleans

   Where an integer is expected, a class with `__index__` or `__float__` does; hence the conversions
   that run code. The failure value -1 may be a value: HPyErr_Occurred tells. */

ALLOC NEW HPy HPyLong_FromInt32_t(HPyContext *ctx, int32_t value);
ALLOC NEW HPy HPyLong_FromUInt32_t(HPyContext *ctx, uint32_t value);
ALLOC NEW HPy HPyLong_FromInt64_t(HPyContext *ctx, int64_t v);
ALLOC NEW HPy HPyLong_FromUInt64_t(HPyContext *ctx, uint64_t v);
ALLOC NEW HPy HPyLong_FromSize_t(HPyContext *ctx, size_t value);
ALLOC NEW HPy HPyLong_FromSsize_t(HPyContext *ctx, HPy_ssize_t value);
PY FAILS(ambiguous) int32_t HPyLong_AsInt32_t(HPyContext *ctx, HPy h);
ERR FAILS(ambiguous) uint32_t HPyLong_AsUInt32_t(HPyContext *ctx, HPy h);
PY FAILS(ambiguous) uint32_t HPyLong_AsUInt32_tMask(HPyContext *ctx, HPy h);
PY FAILS(ambiguous) int64_t HPyLong_AsInt64_t(HPyContext *ctx, HPy h);
ERR FAILS(ambiguous) uint64_t HPyLong_AsUInt64_t(HPyContext *ctx, HPy h);
PY FAILS(ambiguous) uint64_t HPyLong_AsUInt64_tMask(HPyContext *ctx, HPy h);
ERR FAILS(ambiguous) size_t HPyLong_AsSize_t(HPyContext *ctx, HPy h);
ERR FAILS(ambiguous) HPy_ssize_t HPyLong_AsSsize_t(HPyContext *ctx, HPy h);
ERR FAILS(ambiguous) void *HPyLong_AsVoidPtr(HPyContext *ctx, HPy h);
ERR FAILS(ambiguous) double HPyLong_AsDouble(HPyContext *ctx, HPy h);
ALLOC NEW HPy HPyFloat_FromDouble(HPyContext *ctx, double v);
PY FAILS(ambiguous) double HPyFloat_AsDouble(HPyContext *ctx, HPy h);
IMPL NEW_ALWAYS HPy HPyBool_FromBool(HPyContext *ctx, bool v);
ALLOC NEW HPy HPyLong_FromLong(HPyContext *ctx, long l);
ALLOC NEW HPy HPyLong_FromUnsignedLong(HPyContext *ctx, unsigned long l);
ALLOC NEW HPy HPyLong_FromLongLong(HPyContext *ctx, long long l);
ALLOC NEW HPy HPyLong_FromUnsignedLongLong(HPyContext *ctx, unsigned long long l);
PY FAILS(ambiguous) long HPyLong_AsLong(HPyContext *ctx, HPy h);
ERR FAILS(ambiguous) unsigned long HPyLong_AsUnsignedLong(HPyContext *ctx, HPy h);
PY FAILS(ambiguous) unsigned long HPyLong_AsUnsignedLongMask(HPyContext *ctx, HPy h);
PY FAILS(ambiguous) long long HPyLong_AsLongLong(HPyContext *ctx, HPy h);
ERR FAILS(ambiguous) unsigned long long HPyLong_AsUnsignedLongLong(HPyContext *ctx, HPy h);
PY FAILS(ambiguous) unsigned long long HPyLong_AsUnsignedLongLongMask(HPyContext *ctx, HPy h);
IMPL NEW_ALWAYS HPy HPyBool_FromLong(HPyContext *ctx, long v);

/* Numbers. An in-place operation does not consume its left operand. */

PY SIZE HPy_ssize_t HPy_Length(HPyContext *ctx, HPy h);
IMPL TEST int HPyNumber_Check(HPyContext *ctx, HPy h);
PY NEW HPy HPy_Add(HPyContext *ctx, HPy h1, HPy h2);
PY NEW HPy HPy_Subtract(HPyContext *ctx, HPy h1, HPy h2);
PY NEW HPy HPy_Multiply(HPyContext *ctx, HPy h1, HPy h2);
PY NEW HPy HPy_MatrixMultiply(HPyContext *ctx, HPy h1, HPy h2);
PY NEW HPy HPy_FloorDivide(HPyContext *ctx, HPy h1, HPy h2);
PY NEW HPy HPy_TrueDivide(HPyContext *ctx, HPy h1, HPy h2);
PY NEW HPy HPy_Remainder(HPyContext *ctx, HPy h1, HPy h2);
PY NEW HPy HPy_Divmod(HPyContext *ctx, HPy h1, HPy h2);
PY NEW HPy HPy_Power(HPyContext *ctx, HPy h1, HPy h2, HPy h3);
PY NEW HPy HPy_Negative(HPyContext *ctx, HPy h1);
PY NEW HPy HPy_Positive(HPyContext *ctx, HPy h1);
PY NEW HPy HPy_Absolute(HPyContext *ctx, HPy h1);
PY NEW HPy HPy_Invert(HPyContext *ctx, HPy h1);
PY NEW HPy HPy_Lshift(HPyContext *ctx, HPy h1, HPy h2);
PY NEW HPy HPy_Rshift(HPyContext *ctx, HPy h1, HPy h2);
PY NEW HPy HPy_And(HPyContext *ctx, HPy h1, HPy h2);
PY NEW HPy HPy_Xor(HPyContext *ctx, HPy h1, HPy h2);
PY NEW HPy HPy_Or(HPyContext *ctx, HPy h1, HPy h2);
PY NEW HPy HPy_Index(HPyContext *ctx, HPy h1);
PY NEW HPy HPy_Long(HPyContext *ctx, HPy h1);
PY NEW HPy HPy_Float(HPyContext *ctx, HPy h1);
PY NEW HPy HPy_InPlaceAdd(HPyContext *ctx, HPy h1, HPy h2);
PY NEW HPy HPy_InPlaceSubtract(HPyContext *ctx, HPy h1, HPy h2);
PY NEW HPy HPy_InPlaceMultiply(HPyContext *ctx, HPy h1, HPy h2);
PY NEW HPy HPy_InPlaceMatrixMultiply(HPyContext *ctx, HPy h1, HPy h2);
PY NEW HPy HPy_InPlaceFloorDivide(HPyContext *ctx, HPy h1, HPy h2);
PY NEW HPy HPy_InPlaceTrueDivide(HPyContext *ctx, HPy h1, HPy h2);
PY NEW HPy HPy_InPlaceRemainder(HPyContext *ctx, HPy h1, HPy h2);
PY NEW HPy HPy_InPlacePower(HPyContext *ctx, HPy h1, HPy h2, HPy h3);
PY NEW HPy HPy_InPlaceLshift(HPyContext *ctx, HPy h1, HPy h2);
PY NEW HPy HPy_InPlaceRshift(HPyContext *ctx, HPy h1, HPy h2);
PY NEW HPy HPy_InPlaceAnd(HPyContext *ctx, HPy h1, HPy h2);
PY NEW HPy HPy_InPlaceXor(HPyContext *ctx, HPy h1, HPy h2);
PY NEW HPy HPy_InPlaceOr(HPyContext *ctx, HPy h1, HPy h2);

/* Calls */

IMPL TEST int HPyCallable_Check(HPyContext *ctx, HPy h);
PY NEW HPy HPy_CallTupleDict(HPyContext *ctx, HPy callable, HPy args, HPy kw NULL_OK);
PY NEW HPy HPy_Call(HPyContext *ctx, HPy callable, const HPy *args ARRAY(nargs kwnames),
    size_t nargs, HPy kwnames NULL_OK);
PY NEW HPy HPy_CallMethod(HPyContext *ctx, HPy name, const HPy *args ARRAY(nargs kwnames),
    size_t nargs, HPy kwnames NULL_OK);
PY NEW HPy HPy_CallMethodTupleDict_s(HPyContext *ctx, const char *utf8_name, HPy receiver, HPy args,
    HPy kw NULL_OK);
PY NEW HPy HPy_CallMethodTupleDict(HPyContext *ctx, HPy name, HPy receiver, HPy args,
    HPy kw NULL_OK);
ERR STATUS int HPy_SetCallFunction(HPyContext *ctx, HPy h, HPyCallFunction *func KEEPS);

/* Errors. What sets an error returns the null handle, so that it can be returned in turn. */

IMPL __attribute__((noreturn)) void HPy_FatalError(HPyContext *ctx, const char *message);
PY RAISES HPy HPyErr_SetString(HPyContext *ctx, HPy h_type, const char *utf8_message);
PY RAISES HPy HPyErr_SetObject(HPyContext *ctx, HPy h_type, HPy h_value);
PY RAISES HPy HPyErr_SetFromErrnoWithFilename(HPyContext *ctx, HPy h_type,
    const char *filename_fsencoded);
PY RAISES HPy HPyErr_SetFromErrnoWithFilenameObjects(HPyContext *ctx, HPy h_type,
    HPy filename1 NULL_OK, HPy filename2 NULL_OK);
IMPL TEST HF(tells-failure) int HPyErr_Occurred(HPyContext *ctx);
IMPL TEST int HPyErr_ExceptionMatches(HPyContext *ctx, HPy exc);
ERR RAISES HPy HPyErr_NoMemory(HPyContext *ctx);
DROP HF(clears-failure) void HPyErr_Clear(HPyContext *ctx);
PY NEW HPy HPyErr_NewException(HPyContext *ctx, const char *utf8_name, HPy base NULL_OK,
    HPy dict NULL_OK);
PY NEW HPy HPyErr_NewExceptionWithDoc(HPyContext *ctx, const char *utf8_name, const char *utf8_doc,
    HPy base NULL_OK, HPy dict NULL_OK);
PY STATUS int HPyErr_WarnEx(HPyContext *ctx, HPy category NULL_OK,
    const char *utf8_message, HPy_ssize_t stack_level);
PY void HPyErr_WriteUnraisable(HPyContext *ctx, HPy obj NULL_OK);
PY RAISES HPy HPyErr_SetFromErrno(HPyContext *ctx, HPy h_type);
PY RAISES HPy HPyErr_SetFromErrnoWithFilenameObject(HPyContext *ctx, HPy h_type,
    HPy filename NULL_OK);
PY RAISES HPy HPyErr_Format(HPyContext *ctx, HPy h_type, const char *fmt, ...);

/* Types. A specification and what it points to are kept as long as the type lives. */

PY NEW HPy HPyType_FromSpec(HPyContext *ctx, HPyType_Spec *spec KEEPS,
    HPyType_SpecParam *params NULL_OK);
ALLOC_GC NEW HPy HPyType_GenericNew(HPyContext *ctx, HPy type, const HPy *args ARRAY(nargs),
    HPy_ssize_t nargs, HPy kw NULL_OK);
IMPL NEW_ALWAYS NULL_FROM(obj) HPy HPy_Type(HPyContext *ctx, HPy obj);
IMPL TEST int HPy_TypeCheck(HPyContext *ctx, HPy obj, HPy type);
IMPL INTERIOR(type) FAILS(null) const char *HPyType_GetName(HPyContext *ctx, HPy type);
IMPL TEST int HPyType_IsSubtype(HPyContext *ctx, HPy sub, HPy type);
IMPL FAILS(negative) HPyType_BuiltinShape _HPyType_GetBuiltinShape(HPyContext *ctx, HPy h_type);
PY SUCCESS int HPyHelpers_AddType(HPyContext *ctx, HPy obj, const char *name,
    HPyType_Spec *hpyspec KEEPS, HPyType_SpecParam *params NULL_OK);
PY NEW HPy HPyStructSequence_NewType(HPyContext *ctx, HPyStructSequence_Desc *desc KEEPS);
PY NEW HPy HPyStructSequence_New(HPyContext *ctx, HPy type, HPy_ssize_t nargs,
    HPy *args ARRAY(nargs));

/* Attributes, items, iteration */

PY TEST_THAT_FAILS int HPy_IsTrue(HPyContext *ctx, HPy h);
IMPL TEST int HPy_Is(HPyContext *ctx, HPy obj, HPy other);
PY NEW HPy HPy_GetAttr(HPyContext *ctx, HPy obj, HPy name);
PY NEW HPy HPy_GetAttr_s(HPyContext *ctx, HPy obj, const char *utf8_name);
PY TEST int HPy_HasAttr(HPyContext *ctx, HPy obj, HPy name);
PY TEST int HPy_HasAttr_s(HPyContext *ctx, HPy obj, const char *utf8_name);
PY STATUS int HPy_SetAttr(HPyContext *ctx, HPy obj, HPy name, HPy value NULL_OK);
PY STATUS int HPy_SetAttr_s(HPyContext *ctx, HPy obj, const char *utf8_name,
    HPy value NULL_OK);
PY NEW HPy HPy_GetItem(HPyContext *ctx, HPy obj, HPy key);
PY NEW HPy HPy_GetItem_i(HPyContext *ctx, HPy obj, HPy_ssize_t idx);
PY NEW HPy HPy_GetItem_s(HPyContext *ctx, HPy obj, const char *utf8_key);
PY TEST_THAT_FAILS int HPy_Contains(HPyContext *ctx, HPy container, HPy key);
PY STATUS int HPy_SetItem(HPyContext *ctx, HPy obj, HPy key, HPy value);
PY STATUS int HPy_SetItem_i(HPyContext *ctx, HPy obj, HPy_ssize_t idx, HPy value);
PY STATUS int HPy_SetItem_s(HPyContext *ctx, HPy obj, const char *utf8_key, HPy value);
PY STATUS int HPy_DelItem(HPyContext *ctx, HPy obj, HPy key);
PY STATUS int HPy_DelItem_i(HPyContext *ctx, HPy obj, HPy_ssize_t idx);
PY STATUS int HPy_DelItem_s(HPyContext *ctx, HPy obj, const char *utf8_key);
PY STATUS int HPy_DelAttr(HPyContext *ctx, HPy obj, HPy name);
PY STATUS int HPy_DelAttr_s(HPyContext *ctx, HPy obj, const char *utf8_name);
PY NEW HPy HPy_GetIter(HPyContext *ctx, HPy obj);
PY NEW HPy HPyIter_Next(HPyContext *ctx, HPy obj);
IMPL TEST int HPyIter_Check(HPyContext *ctx, HPy obj);
PY NEW HPy HPy_GetSlice(HPyContext *ctx, HPy obj, HPy_ssize_t start, HPy_ssize_t end);
PY STATUS int HPy_SetSlice(HPyContext *ctx, HPy obj, HPy_ssize_t start, HPy_ssize_t end,
    HPy value);
PY STATUS int HPy_DelSlice(HPyContext *ctx, HPy obj, HPy_ssize_t start, HPy_ssize_t end);

/* The struct of an object

   The pointer is good while the handle is open; what _HPy_New writes, while the returned handle is.
   HPy_New is a macro around _HPy_New; what HPyType_HELPERS generates calls one of these. */

IMPL INTERIOR(h) void *_HPy_AsStruct_Object(HPyContext *ctx, HPy h);
IMPL INTERIOR(h) void *_HPy_AsStruct_Legacy(HPyContext *ctx, HPy h);
IMPL INTERIOR(h) void *_HPy_AsStruct_Type(HPyContext *ctx, HPy h);
IMPL INTERIOR(h) void *_HPy_AsStruct_Long(HPyContext *ctx, HPy h);
IMPL INTERIOR(h) void *_HPy_AsStruct_Float(HPyContext *ctx, HPy h);
IMPL INTERIOR(h) void *_HPy_AsStruct_Unicode(HPyContext *ctx, HPy h);
IMPL INTERIOR(h) void *_HPy_AsStruct_Tuple(HPyContext *ctx, HPy h);
IMPL INTERIOR(h) void *_HPy_AsStruct_List(HPyContext *ctx, HPy h);
IMPL INTERIOR(h) void *_HPy_AsStruct_Dict(HPyContext *ctx, HPy h);
ALLOC_GC NEW WRITTEN(HPy_New)
HPy _HPy_New(HPyContext *ctx, HPy h_type, void **data OUT(interior result) LATE);

/* Conversions and comparison */

PY NEW HPy HPy_Repr(HPyContext *ctx, HPy obj);
PY NEW HPy HPy_Str(HPyContext *ctx, HPy obj);
PY NEW HPy HPy_ASCII(HPyContext *ctx, HPy obj);
PY NEW HPy HPy_Bytes(HPyContext *ctx, HPy obj);
PY NEW HPy HPy_RichCompare(HPyContext *ctx, HPy v, HPy w, int op);
PY TEST_THAT_FAILS int HPy_RichCompareBool(HPyContext *ctx, HPy v, HPy w, int op);
PY SIZE HPy_hash_t HPy_Hash(HPyContext *ctx, HPy obj);

/* Bytes */

IMPL TEST int HPyBytes_Check(HPyContext *ctx, HPy h);
ERR SIZE HPy_ssize_t HPyBytes_Size(HPyContext *ctx, HPy h);
IMPL HPy_ssize_t HPyBytes_GET_SIZE(HPyContext *ctx, HPy h);
ERR INTERIOR(h) FAILS(null) const char *HPyBytes_AsString(HPyContext *ctx, HPy h);
IMPL INTERIOR(h) const char *HPyBytes_AS_STRING(HPyContext *ctx, HPy h);
ALLOC NEW HPy HPyBytes_FromString(HPyContext *ctx, const char *bytes);
ALLOC NEW HPy HPyBytes_FromStringAndSize(HPyContext *ctx, const char *bytes, HPy_ssize_t len);

/* Strings. What HPyUnicode_AsUTF8AndSize allocates is raw memory, so it counts as no promise. */

ALLOC NEW HPy HPyUnicode_FromString(HPyContext *ctx, const char *utf8);
IMPL TEST int HPyUnicode_Check(HPyContext *ctx, HPy h);
ALLOC NEW HPy HPyUnicode_AsASCIIString(HPyContext *ctx, HPy h);
ALLOC NEW HPy HPyUnicode_AsLatin1String(HPyContext *ctx, HPy h);
ALLOC NEW HPy HPyUnicode_AsUTF8String(HPyContext *ctx, HPy h);
IMPL INTERIOR(h) FAILS(null) const char *HPyUnicode_AsUTF8AndSize(HPyContext *ctx, HPy h,
    HPy_ssize_t *size NULL_OK);
ALLOC NEW HPy HPyUnicode_FromWideChar(HPyContext *ctx, const wchar_t *w, HPy_ssize_t size);
ALLOC NEW HPy HPyUnicode_DecodeFSDefault(HPyContext *ctx, const char *v);
ALLOC NEW HPy HPyUnicode_DecodeFSDefaultAndSize(HPyContext *ctx, const char *v, HPy_ssize_t size);
ALLOC NEW HPy HPyUnicode_EncodeFSDefault(HPyContext *ctx, HPy h);
ERR FAILS(ambiguous) HPy_UCS4 HPyUnicode_ReadChar(HPyContext *ctx, HPy h, HPy_ssize_t index);
PY NEW HPy HPyUnicode_DecodeASCII(HPyContext *ctx, const char *ascii, HPy_ssize_t size,
    const char *errors);
PY NEW HPy HPyUnicode_DecodeLatin1(HPyContext *ctx, const char *latin1, HPy_ssize_t size,
    const char *errors);
PY NEW HPy HPyUnicode_FromEncodedObject(HPyContext *ctx, HPy obj, const char *encoding,
    const char *errors);
ALLOC NEW HPy HPyUnicode_Substring(HPyContext *ctx, HPy str, HPy_ssize_t start, HPy_ssize_t end);
PY NEW HPy HPyUnicode_FromFormat(HPyContext *ctx, const char *fmt, ...);
PY NEW HPy HPyUnicode_FromFormatV(HPyContext *ctx, const char *format, va_list vargs);

/* Containers. An item that is stored stays with the caller, who closes it. */

IMPL TEST int HPyList_Check(HPyContext *ctx, HPy h);
ALLOC_GC NEW HPy HPyList_New(HPyContext *ctx, HPy_ssize_t len);
IMPL STATUS int HPyList_Append(HPyContext *ctx, HPy h_list, HPy h_item);
IMPL STATUS int HPyList_Insert(HPyContext *ctx, HPy h_list, HPy_ssize_t index, HPy h_item);
IMPL TEST int HPyDict_Check(HPyContext *ctx, HPy h);
ALLOC_GC NEW HPy HPyDict_New(HPyContext *ctx);
ALLOC_GC NEW HPy HPyDict_Keys(HPyContext *ctx, HPy h);
ALLOC_GC NEW HPy HPyDict_Copy(HPyContext *ctx, HPy h);
IMPL TEST int HPyTuple_Check(HPyContext *ctx, HPy h);
ALLOC_GC NEW HPy HPyTuple_FromArray(HPyContext *ctx, HPy *items ARRAY(n), HPy_ssize_t n);
ALLOC_GC NEW VARIADIC_HANDLES HPy HPyTuple_Pack(HPyContext *ctx, HPy_ssize_t n, ...);
ALLOC_GC NEW HPy HPySlice_New(HPyContext *ctx, HPy start, HPy stop, HPy step);
PY STATUS int HPySlice_Unpack(HPyContext *ctx, HPy slice, HPy_ssize_t *start LATE,
    HPy_ssize_t *stop LATE, HPy_ssize_t *step LATE);
NONE HPy_ssize_t HPySlice_AdjustIndices(HPyContext *ctx, HPy_ssize_t length, HPy_ssize_t *start,
    HPy_ssize_t *stop, HPy_ssize_t step);

/* Builders

   New never fails, Build does if New or a Set did; the builder is gone either way. Set takes a
   null handle, after which Build fails. */

ALLOC_GC NEW_ALWAYS HPyListBuilder HPyListBuilder_New(HPyContext *ctx, HPy_ssize_t size);
IMPL void HPyListBuilder_Set(HPyContext *ctx, HPyListBuilder builder, HPy_ssize_t index,
    HPy h_item NULL_OK);
IMPL NEW HPy HPyListBuilder_Build(HPyContext *ctx, HPyListBuilder builder CLOSES);
DROP void HPyListBuilder_Cancel(HPyContext *ctx, HPyListBuilder builder CLOSES);
ALLOC_GC NEW_ALWAYS HPyTupleBuilder HPyTupleBuilder_New(HPyContext *ctx, HPy_ssize_t size);
IMPL void HPyTupleBuilder_Set(HPyContext *ctx, HPyTupleBuilder builder, HPy_ssize_t index,
    HPy h_item NULL_OK);
IMPL NEW HPy HPyTupleBuilder_Build(HPyContext *ctx, HPyTupleBuilder builder CLOSES);
DROP void HPyTupleBuilder_Cancel(HPyContext *ctx, HPyTupleBuilder builder CLOSES);

/* Trackers

   Add takes the duty to close also if it fails. */

IMPL NEW HPyTracker HPyTracker_New(HPyContext *ctx, HPy_ssize_t size);
IMPL STATUS int HPyTracker_Add(HPyContext *ctx, HPyTracker ht,
    HPy h NULL_OK TRACKED_BY(ht));
NONE void HPyTracker_ForgetAll(HPyContext *ctx, HPyTracker ht FORGETS);
DROP void HPyTracker_Close(HPyContext *ctx, HPyTracker ht CLOSES);

/* Fields and globals. Load of one that was never stored crashes, so it does not fail. */

DROP void HPyField_Store(HPyContext *ctx, HPy target_object, HPyField *target_field, HPy h NULL_OK);
IMPL NEW_ALWAYS HPy HPyField_Load(HPyContext *ctx, HPy source_object, HPyField source_field);
DROP void HPyGlobal_Store(HPyContext *ctx, HPyGlobal *global, HPy h NULL_OK);
IMPL NEW_ALWAYS HPy HPyGlobal_Load(HPyContext *ctx, HPyGlobal global);

/* Leaving and re-entering

   Pointers that were good when Python was left may be used inside: other threads run, but what they
   collect shows only after re-entering. */

NONE NEW_ALWAYS LEAVES HPyThreadState HPy_LeavePythonExecution(HPyContext *ctx);
THREADS REENTERS void HPy_ReenterPythonExecution(HPyContext *ctx, HPyThreadState state CLOSES);

/* Modules, code, context variables */

PY NEW HPy HPyImport_ImportModule(HPyContext *ctx, const char *utf8_name);
PY NEW HPy HPyModule_Create(HPyContext *ctx, HPyModuleDef *mdef);
PY NEW HPy HPy_Compile_s(HPyContext *ctx, const char *utf8_source, const char *utf8_filename,
    HPy_SourceKind kind);
PY NEW HPy HPy_EvalCode(HPyContext *ctx, HPy code, HPy globals, HPy locals);
ALLOC_GC NEW HPy HPyContextVar_New(HPyContext *ctx, const char *name, HPy default_value NULL_OK);
ERR STATUS int32_t HPyContextVar_Get(HPyContext *ctx, HPy context_var,
    HPy default_value NULL_OK, HPy *result OUT(new-or-null default_value));
ALLOC_GC NEW HPy HPyContextVar_Set(HPyContext *ctx, HPy context_var, HPy value);

/* Capsules. Pointer, name, context and destructor are kept by address. */

ALLOC NEW HPy HPyCapsule_New(HPyContext *ctx, void *pointer KEEPS,
    const char *utf8_name NULL_OK KEEPS, HPyCapsule_Destructor *destructor NULL_OK KEEPS);
ERR FOREIGN FAILS(null) void *HPyCapsule_Get(HPyContext *ctx, HPy capsule, _HPyCapsule_key key,
    const char *utf8_name NULL_OK);
ERR FOREIGN FAILS(null) void *HPyCapsule_GetPointer(HPyContext *ctx, HPy capsule,
    const char *name NULL_OK);
ERR FOREIGN FAILS(ambiguous) const char *HPyCapsule_GetName(HPyContext *ctx, HPy capsule);
ERR FOREIGN FAILS(ambiguous) void *HPyCapsule_GetContext(HPyContext *ctx, HPy capsule);
IMPL TEST int HPyCapsule_IsValid(HPyContext *ctx, HPy capsule, const char *utf8_name NULL_OK);
ERR FAILS(nonzero) int HPyCapsule_Set(HPyContext *ctx, HPy capsule, _HPyCapsule_key key,
    void *value NULL_OK KEEPS);
ERR FAILS(nonzero) int HPyCapsule_SetPointer(HPyContext *ctx, HPy capsule, void *pointer KEEPS);
ERR FAILS(nonzero) int HPyCapsule_SetName(HPyContext *ctx, HPy capsule,
    const char *name NULL_OK KEEPS);
ERR FAILS(nonzero) int HPyCapsule_SetContext(HPyContext *ctx, HPy capsule,
    void *context NULL_OK KEEPS);
ERR FAILS(nonzero) int HPyCapsule_SetDestructor(HPyContext *ctx, HPy capsule,
    HPyCapsule_Destructor *destructor NULL_OK KEEPS);

/* Parsing arguments and building values

   Targets are written between conversions that run code. `O` writes the caller's own handle, or
   with keywords a duplicate that the tracker owns; on failure the tracker is closed already. */

PY SUCCESS VARIADIC_LATE int HPyArg_Parse(HPyContext *ctx, HPyTracker *ht NULL_OK INOUT_TRACKER,
    const HPy *args ARRAY(nargs), size_t nargs, const char *fmt PARSES(borrowed args), ...);
PY SUCCESS VARIADIC_LATE int HPyArg_ParseKeywords(HPyContext *ctx,
    HPyTracker *ht NULL_OK INOUT_TRACKER, const HPy *args ARRAY(nargs kwnames), size_t nargs,
    HPy kwnames NULL_OK, const char *fmt PARSES(tracked ht), const char *keywords[], ...);
PY SUCCESS VARIADIC_LATE int HPyArg_ParseKeywordsDict(HPyContext *ctx,
    HPyTracker *ht NULL_OK INOUT_TRACKER, const HPy *args ARRAY(nargs), HPy_ssize_t nargs,
    HPy kw NULL_OK, const char *fmt PARSES(tracked ht), const char *keywords[], ...);
PY SUCCESS int HPyHelpers_PackArgsAndKeywords(HPyContext *ctx,
    const HPy *args ARRAY(nargs kwnames), size_t nargs, HPy kwnames NULL_OK,
    HPy *out_args_tuple OUT(new-or-null nargs) LATE, HPy *out_kwd OUT(new-or-null) LATE);
PY NEW HPy HPy_BuildValue(HPyContext *ctx, const char *fmt BUILDS, ...);

/* Legacy code, and what only generated code calls */

IMPL NEW_ALWAYS NULL_FROM(obj) HPy HPy_FromPyObject(HPyContext *ctx, cpy_PyObject *obj NULL_OK);
IMPL HF(returns(object)) cpy_PyObject *HPy_AsPyObject(HPyContext *ctx, HPy h NULL_OK);
PY TRAMPOLINE void _HPy_CallRealFunctionFromTrampoline(HPyContext *ctx, HPyFunc_Signature sig,
    HPyCFunction func, void *args);
PY void _HPy_Dump(HPyContext *ctx, HPy h);

TRAMPOLINE HPyContext *_HPyGetContext(void);
HPyContext *_ctx_for_trampolines;

/* Names of HPy 0.0.x */

IMPL INTERIOR(h) void *_HPy_Cast(HPyContext *ctx, HPy h);
IMPL INTERIOR(h) void *HPy_AsStruct(HPyContext *ctx, HPy h);
IMPL INTERIOR(h) void *HPy_AsStructLegacy(HPyContext *ctx, HPy h);
DROP void HPyTracker_Free(HPyContext *ctx, HPyTracker ht CLOSES);
NONE void HPyTracker_RemoveAll(HPyContext *ctx, HPyTracker ht FORGETS);
PY NEW HPy HPyDict_GetItem(HPyContext *ctx, HPy h_dict, HPy h_key);
PY STATUS int HPyDict_SetItem(HPyContext *ctx, HPy h_dict, HPy h_key, HPy h_val);

/* The C API, in legacy code. Its references are not judged, but it can run code and collect. */

typedef intptr_t Py_ssize_t;
typedef intptr_t Py_hash_t;
typedef struct _typeobject PyTypeObject;
typedef struct PyType_Spec PyType_Spec;
typedef struct PyModuleDef PyModuleDef;
typedef struct bufferinfo Py_buffer;
typedef struct _ts PyThreadState;
typedef int PyGILState_STATE;

PY PyObject *PyUnicode_FromFormat(const char *format, ...);
PY int PyType_Ready(PyTypeObject *type);
PY PyObject *PyType_FromSpec(PyType_Spec *spec);
PY PyObject *PyType_FromSpecWithBases(PyType_Spec *spec, PyObject *bases);
PY PyObject *PyType_FromModuleAndSpec(PyObject *module, PyType_Spec *spec, PyObject *bases);
PY PyObject *PyModule_Create(PyModuleDef *def);
PY int PyModule_AddObject(PyObject *module, const char *name, PyObject *value);
PY int PyModule_AddObjectRef(PyObject *module, const char *name, PyObject *value);
PY int PyModule_AddIntConstant(PyObject *module, const char *name, long value);
PY int PyModule_AddStringConstant(PyObject *module, const char *name, const char *value);
PY int PyModule_AddType(PyObject *module, PyTypeObject *type);
PY PyObject *PyImport_ImportModule(const char *name);
PY int PyArg_ParseTuple(PyObject *args, const char *format, ...);
PY int PyArg_ParseTupleAndKeywords(PyObject *args, PyObject *kw, const char *format,
    char **keywords, ...);
PY int PyArg_UnpackTuple(PyObject *args, const char *name, Py_ssize_t min, Py_ssize_t max, ...);
PY PyObject *Py_BuildValue(const char *format, ...);
PY void PyErr_Print(void);
PY void PyErr_SetString(PyObject *type, const char *message);
PY void PyErr_SetObject(PyObject *type, PyObject *value);
PY void PyErr_SetNone(PyObject *type);
PY PyObject *PyErr_Format(PyObject *type, const char *format, ...);
PY PyObject *PyErr_NewException(const char *name, PyObject *base, PyObject *dict);
PY void PyErr_WriteUnraisable(PyObject *o);
PY int PyErr_WarnEx(PyObject *category, const char *message, Py_ssize_t level);
PY int PyErr_CheckSignals(void);
PY PyObject *PyObject_Call(PyObject *callable, PyObject *args, PyObject *kwargs);
PY PyObject *PyObject_CallNoArgs(PyObject *callable);
PY PyObject *PyObject_CallOneArg(PyObject *callable, PyObject *arg);
PY PyObject *PyObject_CallObject(PyObject *callable, PyObject *args);
PY PyObject *PyObject_CallFunction(PyObject *callable, const char *format, ...);
PY PyObject *PyObject_CallFunctionObjArgs(PyObject *callable, ...);
PY PyObject *PyObject_CallMethod(PyObject *o, const char *name, const char *format, ...);
PY PyObject *PyObject_CallMethodObjArgs(PyObject *o, PyObject *name, ...);
PY PyObject *PyObject_GetAttr(PyObject *o, PyObject *name);
PY PyObject *PyObject_GetAttrString(PyObject *o, const char *name);
PY int PyObject_SetAttr(PyObject *o, PyObject *name, PyObject *value);
PY int PyObject_SetAttrString(PyObject *o, const char *name, PyObject *value);
PY int PyObject_HasAttrString(PyObject *o, const char *name);
PY PyObject *PyObject_GetItem(PyObject *o, PyObject *key);
PY int PyObject_SetItem(PyObject *o, PyObject *key, PyObject *value);
PY int PyObject_DelItem(PyObject *o, PyObject *key);
PY PyObject *PyObject_GetIter(PyObject *o);
PY PyObject *PyIter_Next(PyObject *o);
PY PyObject *PyObject_Repr(PyObject *o);
PY PyObject *PyObject_Str(PyObject *o);
PY PyObject *PyObject_RichCompare(PyObject *left, PyObject *right, int op);
PY int PyObject_RichCompareBool(PyObject *left, PyObject *right, int op);
PY int PyObject_IsTrue(PyObject *o);
PY int PyObject_IsInstance(PyObject *o, PyObject *type);
PY Py_hash_t PyObject_Hash(PyObject *o);
PY Py_ssize_t PyObject_Length(PyObject *o);
PY Py_ssize_t PyObject_Size(PyObject *o);
PY PyObject *PyObject_GenericGetAttr(PyObject *o, PyObject *name);
PY int PyObject_GenericSetAttr(PyObject *o, PyObject *name, PyObject *value);
PY int PyObject_GetBuffer(PyObject *o, Py_buffer *view, int flags);
PY PyObject *PyNumber_Add(PyObject *left, PyObject *right);
PY PyObject *PyNumber_Subtract(PyObject *left, PyObject *right);
PY PyObject *PyNumber_Multiply(PyObject *left, PyObject *right);
PY PyObject *PyNumber_Long(PyObject *o);
PY PyObject *PyNumber_Float(PyObject *o);
PY PyObject *PyNumber_Index(PyObject *o);
PY Py_ssize_t PyNumber_AsSsize_t(PyObject *o, PyObject *error);
PY Py_ssize_t PySequence_Size(PyObject *o);
PY Py_ssize_t PySequence_Length(PyObject *o);
PY PyObject *PySequence_GetItem(PyObject *o, Py_ssize_t i);
PY int PySequence_SetItem(PyObject *o, Py_ssize_t i, PyObject *value);
PY PyObject *PySequence_Fast(PyObject *o, const char *message);
PY PyObject *PySequence_List(PyObject *o);
PY PyObject *PySequence_Tuple(PyObject *o);
PY long PyLong_AsLong(PyObject *o);
PY unsigned long PyLong_AsUnsignedLong(PyObject *o);
PY long long PyLong_AsLongLong(PyObject *o);
PY unsigned long long PyLong_AsUnsignedLongLong(PyObject *o);
PY Py_ssize_t PyLong_AsSsize_t(PyObject *o);
PY size_t PyLong_AsSize_t(PyObject *o);
PY double PyLong_AsDouble(PyObject *o);
PY double PyFloat_AsDouble(PyObject *o);
PY PyObject *PyDict_GetItem(PyObject *o, PyObject *key);
PY PyObject *PyDict_GetItemString(PyObject *o, const char *key);
PY PyObject *PyDict_GetItemWithError(PyObject *o, PyObject *key);
PY int PyDict_SetItem(PyObject *o, PyObject *key, PyObject *value);
PY int PyDict_SetItemString(PyObject *o, const char *key, PyObject *value);
PY int PyDict_DelItem(PyObject *o, PyObject *key);
PY PyObject *PySet_New(PyObject *iterable);
PY int PySet_Add(PyObject *o, PyObject *key);
ALLOC PyObject *PyErr_NoMemory(void);
ALLOC PyObject *PyLong_FromLong(long v);
ALLOC PyObject *PyLong_FromUnsignedLong(unsigned long v);
ALLOC PyObject *PyLong_FromLongLong(long long v);
ALLOC PyObject *PyLong_FromUnsignedLongLong(unsigned long long v);
ALLOC PyObject *PyLong_FromSsize_t(Py_ssize_t v);
ALLOC PyObject *PyLong_FromSize_t(size_t v);
ALLOC PyObject *PyLong_FromVoidPtr(void *p);
ALLOC PyObject *PyLong_FromDouble(double v);
ALLOC PyObject *PyFloat_FromDouble(double v);
ALLOC PyObject *PyComplex_FromDoubles(double real, double imag);
ALLOC PyObject *PyBytes_FromString(const char *s);
ALLOC PyObject *PyBytes_FromStringAndSize(const char *s, Py_ssize_t n);
ALLOC PyObject *PyUnicode_FromString(const char *s);
ALLOC PyObject *PyUnicode_FromStringAndSize(const char *s, Py_ssize_t n);
ALLOC PyObject *PyUnicode_InternFromString(const char *s);
ALLOC PyObject *PyUnicode_AsUTF8String(PyObject *o);
ALLOC PyObject *PyUnicode_Concat(PyObject *left, PyObject *right);
ALLOC PyObject *PyCapsule_New(void *pointer, const char *name, void (*destructor)(PyObject *));
ALLOC_GC PyObject *PyType_GenericNew(PyTypeObject *type, PyObject *args, PyObject *kwds);
ALLOC_GC PyObject *PyType_GenericAlloc(PyTypeObject *type, Py_ssize_t nitems);
ALLOC_GC PyObject *PyTuple_New(Py_ssize_t n);
ALLOC_GC PyObject *PyTuple_Pack(Py_ssize_t n, ...);
ALLOC_GC PyObject *PyList_New(Py_ssize_t n);
ALLOC_GC PyObject *PyList_AsTuple(PyObject *o);
ALLOC_GC PyObject *PyDict_New(void);
ALLOC_GC PyObject *PySlice_New(PyObject *start, PyObject *stop, PyObject *step);
DROP void Py_DecRef(PyObject *o);
DROP HF(clears-failure) void PyErr_Clear(void);
DROP void PyErr_Restore(PyObject *type, PyObject *value, PyObject *traceback);
DROP void PyBuffer_Release(Py_buffer *view);
DROP int PyTuple_SetItem(PyObject *o, Py_ssize_t i, PyObject *value);
DROP int PyList_SetItem(PyObject *o, Py_ssize_t i, PyObject *value);
THREADS PyGILState_STATE PyGILState_Ensure(void);
THREADS void PyEval_RestoreThread(PyThreadState *state);
NONE void PyGILState_Release(PyGILState_STATE state);
NONE PyThreadState *PyEval_SaveThread(void);
DROP void _Py_Dealloc(PyObject *o);
