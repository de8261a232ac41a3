import Glibc

/// An open directory; every name is looked up inside it, so a swapped or symbolic path cannot lead elsewhere.
///
/// Owns its descriptor and closes it, also when the caller throws.
struct DirectoryHandle: ~Copyable {
    let descriptor: Int32
    /// For messages only.
    let path: String

    deinit { _ = close(descriptor) }

    private init(descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    /// Opens the directory an operator named, following symbolic links on the way (a volume may be linked in).
    static func open(root path: String) throws(MaildirError) -> DirectoryHandle {
        let descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw MaildirError(operation: "open", path: path, code: errno) }
        return DirectoryHandle(descriptor: descriptor, path: path)
    }

    /// Opens the folder `name` of this directory; a symbolic link there is an error.
    borrowing func open(folder name: String) throws(MaildirError) -> DirectoryHandle {
        let inner = "\(path)/\(name)"
        let descriptor = openat(self.descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { throw MaildirError(operation: "open", path: inner, code: errno) }
        return DirectoryHandle(descriptor: descriptor, path: inner)
    }

    /// Makes names created, renamed or removed here survive a power cut.
    borrowing func sync() throws(MaildirError) {
        guard fsync(descriptor) == 0 else { throw MaildirError(operation: "sync", path: path, code: errno) }
    }

    /// Sets the mode exactly, whatever the umask.
    borrowing func setMode(_ mode: mode_t) throws(MaildirError) {
        guard fchmod(descriptor, mode) == 0 else { throw MaildirError(operation: "create", path: path, code: errno) }
    }

    borrowing func contains(_ name: String) -> Bool {
        faccessat(descriptor, name, F_OK, AT_SYMLINK_NOFOLLOW) == 0
    }

    /// Removes the entry `name`, never what it points to; true when it was there.
    @discardableResult
    borrowing func remove(_ name: String) throws(MaildirError) -> Bool {
        if unlinkat(descriptor, name, 0) == 0 { return true }
        guard errno == ENOENT else { throw MaildirError(operation: "remove", path: "\(path)/\(name)", code: errno) }
        return false
    }

    /// All names, sorted; those starting with a dot are not ours to look at.
    borrowing func names() throws(MaildirError) -> [String] {
        // A descriptor of its own, because closedir() closes it and readdir() moves its position.
        let listing = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard listing >= 0 else { throw MaildirError(operation: "list", path: path, code: errno) }
        guard let stream = fdopendir(listing) else {
            let code = errno
            _ = close(listing)
            throw MaildirError(operation: "list", path: path, code: code)
        }
        defer { closedir(stream) }
        var names: [String] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                guard errno == 0 else { throw MaildirError(operation: "list", path: path, code: errno) }
                return names.sorted()
            }
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
    }
}
