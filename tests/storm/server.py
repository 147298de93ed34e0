"""Starts and stops the real server on a folder of its own."""

import os
import pathlib
import re
import signal
import socket
import subprocess
import threading

KEPT = []


def free_port():
    """One that nobody else is given between now and its use: it stays bound, though nothing listens there, while this
    program runs. Whoever names it can listen on it all the same, since servers set SO_REUSEADDR."""
    kept = socket.socket()
    kept.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    kept.bind(("127.0.0.1", 0))
    KEPT.append(kept)
    return kept.getsockname()[1]


class Server:
    def __init__(self, program, folder, *arguments, store=None, key=None, listen="127.0.0.1:0"):
        self._program = program
        self._environment = {**os.environ, **({"SAFELEAD_STORE": store} if store else {}),
                             **({"SAFELEAD_KEY": str(key)} if key else {})}
        self._folder = pathlib.Path(folder)
        self._arguments = arguments
        self._listen = listen
        self._process = None
        self.port = 0

    def practice(self):
        """Makes a practice partnership and gives its sign-ins: [(email, password, role)]."""
        made = subprocess.run([self._program, "practice", "--data", self._folder], check=True, capture_output=True,
                              text=True, env=self._environment).stdout
        found = re.findall(r"^\s+(\S+@\S+)\s{2,}(.+?)\s{2,}(.+)$", made, re.M)
        if not found:
            raise RuntimeError("practice said no sign-ins:\n" + made)
        return found

    def start(self, log=None):
        log = log or str(self._folder) + ".log"
        self._process = subprocess.Popen(
            [self._program, "serve", "--data", self._folder, "--listen", self._listen, *self._arguments],
            stdout=subprocess.PIPE, stderr=open(log, "ab"), text=True,
            env=self._environment)
        line = self._process.stdout.readline()
        found = re.search(r":(\d+)\s*$", line)
        if not found:
            raise RuntimeError(f"the server did not start: {line!r}; see {log}")
        self.port = int(found[1])
        threading.Thread(target=self._process.stdout.read, daemon=True).start()

    def kill(self):
        """As a power cut for the process: -9, no warning."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()

    def stop(self):
        if self._process and self._process.poll() is None:
            self._process.terminate()
            # It ends what is under way, writes its snapshots, and looks for leaks.
            return self._process.wait(timeout=120)
        return None

    def runs(self):
        return self._process.poll() is None

    def memory_kb(self):
        status = pathlib.Path(f"/proc/{self._process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1])

    def verify(self):
        """`record verify`, whether the server runs or not."""
        return subprocess.run([self._program, "record", "verify", "--data", self._folder], capture_output=True, text=True,
                              env=self._environment)
