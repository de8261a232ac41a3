import CLibCurl
import Foundation

/// A GET or POST that follows redirects itself, so that each step can be judged and recorded.
///
/// libcurl only does single requests for it: its own following knows neither the refusal of a downgrade in the middle
/// of a chain nor a caller who wants to pace the next host. Lives on the loop's thread, and stays where it is in memory
/// while a handle is set up with it: the callbacks find it by an unretained pointer, kept alive by the loop.
final class HTTPTransfer: CurlJob {
    private let request: TransferRequest
    private let configuration: TransferConfiguration
    private let continuation: CheckedContinuation<Result<TransferResponse, TransferError>, Never>
    private let start = ContinuousClock.now

    private var url: TransferURL
    private var headers: [HeaderField]
    private var post: [UInt8]?
    private var redirects: [Redirect] = []
    private var declined: TransferURL?
    private var wireBytes = 0
    private var headerBytes = 0
    private var head = ResponseHead()
    private var body: [UInt8] = []
    private var isCut = false
    private var address: String?

    /// Why a callback told libcurl to stop.
    private var limit: TransferError.Kind?
    private var refused: (address: String, reason: String)?
    /// A socket was opened to an address that the policy allows.
    private var triedAllowedAddress = false

    /// The request is sent a second time, on a connection of its own.
    private var isRetry = false

    /// Taken for the body at once on the word of a Content-Length.
    private static let mostReserved = 1024 * 1024

    /// More of a redirect's own body than this is not read; the connection is given up instead.
    private static let redirectBodyBytes = 64 * 1024

    init(
        _ request: TransferRequest, _ configuration: TransferConfiguration,
        _ continuation: CheckedContinuation<Result<TransferResponse, TransferError>, Never>
    ) throws(TransferError) {
        self.request = request
        self.configuration = configuration
        self.continuation = continuation
        if let parsed = request.parsedURL { url = parsed } else { url = try TransferURL(request.url) }
        headers = request.headers
        post = request.post
        if let bad = headers.first(where: { !$0.isSendable }) {
            throw TransferError(
                kind: .invalidHeader,
                detail: "a header field has a line break, a NUL or a bad name: \"\(shown(bad.name))\"",
                url: url.redacted)
        }
    }

    var origin: String { url.origin }

    func prepare(_ handle: EasyHandle) throws(TransferError) {
        head = ResponseHead()
        body = []
        limit = nil
        refused = nil
        triedAllowedAddress = false
        let allowed = request.collects ?? request.timeout
        let left = allowed - start.duration(to: .now)
        guard left > .zero else { throw failure(.timeout, "the time limit of \(allowed) is over") }

        handle.set(CURLOPT_URL, url.text)
        handle.set(CURLOPT_NOSIGNAL, 1)
        if let post { handle.set(post: post) } else { handle.set(CURLOPT_HTTPGET, 1) }
        handle.set(CURLOPT_PROTOCOLS_STR, "http,https")
        // Redirects are followed by us, so there is no need to say for which protocols libcurl may.
        handle.set(CURLOPT_FOLLOWLOCATION, 0)
        // A proxy from the environment would connect in our place and undo the check of addresses.
        handle.set(CURLOPT_PROXY, "")
        handle.set(CURLOPT_NETRC, Int(CURL_NETRC_IGNORED.rawValue))
        handle.set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
        handle.set(CURLOPT_FRESH_CONNECT, isRetry ? 1 : 0)
        handle.set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        handle.set(CURLOPT_SSL_VERIFYPEER, 1)
        handle.set(CURLOPT_SSL_VERIFYHOST, 2)
        if let file = configuration.certificateFile { handle.set(CURLOPT_CAINFO, file) }
        // Empty: every decoder that libcurl was built with.
        handle.set(CURLOPT_ACCEPT_ENCODING, "")
        handle.set(CURLOPT_USERAGENT, configuration.userAgent)
        handle.set(headers: headers)
        handle.set(CURLOPT_TIMEOUT_MS, max(1, left.milliseconds))
        handle.set(CURLOPT_CONNECTTIMEOUT_MS, max(1, min(request.connectTimeout, left).milliseconds))
        handle.set(CURLOPT_LOW_SPEED_LIMIT, request.collects == nil ? request.slowestBytesPerSecond : 0)
        handle.set(CURLOPT_LOW_SPEED_TIME, Int(request.slowFor.components.seconds))
        // Without it, removing a transfer that still resolves its name waits for the resolver and holds up all others.
        handle.set(CURLOPT_QUICK_EXIT, 1)

        let context = Unmanaged.passUnretained(self).toOpaque()
        handle.set(CURLOPT_HEADERFUNCTION, receiver: receiveHeader)
        handle.set(CURLOPT_HEADERDATA, context: context)
        handle.set(CURLOPT_WRITEFUNCTION, receiver: receiveBody)
        handle.set(CURLOPT_WRITEDATA, context: context)
        handle.set(opener: openSocket)
        handle.set(CURLOPT_OPENSOCKETDATA, context: context)
        if let code = handle.failure {
            throw failure(.other, "libcurl refused an option: \(handle.text(for: code))", code)
        }
    }

    func advance(after code: CURLcode, _ handle: EasyHandle) throws(TransferError) -> Bool {
        wireBytes += handle.long(CURLINFO_HEADER_SIZE) + handle.offset(CURLINFO_SIZE_DOWNLOAD_T)
        address = handle.string(CURLINFO_PRIMARY_IP)
        if let location = redirectLocation, code == CURLE_OK || (code == CURLE_WRITE_ERROR && limit == nil) {
            return try follow(location)
        }
        if isEnough(code) {
            isCut = true
            return false
        }
        // An idle HTTP/2 connection may break just as a request goes out on it, which says nothing about the server. A
        // GET may be repeated (RFC 9110, 9.2.2), once; libcurl does so by itself for HTTP/1.1.
        if code == CURLE_HTTP2 || code == CURLE_HTTP2_STREAM, limit == nil, !isRetry, post == nil {
            isRetry = true
            return true
        }
        guard code == CURLE_OK else { throw reason(for: code, handle) }
        return false
    }

    func end(with error: TransferError?) {
        if let error {
            continuation.resume(returning: .failure(error))
            return
        }
        continuation.resume(
            returning: .success(
                TransferResponse(
                    status: head.status, headers: HeaderFields(head.fields), body: body, isCut: isCut, url: url,
                    redirects: redirects,
                    declinedRedirect: declined, address: address, wireBytes: wireBytes,
                    seconds: start.duration(to: .now).seconds)))
    }

    /// A body that the caller takes as far as it came: the limit that cuts, the end of the window, or a peer that hung up
    /// within it. A connection that stays open has no other end.
    private func isEnough(_ code: CURLcode) -> Bool {
        if limit == .bodyTooLarge { return request.cutsBody || request.collects != nil }
        guard request.collects != nil, limit == nil, head.isComplete else { return false }
        switch code {
        case CURLE_OPERATION_TIMEDOUT: return true
        case CURLE_PARTIAL_FILE, CURLE_RECV_ERROR, CURLE_HTTP2, CURLE_HTTP2_STREAM: return !body.isEmpty
        default: return false
        }
    }

    // MARK: Redirects

    /// The Location of a response that asks to be followed.
    private var redirectLocation: String? {
        guard [301, 302, 303, 307, 308].contains(head.status) else { return nil }
        return HeaderFields(head.fields)["Location"].flatMap { $0.isEmpty ? nil : $0 }
    }

    private func follow(_ location: String) throws(TransferError) -> Bool {
        let next: TransferURL
        do {
            next = try url.resolving(location)
        } catch {
            var error = error
            error.detail = "\(url.redacted) redirects to a bad address: \(error.detail)"
            throw error
        }
        guard redirects.count < request.maxRedirects else {
            throw failure(.tooManyRedirects, "more than \(request.maxRedirects) redirects, the last one to \(next)")
        }
        guard next.isSecure || !url.isSecure else {
            throw failure(.downgradeRefused, "redirects from https to \(next), which anybody on the way could change")
        }
        guard request.followsTo(next) else {
            declined = next
            return false
        }
        if next.origin != url.origin { headers.removeAll(where: \.isSecret) }
        if head.status == 303, post != nil {
            post = nil
            headers.removeAll { $0.name.lowercased() == "content-type" }
        }
        isRetry = false
        redirects.append(Redirect(from: url, status: head.status, to: next))
        url = next
        return true
    }

    // MARK: What the callbacks do; a false ends the transfer

    fileprivate func take(headerLine: UnsafeRawBufferPointer) -> Bool {
        headerBytes += headerLine.count
        guard headerBytes <= request.maxHeaderBytes else {
            limit = .headersTooLarge
            return false
        }
        head.take(headerLine)
        return true
    }

    fileprivate func take(bodyPart: UnsafeRawBufferPointer) -> Bool {
        if redirectLocation != nil, body.count + bodyPart.count > Self.redirectBodyBytes { return false }
        let room = request.maxBodyBytes - body.count
        if body.isEmpty, let announced = head.announcedLength {
            body.reserveCapacity(min(max(announced, 0), room, Self.mostReserved))
        }
        guard bodyPart.count <= room else {
            limit = .bodyTooLarge
            if request.cutsBody || request.collects != nil { body.append(contentsOf: bodyPart.prefix(room)) }
            return false
        }
        body.append(contentsOf: bodyPart)
        return true
    }

    fileprivate func open(_ wanted: UnsafePointer<curl_sockaddr>) -> curl_socket_t {
        let address = IPAddress(
            socketAddress: shim_socket_address(wanted), family: wanted.pointee.family,
            length: Int(wanted.pointee.addrlen))
        guard let address else {
            refused = ("family \(wanted.pointee.family)", "not an internet address")
            return CURL_SOCKET_BAD
        }
        if case .refused(let reason) = configuration.addresses.verdict(on: address) {
            refused = (address.description, reason)
            return CURL_SOCKET_BAD
        }
        triedAllowedAddress = true
        return socket(
            wanted.pointee.family, wanted.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue), wanted.pointee.protocol)
    }

    // MARK: Errors

    private func reason(for code: CURLcode, _ handle: EasyHandle) -> TransferError {
        switch limit {
        case .bodyTooLarge:
            return failure(.bodyTooLarge, "the body is larger than \(request.maxBodyBytes) bytes", code)
        case .headersTooLarge:
            return failure(.headersTooLarge, "the header fields are larger than \(request.maxHeaderBytes) bytes", code)
        default: break
        }
        if let refused, !triedAllowedAddress, code == CURLE_COULDNT_CONNECT {
            var error = failure(
                .addressRefused,
                "\(url.host) is at \(refused.address), which is \(refused.reason); "
                    + "if it should be fetched, list the address under network.allow in the settings", code)
            error.address = refused.address
            return error
        }
        return failure(Self.kind(of: code, text: handle.text(for: code)), handle.text(for: code), code)
    }

    private func failure(_ kind: TransferError.Kind, _ detail: String, _ code: CURLcode = CURLE_OK) -> TransferError {
        TransferError(kind: kind, detail: detail, url: url.redacted, address: address, curlCode: Int(code.rawValue))
    }

    private static func kind(of code: CURLcode, text: String) -> TransferError.Kind {
        switch code {
        case CURLE_UNSUPPORTED_PROTOCOL: .protocolRefused
        case CURLE_URL_MALFORMAT: .invalidURL
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: .resolve
        case CURLE_COULDNT_CONNECT, CURLE_INTERFACE_FAILED: .connect
        // One code for two limits; the text of lib/speedcheck.c tells them apart.
        case CURLE_OPERATION_TIMEDOUT: text.hasPrefix("Operation too slow") ? .tooSlow : .timeout
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER,
            CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS:
            .tls
        case CURLE_TOO_MANY_REDIRECTS: .tooManyRedirects
        case CURLE_FILESIZE_EXCEEDED: .bodyTooLarge
        case CURLE_WEIRD_SERVER_REPLY, CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_BAD_CONTENT_ENCODING, CURLE_HTTP2,
            CURLE_HTTP2_STREAM, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_HTTP_RETURNED_ERROR, CURLE_WRITE_ERROR:
            .brokenResponse
        default: .other
        }
    }
}

/// For a message: short and without control characters.
private func shown(_ text: String) -> String {
    String(text.unicodeScalars.prefix(40).map { $0.value < 0x20 ? " " : Character($0) })
}

extension Duration {
    fileprivate var milliseconds: Int {
        Int(clamping: components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
    }
    fileprivate var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}

// MARK: Callbacks. The context is an HTTPTransfer that the loop holds until its handle is reset; anything but the full
// count tells libcurl to stop.

private func transfer(_ context: UnsafeMutableRawPointer?) -> HTTPTransfer? {
    context.map { Unmanaged<HTTPTransfer>.fromOpaque($0).takeUnretainedValue() }
}

private let receiveHeader: curl_write_callback = { bytes, size, count, context in
    guard let transfer = transfer(context) else { return 0 }
    let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
    return transfer.take(headerLine: line) ? line.count : line.count &+ 1
}

private let receiveBody: curl_write_callback = { bytes, size, count, context in
    guard let transfer = transfer(context) else { return 0 }
    let part = UnsafeRawBufferPointer(start: bytes, count: size * count)
    return transfer.take(bodyPart: part) ? part.count : part.count &+ 1
}

private let openSocket: curl_opensocket_callback = { context, _, address in
    guard let transfer = transfer(context), let address else { return CURL_SOCKET_BAD }
    return transfer.open(address)
}
