#!/usr/bin/env python3
"""Disturbs a program that writes, and looks at what it leaves behind.

    Tests/Faults/faults.py WRITER [kill|calls|full|signals|readonly ...] [--trials N] [--seed S]

WRITER is the built FaultWriter. Old output or new output, whole, and nothing beside it: that is
the promise. Each check prints one line; the status is 1 if any fails, or if a tool that a check
needs is missing (strace with ptrace, setpriv): a check that did not run has not passed.
"""
import argparse, hashlib, json, os, random, re, shutil, signal, sqlite3, subprocess, sys
import tempfile, time

KINDS = ['file', 'folder', 'sqlite']
LINES = {'file': 4000, 'folder': 1500, 'sqlite': 3000, 'stdout': 4000}
FAILURES = []


def verdict(name, problem, detail):
    print(f"{'FAIL' if problem else 'ok  '} {name}: {problem or detail}", flush=True)
    if problem:
        FAILURES.append(name)


def lines(edition, count):
    return ''.join(f'edition {edition} line {n} of {count}\n' for n in range(count)).encode()


def edition_of(kind, path):
    """The edition that an output tells, or a sentence about what is wrong with it."""
    count = LINES[kind]
    try:
        if kind == 'file':
            data = open(path, 'rb').read()
            edition = int(data.split(b' ', 2)[1])
            return edition if data == lines(edition, count) * 4 else 'torn file'
        if kind == 'folder':
            manifest = json.load(open(path + '/manifest.json'))
            found = sorted(os.path.relpath(os.path.join(root, name), path)
                           for root, _, names in os.walk(path) for name in names)
            listed = sorted([entry['name'] for entry in manifest['files']] + ['manifest.json'])
            if found != listed:
                return f'files {found}'
            editions = set()
            for entry in manifest['files']:
                data = open(os.path.join(path, entry['name']), 'rb').read()
                if hashlib.sha256(data).hexdigest() != entry['sha256']:
                    return f"{entry['name']} is not what the manifest says"
                editions.add(int(data.split(b' ', 2)[1]))
            return editions.pop() if len(editions) == 1 else f'editions {editions}'
        connection = sqlite3.connect(f'file:{path}?mode=ro&immutable=1', uri=True)
        if connection.execute('PRAGMA integrity_check').fetchone() != ('ok',):
            return 'integrity_check'
        rows = connection.execute('SELECT min(edition), max(edition), count(*) FROM t').fetchone()
        connection.close()
        return rows[0] if rows[0] == rows[1] and rows[2] == count else f'rows {rows}'
    except Exception as error:
        return f'{type(error).__name__}: {error}'


class Place:
    """A folder with one output in it."""

    def __init__(self, writer, kind, root=None):
        self.writer, self.kind = writer, kind
        self.folder = tempfile.mkdtemp(prefix='faults-', dir=root)
        self.path = self.folder + '/out'

    def command(self, edition):
        return [self.writer, self.kind, self.path, str(edition), str(LINES[self.kind])]

    def write(self, edition):
        subprocess.run(self.command(edition), check=True)

    def litter(self):
        return [name for name in os.listdir(self.folder) if name != 'out']

    def close(self):
        shutil.rmtree(self.folder)


def kill(options):
    """kill -9 at a random moment: X1."""
    for kind in KINDS:
        place = Place(options.writer, kind)
        place.write(0)
        began = time.monotonic()
        for edition in range(5):
            place.write(edition)
        usual = (time.monotonic() - began) / 5
        current, old, new, problem = 4, 0, 0, None
        for trial in range(options.trials):
            edition = current + 1
            child = subprocess.Popen(place.command(edition), stderr=subprocess.DEVNULL)
            time.sleep(random.uniform(0, usual * 1.25))
            child.kill()
            child.wait()
            found = edition_of(kind, place.path)
            if found == current:
                old += 1
            elif found == edition:
                new += 1
            else:
                problem = f'trial {trial}: {found}'
                break
            current = found
        place.write(current + 1)
        if not problem and place.litter():
            problem = f'left behind: {place.litter()}'
        if not problem and options.trials >= 200 and min(old, new) < 20:
            problem = f'one outcome is too rare to say anything: {old} old, {new} new'
        verdict(f'kill -9, {kind}', problem, f'{options.trials} trials, {old} old, {new} new')
        place.close()


CALLS = {
    'openat': ['EMFILE', 'EACCES'], 'write': ['ENOSPC', 'EIO'], 'pwrite64': ['ENOSPC'],
    'fsync': ['EIO'], 'rename': ['EXDEV'], 'renameat2': ['EIO'], 'close': ['EIO'],
    'unlink': ['EACCES'], 'rmdir': ['EACCES'], 'mkdir': ['ENOSPC'], 'ftruncate': ['EIO'],
}
INTERRUPTED = ['openat', 'write', 'fsync', 'close']


def calls(options):
    """The k-th call of a kind fails, once or from then on, until a run is clean: X2."""
    if shutil.which('strace') is None:
        return verdict('failing calls', 'strace is missing (apt-get install strace)', '')
    probe = subprocess.run(['strace', '-qq', '-o', '/dev/null', 'true'], capture_output=True)
    if probe.returncode != 0:
        return verdict('failing calls', f'strace may not trace here: {probe.stderr}', '')
    jobs = [(call, error) for call in CALLS for error in CALLS[call]]
    jobs += [(call, 'EINTR') for call in INTERRUPTED]
    for kind in KINDS:
        place = Place(options.writer, kind)
        place.write(0)
        current, runs, injected, problems = 0, 0, 0, []
        for call, error in jobs:
            for forever in ([False] if error == 'EINTR' else [False, True]):
                for k in range(1, 200):
                    edition = current + 1
                    log = place.folder + '.log'
                    when = f'{k}+' if forever else f'{k}'
                    run = subprocess.run(
                        ['strace', '-f', '-qq', '-o', log, '-e', f'trace={call}', '-e',
                         f'inject={call}:error={error}:when={when}'] + place.command(edition),
                        capture_output=True, text=True)
                    runs += 1
                    hit = 'INJECTED' in open(log).read()
                    os.remove(log)
                    injected += hit
                    what = f'{call} {error} at {when}'
                    found = edition_of(kind, place.path)
                    # The loader, not the program, could not open or close a library.
                    loader = ('shared libraries' in run.stderr or run.returncode == 127
                              # Nor could Swift's runtime read the command line.
                              or call == 'openat' and run.stderr.startswith('usage:'))
                    if found not in (current, edition):
                        problems.append(f'{what}: {found}')
                    elif run.returncode == 0 and found != edition:
                        problems.append(f'{what}: status 0 and the old output')
                    elif run.returncode not in (0, 1) and not loader:
                        problems.append(f'{what}: status {run.returncode} {run.stderr[:200]}')
                    elif run.returncode == 1 and not re.search(r'cannot \w+ .+: .+', run.stderr):
                        # With every write failing there is nowhere left to say it.
                        if not (call == 'write' and forever):
                            problems.append(f'{what}: says {run.stderr[:200]!r}')
                    elif error == 'EINTR' and run.returncode != 0 and not loader:
                        problems.append(f'{what}: {run.stderr[:200]}')
                    # What cannot be removed stays; the next run takes it away.
                    stuck = forever and call in ('unlink', 'rmdir', 'openat')
                    if place.litter() and not stuck:
                        problems.append(f'{what}: left {place.litter()}')
                    if isinstance(found, int):
                        current = found
                    if place.litter() or not isinstance(found, int):
                        place.write(current + 1)
                        current += 1
                        if place.litter():
                            problems.append(f'{what}: the next run left {place.litter()}')
                    if not hit:
                        break
        verdict(f'failing calls, {kind}', '; '.join(problems[:8]) or None,
                f'{runs} runs, {injected} with a call failed')
        place.close()


def full(options):
    """Full disks, size limits, closed pipes: X3."""
    command = [options.writer, 'stdout', '-', '1', str(LINES['stdout'])]
    with open('/dev/full', 'w') as device:
        run = subprocess.run(command, stdout=device, stderr=subprocess.PIPE, text=True)
    good = run.returncode == 1 and 'No space left' in run.stderr
    verdict('/dev/full', None if good else f'{run.returncode} {run.stderr}', run.stderr.strip())
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    child.stdout.readline()
    child.stdout.close()
    status, said = child.wait(), child.stderr.read()
    verdict('closed pipe', None if status == 141 and not said else f'{status} {said}',
            'quiet, status 141')
    for kind in KINDS:
        place = Place(options.writer, kind)
        place.write(1)
        run = subprocess.run(['sh', '-c', 'ulimit -f 8; exec "$@"', 'sh'] + place.command(2),
                             capture_output=True, text=True)
        good = run.returncode == 1 and edition_of(kind, place.path) == 1 and not place.litter()
        verdict(f'ulimit -f, {kind}', None if good else
                f'{run.returncode} {run.stderr} {edition_of(kind, place.path)} {place.litter()}',
                run.stderr.strip()[-90:])
        place.close()
    mount = tempfile.mkdtemp(prefix='faults-tmpfs-')
    done = subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', mount],
                          capture_output=True)
    if done.returncode != 0:
        print('SKIPPED tmpfs of 256 KB: mounting is refused here '
              '(ulimit -f and the failing calls cover ENOSPC)', flush=True)
        os.rmdir(mount)
        return
    try:
        for kind in KINDS:
            place = Place(options.writer, kind, mount)
            keep, LINES[kind] = LINES[kind], 40
            place.write(1)
            LINES[kind] = 20000
            run = subprocess.run(place.command(2), capture_output=True, text=True)
            LINES[kind] = 40
            good = run.returncode == 1 and edition_of(kind, place.path) == 1 and not place.litter()
            verdict(f'tmpfs of 256 KB, {kind}', None if good else
                    f'{run.returncode} {run.stderr} {edition_of(kind, place.path)}'
                    f' {place.litter()}', run.stderr.strip()[-90:])
            LINES[kind] = keep
            place.close()
    finally:
        subprocess.run(['umount', mount])
        os.rmdir(mount)


def signals(options):
    """SIGINT, SIGTERM and SIGHUP end the run with 128 + number and leave nothing: X9."""
    # In the background of a shell, or under nohup, they are ignored, and children inherit that; what
    # has a handler here begins anew there.
    for number in [signal.SIGINT, signal.SIGHUP]:
        if signal.getsignal(number) == signal.SIG_IGN:
            signal.signal(number, lambda *_: sys.exit(1))
    for kind in KINDS:
        for number in [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]:
            place = Place(options.writer, kind)
            place.write(0)
            began = time.monotonic()
            place.write(0)
            usual = time.monotonic() - began
            current, ended, problem = 0, 0, None
            for trial in range(max(options.trials // 10, 10)):
                child = subprocess.Popen(place.command(current + 1), stderr=subprocess.PIPE)
                time.sleep(random.uniform(0, usual))
                child.send_signal(number)
                child.stderr.read()
                status = child.wait()
                found = edition_of(kind, place.path)
                # Before the handler is there the signal itself ends the program.
                if status not in (0, 128 + number, -number):
                    problem = f'status {status}'
                elif found not in (current, current + 1):
                    problem = f'{found}'
                elif place.litter():
                    problem = f'left {place.litter()}'
                if problem:
                    break
                ended += status == 128 + number
                current = found
            if not problem and not ended:
                problem = 'no run was ended by it'
            verdict(f'{number.name}, {kind}', problem, f'{ended} ended by it')
            place.close()


def readonly(options):
    """A folder that may not be written to, as somebody else than root."""
    if os.geteuid() != 0:
        prefix = []
    elif shutil.which('setpriv'):
        prefix = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups']
    else:
        return verdict('read-only folder', 'setpriv is missing (util-linux)', '')
    for kind in KINDS:
        place = Place(options.writer, kind)
        place.write(1)
        os.chmod(place.folder, 0o555)
        run = subprocess.run(prefix + place.command(2), capture_output=True, text=True)
        good = (run.returncode == 1 and 'Permission denied' in run.stderr
                and edition_of(kind, place.path) == 1 and not place.litter())
        os.chmod(place.folder, 0o755)
        verdict(f'read-only folder, {kind}', None if good else f'{run.returncode} {run.stderr}',
                run.stderr.strip()[-90:])
        place.close()


CHECKS = {'kill': kill, 'calls': calls, 'full': full, 'signals': signals, 'readonly': readonly}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('writer')
    parser.add_argument('checks', nargs='*', default=[])
    parser.add_argument('--trials', type=int, default=500)
    parser.add_argument('--seed', type=int, default=1)
    options = parser.parse_args()
    options.writer = os.path.abspath(options.writer)
    random.seed(options.seed)
    # Swift's own handler would turn a crash into a minute of backtrace.
    os.environ['SWIFT_BACKTRACE'] = 'enable=no'
    began = time.monotonic()
    for name in options.checks or CHECKS:
        CHECKS[name](options)
    print(f'{len(FAILURES)} failed, {time.monotonic() - began:.0f} s', flush=True)
    return 1 if FAILURES else 0


sys.exit(main())
