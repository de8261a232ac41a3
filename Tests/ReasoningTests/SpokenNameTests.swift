import Testing

@testable import Reasoning

struct `A spoken name` {
    @Test(arguments: [
        ("Harrowgate Precision plc", "Harrowgate Precision"),
        ("Kestrel Logistics, Inc.", "Kestrel Logistics"),
        ("Vogel Antriebe GmbH & Co. KG", "Vogel Antriebe GmbH & Co."),
        ("Smith & Co", "Smith & Co"),
        ("Tamarind Co., Ltd.", "Tamarind"),
        ("Limited", "Limited"),
        ("Alder Holdings", "Alder Holdings"),
        ("", ""),
    ])
    func `leaves out legal forms that nobody says`(name: String, spoken: String) {
        #expect(SpokenName.of(name) == spoken)
    }
}
