import Foundation

/// Replaces a file so that a reader, or a crash, sees the old one or the new one, never a part.
package enum AtomicFile {
    package struct Failure: Error, CustomStringConvertible {
        package var message: String
        package var description: String { message }
    }

    /// Writes a file of our own, whatever stood there before.
    package static func save(_ text: String, to path: String) throws(Failure) {
        try replace(path, with: Array(text.utf8), isStill: { true }).get()
    }

    /// Writes `bytes` to a temporary file beside `path`, syncs it, and renames it over `path` if `isStill` says that
    /// nobody wrote there meanwhile.
    ///
    /// The mode stays; the owner stays where this user may say so. A symbolic link is followed: its target is replaced.
    /// - Parameter mode: of a file that is not there yet.
    static func replace(
        _ path: String, with bytes: [UInt8], mode: mode_t = 0o644, isStill: () -> Bool
    ) -> Result<Void, Failure> {
        let target = realPath(path) ?? path
        let folder = (target as NSString).deletingLastPathComponent
        let name = (target as NSString).lastPathComponent
        // Hidden, so that a reload in this moment does not read it.
        let temporary = "\(folder)/.\(name).\(getpid())-\(UInt32.random(in: 0 ... .max)).tmp"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
        guard descriptor >= 0 else { return .failure(failure("\(temporary) cannot be made")) }
        defer { close(descriptor) }
        var before = stat()
        if stat(target, &before) == 0 {
            // Another owner may be refused; then the new file is ours, with the same mode.
            if fchown(descriptor, before.st_uid, before.st_gid) != 0 { _ = fchown(descriptor, .max, before.st_gid) }
            guard fchmod(descriptor, before.st_mode & 0o7777) == 0 else {
                return .failure(abandoned(temporary, "the mode of \(temporary) cannot be set"))
            }
        }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return .failure(abandoned(temporary, "\(temporary) cannot be written")) }
            written += count
        }
        guard fsync(descriptor) == 0 else { return .failure(abandoned(temporary, "\(temporary) cannot be synced")) }
        guard isStill() else {
            unlink(temporary)
            return .failure(Failure(message: "\(target) was changed by somebody else in this moment; run this again"))
        }
        guard rename(temporary, target) == 0 else {
            return .failure(abandoned(temporary, "\(target) cannot be replaced"))
        }
        return syncFolder(folder)
    }

    private static func syncFolder(_ folder: String) -> Result<Void, Failure> {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return .failure(failure("\(folder) cannot be synced")) }
        defer { close(descriptor) }
        // Some file systems refuse to sync a folder (fsync(2), EINVAL); the rename stands all the same.
        guard fsync(descriptor) == 0 || errno == EINVAL else { return .failure(failure("\(folder) cannot be synced")) }
        return .success(())
    }

    private static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    private static func abandoned(_ temporary: String, _ message: String) -> Failure {
        let failure = failure(message)
        unlink(temporary)
        return failure
    }

    private static func failure(_ message: String) -> Failure {
        Failure(message: "\(message): \(String(cString: strerror(errno)))")
    }
}

/// Keeps other programs of ours from changing a folder's files meanwhile (flock(2) on the folder itself, so that no lock
/// file stays behind). An editor knows nothing of it; what it writes is noticed before the rename.
struct FolderLock: ~Copyable {
    private let descriptor: Int32

    /// Waits for whoever holds it; nil where the folder cannot be opened.
    init?(_ folder: String) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else {
                close(descriptor)
                return nil
            }
        }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }
}
