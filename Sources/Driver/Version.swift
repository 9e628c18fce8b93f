/// The version of holdfast.
public let holdfastVersion = "0.1.0"
