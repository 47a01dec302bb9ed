// The identities of the accounts, checked in every month of every run. The parts were added up by
// code that does not know the wholes; the last check is against the stocks of the worlds, which
// know nothing of accounts.
#include <fmt/format.h>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/engine/accounts.hpp>

namespace tiltak {

void Accounts::fail(std::size_t month, const std::string& what) const {
  throw RunError(fmt::format("the accounts of {} do not add up: {}",
                             to_string(plan_.evaluation.start + static_cast<int>(month)), what));
}

// In every cell the parts make up the whole.
void Accounts::check_cells(std::size_t month) const {
  for (std::size_t g = 0; g < groups(); ++g)
    for (std::size_t m = 0; m < measures_; ++m)
      for (std::size_t f = 0; f < flavours; ++f) {
        const auto get = [&](Flow flow) { return at(flow, f, g, m, month); };
        const bool takes_part = m + 1 < measures_;
        const bool whole =
            get(Flow::net) == get(Flow::direct) + get(Flow::threat) + get(Flow::relabelling) +
                                  get(Flow::cuts) - get(Flow::displacement) &&
            get(Flow::direct) == get(Flow::lock_in) + get(Flow::after_effect) &&
            (!takes_part ||
             get(Flow::gross) - get(Flow::deadweight) - get(Flow::own_loss) == get(Flow::net)) &&
            (!with_g_ ||
             get(Flow::displacement) == get(Flow::substitution) + get(Flow::congestion));
        if (!whole)
          fail(month,
               fmt::format("group {}, measure {}, {}", groups_.names()[g], m, flavour_names[f]));
      }
}

// The groups of every grouping add up to all.
void Accounts::check_margins(std::size_t month) const {
  const std::size_t row = measures_ * width, first = month * groups() * row;
  for (const AccountGroups::Part& part : groups_.parts())
    for (std::size_t k = 0; k < row; ++k) {
      std::int64_t sum = 0;
      for (std::size_t g = part.first; g < part.first + part.count; ++g)
        sum += cells_[first + g * row + k];
      if (sum != cells_[first + k]) fail(month, "the groups by " + part.name);
    }
}

// Differences between worlds, person by person, are differences of their stocks.
void Accounts::check_stocks(std::size_t month, const CoupledWorlds& worlds) {
  const auto policy = employment_of(*worlds.policy, amounts_);
  const auto other = employment_of(*worlds.other, amounts_);
  const auto frozen = employment_of(*worlds.frozen, amounts_);
  for (std::size_t f = 0; f < flavours; ++f) {
    employment_[0][f] += policy[f];
    employment_[1][f] += other[f];
    const auto sum = [&](Flow flow) {
      std::int64_t total = 0;
      for (std::size_t m = 0; m < measures_; ++m) total += at(flow, f, 0, m, month);
      return total;
    };
    if (sum(Flow::net) != policy[f] - other[f] ||
        sum(Flow::displacement) != frozen[f] - policy[f] ||
        sum(Flow::direct) + sum(Flow::threat) + sum(Flow::relabelling) + sum(Flow::cuts) !=
            frozen[f] - other[f])
      fail(month, fmt::format("against the stocks, {}", flavour_names[f]));
    if (with_g_ &&
        sum(Flow::substitution) != employment_of(*worlds.no_substitution, amounts_)[f] - policy[f])
      fail(month, "substitution against the stocks");
    if (with_twin_ &&
        sum(Flow::displacement_twin) != other[f] - employment_of(*worlds.twin, amounts_)[f])
      fail(month, "displacement from the other end against the stocks");
  }
}

} // namespace tiltak
