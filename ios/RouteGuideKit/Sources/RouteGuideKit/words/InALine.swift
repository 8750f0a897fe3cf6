// How remarks stand beside each other in one line. What is remarked is told by who remarks it.

/// Remarks in one line; those that are nothing are left out.
func inALine(_ remarks: String?...) -> String {
    remarks.compactMap { $0 }.joined(separator: " · ")
}
