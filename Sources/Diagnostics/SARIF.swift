/// The parts of SARIF 2.1.0 that a report uses.
enum SARIF {

  /// The whole document.
  struct Log: Encodable {
    let schema = "https://json.schemastore.org/sarif-2.1.0.json"
    let version = "2.1.0"
    let runs: [Run]

    private enum CodingKeys: String, CodingKey {
      case schema = "$schema"
      case version, runs
    }
  }

  /// What one invocation of the tool found.
  struct Run: Encodable {
    let tool: Tool
    let columnKind = "unicodeCodePoints"
    let originalUriBaseIds: [String: ArtifactLocation]
    let invocations: [Invocation]
    let results: [Result]
  }

  /// The tool and its rules.
  struct Tool: Encodable {
    /// The part of the tool that made the report.
    struct Driver: Encodable {
      let name = "holdfast"
      let semanticVersion: String
      let rules: [Rule]
    }
    let driver: Driver
  }

  /// A rule as reports describe it.
  struct Rule: Encodable {
    /// How results of the rule are ranked.
    struct Configuration: Encodable {
      let enabled: Bool
      let level: String
    }
    /// What services read beyond the standard.
    struct Properties: Encodable {
      let tags: [String]
      let precision: String
      let severity: String

      private enum CodingKeys: String, CodingKey {
        case tags, precision
        case severity = "problem.severity"
      }
    }
    let id: String
    let name: String
    let shortDescription: Message
    let fullDescription: Message
    let help: Message
    let defaultConfiguration: Configuration
    let properties: Properties
  }

  /// How the run went.
  struct Invocation: Encodable {
    /// Something that kept a file from being analyzed.
    struct Notification: Encodable {
      let level: String
      let message: Message
      let locations: [Location]
    }
    let executionSuccessful: Bool
    let toolExecutionNotifications: [Notification]
    let workingDirectory: ArtifactLocation
  }

  /// A text, plain and possibly in Markdown.
  struct Message: Encodable {
    let text: String
    let markdown: String?

    init(_ text: String, markdown: String? = nil) {
      self.text = text
      self.markdown = markdown
    }
  }

  /// A file, possibly relative to a named folder.
  struct ArtifactLocation: Encodable {
    let uri: String
    let uriBaseId: String?
  }

  /// A stretch of a file; columns count code points from 1.
  struct Region: Encodable {
    let startLine: Int
    let startColumn: Int
    let endLine: Int
    let endColumn: Int
  }

  /// A region of a file.
  struct PhysicalLocation: Encodable {
    let artifactLocation: ArtifactLocation
    let region: Region?
  }

  /// The function that contains a location.
  struct LogicalLocation: Encodable {
    let name: String
    let kind = "function"
  }

  /// A place, and what is to be said about it.
  struct Location: Encodable {
    let id: Int?
    let physicalLocation: PhysicalLocation
    let logicalLocations: [LogicalLocation]?
    let message: Message?
  }

  /// A step of an execution.
  struct ThreadFlowLocation: Encodable {
    let location: Location
    let importance: String
  }

  /// The steps of one thread.
  struct ThreadFlow: Encodable {
    let locations: [ThreadFlowLocation]
  }

  /// An execution that leads to a finding.
  struct CodeFlow: Encodable {
    let threadFlows: [ThreadFlow]
  }

  /// Why a finding is not reported.
  struct Suppression: Encodable {
    let kind: String
    let justification: String?
  }

  /// What the standard has no place for.
  struct Properties: Encodable {
    /// The configurations in which the finding occurs.
    let configurations: [String]
  }

  /// A finding.
  struct Result: Encodable {
    let ruleId: String
    let ruleIndex: Int?
    let level: String
    let message: Message
    let locations: [Location]
    let partialFingerprints: [String: String]
    let codeFlows: [CodeFlow]?
    let relatedLocations: [Location]?
    let suppressions: [Suppression]?
    let properties: Properties?
  }

}
