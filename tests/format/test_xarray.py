"""xarray, by both engines: each group opens on its own, with its coordinates and decoded time."""

import sys

from reading import MONTHS, PERSONS, expected_states, need

numpy, xarray = need("numpy"), need("xarray")
GROUPS = {
    "persons": [],
    "worlds/policy": ["time", "state", "status", "measure", "replication"],
    "worlds/none": ["time", "state", "status", "measure", "replication"],
    "worlds/policy/spells": [],
    "worlds/policy/market": ["time", "segment"],
    "budget": ["time", "measure"],
    "accounts": ["replication", "group", "measure", "time"],
    "since_start": ["replication", "measure", "since"],
    "deadweight": ["replication", "measure", "time", "within"],
    "replications": ["replication"],
    "trajectories": ["month", "cluster", "k", "measure_of_quality"],
}


def check_time(world):
    assert world.time.dtype == "datetime64[ns]"
    assert world.time.values[0] == numpy.datetime64("2014-01-01")
    assert world.time.values[-1] == numpy.datetime64("2019-12-01")
    assert world.time_bounds.values[0, 1] == numpy.datetime64("2014-02-01")
    assert world.time.attrs["standard_name"] == "time"
    assert world.states.sel(time="2015-03").shape == (PERSONS, 1)


def check(path, engine):
    for group, coordinates in GROUPS.items():
        with xarray.open_dataset(path, group=group, engine=engine) as data:
            assert sorted(data.coords) == sorted(coordinates), (group, engine, list(data.coords))
            assert data.attrs["title"], group
            for variable in data.data_vars.values():
                assert not any(d.startswith("phony") for d in variable.dims), (group, variable.name)
    with xarray.open_dataset(path, group="worlds/policy", engine=engine) as world:
        assert world.sizes["person"] == PERSONS and world.sizes["time"] == MONTHS
        assert world.states.dtype == numpy.uint8, "a fill value would make it a float"
        assert world.states.dims == ("person", "time")
        assert (world.states.values == expected_states(numpy)).all()
        check_time(world)
    with xarray.open_dataset(path, group="trajectories", engine=engine) as data:
        assert list(data.month.values[:2]) == [0, 1] and data.month.dtype == numpy.int32
    with xarray.open_dataset(path, group="accounts", engine=engine) as data:
        assert list(data.measure.values) == ["blåbær 0", "blåbær 1", "blåbær 2"]
        assert data.net_lfs.sel(measure="blåbær 1").dims == ("replication", "group", "time")
    with xarray.open_dataset(path, engine=engine) as root:
        assert root.attrs["Conventions"] == "CF-1.11"


for module in ("netCDF4", "h5netcdf"):
    need(module)
    check(sys.argv[1], module.lower())
