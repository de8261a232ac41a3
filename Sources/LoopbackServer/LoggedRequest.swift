/// One request as the server read it.
package struct LoggedRequest: Hashable, Sendable {
    package struct Field: Hashable, Sendable {
        package var name: String
        package var value: String
    }

    /// 1 for the first connection accepted, 2 for the next: two requests with one number shared a connection.
    package var connection: Int
    package var method: String
    /// As sent, with the query.
    package var target: String
    /// In the order sent.
    package var fields: [Field]
    /// Of a POST; empty otherwise.
    package var body: [UInt8] = []
    /// How many requests of the same route came before it.
    package var turn = 0

    package var text: String { String(decoding: body, as: UTF8.self) }

    /// The target without its query.
    package var path: String { String(target.prefix { $0 != "?" }) }

    /// The first value of the field `name`, letters compared without case.
    package func header(_ name: String) -> String? {
        let wanted = name.lowercased()
        return fields.first { $0.name.lowercased() == wanted }?.value
    }

    /// Reads the head of a request, without the empty line that ends it; nil where the request line has no three parts.
    init?(connection: Int, head: [UInt8]) {
        var lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: true)[...]
        guard let first = lines.popFirst() else { return nil }
        let parts = first.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[2].hasPrefix("HTTP/1.") else { return nil }
        self.connection = connection
        method = String(parts[0])
        target = String(parts[1])
        fields = lines.compactMap { line in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
            return Field(name: String(line[..<colon]), value: String(value))
        }
    }
}
