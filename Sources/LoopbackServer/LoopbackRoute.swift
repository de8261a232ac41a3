/// What a path of the server does.
package enum LoopbackRoute: Sendable {
    /// The same answer to every request.
    case always(LoopbackAnswer)
    /// The first answer to the first request and so on; the last one again for every further request.
    case inTurn([LoopbackAnswer])
    /// An answer made from the request and its `turn`, on the connection's thread.
    case made(@Sendable (LoggedRequest) -> LoopbackAnswer)

    /// A body of text of this type.
    package static func text(_ text: String, type: String = "text/plain; charset=utf-8") -> LoopbackRoute {
        .always(.text(text, type: type))
    }

    func answer(to request: LoggedRequest) -> LoopbackAnswer {
        switch self {
        case .always(let answer): answer
        case .inTurn(let answers):
            answers.isEmpty ? .text("no answers", status: 500) : answers[min(request.turn, answers.count - 1)]
        case .made(let make): make(request)
        }
    }
}
