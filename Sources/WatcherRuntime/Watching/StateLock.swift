internal import Glibc
internal import Synchronization

/// Lets one process at a time work on a state directory; commands that only look need none.
///
/// Two writers would take each other's temporary files for left-overs, and a staged file that is gone counts as
/// published (promise 3): an alert would be lost. The kernel gives the lock back when the process ends, however it ends
/// (flock(2)).
final class StateLock: Sendable {
    /// nil once it was given back.
    private let descriptor: Mutex<Int32?>

    static let fileName = "whynow.lock"

    /// - Throws: `CommandFailure` with `tryLater` while another process holds the lock.
    init(directory: String) throws {
        let path = "\(directory)/\(Self.fileName)"
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw CommandFailure(.cannotCreate, "\(path): \(String(cString: strerror(errno)))")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            close(descriptor)
            throw code == EWOULDBLOCK
                ? CommandFailure(
                    .tryLater,
                    "\(directory) is in use by another whynow; stop that one, or wait until its cycle is over")
                : CommandFailure(.io, "\(path): \(String(cString: strerror(code)))")
        }
        self.descriptor = Mutex(descriptor)
    }

    deinit { release() }

    /// Gives the lock back; repeating is harmless.
    func release() {
        descriptor.withLock { held in
            if let held { close(held) }
            held = nil
        }
    }
}
