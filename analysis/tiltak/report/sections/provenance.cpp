// Where the numbers come from: enough to make them again.
#include <fmt/format.h>

#include <tiltak/report/sections/sections.hpp>

namespace tiltak::report {

std::optional<Section> provenance(const Source& source) {
  const Words& say = source.say;
  const store::Provenance& p = source.file.provenance();
  Table table{
      "provenance-table", say("provenance.table"), {{say("what"), ""}, {say("value"), ""}}, {}, {}};
  const auto row = [&](const std::string& what, const std::string& value) {
    if (!value.empty()) table.rows.push_back({what, value});
  };
  row(say("provenance.institution"), p.institution);
  row(say("provenance.version"), fmt::format("tiltak {} (git {})", p.version, p.commit));
  row(say("provenance.command"), p.command_line);
  row(say("provenance.seed"), std::to_string(p.seed));
  row(say("provenance.expansion"), say.number(p.expansion, 4));
  row(say("provenance.threads"), std::to_string(p.threads));
  row(say("provenance.started"), p.started);
  row(say("provenance.ended"), p.ended);
  row(say("provenance.libraries"), p.libraries);
  row(say("provenance.processor"), p.processor);

  Section section{"provenance", say("provenance.title"), {Paragraph{say("provenance.about")}}};
  section.blocks.push_back(std::move(table));
  if (!p.scenario.empty())
    section.blocks.push_back(Listing{say("provenance.scenario"), p.scenario});
  if (!p.parameters.empty())
    section.blocks.push_back(Listing{say("provenance.parameters"), p.parameters});
  return section;
}

} // namespace tiltak::report
