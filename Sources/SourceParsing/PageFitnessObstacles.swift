/// What stands in the way of a page, by its signs; the surest first.
enum PageFitnessObstacles {
    static func first(on signs: PageFitnessSigns) -> PageFitness? {
        challenge(signs) ?? rateLimit(signs) ?? login(signs) ?? error(signs) ?? consent(signs) ?? shell(signs)
    }

    private static func challenge(_ signs: PageFitnessSigns) -> PageFitness? {
        let isThin = signs.textLength < 1500
        if isThin
            ? signs.titleSays(PageFitnessWords.challengeTitles) : signs.titleBegins(PageFitnessWords.challengeTitles),
            signs.textLength < 4000
        {
            return .unfit(
                .blocked, detail: "a page that checks for or refuses programs, titled \"\(signs.title.prefix(60))\"")
        }
        // The same scripts are part of ordinary pages of protected sites.
        guard isThin, signs.links < 25 else { return nil }
        if let found = PageFitnessWords.challengeMarks.first(where: { signs.sourceHas($0.mark) }) {
            return .unfit(.blocked, detail: "a challenge instead of the page (\(found.name))")
        }
        if signs.headSays(PageFitnessWords.refusals)
            || (signs.textLength < 600 && signs.textSays(PageFitnessWords.refusals))
        {
            return .unfit(.blocked, detail: "a page that refuses programs")
        }
        return nil
    }

    private static func rateLimit(_ signs: PageFitnessSigns) -> PageFitness? {
        guard signs.textLength < 3000,
            signs.headSays(PageFitnessWords.rateLimits)
                || (signs.textLength < 1000 && signs.textSays(PageFitnessWords.rateLimits))
        else { return nil }
        return .unfit(.rateLimited, detail: "the page says that we ask too often")
    }

    private static func login(_ signs: PageFitnessSigns) -> PageFitness? {
        if signs.hasPassword, signs.textLength < 3000, signs.links < 60 {
            return .unfit(.login, detail: "a page that asks for a password")
        }
        if signs.hasForm, signs.hasSignInField, signs.textLength < 1500, signs.headSays(PageFitnessWords.signIns) {
            return .unfit(.login, detail: "a page that asks to sign in")
        }
        return nil
    }

    private static func error(_ signs: PageFitnessSigns) -> PageFitness? {
        let isThin = signs.textLength < 5000
        let isBareNumber = ([signs.title] + signs.headings).contains { line in
            line.utf8.count <= 40 && line.split { !($0.isLetter || $0.isNumber) }.contains("404")
        }
        if isThin, signs.headSays(PageFitnessWords.notFound) || (isBareNumber && signs.textLength < 1500) {
            return .unfit(.notFound, detail: "a page that says there is nothing at this address")
        }
        if signs.textLength < 3000, signs.headSays(PageFitnessWords.maintenance) {
            return .unfit(.serverError, detail: "a page that says the site is out of order for now")
        }
        return nil
    }

    private static func consent(_ signs: PageFitnessSigns) -> PageFitness? {
        // Most sites ask for consent beside their text; a wall has nothing else.
        guard signs.textLength < 2500, signs.links < 25 else { return nil }
        let asks = signs.headSays(PageFitnessWords.consent)
        let isBuilt = PageFitnessWords.consentMarks.contains { signs.sourceHas($0) }
        guard (asks && (signs.hasForm || isBuilt)) || (isBuilt && signs.textSays(PageFitnessWords.consent)) else {
            return nil
        }
        return .unfit(.unfit, detail: "a page that asks for consent stands before it")
    }

    private static func shell(_ signs: PageFitnessSigns) -> PageFitness? {
        guard signs.textLength < 300, signs.links < 5 else { return nil }
        if signs.hasRefresh {
            return .unfit(.unfit, detail: "an empty page that sends its reader on to another address")
        }
        guard signs.scripts > 0, signs.hasMount || signs.textLength < 60 || signs.noScript.contains("javascript") else {
            return nil
        }
        return .unfit(
            .unfit, detail: "an empty page that scripts would fill: look for a feed or the interface behind it")
    }
}
