/// What the headlines of two stories say of each other, the likest pair of them.
struct StoryComparison {
    private(set) var share = 0.0
    private(set) var weight = 0
    private(set) var isSilent = false
    private(set) var isOfOthers = true
    private(set) var mayBeOfOthers = true
    private(set) var isElsewhere = true
    private(set) var isOfOtherThings = true
    private(set) var isOfOneSort = true
    private(set) var isStepOfOthers = true
    private(set) var isAgainInOne = true
    private(set) var isNumberedOtherwise = true
    private(set) var isRevised = false
    private(set) var isSameStep = false
    private(set) var isNumberedAlike = false
    private(set) var isOfOneName = false
    private(set) var isOfOtherCauses = true

    /// - Parameters:
    ///   - names: words of the companies' names.
    ///   - matters: those of the two stories, by their places in the table of steps.
    ///   - days: from the one to the other.
    init(_ mine: [ToldHeadline], _ theirs: [ToldHeadline], without names: Set<String>, matters: Set<Int>, days: Int) {
        // What a headline says besides the names is the same in each of its pairs.
        let ours = mine.map { HeadlineAgreement.Side($0.headline, without: names) }
        let others = theirs.map { HeadlineAgreement.Side($0.headline, without: names) }
        for one in ours {
            for other in others { add(one, other, matters, days) }
        }
    }

    private mutating func add(
        _ mine: HeadlineAgreement.Side, _ theirs: HeadlineAgreement.Side, _ matters: Set<Int>, _ days: Int
    ) {
        let agreement = HeadlineAgreement(mine, theirs)
        let (one, two) = (mine.headline, theirs.headline)
        if agreement.share > share || agreement.weight > weight {
            (share, weight) = (agreement.share, agreement.weight)
        }
        isSilent = isSilent || agreement.isSilent
        isOfOthers = isOfOthers && agreement.isOfOthers
        mayBeOfOthers = mayBeOfOthers && agreement.mayBeOfOthers
        isElsewhere = isElsewhere && agreement.isElsewhere
        isOfOtherThings = isOfOtherThings && agreement.isOfOtherThings
        isOfOneSort = isOfOneSort && agreement.isOfOneSort
        isOfOneName = isOfOneName || agreement.isOfOneName
        isStepOfOthers =
            isStepOfOthers && matters.contains { one.steps.contradict(two.steps, matter: $0, days: days) }
        isSameStep = isSameStep || matters.contains { one.steps.agree(two.steps, matter: $0) }
        isOfOtherCauses = isOfOtherCauses && one.isOfOtherCause(than: two)
        isAgainInOne = isAgainInOne && one.steps.isAgain != two.steps.isAgain
        isRevised = isRevised || one.steps.isRevised || two.steps.isRevised
        isNumberedOtherwise = isNumberedOtherwise && one.figures.areOfOthers(two.figures)
        isNumberedAlike = isNumberedAlike || one.figures.areOfOne(two.figures)
    }
}
