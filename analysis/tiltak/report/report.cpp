#include <tiltak/report/report.hpp>

#include <tiltak/report/sections/sections.hpp>
#include <tiltak/report/words.hpp>

namespace tiltak::report {

namespace {

// The scenario's name in the report's language, else the file's title.
std::string title_of(const Source& source) {
  const auto name = source.parameters.find(std::string("name.") + source.say.tag());
  if (name != source.parameters.end()) return name->second;
  const std::string& title = source.file.provenance().title;
  return title.empty() ? source.say("page.untitled") : title;
}

} // namespace

Document make_report(const store::ResultReader& file, Language language) {
  const Words say(language);
  const Source source{file,
                      say,
                      read_parameters(file.provenance().parameters),
                      read_cohort(file),
                      read_population(file),
                      read_budget(file, say.tag()),
                      read_market(file),
                      read_accounts(file)};
  Document document;
  document.language = language;
  document.title = title_of(source);
  document.subtitle = source.say("page.subtitle");
  for (const SectionMaker make : sections())
    if (auto section = make(source)) document.sections.push_back(std::move(*section));
  return document;
}

} // namespace tiltak::report
