import Testing

@testable import CurlTransfer

@Suite struct AddressPolicyTests {
    @Test(arguments: [
        "0.0.0.0", "0.1.2.3", "10.0.0.1", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.255.254",
        "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1", "192.168.1.1",
        "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1",
        "255.255.255.255", "::", "::1", "::7f00:1", "::808:808", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::ffff:0:a00:1",
        "64:ff9b::7f00:1", "64:ff9b::808:808", "64:ff9b:1::1", "64:ff9b:1:ffff::a00:1", "100::1", "2001::1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:2::1", "2001:10::1", "2001:db8::1", "2002:7f00:1::",
        "2002:808:808::1", "3fff::1", "4000::1", "5f00::1", "fc00::1", "fd00::1", "fdff:ffff::1", "fe80::1",
        "febf::1", "fec0::1", "ff02::1", "8000::1",
    ])
    func `an address outside the public internet is refused`(text: String) throws {
        let address = try #require(IPAddress(text))
        guard case .refused = AddressPolicy().verdict(on: address) else {
            Issue.record("\(text) is allowed")
            return
        }
    }

    @Test(arguments: [
        "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
        "128.0.0.0", "169.253.255.255", "172.15.255.255", "172.32.0.0", "192.0.1.0", "192.167.255.255", "192.169.0.0",
        "198.17.255.255", "198.20.0.0", "223.255.255.255", "2001:200::1", "2001:4860:4860::8888", "2003::1",
        "2600::1", "2a00:1450::1", "3ffe::1",
    ])
    func `a public address is allowed`(text: String) throws {
        #expect(AddressPolicy().verdict(on: try #require(IPAddress(text))) == .allowed)
    }

    @Test(arguments: [
        ("127.0.0.1", "127.0.0.1", true), ("127.0.0.1", "127.0.0.2", false), ("10.0.0.0/8", "10.200.3.4", true),
        ("10.0.0.0/9", "10.200.3.4", false), ("fd00:1::/32", "fd00:1::5", true), ("fd00:1::/32", "fd00:2::5", false),
        ("[::1]", "::1", true), ("0.0.0.0/0", "192.168.1.1", true), ("0.0.0.0/0", "::1", false),
        // The carried address decides for the forms that carry one, …
        ("127.0.0.1", "::ffff:127.0.0.1", true), ("127.0.0.1", "64:ff9b::7f00:1", true),
        ("127.0.0.1", "64:ff9b::7f00:2", false),
        // … and a listed translation prefix opens the public internet only.
        ("64:ff9b::/96", "64:ff9b::808:808", true), ("64:ff9b::/96", "64:ff9b::a00:1", false),
        ("::ffff:0:0/96", "::ffff:8.8.8.8", true), ("::ffff:0:0/96", "::ffff:10.0.0.1", false),
    ])
    func `the allow list opens exactly what it names`(entry: String, text: String, isAllowed: Bool) throws {
        let policy = try AddressPolicy(allowing: [entry])
        #expect((policy.verdict(on: try #require(IPAddress(text))) == .allowed) == isAllowed)
    }

    @Test(arguments: [
        "", "localhost", "10.0.0.0/33", "fd00::/129", "10.0.0/8", "10.0.0.0/", "10.0.0.0/8/8", "1.2.3.4:80", "0x7f.1",
        "::/-1",
    ])
    func `an entry that is no address and no range is named`(entry: String) {
        #expect(throws: AddressEntryError(entry: entry)) { try AddressPolicy(allowing: ["10.0.0.0/8", entry]) }
    }
}
