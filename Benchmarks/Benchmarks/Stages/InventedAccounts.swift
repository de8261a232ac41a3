/// Accounts as a CRM exports them.
enum InventedAccounts {
    static func csv(_ count: Int) -> String {
        var text = "id,name,domain,industry,employees,revenue,country,status,owner,phone\n"
        for number in 0..<count {
            let industry = number % 2 == 0 ? "manufacturing" : "food"
            text +=
                "a\(number),\"\(InventedCompanies.name(number))\",a\(number).example,\(industry),\(number % 5000 + 50),"
            text +=
                "\((number % 900 + 1) * 1_000_000),US,\(number % 3 == 0 ? "active" : "prospect"),dana,+1 312 555 0100\n"
        }
        return text
    }
}
