import CSVReading
import RuleLanguage
import TriggerModel

/// A CSV file: of the accounts folder with accounts, contacts or touches, as its header says; of the rules with what is known
/// of companies.
struct CSVTable {
    private let file: ConfigFile
    private let faults: FaultList
    private var reader: CSVReader
    private var fields: [CSVReader.Field] = []

    /// Reads `file` into the book.
    static func read(_ file: ConfigFile, into book: inout AccountBook, faults: FaultList) {
        var table = CSVTable(file: file, faults: faults)
        table.read(into: &book)
    }

    /// What a file of the rules says of companies.
    static func companies(_ file: ConfigFile, faults: FaultList) -> [KnownCompany] {
        var table = CSVTable(file: file, faults: faults)
        return table.companies()
    }

    private init(file: ConfigFile, faults: FaultList) {
        self.file = file
        self.faults = faults
        reader = CSVReader(bytes: file.bytes)
    }

    private mutating func read(into book: inout AccountBook) {
        switch reader.next(into: &fields) {
        case nil: faults.error(file.start, "file is empty; the first row names the columns: id,name,…")
        case .broken(let offset, let message): faults.error(place(offset), message)
        case .fields:
            let names = fields.map { Self.columnName(reader.text($0)) }
            if names.contains("id"), names.contains("name") {
                readAccounts(columns(names, AccountTable.accountColumns, of: "accounts"), into: &book)
            } else if names.contains("account"), names.contains("role") {
                readContacts(columns(names, AccountTable.contactColumns, of: "contacts"), into: &book)
            } else if names.contains("account"), names.contains("date") {
                readTouches(columns(names, AccountTable.touchColumns, of: "touches"), into: &book)
            } else {
                faults.error(file.start, Self.headerMessage(names))
            }
        }
    }

    // MARK: The kinds

    private mutating func readAccounts(_ columns: [Int: String], into book: inout AccountBook) {
        var fieldOf = [Int?](repeating: nil, count: AccountColumn.allCases.count)
        for (index, name) in columns {
            guard let column = AccountColumn(name: name) else { continue }
            fieldOf[column.rawValue] = index
        }
        eachRow(required: ["id", "name"], columns: columns) { table in
            let report: (AccountColumn, String) -> Void = { column, message in
                table.faults.warning(table.place(ofField: fieldOf[column.rawValue]), message)
            }
            func cell(_ column: AccountColumn) -> String? { table.cell(fieldOf[column.rawValue]) }
            let id = cell(.id)
            if let id, !Identifiers.isValid(id) {
                table.faults.error(
                    table.place(ofField: fieldOf[AccountColumn.id.rawValue]),
                    "\(YAMLContext.shown(id)) is no id: \(Identifiers.rule); this row is left out")
                return
            }
            let account = book.assembler.account(
                cell: cell,
                list: { cell($0).map(Self.list) ?? [] },
                complain: report)
            guard let account else {
                let status = cell(.status) ?? ""
                let words = Account.Status.allCases.map(\.rawValue)
                table.faults.error(
                    table.place(ofField: fieldOf[AccountColumn.status.rawValue]),
                    "status is one of \(words.joined(separator: ", ")); found \(YAMLContext.shown(status)), this row is left out"
                        + NearestName.suggestion(status, in: words))
                return
            }
            book.add(account, at: table.place(ofField: fieldOf[AccountColumn.id.rawValue]))
        }
    }

    private mutating func companies() -> [KnownCompany] {
        switch reader.next(into: &fields) {
        case nil:
            faults.error(file.start, "file is empty; the first row names the columns: \(Self.companyHeader)")
            return []
        case .broken(let offset, let message):
            faults.error(place(offset), message)
            return []
        case .fields: break
        }
        let names = fields.map { Self.columnName(reader.text($0)) }
        guard names.contains("cik"), names.contains("name") else {
            faults.error(file.start, "a CSV file of rules is a list of companies: \(Self.companyHeader)")
            return []
        }
        let columns = columns(names, AccountTable.companyColumns, of: "companies")
        let fieldOf = Dictionary(columns.map { ($1, $0) }, uniquingKeysWith: min)
        var companies: [KnownCompany] = []
        var places: [String: SourcePlace] = [:]
        eachRow(required: ["cik", "name"], columns: columns) { table in
            func cell(_ name: String) -> String? { table.cell(fieldOf[name]) }
            func list(_ name: String) -> [String] { cell(name).map(Self.list) ?? [] }
            guard let written = cell("cik"), let name = cell("name") else { return }
            let place = table.place(ofField: fieldOf["cik"])
            guard let cik = AccountAssembler.cik(written) else {
                table.faults.error(
                    place, "cik is up to ten digits; found \(YAMLContext.shown(written)), this row is left out")
                return
            }
            if let first = places.updateValue(place, forKey: cik) {
                table.faults.error(place, "company \(written) is described already at \(first)")
                return
            }
            let aliases = list("aliases")
            companies.append(
                KnownCompany(
                    cik: cik, ticker: cell("ticker")?.uppercased(), name: name,
                    aliases: aliases.filter { !$0.hasSuffix("?") },
                    doubtful: aliases.filter { $0.hasSuffix("?") }.map { String($0.dropLast()) },
                    business: list("business"), places: list("places"), otherwise: list("otherwise")))
        }
        return companies
    }

    private static let companyHeader = AccountTable.companyColumns.joined(separator: ",")

    private mutating func readContacts(_ columns: [Int: String], into book: inout AccountBook) {
        let fieldOf = Dictionary(columns.map { ($1, $0) }, uniquingKeysWith: min)
        eachRow(required: ["account", "name", "role"], columns: columns) { table in
            func cell(_ name: String) -> String? { table.cell(fieldOf[name]) }
            // The three are there: `eachRow` has looked.
            guard let account = cell("account"), let name = cell("name"), let role = cell("role") else { return }
            let email = cell("email").flatMap { address -> String? in
                if ScalarReading.isAddress(address) { return address }
                table.faults.warning(
                    table.place(ofField: fieldOf["email"]),
                    "email is \(ValueKind.address.expectation); found \(YAMLContext.shown(address)), left out")
                return nil
            }
            let zone = book.assembler.zone(cell("timezone")) {
                table.faults.warning(table.place(ofField: fieldOf["timezone"]), $0)
            }
            book.add(
                Contact(
                    name: name, role: role, title: cell("title"), phone: cell("phone"), email: email, timezone: zone),
                to: account, at: table.place(ofField: fieldOf["account"]))
        }
    }

    private mutating func readTouches(_ columns: [Int: String], into book: inout AccountBook) {
        let fieldOf = Dictionary(columns.map { ($1, $0) }, uniquingKeysWith: min)
        eachRow(required: ["account", "date"], columns: columns) { table in
            func cell(_ name: String) -> String? { table.cell(fieldOf[name]) }
            guard let account = cell("account"), let written = cell("date") else { return }
            guard let date = CalendarDay(written) else {
                table.faults.error(
                    table.place(ofField: fieldOf["date"]),
                    "date is a day as in 2026-11-21; found \(YAMLContext.shown(written)), this row is left out")
                return
            }
            book.add(
                Touch(
                    account: account, date: date, kind: cell("kind"), by: cell("by"), note: cell("note"),
                    place: table.place(ofField: fieldOf["account"])))
        }
    }

    // MARK: Rows and columns

    private mutating func eachRow(required: [String], columns: [Int: String], _ body: (CSVTable) -> Void) {
        let width = fields.count
        let needed = required.map { name in (name, columns.first { $0.value == name }?.key) }
        while let row = reader.next(into: &fields) {
            if case .broken(let offset, let message) = row {
                faults.error(place(offset), message)
                continue
            }
            if fields.count > width {
                faults.error(
                    place(fields[width].range.lowerBound),
                    "this row has \(fields.count) fields, the header \(width); is a comma not in quotes? The row is left out"
                )
                continue
            }
            if fields.allSatisfy({ reader.text($0).isEmpty }) { continue }
            if let missing = needed.first(where: { cell($0.1) == nil }) {
                faults.error(place(ofField: missing.1), "\(missing.0) is empty; this row is left out")
                continue
            }
            body(self)
        }
    }

    /// Field index to column name; unknown and repeated columns are faults and are not read.
    private func columns(_ names: [String], _ known: [String], of what: String) -> [Int: String] {
        var columns: [Int: String] = [:]
        var seen: Set<String> = []
        for (index, name) in names.enumerated() where !(name.isEmpty && index == names.count - 1) {
            if !known.contains(name) {
                faults.error(
                    place(fields[index].range.lowerBound),
                    "unknown column \(YAMLContext.shown(name)) in \(what)\(NearestName.hint(name, in: known))")
            } else if !seen.insert(name).inserted {
                faults.error(place(fields[index].range.lowerBound), "column \(name) stands twice; the first counts")
            } else {
                columns[index] = name
            }
        }
        return columns
    }

    /// The trimmed text of a field of the current row; nil where it is empty or absent.
    private func cell(_ index: Int?) -> String? {
        guard let index, index < fields.count else { return nil }
        let text = reader.text(fields[index])
        return text.isEmpty ? nil : text
    }

    private func place(ofField index: Int?) -> SourcePlace {
        guard let index, index < fields.count else { return place(reader.rowStart) }
        let field = fields[index]
        let isQuoted = field.range.lowerBound > 0 && file.bytes[field.range.lowerBound - 1] == UInt8(ascii: "\"")
        return place(isQuoted ? field.range.lowerBound - 1 : field.range.lowerBound)
    }

    private func place(_ offset: Int) -> SourcePlace {
        let (line, column) = reader.place(of: offset)
        return file.place(line: line, column: column)
    }

    /// `Company Number` and `company-number` are `company_number`.
    private static func columnName(_ text: String) -> String {
        text.lowercased().replacing(" ", with: "_").replacing("-", with: "_")
    }

    /// The entries of a `;` list, trimmed.
    private static func list(_ text: String) -> [String] {
        text.utf8.split(separator: UInt8(ascii: ";")).compactMap { part in
            var part = part
            while part.first == 0x20 { part.removeFirst() }
            while part.last == 0x20 { part.removeLast() }
            return part.isEmpty ? nil : String(Substring(part))
        }
    }

    private static func headerMessage(_ names: [String]) -> String {
        if names.count == 1, let only = names.first {
            for (sign, name) in [(";", "semicolons"), ("\t", "tabs")] where only.contains(sign) {
                return "columns are separated by \(name); save the file separated by commas"
            }
        }
        return
            "the header names no known table; accounts need id,name, contacts account,name,role, touches account,date"
    }
}
