import Testing
import TriggerModel

@testable import Reasoning

@Suite struct HandOverTests {
    @Test func `an alert goes to the new owner as an update that says from whom`() throws {
        let alert = Sample.alert("a1", rep: "dana", createdAt: Sample.now.adding(days: -3))
        let handed = try #require(
            HandOver.alert(
                alert, first: "a1", account: Sample.account(owner: "miguel"), context: Sample.context()))
        #expect(handed.rep == "miguel")
        #expect(handed.updates == "a1")
        #expect(handed.id != "a1")
        #expect(handed.createdAt == Sample.now)
        #expect(handed.whyNow == "Handed over from dana, who had it before you: ask there first. w.")
        #expect(
            handed.trace == [
                "update: handed over from rep dana to rep miguel on 2026-11-21: rep miguel owns the account"
            ])
        #expect(handed.reason == alert.reason)
    }

    @Test func `nothing is handed to the rep who has it`() {
        #expect(
            HandOver.alert(
                Sample.alert("a1", rep: "dana"), first: "a1", account: Sample.account(owner: "dana"),
                context: Sample.context()) == nil)
    }

    @Test func `a call put off comes back on the customer's own word, whatever the shelf life was`() {
        let alert = Sample.alert("a1", goodUntil: Sample.day("2026-12-01"))
        let back = alert.returning(
            askedOn: Sample.day("2026-11-21"), until: Sample.day("2027-02-01"), goodFor: 30)
        #expect(back.whyNow == "They asked on 21 November 2026 to be called again from 1 February 2027.")
        #expect(back.goodUntil == Sample.day("2027-03-03"))
        #expect(
            alert.returning(
                askedOn: Sample.day("2026-11-21"), until: Sample.day("2026-11-25"), goodFor: 1
            ).goodUntil
                == alert.goodUntil)
    }
}
