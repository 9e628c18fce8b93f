import Testing

/// Constants, casts, calls and constructs of the compiler.
struct ValueTests {

  @Test func functionPointers() throws {
    let source = """
      int g(int); int f(int n, int (*p)(int)) { int (*q)(int) = g; q = &g;
      q = *g; return (g)(1) + (*g)(2) + (&g)(3) + p(4) + (*p)(5) + q(n);
      }
      """
    #expect(
      try body(source) == """
        bb0:
          live q: (int32) -> int32*
          q = function g
          q = function g
          q = function g
          any of bb1, bb2
        bb1:
          %3 = call g(1)
          %4 = call g(2)
          %5 = %3 + %4
          %6 = call g(3)
          %7 = %5 + %6
          %8 = call (p)(4)
          %9 = %7 + %8
          %10 = call (p)(5)
          %1 = %9 + %10
          %2 = call (q)(n)
          jump bb3
        bb2:
          %2 = call (q)(n)
          %11 = call g(1)
          %12 = call g(2)
          %13 = %11 + %12
          %14 = call g(3)
          %15 = %13 + %14
          %16 = call (p)(4)
          %17 = %15 + %16
          %18 = call (p)(5)
          %1 = %17 + %18
          jump bb3
        bb3:
          %19 = %1 + %2
          dead q
          return %19
        """)
  }

  @Test func casts() throws {
    let source = """
      void *g(void); struct S { int a; }; long f(long n) { struct S *s = (struct S *)g();
      struct S *t = g(); char *c = (char *)s; n = (long)s; s = (struct S *)n;
      (void)s; (void)t->a; (void)g(); short k = n; _Bool b = s; double d = n;
      return ((struct S *)c)->a + (n = (long)d) + k + b; }
      """
    #expect(
      try body(source) == """
        bb0:
          live s: S*
          s = call g()
          live t: S*
          t = call g()
          live c: int8*
          c = s as int8*
          n = s as int64
          s = n as S*
          %1 = t->a
          call g()
          live k: int16
          k = n as int16
          live b: uint1
          b = s != 0
          live d: float
          d = n as float
          %2 = c as S*
          %3 = %2->a
          n = d as int64
          %4 = %3 + n
          %5 = %4 + k
          %6 = %5 + b
          dead d
          dead b
          dead k
          dead c
          dead t
          dead s
          return %6
        """)
  }

  @Test func constants() throws {
    let source = """
      enum E { A = 3, B }; int f(void) { long x = sizeof(int) * 4 + B;
      unsigned u = -1; int y = ~0 & 0xff; char c = '\\n'; int z = 7 / 2 % 2 << 3 >> 1;
      int w = A < B && B == 4; return _Alignof(long) + (x ? A : 9) + !u;
      }
      """
    #expect(
      try body(source) == """
        bb0:
          live x: int64
          x = 20
          live u: uint32
          u = 4294967295
          live y: int32
          y = 255
          live c: int8
          c = 10
          live z: int32
          z = 4
          live w: int32
          w = 1
          branch x ? bb1 : bb2
        bb1:
          %1 = 3
          jump bb3
        bb2:
          %1 = 9
          jump bb3
        bb3:
          %2 = 8 + %1
          %3 = !u
          %4 = %2 + %3
          %5 = %4 as int32
          dead w
          dead z
          dead c
          dead y
          dead u
          dead x
          return %5
        """)
  }

  @Test func unevaluated() throws {
    let source = """
      int g(void); int f(int *p) { unsigned long n = sizeof(*p) + sizeof(g()) + sizeof p[g()];
      __typeof__(g()) x = _Generic(*p, int: 2, default: g());
      return n + x + __builtin_offsetof(struct { int a, b; }, b)
      + __builtin_types_compatible_p(int, long)
      + __builtin_choose_expr(0, g(), 5) + __builtin_constant_p(g());
      }
      """
    #expect(
      try body(source) == """
        bb0:
          live n: uint64
          n = 12
          live x: int32
          x = 2
          %1 = n + x
          %2 = %1 + 4
          %3 = %2 + 0
          %4 = %3 + 5
          %5 = %4 + 0
          %6 = %5 as int32
          dead x
          dead n
          return %6
        """)
  }

  @Test func builtins() throws {
    let source = """
      int g(int); void *memcpy(void *, const void *, unsigned long);
      int f(int n, char *p) { if (__builtin_expect(!!(n), 0)) return 1;
      __builtin_memcpy(p, p + 1, 3); __builtin___memcpy_chk(p, p, 2, __builtin_object_size(p, 0));
      if (n > 4) __builtin_trap(); return __builtin_popcount(n); }
      """
    #expect(
      try body(source) == """
        bb0:
          branch n ? bb1 : bb2
        bb1:
          return 1
        bb2:
          call memcpy(p, &p->[1], 3)
          call memcpy(p, p, 2)
          %1 = n > 4
          branch %1 ? bb3 : bb4
        bb3:
          unreachable
        bb4:
          %2 = call __builtin_popcount(n)
          return %2
        """)
  }

  @Test func variableArguments() throws {
    let source = """
      int f(int n, ...) { __builtin_va_list ap; __builtin_va_start(ap, n);
      int x = __builtin_va_arg(ap, int); char *s = __builtin_va_arg(ap, char *);
      __builtin_va_end(ap); return x + *s; }
      """
    #expect(
      try body(source) == """
        bb0:
          live ap: __builtin_va_list
          live x: int32
          opaque "va_arg" reads () writes (%1)
          x = %1
          live s: int8*
          opaque "va_arg" reads () writes (%2)
          s = %2
          %3 = *s
          %4 = x + %3
          dead s
          dead x
          dead ap
          return %4
        """)
  }

  @Test func atomics() throws {
    let source = """
      int f(_Atomic int *p, int *q) { int x = __atomic_load_n(q, 0);
      *p = x; return *p; }
      """
    #expect(
      try body(source) == """
        bb0:
          live x: int32
          x = *q
          *p = x
          %1 = *p
          dead x
          return %1
        """)
  }

  @Test func realAndImaginary() throws {
    let source = """
      double f(_Complex double z) { return __real z; }
      """
    #expect(
      try body(source) == """
        bb0:
          %1 = (?)z
          return %1
        """)
  }

}
