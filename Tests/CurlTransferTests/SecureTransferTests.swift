import LoopbackServer
import Testing

@testable import CurlTransfer

/// Disabled where there is no /usr/bin/openssl to serve TLS.
@Suite(.enabled(if: SecureServer.isAvailable, "needs /usr/bin/openssl"), .timeLimit(.minutes(1)))
struct SecureTransferTests {
    private static let ok = "HTTP/1.0 200 OK\r\nContent-Length: 4\r\n\r\nsafe"

    private func loop(trusting file: String? = nil) throws -> TransferLoop {
        TransferLoop(
            configuration: TransferConfiguration(
                userAgent: "test", addresses: try AddressPolicy(allowing: ["127.0.0.1"]), certificateFile: file))
    }

    @Test func `a trusted certificate for the right host is accepted`() async throws {
        let server = try SecureServer(files: ["ok": Self.ok])
        let response = try await loop(trusting: server.certificateFile).perform(TransferRequest(url: server.url("ok")))
        #expect(response.body == Array("safe".utf8))
    }

    @Test func `an untrusted certificate is refused and the reason told`() async throws {
        let server = try SecureServer(files: ["ok": Self.ok])
        let error = await #expect(throws: TransferError.self) {
            try await loop().perform(TransferRequest(url: server.url("ok")))
        }
        #expect(error?.kind == .tls)
        #expect(error?.detail.contains("certificate") == true)
    }

    @Test func `a certificate for another host is refused`() async throws {
        let server = try SecureServer(files: ["ok": Self.ok], name: "DNS:other.example")
        let kind = await kind {
            try await loop(trusting: server.certificateFile).perform(TransferRequest(url: server.url("ok")))
        }
        #expect(kind == .tls)
    }

    @Test func `TLS 1_1 is refused`() async throws {
        let server = try SecureServer(files: ["ok": Self.ok], options: ["-tls1_1", "-cipher", "ALL:@SECLEVEL=0"])
        let kind = await kind {
            try await loop(trusting: server.certificateFile).perform(TransferRequest(url: server.url("ok")))
        }
        #expect(kind == .tls)
    }

    @Test func `a redirect from https to http is refused and not asked`() async throws {
        let plain = try LoopbackServer(routes: ["/": .text("plain")])
        let server = try SecureServer(files: ["down": "HTTP/1.0 301 Moved\r\nLocation: \(plain.url("/"))\r\n\r\n"])
        let kind = await kind {
            try await loop(trusting: server.certificateFile).perform(TransferRequest(url: server.url("down")))
        }
        #expect(kind == .downgradeRefused)
        #expect(plain.requests == [])
    }

    @Test func `a downgrade in the middle of a chain is refused as well`() async throws {
        let plain = try LoopbackServer()
        let server = try SecureServer(files: ["down": "HTTP/1.0 302 Moved\r\nLocation: \(plain.url("/end"))\r\n\r\n"])
        plain.setRoute("/up", .always(.redirect(to: server.url("down"))))
        let kind = await kind {
            try await loop(trusting: server.certificateFile).perform(TransferRequest(url: plain.url("/up")))
        }
        #expect(kind == .downgradeRefused)
        #expect(plain.requests.map(\.path) == ["/up"])
    }
}
