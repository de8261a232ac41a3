internal import ConfigLoading

/// What the commands that change sources have in common.
enum SourcesCommands {
    static let takesEffect =
        "A running watcher takes it up at its next reload: systemctl reload whynow, or SIGHUP."
}

extension CommandFailure {
    /// What a file of sources refuses: the caller's mistake, the file's, or the disk's.
    init(_ fault: SourceFiles.Fault) {
        let code: ExitCode =
            switch fault.kind {
            case .noSuchSource: .noInput
            case .taken, .wouldNotLoad: .data
            case .byHand: .configuration
            case .cannotWrite: .cannotCreate
            case .changedMeanwhile: .tryLater
            }
        self.init(code, fault.description)
    }
}
