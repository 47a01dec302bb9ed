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

std::string name_of(const Shard& shard) {
  const std::string replications = fmt::format("shard {}/{}", shard.number, shard.of);
  return shard.blocks == 1
             ? replications
             : fmt::format("{} of persons {}/{}", replications, shard.block, shard.blocks);
}

// Shards 1 to n of one run with all their blocks of persons, each once, in this order.
void put_in_order(std::vector<OpenPart>& parts) {
  Diagnostics all;
  const RunHead& first = parts.front().head;
  for (const OpenPart& part : parts) {
    add_differences(part.head, first, part.path, all);
    const auto n = [](const RunHead& head) { return head.shard.of * head.shard.blocks; };
    if (part.head.shard.of != first.shard.of || part.head.shard.blocks != first.shard.blocks)
      all.add(Origin{part.path, 0, 0}, fmt::format("it is one of {} parts and {} is one of {}",
                                                   n(part.head), parts.front().path, n(first)));
  }
  if (!all.empty()) throw InputError(all);
  std::vector<std::string> by_number(std::size_t{first.shard.of} * first.shard.blocks);
  for (const OpenPart& part : parts) {
    const Shard& shard = part.head.shard;
    std::string& there =
        by_number.at(std::size_t{shard.number - 1} * shard.blocks + shard.block - 1);
    if (!there.empty())
      all.add(Origin{part.path, 0, 0},
              fmt::format("{} is there twice: {} is the same", name_of(shard), there));
    there = part.path;
  }
  for (std::size_t k = 0; k < by_number.size(); ++k)
    if (by_number[k].empty())
      all.add(Origin{"tiltak merge", 0, 0},
              fmt::format(
                  "{} is missing",
                  name_of({static_cast<std::uint32_t>(k / first.shard.blocks + 1), first.shard.of,
                           static_cast<std::uint32_t>(k % first.shard.blocks + 1),
                           first.shard.blocks})));
  if (!all.empty()) throw InputError(all);
  std::sort(parts.begin(), parts.end(), [](const OpenPart& a, const OpenPart& b) {
    const Shard &one = a.head.shard, &other = b.head.shard;
    return one.number != other.number ? one.number < other.number : one.block < other.block;
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
    if (part.head.shard.block > 1) { // the accounts are the country's in every block
      recorder.join_persons(loader);
    } else {
      merged.headlines.append(of_part);
      &part == &parts.front() ? recorder.load(loader, people) : recorder.append(loader);
    }
    part.source->end();
  }
  commit(recorder, merged.headlines, head.draws);
  merged.replications = recorder.replications();
  return merged;
}

} // namespace tiltak::study
