import CurlTransfer

/// What stands in a fault's detail: what happened, and what a person can do about it.
enum FaultAdvice {
    static let open = "use an address that needs no login, or the publisher's feed"
    static let needsCredential = "name the file of a key in the source's `credential`, or \(open)"
    static let requestRate = "the site says that we ask too often; the whole host rests, then it goes on by itself"
    static let rateLimited =
        "too many requests (429); the host rests, then it goes on by itself; if it comes again, ask "
        + "less often (`interval`)"
    static let undeclared = "the site wants to know who asks: check `contact` in whynow.yaml"
    static let blocked = "refuses programs (403); ask the publisher, or use its feed or interface"
    static let legal = "withheld for legal reasons (451) where we ask from; take it out with `whynow sources remove`"
    static let notFound =
        "nothing at this address any more (404); look for the new one with `whynow sources test`, or take "
        + "the source out with `whynow sources remove`"
    static let notInStore = "the file store has no such file, or does not show it (403 AccessDenied); check the address"
    static let gone =
        "removed for good (410); take the source out with `whynow sources remove`, or find its new address"
    static let range =
        "what we asked to go on from is too old (416); it goes on from now, and what came in between must be "
        + "read elsewhere"
    static let empty = "the body is empty"

    static func challenge(_ name: String) -> String {
        "stopped by a \(name) for people with a browser; ask the publisher for a feed, or to let us in"
    }

    static func refused(_ status: Int) -> String {
        "refuses the request with \(status); check the address and the parameters with `whynow sources test`"
    }

    static func serverError(_ status: Int) -> String { "the server fails with \(status); it is tried again later" }

    /// What to add to an error of the network; nil where its text says it all, or nothing can be done.
    static func onNetwork(_ kind: FetchFault.Kind) -> String? {
        switch kind {
        case .dns: "check the spelling of the host, and this machine's name server if others fail too"
        case .connect: "the server is down, or a firewall stands between; it is tried again later"
        case .tls:
            "only the publisher can mend the certificate; it is not fetched over a connection that anybody could read"
        case .timeout, .tooSlow: "it is tried again later"
        case .tooLarge: "ask for fewer entries, or raise `limits` in whynow.yaml"
        case .redirectLoop: "open the address in a browser and use the one that it ends at"
        case .downgrade: "ask the publisher to answer over https"
        default: nil
        }
    }
}
