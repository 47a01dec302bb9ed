"""h5py: types, storage, attributes, texts; nothing that netCDF or R stumble on."""

import sys

from reading import MONTHS, PERSONS, STATES, expected_states, need

h5py, numpy = need("h5py"), need("numpy")


def check_root(file):
    attributes = file.attrs
    assert attributes["Conventions"] == "CF-1.11"
    assert attributes["title"] == "Prøve på et format"
    assert attributes["tiltak_format"] == "results"
    assert list(attributes["tiltak_format_version"]) == [2, 1]
    assert attributes["tiltak_seed"] == numpy.uint64(0xFEDCBA9876543210)
    assert attributes["tiltak_expansion"] == 20.5
    assert len(attributes["tiltak_parameters"]) == 100_000
    assert attributes["source"].startswith("tiltak ")
    assert list(attributes)[:3] == ["Conventions", "title", "institution"], "order of creation"
    assert list(file["/"]) == ["persons", "worlds", "budget", "accounts", "since_start",
                               "deadweight", "replications", "trajectories"]


def check_states(states):
    assert states.dtype == numpy.uint8 and states.shape == (PERSONS, MONTHS)
    assert states.chunks == (4096, 36) and states.compression == "gzip"
    assert "_FillValue" not in states.attrs
    assert states.attrs["flag_values"].dtype == numpy.uint8
    assert list(states.attrs["flag_values"]) == list(range(7))
    assert states.attrs["flag_meanings"].split(" ") == STATES
    assert states.attrs["flag_labels_nb"][5] == "Nedsatt arbeidsevne"
    assert len(states.attrs["flag_colors"].split(" ")) == 7
    assert [dimension[0].name for dimension in states.dims] == [
        "/worlds/policy/person", "/worlds/policy/time"]
    assert (states[...] == expected_states(numpy)).all()
    assert (states[4090:4100, 30:40] == expected_states(numpy)[4090:4100, 30:40]).all()


def check_variable(name, dataset):
    """What must hold of anything in the file."""
    kind = dataset.dtype.kind
    assert kind in "uif" or h5py.check_string_dtype(dataset.dtype).length is None, name
    if h5py.check_string_dtype(dataset.dtype):
        assert h5py.check_string_dtype(dataset.dtype).encoding == "utf-8", name
    scale_only = b"This is a netCDF dimension" in dataset.attrs.get("NAME", b"")
    if not scale_only:
        assert dataset.attrs["long_name"] and dataset.attrs["long_name_nb"], name
        assert ("units" in dataset.attrs) != ("flag_values" in dataset.attrs or kind == "O"), name
    if not h5py.h5ds.is_scale(dataset.id):
        assert all(len(dimension) == 1 for dimension in dataset.dims), name
    assert dataset.scaleoffset is None and not dataset.shuffle and not dataset.fletcher32, name
    return 1


with h5py.File(sys.argv[1]) as file:
    check_root(file)
    check_states(file["worlds/policy/states"])
    seen = []
    file.visititems(lambda name, item: seen.append((name, item)))
    assert sum(check_variable(name, item) for name, item in seen
               if isinstance(item, h5py.Dataset)) > 100
    names = file["persons/county_names"].asstr()[:]
    assert names[2] == "blåbær 2" and len(names) == 15
    assert file["replications/seed"].dtype == numpy.uint64
    assert file["accounts/net_reg"].dtype == numpy.int32
    assert file["budget/spent"].dtype == numpy.int64
    assert file["budget/spent"].attrs["units"] == "ore"
