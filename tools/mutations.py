#!/usr/bin/env python3
"""Plants faults in the rules and metrics, one at a time, and sees that a test catches each.

    tools/mutations.py [--only NUMBER ...] [--keep FOLDER]

Works on a copy of the committed tree, so that nothing is ever left planted. Each fault is built and
held first against the cases with their answers, which takes seconds; then against the second
opinion (Tests/Oracle) on datasets made to be awkward; what survives both, against the tests of the
module, which take minutes to build. Exit status 1 where a fault
survives both, or where a fault no longer fits the code: then mend this list.
"""
import argparse
import csv
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
CASES = ROOT.parent / "shared" / "cases"

# (file under Sources, text, what stands there instead, what is wrong with it)
FAULTS = [
    # The replay
    ("Membership/Replay/StatusMachine+Day.swift",
     "let last = limit(of: .inactive, from: since), day > last",
     "let last = limit(of: .inactive, from: since), day >= last",
     "probation begins a day early"),
    ("Membership/Replay/StatusMachine+Day.swift",
     "let last = limit(of: .probation, from: since), day > last",
     "let last = limit(of: .probation, from: since), day >= last",
     "a membership is revoked a day early"),
    ("Membership/Replay/StatusMachine.swift",
     "return max(limit, now) + 1", "return max(limit, now) + 2",
     "what is due is looked at a day late"),
    ("Membership/Replay/StatusMachine+Day.swift",
     "guard until != MemberRecord.unknown, day > until else",
     "guard until != MemberRecord.unknown, day >= until else",
     "voluntary inactivity ends on its last day"),
    ("Membership/Replay/StatusMachine+Day.swift",
     "histories.requirements[nextRequirement].on <= day", "histories.requirements[nextRequirement].on < day",
     "an assessment counts from the day after"),
    ("Membership/Replay/StatusMachine+Day.swift",
     "open = status == .inactive ? [.inactivity, .requirements] : .requirements",
     "open = .requirements",
     "an inactive member's inactivity is forgotten on probation"),
    ("Membership/Replay/StatusMachine+Day.swift",
     "      until = pause\n", "      until = max(until, pause)\n",
     "a new request cannot shorten voluntary inactivity"),
    ("Membership/Replay/StatusMachine+Day.swift",
     "if let pause = pause(on: day, of: histories), status != .probation",
     "if let pause = pause(on: day, of: histories)",
     "voluntary inactivity is granted on probation"),
    ("Membership/Replay/StatusMachine+Day.swift",
     "        open.remove(.inactivity)\n", "",
     "activity on probation settles nothing"),
    ("Membership/Replay/StatusMachine+Quarters.swift",
     "if stop - start >= count { return", "if stop - start > count { return",
     "one silent quarter too many is needed"),
    ("Membership/Replay/StatusMachine+Quarters.swift",
     "interpretation.contains(.quartersMayPrecede) ? base : calendar.firstQuarter(from: since)\n    let words = Int(record.words)..<Int(end.words)\n    let bits",
     "base\n    let words = Int(record.words)..<Int(end.words)\n    let bits",
     "quarters before the spell count"),
    ("Membership/Replay/StatusMachine+Deadlines.swift",
     "return plan < Int(end.plans) && histories.plans[plan].submittedOn < day",
     "return plan < Int(end.plans) && histories.plans[plan].submittedOn <= day",
     "a plan submitted on the day of judgement keeps the deadline"),
    ("Membership/Replay/StatusMachine+Deadlines.swift",
     "guard fact.on < day else { break }", "guard fact.on <= day else { break }",
     "an extension counts on the day it is granted"),
    ("Membership/Replay/StatusMachine+Deadlines.swift",
     "latest = max(due, fact.until)", "latest = fact.until",
     "an extension can bring a deadline forward"),
    ("Membership/Replay/StatusMachine+Deadlines.swift",
     "limit(of: .planGap, from: plan.endsOn).map { $0 + stopped }",
     "limit(of: .planGap, from: plan.endsOn)",
     "a stopped clock does not move the next plan's deadline"),
    ("Membership/History/ProgressReports.swift",
     "rank > max(max(before, 0) & 3, 1)", "rank > max(before, 0) & 3",
     "stuck is progress"),
    ("Membership/History/ProgressReports.swift",
     "rank > max(max(before, 0) & 3, 1)", "rank > 1 && rank >= max(before, 0) & 3",
     "the same status again is progress"),
    ("Membership/History/Obligations.swift",
     "through = min(through, withdrawn - 1)", "through = min(through, withdrawn)",
     "the day of withdrawal still obliges"),
    ("Membership/History/Obligations.swift",
     "known, plans.startsOn[plan].number, commitments.startsOn[commitment].number)",
     "known, plans.startsOn[plan].number)",
     "quarters before a commitment starts oblige"),
    ("Membership/History/HistoryCompiler.swift",
     "return starts[Int(plan) + 1] - first == 1", "return starts[Int(plan) + 1] - first >= 1",
     "a joint commitment applies to the first member only"),
    ("Warehouse/Calendar/Day+Months.swift",
     "min(day, lastDay)", "min(day, min(lastDay, 28))", "months end on the 28th"),
    # The metrics
    ("Metrics/Facts/LatestRows.swift",
     "days[Int(known)] <= days[row]", "days[Int(known)] < days[row]",
     "of two assessments on one day the first counts"),
    ("Metrics/Commitments/Completion.swift",
     "if completion >= .substantial", "if completion > .substantial",
     "substantial is not high completion"),
    ("Metrics/Commitments/Completion.swift",
     "if completion == .noEvidence, run.isCodable { continue }", "",
     "no evidence stays in the codable total"),
    ("Metrics/Commitments/CompletionChange.swift",
     "after < before ? 0 : after == before ? 1 : 2", "after > before ? 0 : after == before ? 1 : 2",
     "increased and decreased are swapped"),
    ("Metrics/Commitments/Ambition.swift",
     "isRelevant && impact >= .moderate", "isRelevant || impact >= .moderate",
     "ambitious without being relevant"),
    ("Metrics/Plans/CoCreation.swift",
     "if levels == 0b1111 { levels |= 1 << 4 }", "if levels != 0 { levels |= 1 << 4 }",
     "one requirement met is all met"),
    ("Metrics/Plans/Coverage.swift",
     "!isWithdrawn, isFinished || dataset.plans.endsOn[plan] < run.last",
     "!isWithdrawn, isFinished || dataset.plans.endsOn[plan] <= run.last",
     "a plan has ended on its last day"),
    ("Metrics/Plans/Coverage.swift",
     "if !isWithdrawn, isFinished", "if !isWithdrawn || isFinished, isFinished",
     "withdrawn commitments should be assessed"),
    ("Metrics/Plans/HandbookChecks.swift",
     "ends < starts.adding(months: rules.minCommitmentMonths) - 1",
     "ends < starts.adding(months: rules.minCommitmentMonths)",
     "a commitment of exactly a year is too short"),
    ("Metrics/Plans/HandbookChecks+Plans.swift",
     "mostAtOnce(plan) > limit", "mostAtOnce(plan) >= limit",
     "the limit itself oversteps"),
    ("Metrics/Plans/HandbookChecks+Plans.swift",
     "held <= submitted && submitted < held.adding(months: 12)",
     "held <= submitted",
     "meetings of long ago count for co-creation"),
    ("Metrics/Members/Transitions.swift",
     "let days = status < .revoked ? Int(last - first) + 1 : 0",
     "let days = status < .revoked ? Int(last - first) : 0",
     "a spell's last day is no exposure"),
    ("Metrics/Members/Dwell.swift",
     "let end = spell.to.map { $0 + 1 }", "let end = spell.to",
     "a spell ends a day early"),
    ("Metrics/Members/Timeliness.swift",
     "done.map { $0 <= due ? 0 : 1 } ?? 2", "done.map { $0 < due ? 0 : 1 } ?? 2",
     "done on the due day is late"),
    ("Metrics/Members/Timeliness.swift",
     "due < run.cohort.asOf.number else", "due <= run.cohort.asOf.number else",
     "what is due today is missing already"),
    ("Metrics/Members/Tracking.swift",
     "calendar.firstQuarter(from: joined[member].number)", "calendar.quarter(of: joined[member].number)",
     "the quarter in which a member joined counts"),
    ("Metrics/Commitments/TimeToFinish.swift",
     "flatMap { $0 <= seen ? $0 : nil }", "flatMap { $0 < seen ? $0 : nil }",
     "finished on the censoring day is censored"),
    ("Metrics/Commitments/Milestones.swift",
     "ends.number >= window.lowerBound", "ends.number > window.lowerBound",
     "a milestone that ends on the window's first day is out"),
    ("Metrics/Plans/PlanMeasures.swift",
     "plans.endsOn[$0] - plans.startsOn[$0] + 1", "plans.endsOn[$0] - plans.startsOn[$0]",
     "a plan's last day is no day of it"),
    ("Metrics/Tallying/CountTable.swift",
     "let share = Proportion(count, of: total)", "let share = Proportion(count, of: max(total - 1, count, 1))",
     "a swapped denominator"),
    ("Metrics/Grouping/Places.swift",
     "if isNew { each(Int(group)) }", "if isNew || place > first { each(Int(group)) }",
     "a joint plan counts twice where its members share a group"),
]


def run(command, folder, **options):
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, **options)


def agrees(cell, wanted):
    if cell == wanted:
        return True
    try:
        return abs(float(cell) - float(wanted)) <= 1e-6
    except ValueError:
        return False


def case_differs(program):
    """The first case whose answer is another one, if any."""
    with open(CASES / "commands.tsv", newline="") as file:
        commands = [line.rstrip("\n").split("\t") for line in file][1:]
    for case in sorted(path for path in CASES.iterdir() if path.is_dir()):
        for expected, arguments in commands:
            answer = case / "expected" / expected
            if not answer.exists():
                continue
            words = [str(case / "data") if word == "DATA" else word for word in shlex.split(arguments)]
            done = run([program, *words, "--format", "csv", "--quiet"], ROOT, timeout=60)
            with open(answer, newline="") as file:
                wanted = list(csv.reader(file))
            rows = list(csv.reader(done.stdout.splitlines()))
            same = done.returncode == 0 and len(rows) == len(wanted) and all(
                len(row) == len(other) and all(map(agrees, row, other))
                for row, other in zip(rows, wanted))
            if not same:
                return f"{case.name}/{expected}"
    return None


def opinion_differs(program, copy):
    """What the second opinion says otherwise, if anything."""
    for seed in range(1, 5):
        done = run(
            [sys.executable, "Tests/Oracle/oracle.py", "compare", program, str(CASES.parent),
             "--awkward", "15", "--requests", "30", "--engine", "sqlite", "--seed", str(seed)], copy)
        if done.returncode != 0:
            return f"the second opinion, seed {seed}"
    return None


def test_fails(copy, module):
    """Whether a test of the module fails; built optimised, for the many generated histories."""
    done = run(
        ["swift", "test", "--disable-xctest", "-Xswiftc", "-O", "--scratch-path", ".build-tests",
         "--filter", f"{module}Tests"], copy)
    return f"{module}Tests" if done.returncode != 0 else None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", type=int, nargs="*")
    parser.add_argument("--keep")
    options = parser.parse_args()
    folder = pathlib.Path(options.keep or tempfile.mkdtemp(prefix="mutations-"))
    copy = folder / "tree"
    if not copy.exists():
        subprocess.run(["git", "clone", "-q", str(ROOT), str(copy)], check=True)
        (folder / "shared").exists() or (folder / "shared").symlink_to(ROOT.parent / "shared")
    build = ["swift", "build", "--product", "ogpstats"]
    program = str(copy / ".build" / "debug" / "ogpstats")
    built = run(build, copy)
    if built.returncode != 0:
        sys.exit(f"the tree itself does not build:\n{built.stdout[-2000:]}")
    if found := case_differs(program):
        sys.exit(f"without any fault {found} differs already")
    survivors = []
    for number, (name, text, fault, words) in enumerate(FAULTS, 1):
        if options.only and number not in options.only:
            continue
        path = copy / "Sources" / name
        source = path.read_text()
        if text not in source:
            survivors.append(number)
            print(f"{number:3} {words}: no longer fits {name}", flush=True)
            continue
        path.write_text(source.replace(text, fault, 1))
        try:
            built = run(build, copy)
            if built.returncode != 0:
                survivors.append(number)
                print(f"{number:3} {words}: does not build", flush=True)
                print(built.stdout[-600:])
                continue
            module = name.split("/")[0]
            found = (
                case_differs(program) or opinion_differs(program, copy)
                or test_fails(copy, module))
            if not found:
                survivors.append(number)
            print(f"{number:3} {words}: {'caught by ' + found if found else 'SURVIVES'}", flush=True)
        finally:
            path.write_text(source)
    count = len(options.only or FAULTS)
    print(f"{count - len(survivors)} of {count} faults caught")
    if not options.keep:
        shutil.rmtree(folder, ignore_errors=True)
    sys.exit(1 if survivors else 0)


if __name__ == "__main__":
    main()
