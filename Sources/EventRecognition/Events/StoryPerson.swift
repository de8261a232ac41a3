/// A person that a rule captured, by the words of the name.
struct StoryPerson {
    let words: [String]
    let last: String

    /// nil where the slot holds no word.
    init?(_ name: String) {
        words = SubjectKey(name).words
        guard let last = words.last else { return nil }
        self.last = last
    }

    /// The same surname, or one that the other name has in another place, or a letter apart.
    func isSame(as other: StoryPerson) -> Bool {
        words.contains(other.last) || other.words.contains(last) || isMisspelt(other)
    }

    /// The same first name, and surnames that differ in a letter.
    private func isMisspelt(_ other: StoryPerson) -> Bool {
        guard words.count > 1, words.first == other.words.first, last.first == other.last.first else { return false }
        let (short, long) = last.count <= other.last.count ? (last, other.last) : (other.last, last)
        guard long.count - short.count <= 1, short.count >= 3 else { return false }
        let front = zip(short, long).prefix { $0 == $1 }.count
        let back = zip(short.reversed(), long.reversed()).prefix { $0 == $1 }.count
        return front + back >= long.count - 1
    }
}
