import CLibXML2
import Glibc

/// An element, attribute or text of a page. Keeps its tree alive.
package struct HTMLNode {
    let tree: HTMLTree
    let pointer: xmlNodePtr

    init(tree: HTMLTree, pointer: xmlNodePtr) {
        self.tree = tree
        self.pointer = pointer
    }

    package var isElement: Bool { pointer.pointee.type == XML_ELEMENT_NODE }
    package var isAttribute: Bool { pointer.pointee.type == XML_ATTRIBUTE_NODE }

    /// Lower-case name of an element or attribute.
    package var name: String { pointer.pointee.name.map { String(cString: $0) } ?? "" }

    package func isNamed(_ name: StaticString) -> Bool {
        guard isElement, let own = pointer.pointee.name else { return false }
        return strcmp(
            UnsafeRawPointer(own).assumingMemoryBound(to: CChar.self),
            UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
    }

    package func attribute(_ name: String) -> String? {
        guard isElement, let value = xmlGetNoNsProp(pointer, name) else { return nil }
        defer { whynow_xml_free(value) }
        return String(cString: value)
    }

    package var parent: HTMLNode? {
        guard let parent = pointer.pointee.parent, parent.pointee.type == XML_ELEMENT_NODE else { return nil }
        return HTMLNode(tree: tree, pointer: parent)
    }

    /// Child elements in order.
    package var children: [HTMLNode] {
        var nodes: [HTMLNode] = []
        var child = isElement ? pointer.pointee.children : nil
        while let node = child {
            if node.pointee.type == XML_ELEMENT_NODE { nodes.append(HTMLNode(tree: tree, pointer: node)) }
            child = node.pointee.next
        }
        return nodes
    }

    /// All elements of that name in it, in order.
    package func descendants(named name: StaticString) -> [HTMLNode] {
        var found: [HTMLNode] = []
        var current = pointer
        while tree.visitsLeft > 0 {
            tree.visitsLeft -= 1
            if current.pointee.type == XML_ELEMENT_NODE, let child = current.pointee.children {
                current = child
            } else {
                while current != pointer, current.pointee.next == nil, let parent = current.pointee.parent {
                    current = parent
                }
                guard current != pointer, let next = current.pointee.next else { return found }
                current = next
            }
            let node = HTMLNode(tree: tree, pointer: current)
            if node.isNamed(name) { found.append(node) }
        }
        return found
    }

    /// True where an element of that name is around it.
    package func isInside(_ name: StaticString) -> Bool {
        var ancestor = parent
        while let node = ancestor {
            if node.isNamed(name) { return true }
            ancestor = node.parent
        }
        return false
    }

    /// All text in it as it stands, scripts included.
    package var content: String {
        guard let content = xmlNodeGetContent(pointer) else { return "" }
        defer { whynow_xml_free(content) }
        return String(cString: content)
    }

    /// Equal for the same node of one tree; says nothing about order and differs from run to run.
    package var identity: Int { Int(bitPattern: pointer) }

    /// Same node of the same tree.
    package func isSame(as other: HTMLNode) -> Bool { pointer == other.pointer }

    /// Readable text: blocks as lines, list items with a dash, what is not shown left out. `isDropped` may leave out
    /// further elements with all that is in them. Cut off where a hostile tree has used up its visits. `showsHidden` reads
    /// what is hidden too.
    package func readableText(
        isSingleLine: Bool = false, showsHidden: Bool = false, leavingOut isDropped: (HTMLNode) -> Bool = { _ in false }
    ) -> String? {
        guard isElement else { return PlainTextReader().text(content, as: .text, isSingleLine: isSingleLine) }
        var scan = PlainTextScan()
        scan.begin(isSingleLine: isSingleLine)
        var current = pointer
        var goDown = true
        // Depth first without recursion; every node is entered once and left once.
        while tree.visitsLeft > 0 {
            tree.visitsLeft -= 1
            if goDown {
                goDown = enter(current, &scan, showsHidden, isDropped)
                if goDown, let child = current.pointee.children {
                    current = child
                    continue
                }
            }
            leave(current, &scan)
            if current == pointer { break }
            if let next = current.pointee.next {
                current = next
                goDown = true
            } else if let parent = current.pointee.parent {
                current = parent
                goDown = false
            } else {
                break
            }
        }
        return scan.flow.text
    }

    /// Writes what comes before the children; false where they are to be skipped.
    private func enter(
        _ node: xmlNodePtr, _ scan: inout PlainTextScan, _ showsHidden: Bool, _ isDropped: (HTMLNode) -> Bool
    ) -> Bool {
        switch node.pointee.type {
        case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
            if let content = node.pointee.content {
                scan.write(decoded: content, Int(strlen(UnsafeRawPointer(content).assumingMemoryBound(to: CChar.self))))
            }
            return false
        case XML_ELEMENT_NODE:
            guard let name = node.pointee.name else { return false }
            let kind = HTMLElementClass.of(
                name, Int(strlen(UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self))))
            let wrapped = HTMLNode(tree: tree, pointer: node)
            if kind == .dropped || (!showsHidden && wrapped.isHidden) || (node != pointer && isDropped(wrapped)) {
                return false
            }
            // A list item read by itself is no list.
            if node != pointer { scan.open(kind) }
            return true
        default:
            return node == pointer
        }
    }

    private func leave(_ node: xmlNodePtr, _ scan: inout PlainTextScan) {
        guard node.pointee.type == XML_ELEMENT_NODE, let name = node.pointee.name else { return }
        scan.close(HTMLElementClass.of(name, Int(strlen(UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self)))))
    }

    /// How an element takes part in a text.
    package enum Flow: Sendable {
        /// Words run on: `a`, `em`, and names that HTML does not know.
        case inline
        /// A line, or several, of its own.
        case block
        /// No text: scripts, styles, controls.
        case none
    }

    /// Hidden or not.
    package var flow: Flow {
        guard isElement, let name = pointer.pointee.name else { return .none }
        switch HTMLElementClass.of(name, Int(strlen(UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self)))) {
        case .dropped: return .none
        case .unknown, .inline, .lineBreak: return .inline
        case .block, .list, .numberedList, .listItem, .cell, .preformatted: return .block
        }
    }

    /// Goes through an element in the document's order, without recursion: `enter` for each element in it and for
    /// itself, whose content is passed over where it answers false; `text` for each text, borrowed for the call;
    /// `leave` for each element that was entered with true.
    package func walk(
        enter: (HTMLNode) -> Bool, text: (UnsafeBufferPointer<UInt8>) -> Void, leave: (HTMLNode) -> Void
    ) {
        var current = pointer
        while tree.visitsLeft > 0 {
            tree.visitsLeft -= 1
            var goesDown = false
            switch current.pointee.type {
            case XML_ELEMENT_NODE:
                let node = HTMLNode(tree: tree, pointer: current)
                goesDown = enter(node)
                if goesDown, let child = current.pointee.children {
                    current = child
                    continue
                }
                if goesDown { leave(node) }
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
                if let content = current.pointee.content {
                    let length = strlen(UnsafeRawPointer(content).assumingMemoryBound(to: CChar.self))
                    text(UnsafeBufferPointer(start: content, count: Int(length)))
                }
            default: break
            }
            while current != pointer, current.pointee.next == nil, let parent = current.pointee.parent {
                current = parent
                leave(HTMLNode(tree: tree, pointer: current))
            }
            guard current != pointer, let next = current.pointee.next else { return }
            current = next
        }
    }

    package var hasAttributes: Bool { isElement && pointer.pointee.properties != nil }

    package var isHidden: Bool {
        guard isElement else { return false }
        var attribute = pointer.pointee.properties
        while let current = attribute {
            // Most elements have attributes, few have these: their values are copied only when they are there.
            if let name = current.pointee.name {
                if HTMLNode.isSame(name, "hidden") { return true }
                if HTMLNode.isSame(name, "aria-hidden"), self.attribute("aria-hidden") == "true" { return true }
                if HTMLNode.isSame(name, "style"), var style = self.attribute("style"), !style.isEmpty,
                    style.withUTF8({ HTMLHidden.styleHides($0.baseAddress!, 0..<$0.count) })
                {
                    return true
                }
                if HTMLNode.isSame(name, "class"), var words = self.attribute("class"), !words.isEmpty,
                    words.withUTF8({ HTMLHidden.classHides($0.baseAddress!, 0..<$0.count) })
                {
                    return true
                }
            }
            attribute = current.pointee.next
        }
        return false
    }

    /// Stops at the first difference, hence before the end of either.
    private static func isSame(_ text: UnsafePointer<UInt8>, _ wanted: StaticString) -> Bool {
        for index in 0..<wanted.utf8CodeUnitCount where text[index] != wanted.utf8Start[index] { return false }
        return text[wanted.utf8CodeUnitCount] == 0
    }
}
