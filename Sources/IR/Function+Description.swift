extension Function: CustomStringConvertible {

  /// The function as text: one line for each instruction, with its position behind `@`.
  ///
  ///     func f(n: int32) -> int32:
  ///     bb0:
  ///       h = call h_open()  @2:14
  ///       branch n ? bb1 : bb2  @3:7
  public var description: String { FunctionPrinter(self).text }

  /// Returns the text of one of the function's instructions.
  public func text(of instruction: Instruction) -> String {
    FunctionPrinter(self).text(of: instruction)
  }

  /// Returns the text of one of the function's terminators.
  public func text(of terminator: Terminator) -> String {
    FunctionPrinter(self).text(of: terminator)
  }

}
