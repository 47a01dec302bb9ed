"""The live page by raw requests: who is refused, what is refused, and a run from form to files."""

import io
import json
import sys
import time
import zipfile

from server import Server

failures = []


def check(holds, what):
    if not holds:
        failures.append(what)
        print("FAILED:", what, file=sys.stderr)


def admission(server):
    for name, status, how in [
        ("with the token", 200, {}),
        ("without a token", 403, {"cookie": None}),
        ("with a wrong token", 403, {"cookie": f"tiltak-{server.port}=" + 32 * "0"}),
        ("by another name", 421, {"host": "evil.example"}),
        ("by a name made to point here", 421, {"host": f"evil.example:{server.port}"}),
        ("without a name", 421, {"host": ""}),
        ("from another page", 403, {"origin": "http://evil.example"}),
    ]:
        got, headers, body = server.ask("/nb/", **how)
        check(got == status, f"{name}: {got}, not {status}")
        check("default-src 'none'" in headers.get("content-security-policy", ""), f"{name}: policy")
        check(server.token.encode() not in body, f"{name}: the page tells the token")
    for origin in (None, "null", "http://evil.example", f"https://{server.host}"):
        got, _, _ = server.ask("/nb/runs", "POST", "base=0", origin=origin)
        check(got == 403, f"a form from {origin}: {got}")
    got, headers, _ = server.ask("/?token=" + server.token, cookie=None)
    check(got == 303 and "HttpOnly; SameSite=Strict" in headers["set-cookie"], "first visit")
    got, _, _ = server.ask("/?token=" + 32 * "0", cookie=None)
    check(got == 403, "first visit with a wrong token")


def odd_requests(server):
    for method in ("PUT", "DELETE", "PATCH", "OPTIONS"):
        got, _, _ = server.ask("/nb/", method, body="x")
        check(got == 405, f"{method}: {got}")
    for path in ("/etc/passwd", "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/nb/../../x",
                 "/nb/runs/1/../../../etc/passwd", "/nb/runs/%2e%2e/results.h5", "/nb/runs/1/x",
                 "/nb/runs/-1", "/nb/runs/99999999999999999999", "/nb/runs/1/report/x", "/sv/",
                 "/nb/runs/1/scenario.yaml%00.h5", "//etc/passwd", "/serve.css/..", "/nb//runs//1"):
        got, _, body = server.ask(path)
        check(got in (400, 404), f"{path}: {got}")
        check(b"root:" not in body, f"{path}: leaks")
    got, _, _ = server.ask("/nb/runs", "POST", "base=0&name=" + 200000 * "x")
    check(got in (0, 413), f"a huge body: {got}")
    for body in ("", "base=7", "base=0&a=%", "base=0&extends=%2Fetc%2Fpasswd",
                 "base=0&parameters.file=%2Fetc%2Fpasswd", "base=0&name=%0Ax", "base=0&base=0",
                 "base=0&population.scale=50", "base=0&replications=1000", b"\xff\xfe\x00"):
        got, headers, text = server.ask("/nb/runs", "POST", body)
        check(got == 422, f"{body!r}: {got}")
        check(b"faults" in text, f"{body!r}: says what is wrong")
    got, _, text = server.ask("/en/runs", "POST",
                              "base=0&name=%3Cscript%3Ealert(1)%3C/script%3E&seed=x")
    check(got == 422 and b"<script>alert" not in text and b"&lt;script&gt;" in text, "escapes")
    for raw in (b"\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n",
                b"GET /" + 9000 * b"a" + b" HTTP/1.1\r\nHost: x\r\n\r\n"):
        got, _, _ = server.raw(raw)
        check(got in (0, 400, 414, 421), f"{raw[:20]!r}: {got}")
    got, _, _ = server.ask("/nb/")
    check(got == 200, "goes on after all that")


def run(server, body):
    got, headers, text = server.ask("/en/runs", "POST", body)
    check(got == 303, f"{body}: {got}")
    return headers.get("location", "/en/runs/0")


def wait(server, place, stages=("done",), seconds=400):
    shares = []
    for _ in range(4 * seconds):
        status = json.loads(server.ask(place + "/status")[2])
        if status["stage"] not in ("waiting", "running"):
            check(status["stage"] in stages, f"{place}: {status} {server.ask(place)[2][-2000:]!r}")
            return shares
        shares.append(status["share"])
        time.sleep(0.25)
    check(False, f"{place} never ended")
    return shares


small = "base=0&population.scale=0.5&replications=2"


def form_to_files(server):
    first = run(server, small + "&name=Mine+%C3%B8&budget.level=8000")
    wait(server, first)
    got, headers, report = server.ask(first + "/report")
    check(got == 200 and b"Mine \xc3\xb8" in report, "the report has the name")
    check("sandbox" in headers["content-security-policy"], "the report is in a sandbox")
    check(b"<iframe" in server.ask(first)[2], "the report stands beside the form")
    scenario = server.ask(first + "/scenario.yaml")[2].decode()
    check("level: 8 000 000 000 NOK a year" in scenario, scenario)
    check(server.ask(first + "/results.h5")[2][:4] == b"\x89HDF", "results")
    check(server.ask(first + "/tables.xlsx")[2][:2] == b"PK", "workbook")
    with zipfile.ZipFile(io.BytesIO(server.ask(first + "/tables.zip")[2])) as archive:
        check(archive.testzip() is None and "headline-table.csv" in archive.namelist(), "tables")
    got, headers, _ = server.ask(first + "/results.h5", "HEAD")
    check(got == 200, "HEAD")
    second = run(server, small + "&name=Other&budget.level=6000")
    wait(server, second)
    got, headers, text = server.ask("/en/comparisons", "POST", "first=1&second=2&equal=as_given")
    check(got == 303, f"compare: {got} {text[-500:]!r}")
    compared = headers.get("location", "/en/runs/0")
    wait(server, compared)
    check(b"budget.level" in server.ask(compared)[2], "where they differ")
    check(server.ask(compared + "/report")[0] == 200, "the comparison's report")


def limits_and_cancelling(server):
    large = "base=0&population.scale=10&replications=10"
    places = [run(server, large) for _ in range(3)]  # one runs, two wait
    time.sleep(1.5)
    got, _, text = server.ask("/en/runs", "POST", large)
    check(got == 422 and b"Too many" in text, f"a fourth: {got}")
    for place in reversed(places):
        check(server.ask(place + "/cancel", "POST", "")[0] == 303, "cancels")
    for place in places:
        wait(server, place, ("cancelled",), 30)
    check(server.ask("/en/runs/999/cancel", "POST", "")[0] == 404, "nothing to cancel")


server = Server("--waiting", "2")
try:
    admission(server)
    odd_requests(server)
    form_to_files(server)
    limits_and_cancelling(server)
    run(server, "base=0&population.scale=10&replications=10")
    time.sleep(1)
finally:
    status, said, left = server.end()
check(status == 130, f"ended in the middle of a run with {status}: {said}")
check(not left, f"left behind: {left}")
idle = Server()
status, said, left = idle.end()
check(status == 0 and not left, f"ended with {status}: {said} {left}")
sys.exit(1 if failures else 0)
