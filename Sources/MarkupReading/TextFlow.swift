import Glibc

/// Plain text as it grows: white space collapses, blocks become lines, list items get a dash or their number, cells a
/// tab.
///
/// Owns one scratch buffer that is used again for every text. `reserve` before writing; the writes do not check.
struct TextFlow: ~Copyable {
    private var buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: 4096)
    private var capacity = 4096
    private(set) var length = 0

    /// What stands before the next character, in rising order.
    private enum Gap: UInt8 {
        case none, space, tab, line
    }
    private var gap = Gap.none
    /// What the next line begins with: a number above 0, a dash for 0, nothing below.
    private var mark = -1
    /// Lines become spaces, for titles.
    var isSingleLine = false

    init() {}

    deinit { buffer.deallocate() }

    mutating func begin(isSingleLine: Bool) {
        length = 0
        gap = .none
        mark = -1
        self.isSingleLine = isSingleLine
    }

    /// Makes room for `count` more bytes of text with all gaps they can bring.
    mutating func reserve(_ count: Int) {
        let needed = length + count * 2 + 64
        if needed <= capacity { return }
        capacity = max(needed, capacity * 2)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: buffer, count: length)
        buffer.deallocate()
        buffer = larger
    }

    @inline(__always) mutating func space() { if gap == .none { gap = .space } }
    mutating func tab() { if gap.rawValue < Gap.tab.rawValue { gap = isSingleLine ? .space : .tab } }
    @inline(__always) mutating func line() { gap = isSingleLine ? (gap == .none ? .space : gap) : .line }

    /// Begins a list item: with its number, or with a dash for 0. A number of more than four digits is a dash too, so
    /// that `reserve` leaves room for every mark.
    mutating func item(number: Int) {
        line()
        mark = isSingleLine ? -1 : (0...9999).contains(number) ? number : 0
    }

    @inline(__always)
    mutating func write(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
        closeGap()
        memcpy(buffer + length, bytes, count)
        length &+= count
    }

    @inline(__always)
    mutating func write(packed: UInt64, _ count: Int) {
        closeGap()
        UnsafeMutableRawPointer(buffer + length).storeBytes(of: packed.littleEndian, as: UInt64.self)
        length &+= count
    }

    @inline(__always)
    private mutating func closeGap() {
        if gap != .none || mark >= 0 { writeGap() }
    }

    private mutating func writeGap() {
        if length > 0 {
            switch gap {
            case .none: break
            case .space: buffer[length] = Ascii.space
            case .tab: buffer[length] = Ascii.tab
            case .line: buffer[length] = Ascii.lineFeed
            }
            if gap != .none { length += 1 }
        }
        if mark >= 0 { writeMark() }
        gap = .none
    }

    private mutating func writeMark() {
        if mark == 0 {
            buffer[length] = Ascii.hyphen
            length += 1
        } else {
            var power = 1000
            while power > mark { power /= 10 }
            while power > 0 {
                buffer[length] = 0x30 &+ UInt8(mark / power % 10)
                length += 1
                power /= 10
            }
            buffer[length] = 0x2E
            length += 1
        }
        buffer[length] = Ascii.space
        length += 1
        mark = -1
    }

    /// The text so far, nil for none.
    var text: String? {
        length == 0 ? nil : String(trusted: UnsafeBufferPointer(start: buffer, count: length))
    }

    /// A copy of the bytes so far, to be read a second time.
    var bytes: [UInt8] { Array(UnsafeBufferPointer(start: buffer, count: length)) }
}

extension UnsafeMutableRawPointer {
    /// Stores at any alignment.
    @inline(__always)
    fileprivate func storeBytes(of value: UInt64, as type: UInt64.Type) {
        var value = value
        memcpy(self, &value, 8)
    }
}
