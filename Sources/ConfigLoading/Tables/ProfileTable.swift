import RuleLanguage
import TriggerModel

/// The keys of `profiles/*.yaml`.
enum ProfileTable {
    static let root = Shape(
        "a profiles file", [.init("profiles", .entries(profile), required: true, "Ideal-customer profiles, by id.")])

    static let profile = Shape(
        "a profile",
        [
            .init("name", .text, required: true, "For people."),
            .init(
                "companies", .definition("companies"), required: true,
                "Which accounts fit: all lines must hold; any, all and not group further conditions."),
            .init("reasons", .list(.mapping(reason)), required: true, "Which triggers are a reason for them."),
            .init("not-reasons", .list(.text), default: "", "Triggers that are no reason here, even inside a family."),
            .init(
                "minimum-score", .integer(0...100), default: "40",
                "Matches below it are kept for explain, not delivered."),
            .init(
                "prospects", .boolean, default: "true",
                "Whether companies that are nobody's account yet, but fit by what a filing says of industry, place or size, "
                    + "become prospect alerts for the trigger's own company."),
        ])

    static let reason = Shape(
        "a reason",
        [
            .init("triggers", .list(.text), required: true, "Trigger ids, families (leadership.*) or * for all."),
            .init(
                "relations", .list(.choice(Relation.allCases.map(\.rawValue))), default: "itself",
                "What the company in the news is to the account.",
                tips: ["competitor": "rival competes with the account, incumbent with us", "self": "write itself"]),
            .init("weight", .integer(1...5), default: "3", "1 nice to know … 5 must call."),
        ])

    /// One mapping under `companies`, `any`, `all` or `not`.
    static let companies = Shape(
        "a condition",
        AccountField.allCases.map { field in
            Shape.Key(
                field.rawValue, field.isNumber ? .range : .list(.text),
                field.isNumber ? "A number or range of the account's \(field.rawValue)." : "Any of these values.")
        } + [
            .init("any", .list(.definition("companies")), "At least one of these holds."),
            .init("all", .list(.definition("companies")), "All of these hold."),
            .init("not", .list(.definition("companies")), "None of these holds."),
        ])
}
