import Testing

@testable import MarkupReading

struct HTMLTreeTests {
    private func tree(_ page: String) throws -> HTMLTree { try #require(HTMLTree(Array(page.utf8))) }

    @Test func `an XPath expression gives nodes in document order, or text`() throws {
        let tree = try tree("<ul><li class=x>1<li>2<li class=x>3</ul>")
        let nodes = try tree.nodes(XPathExpression("//li[@class='x'] | //li[2]"))
        #expect(nodes.map { $0.readableText() } == ["1", "2", "3"])
        guard case .text(let count) = try tree.evaluate(XPathExpression("count(//li)")) else {
            Issue.record("a number is text")
            return
        }
        #expect(count == "3")
        let row = try #require(nodes.last)
        #expect(try tree.nodes(XPathExpression("@class"), from: row).first?.content == "x")
        #expect(try tree.nodes(XPathExpression("preceding-sibling::li"), from: row).count == 2)
    }

    @Test("A wrong expression says what is wrong with it", arguments: ["//li[", "", "//*[foo()]", "$x", "a b"])
    func refuses(_ expression: String) throws {
        let tree = try tree("<p>x</p>")
        let fault = #expect(throws: XPathFault.self) { _ = try tree.nodes(XPathExpression(expression)) }
        #expect(fault?.expression == expression)
        #expect(fault?.reason.isEmpty == false)
    }

    @Test func `an expression that runs wild is stopped`() throws {
        var limits = MarkupLimits()
        limits.xpathSteps = 100_000
        let page = String(repeating: "<p>x</p>", count: 2000)
        let tree = try #require(HTMLTree(Array(page.utf8), limits: limits))
        #expect(throws: XPathFault.self) {
            _ = try tree.nodes(XPathExpression("//p[count(//p[count(//p) > 1]) > 1]"))
        }
    }

    @Test func `readable text follows blocks and leaves out what is hidden or unwanted`() throws {
        let tree = try tree(
            """
            <div><h1>A &amp; B</h1><p>one <b>two</b></p><script>x</script><p hidden>no</p>
            <ul><li>3<li>4</ul><table><tr><td>5<td>6</table><aside>no</aside></div>
            """)
        let text = tree.root?.readableText { $0.isNamed("aside") }
        #expect(text == "A & B\none two\n- 3\n- 4\n5\t6")
    }

    @Test func `a walk enters and leaves every element once and meets every text in order`() throws {
        let tree = try tree("<div id=a>1<p id=b>2</p><p id=c hidden>3</p><p id=d>4<i id=e></i></p>5</div>")
        var steps: [String] = []
        func id(_ node: HTMLNode) -> String { node.attribute("id") ?? node.name }
        try #require(try tree.nodes(XPathExpression("//div")).first).walk { node in
            steps.append("<" + id(node))
            return !node.isHidden
        } text: { bytes in
            steps.append(String(decoding: bytes, as: UTF8.self))
        } leave: { node in
            steps.append(id(node) + ">")
        }
        #expect(steps == ["<a", "1", "<b", "2", "b>", "<c", "<d", "4", "<e", "e>", "d>", "5", "a>"])
    }

    @Test func `numbered lists keep their numbers, and what only screen readers get is left out`() throws {
        let tree = try tree("<ol><li>a</li><li>b<ul><li>c</li></ul></li></ol><p class='u sr-only'>no</p>")
        #expect(tree.root?.readableText() == "1. a\n2. b\n- c")
        #expect(tree.root?.readableText(showsHidden: true) == "1. a\n2. b\n- c\nno")
    }

    @Test func `a page in another encoding is read in it`() throws {
        let page = Array("<meta charset=windows-1251><p>".utf8) + [0xCF, 0xF0]
        let tree = try #require(HTMLTree(page))
        #expect(tree.encoding == EncodingDecision(name: "windows-1251", step: .metaElement))
        #expect(try tree.nodes(XPathExpression("//p")).first?.content == "Пр")
    }

    @Test func `nodes outlive the variable of their tree`() throws {
        let node: HTMLNode? = try {
            let tree = try tree("<p class='k'>text</p>")
            return try tree.nodes(XPathExpression("//p")).first
        }()
        #expect(node?.attribute("class") == "k")
        #expect(node?.parent?.name == "body")
    }

    @Test func `nothing is no page`() {
        #expect(HTMLTree([]) == nil)
    }
}
