// What measures gave: person-months of employment in coupled worlds, as exact integers.
//
// e is a person's employment in a month: _reg in an ordinary job, _lfs in an ordinary or a
// subsidised one. T are the participants: persons with a start in the window in world policy (or,
// for a marginal contrast, whose starts differ between the two worlds). P, 0 and F are policy, the
// other world, and policy's starts in the other world's market. MODEL section 6 of docs/model.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include <tiltak/engine/plan.hpp>
#include <tiltak/engine/world.hpp>
#include <tiltak/people/people.hpp>

namespace tiltak {

enum class Flow : std::uint8_t {
  gross, // sum over T of e^P
  deadweight, // sum over T of min(e^P, e^0)
  own_loss, // sum over T of (e^0 - e^P)+
  direct, // lock_in + after_effect
  lock_in, // e^F - e^0, T while on a measure in F
  after_effect, // e^F - e^0, the rest of T from the first start on
  threat, // e^F - e^0, persons outside T, and T before the first start
  displacement, // e^F - e^P, everybody
  net // e^P - e^0, everybody
};
constexpr std::size_t flow_count = 9;
constexpr std::array<const char*, flow_count> flow_names{"gross",  "deadweight",   "own_loss",
                                                         "direct", "lock_in",      "after_effect",
                                                         "threat", "displacement", "net"};

constexpr std::size_t flavours = 2; // _reg, _lfs
constexpr std::array<const char*, flavours> flavour_names{"reg", "lfs"};

// Groups of persons that accounts are kept for; a person belongs to several.
std::vector<std::string> account_groups();

// Who takes part, as far as the accounts ask.
struct Participation {
  std::vector<std::int16_t>
      first_start; // by person: month of the first start that counts, or never
  std::vector<std::uint8_t> measure; // by person: its index
};

class Accounts {
public:
  // Months from plan.evaluation.start to the end of its tail; measures and "none" for who is not in
  // T.
  Accounts(const Plan& plan, const People& people, Participation participation);

  // Adds the month t, as all three worlds stand at its end, and checks its identities: a RunError
  // if ever they do not hold.
  void month(Month t, const World& policy, const World& other, const World& frozen);

  std::int64_t at(Flow flow, std::size_t flavour, std::size_t group, std::size_t measure,
                  std::size_t month) const {
    return cells_[((month * groups_ + group) * measures_ + measure) * width +
                  static_cast<std::size_t>(flow) * flavours + flavour];
  }
  std::size_t groups() const { return groups_; }
  std::size_t measures() const { return measures_; } // with "none" as the last
  std::size_t months() const { return months_; }
  std::size_t participants() const { return participants_; }

  // Sum over all persons, measures and months.
  std::int64_t total(Flow flow, std::size_t flavour) const;

private:
  static constexpr std::size_t width = flow_count * flavours;

  void add_block(std::size_t begin, std::size_t end, Month t, const World& policy,
                 const World& other, const World& frozen, std::vector<std::int64_t>& sums) const;
  void check(std::size_t month) const;

  const People& people_;
  Participation participation_;
  Month start_;
  std::size_t groups_, measures_, months_, participants_ = 0;
  std::vector<std::int64_t> cells_; // [month][group][measure][flow x flavour]
};

} // namespace tiltak
