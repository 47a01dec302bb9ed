// What one person's month adds to the accounts, from how her job stands in each of the coupled
// worlds. Two code paths that never meet: the ledger of participants (gross, deadweight, own loss)
// and the differences between worlds (all others); the identities between them are checked later.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include <tiltak/engine/job_history.hpp>
#include <tiltak/engine/world.hpp>

namespace tiltak {

// e is a person's employment in a month. T are the participants: persons with a start in the window
// in world policy (or, for a contrast of two budgets, whose starts differ). P, 0, F, G and Z are
// the worlds of docs/model/accounts.md.
enum class Flow : std::uint8_t {
  gross, // sum over T of e^P
  deadweight, // sum over T of min(e^P, e^0)
  own_loss, // sum over T of (e^0 - e^P)+
  direct, // lock_in + after_effect
  lock_in, // e^F - e^0, T while on a measure in F
  after_effect, // e^F - e^0, the rest of T from the first start on
  threat, // e^F - e^0, persons outside T, and T before the first start, but for the next two
  relabelling, // of these, from when they were relabelled in one of the two worlds alone
  cuts, // of these, from when a measure of theirs was ended in one of the two worlds alone
  displacement, // e^F - e^P, everybody
  net, // e^P - e^0, everybody
  substitution, // e^G - e^P, everybody
  congestion, // e^F - e^G, everybody
  displacement_twin // e^0 - e^Z, everybody: displacement seen from the other end
};
constexpr std::size_t flow_count = 14, flow_always = 11; // the last three need worlds on request
constexpr std::array<const char*, flow_count> flow_names{
    "gross",      "deadweight",       "own_loss", "direct",       "lock_in", "after_effect",
    "threat",     "relabelling",      "cuts",     "displacement", "net",     "substitution",
    "congestion", "displacement_twin"};

// Employment in four units: ordinary jobs (reg), ordinary or subsidised ones (lfs), each as persons
// and in hundredths of a full-time equivalent.
constexpr std::size_t flavours = 4;
constexpr std::array<const char*, flavours> flavour_names{"reg", "lfs", "reg_fte", "lfs_fte"};
using Amounts = std::array<std::int32_t, flavours>;

// The worlds of a contrast. The last two may be null.
struct CoupledWorlds {
  const World* policy;
  const World* other;
  const World* frozen;
  const World* no_substitution = nullptr;
  const World* twin = nullptr;
};
constexpr std::size_t most_worlds = 5;

// How a job stands: 0 none, 1 part-time, 2 full-time, 3 subsidised. Two bits a world, policy lowest
// and so on in the order of CoupledWorlds; a world that is not there has the bits of policy.
JobCode job_code(const CoupledWorlds& worlds, std::size_t person);
constexpr bool same_everywhere(JobCode code) { return code % 0x155 == 0; }

// What a job of each level counts.
using JobAmounts = std::array<Amounts, 4>;
JobAmounts job_amounts(int part_time_hundredths);
// What all persons of a world count, from its stock of pairs.
std::array<std::int64_t, flavours> employment_of(const World& world, const JobAmounts& amounts);

struct Entry {
  Flow flow;
  Amounts amount;
};
struct Entries {
  std::array<Entry, flow_count> entry;
  std::size_t count = 0;
  void put(Flow flow, const Amounts& amount) { entry[count++] = {flow, amount}; }
};

// The ledger of a participant.
Entries participant_entries(JobCode code, const JobAmounts& amounts);

// Where a person stands to the policy in a month. The first three are outside T, or before the
// first start: neither, registered with reduced capacity for the sake of a place (B19), taken off a
// measure she did not begin in the window. The others are in T: on a measure or not, in F.
enum class Phase : std::uint8_t { untouched, relabelled, cut, inside, after };
// Where worlds differ: `with_g` and `with_twin` say whether these worlds are there.
Entries difference_entries(JobCode code, Phase phase, const JobAmounts& amounts, bool with_g,
                           bool with_twin);

} // namespace tiltak
