"""A PostgreSQL 15 of the storm's own, in a temporary folder, reached through a socket in it."""

import os
import pathlib
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
import urllib.parse

BIN = pathlib.Path("/usr/lib/postgresql/15/bin")


class Postgres:
    def __init__(self):
        self._folder = pathlib.Path(tempfile.mkdtemp(prefix="safelead-postgres-"))
        self._folder.chmod(0o711)
        self._place = self._folder / "postgres"
        self._place.mkdir()
        # PostgreSQL refuses root.
        self._user = "postgres" if os.geteuid() == 0 else None
        if self._user:
            entry = pwd.getpwnam(self._user)
            os.chown(self._place, entry.pw_uid, entry.pw_gid)
        self._run("initdb", "-D", self._database, "-U", "postgres", "--auth=trust", "--no-sync", "--encoding=UTF8",
                  "--locale=C")
        self._process = None
        self.start()

    @property
    def place(self):
        """The folder with all its files, and its socket."""
        return self._place

    @property
    def _database(self):
        return self._place / "database"

    def _as_user(self):
        return {"user": self._user, "group": self._user, "extra_groups": []} if self._user else {}

    def _run(self, program, *arguments):
        subprocess.run([BIN / program, *arguments], check=True, cwd="/", stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL, **self._as_user())

    def start(self):
        self._process = subprocess.Popen(
            [BIN / "postgres", "-D", self._database, "-k", self._place, "-c", "listen_addresses=", "-c",
             "shared_buffers=32MB"],
            cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **self._as_user())
        end = time.monotonic() + 120
        while subprocess.run([BIN / "pg_isready", "-q", "-h", self._place]).returncode != 0:
            if time.monotonic() > end:
                raise RuntimeError("PostgreSQL does not start")
            time.sleep(0.05)

    def stop(self, how=signal.SIGINT):
        """SIGINT: politely; connections are broken. SIGQUIT: as if it had crashed."""
        if self._process is not None:
            self._process.send_signal(how)
            # A polite end writes all that is in memory to the disk, which may be busy.
            self._process.wait(timeout=300)
            self._process = None

    def make_database(self, name):
        self._run("createdb", "-h", self._place, "-U", "postgres", name)
        host = urllib.parse.quote(str(self._place), safe="")
        return f"postgresql://postgres@{host}/{name}"

    def run(self, database, sql):
        self._run("psql", "-q", "-h", self._place, "-U", "postgres", "-v", "ON_ERROR_STOP=1", "-c", sql, database)

    def remove(self):
        self.stop(signal.SIGQUIT)
        shutil.rmtree(self._folder)
