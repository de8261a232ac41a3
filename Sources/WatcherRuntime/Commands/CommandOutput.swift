internal import Foundation

/// Where a command speaks: data on stdout, talk on stderr. Tests collect both.
package struct CommandOutput: Sendable {
    /// Writes bytes of data as they are.
    package var data: @Sendable ([UInt8]) -> Void
    /// Writes one line of talk.
    package var talk: @Sendable (String) -> Void

    package init(data: @escaping @Sendable ([UInt8]) -> Void, talk: @escaping @Sendable (String) -> Void) {
        self.data = data
        self.talk = talk
    }

    /// One line of data.
    package func line(_ text: String) { data(Array(text.utf8) + [0x0A]) }

    /// The process's own streams. A reader of stdout that has gone away ends the process quietly, as `| head` expects.
    package static let standard = CommandOutput(
        data: { bytes in
            var written = 0
            while written < bytes.count {
                let count = bytes[written...].withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
                if count < 0 {
                    if errno == EINTR { continue }
                    exit(errno == EPIPE ? ExitCode.ok.rawValue : ExitCode.io.rawValue)
                }
                written += count
            }
        },
        talk: { FileHandle.standardError.write(Data(($0 + "\n").utf8)) }
    )
}
