import ConfigLoading
import Ledger
import Testing
import TriggerModel

@testable import WatcherRuntime

struct `A state directory` {
    @Test func `has one watcher at a time`() throws {
        let world = try WatchWorld()
        let refused = #expect(throws: CommandFailure.self) {
            try Workplace(world.configuration.settings, at: WatchWorld.now)
        }
        #expect(refused?.code == .tryLater)
        #expect(refused?.description.contains(world.configuration.settings.directories.state) == true)
        try world.place.close()
        try Workplace(world.configuration.settings, at: WatchWorld.now).close()
    }

    @Test func `may be looked at while a watcher works`() throws {
        let world = try WatchWorld()
        _ = try Workplace.openForReading(world.configuration.settings).status(on: WatchWorld.now.day)
    }
}
