import TriggerModel

/// The keys of `reps.yaml`.
enum RepTable {
    static let root = Shape("the reps file", [.init("reps", .entries(rep), required: true, "Sales reps, by id.")])

    static let rep = Shape(
        "a rep",
        [
            .init("name", .text, required: true, "As printed in the digest."),
            .init("email", .address, required: true, "Where the digest goes."),
            .init("timezone", .zone, required: true, "Mornings are local."),
            .init(
                "working-days", .list(.weekday), default: "monday, tuesday, wednesday, thursday, friday",
                "Days with a digest."),
            .init("digest-at", .clock, default: "07:00", "Local time of the digest."),
            .init(
                "style", .choice(Rep.Style.allCases.map(\.rawValue)), default: "both",
                "hunter wins new accounts, farmer keeps and grows customers."),
            .init(
                "territory", .list(.text), default: "",
                "Regions or countries whose accounts without an owner are theirs."),
            .init("call-list", .integer(1...200), "Rows that fit the power hour; budgets.call-list when absent."),
        ])
}
