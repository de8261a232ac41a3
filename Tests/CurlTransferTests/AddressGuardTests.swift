import LoopbackServer
import Testing

@testable import CurlTransfer

/// The guard on the way: real transfers, to servers that listen where they must not be reached.
@Suite(.timeLimit(.minutes(1))) struct AddressGuardTests {
    /// Ways to write addresses that nobody outside should reach; PORT stands for an open port of this machine.
    static let hosts = [
        "127.0.0.2", "127.2", "127.0.2", "0177.0.0.2", "0x7f.0.0.2", "0x7f000002", "2130706434", "017700000002",
        "0x7F.2", "127.0.0.002", "[::ffff:127.0.0.2]", "[::ffff:7f00:2]", "[0:0:0:0:0:ffff:7f00:0002]", "[::127.0.0.2]",
        "[::]", "[::1]", "[0000:0000::0001]", "0.0.0.0", "0", "0x0", "localhost", "169.254.169.254", "0xa9fea9fe",
        "[fe80::1]", "[fd00::1]", "[fc00:1::]", "10.0.0.1", "012.1", "172.16.0.1", "192.168.0.1", "3232235521",
        "100.64.0.1", "[64:ff9b::7f00:2]", "[64:ff9b:1::a00:1]", "[2002:7f00:2::]", "198.18.0.1", "224.0.0.1",
        "255.255.255.255", "[ff02::1]", "[fec0::1]",
    ]

    @Test(arguments: hosts)
    func `no spelling of an inner address is connected to`(host: String) async throws {
        let server = try LoopbackServer(routes: ["/": .text("inside")], address: "127.0.0.2")
        let loop = try loop(allowing: [])
        do throws(TransferError) {
            let response = try await loop.perform(TransferRequest(url: "http://\(host):\(server.port)/"))
            Issue.record("answered \(response.status) from \(response.address ?? "?")")
        } catch {
            #expect(error.kind == .addressRefused, "\(error)")
            #expect(error.detail.contains("network.allow"))
            #expect(error.address != nil)
            #expect(error.advice == .changeConfiguration)
        }
        #expect(server.requests == [])
    }

    @Test(arguments: hosts.filter { $0 != "localhost" })
    func `no redirect leads to an inner address`(host: String) async throws {
        let inside = try LoopbackServer(routes: ["/": .text("inside")], address: "127.0.0.2")
        let outside = try LoopbackServer(routes: ["/": .always(.redirect(to: "http://\(host):\(inside.port)/"))])
        let kind = await kind { try await loop().perform(TransferRequest(url: outside.url("/"))) }
        #expect(kind == .addressRefused)
        #expect(outside.requests.count == 1)
        #expect(inside.requests == [])
    }

    @Test(arguments: ["127.0.0.2", "127.2", "0x7f000002"])
    func `a listed address is reached however it is written`(host: String) async throws {
        let server = try LoopbackServer(routes: ["/": .text("inside")], address: "127.0.0.2")
        let loop = try loop(allowing: ["127.0.0.2"])
        #expect(try await loop.perform(TransferRequest(url: "http://\(host):\(server.port)/")).address == "127.0.0.2")
    }

    @Test func `IPv6 loopback is reached when listed`() async throws {
        let server = try LoopbackServer(routes: ["/": .text("inside")], address: "::1")
        let loop = try loop(allowing: ["::1/128"])
        #expect(try await loop.perform(TransferRequest(url: server.url("/"))).address == "::1")
    }
}
