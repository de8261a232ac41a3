import Foundation

/// A TLS server for a test: `openssl s_server` with a certificate made on the spot, serving ready-made responses.
///
/// The loopback server has no TLS, and a second implementation is the better judge anyway.
final class SecureServer {
    static let isAvailable = FileManager.default.isExecutableFile(atPath: openssl)
    private static let openssl = "/usr/bin/openssl"

    let port: Int
    /// The server's own certificate, to be trusted as a root.
    let certificateFile: String
    private let folder: String
    private let process = Process()

    /// `files` are whole HTTP responses by name. `name` is the subject's address or host name, `days` how long it is valid.
    init(files: [String: String], name: String = "IP:127.0.0.1", options: [String] = []) throws {
        folder = NSTemporaryDirectory() + "whynow-tls-\(UUID().uuidString)"
        certificateFile = folder + "/cert.pem"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (file, response) in files { try Data(response.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(file)")) }
        let request = Process()
        request.executableURL = URL(fileURLWithPath: Self.openssl)
        request.arguments = [
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
            "-subj", "/CN=test", "-addext", "subjectAltName=\(name)", "-keyout", folder + "/key.pem", "-out",
            certificateFile,
        ]
        request.standardError = FileHandle.nullDevice
        try request.run()
        request.waitUntilExit()
        process.executableURL = URL(fileURLWithPath: Self.openssl)
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.arguments =
            ["s_server", "-accept", "127.0.0.1:0", "-cert", "cert.pem", "-key", "key.pem", "-HTTP"] + options
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        // It says "ACCEPT 127.0.0.1:PORT" once it listens.
        var text = ""
        var port: Int?
        while port == nil {
            let data = output.fileHandleForReading.availableData
            guard !data.isEmpty else { break }
            text += String(decoding: data, as: UTF8.self)
            port =
                text.split(separator: "\n").dropLast(text.hasSuffix("\n") ? 0 : 1).compactMap { line in
                    line.hasPrefix("ACCEPT") ? line.split(separator: ":").last.flatMap { Int($0) } : nil
                }.first
        }
        guard let port else { throw CocoaError(.executableLoad) }
        self.port = port
    }

    func url(_ file: String, host: String = "127.0.0.1") -> String { "https://\(host):\(port)/\(file)" }

    deinit {
        // Not SIGTERM: a child inherits that the test runner ignores it.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        try? FileManager.default.removeItem(atPath: folder)
    }
}
