import CLibXML2

/// Elements that tell what a page is about.
package enum HTMLLandmark: Int, CaseIterable {
    case base, meta, script, heading, title, link, time
    /// `p`, `pre`, `blockquote` and `li`.
    case paragraph
    /// `article`, `main` and `body`.
    case container
    /// Whatever says `itemprop="articleBody"`.
    case articleBody
}

/// The landmarks of a tree in the document's order, found in one walk: a dozen expressions that each look at every
/// node would cost a large page a dozen walks. The pointers live as long as the tree.
struct HTMLLandmarks {
    private(set) var nodes: [[xmlNodePtr]] = Array(repeating: [], count: HTMLLandmark.allCases.count)

    /// More of a kind are not kept: nobody reads them.
    private static let most = 10_000

    init(_ root: xmlNodePtr?) {
        guard let root else { return }
        var current = root
        while true {
            if current.pointee.type == XML_ELEMENT_NODE { note(current) }
            if current.pointee.type == XML_ELEMENT_NODE, let child = current.pointee.children {
                current = child
                continue
            }
            while current != root, current.pointee.next == nil, let parent = current.pointee.parent { current = parent }
            guard current != root, let next = current.pointee.next else { return }
            current = next
        }
    }

    private mutating func note(_ node: xmlNodePtr) {
        if let name = node.pointee.name, let landmark = HTMLLandmarks.landmark(name) { add(node, landmark) }
        if node.pointee.properties != nil, HTMLLandmarks.isArticleBody(node) { add(node, .articleBody) }
    }

    private mutating func add(_ node: xmlNodePtr, _ landmark: HTMLLandmark) {
        if nodes[landmark.rawValue].count < HTMLLandmarks.most { nodes[landmark.rawValue].append(node) }
    }

    private static func landmark(_ name: UnsafePointer<UInt8>) -> HTMLLandmark? {
        var key: UInt64 = 0
        var length = 0
        while name[length] != 0 {
            guard length < 8 else { return isSame(name, "blockquote") ? .paragraph : nil }
            key |= UInt64(name[length]) &<< UInt64(length * 8)
            length += 1
        }
        return table[key]
    }

    private static func isArticleBody(_ node: xmlNodePtr) -> Bool {
        guard let value = xmlGetNoNsProp(node, "itemprop") else { return false }
        defer { whynow_xml_free(value) }
        return isSame(value, "articleBody")
    }

    /// Stops at the first difference, hence before the end of either.
    private static func isSame(_ text: UnsafePointer<UInt8>, _ wanted: StaticString) -> Bool {
        for index in 0..<wanted.utf8CodeUnitCount where text[index] != wanted.utf8Start[index] { return false }
        return text[wanted.utf8CodeUnitCount] == 0
    }

    /// By the bytes of the name, all of at most seven letters but one.
    private static let table: [UInt64: HTMLLandmark] = {
        let names: [(HTMLLandmark, String)] = [
            (.base, "base"), (.meta, "meta"), (.script, "script"), (.heading, "h1"), (.title, "title"),
            (.link, "link"), (.time, "time"), (.paragraph, "p pre li"), (.container, "article main body"),
        ]
        var table: [UInt64: HTMLLandmark] = [:]
        for (landmark, list) in names {
            for name in list.split(separator: " ") {
                var key: UInt64 = 0
                for (index, byte) in name.utf8.enumerated() { key |= UInt64(byte) &<< UInt64(index * 8) }
                table[key] = landmark
            }
        }
        return table
    }()
}
