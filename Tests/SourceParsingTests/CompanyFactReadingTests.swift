import Testing
import TriggerModel

@testable import SourceParsing

@Suite struct CompanyFactReadingTests {
    @Test(
        "A size is a number, or what the words around it leave of one",
        arguments: [
            ("250", StatedSize(least: 250, most: 250)), ("1,250", StatedSize(least: 1250, most: 1250)),
            ("1250000.75", StatedSize(least: 1_250_000, most: 1_250_000)), ("250+", StatedSize(least: 250)),
            ("$5,000,001 - $25,000,000", StatedSize(least: 5_000_001, most: 25_000_000)),
            ("200 to 500", StatedSize(least: 200, most: 500)), ("Over $100,000,000", StatedSize(least: 100_000_000)),
            ("No Revenues", StatedSize(least: 0, most: 0)), ("up to 40", StatedSize(most: 40)),
            ("Decline to Disclose", nil), ("Not Applicable", nil), ("", nil), ("12 of 40", nil),
            ("99999999999999999999999", nil),
        ])
    func size(_ text: String, _ size: StatedSize?) {
        #expect(CompanyFactReading.size(text) == size)
    }

    @Test func `what cannot be read is left out, and a head count says more than whom a notice concerns`() {
        var party = FilingParty(name: "Zorvex", role: .subject)
        CompanyFactReading.put(
            [
                .sic: "203", .naics: "3364: Aerospace", .industry: "Manufacturing", .state: "Ohio", .country: "USA",
                .affected: "120", .revenue: "n/a",
            ], into: &party)
        #expect(
            party
                == FilingParty(
                    name: "Zorvex", role: .subject, sic: "0203", state: "Ohio", naics: "3364",
                    industry: "Manufacturing", country: "USA", employees: StatedSize(least: 120)))
        CompanyFactReading.put([.employees: "900", .affected: "120", .sic: "code 20", .naics: "1"], into: &party)
        #expect(party.employees == 900)
        #expect(party.sic == nil)
        #expect(party.naics == nil)
    }
}
