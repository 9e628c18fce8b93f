/* The functions of the API. */

#ifndef HF_HPY_FUNCTIONS_H
#define HF_HPY_FUNCTIONS_H

/* Handles */

HPy HPy_Dup(HPyContext *ctx, HPy h);
void HPy_Close(HPyContext *ctx, HPy h);
HPy HPy_FromVoidP(void *p);
void *HPy_AsVoidP(HPy h);

/* Integers, floats, booleans */

HPy HPyLong_FromInt32_t(HPyContext *ctx, int32_t value);
HPy HPyLong_FromUInt32_t(HPyContext *ctx, uint32_t value);
HPy HPyLong_FromInt64_t(HPyContext *ctx, int64_t v);
HPy HPyLong_FromUInt64_t(HPyContext *ctx, uint64_t v);
HPy HPyLong_FromSize_t(HPyContext *ctx, size_t value);
HPy HPyLong_FromSsize_t(HPyContext *ctx, HPy_ssize_t value);
int32_t HPyLong_AsInt32_t(HPyContext *ctx, HPy h);
uint32_t HPyLong_AsUInt32_t(HPyContext *ctx, HPy h);
uint32_t HPyLong_AsUInt32_tMask(HPyContext *ctx, HPy h);
int64_t HPyLong_AsInt64_t(HPyContext *ctx, HPy h);
uint64_t HPyLong_AsUInt64_t(HPyContext *ctx, HPy h);
uint64_t HPyLong_AsUInt64_tMask(HPyContext *ctx, HPy h);
size_t HPyLong_AsSize_t(HPyContext *ctx, HPy h);
HPy_ssize_t HPyLong_AsSsize_t(HPyContext *ctx, HPy h);
void *HPyLong_AsVoidPtr(HPyContext *ctx, HPy h);
double HPyLong_AsDouble(HPyContext *ctx, HPy h);
HPy HPyFloat_FromDouble(HPyContext *ctx, double v);
double HPyFloat_AsDouble(HPyContext *ctx, HPy h);
HPy HPyBool_FromBool(HPyContext *ctx, bool v);
HPy HPyLong_FromLong(HPyContext *ctx, long l);
HPy HPyLong_FromUnsignedLong(HPyContext *ctx, unsigned long l);
HPy HPyLong_FromLongLong(HPyContext *ctx, long long l);
HPy HPyLong_FromUnsignedLongLong(HPyContext *ctx, unsigned long long l);
long HPyLong_AsLong(HPyContext *ctx, HPy h);
unsigned long HPyLong_AsUnsignedLong(HPyContext *ctx, HPy h);
unsigned long HPyLong_AsUnsignedLongMask(HPyContext *ctx, HPy h);
long long HPyLong_AsLongLong(HPyContext *ctx, HPy h);
unsigned long long HPyLong_AsUnsignedLongLong(HPyContext *ctx, HPy h);
unsigned long long HPyLong_AsUnsignedLongLongMask(HPyContext *ctx, HPy h);
HPy HPyBool_FromLong(HPyContext *ctx, long v);

/* Numbers */

HPy_ssize_t HPy_Length(HPyContext *ctx, HPy h);
int HPyNumber_Check(HPyContext *ctx, HPy h);
HPy HPy_Add(HPyContext *ctx, HPy h1, HPy h2);
HPy HPy_Subtract(HPyContext *ctx, HPy h1, HPy h2);
HPy HPy_Multiply(HPyContext *ctx, HPy h1, HPy h2);
HPy HPy_MatrixMultiply(HPyContext *ctx, HPy h1, HPy h2);
HPy HPy_FloorDivide(HPyContext *ctx, HPy h1, HPy h2);
HPy HPy_TrueDivide(HPyContext *ctx, HPy h1, HPy h2);
HPy HPy_Remainder(HPyContext *ctx, HPy h1, HPy h2);
HPy HPy_Divmod(HPyContext *ctx, HPy h1, HPy h2);
HPy HPy_Power(HPyContext *ctx, HPy h1, HPy h2, HPy h3);
HPy HPy_Negative(HPyContext *ctx, HPy h1);
HPy HPy_Positive(HPyContext *ctx, HPy h1);
HPy HPy_Absolute(HPyContext *ctx, HPy h1);
HPy HPy_Invert(HPyContext *ctx, HPy h1);
HPy HPy_Lshift(HPyContext *ctx, HPy h1, HPy h2);
HPy HPy_Rshift(HPyContext *ctx, HPy h1, HPy h2);
HPy HPy_And(HPyContext *ctx, HPy h1, HPy h2);
HPy HPy_Xor(HPyContext *ctx, HPy h1, HPy h2);
HPy HPy_Or(HPyContext *ctx, HPy h1, HPy h2);
HPy HPy_Index(HPyContext *ctx, HPy h1);
HPy HPy_Long(HPyContext *ctx, HPy h1);
HPy HPy_Float(HPyContext *ctx, HPy h1);
HPy HPy_InPlaceAdd(HPyContext *ctx, HPy h1, HPy h2);
HPy HPy_InPlaceSubtract(HPyContext *ctx, HPy h1, HPy h2);
HPy HPy_InPlaceMultiply(HPyContext *ctx, HPy h1, HPy h2);
HPy HPy_InPlaceMatrixMultiply(HPyContext *ctx, HPy h1, HPy h2);
HPy HPy_InPlaceFloorDivide(HPyContext *ctx, HPy h1, HPy h2);
HPy HPy_InPlaceTrueDivide(HPyContext *ctx, HPy h1, HPy h2);
HPy HPy_InPlaceRemainder(HPyContext *ctx, HPy h1, HPy h2);
HPy HPy_InPlacePower(HPyContext *ctx, HPy h1, HPy h2, HPy h3);
HPy HPy_InPlaceLshift(HPyContext *ctx, HPy h1, HPy h2);
HPy HPy_InPlaceRshift(HPyContext *ctx, HPy h1, HPy h2);
HPy HPy_InPlaceAnd(HPyContext *ctx, HPy h1, HPy h2);
HPy HPy_InPlaceXor(HPyContext *ctx, HPy h1, HPy h2);
HPy HPy_InPlaceOr(HPyContext *ctx, HPy h1, HPy h2);

/* Calls */

int HPyCallable_Check(HPyContext *ctx, HPy h);
HPy HPy_CallTupleDict(HPyContext *ctx, HPy callable, HPy args, HPy kw);
HPy HPy_Call(HPyContext *ctx, HPy callable, const HPy *args, size_t nargs, HPy kwnames);
HPy HPy_CallMethod(HPyContext *ctx, HPy name, const HPy *args, size_t nargs, HPy kwnames);
HPy HPy_CallMethodTupleDict_s(HPyContext *ctx, const char *utf8_name, HPy receiver, HPy args,
    HPy kw);
HPy HPy_CallMethodTupleDict(HPyContext *ctx, HPy name, HPy receiver, HPy args, HPy kw);
int HPy_SetCallFunction(HPyContext *ctx, HPy h, HPyCallFunction *func);

/* Errors */

_HPy_NO_RETURN void HPy_FatalError(HPyContext *ctx, const char *message);
HPy HPyErr_SetString(HPyContext *ctx, HPy h_type, const char *utf8_message);
HPy HPyErr_SetObject(HPyContext *ctx, HPy h_type, HPy h_value);
HPy HPyErr_SetFromErrnoWithFilename(HPyContext *ctx, HPy h_type, const char *filename_fsencoded);
HPy HPyErr_SetFromErrnoWithFilenameObjects(HPyContext *ctx, HPy h_type, HPy filename1,
    HPy filename2);
int HPyErr_Occurred(HPyContext *ctx);
int HPyErr_ExceptionMatches(HPyContext *ctx, HPy exc);
HPy HPyErr_NoMemory(HPyContext *ctx);
void HPyErr_Clear(HPyContext *ctx);
HPy HPyErr_NewException(HPyContext *ctx, const char *utf8_name, HPy base, HPy dict);
HPy HPyErr_NewExceptionWithDoc(HPyContext *ctx, const char *utf8_name, const char *utf8_doc,
    HPy base, HPy dict);
int HPyErr_WarnEx(HPyContext *ctx, HPy category, const char *utf8_message, HPy_ssize_t stack_level);
void HPyErr_WriteUnraisable(HPyContext *ctx, HPy obj);
HPy HPyErr_SetFromErrno(HPyContext *ctx, HPy h_type);
HPy HPyErr_SetFromErrnoWithFilenameObject(HPyContext *ctx, HPy h_type, HPy filename);
HPy HPyErr_Format(HPyContext *ctx, HPy h_type, const char *fmt, ...);

/* Types */

HPy HPyType_FromSpec(HPyContext *ctx, HPyType_Spec *spec, HPyType_SpecParam *params);
/* Can stand in a table of slots, which declares it again as static. */
HPyAPI_FUNC HPy HPyType_GenericNew(
    HPyContext *ctx, HPy type, const HPy *args, HPy_ssize_t nargs, HPy kw);
HPy HPy_Type(HPyContext *ctx, HPy obj);
int HPy_TypeCheck(HPyContext *ctx, HPy obj, HPy type);
const char *HPyType_GetName(HPyContext *ctx, HPy type);
int HPyType_IsSubtype(HPyContext *ctx, HPy sub, HPy type);
HPyType_BuiltinShape _HPyType_GetBuiltinShape(HPyContext *ctx, HPy h_type);
int HPyHelpers_AddType(HPyContext *ctx, HPy obj, const char *name, HPyType_Spec *hpyspec,
    HPyType_SpecParam *params);
HPy HPyStructSequence_NewType(HPyContext *ctx, HPyStructSequence_Desc *desc);
HPy HPyStructSequence_New(HPyContext *ctx, HPy type, HPy_ssize_t nargs, HPy *args);

/* Attributes, items, iteration */

int HPy_IsTrue(HPyContext *ctx, HPy h);
int HPy_Is(HPyContext *ctx, HPy obj, HPy other);
HPy HPy_GetAttr(HPyContext *ctx, HPy obj, HPy name);
HPy HPy_GetAttr_s(HPyContext *ctx, HPy obj, const char *utf8_name);
int HPy_HasAttr(HPyContext *ctx, HPy obj, HPy name);
int HPy_HasAttr_s(HPyContext *ctx, HPy obj, const char *utf8_name);
int HPy_SetAttr(HPyContext *ctx, HPy obj, HPy name, HPy value);
int HPy_SetAttr_s(HPyContext *ctx, HPy obj, const char *utf8_name, HPy value);
HPy HPy_GetItem(HPyContext *ctx, HPy obj, HPy key);
HPy HPy_GetItem_i(HPyContext *ctx, HPy obj, HPy_ssize_t idx);
HPy HPy_GetItem_s(HPyContext *ctx, HPy obj, const char *utf8_key);
int HPy_Contains(HPyContext *ctx, HPy container, HPy key);
int HPy_SetItem(HPyContext *ctx, HPy obj, HPy key, HPy value);
int HPy_SetItem_i(HPyContext *ctx, HPy obj, HPy_ssize_t idx, HPy value);
int HPy_SetItem_s(HPyContext *ctx, HPy obj, const char *utf8_key, HPy value);
int HPy_DelItem(HPyContext *ctx, HPy obj, HPy key);
int HPy_DelItem_i(HPyContext *ctx, HPy obj, HPy_ssize_t idx);
int HPy_DelItem_s(HPyContext *ctx, HPy obj, const char *utf8_key);
int HPy_DelAttr(HPyContext *ctx, HPy obj, HPy name);
int HPy_DelAttr_s(HPyContext *ctx, HPy obj, const char *utf8_name);
HPy HPy_GetIter(HPyContext *ctx, HPy obj);
HPy HPyIter_Next(HPyContext *ctx, HPy obj);
int HPyIter_Check(HPyContext *ctx, HPy obj);
HPy HPy_GetSlice(HPyContext *ctx, HPy obj, HPy_ssize_t start, HPy_ssize_t end);
int HPy_SetSlice(HPyContext *ctx, HPy obj, HPy_ssize_t start, HPy_ssize_t end, HPy value);
int HPy_DelSlice(HPyContext *ctx, HPy obj, HPy_ssize_t start, HPy_ssize_t end);

/* The struct of an object */

void *_HPy_AsStruct_Object(HPyContext *ctx, HPy h);
void *_HPy_AsStruct_Legacy(HPyContext *ctx, HPy h);
void *_HPy_AsStruct_Type(HPyContext *ctx, HPy h);
void *_HPy_AsStruct_Long(HPyContext *ctx, HPy h);
void *_HPy_AsStruct_Float(HPyContext *ctx, HPy h);
void *_HPy_AsStruct_Unicode(HPyContext *ctx, HPy h);
void *_HPy_AsStruct_Tuple(HPyContext *ctx, HPy h);
void *_HPy_AsStruct_List(HPyContext *ctx, HPy h);
void *_HPy_AsStruct_Dict(HPyContext *ctx, HPy h);
HPy _HPy_New(HPyContext *ctx, HPy h_type, void **data);

/* Conversions and comparison */

HPy HPy_Repr(HPyContext *ctx, HPy obj);
HPy HPy_Str(HPyContext *ctx, HPy obj);
HPy HPy_ASCII(HPyContext *ctx, HPy obj);
HPy HPy_Bytes(HPyContext *ctx, HPy obj);
HPy HPy_RichCompare(HPyContext *ctx, HPy v, HPy w, int op);
int HPy_RichCompareBool(HPyContext *ctx, HPy v, HPy w, int op);
HPy_hash_t HPy_Hash(HPyContext *ctx, HPy obj);

/* Bytes */

int HPyBytes_Check(HPyContext *ctx, HPy h);
HPy_ssize_t HPyBytes_Size(HPyContext *ctx, HPy h);
HPy_ssize_t HPyBytes_GET_SIZE(HPyContext *ctx, HPy h);
const char *HPyBytes_AsString(HPyContext *ctx, HPy h);
const char *HPyBytes_AS_STRING(HPyContext *ctx, HPy h);
HPy HPyBytes_FromString(HPyContext *ctx, const char *bytes);
HPy HPyBytes_FromStringAndSize(HPyContext *ctx, const char *bytes, HPy_ssize_t len);

/* Strings */

HPy HPyUnicode_FromString(HPyContext *ctx, const char *utf8);
int HPyUnicode_Check(HPyContext *ctx, HPy h);
HPy HPyUnicode_AsASCIIString(HPyContext *ctx, HPy h);
HPy HPyUnicode_AsLatin1String(HPyContext *ctx, HPy h);
HPy HPyUnicode_AsUTF8String(HPyContext *ctx, HPy h);
const char *HPyUnicode_AsUTF8AndSize(HPyContext *ctx, HPy h, HPy_ssize_t *size);
HPy HPyUnicode_FromWideChar(HPyContext *ctx, const wchar_t *w, HPy_ssize_t size);
HPy HPyUnicode_DecodeFSDefault(HPyContext *ctx, const char *v);
HPy HPyUnicode_DecodeFSDefaultAndSize(HPyContext *ctx, const char *v, HPy_ssize_t size);
HPy HPyUnicode_EncodeFSDefault(HPyContext *ctx, HPy h);
HPy_UCS4 HPyUnicode_ReadChar(HPyContext *ctx, HPy h, HPy_ssize_t index);
HPy HPyUnicode_DecodeASCII(HPyContext *ctx, const char *ascii, HPy_ssize_t size,
    const char *errors);
HPy HPyUnicode_DecodeLatin1(HPyContext *ctx, const char *latin1, HPy_ssize_t size,
    const char *errors);
HPy HPyUnicode_FromEncodedObject(HPyContext *ctx, HPy obj, const char *encoding,
    const char *errors);
HPy HPyUnicode_Substring(HPyContext *ctx, HPy str, HPy_ssize_t start, HPy_ssize_t end);
HPy HPyUnicode_FromFormat(HPyContext *ctx, const char *fmt, ...);
HPy HPyUnicode_FromFormatV(HPyContext *ctx, const char *format, va_list vargs);

/* Containers */

int HPyList_Check(HPyContext *ctx, HPy h);
HPy HPyList_New(HPyContext *ctx, HPy_ssize_t len);
int HPyList_Append(HPyContext *ctx, HPy h_list, HPy h_item);
int HPyList_Insert(HPyContext *ctx, HPy h_list, HPy_ssize_t index, HPy h_item);
int HPyDict_Check(HPyContext *ctx, HPy h);
HPy HPyDict_New(HPyContext *ctx);
HPy HPyDict_Keys(HPyContext *ctx, HPy h);
HPy HPyDict_Copy(HPyContext *ctx, HPy h);
int HPyTuple_Check(HPyContext *ctx, HPy h);
HPy HPyTuple_FromArray(HPyContext *ctx, HPy *items, HPy_ssize_t n);
HPy HPyTuple_Pack(HPyContext *ctx, HPy_ssize_t n, ...);
HPy HPySlice_New(HPyContext *ctx, HPy start, HPy stop, HPy step);
int HPySlice_Unpack(HPyContext *ctx, HPy slice, HPy_ssize_t *start, HPy_ssize_t *stop,
    HPy_ssize_t *step);
HPy_ssize_t HPySlice_AdjustIndices(HPyContext *ctx, HPy_ssize_t length, HPy_ssize_t *start,
    HPy_ssize_t *stop, HPy_ssize_t step);

/* Builders */

HPyListBuilder HPyListBuilder_New(HPyContext *ctx, HPy_ssize_t size);
void HPyListBuilder_Set(HPyContext *ctx, HPyListBuilder builder, HPy_ssize_t index, HPy h_item);
HPy HPyListBuilder_Build(HPyContext *ctx, HPyListBuilder builder);
void HPyListBuilder_Cancel(HPyContext *ctx, HPyListBuilder builder);
HPyTupleBuilder HPyTupleBuilder_New(HPyContext *ctx, HPy_ssize_t size);
void HPyTupleBuilder_Set(HPyContext *ctx, HPyTupleBuilder builder, HPy_ssize_t index, HPy h_item);
HPy HPyTupleBuilder_Build(HPyContext *ctx, HPyTupleBuilder builder);
void HPyTupleBuilder_Cancel(HPyContext *ctx, HPyTupleBuilder builder);

/* Trackers */

HPyTracker HPyTracker_New(HPyContext *ctx, HPy_ssize_t size);
int HPyTracker_Add(HPyContext *ctx, HPyTracker ht, HPy h);
void HPyTracker_ForgetAll(HPyContext *ctx, HPyTracker ht);
void HPyTracker_Close(HPyContext *ctx, HPyTracker ht);

/* Fields and globals */

void HPyField_Store(HPyContext *ctx, HPy target_object, HPyField *target_field, HPy h);
HPy HPyField_Load(HPyContext *ctx, HPy source_object, HPyField source_field);
void HPyGlobal_Store(HPyContext *ctx, HPyGlobal *global, HPy h);
HPy HPyGlobal_Load(HPyContext *ctx, HPyGlobal global);

/* Leaving and re-entering */

HPyThreadState HPy_LeavePythonExecution(HPyContext *ctx);
void HPy_ReenterPythonExecution(HPyContext *ctx, HPyThreadState state);

/* Modules, code, context variables */

HPy HPyImport_ImportModule(HPyContext *ctx, const char *utf8_name);
HPy HPyModule_Create(HPyContext *ctx, HPyModuleDef *mdef);
HPy HPy_Compile_s(HPyContext *ctx, const char *utf8_source, const char *utf8_filename,
    HPy_SourceKind kind);
HPy HPy_EvalCode(HPyContext *ctx, HPy code, HPy globals, HPy locals);
HPy HPyContextVar_New(HPyContext *ctx, const char *name, HPy default_value);
int32_t HPyContextVar_Get(HPyContext *ctx, HPy context_var, HPy default_value, HPy *result);
HPy HPyContextVar_Set(HPyContext *ctx, HPy context_var, HPy value);

/* Capsules */

HPy HPyCapsule_New(HPyContext *ctx, void *pointer, const char *utf8_name,
    HPyCapsule_Destructor *destructor);
void *HPyCapsule_Get(HPyContext *ctx, HPy capsule, _HPyCapsule_key key, const char *utf8_name);
void *HPyCapsule_GetPointer(HPyContext *ctx, HPy capsule, const char *name);
const char *HPyCapsule_GetName(HPyContext *ctx, HPy capsule);
void *HPyCapsule_GetContext(HPyContext *ctx, HPy capsule);
int HPyCapsule_IsValid(HPyContext *ctx, HPy capsule, const char *utf8_name);
int HPyCapsule_Set(HPyContext *ctx, HPy capsule, _HPyCapsule_key key, void *value);
int HPyCapsule_SetPointer(HPyContext *ctx, HPy capsule, void *pointer);
int HPyCapsule_SetName(HPyContext *ctx, HPy capsule, const char *name);
int HPyCapsule_SetContext(HPyContext *ctx, HPy capsule, void *context);
int HPyCapsule_SetDestructor(HPyContext *ctx, HPy capsule, HPyCapsule_Destructor *destructor);

/* Parsing arguments and building values */

int HPyArg_Parse(HPyContext *ctx, HPyTracker *ht, const HPy *args, size_t nargs, const char *fmt,
    ...);
int HPyArg_ParseKeywords(HPyContext *ctx, HPyTracker *ht, const HPy *args, size_t nargs,
    HPy kwnames, const char *fmt, const char *keywords[], ...);
int HPyArg_ParseKeywordsDict(HPyContext *ctx, HPyTracker *ht, const HPy *args, HPy_ssize_t nargs,
    HPy kw, const char *fmt, const char *keywords[], ...);
int HPyHelpers_PackArgsAndKeywords(HPyContext *ctx, const HPy *args, size_t nargs, HPy kwnames,
    HPy *out_args_tuple, HPy *out_kwd);
HPy HPy_BuildValue(HPyContext *ctx, const char *fmt, ...);

/* Legacy code, and what only generated code calls */

HPy HPy_FromPyObject(HPyContext *ctx, cpy_PyObject *obj);
cpy_PyObject *HPy_AsPyObject(HPyContext *ctx, HPy h);
void _HPy_CallRealFunctionFromTrampoline(HPyContext *ctx, HPyFunc_Signature sig, HPyCFunction func,
    void *args);
void _HPy_Dump(HPyContext *ctx, HPy h);

/* Names of 0.0.x */

void *_HPy_Cast(HPyContext *ctx, HPy h);
void *HPy_AsStruct(HPyContext *ctx, HPy h);
void *HPy_AsStructLegacy(HPyContext *ctx, HPy h);
void HPyTracker_Free(HPyContext *ctx, HPyTracker ht);
void HPyTracker_RemoveAll(HPyContext *ctx, HPyTracker ht);
HPy HPyDict_GetItem(HPyContext *ctx, HPy h_dict, HPy h_key);
int HPyDict_SetItem(HPyContext *ctx, HPy h_dict, HPy h_key, HPy h_val);

#define HPy_CAST(ctx, type, h) ((type *)_HPy_Cast(ctx, h))

#endif
