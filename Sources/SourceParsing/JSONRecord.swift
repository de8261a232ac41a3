/// One element of an answer's array.
struct JSONRecord: SourceRecord {
    let value: JSONValue

    func text(_ reference: JSONPointer) -> String? { reference.value(in: value).flatMap(RecordText.plain) }
    func list(_ reference: JSONPointer) -> [String] { reference.value(in: value).map(RecordText.list) ?? [] }

    static func pointer(_ name: String) throws(ParseFault) -> JSONPointer {
        guard name.hasPrefix("/"), let pointer = JSONPointer(name) else {
            throw ParseFault(.badSelector, "a reference is a JSON pointer, as in {/name}; found {\(name)}")
        }
        return pointer
    }
}
