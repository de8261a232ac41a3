import CLibXML2

/// A compiled XPath 1.0 expression; owns it.
package final class XPathExpression {
    package let text: String
    let compiled: xmlXPathCompExprPtr

    /// Throws where the text is no XPath 1.0.
    package init(_ text: String) throws(XPathFault) {
        self.text = text
        guard !text.isEmpty, text.utf8.count <= 4096 else {
            throw XPathFault(expression: String(text.prefix(80)), reason: text.isEmpty ? "is empty" : "is too long")
        }
        whynow_xml_prepare()
        let errors = XPathErrors()
        let context = xmlXPathNewContext(nil)
        defer { xmlXPathFreeContext(context) }
        guard let context else { throw XPathFault(expression: text, reason: "no memory") }
        errors.listen(to: context)
        guard let compiled = xmlXPathCtxtCompile(context, text) else {
            throw XPathFault(expression: text, reason: errors.first ?? "is not XPath 1.0")
        }
        self.compiled = compiled
    }

    deinit { xmlXPathFreeCompExpr(compiled) }
}

/// Keeps the first message that libxml2 has about an XPath context.
final class XPathErrors {
    private(set) var first: String?

    func listen(to context: xmlXPathContextPtr) {
        // The context is freed before this value by everyone who makes one.
        context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
        context.pointee.error = { owner, error in
            guard let owner, let error else { return }
            let errors = Unmanaged<XPathErrors>.fromOpaque(owner).takeUnretainedValue()
            if errors.first == nil { errors.first = error.pointee.message.map { String(cString: $0).trimmed } }
        }
    }

    func forget() { first = nil }
}
