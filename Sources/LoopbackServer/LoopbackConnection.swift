import Foundation

/// One accepted connection, served on a thread of its own until the client leaves or an answer ends it.
struct LoopbackConnection {
    /// More than any request of ours; a longer head ends the connection.
    private static let longestHead = 64 * 1024

    /// More than any body that we post; a longer one ends the connection.
    private static let longestBody = 4 * 1024 * 1024

    let descriptor: Int32
    let number: Int
    let core: LoopbackCore

    func serve() {
        var noDelay: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &noDelay, socklen_t(MemoryLayout<Int32>.size))
        var received: [UInt8] = []
        while let head = readHead(&received) {
            guard var request = LoggedRequest(connection: number, head: head) else {
                _ = send("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                return
            }
            if let length = request.header("Content-Length").flatMap({ Int($0) }), length > 0 {
                guard length <= Self.longestBody, readBody(length, &received) else { return }
                request.body = Array(received[..<length])
                received.removeFirst(length)
            }
            let wantsClose = request.header("Connection")?.lowercased() == "close"
            guard give(core.answer(to: request), to: request), !wantsClose else { return }
        }
    }

    /// Sends `answer`; false where the connection must end with it.
    private func give(_ answer: LoopbackAnswer, to request: LoggedRequest) -> Bool {
        switch answer.manner {
        case .hangUp: return false
        case .silence:
            waitForEnd()
            return false
        default: break
        }
        var answer = answer
        let etag = answer.header("ETag") ?? Self.etag(of: answer.body)
        if request.method != "POST", answer.honoursValidators, answer.status == 200,
            isFresh(request, answer, etag: etag)
        {
            answer = LoopbackAnswer(
                status: 304, fields: answer.fields.filter { $0.name.lowercased() != "content-type" })
        }
        let isBare = request.method == "HEAD" || answer.status == 304 || answer.status == 204
        guard send(head(of: answer, etag: etag, isBare: isBare)) else { return false }
        if isBare { return true }
        switch answer.manner {
        case .whole, .headerFlood: return send(answer.body)
        case .chunked: return sendChunk(answer.body) && send("0\r\n\r\n")
        case .endless:
            let chunk = answer.body.isEmpty ? [UInt8](repeating: 0x2e, count: 16 * 1024) : answer.body
            while sendChunk(chunk) {}
            return false
        case .drip(let milliseconds):
            for byte in answer.body {
                guard send([byte]), core.stopSignal.pause(milliseconds: milliseconds) else { return false }
            }
            return true
        case .stream(let milliseconds):
            for line in Self.lines(of: answer.body) {
                guard sendChunk(line), core.stopSignal.pause(milliseconds: milliseconds) else { return false }
            }
            waitForEnd()
            return false
        case .truncated:
            _ = send(answer.body)
            return false
        case .silence, .hangUp: return false
        }
    }

    private func head(of answer: LoopbackAnswer, etag: String, isBare: Bool) -> String {
        var lines = ["HTTP/1.1 \(answer.status) \(Self.reason(answer.status))"]
        if answer.status == 200, answer.honoursValidators, answer.header("ETag") == nil {
            lines.append("ETag: \(etag)")
        }
        lines += answer.fields.map { "\($0.name): \($0.value)" }
        switch answer.manner {
        case .chunked, .endless, .stream: lines.append("Transfer-Encoding: chunked")
        case .truncated(let missing): lines.append("Content-Length: \(answer.body.count + missing)")
        default: if answer.status != 304 { lines.append("Content-Length: \(answer.body.count)") }
        }
        if case .headerFlood(let bytes) = answer.manner {
            let value = String(repeating: "x", count: 990)
            lines += (0..<(bytes / 1000 + 1)).map { "X-F\($0 % 10000): \(value)" }
        }
        return lines.joined(separator: "\r\n") + "\r\n\r\n"
    }

    private func isFresh(_ request: LoggedRequest, _ answer: LoopbackAnswer, etag: String) -> Bool {
        // If-None-Match decides alone where it is sent (RFC 9110, 13.2.2).
        if let sent = request.header("If-None-Match") { return sent == etag || sent == "W/" + etag }
        guard let since = request.header("If-Modified-Since"), let modified = answer.header("Last-Modified") else {
            return false
        }
        return since == modified
    }

    /// The bytes up to the next empty line, nil at the end of the connection. `received` keeps what follows.
    private func readHead(_ received: inout [UInt8]) -> [UInt8]? {
        let end: [UInt8] = [13, 10, 13, 10]
        var searched = 0
        while true {
            if let at = Self.firstIndex(of: end, in: received, from: max(0, searched - 3)) {
                let head = Array(received[..<at])
                received.removeFirst(at + 4)
                return head
            }
            searched = received.count
            guard received.count < Self.longestHead, receive(&received) else { return nil }
        }
    }

    /// Reads on until `received` holds `length` bytes; false at the end of the connection.
    private func readBody(_ length: Int, _ received: inout [UInt8]) -> Bool {
        while received.count < length {
            guard receive(&received) else { return false }
        }
        return true
    }

    /// Waits for bytes and adds them; false at the end of the connection.
    private func receive(_ received: inout [UInt8]) -> Bool {
        guard core.stopSignal.waitFor(descriptor) else { return false }
        var chunk = [UInt8](repeating: 0, count: 8192)
        let count = recv(descriptor, &chunk, chunk.count, 0)
        guard count > 0 else { return false }
        received += chunk[..<count]
        return true
    }

    private func waitForEnd() {
        var byte: UInt8 = 0
        while core.stopSignal.waitFor(descriptor), recv(descriptor, &byte, 1, 0) > 0 {}
    }

    private func sendChunk(_ bytes: [UInt8]) -> Bool {
        bytes.isEmpty || (send(String(bytes.count, radix: 16) + "\r\n") && send(bytes) && send("\r\n"))
    }

    private func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    /// False where the client went.
    private func send(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                Foundation.send(descriptor, $0.baseAddress! + sent, bytes.count - sent, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    /// The lines with their ends; the last one without, where it has none.
    private static func lines(of body: [UInt8]) -> [[UInt8]] {
        body.split(separator: 0x0a, omittingEmptySubsequences: false).dropLast().map { Array($0) + [0x0a] }
            + [Array(body[((body.lastIndex(of: 0x0a) ?? -1) + 1)...])]
    }

    private static func firstIndex(of end: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard bytes.count >= start + end.count else { return nil }
        return (start...(bytes.count - end.count)).first { bytes[$0..<($0 + end.count)].elementsEqual(end) }
    }

    /// A strong validator of the bytes (FNV-1a): good enough between friends on one machine.
    private static func etag(of body: [UInt8]) -> String {
        let hash = body.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return "\"\(String(hash, radix: 16))\""
    }

    private static func reason(_ status: Int) -> String {
        switch status {
        case 200: "OK"
        case 301: "Moved Permanently"
        case 302: "Found"
        case 304: "Not Modified"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 429: "Too Many Requests"
        case 503: "Service Unavailable"
        default: "Status"
        }
    }
}
