/// The official names of the items of Form 8-K (17 CFR 249.308 and the form's General Instructions), which filings
/// repeat as headings whatever has really happened; with the numbering before 23 August 2004 (SEC release 33-8400).
enum OfficialItems {
    /// Code of an official name: of today's numbering, or of the one before; nil where it is none.
    static func code(named name: String, isOld: Bool = false) -> String? {
        let key = key(name)
        return isOld ? oldCodes[key] ?? codes[key] : codes[key] ?? oldCodes[key]
    }

    /// The text without the official name of `code` that it begins with; the text itself where it does not.
    static func textWithoutName(_ text: Substring, code: String) -> Substring {
        for name in names(of: code) {
            var wanted = name.key.utf8.makeIterator()
            var end = text.startIndex
            var next = wanted.next()
            var index = text.utf8.startIndex
            let bytes = text.utf8
            while let letter = next, index < bytes.endIndex {
                let byte = bytes[index]
                let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
                index = bytes.index(after: index)
                if lower &- 0x61 >= 26 { continue }
                guard lower == letter else { break }
                end = index
                next = wanted.next()
            }
            if next == nil {
                return text[end...].drop { ".:;,- \t–—".contains($0) }
            }
        }
        return isNearlyName(text, code: code) ? text[text.endIndex...] : text
    }

    /// True where the text may be the beginning of the official name, cut by the end of a line.
    static func beginsName(_ text: Substring, code: String) -> Bool {
        let start = key(String(text))
        return start.utf8.count >= 4
            && names(of: code).contains { $0.key.utf8.count > start.utf8.count && $0.key.hasPrefix(start) }
    }

    /// True for a heading that says the official name in slightly other words: most of its words are the name's and
    /// most of the name's words are in it. Only for a text as short as a heading.
    private static func isNearlyName(_ text: Substring, code: String) -> Bool {
        guard text.utf8.count <= 260 else { return false }
        let own = Set(words(String(text)))
        guard own.count >= 2 else { return false }
        return names(of: code).contains { name in
            let shared = own.count { name.words.contains($0) }
            return 10 * shared >= 7 * own.count && 10 * shared >= 6 * name.words.count
        }
    }

    private struct Name {
        /// Letters only, lower case: headings differ in punctuation.
        var key: String
        var words: Set<String>

        init(_ text: String) {
            key = OfficialItems.key(text)
            words = Set(OfficialItems.words(text))
        }
    }

    private static func names(of code: String) -> [Name] { prepared[code] ?? [] }

    private static func key(_ name: String) -> String {
        String(decoding: name.lowercased().utf8.filter { $0 &- 0x61 < 26 }, as: UTF8.self)
    }

    /// Words by their first five letters, so that singular and plural are one.
    private static func words(_ text: String) -> [String] {
        text.lowercased().utf8.split { $0 &- 0x61 >= 26 && $0 != 0x27 }
            .compactMap { $0.count < 2 ? nil : String(decoding: $0.prefix(5), as: UTF8.self) }
    }

    private static let prepared = names.mapValues { $0.map(Name.init) }
    private static let codes = table { $0.contains(".") }
    private static let oldCodes = table { !$0.contains(".") }

    private static func table(_ isWanted: (String) -> Bool) -> [String: String] {
        var codes: [String: String] = [:]
        for (code, list) in prepared where isWanted(code) { for name in list { codes[name.key] = code } }
        return codes
    }

    private static let names: [String: [String]] = [
        "1.01": ["Entry into a Material Definitive Agreement"],
        "1.02": ["Termination of a Material Definitive Agreement"],
        "1.03": ["Bankruptcy or Receivership"],
        "1.04": ["Mine Safety - Reporting of Shutdowns and Patterns of Violations"],
        "1.05": ["Material Cybersecurity Incidents"],
        "2.01": ["Completion of Acquisition or Disposition of Assets"],
        "2.02": ["Results of Operations and Financial Condition"],
        "2.03": [
            "Creation of a Direct Financial Obligation or an Obligation under an Off-Balance Sheet Arrangement of a Registrant"
        ],
        "2.04": [
            """
            Triggering Events That Accelerate or Increase a Direct Financial Obligation or an Obligation under an \
            Off-Balance Sheet Arrangement
            """
        ],
        "2.05": [
            "Costs Associated with Exit or Disposal Activities", "Cost Associated with Exit or Disposal Activities",
        ],
        "2.06": ["Material Impairments"],
        "3.01": [
            """
            Notice of Delisting or Failure to Satisfy a Continued Listing Rule or Standard; Transfer of Listing
            """
        ],
        "3.02": ["Unregistered Sales of Equity Securities", "Unregistered Sale of Equity Securities"],
        "3.03": [
            "Material Modification to Rights of Security Holders",
            "Material Modifications to Rights of Security Holders",
        ],
        "4.01": ["Changes in Registrant's Certifying Accountant"],
        "4.02": [
            """
            Non-Reliance on Previously Issued Financial Statements or a Related Audit Report or Completed Interim Review
            """
        ],
        "5.01": ["Changes in Control of Registrant"],
        "5.02": [
            """
            Departure of Directors or Certain Officers; Election of Directors; Appointment of Certain Officers; \
            Compensatory Arrangements of Certain Officers
            """,
            """
            Departure of Directors or Principal Officers; Election of Directors; Appointment of Principal Officers
            """,
        ],
        "5.03": ["Amendments to Articles of Incorporation or Bylaws; Change in Fiscal Year"],
        "5.04": ["Temporary Suspension of Trading Under Registrant's Employee Benefit Plans"],
        "5.05": [
            "Amendments to the Registrant's Code of Ethics, or Waiver of a Provision of the Code of Ethics",
            "Amendment to Registrant's Code of Ethics, or Waiver of a Provision of the Code of Ethics",
        ],
        "5.06": ["Change in Shell Company Status"],
        "5.07": ["Submission of Matters to a Vote of Security Holders"],
        "5.08": ["Shareholder Director Nominations", "Shareholder Nominations Pursuant to Exchange Act Rule 14a-11"],
        "6.01": ["ABS Informational and Computational Material"],
        "6.02": ["Change of Servicer or Trustee"],
        "6.03": ["Change in Credit Enhancement or Other External Support"],
        "6.04": ["Failure to Make a Required Distribution"],
        "6.05": ["Securities Act Updating Disclosure"],
        "6.06": ["Static Pool"],
        "7.01": ["Regulation FD Disclosure"],
        "8.01": ["Other Events"],
        "9.01": ["Financial Statements and Exhibits"],
        "1": ["Changes in Control of Registrant"],
        "2": ["Acquisition or Disposition of Assets"],
        "3": ["Bankruptcy or Receivership"],
        "4": ["Changes in Registrant's Certifying Accountant"],
        "5": ["Other Events and Regulation FD Disclosure", "Other Events and Required FD Disclosure", "Other Events"],
        "6": ["Resignations of Registrant's Directors"],
        "7": [
            "Financial Statements, Pro Forma Financial Information and Exhibits",
            "Financial Statements and Pro Forma Financial Information", "Financial Statements and Exhibits",
        ],
        "8": ["Change in Fiscal Year"],
        "9": ["Regulation FD Disclosure"],
        "10": ["Amendments to the Registrant's Code of Ethics, or Waiver of a Provision of the Code of Ethics"],
        "11": ["Temporary Suspension of Trading Under Registrant's Employee Benefit Plans"],
        "12": ["Results of Operations and Financial Condition"],
    ]
}
