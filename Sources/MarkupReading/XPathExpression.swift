import CLibXML2

/// A compiled XPath 1.0 expression; owns it.
package final class XPathExpression {
    package let text: String
    let compiled: xmlXPathCompExprPtr

    /// Throws where the text is no XPath 1.0.
    package convenience init(_ text: String) throws(XPathFault) { try self.init(text, longest: 4096) }

    /// `longest` is in bytes; what is compiled from a selector of allowed length may be longer than what people write.
    init(_ text: String, longest: Int) throws(XPathFault) {
        self.text = text
        guard !text.isEmpty, text.utf8.count <= longest else {
            throw XPathFault(expression: String(text.prefix(80)), reason: text.isEmpty ? "is empty" : "is too long")
        }
        whynow_xml_prepare()
        let errors = XPathErrors()
        let context = xmlXPathNewContext(nil)
        defer { xmlXPathFreeContext(context) }
        guard let context else { throw XPathFault(expression: text, reason: "no memory") }
        errors.listen(to: context)
        guard let compiled = xmlXPathCtxtCompile(context, text) else {
            throw XPathFault(expression: text, reason: errors.first ?? "is not XPath 1.0", offset: errors.offset)
        }
        self.compiled = compiled
    }

    deinit { xmlXPathFreeCompExpr(compiled) }
}

/// Keeps the first message that libxml2 has about an XPath context.
final class XPathErrors {
    private(set) var first: String?
    /// Bytes before the place of the first message, in the expression being compiled.
    private(set) var offset: Int?

    func listen(to context: xmlXPathContextPtr) {
        // The context is freed before this value by everyone who makes one.
        context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
        context.pointee.error = { owner, error in
            guard let owner, let error else { return }
            let errors = Unmanaged<XPathErrors>.fromOpaque(owner).takeUnretainedValue()
            if errors.first == nil {
                errors.first = error.pointee.message.map { String(cString: $0).trimmed }
                errors.offset = max(0, Int(error.pointee.int1))
            }
        }
    }

    func forget() {
        first = nil
        offset = nil
    }
}
