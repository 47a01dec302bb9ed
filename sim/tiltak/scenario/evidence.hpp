// The evidence: every number the model rests on, with where it was read and how well it is known.
// Parameters, targets and measures cite entries by id in square brackets: "[M02]: size judged".
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tiltak/scenario/source.hpp>

namespace tiltak::scenario {

// How well a number is known. A recalled one is from memory and never fixes anything alone.
enum class Known : std::uint8_t { read, quoted_second_hand, derived, recalled, judgement };

struct Uncertainty {
  std::string kind; // "se", "interval", "rounding", "stated", "judged", "none"
  double low = 0, high = 0; // of an interval; else the one number, twice
  std::string words; // of "stated" and "none"
};

struct Evidence {
  std::string id;
  std::optional<double> value; // in the unit; without one there is a statement
  std::string statement, unit;
  Uncertainty uncertainty;
  std::string population, read_out, horizon, comparison;
  std::string document, at, note; // `at`: page or lines of the document
  Known known = Known::read;
  Place place; // in the file of evidence
};

struct Document {
  std::string id, title, by, published;
};

class EvidenceBase {
public:
  // Every *.yaml of the folder; every mistake goes to the diagnostics.
  EvidenceBase(const std::filesystem::path& folder, Diagnostics& diagnostics);

  const std::vector<Evidence>& all() const { return all_; } // by id
  const Evidence* find(std::string_view id) const;
  const Document* document(std::string_view id) const;

  // Whether `text` may stand as a source: it cites entries that exist, or begins with "judgement".
  // Unless `recalled_may_stand_alone`, one of them must not be from memory.
  void check_source(std::string_view text, const Place& place, Diagnostics& diagnostics,
                    bool recalled_may_stand_alone = false) const;

private:
  void read_file(const std::filesystem::path& path, Diagnostics& diagnostics);

  std::vector<Evidence> all_;
  std::vector<Document> documents_;
};

// The ids in square brackets of a source, in order.
std::vector<std::string> cited_ids(std::string_view source);

// "4.5 percentage points (probability of employment; ...): von Simson, K., lines 393-400; quoted
// second hand".
std::string in_words(const Evidence& entry, const EvidenceBase& base);
std::string_view in_words(Known known);

} // namespace tiltak::scenario
