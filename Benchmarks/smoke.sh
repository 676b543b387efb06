#!/bin/bash
# Scale 1 once over: fails only on wrong answers.
set -euo pipefail
exec python3 "$(dirname "$0")/run.py" --smoke "$@"
