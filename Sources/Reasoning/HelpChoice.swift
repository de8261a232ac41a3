import TriggerModel

/// What we can help with: products the account does not own yet that go with this trigger, the most specific first.
enum HelpChoice {
    /// A longer list would be a catalogue.
    static let most = 2

    static func choose(for account: Account, trigger: String, from products: [Product]) -> [AlertHelp] {
        let owned = Set(account.products)
        let fitting = products.compactMap { product -> (rank: Int, product: Product)? in
            guard !owned.contains(product.id) else { return nil }
            let selectors = product.triggers.filter { $0.selects(trigger) }
            // The longer the selector, the more it was meant: `leadership.cfo`, `leadership.*`, `*`.
            return selectors.map(\.description.utf8.count).max().map { (-$0, product) }
        }
        return fitting.sorted { ($0.rank, $0.product.id) < ($1.rank, $1.product.id) }.prefix(most)
            .map { AlertHelp(product: $0.product.name, help: $0.product.help) }
    }
}
