import Membership

/// The word that a mistyped one was probably meant to be.
enum Suggestion {
  /// The nearest of some words, if one is near: by edits, or else the one that begins so.
  ///
  /// - Parameters:
  ///   - text: What was written.
  ///   - words: What could have been meant, without repetitions.
  /// - Returns: One of the words, or nothing.
  static func nearest(to text: String, among words: [String]) -> String? {
    if let near = SimilarNames.nearest(to: text, among: words) { return near }
    let folded = text.lowercased()
    let begun = words.filter { !folded.isEmpty && $0.hasPrefix(folded) }
    return begun.count == 1 ? begun.first : nil
  }
}
