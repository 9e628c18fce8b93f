/* Tables of functions that the runtime calls, and the macros that fill them. */

#ifndef HF_HPY_DEFINITIONS_H
#define HF_HPY_DEFINITIONS_H

typedef void *(*HPyCFunction)();
typedef void (*HPyFunc_Capsule_Destructor)(const char *name, void *pointer, void *context);

typedef struct {
  HPySlot_Slot slot;
  HPyCFunction impl;
  cpy_PyCFunction cpy_trampoline;
} HPySlot;

typedef struct {
  const char *name;
  HPyCFunction impl;
  cpy_PyCFunction cpy_trampoline;
  HPyFunc_Signature signature;
  const char *doc;
} HPyMeth;

typedef enum {
  HPyMember_SHORT = 0,
  HPyMember_INT = 1,
  HPyMember_LONG = 2,
  HPyMember_FLOAT = 3,
  HPyMember_DOUBLE = 4,
  HPyMember_STRING = 5,
  HPyMember_OBJECT = 6,
  HPyMember_CHAR = 7,
  HPyMember_BYTE = 8,
  HPyMember_UBYTE = 9,
  HPyMember_USHORT = 10,
  HPyMember_UINT = 11,
  HPyMember_ULONG = 12,
  HPyMember_STRING_INPLACE = 13,
  HPyMember_BOOL = 14,
  HPyMember_OBJECT_EX = 16,
  HPyMember_LONGLONG = 17,
  HPyMember_ULONGLONG = 18,
  HPyMember_HPYSSIZET = 19,
  HPyMember_NONE = 20,
} HPyMember_FieldType;

typedef struct {
  const char *name;
  HPyMember_FieldType type;
  HPy_ssize_t offset;
  int readonly;
  const char *doc;
} HPyMember;

typedef struct {
  const char *name;
  HPyCFunction getter_impl;
  HPyCFunction setter_impl;
  cpy_getter getter_cpy_trampoline;
  cpy_setter setter_cpy_trampoline;
  const char *doc;
  void *closure;
  const char *functions_by_name; /* 0.0.x */
} HPyGetSet;

typedef enum {
  HPyDef_Kind_Slot = 1,
  HPyDef_Kind_Meth = 2,
  HPyDef_Kind_Member = 3,
  HPyDef_Kind_GetSet = 4,
} HPyDef_Kind;

typedef struct {
  HPyDef_Kind kind;
  union {
    HPySlot slot;
    HPyMeth meth;
    HPyMember member;
    HPyGetSet getset;
  };
} HPyDef;

typedef struct {
  cpy_PyCapsule_Destructor cpy_trampoline;
  HPyFunc_Capsule_Destructor impl;
} HPyCapsule_Destructor;

typedef struct {
  cpy_vectorcallfunc cpy_trampoline;
  HPyFunc_keywords impl;
} HPyCallFunction;

/* Tools for the macros below */

#define HF_CAT(left, right) HF_CAT_(left, right)
#define HF_CAT_(left, right) left##right
#define HF_SECOND(...) HF_SECOND_(__VA_ARGS__)
#define HF_SECOND_(first, second, ...) second
#define HF_IS_SIGNATURE(token, ...) HF_SECOND(HF_CAT(HF_SIG_, token), 0, )
#define HF_COUNT(...) HF_FOURTH_(__VA_ARGS__, 3, 2, 1, )
#define HF_FOURTH_(first, second, third, fourth, ...) fourth
#define HF_TEXT(...) HF_TEXT_(__VA_ARGS__)
#define HF_TEXT_(...) #__VA_ARGS__

/* Declaring functions and their trampolines */

#define HPyFunc_DECLARE(IMPL, SIG) \
  enum { IMPL##_sig = SIG }; \
  HF_DECLARE_##SIG(IMPL)

#define HF_OLD_DECLARE(IMPL, SIG) \
  enum { IMPL##_sig = SIG }; \
  HF_OLD_DECLARE_##SIG(IMPL)

#define HPyFunc_TRAMPOLINE(SYM, IMPL, SIG) \
  enum { SYM##_sig = SIG }; \
  extern void SYM(void);

/* Slots: (SYM, SLOT), or in 0.0.x (SYM, IMPL, SLOT) and before that (SYM, IMPL, SLOT, SIG) */

#define HPyDef_SLOT(SYM, ...) HF_CAT(HF_SLOT_FORM_, HF_COUNT(__VA_ARGS__))(SYM, __VA_ARGS__)
#define HF_SLOT_FORM_1(SYM, SLOT) HPyDef_SLOT_IMPL(SYM, SYM##_impl, SLOT)
#define HF_SLOT_FORM_2(SYM, IMPL, SLOT) HF_SLOT_FORM_3(SYM, IMPL, SLOT, HPySlot_SIG(SLOT))
#define HF_SLOT_FORM_3(SYM, IMPL, SLOT, SIG) \
  HF_DEFINE_SLOT(SYM, IMPL, SLOT, SIG, HF_OLD_FORM_OF(IMPL))

/* The API's own function is declared already, in its new form. */
#define HF_OLD_FORM_OF(IMPL) HF_CAT(HF_OLD_FORM_, HF_SECOND(HF_CAT(HF_IS_, IMPL), 0, ))
#define HF_IS_HPyType_GenericNew ~, 1
#define HF_OLD_FORM_0 HF_OLD_DECLARE
#define HF_OLD_FORM_1 HPyFunc_DECLARE

#define HPyDef_SLOT_IMPL(SYM, IMPL, SLOT) \
  HF_DEFINE_SLOT(SYM, IMPL, SLOT, HPySlot_SIG(SLOT), HPyFunc_DECLARE)
#define HF_DEFINE_SLOT(SYM, IMPL, SLOT, SIG, DECLARE) \
  enum { SYM##_slot = SLOT }; \
  DECLARE(IMPL, SIG); \
  HPyFunc_TRAMPOLINE(SYM##_trampoline, IMPL, SIG) \
  HPyDef SYM = { \
    .kind = HPyDef_Kind_Slot, \
    .slot = { .slot = SLOT, .impl = (HPyCFunction)IMPL } \
  };

/* Methods: (SYM, NAME, SIG, ...), or in 0.0.x (SYM, NAME, IMPL, SIG, ...) */

#define HPyDef_METH(SYM, NAME, ...) \
  HF_CAT(HF_METH_FORM_, HF_IS_SIGNATURE(__VA_ARGS__, ))(SYM, NAME, __VA_ARGS__)
#define HF_METH_FORM_1(SYM, NAME, SIG, ...) \
  HPyDef_METH_IMPL(SYM, NAME, SYM##_impl, SIG, __VA_ARGS__)
#define HF_METH_FORM_0(SYM, NAME, IMPL, SIG, ...) \
  HF_DEFINE_METH(SYM, NAME, IMPL, SIG, HF_OLD_DECLARE, __VA_ARGS__)

#define HPyDef_METH_IMPL(SYM, NAME, IMPL, SIG, ...) \
  HF_DEFINE_METH(SYM, NAME, IMPL, SIG, HPyFunc_DECLARE, __VA_ARGS__)
#define HF_DEFINE_METH(SYM, NAME, IMPL, SIG, DECLARE, ...) \
  DECLARE(IMPL, SIG); \
  HPyFunc_TRAMPOLINE(SYM##_trampoline, IMPL, SIG) \
  HPyDef SYM = { \
    .kind = HPyDef_Kind_Meth, \
    .meth = { .name = NAME, .impl = (HPyCFunction)IMPL, .signature = SIG, __VA_ARGS__ } \
  };

/* Members and computed attributes. In 0.0.x the functions followed the name. They are not declared
   yet, and no macro can tell them from members of the initialiser, so that their text is kept. */

#define HPyDef_MEMBER(SYM, NAME, TYPE, OFFSET, ...) \
  HPyDef SYM = { \
    .kind = HPyDef_Kind_Member, \
    .member = { .name = NAME, .type = TYPE, .offset = OFFSET, __VA_ARGS__ } \
  };

#define HPyDef_GET_IMPL(SYM, NAME, GET, ...) \
  HPyFunc_DECLARE(GET, HPyFunc_GETTER); \
  HPyDef SYM = { \
    .kind = HPyDef_Kind_GetSet, \
    .getset = { .name = NAME, .getter_impl = (HPyCFunction)GET, __VA_ARGS__ } \
  };
#define HPyDef_SET_IMPL(SYM, NAME, SET, ...) \
  HPyFunc_DECLARE(SET, HPyFunc_SETTER); \
  HPyDef SYM = { \
    .kind = HPyDef_Kind_GetSet, \
    .getset = { .name = NAME, .setter_impl = (HPyCFunction)SET, __VA_ARGS__ } \
  };
#define HPyDef_GETSET_IMPL(SYM, NAME, GET, SET, ...) \
  HPyFunc_DECLARE(GET, HPyFunc_GETTER); \
  HPyFunc_DECLARE(SET, HPyFunc_SETTER); \
  HPyDef SYM = { \
    .kind = HPyDef_Kind_GetSet, \
    .getset = { \
      .name = NAME, \
      .getter_impl = (HPyCFunction)GET, \
      .setter_impl = (HPyCFunction)SET, \
      __VA_ARGS__ \
    } \
  };
#define HPyDef_GET(SYM, NAME, ...) \
  HPyDef_GET_IMPL(SYM, NAME, SYM##_get, HF_FUNCTIONS(__VA_ARGS__))
#define HPyDef_SET(SYM, NAME, ...) \
  HPyDef_SET_IMPL(SYM, NAME, SYM##_set, HF_FUNCTIONS(__VA_ARGS__))
#define HPyDef_GETSET(SYM, NAME, ...) \
  HPyDef_GETSET_IMPL(SYM, NAME, SYM##_get, SYM##_set, HF_FUNCTIONS(__VA_ARGS__))
#define HF_FUNCTIONS(...) .functions_by_name = HF_TEXT(__VA_ARGS__)

/* The oldest methods (0.0.1): a function, by whose name a table of the module calls it */

#define HPy_DEF_METH_NOARGS(SYM) HF_DEF_METH(SYM, HPyFunc_NOARGS)
#define HPy_DEF_METH_O(SYM) HF_DEF_METH(SYM, HPyFunc_O)
#define HPy_DEF_METH_VARARGS(SYM) HF_DEF_METH(SYM, HPyFunc_VARARGS)
#define HPy_DEF_METH_KEYWORDS(SYM) HF_DEF_METH(SYM, HPyFunc_KEYWORDS)
#define HF_DEF_METH(SYM, SIG) \
  HF_OLD_DECLARE(SYM##_impl, SIG); \
  static HPyMeth SYM##_method = { .impl = (HPyCFunction)SYM##_impl, .signature = SIG }; \
  static void SYM(void *function, void *trampoline);

typedef struct {
  const char *ml_name;
  void (*ml_meth)(void *function, void *trampoline);
  int ml_flags;
  const char *ml_doc;
} HPyMethodDef;

enum { HPy_METH_VARARGS = 1, HPy_METH_KEYWORDS = 3, HPy_METH_NOARGS = 4, HPy_METH_O = 8 };

/* Functions of capsules and callable objects */

#define HPyCapsule_DESTRUCTOR(SYM) \
  static void SYM##_impl(const char *name, void *pointer, void *context); \
  static HPyCapsule_Destructor SYM = { .impl = SYM##_impl };

#define HPyDef_CALL_FUNCTION(SYM) \
  HPyFunc_DECLARE(SYM##_impl, HPyFunc_KEYWORDS); \
  static HPyCallFunction SYM = { .impl = SYM##_impl };

#endif
