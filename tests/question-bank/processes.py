"""Python processes, for what only another process shows."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time

PATIENCE = 60


def run(source, folder):
    """Runs source text as the only file of a folder, and returns what it printed."""
    (folder / "app.py").write_text(source, "utf-8")
    done = subprocess.run(
        [sys.executable, "-B", "app.py"], cwd=folder, capture_output=True, text=True, timeout=PATIENCE
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def serve(source, folder, target):
    """Runs source text as `python app.py runserver`, and returns the body of one page."""
    (folder / "app.py").write_text(source, "utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-B", "app.py", "runserver", f"127.0.0.1:{port}"],
        cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )
    try:
        return _fetch(port, target, server)
    finally:
        # One process watches the files and another serves; both are in the group that the first one leads.
        if server.poll() is None:
            os.killpg(server.pid, signal.SIGKILL)
        server.communicate()


def _fetch(port, target, server):
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        assert server.poll() is None, server.stderr.read()
        try:
            web = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
            web.request("GET", target)
            return web.getresponse().read().decode()
        except ConnectionRefusedError:
            time.sleep(0.05)  # It does not listen yet.
    raise AssertionError("The server does not listen")
