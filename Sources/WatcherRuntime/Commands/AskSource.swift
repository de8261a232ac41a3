internal import SourceFetching

/// How the commands ask an address: once, unconditionally, with the manners of the watcher.
typealias AskSource = @Sendable (FetchRequest) async -> FetchOutcome

extension FetchFault {
    /// How a command ends that could not fetch what it was asked for.
    var exitCode: ExitCode {
        switch kind {
        case .dns, .connect, .timeout, .tooSlow, .rateLimited, .serverError, .hostPaused, .cancelled, .shutDown,
            .brokenResponse:
            .tryLater
        case .contactRequired, .credentialMissing: .configuration
        case .invalidURL, .protocolRefused: .usage
        default: .noInput
        }
    }
}
