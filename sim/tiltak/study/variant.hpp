// A scenario that can be resolved again and again with a key or two changed: other start phases of
// the cycle, another level, other values of what the sign map varies.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <tiltak/engine/plan.hpp>
#include <tiltak/scenario/resolve.hpp>

namespace tiltak::study {

class Variant {
public:
  // `change` holds what the command line sets. Throws InputError.
  Variant(std::filesystem::path path, scenario::Change change);

  const scenario::Values& values() const { return values_; }
  // With `also` set besides.
  scenario::Values values(const std::vector<std::pair<std::string, std::string>>& also) const;

  // The same scenario with `also` set for good.
  Variant with(const std::vector<std::pair<std::string, std::string>>& also) const;
  // The plans with `also` set besides, beside the worlds that a comparison needs: one for each draw
  // of parameters.draws, or the only one. Throws InputError.
  std::vector<Plan> plans(const std::vector<std::pair<std::string, std::string>>& also) const;

  // The words for `budget.level` times a factor.
  std::pair<std::string, std::string> level(double factor) const;
  // Start phases of a periodic cycle, `count` of them evenly over its period; one that changes
  // nothing for any other cycle.
  std::vector<std::vector<std::pair<std::string, std::string>>> phases(int count) const;

  const std::string& path() const { return path_; }

private:
  std::string path_;
  scenario::Change change_;
  scenario::Values values_;
};

// Throws InputError naming every respect in which the plans (by draw of the parameters) are not for
// the same persons, luck, cycle and evaluation.
void require_same_ground(const Variant& first, const std::vector<Plan>& first_plans,
                         const Variant& second, const std::vector<Plan>& second_plans);

} // namespace tiltak::study
