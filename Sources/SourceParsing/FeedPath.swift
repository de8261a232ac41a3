/// The elements open in a document, outermost first, in memory of its own: an array would ask before every change
/// whether somebody else holds it too.
struct FeedPath: ~Copyable {
    private(set) var count = 0
    private var capacity = 160
    private var elements = UnsafeMutablePointer<FeedElement>.allocate(capacity: 160)

    init() {}

    deinit { elements.deallocate() }

    /// `index` must be below `count`.
    subscript(_ index: Int) -> FeedElement {
        get {
            precondition(index >= 0 && index < count)
            return elements[index]
        }
        set {
            precondition(index >= 0 && index < count)
            elements[index] = newValue
        }
    }

    @inline(__always)
    mutating func append(_ element: FeedElement) {
        if count == capacity { grow() }
        elements[count] = element
        count &+= 1
    }

    private mutating func grow() {
        let larger = UnsafeMutablePointer<FeedElement>.allocate(capacity: capacity * 2)
        larger.update(from: elements, count: count)
        elements.deallocate()
        elements = larger
        capacity *= 2
    }

    mutating func removeLast() {
        precondition(count > 0)
        count &-= 1
    }
}
