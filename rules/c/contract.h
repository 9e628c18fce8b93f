/* The functions of the C library that matter for lifetimes: what allocates, frees, copies, calls
   back, and does not return. docs/contracts.md explains the texts. None of them can collect. */

#define HF(...) __attribute__((annotate("holdfast:" #__VA_ARGS__)))
#define C HF(collects(none))

typedef __SIZE_TYPE__ size_t;

C HF(returns(new memory)) void *malloc(size_t size);
C HF(returns(new memory)) void *calloc(size_t count, size_t size);
C HF(returns(new memory)) void *realloc(void *memory, size_t size);
C HF(returns(new memory)) void *aligned_alloc(size_t alignment, size_t size);
C void free(void *memory HF(closes));

C HF(returns(same to)) void *memcpy(void *to, const void *from HF(copied-to(to)), size_t size);
C HF(returns(same to)) void *memmove(void *to, const void *from HF(copied-to(to)), size_t size);
C HF(returns(same to)) void *__builtin_memcpy(void *to, const void *from HF(copied-to(to)), size_t size);
C HF(returns(same to)) void *__builtin_memmove(void *to, const void *from HF(copied-to(to)), size_t size);
C HF(returns(same memory)) void *memset(void *memory HF(out(zero)), int byte, size_t size);
C HF(returns(same memory)) void *__builtin_memset(void *memory HF(out(zero)), int byte, size_t size);

C HF(returns(same text)) HF(fails(null)) char *strchr(const char *text, int byte);
C HF(returns(same text)) HF(fails(null)) char *strrchr(const char *text, int byte);
C HF(returns(same text)) HF(fails(null)) char *strstr(const char *text, const char *part);
C HF(returns(same text)) HF(fails(null)) char *strpbrk(const char *text, const char *bytes);
C HF(returns(same memory)) HF(fails(null)) void *memchr(const void *memory, int byte, size_t size);

C void qsort(void *base HF(uses-late), size_t count, size_t size,
             int (*compare)(const void *, const void *) HF(called));
C void *bsearch(const void *key, const void *base HF(uses-late), size_t count,
                size_t size, int (*compare)(const void *, const void *) HF(called));

C int pthread_create(void *thread, const void *attributes, void *(*start)(void *),
                     void *argument HF(keeps));
C int thrd_create(void *thread, int (*start)(void *), void *argument HF(keeps));

C __attribute__((noreturn)) void abort(void);
C __attribute__((noreturn)) void exit(int status);
C __attribute__((noreturn)) void _exit(int status);
C __attribute__((noreturn)) void __assert_fail(const char *, const char *, unsigned, const char *);
C __attribute__((noreturn)) void longjmp(void *environment, int value);
