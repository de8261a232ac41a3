package import RuleLanguage
package import TriggerModel

/// One contact we had with an account, as a CRM exports it; check-ins go to those who have been quiet longest.
package struct Touch: Hashable, Sendable {
    /// The account's id.
    package var account: String
    package var date: CalendarDay
    /// `call`, `mail`, `meeting` … in the operator's words.
    package var kind: String?
    /// Who it was, usually a rep's id.
    package var by: String?
    package var note: String?
    package var place: SourcePlace

    package init(
        account: String, date: CalendarDay, kind: String? = nil, by: String? = nil, note: String? = nil,
        place: SourcePlace
    ) {
        self.account = account
        self.date = date
        self.kind = kind
        self.by = by
        self.note = note
        self.place = place
    }
}
