import RuleLanguage
import TriggerModel

/// `accounts/*.yaml` → accounts, contacts and products in the book.
enum AccountDecoder {
    static func decode(_ document: YAMLDocument, into book: inout AccountBook) {
        let faults = document.context.faults
        guard let root = MappingReader(document.root, as: AccountTable.root, in: document.context) else { return }
        for (id, reader) in root.entries("accounts") {
            let contacts = reader.mappings("contacts").compactMap { contact($0) }
            let account = book.assembler.account(
                cell: { $0 == .id ? id.text : cell($0, reader) },
                list: { reader.strings($0.key) },
                complain: { faults.error(reader.place(of: $0.key), $1) })
            guard var account else { continue }
            account.contacts = contacts
            book.add(account, at: id.place)
        }
        for (id, reader) in root.entries("products") {
            guard let name = reader.string("name"), let help = reader.string("help") else { continue }
            book.add(
                Product(
                    id: id.text, name: name, help: help, triggers: reader.strings("triggers").map(TriggerSelector.init),
                    didYouKnow: reader.string("did-you-know")),
                at: id.place)
        }
    }

    /// A status that is written but cannot be read stays unreadable, so that the account is not loaded as a prospect.
    private static func cell(_ column: AccountColumn, _ reader: MappingReader) -> String? {
        let text = reader.string(column.key)
        return column == .status && text == nil ? "" : text
    }

    private static func contact(_ reader: MappingReader) -> Contact? {
        guard let name = reader.string("name"), let role = reader.string("role") else { return nil }
        return Contact(
            name: name, role: role, title: reader.string("title"), phone: reader.string("phone"),
            email: reader.string("email"), timezone: reader.string("timezone"))
    }
}
