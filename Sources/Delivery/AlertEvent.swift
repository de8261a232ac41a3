import Foundation
package import TriggerModel

/// An alert as programs read it: one CloudEvents 1.0 event in structured JSON, the content of a queue file.
///
/// https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md. The schema is
/// `Config/schema/alert-event.schema.json`. Keys are sorted and nothing depends on the moment of writing, so the
/// same alert always gives the same bytes.
package enum AlertEvent {
    /// A new reason.
    package static let raisedType = "alert.raised"
    /// Type, party or amount of an event changed after its first alert was published.
    package static let updatedType = "alert.updated"
    package static let source = "/whynow"
    package static let dataSchema = "urn:whynow:alert-event:1#/definitions/alert"

    /// The event's bytes with a final line feed.
    ///
    /// `id` is the alert's and thereby the idempotency key. `subject` is the first alert's id for an update and the
    /// account's id otherwise: what a consumer groups by.
    package static func encode(_ alert: Alert) -> [UInt8] {
        var data = alert
        data.confidence = alert.confidence.isFinite ? min(max(alert.confidence, 0), 1) : 0
        let envelope = Envelope(
            id: alert.id, type: alert.updates == nil ? raisedType : updatedType,
            subject: alert.updates ?? alert.account.id, time: alert.createdAt, data: data)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Proof: the encoder fails only on numbers that are not finite and on encoders that throw. The one floating
        // point number is clamped above, and the types of TriggerModel encode strings, integers and Booleans.
        return Array(try! encoder.encode(envelope)) + [0x0A]
    }

    /// The name of the queue file.
    package static func fileName(for alert: Alert) -> String { alert.id + ".json" }

    private struct Envelope: Encodable {
        let specversion = "1.0"
        let id: String
        let type: String
        let source = AlertEvent.source
        let subject: String
        let time: Timestamp
        let datacontenttype = "application/json"
        let dataschema = AlertEvent.dataSchema
        let data: Alert
    }
}
