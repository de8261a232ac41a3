import TriggerModel

/// The keys of `accounts/*.yaml` and the columns of `accounts/*.csv`.
enum AccountTable {
    static let root = Shape(
        "an accounts file",
        [
            .init("accounts", .entries(account), "Companies we sell to or want to, by id."),
            .init(
                "products", .entries(product), "What we sell, by id: never the reason for a call, only what may help."),
        ])

    static let account = Shape(
        "an account",
        [
            .init("name", .text, required: true, "Legal or usual name; short forms of it are found too."),
            .init("aliases", .list(.text), default: "", "Former names, brands, short forms."),
            .init("domain", .text, "Web domain, as in acme.example."),
            .init("cik", .text, "SEC Central Index Key."),
            .init("ticker", .text, "EXCHANGE:SYMBOL or the bare symbol."),
            .init("lei", .text, "Legal Entity Identifier, 20 characters."),
            .init("company-number", .text, "Register number, as at Companies House."),
            .init("industry", .text, "In your own words; profiles ask for it."),
            .init(
                "business", .list(.text), default: "",
                "Words of news about it, in the singular: its products, brands, trade. They tell an everyday word that is its name."
            ),
            .init("employees", .integer(0...100_000_000), "Head count."),
            .init("revenue", .integer(0...1_000_000_000_000_000), "Yearly, in whole units of your currency."),
            .init("region", .text, "In your own words; profiles and territories ask for it."),
            .init("country", .text, "ISO 3166-1 code of two letters, as in US or GB."),
            .init(
                "status", .choice(Account.Status.allCases.map(\.rawValue)), default: "prospect",
                "prospect, active customer, lapsed customer, or excluded: never called."),
            .init("owner", .text, "Id of its rep; the fallback rep when absent."),
            .init("tags", .list(.text), default: "", "Words of your own for profiles."),
            .init("phone", .text, "The switchboard."),
            .init("timezone", .zone, "Where its people work."),
            .init("incumbents", .list(.text), default: "", "Our competitors who supply it: account ids, or names."),
            .init("rivals", .list(.text), default: "", "Companies that compete with it: account ids, or names."),
            .init("customers", .list(.text), default: "", "Its customers: account ids, or names."),
            .init("suppliers", .list(.text), default: "", "Its suppliers: account ids, or names."),
            .init("products", .list(.text), default: "", "Ids of our products that it owns."),
            .init("contacts", .list(.mapping(contact)), default: "", "People there whom a rep can call."),
        ])

    static let contact = Shape(
        "a contact",
        [
            .init("name", .text, required: true, "As one would greet them."),
            .init("role", .text, required: true, "Role word that rules use in affects: cfo, controller, it-director."),
            .init("title", .text, "Job title as printed to the rep; the role when absent."),
            .init("phone", .text, "Direct line."),
            .init("email", .address, "Mail address."),
            .init("timezone", .zone, "Where they work; the account's when absent."),
        ])

    static let product = Shape(
        "a product",
        [
            .init("name", .text, required: true, "As customers know it."),
            .init(
                "help", .text, required: true, "What it does for the customer, one sentence in the customer's words."),
            .init("triggers", .list(.text), default: "", "Triggers it helps with: ids or families (leadership.*)."),
            .init("did-you-know", .text, "Question for a check-in with a customer who does not own it."),
        ])

    /// Columns of an accounts CSV: `id` and the account's keys, with `_` for `-`; contacts have a file of their own.
    static let accountColumns =
        ["id"] + account.keys.map { $0.name.replacing("-", with: "_") }.filter { $0 != "contacts" }
    /// Columns of a CSV in `rules` that says what is publicly known of companies.
    static let companyColumns = ["cik", "ticker", "name", "aliases", "business", "places", "otherwise"]
    static let contactColumns = ["account"] + contact.keys.map(\.name)
    static let touchColumns = ["account", "date", "kind", "by", "note"]
}
