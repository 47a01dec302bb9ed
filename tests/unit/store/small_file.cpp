#include "small_file.hpp"

#include <map>
#include <vector>

#include <fmt/format.h>

#include <tiltak/store/panel.hpp>

namespace tiltak::store {
namespace {

template <class T> void write_row(Table& table, const layout::Variable& row, std::uint64_t n) {
  const auto limit = row.codes.empty() ? 200 : row.codes.size();
  std::vector<T> values(n);
  for (std::uint64_t i = 0; i < n; ++i) values[i] = static_cast<T>(i % limit);
  table.write(std::string(row.name()), values);
}

void write_texts(Table& table, const layout::Variable& row, std::uint64_t n) {
  std::vector<std::string> texts;
  for (std::uint64_t i = 0; i < n; ++i) texts.push_back(fmt::format("blåbær {}", i));
  table.write(std::string(row.name()), texts);
}

void write_values(Table& table, const layout::Variable& row, std::uint64_t n) {
  switch (row.type) {
  case Type::u8: return write_row<std::uint8_t>(table, row, n);
  case Type::u32: return write_row<std::uint32_t>(table, row, n);
  case Type::i32: return write_row<std::int32_t>(table, row, n);
  case Type::i64: return write_row<std::int64_t>(table, row, n);
  case Type::u64: return write_row<std::uint64_t>(table, row, n);
  case Type::f64: return write_row<double>(table, row, n);
  default: return write_texts(table, row, n);
  }
}

// Every variable of a group that no other function writes, coordinates first.
void fill_group(Table& table, std::string_view pattern,
                std::map<std::string, std::uint64_t> sizes) {
  const auto in_group = [&](const layout::Variable& row) {
    const bool by_hand = row.name() == "time" || row.name() == "time_bounds" ||
                         row.name() == "jobs" || row.path == "/worlds/<world>/states" ||
                         row.is_coordinate();
    return row.group() == pattern && !by_hand;
  };
  for (const auto& row : layout::variables())
    if (row.group() == pattern && row.is_coordinate() && row.name() != "time" &&
        row.name() != "person")
      write_values(table, row, sizes.at(std::string(row.name())));
  for (const auto& row : layout::variables())
    if (in_group(row)) {
      std::uint64_t n = 1;
      for (const auto& d : row.dimension_names()) n *= table.size_of_dimension(d);
      write_values(table, row, n);
    }
}

} // namespace

std::uint8_t code_of(std::uint64_t person, std::uint64_t month) {
  return static_cast<std::uint8_t>((person * 5 + (month + person % 11) / 9) % 7);
}

std::uint8_t job_of(std::uint8_t code) {
  return code < 2 ? static_cast<std::uint8_t>(2 - code) : 0;
}

Provenance small_provenance() {
  Provenance p = begin_provenance();
  p.title = "Prøve på et format";
  p.scenario = "name:\n  nb: Prøve på et format\n";
  p.parameters = std::string(100'000, 'x'); // beyond what an attribute holds in place
  p.seed = 0xfedcba9876543210u;
  p.expansion = 20.5;
  return p;
}

void write_world(ResultWriter& file, const std::string& world, const SmallFile& size) {
  Table table = file.group("/worlds/" + world);
  table.dimension("person", size.persons);
  table.months(size.start, size.months);
  fill_group(table, "/worlds/<world>",
             {{"state", 7}, {"replication", 2}, {"status", 13}, {"measure", 3}});
  CodeMap states{}, jobs{};
  for (std::uint8_t c = 0; c < 7; ++c) {
    states[c] = c;
    jobs[c] = job_of(c);
  }
  PanelWriter panel(table, {{"states", states}, {"jobs", jobs}});
  std::vector<std::uint8_t> codes(size.persons);
  for (std::uint64_t m = 0; m < size.months; ++m) {
    for (std::uint64_t p = 0; p < size.persons; ++p) codes[p] = code_of(p, m);
    panel.month(codes);
  }
  panel.finish();
  Table spells = file.group("/worlds/" + world + "/spells");
  spells.dimension("spell", 20);
  spells.dimension("measures", 3);
  fill_group(spells, "/worlds/<world>/spells", {});
  Table market = file.group("/worlds/" + world + "/market");
  market.months(size.start, size.months);
  fill_group(market, "/worlds/<world>/market", {{"segment", 4}});
}

void write_small_file(const std::string& path, const SmallFile& size) {
  ResultWriter file(path, small_provenance());
  Table persons = file.group("/persons");
  persons.dimension("person", size.persons);
  persons.dimension("counties", 15);
  persons.dimension("skills", 3);
  fill_group(persons, "/persons", {});
  write_world(file, "policy", size);
  write_world(file, "none", size);
  Table budget = file.group("/budget");
  budget.months(size.start, size.months);
  fill_group(budget, "/budget", {{"measure", 3}});
  Table accounts = file.group("/accounts");
  accounts.months(size.start, size.months);
  fill_group(accounts, "/accounts", {{"replication", 2}, {"group", 4}, {"measure", 3}});
  Table since = file.group("/since_start");
  fill_group(since, "/since_start", {{"replication", 2}, {"measure", 2}, {"since", 83}});
  Table deadweight = file.group("/deadweight");
  deadweight.months(size.start, size.months);
  fill_group(deadweight, "/deadweight", {{"replication", 2}, {"measure", 2}, {"within", 3}});
  Table replications = file.group("/replications");
  fill_group(replications, "/replications", {{"replication", 2}});
  Table trajectories = file.group("/trajectories");
  trajectories.dimension("entrant", 30);
  fill_group(trajectories, "/trajectories",
             {{"month", 60}, {"cluster", 4}, {"k", 5}, {"measure_of_quality", 2}});
  Table representatives = file.group("/trajectories/representatives");
  representatives.dimension("representative", 6);
  fill_group(representatives, "/trajectories/representatives", {});
  Table description = file.group("/trajectories/description");
  fill_group(description, "/trajectories/description",
             {{"set", 5}, {"month", 60}, {"state", 7}, {"next_state", 7}});
  Table attributes = file.group("/trajectories/attributes");
  attributes.dimension("line", 12);
  fill_group(attributes, "/trajectories/attributes", {});
  Table discrepancy = file.group("/trajectories/discrepancy");
  fill_group(discrepancy, "/trajectories/discrepancy", {{"attribute", 3}});
  file.commit();
}

} // namespace tiltak::store
