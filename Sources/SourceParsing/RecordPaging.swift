package import TriggerModel

/// What an answer says about further pages, and how many records it holds.
package enum RecordPaging {
    package enum More: Hashable, Sendable {
        case none
        /// `{page}` and `{offset}` count on.
        case nextPage
        /// Absolute where the answer's own address is known, else as the answer writes it.
        case address(String)
    }

    /// - Parameter url: the answer's own address.
    /// - Returns: what stands at `paging.more`: an address; a next page where it is true or a number above 0; none where
    ///   it is false, null, empty or not there, and where `bytes` are no JSON. Without `more` there is always a next
    ///   page, and the caller stops at one that brings nothing new.
    package static func more(in bytes: [UInt8], _ paging: Paging, url: String? = nil) -> More {
        guard let text = paging.more else { return .nextPage }
        var reader = JSONReader(bytes)
        guard let pointer = JSONPointer(text), let value = reader.read(), let found = pointer.value(in: value) else {
            return .none
        }
        switch found {
        case .bool(let isMore): return isMore ? .nextPage : .none
        case .number(let number): return (Double(number) ?? 0) > 0 ? .nextPage : .none
        case .string(let text):
            guard let text = text.trimmedOrNil, text.lowercased() != "false", text != "0" else { return .none }
            return text.lowercased() == "true" ? .nextPage : .address(WebAddress.absolute(text, against: url) ?? text)
        case .null, .array, .object: return .none
        }
    }
}
