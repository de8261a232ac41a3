import CLibXML2

/// Elements that tell what a page is about.
package enum HTMLLandmark: Int, CaseIterable {
    case base, meta, script, heading, title, link
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
    }

    private mutating func add(_ node: xmlNodePtr, _ landmark: HTMLLandmark) {
        if nodes[landmark.rawValue].count < HTMLLandmarks.most { nodes[landmark.rawValue].append(node) }
    }

    private static func landmark(_ name: UnsafePointer<UInt8>) -> HTMLLandmark? {
        var key: UInt64 = 0
        var length = 0
        while name[length] != 0 {
            guard length < 8 else { return nil }
            key |= UInt64(name[length]) &<< UInt64(length * 8)
            length += 1
        }
        return table[key]
    }

    /// By the bytes of the name, all of at most seven letters.
    private static let table: [UInt64: HTMLLandmark] = {
        let names: [(HTMLLandmark, String)] = [
            (.base, "base"), (.meta, "meta"), (.script, "script"), (.heading, "h1"), (.title, "title"),
            (.link, "link"),
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
