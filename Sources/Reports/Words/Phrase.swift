import Warehouse

/// A text of pages in three languages, with places `{0}`, `{1}` … for what a page puts in.
///
/// Phrases are cases of closed lists (``Label``, ``Chapter``, ``Finding``, ``Heading``,
/// ``Caption``, ``Note``), each with its three languages side by side: a missing translation does
/// not compile.
protocol Phrase: Sendable {
  var texts: Texts { get }
}

/// One text in three languages.
struct Texts: Sendable {
  let en: String
  let es: String
  let fr: String

  func text(_ language: Language) -> String {
    switch language {
    case .en: en
    case .es: es
    case .fr: fr
    }
  }
}

/// What is counted, in the singular and the plural.
enum Noun: CaseIterable, Sendable {
  case member, plan, commitment, change, day, row

  /// Singular and plural.
  private var forms: (en: [String], es: [String], fr: [String]) {
    switch self {
    case .member: (["member", "members"], ["miembro", "miembros"], ["membre", "membres"])
    case .plan:
      (
        ["action plan", "action plans"], ["plan de acción", "planes de acción"],
        ["plan d’action", "plans d’action"]
      )
    case .commitment:
      (
        ["commitment", "commitments"], ["compromiso", "compromisos"], ["engagement", "engagements"]
      )
    case .change:
      (
        ["status change", "status changes"], ["cambio de estatus", "cambios de estatus"],
        ["changement de statut", "changements de statut"]
      )
    case .day: (["day", "days"], ["día", "días"], ["jour", "jours"])
    case .row: (["row", "rows"], ["fila", "filas"], ["ligne", "lignes"])
    }
  }

  /// The word for so many; French counts 0 as one, the others count it as many.
  func form(_ count: Int, _ language: Language) -> String {
    switch language {
    case .en: forms.en[count == 1 ? 0 : 1]
    case .es: forms.es[count == 1 ? 0 : 1]
    case .fr: forms.fr[abs(count) <= 1 ? 0 : 1]
    }
  }
}
