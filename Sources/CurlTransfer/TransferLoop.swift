/// Transfers over libcurl, all on one thread of their own: hundreds at a time cost no further thread.
///
/// Any task may call it. The thread ends with `shutDown`, or when the last reference goes.
package final class TransferLoop: Sendable {
    private let thread: LoopThread

    package init(configuration: TransferConfiguration) { thread = LoopThread(configuration) }

    deinit { thread.close() }

    /// Where tasks take their steps that only fetch: on the loop's own thread, so they must never block or compute for long.
    /// Once the loop is shut down, they go on elsewhere.
    package var executor: any TaskExecutor { thread }

    /// Fetches; a response of any status is success. Cancelling the task ends the transfer at once.
    package func perform(_ request: TransferRequest) async throws(TransferError) -> TransferResponse {
        let id = thread.newID()
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { thread.start(id, request, $0) }
        } onCancel: {
            thread.cancel(id)
        }
        thread.forget(id)
        return try result.get()
    }

    /// Ends every transfer with `shutDown`, refuses new ones, and returns when the thread is gone. Repeating is harmless.
    package func shutDown() { thread.close() }
}
