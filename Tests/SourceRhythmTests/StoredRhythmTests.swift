import Foundation
import Testing
import TriggerModel

@testable import SourceRhythm

@Suite struct StoredRhythmTests {
    @Test("Stored and read back it is the same value, below 2 KB, at any moment", arguments: SimulatedSource.all)
    func roundTrip(source: SimulatedSource) throws {
        var watch = Watch(source, seed: 11)
        var largest = 0
        for poll in 0..<4000 {
            watch.poll(poll % 700 == 699 ? .blind : poll % 500 > 490 ? .down : nil)
            watch.now = watch.now.adding(seconds: source.poll)
            guard poll % 97 == 0 else { continue }
            let stored = watch.rhythm.stored
            largest = max(largest, stored.utf8.count)
            #expect(Rhythm(stored: stored) == watch.rhythm)
        }
        #expect(largest <= 2048, "\(largest) bytes")
    }

    @Test("A stored rhythm that was cut or altered is refused, not misread")
    func broken() throws {
        let text = learnt(SimulatedSource.all[0], days: 30).rhythm.stored
        #expect(Rhythm(stored: text) != nil)
        for broken in [
            "", "{}", "1", String(text.dropLast()) + "x", text + " 1", text + " ", "2" + text.dropFirst(),
            text.replacing("0000", with: "0"), text.replacing("0000", with: ""), text.replacing("0000", with: "000g"),
            text.replacing(" ", with: "  "), text.split(separator: " ").dropLast().joined(separator: " "),
            text.split(separator: " ").dropLast().joined(separator: " ") + " 92233720368547758080",
        ] {
            #expect(Rhythm(stored: broken) == nil, "\(broken.suffix(40))")
        }
    }

    @Test("What was stored as JSON, the form before, is still read")
    func json() throws {
        let week = String(repeating: "AAAA", count: 111)
        let text = """
            {"arrivals":3,"burst":2,"first":"2026-11-01T09:00:00Z","gaps":1,"items":1.5,\
            "look":{"b":25468,"d":1,"e":30,"f":29,"g":9223372036854775807,"l":1,"n":4,"t":1,"w":"2026-11-01T09:00:00Z",\
            "x":{"b":10,"c":25468,"e":0,"k":"no-entries","p":100,"s":"2026-11-08T09:00:00Z","u":30,"y":true},"z":1},\
            "new":"2026-11-08T08:00:00Z","perWeek":2.5,"reached":"2026-11-08T09:00:00Z",\
            "silences":{"b":1,"m":1.25,"n":2,"v":0.5,"x":3},"step":900,"watched":"2026-11-01T09:00:00Z",\
            "week":{"a":"AQAA\(week)","h":498465,"n":1,"s":60,"w":"\(week)AAIA","x":-7,"y":12}}
            """
        let rhythm = try #require(Rhythm(stored: text))
        #expect(rhythm.arrivals == 3 && rhythm.gaps == 1 && rhythm.perWeek == 2.5)
        #expect(rhythm.slots.arrivals[0] == 1 && rhythm.slots.watched[167] == 2 && rhythm.slots.hour == 498_465)
        #expect(rhythm.documents.blindness?.sign == .noEntries && rhythm.silences.mean == 1.25)
        #expect(Rhythm(stored: rhythm.stored) == rhythm)
        #expect(Rhythm(stored: String(text.dropLast())) == nil)
    }

    @Test("Numbers of any size are read as they were written")
    func numbers() throws {
        let whole = [0, 1, -1, 9, 10, -10, .max, .min, .max - 1, .min + 1]
        let real = [0, -0.0, 1, .pi, -.greatestFiniteMagnitude, .leastNonzeroMagnitude, .infinity, -.infinity]
        let words: [UInt16] = [0, 1, 0x0a0b, 0xffff, 0x8000]
        var line = StoredNumbers()
        for number in whole { line.write(number) }
        for number in real { line.write(number) }
        line.write(words)
        line.write(nil as Int?)
        var reader = StoredNumbersReader(line.text)
        for number in whole { #expect(try reader.int() == number) }
        for number in real { #expect(try reader.double().bitPattern == number.bitPattern) }
        #expect(try reader.words(words.count) == words)
        #expect(try reader.optionalInt() == nil)
        #expect(throws: Never.self) { try reader.end() }
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
