extension Report {

  /// Returns the report as text in `format`.
  public func rendered(as format: OutputFormat, _ options: RenderingOptions) -> String {
    switch format {
    case .full: fullText(options)
    case .concise: conciseText(options)
    case .json: json(options)
    case .jsonLines: jsonLines(options)
    case .sarif: sarif(options)
    case .github: gitHubCommands(options)
    case .gitlab: gitLabReport()
    case .junit: junit()
    case .rdjson: rdjson(options)
    }
  }

}
