/// Name of an element as a document wrote it.
package struct XMLName: Hashable, Sendable {
    package var local: String
    /// Prefix in the document, nil for none.
    package var prefix: String?
    /// nil where there is none, also where the prefix is not declared.
    package var namespace: String?

    package init(local: String, prefix: String? = nil, namespace: String? = nil) {
        self.local = local
        self.prefix = prefix
        self.namespace = namespace
    }
}

/// A name that a document uses for the first time: lent for one call, put into strings only where they are wanted,
/// because a hostile document has a million different ones.
package struct XMLNewName: ~Copyable {
    private let localName: UnsafePointer<UInt8>?
    private let prefixName: UnsafePointer<UInt8>?
    private let namespaceName: UnsafePointer<UInt8>?

    init(_ local: UnsafePointer<UInt8>?, _ prefix: UnsafePointer<UInt8>?, _ namespace: UnsafePointer<UInt8>?) {
        localName = local
        prefixName = prefix
        namespaceName = namespace
    }

    package var name: XMLName { XMLName(local: local, prefix: prefix, namespace: namespace) }
    package var local: String { localName.map { String(cString: $0) } ?? "" }
    package var prefix: String? { prefixName.map { String(cString: $0) } }
    package var namespace: String? { namespaceName.map { String(cString: $0) } }
    package var hasPrefix: Bool { prefixName != nil }
    package var hasNamespace: Bool { namespaceName != nil }

    /// Compares bytes where they lie.
    package func isInNamespace(_ text: StaticString) -> Bool {
        guard let namespaceName else { return false }
        let count = text.utf8CodeUnitCount
        var index = 0
        while index < count, namespaceName[index] == text.utf8Start[index] { index &+= 1 }
        return index == count && namespaceName[count] == 0
    }

    /// The local name in lower case, for a table; nil where it is longer than any name of a table.
    package var key: XMLNameKey? {
        guard let localName else { return nil }
        var key = XMLNameKey()
        var index = 0
        while localName[index] != 0 {
            guard index < XMLNameKey.capacity else { return nil }
            key.append(localName[index])
            index += 1
        }
        return key
    }
}

/// Up to sixteen bytes of a name in lower case.
package struct XMLNameKey: Hashable, Sendable {
    static let capacity = 16
    private var low: UInt64 = 0
    private var high: UInt64 = 0
    private var count = 0

    init() {}

    /// One word says enough for a table of a hundred names.
    package func hash(into hasher: inout Hasher) { hasher.combine(low ^ high) }

    /// nil where the name is too long.
    package init?(_ name: some StringProtocol) {
        for byte in name.utf8 {
            guard count < XMLNameKey.capacity else { return nil }
            append(byte)
        }
    }

    fileprivate mutating func append(_ byte: UInt8) {
        let lower = UInt64(Ascii.lowercased(byte))
        if count < 8 { low |= lower &<< UInt64(count * 8) } else { high |= lower &<< UInt64(count * 8 - 64) }
        count += 1
    }
}
