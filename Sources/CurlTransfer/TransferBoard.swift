import CLibCurl

/// The transfers of a loop: those that wait, those in flight, and the handles at rest. Lives on the loop's thread.
struct TransferBoard {
    private struct Flight {
        var id: UInt64
        var job: any CurlJob
        var handle: EasyHandle
    }

    private let multi: UnsafeMutableRawPointer
    private let configuration: TransferConfiguration
    /// nil where it was launched or cancelled: a job's body and closures must not live on in here.
    private var waiting: [(id: UInt64, job: any CurlJob)?] = []
    /// Index of the first that still waits; the array is tidied when half of it is gone.
    private var nextWaiting = 0
    /// By the address of the easy handle, which is what libcurl's messages name.
    private var flights: [UnsafeMutableRawPointer: Flight] = [:]
    private var handles: [UInt64: UnsafeMutableRawPointer] = [:]
    private var resting: [EasyHandle] = []

    /// Handles kept for reuse: each holds buffers and its TLS sessions.
    private static let mostResting = 32

    init(multi: UnsafeMutableRawPointer, configuration: TransferConfiguration) {
        self.multi = multi
        self.configuration = configuration
    }

    mutating func start(_ id: UInt64, _ request: TransferRequest, _ continuation: Mailbox.Continuation) {
        do throws(TransferError) {
            waiting.append((id, try HTTPTransfer(request, configuration, continuation)))
        } catch {
            continuation.resume(returning: .failure(error))
        }
    }

    mutating func cancel(_ id: UInt64) {
        if let pointer = handles[id] {
            end(pointer, LoopThread.cancelled)
        } else if let index = waiting[nextWaiting...].firstIndex(where: { $0?.id == id }) {
            waiting[index]?.job.end(with: LoopThread.cancelled)
            waiting[index] = nil
        }
    }

    /// Starts what waits, as far as there is room.
    mutating func fill() {
        while flights.count < configuration.maxConcurrent, nextWaiting < waiting.count {
            defer { nextWaiting += 1 }
            guard let (id, job) = waiting[nextWaiting] else { continue }
            waiting[nextWaiting] = nil
            guard let handle = handle(for: job.origin) else {
                job.end(with: TransferError(kind: .other, detail: "no memory for a transfer"))
                continue
            }
            launch(Flight(id: id, job: job, handle: handle))
        }
        if nextWaiting > 64, nextWaiting * 2 > waiting.count {
            waiting.removeFirst(nextWaiting)
            nextWaiting = 0
        }
    }

    /// Ends or continues every transfer that libcurl reports as done. True where there was one.
    mutating func collect() -> Bool {
        var found = false
        // Told together at the end: a waiting thread is then woken once for all of them.
        var ended: [(job: any CurlJob, error: TransferError?)] = []
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let pointer = message.pointee.easy_handle else { continue }
            found = true
            // The message dies with the removal of its handle: read first.
            let code = shim_message_result(message)
            curl_multi_remove_handle(multi, pointer)
            guard let flight = flights.removeValue(forKey: pointer) else { continue }
            handles[flight.id] = nil
            do throws(TransferError) {
                if try flight.job.advance(after: code, flight.handle) {
                    flight.handle.reset()
                    launch(flight)
                } else {
                    rest(flight)
                    ended.append((flight.job, nil))
                }
            } catch {
                rest(flight)
                ended.append((flight.job, error))
            }
        }
        for (job, error) in ended { job.end(with: error) }
        return found
    }

    mutating func endAll(_ error: TransferError) {
        for pointer in flights.keys { end(pointer, error) }
        let rest = waiting[nextWaiting...]
        waiting = []
        nextWaiting = 0
        for case (_, let job)? in rest { job.end(with: error) }
    }

    /// Frees the handles at rest; before the multi handle goes.
    mutating func dropHandles() { resting = [] }

    private mutating func launch(_ flight: Flight) {
        do throws(TransferError) {
            try flight.job.prepare(flight.handle)
        } catch {
            rest(flight)
            flight.job.end(with: error)
            return
        }
        let result = curl_multi_add_handle(multi, flight.handle.pointer)
        guard result == CURLM_OK else {
            rest(flight)
            let text = String(cString: curl_multi_strerror(result))
            flight.job.end(with: TransferError(kind: .other, detail: "libcurl: \(text)"))
            return
        }
        flights[flight.handle.pointer] = flight
        handles[flight.id] = flight.handle.pointer
    }

    private mutating func end(_ pointer: UnsafeMutableRawPointer, _ error: TransferError) {
        guard let flight = flights.removeValue(forKey: pointer) else { return }
        handles[flight.id] = nil
        curl_multi_remove_handle(multi, pointer)
        rest(flight)
        flight.job.end(with: error)
    }

    /// A handle that served the origin before, because TLS sessions are kept per handle; else the one longest at rest.
    private mutating func handle(for origin: String) -> EasyHandle? {
        if let index = resting.lastIndex(where: { $0.lastOrigin == origin }) { return resting.remove(at: index) }
        return resting.isEmpty ? EasyHandle() : resting.removeFirst()
    }

    private mutating func rest(_ flight: Flight) {
        flight.handle.reset()
        flight.handle.lastOrigin = flight.job.origin
        if resting.count < Self.mostResting { resting.append(flight.handle) }
    }
}
