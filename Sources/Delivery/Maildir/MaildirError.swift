import Glibc

/// Why a file did not reach its directory, and what to do now.
package struct MaildirError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Remedy: String, Sendable, CaseIterable {
        /// The machine is short of something (space, handles, memory) or its disk failed: keep the row and retry.
        case tryLater
        /// Rights, a missing parent, a file or symbolic link where a directory belongs: an operator must act.
        case fixDirectory
        /// The name is not one of ours; no retry helps.
        case refuse
    }

    /// The step that failed, as a verb: `open`, `create`, `write`, `sync`, `rename`, `remove`, `list`, `name`.
    package var operation: String
    package var path: String
    /// errno of the call; 0 where we refused before calling.
    package var code: Int32
    package var remedy: Remedy

    package init(operation: String, path: String, code: Int32) {
        self.operation = operation
        self.path = path
        self.code = code
        remedy =
            switch code {
            case 0: .refuse
            case EACCES, EPERM, EROFS, ENOENT, ENOTDIR, ELOOP, EISDIR, ENAMETOOLONG, EXDEV: .fixDirectory
            default: .tryLater
            }
    }

    /// A name that is not lower-case hexadecimal plus the directory's suffix.
    static func badName(_ name: String) -> MaildirError {
        MaildirError(operation: "name", path: String(name.prefix(80)), code: 0)
    }

    package var description: String {
        let cause = code == 0 ? "not a name of ours" : String(cString: strerror(code))
        let advice =
            switch remedy {
            case .tryLater where code == ENOSPC || code == EDQUOT: "free some space; it is tried again"
            case .tryLater: "it is tried again"
            case .fixDirectory: "check the directory and its owner, mode and type"
            case .refuse: "nothing was written"
            }
        return "\(operation) \(path): \(cause): \(advice)"
    }
}
