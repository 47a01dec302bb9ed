#include <algorithm>

#include <doctest/doctest.h>

#include <tiltak/core/draw.hpp>
#include <tiltak/measure/flow.hpp>

using namespace tiltak;

namespace {

double total(const std::vector<double>& gain, const std::vector<std::int64_t>& flow) {
  double sum = 0;
  for (std::size_t k = 0; k < flow.size(); ++k) sum += gain[k] * static_cast<double>(flow[k]);
  return sum;
}

// The best sum there is, by trying every use of the places.
double best(const std::vector<double>& gain, std::vector<std::int64_t> persons,
            std::vector<std::int64_t> places, std::size_t from = 0) {
  double most = 0;
  for (std::size_t k = from; k < gain.size(); ++k) {
    const std::size_t c = k / places.size(), m = k % places.size();
    if (persons[c] == 0 || places[m] == 0) continue;
    --persons[c], --places[m];
    most = std::max(most, gain[k] + best(gain, persons, places, k));
    ++persons[c], ++places[m];
  }
  return most;
}

} // namespace

TEST_CASE("the flow is as good as trying everything") {
  const Draws draws(17, 0);
  for (std::uint32_t example = 0; example < 40; ++example) {
    const auto word = [&](unsigned k) {
      return draws.word(PersonId{example * 64 + k}, 0, Purpose::attribute);
    };
    const std::size_t classes = 1 + word(0) % 3, measures = 1 + word(1) % 3;
    std::vector<std::int64_t> persons, places;
    for (unsigned c = 0; c < classes; ++c) persons.push_back(word(2 + c) % 4);
    for (unsigned m = 0; m < measures; ++m) places.push_back(word(8 + m) % 3);
    std::vector<double> gain;
    for (unsigned k = 0; k < classes * measures; ++k)
      gain.push_back(static_cast<double>(word(16 + k) % 9000) / 1000 - 3);
    const auto flow = best_flow(gain, persons, places);
    for (std::size_t c = 0; c < classes; ++c) {
      std::int64_t used = 0;
      for (std::size_t m = 0; m < measures; ++m) used += flow[c * measures + m];
      CHECK(used <= persons[c]);
    }
    for (std::size_t m = 0; m < measures; ++m) {
      std::int64_t used = 0;
      for (std::size_t c = 0; c < classes; ++c) used += flow[c * measures + m];
      CHECK(used <= places[m]);
    }
    CHECK(total(gain, flow) == doctest::Approx(best(gain, persons, places)));
  }
}

TEST_CASE("a place that does harm stays empty") {
  const auto flow = best_flow(std::vector<double>{-1.0, 2.0}, std::vector<std::int64_t>{5},
                              std::vector<std::int64_t>{3, 1});
  CHECK(flow == std::vector<std::int64_t>{0, 1});
}
