internal import ConfigLoading

/// `whynow sources remove ID`: takes an entry out of the file that defines it.
package struct SourcesRemoveCommand {
    private let directory: String
    private let output: CommandOutput

    package init(directory: String, output: CommandOutput) {
        self.directory = directory
        self.output = output
    }

    package func run(id: String) throws -> ExitCode {
        let files = SourceFiles(directory: directory)
        do throws(SourceFiles.Fault) {
            let change = try files.remove(id)
            output.data(Array(change.text.utf8))
            output.talk("Taken out of \(change.file), line \(change.line); the lines above are all that is gone.")
            output.talk("What it brought stays in the state file. \(SourcesCommands.takesEffect)")
            return .ok
        } catch {
            throw CommandFailure(error)
        }
    }
}
