import Glibc

/// Bytes that grow at the end, owned by one value.
///
/// An array would ask before every append whether somebody else holds it too; a feed's texts and tags are thousands of
/// short appends. Pointers into it live until the next append.
package struct ByteBuffer: ~Copyable {
    package private(set) var count = 0
    private var capacity: Int
    private var base: UnsafeMutablePointer<UInt8>

    package init(capacity: Int = 4096) {
        self.capacity = max(capacity, 64)
        base = .allocate(capacity: self.capacity)
    }

    deinit { base.deallocate() }

    /// The bytes so far; borrowed until the next change.
    package var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

    package mutating func append(_ bytes: UnsafePointer<UInt8>, _ more: Int) {
        if count &+ more > capacity { grow(by: more) }
        memcpy(base + count, bytes, more)
        count &+= more
    }

    package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        if let start = bytes.baseAddress { append(start, bytes.count) }
    }

    package mutating func append(_ byte: UInt8) {
        if count == capacity { grow(by: 1) }
        base[count] = byte
        count &+= 1
    }

    package mutating func append(_ text: StaticString) { append(text.utf8Start, text.utf8CodeUnitCount) }

    package mutating func append(_ bytes: some Sequence<UInt8>) { for byte in bytes { append(byte) } }

    /// Up to eight bytes, the least significant one first.
    mutating func append(packed: UInt64, _ more: Int) {
        for index in 0..<more { append(UInt8(truncatingIfNeeded: packed &>> UInt64(index &* 8))) }
    }

    /// Forgets the last bytes.
    mutating func removeLast(_ less: Int) {
        precondition(less <= count)
        count &-= less
    }

    /// Forgets the bytes and keeps the memory.
    package mutating func removeAll() { count = 0 }

    private mutating func grow(by more: Int) {
        capacity = max(capacity * 2, count + more)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: base, count: count)
        base.deallocate()
        base = larger
    }
}
