/// What a path of the server does.
package enum LoopbackRoute: Sendable {
    /// The same answer to every request.
    case always(LoopbackAnswer)
    /// The first answer to the first request and so on; the last one again for every further request.
    case inTurn([LoopbackAnswer])
    /// An answer made from the request, on the connection's thread.
    case made(@Sendable (LoggedRequest) -> LoopbackAnswer)

    /// A body of text of this type.
    package static func text(_ text: String, type: String = "text/plain; charset=utf-8") -> LoopbackRoute {
        .always(.text(text, type: type))
    }

    /// The answer to `request`, the `turn`th of its path (0 for the first).
    func answer(to request: LoggedRequest, turn: Int) -> LoopbackAnswer {
        switch self {
        case .always(let answer): answer
        case .inTurn(let answers):
            answers.isEmpty ? .text("no answers", status: 500) : answers[min(turn, answers.count - 1)]
        case .made(let make): make(request)
        }
    }
}
