import CurlTransfer
import TriggerModel

/// The way of one request over its redirects, from host to host.
struct FetchWay {
    /// What is asked next.
    private(set) var url: TransferURL
    private(set) var redirects: [Redirect] = []
    /// False once a redirect asked for a GET.
    private(set) var isPost: Bool
    /// True while the way has been at the configured origin only: secrets travel no further, and do not come back.
    private(set) var isHome: Bool
    private let home: TransferURL

    /// - Throws: `invalid-url` or `protocol-refused`.
    init(_ request: FetchRequest) throws(FetchFault) {
        do throws(TransferError) {
            url = try TransferURL(request.url)
            home = request.configuredURL == request.url ? url : try TransferURL(request.configuredURL)
        } catch {
            throw FetchFault(error, url: error.url ?? "")
        }
        // A remembered move is kept without user and password; at home they count again.
        url = url.withCredentials(of: home)
        isHome = url.origin == home.origin
        isPost = request.method == .post
    }

    /// Takes in what was passed; true where a host that has a pace of its own comes next.
    mutating func goesOn(after response: TransferResponse) -> Bool {
        redirects += response.redirects
        guard let next = response.declinedRedirect else { return false }
        isHome = isHome(after: response) && next.origin == home.origin
        isPost = isPost && response.status != 303 && !response.redirects.contains { $0.status == 303 }
        redirects.append(Redirect(from: response.url, status: response.status, to: next))
        url = next
        return true
    }

    /// Whether what `response` answers still carried the secrets.
    func isHome(after response: TransferResponse) -> Bool {
        isHome && response.redirects.allSatisfy { $0.to.origin == home.origin }
    }
}
