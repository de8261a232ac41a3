import RuleLanguage
import Yams

/// A YAML file as a tree whose nodes know their place, and what is needed to speak about them.
struct YAMLDocument {
    let root: Node
    let context: YAMLContext

    /// Parses `file`; nil where it is empty or does not parse, with the fault reported.
    ///
    /// Tags are not resolved (`Resolver.basic`): what a plain `no` or `5.02` means is for the table of keys to say.
    init?(_ file: ConfigFile, faults: FaultList) {
        guard YAMLGuard.accepts(file, faults: faults) else { return nil }
        do {
            let parser = try Parser(
                yaml: String(decoding: file.bytes, as: UTF8.self), resolver: .basic, encoding: .utf8)
            guard let root = try parser.singleRoot() else { return nil }
            self.root = root
            context = YAMLContext(file: file, faults: faults)
        } catch {
            let (place, message) = YAMLMessages.explain(error, in: file)
            faults.error(place, message)
            return nil
        }
    }
}

/// What a decoder needs beside the node: the file's name and text, and where faults go.
///
/// A class, because every reader of a mapping holds it. It belongs to one load, as its faults do.
final class YAMLContext {
    let file: ConfigFile
    let faults: FaultList
    /// Needed for few messages only.
    private lazy var lineStarts = [0] + file.bytes.indices.filter { file.bytes[$0] == 0x0A }.map { $0 + 1 }

    init(file: ConfigFile, faults: FaultList) {
        self.file = file
        self.faults = faults
    }

    func place(of node: Node) -> SourcePlace {
        node.mark.map { file.place(line: $0.line, column: $0.column) } ?? file.start
    }

    /// The byte at which `node` begins in the file.
    func firstByte(of node: Node) -> UInt8? {
        guard let mark = node.mark, lineStarts.indices.contains(mark.line - 1) else { return nil }
        var index = lineStarts[mark.line - 1]
        var column = 1
        while index < file.bytes.count, file.bytes[index] != 0x0A {
            if file.bytes[index] & 0xC0 != 0x80 {
                if column == mark.column { return file.bytes[index] }
                column += 1
            }
            index += 1
        }
        return nil
    }
}
