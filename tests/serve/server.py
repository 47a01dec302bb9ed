"""A server for a test: started on a free port, asked by raw requests, ended by SIGINT."""

import os
import pathlib
import re
import signal
import socket
import subprocess
import tempfile

PROGRAM = pathlib.Path(os.environ["TILTAK_BUILD_DIR"]) / "tiltak"


class Server:
    def __init__(self, *options):
        self.temporary = tempfile.TemporaryDirectory()
        self.process = subprocess.Popen(
            [PROGRAM, "serve", "--port", "0", *options], stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, env=dict(os.environ, TMPDIR=self.temporary.name))
        self.address = self.process.stdout.readline().strip()
        self.port, self.token = re.fullmatch(
            r"http://127\.0\.0\.1:(\d+)/\?token=([0-9a-f]{32})", self.address).groups()
        self.host = f"127.0.0.1:{self.port}"

    def ask(self, path, method="GET", body=None, **headers):
        """Status, headers in small letters, body. A header given as None is left out."""
        sent = {"host": self.host, "cookie": f"tiltak-{self.port}={self.token}"}
        if method == "POST":
            sent["origin"] = f"http://{self.host}"
            sent["content-type"] = "application/x-www-form-urlencoded"
        if body is not None:
            body = body.encode() if isinstance(body, str) else body
            sent["content-length"] = str(len(body))
        sent.update({name.replace("_", "-"): value for name, value in headers.items()})
        lines = [f"{method} {path} HTTP/1.1"]
        lines += [f"{n}: {v}" for n, v in sent.items() if v is not None]
        return self.raw("\r\n".join(lines).encode() + b"\r\n\r\n" + (body or b""))

    def raw(self, request):
        with socket.create_connection(("127.0.0.1", int(self.port)), timeout=60) as one:
            try:
                one.sendall(request)
            except (BrokenPipeError, ConnectionResetError):
                pass  # refused before all was said
            answer = b""
            try:
                while block := one.recv(65536):
                    answer += block
            except ConnectionResetError:
                pass
        head, _, body = answer.partition(b"\r\n\r\n")
        lines = head.decode("latin-1").split("\r\n")
        headers = {n.lower(): v.strip() for n, _, v in (line.partition(":") for line in lines[1:])}
        return (int(lines[0].split()[1]) if head else 0), headers, body

    def end(self):
        """Exit status, and what is left of its folder."""
        self.process.send_signal(signal.SIGINT)
        _, said = self.process.communicate(timeout=60)
        left = list(pathlib.Path(self.temporary.name).iterdir())
        self.temporary.cleanup()
        return self.process.returncode, said, left
