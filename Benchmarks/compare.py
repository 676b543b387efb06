"""Holds a peer's answers against those of ogpstats, row by row."""

import csv
import os

# Of timeliness the peers count assessments alone: deadlines of plans need the replay.
ASSESSMENTS = {"inception_assessment", "completion_assessment", "learning_exercise"}


def rows_of(path):
    """The rows that count something, without shares and intervals."""
    with open(path, newline="") as file:
        reader = csv.reader(file)
        header = next(reader)
        if "count" not in header:
            return {tuple(row) for row in reader}
        end = header.index("total") + 1
        count = header.index("count")
        return {tuple(row[:end]) for row in reader if int(row[count])}


def differences(own_folder, peer_folder):
    """What disagrees, as lines of text; nothing where all answers agree."""
    lines = []
    names = sorted(os.listdir(peer_folder))
    if not names:
        lines.append(f"{peer_folder} holds no answers")
    for name in names:
        if not os.path.exists(os.path.join(own_folder, name)):
            lines.append(f"{name}: ogpstats has no such answer")
            continue
        own = rows_of(os.path.join(own_folder, name))
        if name == "timeliness.csv":
            own = {row for row in own if row[0] in ASSESSMENTS}
        peer = rows_of(os.path.join(peer_folder, name))
        for row in sorted(own - peer)[:5]:
            lines.append(f"{name}: only ogpstats has {','.join(row)}")
        for row in sorted(peer - own)[:5]:
            lines.append(f"{name}: only the peer has {','.join(row)}")
    return lines


if __name__ == "__main__":
    import sys

    found = differences(sys.argv[1], sys.argv[2])
    print("\n".join(found) or "agree")
    sys.exit(1 if found else 0)
