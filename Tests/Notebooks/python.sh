# Sourced by the scripts beside it: a Python of our own with the packages that users have.
# Set OGPSTATS_PYTHON to a folder with another one.
venv=${OGPSTATS_PYTHON:-$root/.build-python}
if ! cmp -s "$here/requirements.txt" "$venv/installed-$(basename "$here").txt"; then
  [ -x "$venv/bin/python" ] || python3 -m venv "$venv"
  "$venv/bin/pip" install -q --disable-pip-version-check -r "$here/requirements.txt"
  cp "$here/requirements.txt" "$venv/installed-$(basename "$here").txt"
fi
python() { "$venv/bin/python" "$@"; }
