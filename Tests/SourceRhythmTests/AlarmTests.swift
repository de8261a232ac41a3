import SourceRhythm
import Testing
import TriggerModel

@Suite struct AlarmTests {
    @Test("A source in its normal rhythm raises at most one false alarm a year", arguments: SimulatedSource.all)
    func falseAlarms(source: SimulatedSource) {
        var perSeed: [Int] = []
        for seed in 1...2 {
            var watch = Watch(source, seed: UInt64(seed))
            let end = monday.adding(days: source.years * 364)
            var alarms = 0
            var isOpen = false
            while watch.now < end {
                watch.poll()
                let isFault = watch.rhythm.judgement(at: watch.now).faultKind != nil
                if isFault, !isOpen { alarms += 1 }
                isOpen = isFault
                watch.now = watch.now.adding(seconds: source.poll)
            }
            perSeed.append(alarms)
        }
        #expect(perSeed.allSatisfy { $0 <= source.years }, "\(perSeed)")
    }
}
