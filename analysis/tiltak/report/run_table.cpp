#include <tiltak/report/run_table.hpp>

#include <fmt/format.h>

namespace tiltak::report {

Table provenance_table(const store::Provenance& run, const Words& say) {
  Table table{
      "provenance-table", say("provenance.table"), {{say("what"), ""}, {say("value"), ""}}, {}, {}};
  const auto row = [&](const std::string& what, const std::string& value) {
    if (!value.empty()) table.rows.push_back({what, value});
  };
  row(say("provenance.institution"), run.institution);
  row(say("provenance.version"), fmt::format("tiltak {} (git {})", run.version, run.commit));
  row(say("provenance.command"), run.command_line);
  row(say("provenance.seed"), std::to_string(run.seed));
  if (run.expansion > 0) row(say("provenance.expansion"), say.number(run.expansion, 4));
  row(say("provenance.threads"), std::to_string(run.threads));
  row(say("provenance.started"), run.started);
  row(say("provenance.ended"), run.ended);
  row(say("provenance.libraries"), run.libraries);
  row(say("provenance.processor"), run.processor);
  return table;
}

} // namespace tiltak::report
