import Clang
import IR

/// Stands in until branch `lowering` is merged.
func lower(_ unit: TranslationUnit) -> Module {
  Module(
    file: unit.path, functions: [], declarations: [], globals: [], records: [:],
    annotatedTypes: [:], includedFiles: unit.includedFiles)
}
