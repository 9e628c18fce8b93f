/* The signatures of functions that the runtime calls. */

#ifndef HF_HPY_SIGNATURES_H
#define HF_HPY_SIGNATURES_H

typedef enum {
  HPyFunc_VARARGS = 1,
  HPyFunc_KEYWORDS = 2,
  HPyFunc_NOARGS = 3,
  HPyFunc_O = 4,
  HPyFunc_UNARYFUNC,
  HPyFunc_BINARYFUNC,
  HPyFunc_TERNARYFUNC,
  HPyFunc_INQUIRY,
  HPyFunc_LENFUNC,
  HPyFunc_SSIZEARGFUNC,
  HPyFunc_SSIZESSIZEARGFUNC,
  HPyFunc_SSIZEOBJARGPROC,
  HPyFunc_SSIZESSIZEOBJARGPROC,
  HPyFunc_OBJOBJARGPROC,
  HPyFunc_FREEFUNC,
  HPyFunc_GETATTRFUNC,
  HPyFunc_GETATTROFUNC,
  HPyFunc_SETATTRFUNC,
  HPyFunc_SETATTROFUNC,
  HPyFunc_REPRFUNC,
  HPyFunc_HASHFUNC,
  HPyFunc_RICHCMPFUNC,
  HPyFunc_GETITERFUNC,
  HPyFunc_ITERNEXTFUNC,
  HPyFunc_DESCRGETFUNC,
  HPyFunc_DESCRSETFUNC,
  HPyFunc_INITPROC,
  HPyFunc_NEWFUNC,
  HPyFunc_GETTER,
  HPyFunc_SETTER,
  HPyFunc_OBJOBJPROC,
  HPyFunc_GETBUFFERPROC,
  HPyFunc_RELEASEBUFFERPROC,
  HPyFunc_TRAVERSEPROC,
  HPyFunc_DESTRUCTOR,
  HPyFunc_DESTROYFUNC,
  HPyFunc_MOD_CREATE,
  HPyFunc_CAPSULE_DESTRUCTOR,
  HPyFunc_VECTORCALLFUNC,
} HPyFunc_Signature;

typedef struct {
  void *buf;
  HPy obj;
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

typedef int (*HPyFunc_visitproc)(HPyField *, void *);

typedef HPy (*HPyFunc_noargs)(HPyContext *ctx, HPy self);
typedef HPy (*HPyFunc_o)(HPyContext *ctx, HPy self, HPy arg);
typedef HPy (*HPyFunc_varargs)(HPyContext *ctx, HPy self, const HPy *args, size_t nargs);
typedef HPy (*HPyFunc_keywords)(
    HPyContext *ctx, HPy self, const HPy *args, size_t nargs, HPy kwnames);
typedef HPy (*HPyFunc_unaryfunc)(HPyContext *ctx, HPy);
typedef HPy (*HPyFunc_binaryfunc)(HPyContext *ctx, HPy, HPy);
typedef HPy (*HPyFunc_ternaryfunc)(HPyContext *ctx, HPy, HPy, HPy);
typedef int (*HPyFunc_inquiry)(HPyContext *ctx, HPy);
typedef HPy_ssize_t (*HPyFunc_lenfunc)(HPyContext *ctx, HPy);
typedef HPy (*HPyFunc_ssizeargfunc)(HPyContext *ctx, HPy, HPy_ssize_t);
typedef HPy (*HPyFunc_ssizessizeargfunc)(HPyContext *ctx, HPy, HPy_ssize_t, HPy_ssize_t);
typedef int (*HPyFunc_ssizeobjargproc)(HPyContext *ctx, HPy, HPy_ssize_t, HPy);
typedef int (*HPyFunc_ssizessizeobjargproc)(HPyContext *ctx, HPy, HPy_ssize_t, HPy_ssize_t, HPy);
typedef int (*HPyFunc_objobjargproc)(HPyContext *ctx, HPy, HPy, HPy);
typedef void (*HPyFunc_freefunc)(HPyContext *ctx, void *);
typedef HPy (*HPyFunc_getattrfunc)(HPyContext *ctx, HPy, char *);
typedef HPy (*HPyFunc_getattrofunc)(HPyContext *ctx, HPy, HPy);
typedef int (*HPyFunc_setattrfunc)(HPyContext *ctx, HPy, char *, HPy);
typedef int (*HPyFunc_setattrofunc)(HPyContext *ctx, HPy, HPy, HPy);
typedef HPy (*HPyFunc_reprfunc)(HPyContext *ctx, HPy);
typedef HPy_hash_t (*HPyFunc_hashfunc)(HPyContext *ctx, HPy);
typedef HPy (*HPyFunc_richcmpfunc)(HPyContext *ctx, HPy, HPy, HPy_RichCmpOp);
typedef HPy (*HPyFunc_getiterfunc)(HPyContext *ctx, HPy);
typedef HPy (*HPyFunc_iternextfunc)(HPyContext *ctx, HPy);
typedef HPy (*HPyFunc_descrgetfunc)(HPyContext *ctx, HPy, HPy, HPy);
typedef int (*HPyFunc_descrsetfunc)(HPyContext *ctx, HPy, HPy, HPy);
typedef int (*HPyFunc_initproc)(
    HPyContext *ctx, HPy self, const HPy *args, HPy_ssize_t nargs, HPy kw);
typedef HPy (*HPyFunc_newfunc)(
    HPyContext *ctx, HPy type, const HPy *args, HPy_ssize_t nargs, HPy kw);
typedef HPy (*HPyFunc_getter)(HPyContext *ctx, HPy, void *);
typedef int (*HPyFunc_setter)(HPyContext *ctx, HPy, HPy, void *);
typedef int (*HPyFunc_objobjproc)(HPyContext *ctx, HPy, HPy);
typedef int (*HPyFunc_getbufferproc)(HPyContext *ctx, HPy, HPy_buffer *, int);
typedef void (*HPyFunc_releasebufferproc)(HPyContext *ctx, HPy, HPy_buffer *);
typedef int (*HPyFunc_traverseproc)(void *object, HPyFunc_visitproc visit, void *arg);
typedef void (*HPyFunc_destructor)(HPyContext *ctx, HPy);
typedef void (*HPyFunc_destroyfunc)(void *);
typedef HPy (*HPyFunc_mod_create)(HPyContext *ctx, HPy);

/* Forward declarations, by signature */

#define HF_DECLARE_HPyFunc_NOARGS(IMPL) static HPy IMPL(HPyContext *ctx, HPy self)
#define HF_DECLARE_HPyFunc_O(IMPL) static HPy IMPL(HPyContext *ctx, HPy self, HPy arg)
#define HF_DECLARE_HPyFunc_VARARGS(IMPL) \
  static HPy IMPL(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
#define HF_DECLARE_HPyFunc_KEYWORDS(IMPL) \
  static HPy IMPL(HPyContext *ctx, HPy self, const HPy *args, size_t nargs, HPy kwnames)
#define HF_DECLARE_HPyFunc_UNARYFUNC(IMPL) static HPy IMPL(HPyContext *ctx, HPy)
#define HF_DECLARE_HPyFunc_BINARYFUNC(IMPL) static HPy IMPL(HPyContext *ctx, HPy, HPy)
#define HF_DECLARE_HPyFunc_TERNARYFUNC(IMPL) static HPy IMPL(HPyContext *ctx, HPy, HPy, HPy)
#define HF_DECLARE_HPyFunc_INQUIRY(IMPL) static int IMPL(HPyContext *ctx, HPy)
#define HF_DECLARE_HPyFunc_LENFUNC(IMPL) static HPy_ssize_t IMPL(HPyContext *ctx, HPy)
#define HF_DECLARE_HPyFunc_SSIZEARGFUNC(IMPL) static HPy IMPL(HPyContext *ctx, HPy, HPy_ssize_t)
#define HF_DECLARE_HPyFunc_SSIZESSIZEARGFUNC(IMPL) \
  static HPy IMPL(HPyContext *ctx, HPy, HPy_ssize_t, HPy_ssize_t)
#define HF_DECLARE_HPyFunc_SSIZEOBJARGPROC(IMPL) \
  static int IMPL(HPyContext *ctx, HPy, HPy_ssize_t, HPy)
#define HF_DECLARE_HPyFunc_SSIZESSIZEOBJARGPROC(IMPL) \
  static int IMPL(HPyContext *ctx, HPy, HPy_ssize_t, HPy_ssize_t, HPy)
#define HF_DECLARE_HPyFunc_OBJOBJARGPROC(IMPL) static int IMPL(HPyContext *ctx, HPy, HPy, HPy)
#define HF_DECLARE_HPyFunc_FREEFUNC(IMPL) static void IMPL(HPyContext *ctx, void *)
#define HF_DECLARE_HPyFunc_GETATTRFUNC(IMPL) static HPy IMPL(HPyContext *ctx, HPy, char *)
#define HF_DECLARE_HPyFunc_GETATTROFUNC(IMPL) static HPy IMPL(HPyContext *ctx, HPy, HPy)
#define HF_DECLARE_HPyFunc_SETATTRFUNC(IMPL) static int IMPL(HPyContext *ctx, HPy, char *, HPy)
#define HF_DECLARE_HPyFunc_SETATTROFUNC(IMPL) static int IMPL(HPyContext *ctx, HPy, HPy, HPy)
#define HF_DECLARE_HPyFunc_REPRFUNC(IMPL) static HPy IMPL(HPyContext *ctx, HPy)
#define HF_DECLARE_HPyFunc_HASHFUNC(IMPL) static HPy_hash_t IMPL(HPyContext *ctx, HPy)
#define HF_DECLARE_HPyFunc_RICHCMPFUNC(IMPL) \
  static HPy IMPL(HPyContext *ctx, HPy, HPy, HPy_RichCmpOp)
#define HF_DECLARE_HPyFunc_GETITERFUNC(IMPL) static HPy IMPL(HPyContext *ctx, HPy)
#define HF_DECLARE_HPyFunc_ITERNEXTFUNC(IMPL) static HPy IMPL(HPyContext *ctx, HPy)
#define HF_DECLARE_HPyFunc_DESCRGETFUNC(IMPL) static HPy IMPL(HPyContext *ctx, HPy, HPy, HPy)
#define HF_DECLARE_HPyFunc_DESCRSETFUNC(IMPL) static int IMPL(HPyContext *ctx, HPy, HPy, HPy)
#define HF_DECLARE_HPyFunc_INITPROC(IMPL) \
  static int IMPL(HPyContext *ctx, HPy self, const HPy *args, HPy_ssize_t nargs, HPy kw)
#define HF_DECLARE_HPyFunc_NEWFUNC(IMPL) \
  static HPy IMPL(HPyContext *ctx, HPy type, const HPy *args, HPy_ssize_t nargs, HPy kw)
#define HF_DECLARE_HPyFunc_GETTER(IMPL) static HPy IMPL(HPyContext *ctx, HPy, void *)
#define HF_DECLARE_HPyFunc_SETTER(IMPL) static int IMPL(HPyContext *ctx, HPy, HPy, void *)
#define HF_DECLARE_HPyFunc_OBJOBJPROC(IMPL) static int IMPL(HPyContext *ctx, HPy, HPy)
#define HF_DECLARE_HPyFunc_GETBUFFERPROC(IMPL) \
  static int IMPL(HPyContext *ctx, HPy, HPy_buffer *, int)
#define HF_DECLARE_HPyFunc_RELEASEBUFFERPROC(IMPL) \
  static void IMPL(HPyContext *ctx, HPy, HPy_buffer *)
#define HF_DECLARE_HPyFunc_TRAVERSEPROC(IMPL) \
  static int IMPL(void *object, HPyFunc_visitproc visit, void *arg)
#define HF_DECLARE_HPyFunc_DESTRUCTOR(IMPL) static void IMPL(HPyContext *ctx, HPy)
#define HF_DECLARE_HPyFunc_DESTROYFUNC(IMPL) static void IMPL(void *)
#define HF_DECLARE_HPyFunc_MOD_CREATE(IMPL) static HPy IMPL(HPyContext *ctx, HPy)

/* In 0.0.x arguments were passed otherwise. */

#define HF_OLD_DECLARE_HPyFunc_VARARGS(IMPL) \
  static HPy IMPL(HPyContext *ctx, HPy self, HPy *args, HPy_ssize_t nargs)
#define HF_OLD_DECLARE_HPyFunc_KEYWORDS(IMPL) \
  static HPy IMPL(HPyContext *ctx, HPy self, HPy *args, HPy_ssize_t nargs, HPy kw)
#define HF_OLD_DECLARE_HPyFunc_INITPROC(IMPL) \
  static int IMPL(HPyContext *ctx, HPy self, HPy *args, HPy_ssize_t nargs, HPy kw)
#define HF_OLD_DECLARE_HPyFunc_NEWFUNC(IMPL) \
  static HPy IMPL(HPyContext *ctx, HPy type, HPy *args, HPy_ssize_t nargs, HPy kw)
#define HF_OLD_DECLARE_HPyFunc_NOARGS HF_DECLARE_HPyFunc_NOARGS
#define HF_OLD_DECLARE_HPyFunc_O HF_DECLARE_HPyFunc_O
#define HF_OLD_DECLARE_HPyFunc_UNARYFUNC HF_DECLARE_HPyFunc_UNARYFUNC
#define HF_OLD_DECLARE_HPyFunc_BINARYFUNC HF_DECLARE_HPyFunc_BINARYFUNC
#define HF_OLD_DECLARE_HPyFunc_TERNARYFUNC HF_DECLARE_HPyFunc_TERNARYFUNC
#define HF_OLD_DECLARE_HPyFunc_INQUIRY HF_DECLARE_HPyFunc_INQUIRY
#define HF_OLD_DECLARE_HPyFunc_LENFUNC HF_DECLARE_HPyFunc_LENFUNC
#define HF_OLD_DECLARE_HPyFunc_SSIZEARGFUNC HF_DECLARE_HPyFunc_SSIZEARGFUNC
#define HF_OLD_DECLARE_HPyFunc_SSIZESSIZEARGFUNC HF_DECLARE_HPyFunc_SSIZESSIZEARGFUNC
#define HF_OLD_DECLARE_HPyFunc_SSIZEOBJARGPROC HF_DECLARE_HPyFunc_SSIZEOBJARGPROC
#define HF_OLD_DECLARE_HPyFunc_SSIZESSIZEOBJARGPROC HF_DECLARE_HPyFunc_SSIZESSIZEOBJARGPROC
#define HF_OLD_DECLARE_HPyFunc_OBJOBJARGPROC HF_DECLARE_HPyFunc_OBJOBJARGPROC
#define HF_OLD_DECLARE_HPyFunc_FREEFUNC HF_DECLARE_HPyFunc_FREEFUNC
#define HF_OLD_DECLARE_HPyFunc_GETATTRFUNC HF_DECLARE_HPyFunc_GETATTRFUNC
#define HF_OLD_DECLARE_HPyFunc_GETATTROFUNC HF_DECLARE_HPyFunc_GETATTROFUNC
#define HF_OLD_DECLARE_HPyFunc_SETATTRFUNC HF_DECLARE_HPyFunc_SETATTRFUNC
#define HF_OLD_DECLARE_HPyFunc_SETATTROFUNC HF_DECLARE_HPyFunc_SETATTROFUNC
#define HF_OLD_DECLARE_HPyFunc_REPRFUNC HF_DECLARE_HPyFunc_REPRFUNC
#define HF_OLD_DECLARE_HPyFunc_HASHFUNC HF_DECLARE_HPyFunc_HASHFUNC
#define HF_OLD_DECLARE_HPyFunc_RICHCMPFUNC HF_DECLARE_HPyFunc_RICHCMPFUNC
#define HF_OLD_DECLARE_HPyFunc_GETITERFUNC HF_DECLARE_HPyFunc_GETITERFUNC
#define HF_OLD_DECLARE_HPyFunc_ITERNEXTFUNC HF_DECLARE_HPyFunc_ITERNEXTFUNC
#define HF_OLD_DECLARE_HPyFunc_DESCRGETFUNC HF_DECLARE_HPyFunc_DESCRGETFUNC
#define HF_OLD_DECLARE_HPyFunc_DESCRSETFUNC HF_DECLARE_HPyFunc_DESCRSETFUNC
#define HF_OLD_DECLARE_HPyFunc_GETTER HF_DECLARE_HPyFunc_GETTER
#define HF_OLD_DECLARE_HPyFunc_SETTER HF_DECLARE_HPyFunc_SETTER
#define HF_OLD_DECLARE_HPyFunc_OBJOBJPROC HF_DECLARE_HPyFunc_OBJOBJPROC
#define HF_OLD_DECLARE_HPyFunc_GETBUFFERPROC HF_DECLARE_HPyFunc_GETBUFFERPROC
#define HF_OLD_DECLARE_HPyFunc_RELEASEBUFFERPROC HF_DECLARE_HPyFunc_RELEASEBUFFERPROC
#define HF_OLD_DECLARE_HPyFunc_TRAVERSEPROC HF_DECLARE_HPyFunc_TRAVERSEPROC
#define HF_OLD_DECLARE_HPyFunc_DESTRUCTOR HF_DECLARE_HPyFunc_DESTRUCTOR
#define HF_OLD_DECLARE_HPyFunc_DESTROYFUNC HF_DECLARE_HPyFunc_DESTROYFUNC
#define HF_OLD_DECLARE_HPyFunc_MOD_CREATE HF_DECLARE_HPyFunc_MOD_CREATE

/* Whether a token is the name of a signature */

#define HF_SIG_HPyFunc_NOARGS ~, 1
#define HF_SIG_HPyFunc_O ~, 1
#define HF_SIG_HPyFunc_VARARGS ~, 1
#define HF_SIG_HPyFunc_KEYWORDS ~, 1
#define HF_SIG_HPyFunc_UNARYFUNC ~, 1
#define HF_SIG_HPyFunc_BINARYFUNC ~, 1
#define HF_SIG_HPyFunc_TERNARYFUNC ~, 1
#define HF_SIG_HPyFunc_INQUIRY ~, 1
#define HF_SIG_HPyFunc_LENFUNC ~, 1
#define HF_SIG_HPyFunc_SSIZEARGFUNC ~, 1
#define HF_SIG_HPyFunc_SSIZESSIZEARGFUNC ~, 1
#define HF_SIG_HPyFunc_SSIZEOBJARGPROC ~, 1
#define HF_SIG_HPyFunc_SSIZESSIZEOBJARGPROC ~, 1
#define HF_SIG_HPyFunc_OBJOBJARGPROC ~, 1
#define HF_SIG_HPyFunc_FREEFUNC ~, 1
#define HF_SIG_HPyFunc_GETATTRFUNC ~, 1
#define HF_SIG_HPyFunc_GETATTROFUNC ~, 1
#define HF_SIG_HPyFunc_SETATTRFUNC ~, 1
#define HF_SIG_HPyFunc_SETATTROFUNC ~, 1
#define HF_SIG_HPyFunc_REPRFUNC ~, 1
#define HF_SIG_HPyFunc_HASHFUNC ~, 1
#define HF_SIG_HPyFunc_RICHCMPFUNC ~, 1
#define HF_SIG_HPyFunc_GETITERFUNC ~, 1
#define HF_SIG_HPyFunc_ITERNEXTFUNC ~, 1
#define HF_SIG_HPyFunc_DESCRGETFUNC ~, 1
#define HF_SIG_HPyFunc_DESCRSETFUNC ~, 1
#define HF_SIG_HPyFunc_INITPROC ~, 1
#define HF_SIG_HPyFunc_NEWFUNC ~, 1
#define HF_SIG_HPyFunc_GETTER ~, 1
#define HF_SIG_HPyFunc_SETTER ~, 1
#define HF_SIG_HPyFunc_OBJOBJPROC ~, 1
#define HF_SIG_HPyFunc_GETBUFFERPROC ~, 1
#define HF_SIG_HPyFunc_RELEASEBUFFERPROC ~, 1
#define HF_SIG_HPyFunc_TRAVERSEPROC ~, 1
#define HF_SIG_HPyFunc_DESTRUCTOR ~, 1
#define HF_SIG_HPyFunc_DESTROYFUNC ~, 1
#define HF_SIG_HPyFunc_MOD_CREATE ~, 1

#endif
