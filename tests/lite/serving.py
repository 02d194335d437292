"""A small web server for a folder of plain files, as a static host would serve it, that counts what it sends."""

import gzip
import http.server
import mimetypes
import threading
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

PREFIX = "/courses/rapport/"
mimetypes.add_type("application/wasm", ".wasm")
mimetypes.add_type("text/javascript", ".mjs")


class Site:
    """A folder served below a sub-path; ``sent`` is how many bytes of body each path cost, compressed."""

    def __init__(self, folder: Path, prefix: str, port: int = 0):
        self.folder, self.prefix = folder.resolve(), prefix
        self.sent: dict[str, int] = {}
        self.missing: list[str] = []
        self.address = f"http://127.0.0.1:{port}{prefix}"

    @property
    def total(self) -> int:
        return sum(self.sent.values())

    def url(self, page: str) -> str:
        return f"{self.address}lab/index.html?path={page}"


@contextmanager
def served(folder: Path, port: int = 0):
    """Serve ``folder`` until the block ends."""
    server = _Server(("127.0.0.1", port), lambda *given: _Handler(*given, site=site))
    site = Site(folder, PREFIX, server.server_port)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()


def pack(folder: Path) -> None:
    """Compress every file beforehand, as hosts do, so that the first visitor does not wait for it."""
    for file in folder.resolve().rglob("*"):
        if file.is_file():
            _packed(file, file.stat().st_mtime_ns)


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        """A browser that ends in the middle of a download is nobody's fault."""


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *given, site):
        self.site = site
        super().__init__(*given)

    def do_GET(self):
        path = unquote(urlsplit(self.path).path)
        file = self._file(path)
        if file is None:
            self.site.missing.append(path)
            self.send_error(404)
            return
        body = _packed(file, file.stat().st_mtime_ns)
        self.site.sent[path] = self.site.sent.get(path, 0) + len(body)
        self.send_response(200)
        self.send_header("Content-Type", mimetypes.guess_type(file.name)[0] or "application/octet-stream")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)

    def _file(self, path):
        if not path.startswith(self.site.prefix):
            return None
        file = (self.site.folder / path.removeprefix(self.site.prefix)).resolve()
        file = file / "index.html" if file.is_dir() else file
        return file if file.is_file() and file.is_relative_to(self.site.folder) else None

    def log_message(self, *args):
        pass


@cache
def _packed(file, _changed):
    return gzip.compress(file.read_bytes(), 6)
