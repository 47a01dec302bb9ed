"""ncdump and h5dump: named dimensions, meanings of flags, values."""

import shutil
import subprocess
import sys

from reading import STATES, skip

for program in ("ncdump", "h5dump"):
    if not shutil.which(program):
        skip(f"no {program}")


def run(*words):
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, (words, done.stderr)
    return done.stdout


path = sys.argv[1]
header = run("ncdump", "-h", path)
assert "phony" not in header
for line in ("person = 5000 ;", "time = 72 ;", "ubyte states(person, time) ;", "int time(time) ;",
             "int net_reg(replication, group, measure, time) ;", "string county_names(counties) ;",
             'time:units = "days since 1970-01-01" ;', 'time:calendar = "proleptic_gregorian" ;',
             f'states:flag_meanings = "{" ".join(STATES)}" ;'):
    assert line in header, line
assert "float person" not in header, "a dimension without a variable"
assert "time = 16071, 16102, 16130," in run("ncdump", "-v", "/worlds/policy/time", path)
assert "netCDF-4" in run("ncdump", "-k", path)

structure = run("h5dump", "-H", "-p", "-d", "/worlds/policy/states", path)
assert "CHUNKED ( 4096, 36 )" in structure and "DEFLATE { LEVEL 1 }" in structure
assert "H5T_STD_U8LE" in structure
corner = run("h5dump", "-d", "/worlds/policy/states", "-s", "0,0", "-c", "1,3", path)
assert "(0,0): 0, 0, 0" in corner
