import ConfigLoading
import Foundation
import RuleLanguage
import Testing
import TriggerModel

/// `rules/*.csv`: what is publicly known of companies.
@Suite("Loading what is known of companies")
struct KnownCompanyLoadingTests {
    private static let header = "cik,ticker,name,aliases,business,places,otherwise\n"

    private static func load(_ files: [String: String]) throws -> (companies: [KnownCompany], faults: [String]) {
        let result = try ConfigSandbox(files).load()
        let faults = result.faults.filter { $0.place.file.hasPrefix("rules/") }.map { $0.description }
        return (result.configuration.rules.companies, faults)
    }

    @Test("a row is read with its lists, and a name with a question mark is a doubtful one")
    func row() throws {
        let (companies, faults) = try Self.load([
            "rules/a.csv": Self.header
                + "990101,hrl,Harlow,Harlow Yarns; Vance?,yarn;dye,Leeds;England,village;by-election\n"
        ])
        #expect(faults == [])
        #expect(
            companies == [
                KnownCompany(
                    cik: "0000990101", ticker: "HRL", name: "Harlow", aliases: ["Harlow Yarns"], doubtful: ["Vance"],
                    business: ["yarn", "dye"], places: ["Leeds", "England"],
                    otherwise: ["village", "by-election"])
            ])
    }

    @Test("a local row stands for the shipped one, and the others stay")
    func local() throws {
        let (companies, faults) = try Self.load([
            "rules/a.csv": Self.header + "2,,Pellmore,,mill,,\n1,,Harlow,,yarn,,\n",
            "rules/local/mine.csv": Self.header + "1,,Harlow,HV,dye,,\n",
        ])
        #expect(faults == [])
        #expect(companies.map(\.aliases) == [["HV"], []])
        #expect(companies.map(\.name) == ["Harlow", "Pellmore"])
    }

    @Test(
        "a bad row is named with its place and left out, and the others live",
        arguments: [
            (
                "x12,,Harlow,,,,\n",
                "rules/a.csv:2:1: error: cik is up to ten digits; found \"x12\", this row is left out"
            ),
            ("3,,,,,,\n", "rules/a.csv:2:4: error: name is empty; this row is left out"),
            ("9,,Harlow,,,,\n", "rules/a.csv:3:1: error: company 9 is described already at rules/a.csv:2:1"),
        ])
    func badRow(_ row: String, _ fault: String) throws {
        let (companies, faults) = try Self.load(["rules/a.csv": Self.header + row + "9,,Pellmore,,,,\n"])
        #expect(faults == [fault])
        #expect(companies.map(\.cik) == ["0000000009"])
    }

    @Test(
        "a file that is no list of companies is a fault that says what one is",
        arguments: [
            ("", "file is empty; the first row names the columns: cik,ticker,name,aliases,business,places,otherwise"),
            (
                "id,name\n1,Harlow\n",
                "a CSV file of rules is a list of companies: cik,ticker,name,aliases,business,places,otherwise"
            ),
            (
                "cik,name,alias\n", "unknown column \"alias\" in companies (did you mean aliases?)"
            ),
        ])
    func badFile(_ text: String, _ message: String) throws {
        let (companies, faults) = try Self.load(["rules/a.csv": text])
        #expect(companies == [])
        #expect(faults.count == 1)
        #expect(faults.first?.contains(message) == true, "\(faults)")
    }

    @Test("the shipped list says of each company what it is called and what news about it talks of")
    func shipped() {
        let companies = ShippedConfigurationTests.result.configuration.rules.companies
        #expect(companies.count > 3_500)
        let odd = companies.filter { company in
            let isPlain = (company.business + company.otherwise).allSatisfy { word in
                word == word.lowercased() && word.allSatisfy { $0.isLetter || $0.isNumber }
            }
            return !isPlain || company.business.count < 3 || company.name.contains("?")
        }
        #expect(odd.map(\.name) == [])
        let torn = companies.filter { company in
            let own =
                company.business + company.places.flatMap { $0.lowercased().split(separator: " ").map(String.init) }
            return company.otherwise.contains(where: own.contains)
        }
        #expect(torn.map(\.name) == [], "a word speaks for a company or against it")
    }
}
