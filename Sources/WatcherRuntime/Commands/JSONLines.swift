internal import Foundation

/// One JSON object a line, keys sorted so that the same input gives the same bytes.
struct JSONLines {
    private let encoder: JSONEncoder

    init() {
        encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    }

    func line(_ value: some Encodable) throws -> [UInt8] { try Array(encoder.encode(value)) + [0x0A] }
}
