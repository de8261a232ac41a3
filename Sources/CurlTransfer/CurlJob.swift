import CLibCurl

/// A transfer while it runs on the loop's thread, whatever its protocol: the loop only knows this.
protocol CurlJob: AnyObject {
    /// Sets a freshly reset handle up for the next request of the job.
    /// - Throws: why it cannot be sent; the job is over then and `end` is not called by itself.
    func prepare(_ handle: EasyHandle) throws(TransferError)

    /// The request ended with `code`; the handle still holds its results. True where the job has a further request.
    func advance(after code: CURLcode, _ handle: EasyHandle) throws(TransferError) -> Bool

    /// Tells the caller, exactly once: nil for success.
    func end(with error: TransferError?)

    /// Which idle handle suits best: scheme, host and port.
    var origin: String { get }
}
