/* The functions of the C library that matter for lifetimes: what allocates, frees, copies, calls
   back, does not return, what gives or writes a pointer into its argument, and what gives the same
   for the same arguments. None of them can collect. docs/contracts.md explains the texts. */

#define HF(...) __attribute__((annotate("holdfast:" #__VA_ARGS__)))
#define C HF(collects(none))
#define SAME C HF(repeatable)
#define WITHIN(argument) HF(returns(within argument)) HF(fails(null))

typedef __SIZE_TYPE__ size_t;

C HF(returns(new memory)) void *malloc(size_t size);
C HF(returns(new memory)) void *calloc(size_t count, size_t size);
C HF(returns(grown memory)) HF(fails(null)) void *realloc(void *memory, size_t size);
C HF(returns(new memory)) void *aligned_alloc(size_t alignment, size_t size);
C void free(void *memory HF(closes));

C HF(returns(same to)) void *memcpy(void *to, const void *from HF(copied-to(to)), size_t size);
C HF(returns(same to)) void *memmove(void *to, const void *from HF(copied-to(to)), size_t size);
C HF(returns(same to)) void *__builtin_memcpy(void *to, const void *from HF(copied-to(to)), size_t size);
C HF(returns(same to)) void *__builtin_memmove(void *to, const void *from HF(copied-to(to)), size_t size);
C HF(returns(same memory)) void *memset(void *memory HF(out(zero)), int byte, size_t size);
C HF(returns(same memory)) void *__builtin_memset(void *memory HF(out(zero)), int byte, size_t size);

C HF(returns(same to)) char *strcpy(char *to, const char *from);
C HF(returns(same to)) char *strncpy(char *to, const char *from, size_t size);
C HF(returns(same to)) char *strcat(char *to, const char *from);
C HF(returns(same to)) char *strncat(char *to, const char *from, size_t size);
C HF(returns(within to)) char *stpcpy(char *to, const char *from);
C HF(returns(within to)) char *stpncpy(char *to, const char *from, size_t size);
C HF(returns(within to)) void *mempcpy(void *to, const void *from HF(copied-to(to)), size_t size);
C WITHIN(to) void *memccpy(void *to, const void *from, int byte, size_t size);

C WITHIN(text) char *strchr(const char *text, int byte);
C WITHIN(text) char *strrchr(const char *text, int byte);
C WITHIN(text) char *strstr(const char *text, const char *part);
C WITHIN(text) char *strcasestr(const char *text, const char *part);
C WITHIN(text) char *strnstr(const char *text, const char *part, size_t size);
C WITHIN(text) char *strpbrk(const char *text, const char *bytes);
C WITHIN(memory) void *memchr(const void *memory, int byte, size_t size);
C WITHIN(memory) void *memrchr(const void *memory, int byte, size_t size);
C WITHIN(memory) void *memmem(const void *memory, size_t size, const void *part, size_t part_size);
C HF(returns(within text)) char *strchrnul(const char *text, int byte);
C HF(returns(within memory)) void *rawmemchr(const void *memory, int byte);
C WITHIN(text) char *strtok(char *text, const char *bytes);
C WITHIN(text rest) char *strtok_r(char *text, const char *bytes, char **rest HF(out(within text)));

C double strtod(const char *text, char **end HF(out(within text)));
C float strtof(const char *text, char **end HF(out(within text)));
C long double strtold(const char *text, char **end HF(out(within text)));
C long strtol(const char *text, char **end HF(out(within text)), int base);
C long long strtoll(const char *text, char **end HF(out(within text)), int base);
C unsigned long strtoul(const char *text, char **end HF(out(within text)), int base);
C unsigned long long strtoull(const char *text, char **end HF(out(within text)), int base);
C __INTMAX_TYPE__ strtoimax(const char *text, char **end HF(out(within text)), int base);
C __UINTMAX_TYPE__ strtoumax(const char *text, char **end HF(out(within text)), int base);

C HF(returns(same text)) HF(fails(null)) char *fgets(char *text, int size, void *file);
C HF(returns(same text)) HF(fails(null)) char *getcwd(char *text, size_t size);
C HF(returns(same text)) HF(fails(null)) const char *inet_ntop(int family, const void *address,
    char *text, unsigned size);
C HF(returns(same text)) HF(fails(null)) char *asctime_r(const void *time, char *text);
C HF(returns(same text)) HF(fails(null)) char *ctime_r(const void *time, char *text);
C HF(returns(same result)) HF(fails(null)) void *gmtime_r(const void *time, void *result);
C HF(returns(same result)) HF(fails(null)) void *localtime_r(const void *time, void *result);

SAME int strcmp(const char *text, const char *other);
SAME int strncmp(const char *text, const char *other, size_t size);
SAME int strcasecmp(const char *text, const char *other);
SAME int strncasecmp(const char *text, const char *other, size_t size);
SAME int strcoll(const char *text, const char *other);
SAME int memcmp(const void *memory, const void *other, size_t size);
SAME size_t strlen(const char *text);
SAME size_t strnlen(const char *text, size_t size);
SAME size_t strspn(const char *text, const char *bytes);
SAME size_t strcspn(const char *text, const char *bytes);
SAME int abs(int number);
SAME long labs(long number);
SAME double fabs(double number);
SAME double floor(double number);
SAME double ceil(double number);
SAME double trunc(double number);
SAME double round(double number);
SAME double sqrt(double number);
SAME double fmod(double number, double divisor);
SAME double pow(double base, double exponent);
SAME HF(also(__builtin_isnan)) int isnan(double number);
SAME HF(also(__builtin_isinf_sign)) int isinf(double number);
SAME HF(also(__builtin_isfinite)) int finite(double number);
SAME HF(also(__builtin_isnormal)) int isnormal(double number);
SAME HF(also(__builtin_signbit)) int signbit(double number);

C void qsort(void *base HF(uses-late), size_t count, size_t size,
             int (*compare)(const void *, const void *) HF(called));
C WITHIN(base) void *bsearch(const void *key, const void *base HF(uses-late), size_t count,
    size_t size, int (*compare)(const void *, const void *) HF(called));
C WITHIN(base) void *lfind(const void *key, const void *base HF(uses-late), size_t *count,
    size_t size, int (*compare)(const void *, const void *) HF(called));

C int pthread_create(void *thread, const void *attributes, void *(*start)(void *),
                     void *argument HF(keeps));
C int thrd_create(void *thread, int (*start)(void *), void *argument HF(keeps));

C __attribute__((noreturn)) void abort(void);
C __attribute__((noreturn)) void exit(int status);
C __attribute__((noreturn)) void _exit(int status);
C __attribute__((noreturn)) void __assert_fail(const char *, const char *, unsigned, const char *);
C __attribute__((noreturn)) void longjmp(void *environment, int value);
