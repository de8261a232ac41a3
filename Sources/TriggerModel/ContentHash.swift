internal import CLibCrypto

/// SHA-256 (FIPS 180-4) of bytes, as lower-case hexadecimal: 64 characters.
///
/// The name of content: an unchanged body is recognised by it, queue and spool files are named by it. Input is
/// hostile, so a collision must be out of reach; 64-bit hashes are not enough. libcrypto does the work: it is there
/// wherever libcurl is, and hashes several times faster than portable code.
///
/// A copy goes on by itself. Not Sendable: a hash in the making belongs to one thread.
package struct ContentHash {
    private var work = Work()

    package init() {}

    /// The hash of `bytes` in one step.
    package static func hex(_ bytes: some Sequence<UInt8>) -> String {
        var hash = ContentHash()
        hash.update(bytes)
        return hash.hex()
    }

    /// The hash of the UTF-8 bytes of `text`.
    package static func hex(_ text: String) -> String { hex(text.utf8) }

    /// Takes more bytes in; pieces give the same hash as the whole.
    package mutating func update(_ bytes: some Sequence<UInt8>) {
        if !isKnownUniquelyReferenced(&work) { work = Work(copying: work) }
        if bytes.withContiguousStorageIfAvailable({ work.update($0) }) == nil {
            Array(bytes).withUnsafeBufferPointer { work.update($0) }
        }
    }

    /// The hash of everything taken in so far; more may follow.
    package func hex() -> String {
        let bytes = Work(copying: work).finish()
        return String(unsafeUninitializedCapacity: 2 * bytes.count) { text in
            for (index, byte) in bytes.enumerated() {
                text[2 * index] = Self.digit(byte >> 4)
                text[2 * index + 1] = Self.digit(byte & 15)
            }
            return 2 * bytes.count
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x61 - 10 + value }

    /// The one owner of a libcrypto context, which it frees.
    private final class Work {
        private let context: OpaquePointer

        init() {
            context = Work.make()
            Work.check(EVP_DigestInit_ex(context, EVP_sha256(), nil))
        }

        init(copying other: Work) {
            context = Work.make()
            Work.check(EVP_MD_CTX_copy_ex(context, other.context))
        }

        deinit { EVP_MD_CTX_free(context) }

        func update(_ bytes: UnsafeBufferPointer<UInt8>) {
            Work.check(EVP_DigestUpdate(context, bytes.baseAddress, bytes.count))
        }

        /// Afterwards the context takes no more.
        func finish() -> [UInt8] {
            [UInt8](unsafeUninitializedCapacity: Int(EVP_MAX_MD_SIZE)) { buffer, count in
                var length: UInt32 = 0
                Work.check(EVP_DigestFinal_ex(context, buffer.baseAddress, &length))
                count = Int(length)
            }
        }

        private static func make() -> OpaquePointer {
            guard let context = EVP_MD_CTX_new() else { preconditionFailure("out of memory") }
            return context
        }

        /// SHA-256 is part of every libcrypto's default provider and its functions fail on nothing else than memory that
        /// is used up; a wrong name for content would be worse than a stop.
        private static func check(_ result: Int32) { precondition(result == 1, "libcrypto cannot compute SHA-256") }
    }
}
