#include <tiltak/engine/account_writer.hpp>

#include <numeric>

namespace tiltak {

void AccountWriter::add(const Accounts& accounts) {
  if (empty()) {
    groups_ = accounts.group_names();
    months_ = accounts.months();
    since_months_.resize(accounts.since_months());
    std::iota(since_months_.begin(), since_months_.end(), accounts.since_first());
    for (std::size_t k = 0; k < flow_count * flavours; ++k)
      if (const auto flow = static_cast<Flow>(k / flavours); accounts.has(flow))
        columns_.push_back(
            {std::string(flow_names[k / flavours]) + "_" + flavour_names[k % flavours],
             flow,
             k % flavours,
             {},
             {}});
  }
  ++replications_;
  for (Column& column : columns_) add_column(column, accounts);
  add_deadweight(accounts);
  for (std::size_t g = 0; g < accounts.groups(); ++g) affected_.push_back(accounts.affected(g));
}

void AccountWriter::add_column(Column& column, const Accounts& accounts) {
  for (std::size_t g = 0; g < accounts.groups(); ++g)
    for (std::size_t m = 0; m < accounts.measures(); ++m)
      for (std::size_t t = 0; t < accounts.months(); ++t)
        column.cells.add(
            static_cast<std::int32_t>(accounts.at(column.flow, column.flavour, g, m, t)));
  for (std::size_t m = 0; m + 1 < accounts.measures(); ++m)
    for (std::size_t s = 0; s < accounts.since_months(); ++s)
      column.since.add(
          static_cast<std::int32_t>(accounts.since(column.flow, column.flavour, m, s)));
}

void AccountWriter::add_deadweight(const Accounts& accounts) {
  for (std::size_t m = 0; m + 1 < accounts.measures(); ++m) {
    for (std::size_t t = 0; t < accounts.months(); ++t)
      for (std::size_t f = 0; f < 2; ++f) {
        const Bounds bounds = accounts.deadweight_bounds(f, m, t);
        bounds_[0][f].push_back(static_cast<std::int32_t>(bounds.low));
        bounds_[1][f].push_back(static_cast<std::int32_t>(bounds.high));
      }
    participants_.push_back(accounts.participants(m));
    starts_.push_back(accounts.hires().starts(m));
    for (std::size_t k = 0; k < hire_within.size(); ++k)
      hired_.push_back(accounts.hires().hired(k, m));
  }
}

void AccountWriter::append(AccountWriter&& other) {
  if (other.empty()) return;
  const auto join = [](auto& to, const auto& from) {
    to.insert(to.end(), from.begin(), from.end());
  };
  if (empty()) {
    groups_ = std::move(other.groups_);
    since_months_ = std::move(other.since_months_);
    months_ = other.months_;
    columns_ = std::move(other.columns_);
  } else {
    if (columns_.size() != other.columns_.size() || groups_ != other.groups_ ||
        months_ != other.months_)
      throw RunError("accounts of other groups or months cannot be joined");
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      columns_[c].cells.append(std::move(other.columns_[c].cells));
      columns_[c].since.append(std::move(other.columns_[c].since));
    }
  }
  replications_ += other.replications_;
  for (std::size_t k = 0; k < bounds_.size(); ++k)
    for (std::size_t f = 0; f < bounds_[k].size(); ++f) join(bounds_[k][f], other.bounds_[k][f]);
  join(participants_, other.participants_);
  join(starts_, other.starts_);
  join(hired_, other.hired_);
  join(affected_, other.affected_);
}

void AccountWriter::write_coordinates(store::Table& table, bool with_none) const {
  std::vector<std::int32_t> replications(static_cast<std::size_t>(replications_));
  std::iota(replications.begin(), replications.end(), 0);
  std::vector<std::string> measures;
  for (const Measure& measure : plan_.measures) measures.push_back(measure.id);
  if (with_none) measures.emplace_back("none");
  table.write("replication", replications);
  table.write("measure", measures);
}

void AccountWriter::write(store::ResultWriter& file) {
  store::Table accounts = file.group("/accounts");
  write_coordinates(accounts, true);
  accounts.write("group", groups_);
  accounts.months(plan_.evaluation.start, months_);
  accounts.write("affected", affected_);
  const std::size_t rows = static_cast<std::size_t>(replications_) * groups_.size();
  const std::size_t measures = plan_.measures.size();
  for (Column& column : columns_)
    accounts.write(column.name, column.cells.values(rows * (measures + 1) * months_));
  store::Table since = file.group("/since_start");
  write_coordinates(since, false);
  since.write("since", since_months_);
  since.write("participants", participants_);
  for (Column& column : columns_)
    since.write(column.name, column.since.values(static_cast<std::size_t>(replications_) *
                                                 measures * since_months_.size()));
  store::Table deadweight = file.group("/deadweight");
  write_coordinates(deadweight, false);
  deadweight.write("within", std::vector<std::int32_t>(hire_within.begin(), hire_within.end()));
  deadweight.months(plan_.evaluation.start, months_);
  deadweight.write("subsidised_starts", starts_);
  deadweight.write("hired_anyway", hired_);
  for (std::size_t f = 0; f < 2; ++f) {
    deadweight.write(std::string("low_") + flavour_names[f], bounds_[0][f]);
    deadweight.write(std::string("high_") + flavour_names[f], bounds_[1][f]);
  }
}

} // namespace tiltak
