import CLibCurl

/// A libcurl easy handle with the memory that must outlive its transfer.
///
/// Lives on the loop's thread. Options report through `failure`, so that a transfer is set up without a test at each
/// line and judged once.
final class EasyHandle {
    let pointer: UnsafeMutableRawPointer
    /// The first option that libcurl refused since the last reset.
    private(set) var failure: CURLcode?
    /// Whom it served last: its TLS session is worth most there.
    var lastOrigin = ""
    private let errorText: UnsafeMutablePointer<CChar>
    private var list: UnsafeMutablePointer<curl_slist>?

    /// nil without memory.
    init?() {
        guard let pointer = curl_easy_init() else { return nil }
        self.pointer = pointer
        errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        _ = shim_easy_set_pointer(pointer, CURLOPT_ERRORBUFFER, errorText)
    }

    deinit {
        curl_easy_cleanup(pointer)
        curl_slist_free_all(list)
        errorText.deallocate()
    }

    /// Back to the defaults; connections and TLS sessions stay (curl_easy_reset(3)).
    func reset() {
        curl_easy_reset(pointer)
        curl_slist_free_all(list)
        list = nil
        failure = nil
        errorText[0] = 0
        _ = shim_easy_set_pointer(pointer, CURLOPT_ERRORBUFFER, errorText)
    }

    func set(_ option: CURLoption, _ value: Int) { note(shim_easy_set_long(pointer, option, value)) }
    func set(_ option: CURLoption, _ value: String) { note(shim_easy_set_string(pointer, option, value)) }

    /// Makes the request a POST of `body`, which libcurl copies.
    func set(post body: [UInt8]) {
        set(CURLOPT_POST, 1)
        // The size comes first: without it, COPYPOSTFIELDS takes the bytes for a C string.
        set(CURLOPT_POSTFIELDSIZE, body.count)
        body.withUnsafeBytes { bytes in
            note(shim_easy_set_bytes(pointer, CURLOPT_COPYPOSTFIELDS, bytes.baseAddress ?? UnsafeRawPointer(errorText)))
        }
    }

    /// `context` must live until the transfer ended and the handle was reset.
    func set(_ option: CURLoption, context: UnsafeMutableRawPointer) {
        note(shim_easy_set_pointer(pointer, option, context))
    }

    func set(_ option: CURLoption, receiver: curl_write_callback) {
        note(shim_easy_set_receiver(pointer, option, receiver))
    }

    func set(opener: curl_opensocket_callback) { note(shim_easy_set_opener(pointer, opener)) }

    /// Header lines `Name: value`, in the form that libcurl wants (`Name;` for an empty value).
    func set(headers: [HeaderField]) {
        note(shim_easy_set_list(pointer, CURLOPT_HTTPHEADER, nil))
        curl_slist_free_all(list)
        list = nil
        for field in headers {
            guard
                let longer = curl_slist_append(
                    list, field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)")
            else {
                note(CURLE_OUT_OF_MEMORY)
                return
            }
            list = longer
        }
        note(shim_easy_set_list(pointer, CURLOPT_HTTPHEADER, list))
    }

    func long(_ info: CURLINFO) -> Int {
        var value = 0
        return shim_easy_get_long(pointer, info, &value) == CURLE_OK ? value : 0
    }

    func offset(_ info: CURLINFO) -> Int {
        var value: curl_off_t = 0
        return shim_easy_get_offset(pointer, info, &value) == CURLE_OK ? Int(value) : 0
    }

    func string(_ info: CURLINFO) -> String? {
        var value: UnsafePointer<CChar>?
        guard shim_easy_get_string(pointer, info, &value) == CURLE_OK, let value, value[0] != 0 else { return nil }
        return String(cString: value)
    }

    /// What libcurl wrote about the failure, or its general text for `code`.
    func text(for code: CURLcode) -> String {
        errorText[0] == 0 ? String(cString: curl_easy_strerror(code)) : String(cString: errorText)
    }

    private func note(_ code: CURLcode) { if failure == nil, code != CURLE_OK { failure = code } }
}
