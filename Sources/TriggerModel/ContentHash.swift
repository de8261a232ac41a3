/// SHA-256 (FIPS 180-4) of bytes, as lower-case hexadecimal: 64 characters.
///
/// The name of content: an unchanged body is recognised by it, queue and spool files are named by it. Input is
/// hostile, so a collision must be out of reach; 64-bit hashes are not enough. None of the libraries we link
/// offers a digest, hence these lines instead of a further dependency.
package struct ContentHash: Sendable {
    /// H0…H7 of section 6.2.
    private var state: [UInt32] = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]
    /// Fewer than 64 bytes that wait for the rest of their block.
    private var tail: [UInt8] = []
    private var byteCount: UInt64 = 0

    package init() { tail.reserveCapacity(64) }

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
        if bytes.withContiguousStorageIfAvailable({ update(UnsafeRawBufferPointer($0)) }) == nil {
            Array(bytes).withUnsafeBytes { update($0) }
        }
    }

    /// The hash of everything taken in so far; more may follow.
    package func hex() -> String {
        var last = self
        var padding: [UInt8] = [0x80]
        padding.append(contentsOf: repeatElement(0, count: (119 - tail.count) % 64))
        withUnsafeBytes(of: (byteCount &* 8).bigEndian) { padding.append(contentsOf: $0) }
        padding.withUnsafeBytes { last.update($0) }
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for word in last.state {
            for shift in stride(from: 28, through: 0, by: -4) { text.append(digits[Int(word >> UInt32(shift) & 15)]) }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func update(_ bytes: UnsafeRawBufferPointer) {
        byteCount &+= UInt64(bytes.count)
        var rest = bytes[...]
        if !tail.isEmpty {
            let wanted = min(64 - tail.count, rest.count)
            tail.append(contentsOf: rest.prefix(wanted))
            rest = rest.dropFirst(wanted)
            guard tail.count == 64 else { return }
            tail.withUnsafeBytes { Self.compress($0, into: &state) }
            tail.removeAll(keepingCapacity: true)
        }
        let whole = rest.count / 64 * 64
        if whole > 0 { Self.compress(UnsafeRawBufferPointer(rebasing: rest.prefix(whole)), into: &state) }
        tail.append(contentsOf: rest.dropFirst(whole))
    }

    /// Section 6.2.2 for each 64-byte block of `blocks`.
    private static func compress(_ blocks: UnsafeRawBufferPointer, into state: inout [UInt32]) {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { w in
            roundConstants.withUnsafeBufferPointer { k in
                state.withUnsafeMutableBufferPointer { h in
                    for start in stride(from: 0, to: blocks.count, by: 64) {
                        compress(blocks.baseAddress! + start, w.baseAddress!, k.baseAddress!, h.baseAddress!)
                    }
                }
            }
        }
    }

    /// One block. `w` holds 64 words of scratch, `k` the constants, `h` the eight words of state; the pointers are
    /// non-nil because none of the buffers is empty, and are only used during the call.
    @inline(__always)
    private static func compress(
        _ block: UnsafeRawPointer, _ w: UnsafeMutablePointer<UInt32>, _ k: UnsafePointer<UInt32>,
        _ h: UnsafeMutablePointer<UInt32>
    ) {
        for t in 0..<16 { w[t] = UInt32(bigEndian: block.loadUnaligned(fromByteOffset: t * 4, as: UInt32.self)) }
        for t in 16..<64 {
            let early = w[t - 15]
            let late = w[t - 2]
            let sigma0 = rotate(early, 7) ^ rotate(early, 18) ^ (early &>> 3)
            let sigma1 = rotate(late, 17) ^ rotate(late, 19) ^ (late &>> 10)
            w[t] = sigma1 &+ w[t - 7] &+ sigma0 &+ w[t - 16]
        }
        var (a, b, c, d) = (h[0], h[1], h[2], h[3])
        var (e, f, g, i) = (h[4], h[5], h[6], h[7])
        // Eight rounds at a time, so that the variables change their roles instead of their places.
        for t in stride(from: 0, to: 64, by: 8) {
            round(a, b, c, &d, e, f, g, &i, k[t] &+ w[t])
            round(i, a, b, &c, d, e, f, &g, k[t + 1] &+ w[t + 1])
            round(g, i, a, &b, c, d, e, &f, k[t + 2] &+ w[t + 2])
            round(f, g, i, &a, b, c, d, &e, k[t + 3] &+ w[t + 3])
            round(e, f, g, &i, a, b, c, &d, k[t + 4] &+ w[t + 4])
            round(d, e, f, &g, i, a, b, &c, k[t + 5] &+ w[t + 5])
            round(c, d, e, &f, g, i, a, &b, k[t + 6] &+ w[t + 6])
            round(b, c, d, &e, f, g, i, &a, k[t + 7] &+ w[t + 7])
        }
        h[0] &+= a
        h[1] &+= b
        h[2] &+= c
        h[3] &+= d
        h[4] &+= e
        h[5] &+= f
        h[6] &+= g
        h[7] &+= i
    }

    /// One round of section 6.2.2: `d` becomes the next e, `h` the next a. Ch and Maj are written with fewer steps.
    @inline(__always)
    private static func round(
        _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
        _ h: inout UInt32, _ constantAndWord: UInt32
    ) {
        let sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
        let first = h &+ sum1 &+ (g ^ (e & (f ^ g))) &+ constantAndWord
        let sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
        d = d &+ first
        h = first &+ sum0 &+ ((a & b) | (c & (a | b)))
    }

    @inline(__always)
    private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
        (word &>> count) | (word &<< (32 &- count))
    }

    /// Section 4.2.2.
    private static let roundConstants: [UInt32] = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]
}
