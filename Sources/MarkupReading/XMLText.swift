/// A piece of a document's text, and where it belongs in the outline of its tags.
///
/// Sixteen bytes, because a hostile document has millions: `MarkupLimits.documentBytes` is far below four gigabytes.
struct XMLText {
    /// Bytes of the outline before it.
    let position: UInt32
    /// Offset of its first byte, in the document or in the decoded text.
    private let start: UInt32
    private var length: UInt32
    /// Offset in the document behind a decoded text; all ones for a text that stands there as it is.
    private var decodedTo: UInt32

    init(position: Int, asItStands range: Range<Int>) {
        self.position = UInt32(position)
        start = UInt32(range.lowerBound)
        length = UInt32(range.count)
        decodedTo = .max
    }

    init(position: Int, start: Int, count: Int, decodedTo sourceEnd: Int) {
        self.position = UInt32(position)
        self.start = UInt32(start)
        length = UInt32(count)
        decodedTo = UInt32(sourceEnd)
    }

    var isDecoded: Bool { decodedTo != .max }
    var end: Int { Int(start) + Int(length) }
    var sourceEnd: Int { isDecoded ? Int(decodedTo) : end }

    mutating func extend(by more: Int, sourceEnd: Int) {
        length += UInt32(more)
        if isDecoded { decodedTo = UInt32(sourceEnd) }
    }

    /// Its bytes, borrowed from one of the two.
    @inline(__always)
    func bytes(document: UnsafePointer<UInt8>, decoded: UnsafePointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: (isDecoded ? decoded : document) + Int(start), count: Int(length))
    }
}

/// The texts of a document in their order, in memory of their own: an array would ask before every change whether
/// somebody else holds it too.
struct XMLTextList: ~Copyable {
    private(set) var count = 0
    private var capacity: Int
    private var base: UnsafeMutablePointer<XMLText>

    init(capacity: Int) {
        self.capacity = max(capacity, 16)
        base = .allocate(capacity: self.capacity)
    }

    deinit { base.deallocate() }

    /// All of them; borrowed until the next change.
    var all: UnsafeBufferPointer<XMLText> { UnsafeBufferPointer(start: base, count: count) }

    /// Offset of the outline at which the last one stands; none has this offset where there is none.
    var lastPosition: UInt32 { count > 0 ? base[count &- 1].position : .max }

    /// There must be one.
    var last: XMLText {
        get {
            precondition(count > 0)
            return base[count &- 1]
        }
        set {
            precondition(count > 0)
            base[count &- 1] = newValue
        }
    }

    @inline(__always)
    mutating func append(_ text: XMLText) {
        if count == capacity { grow() }
        (base + count).initialize(to: text)
        count &+= 1
    }

    private mutating func grow() {
        let larger = UnsafeMutablePointer<XMLText>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: base, count: count)
        base.deallocate()
        base = larger
        capacity *= 2
    }
}
