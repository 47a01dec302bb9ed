// Where the numbers come from: enough to make them again.
#include <tiltak/report/run_table.hpp>
#include <tiltak/report/sections/sections.hpp>

namespace tiltak::report {

std::optional<Section> provenance(const Source& source) {
  const Words& say = source.say;
  const store::Provenance& p = source.file.provenance();
  Section section{"provenance", say("provenance.title"), {Paragraph{say("provenance.about")}}};
  section.blocks.push_back(provenance_table(p, say));
  if (!p.scenario.empty())
    section.blocks.push_back(Listing{say("provenance.scenario"), p.scenario});
  if (!p.parameters.empty())
    section.blocks.push_back(Listing{say("provenance.parameters"), p.parameters});
  return section;
}

} // namespace tiltak::report
