import Foundation

/// A directory whose regular files are served; nothing outside it, whatever the path says.
struct ServedDirectory: Sendable {
    /// Absolute, without symbolic links, without a slash at the end.
    private let root: String

    init(_ path: String) { root = Self.resolved(path) ?? path }

    /// The file at `path`, with Last-Modified and a type by its suffix; nil where there is none to serve.
    func answer(to path: String) -> LoopbackAnswer? {
        guard var decoded = path.removingPercentEncoding, decoded.hasPrefix("/"), !decoded.utf8.contains(0) else {
            return nil
        }
        if decoded.hasSuffix("/") { decoded += "index.html" }
        // realpath answers for the file itself, so that neither ".." nor a symbolic link leads outside.
        guard let file = Self.resolved(root + decoded), file.hasPrefix(root + "/") else { return nil }
        var status = stat()
        guard stat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            let contents = FileManager.default.contents(atPath: file)
        else { return nil }
        return LoopbackAnswer(
            fields: [
                .init("Content-Type", Self.type(of: file)),
                .init("Last-Modified", Self.httpDate(status.st_mtim.tv_sec)),
            ], body: Array(contents))
    }

    private static func resolved(_ path: String) -> String? {
        guard let pointer = realpath(path, nil) else { return nil }
        defer { free(pointer) }
        return String(cString: pointer)
    }

    private static func type(of path: String) -> String {
        switch path.split(separator: ".").last?.lowercased() {
        case "rss": "application/rss+xml"
        case "atom": "application/atom+xml"
        case "rdf": "application/rdf+xml"
        case "xml": "application/xml"
        case "json": "application/feed+json"
        case "html", "htm": "text/html"
        case "txt": "text/plain"
        default: "application/octet-stream"
        }
    }

    /// IMF-fixdate (RFC 9110, 5.6.7).
    static func httpDate(_ seconds: Int) -> String {
        var time = time_t(seconds)
        var parts = tm()
        gmtime_r(&time, &parts)
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return
            "\(days[Int(parts.tm_wday)]), \(two(parts.tm_mday)) \(months[Int(parts.tm_mon)]) \(1900 + parts.tm_year) "
            + "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec)) GMT"
    }
}
