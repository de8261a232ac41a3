import Foundation

/// Where the files beside the sources are, also when the test folder is linked into another package.
enum Repository {
    static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
    static let config = root + "/Config"
    static let unitFile = root + "/systemd/whynow.service"
}
