import Glibc

/// Puts whole files into a directory that others read: written in `tmp/`, made durable, renamed into `new/`.
///
/// The steps are separate so that the ledger can note each one: `stage` → row `staged` → `publish` → row
/// `published`. A crash between any two is settled by `recover`. Names are lower-case hexadecimal plus the
/// directory's suffix; nothing from a feed ever names a file. The directory is opened anew by every verb, because an
/// operator may replace it while we run. All verbs block on the disk: call them off the cooperative pool, from one
/// writer per directory (consumers only move files out of `new/`).
///
/// Format and discipline: https://cr.yp.to/proto/maildir.html.
package struct MaildirWriter: Sendable {
    package let path: String
    /// With its dot: `.json`, `.eml`.
    package let suffix: String
    private let folders: [String]

    /// The queue directory: CloudEvents files for programs.
    package static func queue(at path: String) -> MaildirWriter {
        MaildirWriter(path: path, suffix: ".json", folders: ["tmp", "new", "cur"])
    }

    /// The e-mail spool: one message per file.
    package static func spool(at path: String) -> MaildirWriter {
        MaildirWriter(path: path, suffix: ".eml", folders: ["tmp", "new", "cur", "failed"])
    }

    private init(path: String, suffix: String, folders: [String]) {
        self.path = path
        self.suffix = suffix
        self.folders = folders
    }

    /// Creates what is missing, mode 2770: a consumer in the group may take files, and they stay in that group.
    ///
    /// What exists keeps its mode. The parent directory must exist.
    package func prepare() throws(MaildirError) {
        var isNew = false
        if mkdir(path, Self.directoryMode) == 0 {
            isNew = true
        } else if errno != EEXIST {
            throw MaildirError(operation: "create", path: path, code: errno)
        }
        let root = try DirectoryHandle.open(root: path)
        if isNew { try root.setMode(Self.directoryMode) }
        for folder in folders {
            guard mkdirat(root.descriptor, folder, Self.directoryMode) == 0 else {
                guard errno == EEXIST else {
                    throw MaildirError(operation: "create", path: "\(path)/\(folder)", code: errno)
                }
                // Opening it shows that it is a directory and not a link to one.
                _ = try root.open(folder: folder)
                continue
            }
            try root.open(folder: folder).setMode(Self.directoryMode)
            isNew = true
        }
        if isNew { try root.sync() }
    }

    /// True for a name this directory may hold: 16 to 64 lower-case hexadecimal digits and the suffix.
    package func accepts(_ name: String) -> Bool {
        guard name.hasSuffix(suffix) else { return false }
        let stem = name.utf8.dropLast(suffix.utf8.count)
        return (16...64).contains(stem.count)
            && stem.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    // MARK: - Staging

    /// Writes one file into `tmp/`; afterwards file and name survive a power cut.
    package func stage(_ file: OutgoingFile) throws(MaildirError) {
        let batch = stage([file])
        if let failure = batch.failures.first { throw failure }
    }

    /// Writes files into `tmp/`; afterwards those in `done` survive a power cut, content and name.
    ///
    /// A left-over of the same name is replaced. A failure of the directory itself ends the batch; a bad name does
    /// not. Nothing half-written keeps its name.
    package func stage(_ files: [OutgoingFile]) -> MaildirBatch {
        guard !files.isEmpty else { return MaildirBatch() }
        var batch = MaildirBatch()
        do throws(MaildirError) {
            let tmp = try folder("tmp")
            // From here on one sync of the whole file system is cheaper than one per file; since Linux 5.8 syncfs()
            // reports write errors as fsync() does.
            let syncsTogether = files.count >= Self.syncTogetherFrom
            var written: [String] = []
            for file in files {
                guard accepts(file.name) else {
                    batch.failures.append(.badName(file.name))
                    continue
                }
                do throws(MaildirError) {
                    try write(file, into: tmp, syncs: !syncsTogether)
                    written.append(file.name)
                } catch {
                    batch.failures.append(error)
                    break
                }
            }
            guard !written.isEmpty else { return batch }
            if syncsTogether {
                guard syncfs(tmp.descriptor) == 0 else {
                    throw MaildirError(operation: "sync", path: tmp.path, code: errno)
                }
            } else {
                // fsync(2): the file's own sync does not promise that its name has reached the disk. A staged row
                // without its temporary file counts as published, so the name must be there before the row. Costs a sixth of
                // the time of single files on ext4.
                try tmp.sync()
            }
            batch.done = written
        } catch {
            batch.failures.append(error)
        }
        return batch
    }

    // MARK: - Publishing

    /// Moves one staged file into `new/`; afterwards it is visible to consumers and survives a power cut.
    package func publish(_ name: String) throws(MaildirError) {
        let batch = publish([name])
        if let failure = batch.failures.first { throw failure }
    }

    /// Moves staged files into `new/` with one sync for all.
    ///
    /// A name without a temporary file was published before and is `done` too, so a repeat is harmless. A file that
    /// is in `new/` already is never overwritten.
    package func publish(_ names: [String]) -> MaildirBatch {
        guard !names.isEmpty else { return MaildirBatch() }
        var batch = MaildirBatch()
        do throws(MaildirError) {
            let tmp = try folder("tmp")
            let new = try folder("new")
            var moved: [String] = []
            for name in names {
                guard accepts(name) else {
                    batch.failures.append(.badName(name))
                    continue
                }
                do throws(MaildirError) {
                    _ = try move(name, from: tmp, to: new)
                    moved.append(name)
                } catch {
                    batch.failures.append(error)
                    break
                }
            }
            guard !moved.isEmpty else { return batch }
            try new.sync()
            batch.done = moved
        } catch {
            batch.failures.append(error)
        }
        return batch
    }

    // MARK: - Recovery

    /// Settles what a crash left behind; call it before anything else is staged.
    ///
    /// A staged name whose temporary file is gone counts as published: a consumer may have taken it already. Staged
    /// names with their file are published. Other temporary files that the ledger does not know are removed (never
    /// folders, never names with a leading dot).
    package func recover(stagedNames: some Sequence<String>, pendingNames: some Sequence<String>) -> RecoveryReport {
        var report = RecoveryReport()
        do throws(MaildirError) {
            try prepare()
            let root = try DirectoryHandle.open(root: path)
            let tmp = try root.open(folder: "tmp")
            let new = try root.open(folder: "new")
            let staged = Set(stagedNames)
            let pending = Set(pendingNames)
            var renamed: [String] = []
            for name in staged.sorted() {
                guard accepts(name) else {
                    report.failures.append(.badName(name))
                    continue
                }
                do throws(MaildirError) {
                    if try move(name, from: tmp, to: new) {
                        renamed.append(name)
                    } else {
                        report.countedAsPublished.append(name)
                    }
                } catch {
                    report.failures.append(error)
                }
            }
            // The rename before the crash may not have been synced, so also without new ones.
            if !staged.isEmpty { try new.sync() }
            report.published = renamed
            for name in try tmp.names() where !staged.contains(name) {
                if pending.contains(name) {
                    report.unfinished.append(name)
                    continue
                }
                do throws(MaildirError) {
                    if try tmp.remove(name) { report.removed.append(name) }
                } catch {
                    report.failures.append(error)
                }
            }
        } catch {
            report.failures.append(error)
        }
        return report
    }

    // MARK: - One file

    /// Opens a folder, making the directory again when someone removed it.
    private func folder(_ name: String) throws(MaildirError) -> DirectoryHandle {
        do throws(MaildirError) {
            return try DirectoryHandle.open(root: path).open(folder: name)
        } catch {
            guard error.code == ENOENT else { throw error }
            try prepare()
            return try DirectoryHandle.open(root: path).open(folder: name)
        }
    }

    private func write(
        _ file: OutgoingFile, into tmp: borrowing DirectoryHandle, syncs: Bool
    ) throws(MaildirError) {
        let place = "\(tmp.path)/\(file.name)"
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        var descriptor = openat(tmp.descriptor, file.name, flags, Self.fileMode)
        if descriptor < 0, errno == EEXIST {
            // Left over from a crash before its row was marked, or planted: the name goes, never what it points to.
            try tmp.remove(file.name)
            descriptor = openat(tmp.descriptor, file.name, flags, Self.fileMode)
        }
        guard descriptor >= 0 else { throw MaildirError(operation: "create", path: place, code: errno) }
        var failure = fchmod(descriptor, Self.fileMode) == 0 ? nil : ("create", errno)
        if failure == nil, let code = Self.writeAll(file.bytes, to: descriptor) { failure = ("write", code) }
        if failure == nil, syncs, fsync(descriptor) != 0 { failure = ("sync", errno) }
        // close(2) reports late write errors; the descriptor is gone in any case.
        if close(descriptor) != 0, failure == nil { failure = ("write", errno) }
        guard let failure else { return }
        // The first error is the one to tell. Should this removal fail too, the left-over is replaced by the next
        // staging or removed by recovery.
        _ = unlinkat(tmp.descriptor, file.name, 0)
        throw MaildirError(operation: failure.0, path: place, code: failure.1)
    }

    /// nil when all bytes are written, else the errno.
    private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                // A non-empty slice of a buffer has a base address.
                let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress!, rest.count)
                if count > 0 {
                    rest = rest.dropFirst(count)
                } else if count == 0 {
                    return EIO
                } else if errno != EINTR {
                    return errno
                }
            }
            return nil
        }
    }

    /// True when the file was moved now, false when it had been moved before.
    private func move(
        _ name: String, from tmp: borrowing DirectoryHandle, to new: borrowing DirectoryHandle
    ) throws(MaildirError) -> Bool {
        // Only this writer makes names in new/, so nothing comes between the look and the rename.
        if new.contains(name) {
            try tmp.remove(name)
            return false
        }
        if renameat(tmp.descriptor, name, new.descriptor, name) == 0 { return true }
        guard errno == ENOENT else {
            throw MaildirError(operation: "rename", path: "\(tmp.path)/\(name)", code: errno)
        }
        return false
    }

    /// From about eight files on, one `syncfs` is clearly faster than a sync per file (six times at a hundred, on
    /// ext4). Not below: it also waits for what others have written to the file system.
    private static let syncTogetherFrom = 8
    private static let directoryMode: mode_t = 0o2770
    private static let fileMode: mode_t = 0o640
}

/// syncfs(2): writes out everything of the file system that holds the descriptor; -1 and errno on failure.
///
/// Declared here because Swift's Glibc module is built without `_GNU_SOURCE`, which hides it. One integer in, one
/// out: the Swift and the C calling convention agree on that on every platform we build for.
@_silgen_name("syncfs")
private func syncfs(_ descriptor: Int32) -> Int32
