import Testing

@testable import TriggerModel

@Suite struct ContentHashTests {
    struct Example: Sendable, CustomTestStringConvertible {
        var name: String
        var message: String
        var digest: String
        var testDescription: String { name }
    }

    @Test(arguments: [
        Example(
            name: "empty", message: "", digest: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        Example(
            name: "one block", message: "abc",
            digest: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        Example(
            name: "two blocks", message: "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            digest: "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
        Example(
            name: "a million letters", message: String(repeating: "a", count: 1_000_000),
            digest: "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ])
    func `the examples published with FIPS 180-4 give the published digests`(example: Example) {
        #expect(ContentHash.hex(example.message) == example.digest)
    }

    @Test func `pieces of any length hash like the whole`() {
        let bytes = (0..<300).map { UInt8($0 % 251) }
        let whole = ContentHash.hex(bytes)
        for cut in 0...bytes.count {
            var hash = ContentHash()
            hash.update(bytes[..<cut])
            hash.update(bytes[cut...])
            #expect(hash.hex() == whole, "cut at \(cut)")
        }
    }

    @Test func `a sequence without storage of its own hashes like an array`() {
        let lazily = (0..<100).lazy.map { UInt8($0) }
        #expect(ContentHash.hex(lazily) == ContentHash.hex(Array(lazily)))
    }

    @Test func `asking for the hash does not end it`() {
        var hash = ContentHash()
        hash.update("ab".utf8)
        _ = hash.hex()
        hash.update("c".utf8)
        #expect(hash.hex() == ContentHash.hex("abc"))
    }
}
