import CLibCurl
import Foundation

/// An absolute http or https URL as libcurl understands it, with its parts.
///
/// The same parser judges a URL and later connects with it, so that the two cannot disagree about the host. Numeric
/// hosts in octal, hexadecimal, short or one-number form are written out; international names are in their ASCII form.
package struct TransferURL: Hashable, Sendable, CustomStringConvertible {
    /// The whole URL, with user and password where it has them; for libcurl, not for logs.
    let text: String
    /// `http` or `https`.
    package let scheme: String
    /// Lower case, without brackets and zone.
    package let host: String
    package let port: Int
    let hasCredentials: Bool
    /// Scheme, host and port: who credentials belong to (RFC 6454).
    package let origin: String
    /// The whole URL without user and password.
    package let redacted: String

    /// The longest that is taken.
    package static let longest = 8192

    /// - Throws: `invalidURL` or `protocolRefused`.
    package init(_ text: String) throws(TransferError) { try self.init(text, relativeTo: nil) }

    /// Where a Location of this URL leads. A user and password in a Location are dropped: no server gives us those.
    /// - Throws: `invalidURL` or `protocolRefused`.
    package func resolving(_ location: String) throws(TransferError) -> TransferURL {
        try TransferURL(location, relativeTo: self)
    }

    /// The same address with the user and password of `other`, where both are of one origin; else unchanged.
    package func withCredentials(of other: TransferURL) -> TransferURL {
        guard other.hasCredentials, other.origin == origin, let start = redacted.range(of: "://")?.upperBound,
            let userInfo = other.text.range(of: "://")?.upperBound,
            let path = other.text[userInfo...].firstIndex(where: { "/?#".contains($0) }),
            let at = other.text[userInfo..<path].lastIndex(of: "@")
        else { return self }
        return (try? TransferURL(String(redacted[..<start] + other.text[userInfo...at] + redacted[start...]))) ?? self
    }

    /// Path and query as they are sent; `/` at least.
    package var target: String {
        guard let start = redacted.range(of: "://")?.upperBound,
            let path = redacted[start...].firstIndex(where: { $0 == "/" || $0 == "?" })
        else { return "/" }
        return redacted[path] == "/" ? String(redacted[path...]) : "/" + redacted[path...]
    }

    package var isSecure: Bool { scheme == "https" }

    package var description: String { redacted }

    private init(_ text: String, relativeTo base: TransferURL?) throws(TransferError) {
        guard !text.isEmpty, text.utf8.count <= Self.longest, !text.utf8.contains(0) else {
            throw Self.invalid(text, text.isEmpty ? "it is empty" : "it is too long or has a NUL")
        }
        guard let parts = curl_url() else { throw TransferError(kind: .other, detail: "out of memory") }
        defer { curl_url_cleanup(parts) }
        if let base {
            let result = curl_url_set(parts, CURLUPART_URL, base.text, 0)
            guard result == CURLUE_OK else { throw Self.invalid(base.text, Self.reason(result)) }
        }
        let flags = UInt32(CURLU_URLENCODE | CURLU_NON_SUPPORT_SCHEME)
        let result = curl_url_set(parts, CURLUPART_URL, text, flags)
        guard result == CURLUE_OK else { throw Self.invalid(text, Self.reason(result)) }
        let scheme = Self.part(CURLUPART_SCHEME, of: parts)?.lowercased() ?? ""
        guard scheme == "http" || scheme == "https" else {
            throw TransferError(
                kind: .protocolRefused, detail: "only http and https are fetched, not \"\(scheme)\"",
                url: Self.shown(text))
        }
        _ = curl_url_set(parts, CURLUPART_FRAGMENT, nil, 0)
        try Self.writeHostInASCII(parts, text)
        if let base, !base.hasCredentials || Self.origin(of: parts, scheme: scheme) != base.origin {
            Self.dropCredentials(parts)
        }
        guard let host = Self.part(CURLUPART_HOST, of: parts), !host.isEmpty,
            let port = Self.part(CURLUPART_PORT, of: parts, UInt32(CURLU_DEFAULT_PORT)).flatMap({ Int($0) }),
            let whole = Self.part(CURLUPART_URL, of: parts)
        else { throw Self.invalid(text, "it has no host") }
        self.scheme = scheme
        self.host = Self.bare(host)
        self.port = port
        self.text = whole
        hasCredentials = Self.part(CURLUPART_USER, of: parts) != nil || Self.part(CURLUPART_PASSWORD, of: parts) != nil
        origin = "\(scheme)://\(self.host):\(port)"
        // Putting the whole together again is what costs most here, and most addresses have no user.
        guard hasCredentials else {
            redacted = whole
            return
        }
        Self.dropCredentials(parts)
        redacted = Self.part(CURLUPART_URL, of: parts) ?? "\(scheme)://\(host)"
    }

    /// International names become what the name system knows (IDNA).
    ///
    /// libcurl would ask libidn2, which reads the name in the character set of the process locale; a daemon's is "C".
    private static func writeHostInASCII(_ parts: OpaquePointer, _ text: String) throws(TransferError) {
        guard let host = part(CURLUPART_HOST, of: parts), !host.utf8.allSatisfy({ $0 < 0x80 }) else { return }
        var components = URLComponents()
        components.host = host
        guard let encoded = components.encodedHost, encoded.utf8.allSatisfy({ $0 < 0x80 && $0 != 0x25 }),
            curl_url_set(parts, CURLUPART_HOST, encoded, 0) == CURLUE_OK
        else { throw invalid(text, "its host is not an international domain name") }
    }

    private static func origin(of parts: OpaquePointer, scheme: String) -> String {
        let host = part(CURLUPART_HOST, of: parts) ?? ""
        let port = part(CURLUPART_PORT, of: parts, UInt32(CURLU_DEFAULT_PORT)) ?? ""
        return "\(scheme)://\(bare(host)):\(port)"
    }

    private static func dropCredentials(_ parts: OpaquePointer) {
        _ = curl_url_set(parts, CURLUPART_USER, nil, 0)
        _ = curl_url_set(parts, CURLUPART_PASSWORD, nil, 0)
    }

    private static func bare(_ host: String) -> String {
        let lower = host.lowercased()
        return lower.hasPrefix("[") && lower.hasSuffix("]") ? String(lower.dropFirst().dropLast()) : lower
    }

    private static func part(_ part: CURLUPart, of parts: OpaquePointer, _ flags: UInt32 = 0) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard curl_url_get(parts, part, &text, flags) == CURLUE_OK, let text else { return nil }
        defer { curl_free(text) }
        return String(cString: text)
    }

    private static func invalid(_ text: String, _ reason: String) -> TransferError {
        TransferError(kind: .invalidURL, detail: "not a URL that can be fetched: \(reason)", url: shown(text))
    }

    private static func reason(_ code: CURLUcode) -> String { String(cString: curl_url_strerror(code)) }

    /// `text` for a message: its start, without what stands before an @ of the authority, without control characters.
    private static func shown(_ text: String) -> String {
        var shown = text
        if let start = text.range(of: "://")?.upperBound {
            let end = text[start...].firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? text.endIndex
            if let at = text[start..<end].lastIndex(of: "@") { shown.replaceSubrange(start...at, with: "") }
        }
        return String(shown.unicodeScalars.prefix(200).map { $0.value < 0x20 ? " " : Character($0) })
    }
}
