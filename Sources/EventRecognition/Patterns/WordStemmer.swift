import CLibStemmer
import Synchronization

/// Stems of words by libstemmer (Snowball, https://snowballstem.org): `acquires` and `acquired` have the same one.
///
/// A stemmer keeps the last word in itself, so each is used by one caller at a time; they are asked rarely, only for
/// words that begin as one that a rule wants in any inflection.
final class WordStemmer: Sendable {
    /// By language; nil for one that the library does not know.
    private let stemmers = Mutex<[String: OpaquePointer?]>([:])

    /// The stem of a folded word; the word itself in a language that the library does not know.
    func stem(_ word: ArraySlice<UInt8>, language: String) -> [UInt8] {
        return stemmers.withLock { stemmers in
            let stemmer: OpaquePointer?
            if let known = stemmers[language] {
                stemmer = known
            } else {
                stemmer = sb_stemmer_new(language, "UTF_8")
                stemmers[language] = .some(stemmer)
            }
            guard let stemmer else { return Array(word) }
            return word.withUnsafeBufferPointer { bytes in
                // The stem lies in the stemmer until the next word; nil only where memory is out.
                guard let stem = sb_stemmer_stem(stemmer, bytes.baseAddress, Int32(bytes.count)) else {
                    return Array(word)
                }
                return Array(UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(stemmer))))
            }
        }
    }

    deinit {
        stemmers.withLock { stemmers in
            for case .some(let stemmer) in stemmers.values { sb_stemmer_delete(stemmer) }
        }
    }
}
