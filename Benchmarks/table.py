"""Lays out what run.py measured as the tables of BENCHMARKS.md."""

import re
import statistics

OWN = "ogpstats"
NAMES = ["DuckDB", "Polars", "pyarrow", "numpy + numba", "pandas", "SQLite", OWN]
ROWS = [
    ("read", "read all tables into typed columns"),
    ("ready", "then keys resolved, ready to group"),
    ("both", "read and ready"),
    ("metrics", "seven metrics, from typed columns"),
    ("metrics_ready", "the same, histories and replay at hand"),
    ("status", "status of all members: histories compiled, then replayed"),
    ("replay", "the replay itself"),
    ("sweep", "what-if: 1,000 rule sets, histories included"),
    ("whole", "whole process: start, read, seven metrics, print"),
]


def median(numbers):
    return statistics.median(numbers)


def shown(seconds):
    """Seconds with three significant digits."""
    if seconds is None:
        return ""
    digits = 1 if seconds >= 100 else 2 if seconds >= 1 else 3 if seconds >= 0.1 else 4
    return f"{seconds:.{digits}f}"


def medians(run):
    """Median seconds by job and tool, with reading and making ready together."""
    seconds = {
        job: {name: median(times) for name, times in tools.items()}
        for job, tools in run["seconds"].items()}
    seconds["both"] = {
        name: took + seconds["ready"].get(name, 0) for name, took in seconds["read"].items()
        if name in seconds["ready"] or name == OWN}
    # What ogpstats reads is ready.
    return seconds


def jobs_table(run):
    seconds = medians(run)
    lines = [
        "| job | " + " | ".join(NAMES) + " | fastest peer ÷ ogpstats |",
        "|---|" + "---|" * (len(NAMES) + 1)]
    for job, title in ROWS:
        row = seconds.get(job, {})
        if not row:
            continue
        peers = {name: took for name, took in row.items() if name != OWN}
        if job == "metrics_ready":
            peers = {n: t for n, t in seconds["metrics"].items() if n != OWN}
        ratio = ""
        if peers and OWN in row:
            fastest = min(peers, key=peers.get)
            ratio = f"{peers[fastest] / row[OWN]:.1f} ({fastest})"
        lines.append(
            f"| {title} | " + " | ".join(shown(row.get(name)) for name in NAMES)
            + f" | {ratio} |")
    return lines


def targets(runs, large):
    """What issue 6 asks for, and what was measured."""
    rows = []
    by_scale = {run["scale"]: (run, medians(run)) for run in runs}

    def add(target, measured, is_met):
        rows.append(f"| {target} | {measured} | {'yes' if is_met else 'no'} |")

    if 100 in by_scale:
        run, s = by_scale[100]
        own = run["own"]
        ratio = s["both"]["Polars"] / s["read"][OWN]
        fastest = min(t for n, t in s["both"].items() if n != OWN) / s["read"][OWN]
        add("read and ready: 4 times the fastest peer",
            f"{shown(s['read'][OWN])} s: Polars × {ratio:.1f}, the fastest × {fastest:.1f}",
            fastest >= 4)
        one = median(own["read_one_thread"])
        add("one thread: at least half of that speed",
            f"{shown(one)} s: {s['read'][OWN] / one:.2f} of it", s["read"][OWN] / one >= 0.5)
        for peer, times in (("DuckDB", 20), ("numpy + numba", 2)):
            ratio = s["metrics"][peer] / s["metrics_ready"][OWN]
            cold = s["metrics"][peer] / s["metrics"][OWN]
            add(f"seven metrics: {times} times {peer}",
                f"× {ratio:.1f}; × {cold:.1f} with histories and replay included", ratio >= times)
        ratio = s["status"]["numpy + numba"] / s["status"][OWN]
        add("histories and replay: 5 times numba (about 0.07 s)",
            f"{shown(s['status'][OWN])} s: × {ratio:.1f}", ratio >= 5)
        ratio = s["sweep"]["numpy + numba"] / s["sweep"][OWN]
        add("1,000 rule sets: 10 times numba (about 0.5 s)",
            f"{shown(s['sweep'][OWN])} s: × {ratio:.1f}", ratio >= 10)
        add("at most 16 bytes a report", f"{own['report_bytes']:.1f}", own["report_bytes"] <= 16)
        peak = run["peaks"][OWN] / (run["megabytes"] * 1e6)
        add("peak memory under 1.5 times the CSV bytes", f"{peak:.2f}", peak < 1.5)
        add("`generate` writes 200 MB/s", f"{run['generated']:.0f} MB/s", run["generated"] >= 200)
    for scale, (run, s) in by_scale.items():
        fastest = min((t, n) for n, t in s["whole"].items() if n != OWN)
        ratio = fastest[0] / s["whole"][OWN]
        add(f"whole process, {run['members']:,} members: 6 times the fastest peer",
            f"{shown(s['whole'][OWN])} s: × {ratio:.1f} ({fastest[1]})", ratio >= 6)
    if 1 in by_scale:
        run, s = by_scale[1]
        own = run["own"]
        add("1,000 rule sets over 150 members: under 7 ms after loading",
            f"{s['sweep'][OWN] * 1000:.1f} ms", s["sweep"][OWN] < 0.007)
        add("start-up of `ogpstats rules` under 5 ms",
            f"{median(own['start']) * 1000:.1f} ms", median(own["start"]) < 0.005)
        add("`report` of the demo dataset under 100 ms",
            f"{median(own['report']) * 1000:.0f} ms", median(own["report"]) < 0.1)
        add("projection, demo, 1,000 replicates × 12 quarters: under 2 s",
            f"{shown(median(own['projection']))} s", median(own["projection"]) < 2)
    if large:
        small, big = sorted(large, key=int)
        size = large[big]["megabytes"] / large[small]["megabytes"]
        grown = large[big]["seconds"] / large[small]["seconds"]
        memory = large[big]["peak"] / large[small]["peak"]
        add("ten times the data: time and memory at most 11 times",
            f"{size:.1f} times the bytes: time × {grown:.1f}, memory × {memory:.1f}",
            grown <= 11 and memory <= 11)
    return ["| target | measured | met |", "|---|---|---|", *rows]


def markdown(results):
    machine = results["machine"]
    lines = [
        f"{machine['date']}; {machine['processor']}; {machine['system']}; {machine['swift']};"
        f" Python {machine['python']} ({', '.join(machine['peers'])}).", ""]
    for run in results["runs"]:
        lines += [
            f"### {run['members']:,} members, {run['megabytes']:.1f} MB of CSV", "",
            f"Median seconds; answers {'agree' if not run['wrong'] else 'DIFFER'};"
            f" load of the machine at the end {run['load']:.1f}.", "",
            *jobs_table(run), ""]
    lines += ["### Targets", "", *targets(results["runs"], results["large"])]
    return "\n".join(lines)


def record(text, path):
    page = open(path).read()
    marked = re.sub(
        r"(<!-- measured -->\n).*(<!-- end -->)",
        lambda found: f"{found[1]}{text}\n{found[2]}", page, flags=re.S)
    with open(path, "w") as file:
        file.write(marked)
