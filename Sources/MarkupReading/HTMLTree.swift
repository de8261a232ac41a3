import CLibXML2

/// A page as a tree, read by libxml2's HTML parser; owns document and XPath context. Not for several threads.
///
/// The bytes are repaired first (`HTMLRepair`), so a hostile page costs linear time. Expressions share a budget of
/// steps. Nodes keep their tree alive.
package final class HTMLTree {
    package let encoding: EncodingDecision
    package let damages: [MarkupDamage]
    private let document: xmlDocPtr
    private let context: xmlXPathContextPtr
    private let errors = XPathErrors()
    /// Nodes that may still be looked at for texts: elements that lie in each other are read more than once.
    var visitsLeft = 1_000_000
    private lazy var landmarks = HTMLLandmarks(xmlDocGetRootElement(document))

    /// nil where libxml2 finds nothing that could be a document, as in an empty one.
    package convenience init?(_ bytes: [UInt8], contentType: String? = nil, limits: MarkupLimits = .standard) {
        self.init(TextDecoding.decode(bytes, contentType: contentType, limits: limits), limits: limits)
    }

    package init?(_ text: DecodedText, limits: MarkupLimits = .standard) {
        let repair = HTMLRepair(text, limits: limits)
        encoding = text.encoding
        damages = text.damages + repair.log.damages
        whynow_xml_prepare()
        let options = Int32(
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
                | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue | HTML_PARSE_IGNORE_ENC.rawValue)
        let parsed = repair.bytes.withUnsafeBytes { bytes in
            htmlReadMemory(
                bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), nil, "UTF-8", options)
        }
        guard let parsed else { return nil }
        guard let context = xmlXPathNewContext(parsed) else {
            xmlFreeDoc(parsed)
            return nil
        }
        // Numbers the elements, so that putting nodes in order compares numbers and not paths.
        xmlXPathOrderDocElems(parsed)
        document = parsed
        self.context = context
        context.pointee.opLimit = limits.xpathSteps
        errors.listen(to: context)
    }

    deinit {
        xmlXPathFreeContext(context)
        xmlFreeDoc(document)
    }

    package var root: HTMLNode? { xmlDocGetRootElement(document).map { HTMLNode(tree: self, pointer: $0) } }

    /// Elements of a kind, in the document's order; of very many the first ones.
    package func elements(_ landmark: HTMLLandmark) -> some RandomAccessCollection<HTMLNode> {
        landmarks.nodes[landmark.rawValue].lazy.map { HTMLNode(tree: self, pointer: $0) }
    }

    /// What an expression gives: nodes in document order, or the text of a string, number or boolean.
    package enum Value {
        case nodes([HTMLNode])
        case text(String)
    }

    /// Evaluates from `node`, or from the document. Throws where the expression fails or the steps are used up.
    package func evaluate(_ expression: XPathExpression, from node: HTMLNode? = nil) throws(XPathFault) -> Value {
        context.pointee.node = node?.pointer ?? UnsafeMutableRawPointer(document).assumingMemoryBound(to: xmlNode.self)
        errors.forget()
        guard let object = xmlXPathCompiledEval(expression.compiled, context) else {
            throw XPathFault(expression: expression.text, reason: errors.first ?? "could not be evaluated")
        }
        defer { xmlXPathFreeObject(object) }
        if object.pointee.type == XPATH_NODESET {
            guard let set = object.pointee.nodesetval else { return .nodes([]) }
            xmlXPathNodeSetSort(set)
            let nodes = (0..<Int(set.pointee.nodeNr)).compactMap { set.pointee.nodeTab[$0] }
            // A namespace is no node of the tree and would not outlive the object.
            return .nodes(
                nodes.filter { $0.pointee.type != XML_NAMESPACE_DECL }.map { HTMLNode(tree: self, pointer: $0) })
        }
        guard let text = xmlXPathCastToString(object) else { return .text("") }
        defer { whynow_xml_free(text) }
        return .text(String(cString: text))
    }

    /// The nodes of an expression; a string becomes none.
    package func nodes(_ expression: XPathExpression, from node: HTMLNode? = nil) throws(XPathFault) -> [HTMLNode] {
        if case .nodes(let nodes) = try evaluate(expression, from: node) { return nodes }
        return []
    }
}
