import Foundation
import Synchronization

/// A pipe that becomes readable for everybody once the server stops, so that no thread sleeps past it.
final class StopSignal: Sendable {
    private let readEnd: Int32
    private let writeEnd: Mutex<Int32>

    init() {
        var ends: [Int32] = [-1, -1]
        // Fails only without descriptors or memory; a test process in that state cannot go on.
        precondition(pipe(&ends) == 0, "pipe: \(String(cString: strerror(errno)))")
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        readEnd = ends[0]
        writeEnd = Mutex(ends[1])
    }

    deinit {
        raise()
        close(readEnd)
    }

    /// Wakes everybody, for ever.
    func raise() {
        writeEnd.withLock { descriptor in
            if descriptor >= 0 { close(descriptor) }
            descriptor = -1
        }
    }

    /// Waits until `descriptor` can be read (or its peer went): true. False once the signal is raised.
    func waitFor(_ descriptor: Int32) -> Bool {
        var polled = [
            pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: readEnd, events: Int16(POLLIN), revents: 0),
        ]
        while poll(&polled, 2, -1) < 0 { guard errno == EINTR else { return false } }
        return polled[1].revents == 0
    }

    /// Waits so long: true. False as soon as the signal is raised.
    func pause(milliseconds: Int) -> Bool {
        var polled = [pollfd(fd: readEnd, events: Int16(POLLIN), revents: 0)]
        return poll(&polled, 1, Int32(clamping: milliseconds)) == 0
    }
}
