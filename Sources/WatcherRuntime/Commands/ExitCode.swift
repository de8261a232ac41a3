internal import Ledger

/// How a command ends: the codes of sysexits.h, so that scripts and systemd can tell the cases apart.
package enum ExitCode: Int32, Sendable {
    case ok = 0
    /// Wrong flags or arguments (EX_USAGE).
    case usage = 64
    /// The input or a rule is at fault (EX_DATAERR).
    case data = 65
    /// A named file is not there or not readable (EX_NOINPUT).
    case noInput = 66
    /// Something of ours broke (EX_SOFTWARE).
    case software = 70
    /// A file or directory cannot be made (EX_CANTCREAT).
    case cannotCreate = 73
    /// Reading or writing failed (EX_IOERR).
    case io = 74
    /// Try again later (EX_TEMPFAIL).
    case tryLater = 75
    /// The configuration is at fault (EX_CONFIG).
    case configuration = 78
}

/// An error of a command that says what to do now and how the process ends.
package struct CommandFailure: Error, CustomStringConvertible {
    package var code: ExitCode
    package var description: String

    package init(_ code: ExitCode, _ description: String) {
        self.code = code
        self.description = description
    }

    /// Any error as the end of a command: what the state file refuses is an I/O error, what nobody foresaw is ours.
    package init(_ error: any Error) {
        switch error {
        case let failure as CommandFailure: self = failure
        case let error as LedgerError: self.init(.io, "\(error)")
        default: self.init(.software, "\(error)")
        }
    }
}
