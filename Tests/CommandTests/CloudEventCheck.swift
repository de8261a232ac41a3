import Testing

/// What every queue file promises (DESIGN: queue directory; CloudEvents 1.0 in structured JSON).
enum CloudEventCheck {
    static func expect(_ event: JSONValue, fileName: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let keys: Set = [
            "specversion", "id", "source", "type", "subject", "time", "datacontenttype", "dataschema", "data",
        ]
        #expect(keys.isSubset(of: event.keys), sourceLocation: sourceLocation)
        #expect(event["specversion"] == "1.0", sourceLocation: sourceLocation)
        #expect(event["datacontenttype"] == "application/json", sourceLocation: sourceLocation)
        let id = try #require(event["id"]?.text, sourceLocation: sourceLocation)
        #expect(fileName == id + ".json", sourceLocation: sourceLocation)
        let alert = try #require(event["data"], sourceLocation: sourceLocation)
        #expect(alert["id"]?.text == id, sourceLocation: sourceLocation)
        switch event["type"]?.text {
        case "alert.raised": #expect(event["subject"] == alert["account"]?["id"], sourceLocation: sourceLocation)
        case "alert.updated": #expect(event["subject"] == alert["updates"], sourceLocation: sourceLocation)
        default: Issue.record("type \(event["type"]?.text ?? "none")", sourceLocation: sourceLocation)
        }
        // The reason is complete: what, what it means, why now, a question, proof, and parts that add up.
        for part in ["reason", "soWhat", "whyNow", "ask", "opening", "rep", "profile", "trigger", "goodUntil"] {
            #expect(alert[part]?.text?.isEmpty == false, "\(part)", sourceLocation: sourceLocation)
        }
        #expect(alert["evidence"]?.elements.isEmpty == false, sourceLocation: sourceLocation)
        let sum = (alert["scoreParts"]?.elements ?? []).reduce(0) { $0 + ($1["value"]?.number ?? 0) }
        #expect(alert["score"]?.number == sum, sourceLocation: sourceLocation)
        #expect((alert["confidence"]?.number ?? 0) >= 0.5, sourceLocation: sourceLocation)
    }
}
