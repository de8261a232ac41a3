import Ledger
import Testing

@Suite struct KeyedHashTests {
    /// Key 00 01 … 0f and message 00 01 …, as the authors' vectors use them; the first is the published one for
    /// SipHash-1-3.
    private let hash = KeyedHash(0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908)

    @Test(
        "It is SipHash-1-3",
        arguments: [(0, 0xabac_0158_050f_c4dc as UInt64), (15, 0xd320_d86d_2a51_9956), (16, 0xcc4f_dd1a_7d90_8b66)])
    func vectors(length: Int, expected: UInt64) {
        let message = String(decoding: (0..<length).map { UInt8($0) }, as: UTF8.self)
        #expect(hash(0, message) == Int64(bitPattern: expected))
    }

    @Test("Kinds and keys do not meet")
    func apart() {
        let other = KeyedHash(1, 2)
        #expect(Set([hash(0, "acme"), hash(1, "acme"), other(0, "acme"), hash(0, "acme ")]).count == 4)
    }
}
