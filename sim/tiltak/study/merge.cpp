#include <tiltak/study/merge.hpp>

#include <algorithm>
#include <memory>

#include <fmt/format.h>

#include <tiltak/store/archive_file.hpp>
#include <tiltak/study/replications.hpp>
#include <tiltak/study/run_state.hpp>

namespace tiltak::study {
namespace {

struct OpenPart {
  std::string path;
  std::unique_ptr<store::ArchiveSource> source;
  RunHead head;
};

std::vector<OpenPart> open_parts(const std::vector<std::string>& paths,
                                 const std::string& program) {
  std::vector<OpenPart> parts;
  Diagnostics all;
  for (const std::string& path : paths)
    attempt(
        [&] {
          OpenPart part{
              path, std::make_unique<store::ArchiveSource>(path, store::ArchiveKind::part), {}};
          load_head(part.head, program, *part.source, path);
          parts.push_back(std::move(part));
        },
        all);
  if (!all.empty()) throw InputError(all);
  return parts;
}

// Shards 1 to n of one run, each once, in this order.
void put_in_order(std::vector<OpenPart>& parts) {
  Diagnostics all;
  const RunHead& first = parts.front().head;
  for (const OpenPart& part : parts) {
    add_differences(part.head, first, part.path, all);
    if (part.head.shard.of != first.shard.of)
      all.add(Origin{part.path, 0, 0},
              fmt::format("it is one of {} parts and {} is one of {}", part.head.shard.of,
                          parts.front().path, first.shard.of));
  }
  if (!all.empty()) throw InputError(all);
  std::vector<std::string> by_number(first.shard.of);
  for (const OpenPart& part : parts) {
    std::string& there = by_number.at(part.head.shard.number - 1);
    if (!there.empty())
      all.add(Origin{part.path, 0, 0}, fmt::format("shard {}/{} is there twice: {} is the same",
                                                   part.head.shard.number, first.shard.of, there));
    there = part.path;
  }
  for (std::size_t k = 0; k < by_number.size(); ++k)
    if (by_number[k].empty())
      all.add(Origin{"tiltak merge", 0, 0},
              fmt::format("shard {}/{} is missing", k + 1, by_number.size()));
  if (!all.empty()) throw InputError(all);
  std::sort(parts.begin(), parts.end(), [](const OpenPart& a, const OpenPart& b) {
    return a.head.shard.number < b.head.shard.number;
  });
}

} // namespace

Merged merge(const std::vector<std::string>& paths, const std::string& output,
             store::Provenance provenance) {
  auto parts = open_parts(paths, program_of(provenance));
  put_in_order(parts);
  const RunHead& head = parts.front().head;
  head.put_into(provenance);
  FileRecorder recorder(output, provenance, head.plan,
                        head.full_panel ? PanelKind::full : PanelKind::none);
  Merged merged{head.plan, Headlines(head.plan.scale), 0, 0};
  const People people = first_people(head.plan);
  merged.persons = people.size();
  for (const OpenPart& part : parts) {
    Loader loader(*part.source);
    Headlines of_part(head.plan.scale);
    loader(of_part);
    merged.headlines.append(of_part);
    &part == &parts.front() ? recorder.load(loader, people) : recorder.append(loader);
    part.source->end();
  }
  commit(recorder, merged.headlines, head.draws);
  merged.replications = recorder.replications();
  return merged;
}

} // namespace tiltak::study
