import Testing

@testable import WatcherRuntime

struct `A work signal` {
    @Test func `is kept when it comes before anybody waits`() async {
        let signal = WorkSignal()
        signal.raise()
        signal.raise()
        await signal.wait(seconds: 3600)
    }

    @Test func `wakes a waiting loop`() async {
        let signal = WorkSignal()
        async let waiting: Void = signal.wait(seconds: 3600)
        signal.raise()
        await waiting
    }

    @Test func `ends by itself when the time is over`() async {
        await WorkSignal().wait(seconds: 0)
    }

    @Test func `ends when its task is cancelled`() async {
        let signal = WorkSignal()
        let task = Task { await signal.wait(seconds: 3600) }
        task.cancel()
        await task.value
    }
}
