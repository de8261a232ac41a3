import LoopbackServer
import Synchronization
import TriggerModel

/// A list of current filings as EDGAR serves it: the newest first, further ones by `start`.
final class CurrentList: Sendable {
    private let numbers = Mutex<[Int]>([])
    private let count: Int

    init(count: Int) { self.count = count }

    func publish(_ more: ClosedRange<Int>) { numbers.withLock { $0 = more.reversed() + $0 } }

    var route: LoopbackRoute {
        .made { request in
            let start =
                request.target.split(separator: "start=").dropFirst().first
                .flatMap { Int($0.prefix { $0 != "&" }) } ?? 0
            let page = self.numbers.withLock { Array($0.dropFirst(start).prefix(self.count)) }
            return .text(Self.text(page), type: "application/atom+xml")
        }
    }

    static func accession(_ number: Int) -> String {
        let digits = String(number)
        return "0009900001-26-" + String(repeating: "0", count: 6 - digits.count) + digits
    }

    private static func text(_ numbers: [Int]) -> String {
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\" ?><feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Latest Filings</title>"
            + numbers.map { number in
                let folder = accession(number).filter { $0 != "-" }
                return """
                    <entry><title>8-K - TARN HOLLOW CORP (0009900001) (Filer)</title>
                    <link rel="alternate" type="text/html" href="https://www.sec.gov/Archives/edgar/data/9900001/\(folder)/\(accession(number))-index.htm"/>
                    <summary type="html">&lt;b&gt;Filed:&lt;/b&gt; 2026-11-23 &lt;b&gt;AccNo:&lt;/b&gt; \(accession(number))</summary>
                    <updated>2026-11-23T09:30:08-05:00</updated>
                    <category scheme="https://www.sec.gov/" label="form type" term="8-K"/>
                    <id>urn:tag:sec.gov,2008:accession-number=\(accession(number))</id></entry>
                    """
            }.joined() + "</feed>"
    }
}
