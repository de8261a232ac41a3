import Foundation
import RuleLanguage
import TriggerModel

/// Lists and reads the files of a configuration directory, within bounds.
///
/// Only the folders it is asked for are visited, never their subfolders, so a symbolic link that leads in a circle
/// costs nothing.
struct ConfigDirectory {
    static let largestYAML = 4 << 20
    static let largestCSV = 200 << 20

    /// Absolute.
    let path: String
    let faults: FaultList
    private(set) var loadedFiles: [String] = []
    private var hash = ContentHash()

    init(path: String, faults: FaultList) {
        self.path = URL(fileURLWithPath: path).standardizedFileURL.path
        self.faults = faults
    }

    var fingerprint: String { hash.hex() }

    var exists: Bool {
        var isDirectory: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
    }

    /// Entries directly in the directory, hidden ones left out.
    func entries() -> [String] { names(in: path) }

    /// The files of `folder` with one of `extensions`, read in the order of their names.
    mutating func files(in folder: String, extensions: [String]) -> [ConfigFile] {
        names(in: "\(path)/\(folder)").compactMap { name in
            guard let dot = name.lastIndex(of: "."), dot != name.startIndex,
                extensions.contains(name[name.index(after: dot)...].lowercased())
            else { return nil }
            return file("\(folder)/\(name)")
        }
    }

    /// Reads one file; nil with a fault where it cannot be used.
    mutating func file(_ relativePath: String) -> ConfigFile? {
        let place = SourcePlace(file: relativePath, line: 1, column: 1)
        let bytes: [UInt8]
        switch read(relativePath) {
        case .success(let read): bytes = read
        case .failure(let failure):
            faults.error(place, failure.message)
            return nil
        }
        let file = Self.plain(bytes, relativePath)
        if let fault = UTF8Check.fault(in: file.bytes) {
            faults.error(file.place(line: fault.line, column: fault.column), fault.message)
            return nil
        }
        count(file)
        return file
    }

    /// Counts a file among those that were loaded.
    mutating func count(_ file: ConfigFile) {
        loadedFiles.append(file.path)
        hash.update(file)
    }

    /// One file as it is now, without a word about it and without counting it among those that were loaded; nil where
    /// it cannot be read.
    func look(at relativePath: String) -> ConfigFile? {
        guard case .success(let bytes) = read(relativePath) else { return nil }
        return Self.plain(bytes, relativePath)
    }

    private func read(_ relativePath: String) -> Result<[UInt8], BoundedRead.Failure> {
        let isTable = relativePath.lowercased().hasSuffix(".csv")
        return BoundedRead.read("\(path)/\(relativePath)", limit: isTable ? Self.largestCSV : Self.largestYAML)
    }

    /// Without a byte order mark.
    private static func plain(_ bytes: [UInt8], _ path: String) -> ConfigFile {
        ConfigFile(path: path, bytes: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes)
    }

    /// Names in byte order; hidden files and what editors leave behind do not count.
    private func names(in directory: String) -> [String] {
        guard let all = try? FileManager.default.contentsOfDirectory(atPath: directory) else { return [] }
        return all.filter { !$0.hasPrefix(".") && !$0.hasSuffix("~") && !$0.hasPrefix("#") }.sorted()
    }
}

extension ContentHash {
    /// Takes in a file's name and bytes. Lengths keep "a" + "bc" apart from "ab" + "c".
    mutating func update(_ file: ConfigFile) {
        update("\(file.path.utf8.count):\(file.path):\(file.bytes.count):".utf8)
        update(file.bytes)
    }
}
