#include <tiltak/engine/country_queue.hpp>

#include <algorithm>
#include <limits>

namespace tiltak {
namespace {

// `persons` more of a queue are at `key` or before it.
struct Sample {
  std::uint32_t queue, persons;
  double key;
};

// A few of each list, so that all can tell how far they have to look.
std::vector<Sample> samples_of(const std::vector<std::vector<Candidate>>& lists) {
  constexpr std::size_t most = 8, step = 32;
  std::vector<Sample> samples;
  for (std::size_t q = 0; q < lists.size(); ++q) {
    const std::size_t n = lists[q].size(), count = std::min(most, n / step + (n > 0));
    for (std::size_t k = 0, from = 0; k < count; ++k) {
      const std::size_t to = n * (k + 1) / count;
      samples.push_back({static_cast<std::uint32_t>(q), static_cast<std::uint32_t>(to - from),
                         lists[q][to - 1].key});
      from = to;
    }
  }
  return samples;
}

// Drops from each list who cannot be among the first `look` of the country: a key that as many are
// surely not behind is a limit.
void cut(const Company& company, std::span<const Queue> queues,
         std::vector<std::vector<Candidate>>& lists) {
  auto samples = company.gather(samples_of(lists));
  std::stable_sort(samples.begin(), samples.end(), [](const Sample& a, const Sample& b) {
    return a.queue != b.queue ? a.queue < b.queue : a.key < b.key;
  });
  std::vector<double> limit(lists.size(), std::numeric_limits<double>::infinity());
  std::vector<std::size_t> sure(lists.size(), 0);
  for (const Sample& sample : samples) {
    if (sure[sample.queue] >= queues[sample.queue].look) continue;
    sure[sample.queue] += sample.persons;
    if (sure[sample.queue] >= queues[sample.queue].look) limit[sample.queue] = sample.key;
  }
  for (std::size_t q = 0; q < lists.size(); ++q)
    std::erase_if(lists[q], [&](const Candidate& who) { return who.key > limit[q]; });
}

} // namespace

std::vector<std::vector<Candidate>> joined(const Company& company,
                                           const std::vector<std::vector<Candidate>>& mine) {
  if (company.is_alone()) return mine;
  std::vector<std::uint32_t> sizes;
  std::vector<Candidate> persons;
  for (const auto& list : mine) {
    sizes.push_back(static_cast<std::uint32_t>(list.size()));
    persons.insert(persons.end(), list.begin(), list.end());
  }
  sizes = company.gather(sizes);
  persons = company.gather(persons);
  std::vector<std::vector<Candidate>> all(mine.size());
  auto from = persons.begin();
  for (std::size_t k = 0; k < sizes.size(); ++k) { // the lists of a member, then of the next
    auto& list = all[k % mine.size()];
    const auto to = from + sizes[k];
    list.insert(list.end(), from, to);
    from = to;
  }
  for (auto& list : all) std::sort(list.begin(), list.end());
  return all;
}

std::vector<std::vector<Candidate>> first_in_country(const Choosing& choosing, Month t,
                                                     const World& world,
                                                     std::span<const Queue> queues) {
  std::vector<std::vector<Candidate>> first;
  for (const Queue& queue : queues) {
    first_in_order(choosing, t, world, queue.here, queue.look);
    const auto list = queue.here.first(std::min(queue.look, queue.here.size()));
    first.emplace_back(list.begin(), list.end());
    for (Candidate& who : first.back()) describe(choosing, t, world, who);
  }
  if (choosing.company.is_alone() || queues.empty()) return first;
  cut(choosing.company, queues, first);
  first = joined(choosing.company, first);
  for (std::size_t q = 0; q < first.size(); ++q)
    first[q].resize(std::min(first[q].size(), queues[q].look));
  return first;
}

} // namespace tiltak
