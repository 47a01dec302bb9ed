// Uses something of each installed library and includes every installed header.
#include <cstdio>

#include <every_header.hpp>

int main() {
  using namespace tiltak;
  const double weights[] = {1, 1, 1};
  const auto parts = share_out(Money::nok(100), weights);
  const bool exact = parts[0] + parts[1] + parts[2] == Money::nok(100);
  const bool read = six_state(Pair::subsidised_measure) == State::measure;
  std::printf("%s, %d threads, exact %d, read %d\n", to_string(Month::of(2014, 1)).c_str(),
              static_cast<int>(parallel::threads()), exact, read);
  return exact && read ? 0 : 1;
}
