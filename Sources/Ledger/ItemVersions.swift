/// What an item said in its earlier versions, as hashes of title and text together: the latest eight.
///
/// A version that returns is no revision. Pages that are served by two machines, or that take a correction back, go
/// from A to B to A; each version is told once.
struct ItemVersions: Hashable, Sendable {
    private var hashes: [Int64] = []

    private static let most = 8

    init() {}

    /// - Parameter text: what `text` gave; nil and anything else that is not a list of numbers is no version.
    init(_ text: String?) {
        guard let text else { return }
        hashes = text.split(separator: " ").compactMap { Int64($0) }
    }

    /// For the column; nil without versions.
    var text: String? { hashes.isEmpty ? nil : hashes.map(String.init).joined(separator: " ") }

    func contains(title: Int64, text: Int64) -> Bool { hashes.contains(Self.hash(title, text)) }

    func adding(_ known: IdentityRule.Known) -> ItemVersions {
        var versions = self
        let hash = Self.hash(known.title, known.text)
        versions.hashes.removeAll { $0 == hash }
        versions.hashes.append(hash)
        versions.hashes.removeFirst(max(0, versions.hashes.count - Self.most))
        return versions
    }

    /// Both are hashes already; multiplying by an odd number keeps title and text apart.
    private static func hash(_ title: Int64, _ text: Int64) -> Int64 { title &* 0x1000_0000_01b3 &+ text }
}
