import Foundation
import RuleLanguage
import TriggerModel

/// How a source is asked: its address, method, body, key, further pages and control question.
struct SourceRequestDecoder {
    let reader: MappingReader
    let kind: Source.Kind
    let faults: FaultList

    // MARK: Address

    func check(address url: TextValue) {
        guard kind != .activity else {
            if ScalarReading.isWebAddress(url.text) || url.text.contains("://") {
                faults.error(
                    url.place,
                    "url of an activity is the path of a file or directory; found \(YAMLContext.shown(url.text))")
            }
            return
        }
        guard ScalarReading.isWebAddress(SourceAddress.filled(url.text)) else {
            faults.error(
                url.place,
                URL(string: url.text)?.user() != nil
                    ? "url holds a user name or password; a source is fetched without one"
                    : "url is \(ValueKind.url.expectation); found \(YAMLContext.shown(url.text))")
            return
        }
        checkPlaceholders(url, key: "url")
    }

    /// Each name in braces is one that will be filled.
    private func checkPlaceholders(_ value: TextValue, key: String) {
        for name in SourceAddress.names(in: value.text) {
            if !SourceAddress.isPlaceholder(name) {
                faults.error(
                    value.place,
                    "unknown placeholder {\(name.prefix(40))} in \(key)"
                        + NearestName.hint(String(name), in: SourceAddress.placeholders))
            } else if name == "timepoint", kind != .stream {
                faults.error(value.place, "{timepoint} only means something for kind: stream")
            } else if name == "page" || name == "offset", reader.node("page") == nil {
                faults.error(value.place, "{\(name)} in \(key) needs page:, which says how many pages are read")
            }
        }
    }

    func dailyIndex() -> String? {
        guard let index = reader.text("daily-index") else { return nil }
        guard ScalarReading.isWebAddress(SourceAddress.filled(index.text)) else {
            faults.error(
                index.place, "daily-index is \(ValueKind.url.expectation); found \(YAMLContext.shown(index.text))")
            return nil
        }
        let valid = ["yyyy", "q", "yyyymmdd", "today"]
        let names = SourceAddress.names(in: index.text)
        for name in names where !valid.contains(String(name)) {
            faults.error(
                index.place,
                "unknown placeholder {\(name.prefix(40))} in daily-index" + NearestName.hint(String(name), in: valid))
        }
        if !names.contains("yyyymmdd"), !names.contains("today") {
            faults.error(index.place, "daily-index is the same on all days; write the day as {yyyymmdd}")
        }
        return index.text
    }

    // MARK: Request

    /// nil where a value cannot be read; the fault is reported.
    func request() -> SourceRequest? {
        guard let method = reader.choice("method", SourceRequest.Method.self) else { return nil }
        let body = reader.text("body")
        if kind == .json || kind == .csv {
            if method == .post, body == nil {
                faults.error(reader.place(of: "method"), "method: POST needs body:, the question as JSON")
            }
            if method == .get, let body { faults.error(body.place, "body only goes with method: POST") }
        }
        if let body { checkJSON(body, key: "body") }
        return SourceRequest(method: method, body: body?.text, credential: credential())
    }

    private func checkJSON(_ body: TextValue, key: String) {
        for name in SourceAddress.names(in: body.text) where SourceAddress.isPlaceholder(name) {
            if name == "page" || name == "offset", reader.node("page") == nil {
                faults.error(body.place, "{\(name)} in \(key) needs page:, which says how many pages are read")
            }
        }
        do {
            _ = try JSONSerialization.jsonObject(
                with: Data(SourceAddress.filled(body.text).utf8), options: .fragmentsAllowed)
        } catch {
            let reason = ((error as NSError).userInfo["NSDebugDescription"] as? String)?.trimmingSuffix(".")
            faults.error(body.place, "\(key) is not JSON\(reason.map { ": \($0)" } ?? "")")
        }
    }

    private func credential() -> SourceCredential? {
        let form = reader.text("credential-as")
        guard let name = reader.text("credential") else {
            if reader.node("credential-as") != nil {
                faults.error(
                    reader.place(of: "credential-as"),
                    "credential-as needs credential:, the name of the file with the key")
            }
            return nil
        }
        guard Identifiers.isFileName(name.text), name.text.utf8.count <= 100 else {
            faults.error(
                name.place,
                "credential is the name of a file, of \(Identifiers.fileNameRule); found "
                    + "\(YAMLContext.shown(name.text)). The key itself never stands here")
            return nil
        }
        guard let form, let parsed = credentialForm(form) else { return nil }
        if let url = reader.text("url"), url.text.lowercased().hasPrefix("http://") {
            faults.warning(url.place, "the key of credential: can be read on its way; ask over https")
        }
        return SourceCredential(name: name.text, form: parsed)
    }

    private func credentialForm(_ value: TextValue) -> SourceCredential.Form? {
        switch value.text {
        case "basic": return .basicUser
        case "bearer": return .bearer
        default: break
        }
        let slip = NearestName.find(value.text, in: ["basic", "bearer"])
        let isToken = value.text.utf8.allSatisfy(Self.isTokenByte) && value.text.utf8.count <= 64
        guard slip == nil, isToken, !Self.ownHeaders.contains(value.text.lowercased()) else {
            faults.error(
                value.place,
                "credential-as is basic, bearer, or the name of a header field, as X-Api-Key; found "
                    + YAMLContext.shown(value.text) + (slip.map { " (did you mean \($0)?)" } ?? ""))
            return nil
        }
        return .header(value.text)
    }

    /// Header fields that a transfer writes itself.
    private static let ownHeaders: Set<String> = [
        "host", "content-length", "content-type", "transfer-encoding", "connection", "user-agent", "accept",
        "accept-encoding", "te", "upgrade", "trailer", "if-none-match", "if-modified-since", "expect",
    ]

    /// RFC 9110 section 5.6.2.
    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }

    // MARK: Pages and control question

    func paging(url: TextValue, body: TextValue?) -> Paging? {
        guard kind == .json || kind == .csv, let reader = reader.mapping("page") else { return nil }
        let more = reader.text("more")
        if let more { RecordDecoder.check(pointer: more, key: "more", faults: faults) }
        if more != nil, kind == .csv {
            faults.error(reader.place(of: "more"), "more only means something for kind: json")
        }
        let names = SourceAddress.names(in: url.text) + (body.map { SourceAddress.names(in: $0.text) } ?? [])
        if more == nil, !names.contains("page"), !names.contains("offset") {
            faults.error(
                reader.place,
                "each page would be the first again; put {page} or {offset} into url or body, or say where the next "
                    + "address stands with more:")
        }
        guard let first = reader.integer("first"), let step = reader.integer("step"), let most = reader.integer("most")
        else { return nil }
        return Paging(first: first, step: step, most: most, more: more?.text)
    }

    func control() -> ControlQuery? {
        guard kind == .json || kind == .csv, let control = reader.mapping("control") else { return nil }
        let url = control.text("url")
        let body = control.text("body")
        if url == nil, body == nil, control.node("url") == nil, control.node("body") == nil {
            faults.error(control.place, "control asks the same question again; give it a url: or a body: of its own")
        }
        if let body {
            if reader.string("method") != SourceRequest.Method.post.rawValue {
                faults.error(body.place, "body of control only goes with method: POST")
            }
            checkJSON(body, key: "body of control")
        }
        guard let atLeast = control.integer("at-least") else { return nil }
        return ControlQuery(url: url?.text, body: body?.text, atLeast: atLeast)
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}
