#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

exit(runHoldfast(Array(CommandLine.arguments.dropFirst())))
