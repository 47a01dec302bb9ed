// What the scenario changes, key by key.
#include <sstream>

#include <tiltak/report/sections/sections.hpp>

namespace tiltak::report {
namespace {

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields;
  std::istringstream parts(line);
  for (std::string part; std::getline(parts, part, '\t');) fields.push_back(part);
  return fields;
}

} // namespace

std::optional<Section> changes(const Source& source) {
  const Words& say = source.say;
  Table table{"changes-table",
              say("changes.table"),
              {{say("changes.key"), ""},
               {say("changes.does"), ""},
               {say("changes.from"), ""},
               {say("changes.to"), ""},
               {say("changes.where"), ""}},
              {},
              {}};
  std::istringstream lines(source.file.provenance().changes);
  for (std::string line; std::getline(lines, line);) {
    const auto fields = fields_of(line);
    if (fields.size() != 6) source.file.fail("attribute tiltak_changes: a line is not six fields");
    const std::string& does = fields[source.say.language() == Language::nb ? 4 : 5];
    table.rows.push_back({fields[0], does, fields[1], fields[2], fields[3]});
  }
  if (table.rows.empty()) return std::nullopt;
  Section section{"changes", say("changes.title"), {Paragraph{say("changes.about")}}};
  section.blocks.push_back(std::move(table));
  return section;
}

} // namespace tiltak::report
