// Prints docs/formats/results.md from the layout's table.
#include <map>
#include <string>

#include <fmt/format.h>

#include <tiltak/store/layout.hpp>

using namespace tiltak::store;

namespace {

constexpr const char* head = R"(# Results files

*Made from the table in `sim/tiltak/store/layout_table.cpp`; do not edit. To make it anew:
`build/release/tests/format/results_page > docs/formats/results.md`.*

Format `{}`, version {}.{}. A new variable raises the second number; whatever could mislead a
program that was written for an older file raises the first. A program reads files of its own first
number.

A results file is HDF5 and at the same time netCDF-4: `ncdump`, `h5dump`, h5py, xarray, rhdf5 and
ncdf4 open it without help. It appears under its name only when it is whole.

```python
import xarray as xr
world = xr.open_dataset("out.h5", group="worlds/policy")   # coordinates: time, state, ...
people = (world.states != 6).sum("person")                 # 6: outside the population
((world.states == 3).sum("person") / people).plot()        # share unemployed by month
```
```r
states <- rhdf5::h5read("out.h5", "worlds/policy/states")  # time x person, of type raw
rowSums(states == 3) / rowSums(states != 6)                # share unemployed by month
```

- A group carries its own dimensions and coordinates. A dimension without a coordinate (`person`,
  `spell`, `entrant`) counts from 0.
- `time` is the first day of each month, in days since 1970-01-01; what is recorded is as it stands
  at the end of the month. Months since entry count from 1.
- Codes are bytes with `flag_values` and `flag_meanings` (CF conventions) and their labels in
  English and Bokmål; there is no `_FillValue` on codes: 6, outside the population, is one of them.
- Money is a whole number of øre (`units = "ore"`, `currency = "NOK"`): exact, not a unit that CF
  knows. Counts are of simulated units; times `tiltak_expansion` they are national.
- Panels (person x time) lie in chunks of 4096 persons by all months, or by equal parts of at most
  60. They, the columns by person, spell or entrant and what is kept by replication are compressed
  with deflate; everything else is contiguous.
- Texts are variable-length UTF-8, in attributes too. (`ncdump -t` decodes time only where `units`
  is of the older character type, so it shows numbers here; xarray decodes them.)
)";

void print_variable(const layout::Variable& row) {
  std::string note(row.description);
  if (!row.codes.empty()) {
    note += note.empty() ? "" : "; ";
    for (const Code& code : row.codes)
      note += fmt::format("{}{} `{}`", code.value == 0 ? "" : ", ", code.value, code.name);
  }
  fmt::print("| `{}` | {} | {} | {} | {}{} | {} | {} |\n", row.name(), row.dimensions,
             name_of(row.type), row.units, row.long_name, row.required ? "" : " (optional)",
             row.long_name_nb, note);
}

void print_group(const layout::Group& group) {
  fmt::print("\n## `{}`: {}\n\n{}\n\n", group.path, group.title, group.description);
  fmt::print("| variable | dimensions | type | units | long name | in Norwegian | notes |\n"
             "|---|---|---|---|---|---|---|\n");
  for (const auto& row : layout::variables())
    if (row.group() == group.path)
      print_variable(row);
}

// Each list of codes once, under the name of the first variable that has it.
void print_codes() {
  std::map<const Code*, bool> printed;
  fmt::print("\n## Codes\n");
  for (const auto& row : layout::variables()) {
    if (row.codes.empty() || printed[row.codes.data()])
      continue;
    printed[row.codes.data()] = true;
    fmt::print("\n### `{}`\n\n| code | name | in English | in Norwegian | colour "
               "|\n|---|---|---|---|---|\n",
               row.name());
    for (const Code& code : row.codes)
      fmt::print("| {} | `{}` | {} | {} | {} |\n", code.value, code.name, code.en, code.nb,
                 code.colour);
  }
}

} // namespace

int main() {
  fmt::print(fmt::runtime(head), layout::format_name, layout::format_major, layout::format_minor);
  fmt::print("\n## Attributes of the file\n\n| name | type | what |\n|---|---|---|\n");
  for (const auto& row : layout::root_attributes())
    fmt::print("| `{}` | {} | {} |\n", row.name, row.type, row.description);
  for (const auto& group : layout::groups())
    print_group(group);
  print_codes();
}
