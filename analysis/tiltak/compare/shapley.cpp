#include <tiltak/compare/shapley.hpp>

#include <bit>

namespace tiltak::compare {

std::vector<double> shapley(unsigned count, const std::function<double(std::uint32_t)>& value) {
  const std::uint32_t sets = 1u << count;
  std::vector<double> values(sets), parts(count, 0.0), weight(count);
  for (std::uint32_t set = 0; set < sets; ++set) values[set] = value(set);
  // Of count! orders, those in which exactly k given switches come before: k! (count - 1 - k)!.
  std::vector<double> factorial(count + 1, 1.0);
  for (unsigned k = 1; k <= count; ++k) factorial[k] = factorial[k - 1] * k;
  for (unsigned k = 0; k < count; ++k)
    weight[k] = factorial[k] * factorial[count - 1 - k] / factorial[count];
  for (std::uint32_t set = 0; set < sets; ++set)
    for (unsigned s = 0; s < count; ++s)
      if ((set >> s & 1u) == 0)
        parts[s] += weight[static_cast<std::size_t>(std::popcount(set))] *
                    (values[set | 1u << s] - values[set]);
  return parts;
}

} // namespace tiltak::compare
