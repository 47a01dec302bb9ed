// What a month decides about persons and places, from the money to the names. The frozen world is
// offered the decisions of another, so they stand apart from what they do.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include <tiltak/engine/allocation.hpp>
#include <tiltak/engine/appropriation.hpp>

namespace tiltak {

// Leaves her measure before the time, if it is the one she began in month `start`.
struct DropOut {
  std::uint32_t person;
  std::int16_t start;
};

// What it means for the persons of this process, by their numbers here.
struct Decisions {
  std::vector<std::uint32_t> cuts; // measures end because the money does
  std::vector<DropOut> drop_outs;
  std::vector<std::uint32_t> relabelled; // job seekers registered with reduced capacity
  std::vector<Start> starts; // this month, in ascending order of person
  std::vector<Start> notices; // of places that open later
  std::vector<std::uint32_t> forgotten; // their notice is void
  std::vector<float> threat; // by segment: factor on job hazards of the unemployed
};

class Placement {
public:
  Placement(const Choosing& choosing, const Gains& gains);

  // Goes on with the money and the notices as they stand, for the same persons under another plan.
  void go_on_under(const Choosing& choosing, const Gains& gains);
  void set_level(double factor) { appropriation_.set_level(factor); }
  // First half of the month's decisions: the money, and who ends.
  void open_month(Month t, const Published& published, Decisions& decisions);
  // Second half: who starts, is notified, relabelled. `on_post`, `elsewhere`: whether places on the
  // post and outside it are given; `vacancies` by county, relative to normal.
  void place(Month t, const World& world, std::span<const double> vacancies, bool on_post,
             bool elsewhere, Decisions& decisions);
  // No starts this month: notices are void.
  void close_door(Decisions& decisions);
  void close_month(const Tally& tally, const World& world);

  const Appropriation& appropriation() const { return appropriation_; }

private:
  template <class> friend struct Members; // checkpoints
  friend struct StateCheck;
  struct Notice {
    Start start;
    Month opens;
  };
  // The person's number here, if she is of this process.
  std::optional<std::uint32_t> here(std::uint32_t person_of_country) const;
  std::vector<Start> here(const std::vector<Start>& starts) const;
  void follow_persons();
  std::vector<Start> opening(Month t, Decisions& decisions);
  void relabel(Month t, Candidates& queue, Decisions& decisions) const;
  void threaten(Candidates& queue, Decisions& decisions) const;

  const Choosing& choosing() const { return *choosing_; }

  std::shared_ptr<const Choosing> choosing_;
  const Gains* gains_;
  Appropriation appropriation_;
  std::vector<Notice> notices_; // these and the next by the persons' numbers in the country
  std::vector<std::pair<Month, DropOut>> drop_outs_;
};

} // namespace tiltak
