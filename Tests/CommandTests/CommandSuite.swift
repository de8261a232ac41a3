import Testing

/// Drives the built program from outside. One after the other: each starts processes of its own, and some measure time.
@Suite("The program", .serialized)
enum CommandSuite {}
