/// One thing that a metric counts, as its groups see it: row numbers, −1 where it has none.
struct Item {
  /// The one member it belongs to; −1: all members of its plan.
  var member: Int32 = -1
  /// Its plan.
  var plan: Int32 = -1
  /// Its commitment.
  var commitment: Int32 = -1
  /// Its milestone.
  var milestone: Int32 = -1
  /// The day that places it.
  var day: Int32 = 0
  /// Which of the metric's first-column groups it is in, where the metric has such a column.
  var stratum: Int32 = 0
}
