#include <tiltak/report/report.hpp>

#include <tiltak/report/sections/sections.hpp>
#include <tiltak/report/words.hpp>

namespace tiltak::report {

Document make_report(const store::ResultReader& file, Language language) {
  const Source source{file,
                      Words(language),
                      read_cohort(file),
                      read_population(file),
                      read_budget(file),
                      read_market(file)};
  Document document;
  document.language = language;
  document.title = file.provenance().title;
  if (document.title.empty()) document.title = source.say("page.untitled");
  document.subtitle = source.say("page.subtitle");
  for (const SectionMaker make : sections())
    if (auto section = make(source)) document.sections.push_back(std::move(*section));
  return document;
}

} // namespace tiltak::report
