internal import CLibSystemd
internal import Foundation

/// Tells systemd how the daemon is (sd_notify(3)); says nothing where no supervisor listens.
///
/// Debian 12's systemd 252 knows no `Type=notify-reload`: RELOADING=1 goes out with MONOTONIC_USEC= and is followed
/// by READY=1, which both generations understand.
package struct SystemdNotifier: Sendable {
    package init() {}

    package func ready(status: String) { send("READY=1\nSTATUS=\(line(status))") }
    package func reloading() {
        send("RELOADING=1\nMONOTONIC_USEC=\(monotonicMicroseconds())\nSTATUS=Reading the configuration again")
    }
    package func stopping() { send("STOPPING=1\nSTATUS=Finishing what is under way") }
    package func status(_ text: String) { send("STATUS=\(line(text))") }
    /// Only the working loop calls this: a loop that hangs is what the watchdog is for.
    package func alive() { send("WATCHDOG=1") }

    /// Seconds between two `alive` calls that keep the watchdog content (half its timeout); nil without a watchdog.
    package var aliveInterval: Double? {
        var microseconds: UInt64 = 0
        guard sd_watchdog_enabled(0, &microseconds) > 0 else { return nil }
        return Double(microseconds) / 2_000_000
    }

    // A failed notification is no reason to stop watching, and there is nobody to tell: systemd itself is deaf then.
    private func send(_ state: String) { _ = sd_notify(0, state) }

    private func line(_ text: String) -> String { text.split(whereSeparator: \.isNewline).joined(separator: " ") }

    private func monotonicMicroseconds() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000_000 + UInt64(time.tv_nsec) / 1000
    }
}
