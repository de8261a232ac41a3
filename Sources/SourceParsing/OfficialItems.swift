/// The official names of the items of Form 8-K (17 CFR 249.308 and the form's General Instructions), which filings
/// repeat as headings whatever has really happened.
enum OfficialItems {
    /// Code of an official name; nil where it is none.
    static func code(named name: String) -> String? { codes[key(name)] }

    /// The text without the official name of `code` that it begins with; the text itself where it does not.
    static func textWithoutName(_ text: Substring, code: String) -> Substring {
        for name in names[code] ?? [] {
            var wanted = key(name).utf8.makeIterator()
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
                return text[end...].drop { $0 == "." || $0 == ":" || $0 == ";" || $0 == " " || $0 == "\t" }
            }
        }
        return text
    }

    /// Letters only, lower case: headings differ in punctuation.
    private static func key(_ name: String) -> String {
        String(decoding: name.lowercased().utf8.filter { $0 &- 0x61 < 26 }, as: UTF8.self)
    }

    private static let codes: [String: String] = {
        var codes: [String: String] = [:]
        for (code, list) in names { for name in list { codes[key(name)] = code } }
        return codes
    }()

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
        "7.01": ["Regulation FD Disclosure"],
        "8.01": ["Other Events"],
        "9.01": ["Financial Statements and Exhibits"],
    ]
}
