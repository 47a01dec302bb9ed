#include <tiltak/scenario/checks.hpp>

#include <fmt/format.h>

namespace tiltak::scenario {
namespace {

// A choice that reads a file needs the file.
void check_file(const Values& values, std::string_view choice, std::string_view option,
                std::string_view file, Diagnostics& diagnostics) {
  if (values.choice(choice) == option && !values.has(file))
    diagnostics.add(values.error(choice, fmt::format("'{}' needs {}", option, file),
                                 fmt::format("name the file in {}", file)));
}

// Of several keys the one that the user wrote, so that the message points into the scenario.
std::string_view blamed(const Values& values, std::initializer_list<std::string_view> keys) {
  for (std::string_view key : keys)
    if (!values.at(key).is_default()) return key;
  return *keys.begin();
}

void check_evaluation(const Values& values, Diagnostics& diagnostics) {
  if (values.choice("evaluation.worlds") == "policy") return; // nothing is compared
  const Month first = values.month("horizon.start"), start = values.month("evaluation.start");
  const auto months = [&](std::string_view key) {
    return static_cast<std::int32_t>(values.integer(key));
  };
  const Month end = first + months("horizon.months"); // the month after the last
  const Month needed =
      start + months("evaluation.window_months") + months("evaluation.tail_months");
  if (start < first)
    diagnostics.add(values.error(blamed(values, {"evaluation.start", "horizon.start"}),
                                 fmt::format("the evaluation starts in {}, before the horizon ({})",
                                             to_string(start), to_string(first))));
  if (needed > end)
    diagnostics.add(values.error(
        blamed(values, {"horizon.months", "evaluation.tail_months", "evaluation.window_months",
                        "evaluation.start", "horizon.start"}),
        fmt::format("window and tail of the evaluation end with {}, after the horizon ({})",
                    to_string(needed - 1), to_string(end - 1)),
        fmt::format("make horizon.months {}, or shorten evaluation.tail_months, or set "
                    "evaluation.worlds to policy",
                    needed - first)));
}

void check_durations(const Values& values, Diagnostics& diagnostics) {
  for (const std::string& id : values.ids("measures")) {
    const std::string planned = "measures." + id + ".planned_months",
                      longest = "measures." + id + ".max_months";
    if (values.has(planned) && values.has(longest) &&
        values.integer(planned) > values.integer(longest))
      diagnostics.add(values.error(
          planned, fmt::format("longer than {} ({} months)", longest, values.integer(longest))));
  }
}

} // namespace

void check_together(const Values& values, Diagnostics& diagnostics) {
  check_file(values, "cycle.kind", "file", "cycle.file", diagnostics);
  check_file(values, "budget.rule", "path", "budget.file", diagnostics);
  check_evaluation(values, diagnostics);
  check_durations(values, diagnostics);
}

} // namespace tiltak::scenario
