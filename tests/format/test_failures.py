"""What goes wrong while a file is written: killed at any moment, no room, no permission."""

import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

WRITER = sys.argv[1]


def run(path, *size, writer=WRITER, **options):
    return subprocess.run([writer, str(path), *size], capture_output=True, text=True, check=False,
                          **options)


def one_line(done, path, reason):
    assert done.returncode == 1, done
    assert done.stderr.count("\n") == 1 and done.stderr.startswith(f"{path}: "), done.stderr
    assert done.stderr.rstrip().endswith(reason), done.stderr


def killed_at_any_moment(folder):
    """The name is either absent or a whole file; what an older run left stays as it was."""
    path = folder / "out.h5"
    path.write_text("an older file")
    began = time.monotonic()
    assert run(folder / "whole.h5", "300000", "24").returncode == 0
    whole = time.monotonic() - began
    cut_off = 0
    for part in (0.05, 0.2, 0.4, 0.6, 0.8, 0.9):
        writer = subprocess.Popen([WRITER, str(path), "300000", "24"])
        time.sleep(part * whole)
        writer.kill()
        if writer.wait() == -signal.SIGKILL:
            cut_off += 1
            assert path.read_text() == "an older file", part
    assert cut_off >= 3, "the writer was too quick for the test to mean anything"


def no_permission(folder):
    """As another user, where root may write anywhere. She may not see the build, only a copy."""
    with tempfile.TemporaryDirectory() as copies:
        os.chmod(copies, 0o755)
        writer = shutil.copy(WRITER, copies)
        forbidden(folder, writer)


def forbidden(folder, writer):
    folder.chmod(0o555)
    user = {"user": 65534, "group": 65534} if os.geteuid() == 0 else {}
    path = folder / "out.h5"
    one_line(run(path, writer=writer, **user), path, "cannot be written: Permission denied")
    folder.chmod(0o755)
    assert not list(folder.iterdir())


def no_room(folder):
    """A file system of 300 kB; only root may make one."""
    if os.geteuid() != 0 or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(folder)], check=False,
            capture_output=True).returncode != 0:
        print("not tried: a full disk needs the right to mount one")
        return
    try:
        for persons in ("5000", "20000", "200000"):
            path = folder / "out.h5"
            one_line(run(path, persons, "72", timeout=60), path, "No space left on device")
            assert not list(folder.iterdir()), "something was left behind"
    finally:
        subprocess.run(["umount", str(folder)], check=True)


for test in (killed_at_any_moment, no_permission, no_room):
    with tempfile.TemporaryDirectory() as name:
        os.chmod(name, 0o755)
        test(pathlib.Path(name))
