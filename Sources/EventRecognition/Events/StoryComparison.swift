/// What the headlines of two stories say of each other, the likest pair of them.
struct StoryComparison {
    private(set) var share = 0.0
    private(set) var weight = 0
    private(set) var isSilent = false
    private(set) var isOfOthers = true
    private(set) var mayBeOfOthers = true
    private(set) var isElsewhere = true
    private(set) var isOfOtherThings = true
    private(set) var isStepOfOthers = true
    private(set) var isAgainInOne = true
    private(set) var isNumberedOtherwise = true
    private(set) var isRevised = false
    private(set) var isSameStep = false
    private(set) var isNumberedAlike = false
    private(set) var isOfOneName = false

    /// - Parameters:
    ///   - names: words of the companies' names.
    ///   - triggers: those of the two stories.
    ///   - days: from the one to the other.
    init(_ mine: [ToldHeadline], _ theirs: [ToldHeadline], without names: Set<String>, triggers: Set<String>, days: Int)
    {
        for one in mine {
            for other in theirs { add(one.headline, other.headline, names, triggers, days) }
        }
    }

    private mutating func add(
        _ one: StoryHeadline, _ two: StoryHeadline, _ names: Set<String>, _ triggers: Set<String>, _ days: Int
    ) {
        let agreement = HeadlineAgreement(one, two, without: names)
        if agreement.share > share || agreement.weight > weight {
            (share, weight) = (agreement.share, agreement.weight)
        }
        isSilent = isSilent || agreement.isSilent
        isOfOthers = isOfOthers && agreement.isOfOthers
        mayBeOfOthers = mayBeOfOthers && agreement.mayBeOfOthers
        isElsewhere = isElsewhere && agreement.isElsewhere
        isOfOtherThings = isOfOtherThings && agreement.isOfOtherThings
        isOfOneName = isOfOneName || agreement.isOfOneName
        isStepOfOthers =
            isStepOfOthers && triggers.contains { one.steps.contradict(two.steps, trigger: $0, days: days) }
        isSameStep = isSameStep || triggers.contains { one.steps.agree(two.steps, trigger: $0) }
        isAgainInOne = isAgainInOne && one.steps.isAgain != two.steps.isAgain
        isRevised = isRevised || one.steps.isRevised || two.steps.isRevised
        isNumberedOtherwise = isNumberedOtherwise && one.figures.areOfOthers(two.figures)
        isNumberedAlike = isNumberedAlike || one.figures.areOfOne(two.figures)
    }
}
