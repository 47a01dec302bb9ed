"""R: rhdf5 and ncdf4 read panels, texts and attributes."""

import shutil
import subprocess
import sys

from reading import MONTHS, PERSONS, code_of, skip

SCRIPT = r"""
path <- commandArgs(trailingOnly = TRUE)[1]
have <- c(rhdf5 = requireNamespace("rhdf5", quietly = TRUE),
          ncdf4 = requireNamespace("ncdf4", quietly = TRUE))
if (!all(have)) { cat("no R package", names(have)[!have], "\n"); quit(status = 77) }

states <- rhdf5::h5read(path, "worlds/policy/states")
cat("rhdf5", dim(states), as.integer(states[1:12, 8]), "\n")
meanings <- rhdf5::h5readAttributes(path, "worlds/policy/states")$flag_meanings
cat("meanings", meanings, "\n")
cat("names", rhdf5::h5read(path, "persons/county_names")[3], "\n")

file <- ncdf4::nc_open(path)
states <- ncdf4::ncvar_get(file, "worlds/policy/states")
cat("ncdf4", dim(states), states[1:12, 8], "\n")
time <- ncdf4::ncvar_get(file, "worlds/policy/time")
cat("time", format(as.Date(time[c(1, 72)], origin = "1970-01-01")), "\n")
cat("units", ncdf4::ncatt_get(file, "worlds/policy/time", "units")$value, "\n")
ncdf4::nc_close(file)
"""

if not shutil.which("Rscript"):
    skip("no R")
done = subprocess.run(["Rscript", "--vanilla", "-e", SCRIPT, sys.argv[1]], capture_output=True,
                      text=True, check=False)
if done.returncode == 77:
    skip(done.stdout.strip())
assert done.returncode == 0, done.stderr
said = dict(line.split(" ", 1) for line in done.stdout.splitlines())
first = f"{MONTHS} {PERSONS} " + " ".join(str(code_of(7, month)) for month in range(12))
assert said["rhdf5"].strip() == first, said["rhdf5"]
assert said["ncdf4"].strip() == first, said["ncdf4"]
assert said["meanings"].split()[0] == "full_time"
assert said["names"].strip() == "blåbær 2", said["names"]
assert said["time"].split() == ["2014-01-01", "2019-12-01"]
assert said["units"].strip() == "days since 1970-01-01"
