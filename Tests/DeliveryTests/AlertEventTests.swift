import Foundation
import Testing
import TriggerModel

@testable import Delivery

@Suite("Queue file content")
struct AlertEventTests {
    @Test("A first alert is a CloudEvents 1.0 event about the account")
    func raised() throws {
        let alert = Sample.alert()
        let event = try Self.object(alert)
        #expect(event["specversion"] as? String == "1.0")
        #expect(event["id"] as? String == alert.id)
        #expect(event["type"] as? String == "alert.raised")
        #expect(event["source"] as? String == "/whynow")
        #expect(event["subject"] as? String == "northgate")
        #expect(event["time"] as? String == "2026-11-23T22:40:00Z")
        #expect(event["datacontenttype"] as? String == "application/json")
        #expect(AlertEvent.fileName(for: alert) == "0a1b2c3d4e5f60718293a4b5c6d7e8f9.json")
    }

    @Test("An update is about the first alert")
    func updated() throws {
        let event = try Self.object(Sample.funding())
        #expect(event["type"] as? String == "alert.updated")
        #expect(event["subject"] as? String == "3d4e5f60718293a4b5c6d7e8f90a1b2c")
    }

    @Test("The data is the whole alert", arguments: [Sample.alert(), Sample.incident(), Sample.funding()])
    func dataIsWhole(alert: Alert) throws {
        let event = try Self.object(alert)
        let data = try JSONSerialization.data(withJSONObject: #require(event["data"]))
        #expect(try JSONDecoder().decode(Alert.self, from: data) == alert)
    }

    @Test("The same alert gives the same bytes, one line with a line feed")
    func stable() {
        let bytes = AlertEvent.encode(Sample.alert())
        #expect(bytes == AlertEvent.encode(Sample.alert()))
        #expect(bytes.filter { $0 == 0x0A }.count == 1)
        #expect(bytes.last == 0x0A)
        #expect(String(decoding: bytes, as: UTF8.self).hasPrefix("{\"data\":{\"account\":"))
    }

    @Test(
        "A confidence out of range is brought into it", arguments: [(Double.nan, 0), (.infinity, 0), (1.5, 1), (-1, 0)])
    func confidence(given: Double, encoded: Double) throws {
        var alert = Sample.alert()
        alert.confidence = given
        let data = try #require(Self.object(alert)["data"] as? [String: Any])
        #expect((data["confidence"] as? NSNumber)?.doubleValue == encoded)
    }

    @Test("Hostile text stays inside its string")
    func hostile() throws {
        var alert = Sample.alert()
        alert.reason = "\"},\"id\":\"x\u{0}\u{1F}\u{2028}\n</script>\u{202E}"
        let event = try Self.object(alert)
        #expect(event["id"] as? String == alert.id)
        #expect((event["data"] as? [String: Any])?["reason"] as? String == alert.reason)
    }

    @Test("Real events fit the shipped schema", arguments: [Sample.alert(), Sample.incident(), Sample.funding()])
    func fitsSchema(alert: Alert) throws {
        let event = try Self.object(alert)
        #expect(try JSONSchemaCheck(Self.schema()).faults(event) == [])
    }

    @Test(
        "The shipped schema refuses what is not an alert",
        arguments: [
            ("missing id", "{\"id\":null}"), ("wrong version", "{\"specversion\":\"0.3\"}"),
            ("unknown type", "{\"type\":\"alert.deleted\"}"), ("bad id", "{\"id\":\"../../x\"}"),
            ("data without a reason", "{\"data\":{}}"), ("time not text", "{\"time\":7}"),
        ])
    func schemaRefuses(name: String, change: String) throws {
        var event = try Self.object(Sample.alert())
        let changes = try #require(JSONSerialization.jsonObject(with: Data(change.utf8)) as? [String: Any])
        for (key, value) in changes { event[key] = value is NSNull ? nil : value }
        #expect(try !JSONSchemaCheck(Self.schema()).faults(event).isEmpty, "\(name)")
    }

    private static func object(_ alert: Alert) throws -> [String: Any] {
        let data = Data(AlertEvent.encode(alert))
        return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    private static func schema() throws -> [String: Any] {
        let path = Repository.root + "/Config/schema/alert-event.schema.json"
        let data = try Data(contentsOf: URL(filePath: path))
        return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    }
}
