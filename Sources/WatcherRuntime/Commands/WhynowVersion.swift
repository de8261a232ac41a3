/// The version that `--version`, the user agent and the status show.
package enum WhynowVersion {
    package static let current = "0.1.0"
}
