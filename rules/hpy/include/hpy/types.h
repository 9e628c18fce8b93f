/* Types, members, modules. */

#ifndef HF_HPY_TYPES_H
#define HF_HPY_TYPES_H

typedef enum {
  HPyType_BuiltinShape_Legacy = -1,
  HPyType_BuiltinShape_Object = 0,
  HPyType_BuiltinShape_Type = 1,
  HPyType_BuiltinShape_Long = 2,
  HPyType_BuiltinShape_Float = 3,
  HPyType_BuiltinShape_Unicode = 4,
  HPyType_BuiltinShape_Tuple = 5,
  HPyType_BuiltinShape_List = 6,
  HPyType_BuiltinShape_Dict = 7,
} HPyType_BuiltinShape;

#define HPy_TPFLAGS_DEFAULT ((1UL << 9) | (1UL << 18))
#define HPy_TPFLAGS_BASETYPE (1UL << 10)
#define HPy_TPFLAGS_HAVE_VECTORCALL (1UL << 11)
#define HPy_TPFLAGS_HAVE_GC (1UL << 14)
#define HPy_TPFLAGS_INTERNAL_PURE (1UL << 8) /* 0.0.x */

typedef struct {
  const char *name;
  int basicsize;
  int itemsize;
  unsigned long flags;
  HPyType_BuiltinShape builtin_shape;
  void *legacy_slots;
  HPyDef **defines;
  const char *doc;
  int legacy; /* 0.0.x */
} HPyType_Spec;

typedef enum {
  HPyType_SpecParam_Base = 1,
  HPyType_SpecParam_BasesTuple = 2,
  HPyType_SpecParam_Metaclass = 3,
} HPyType_SpecParam_Kind;

typedef struct {
  HPyType_SpecParam_Kind kind;
  HPy object;
} HPyType_SpecParam;

/* T_AsStruct and T_SHAPE for a struct T, by the shape that may follow */

#define HF_AS_STRUCT_HPyType_BuiltinShape_Legacy _HPy_AsStruct_Legacy
#define HF_AS_STRUCT_HPyType_BuiltinShape_Object _HPy_AsStruct_Object
#define HF_AS_STRUCT_HPyType_BuiltinShape_Type _HPy_AsStruct_Type
#define HF_AS_STRUCT_HPyType_BuiltinShape_Long _HPy_AsStruct_Long
#define HF_AS_STRUCT_HPyType_BuiltinShape_Float _HPy_AsStruct_Float
#define HF_AS_STRUCT_HPyType_BuiltinShape_Unicode _HPy_AsStruct_Unicode
#define HF_AS_STRUCT_HPyType_BuiltinShape_Tuple _HPy_AsStruct_Tuple
#define HF_AS_STRUCT_HPyType_BuiltinShape_List _HPy_AsStruct_List
#define HF_AS_STRUCT_HPyType_BuiltinShape_Dict _HPy_AsStruct_Dict

#define HF_TYPE_HELPERS(TYPE, SHAPE, ...) \
  enum { TYPE##_SHAPE = (int)SHAPE, TYPE##_IS_LEGACY = TYPE##_SHAPE < 0 }; \
  _HPy_UNUSED static inline TYPE *TYPE##_AsStruct(HPyContext *ctx, HPy h) { \
    return (TYPE *)HF_AS_STRUCT_##SHAPE(ctx, h); \
  }

#define HPyType_HELPERS(...) HF_TYPE_HELPERS(__VA_ARGS__, HPyType_BuiltinShape_Object, )
#define HPyType_LEGACY_HELPERS(TYPE) HPyType_HELPERS(TYPE, HPyType_BuiltinShape_Legacy)
#define SHAPE(TYPE) ((HPyType_BuiltinShape)TYPE##_SHAPE)

/* Struct sequences */

typedef struct {
  const char *name;
  const char *doc;
} HPyStructSequence_Field;

typedef struct {
  const char *name;
  const char *doc;
  HPyStructSequence_Field *fields;
} HPyStructSequence_Desc;

extern const char *const HPyStructSequence_UnnamedField;

/* Modules */

typedef struct {
  const char *doc;
  HPy_ssize_t size;
  cpy_PyMethodDef *legacy_methods;
  HPyDef **defines;
  HPyGlobal **globals;
  const char *name, *m_name, *m_doc; /* 0.0.x */
  HPy_ssize_t m_size;
  HPyMethodDef *m_methods; /* 0.0.1 */
} HPyModuleDef;

#define HPyModuleDef_HEAD_INIT NULL /* 0.0.x */
#define HPyObject_HEAD void *_reserved0, *_reserved1; /* 0.0.x */

#define HPy_EXPORTED_FUNC HF_EXTERN_C HPy_EXPORTED_SYMBOL
#ifdef __cplusplus
#define HF_EXTERN_C extern "C"
#else
#define HF_EXTERN_C
#endif

#define HPY_MOD_EMBEDDABLE(modname)

/* The table of the module follows its name; in 0.0.x a function made the module. */
#define HPy_MODINIT(...) HF_CAT(HF_MODINIT_, HF_COUNT(__VA_ARGS__))(__VA_ARGS__)
#define HF_MODINIT_2(NAME, TABLE) \
  HPy_EXPORTED_FUNC HPyModuleDef *HPyInit_##NAME(void); \
  HPy_EXPORTED_FUNC HPyModuleDef *HPyInit_##NAME(void) { return &TABLE; }
#define HF_MODINIT_1(NAME) \
  static HPy init_##NAME##_impl(HPyContext *ctx); \
  HPy_EXPORTED_FUNC HPy HPyInit_##NAME(HPyContext *ctx); \
  HPy_EXPORTED_FUNC HPy HPyInit_##NAME(HPyContext *ctx) { return init_##NAME##_impl(ctx); }

#endif
