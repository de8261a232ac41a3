import Foundation
import SourceRhythm
import Testing
import TriggerModel

@Suite struct StoredRhythmTests {
    @Test("Stored and read back it is the same value, below 2 KB, at any moment", arguments: SimulatedSource.all)
    func roundTrip(source: SimulatedSource) throws {
        var watch = Watch(source, seed: 11)
        var largest = 0
        for poll in 0..<4000 {
            watch.poll(poll % 700 == 699 ? .blind : poll % 500 > 490 ? .down : nil)
            watch.now = watch.now.adding(seconds: source.poll)
            guard poll % 97 == 0 else { continue }
            let stored = try JSONEncoder().encode(watch.rhythm)
            largest = max(largest, stored.count)
            #expect(try JSONDecoder().decode(Rhythm.self, from: stored) == watch.rhythm)
        }
        #expect(largest <= 2048, "\(largest) bytes")
    }

    @Test("A stored rhythm that was cut or altered is refused, not misread")
    func broken() throws {
        let text = String(
            decoding: try JSONEncoder().encode(learnt(SimulatedSource.all[0], days: 30).rhythm), as: UTF8.self)
        for broken in [
            "", "{}", String(text.dropLast(9)), text.replacing("AAAA", with: "A"), text.replacing("AAAA", with: ""),
        ] {
            #expect(throws: (any Error).self) { try JSONDecoder().decode(Rhythm.self, from: Data(broken.utf8)) }
        }
    }

    @Test("An unchanged poll of a healthy source is not worth storing; what opens or ends something is")
    func worthStoring() {
        var watch = learnt(SimulatedSource.all[0], days: 30)
        var at = watch.now
        func note(_ outcome: PollSight.Outcome, after seconds: Int = 900) -> Bool {
            at = at.adding(seconds: seconds)
            return watch.rhythm.note(PollSight(at: at, outcome: outcome, entries: 0))
        }
        #expect(note(.unchanged) == false)
        #expect(note(.unchanged) == false)
        #expect(note(.failed) == true)
        #expect(note(.failed) == false)
        #expect(note(.unchanged) == true)
        #expect(note(.unchanged) == false)
        #expect(note(.changed) == true)
        #expect(note(.unchanged) == true, "the second look at an empty document")
        #expect(note(.unchanged) == false)
        #expect(note(.unchanged, after: 5 * day) == true)
    }

    @Test("What was stored long before a restart still finds a source that stops then")
    func resumed() throws {
        var watch = learnt(SimulatedSource.all[2], days: 60)
        var stored = watch.rhythm
        let restart = watch.now.adding(seconds: 30 * hour)
        while watch.now < restart {
            watch.rhythm.note(PollSight(at: watch.now, outcome: .unchanged))
            watch.now = watch.now.adding(seconds: 1800)
        }
        let reached = restart.adding(seconds: -1800)
        stored.resume(reachedAt: reached)
        let gap = try #require(stored.learnedGap(at: reached))
        stored.note(PollSight(at: restart, outcome: .failed))
        #expect(stored.judgement(at: reached.adding(seconds: gap - 1)).faultKind != "stopped")
        #expect(stored.judgement(at: reached.adding(seconds: gap)).faultKind == "stopped")
    }

    @Test("The habit fits one line")
    func summary() {
        #expect(Rhythm().summary == "nothing seen yet")
        let line = learnt(SimulatedSource.all[7], days: 200).rhythm.summary
        #expect(line.hasPrefix("news come about 5 times a week, most on "), "\(line)")
        #expect(line.hasSuffix(" h UTC; 29 entries in 23 kB"), "\(line)")
    }
}
