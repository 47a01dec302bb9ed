"""Random scenarios, small and odd, and a way of running many at once."""
import concurrent.futures
import os
import pathlib
import subprocess
import tempfile

BUILD = pathlib.Path(os.environ["TILTAK_BUILD_DIR"])
FRICTIONS = ("place_target benefit_crowding group_quota county_key office_pools contracts lapse "
             "refunds late_money stop_and_go caseworkers season batches relabelling mismatch "
             "guarantees cyclical_mix staff selective_suppliers employers").split()
RULES = "practice priority random need prospects effect optimal".split()


def cycle(draw):
    kind = draw.choice(["constant", "sinusoid", "shock", "historical"])
    return f"""cycle: {{kind: {kind}, period_months: 36, amplitude: {draw.uniform(0, .05):.3f}}}
"""


def frictions(draw):
    """The lines of the frictions, and which are at work."""
    on = [name for name in FRICTIONS if draw.random() < draw.choice([0.1, 0.5, 0.9])]
    states = ", ".join(f"{name}: {'on' if name in on else 'off'}" for name in FRICTIONS)
    return f"""frictions: {{{states}}}
mechanisms: {{late_share: {draw.uniform(0, .3):.2f}, mismatch_share: {draw.uniform(0, 1):.2f}}}
""", on


def budget(draw, folder):
    """Every rule of the appropriation, every rule of allocation; `folder` takes a path's file."""
    years = "".join(f"{year},{draw.randrange(0, 15) * 10**9}\n" for year in range(2010, 2024))
    (folder / "path.csv").write_text("year,nok\n" + years)
    rule = draw.choice(["stable", "cyclical", "historical", "path"])
    file = "file: path.csv, " if rule == "path" else ""
    chain = f", chain_share: {draw.uniform(0, 1):.2f}" if draw.random() < 0.3 else ""
    return f"""budget:
  {{rule: {rule}, {file}level: {draw.randrange(0, 20)} billion NOK,
   response: {draw.uniform(-1, 2):.2f}, response_in: {draw.choice(["share", "places"])},
   lag_months: {draw.randrange(0, 24)}, window_months: {draw.randrange(1, 13)},
   swings: {draw.choice(["job_seekers", "whole_post"])}, floor: {draw.uniform(0, 1):.2f},
   revisions: {draw.choice(["none", "spring", "spring_and_autumn"])},
   reduced_capacity: {draw.uniform(0, 1):.2f}, carry_over: {draw.uniform(0, 1):.2f}}}
allocation: {{rule: {draw.choice(RULES)}{chain}}}
"""


def run_all(scenarios, check):
    """Runs each (text by folder, what `check` should know), two at a time; check(number, file, ...)
    in order, while later ones run."""

    def run(item):
        number, make = item
        folder = pathlib.Path(tempfile.mkdtemp(dir=base))
        text, *known = make(folder)
        (folder / "s.yaml").write_text(text)
        done = subprocess.run([BUILD / "tiltak", "run", folder / "s.yaml", "-o", folder / "s.h5",
                               "--threads", "1", "--quiet"], capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"{done.stderr}\n{text}")
        return number, folder / "s.h5", text, *known

    with tempfile.TemporaryDirectory() as base, \
            concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        waiting = []
        for item in enumerate(scenarios):
            waiting.append(pool.submit(run, item))
            if len(waiting) > 2 * os.cpu_count():
                finish(waiting.pop(0), check)
        for one in waiting:
            finish(one, check)


def finish(one, check):
    number, path, *known = one.result()
    check(number, path, *known)
    path.unlink()
