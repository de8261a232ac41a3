import CLibXML2
import Glibc

/// The attributes of the start tag that is being handed out.
///
/// Lent for one call: it cannot be copied, so no handler can keep it beyond the call, after which libxml2's memory is
/// gone.
package struct XMLStartTag: ~Copyable {
    /// libxml2's array: local name, prefix, namespace, value, end of value for each attribute.
    private let attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    private let name: UnsafePointer<UInt8>?
    package let count: Int
    /// The element has no end tag and ends only because one around it does: what is in it may stand behind it.
    package let isUnclosed: Bool

    init(
        _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, _ count: Int, name: UnsafePointer<UInt8>?,
        isUnclosed: Bool
    ) {
        self.isUnclosed = isUnclosed
        self.attributes = attributes
        self.count = attributes == nil ? 0 : count
        self.name = name
    }

    /// Local name of the element.
    package var localName: String { name.map { String(cString: $0) } ?? "" }

    /// The element is one that HTML does not show: `hidden`, `display:none` and the like.
    package var isHidden: Bool {
        for index in 0..<count {
            let entry = attributes.unsafelyUnwrapped + index * 5
            guard entry[1] == nil, let name = entry[0], let start = entry[3], let end = entry[4] else { continue }
            if HTMLHidden.hides(
                UnsafeBufferPointer(
                    start: name, count: strlen(UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self))),
                UnsafeBufferPointer(start: start, count: end - start))
            {
                return true
            }
        }
        return false
    }

    /// Some attribute has a prefix, as `xml:lang` has.
    package var hasPrefixes: Bool {
        for index in 0..<count where attributes.unsafelyUnwrapped[index * 5 + 1] != nil { return true }
        return false
    }

    /// Value of the attribute without namespace, nil where the tag has none.
    package func value(_ local: StaticString) -> String? {
        for index in 0..<count {
            let entry = attributes! + index * 5
            if entry[1] == nil, isEqual(entry[0], local) { return value(of: entry) }
        }
        return nil
    }

    /// Value of `prefix:local` by the prefix as written, as in `xml:base` and `rdf:about`.
    package func value(prefix: StaticString, _ local: StaticString) -> String? {
        for index in 0..<count {
            let entry = attributes! + index * 5
            if entry[1] != nil, isEqual(entry[0], local), isEqual(entry[1], prefix) { return value(of: entry) }
        }
        return nil
    }

    /// Value of the attribute with that local name whatever its prefix.
    package func value(anyPrefix local: StaticString) -> String? {
        for index in 0..<count {
            let entry = attributes! + index * 5
            if isEqual(entry[0], local) { return value(of: entry) }
        }
        return nil
    }

    /// True where the attribute without namespace is there and says `text` (lower case), in any case.
    package func says(_ local: StaticString, _ text: StaticString) -> Bool {
        for index in 0..<count {
            let entry = attributes! + index * 5
            guard entry[1] == nil, isEqual(entry[0], local), let start = entry[3], let end = entry[4] else { continue }
            return end - start == text.utf8CodeUnitCount && start.hasIgnoringCase(text, at: 0, end: end - start)
        }
        return false
    }

    /// Names of attributes are short and mostly differ at once, hence no call.
    @inline(__always)
    private func isEqual(_ name: UnsafePointer<UInt8>?, _ text: StaticString) -> Bool {
        guard let name else { return false }
        let count = text.utf8CodeUnitCount
        var index = 0
        while index < count, name[index] == text.utf8Start[index] { index &+= 1 }
        return index == count && name[count] == 0
    }

    private func value(of entry: UnsafeMutablePointer<UnsafePointer<UInt8>?>) -> String? {
        guard let start = entry[3], let end = entry[4] else { return nil }
        let count = end - start
        guard start.first(Ascii.ampersand, from: 0, to: count) != nil else {
            return String(trusted: UnsafeBufferPointer(start: start, count: count))
        }
        // Without entity substitution libxml2 hands out every `&` of a value as `&#38;`, and only that.
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        var index = 0
        while index < count {
            if start[index] == Ascii.ampersand, start.has("&#38;", at: index, end: count) {
                bytes.append(Ascii.ampersand)
                index += 5
            } else {
                bytes.append(start[index])
                index += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
