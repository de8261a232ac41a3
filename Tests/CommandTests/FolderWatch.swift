import Foundation

/// Sees what happens in some folders the moment it happens (inotify(7)).
final class FolderWatch {
    struct Blind: Error {
        var call: String
        var code: Int32
    }

    private let descriptor: Int32

    enum Sight {
        /// A file appears.
        case files
        /// A file appears or is written to.
        case writes

        fileprivate var mask: UInt32 {
            switch self {
            case .files: UInt32(IN_CREATE | IN_MOVED_TO)
            case .writes: UInt32(IN_CREATE | IN_MOVED_TO | IN_MODIFY)
            }
        }
    }

    /// The folders must exist.
    init(_ folders: [String], for sight: Sight) throws {
        descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
        guard descriptor >= 0 else { throw Blind(call: "inotify_init1", code: errno) }
        for folder in folders where inotify_add_watch(descriptor, folder, sight.mask) < 0 {
            throw Blind(call: "inotify_add_watch \(folder)", code: errno)
        }
    }

    deinit { close(descriptor) }

    /// Waits until it has seen so many things; false where `goesOn` says no before.
    func wait(for count: Int, while goesOn: () -> Bool) -> Bool {
        var seen = 0
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while seen < count {
            guard goesOn() else { return false }
            var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, 20) > 0 else { continue }
            let length = read(descriptor, &buffer, buffer.count)
            var offset = 0
            // struct inotify_event: watch, mask, cookie, length of the name (four bytes each), then the name.
            while offset + 16 <= length {
                let name = (0..<4).reduce(0) { $0 | Int(buffer[offset + 12 + $1]) << (8 * $1) }
                offset += 16 + name
                seen += 1
            }
        }
        return true
    }
}
