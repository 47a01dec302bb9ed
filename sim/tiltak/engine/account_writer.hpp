// Keeps the accounts of the replications and writes them: groups /accounts, /since_start and
// /deadweight of a results file.
#pragma once

#include <string>
#include <vector>

#include <tiltak/engine/accounts.hpp>
#include <tiltak/engine/packed.hpp>
#include <tiltak/store/writer.hpp>

namespace tiltak {

class AccountWriter {
public:
  explicit AccountWriter(const Plan& plan) : plan_(plan) {}

  void add(const Accounts& accounts); // of the next replication
  void append(AccountWriter&& other); // its replications after these; throws RunError
  bool empty() const { return replications_ == 0; }
  void write(store::ResultWriter& file);

private:
  template <class> friend struct Members; // checkpoints
  struct Column { // a flow in a unit
    std::string name;
    Flow flow;
    std::size_t flavour;
    Packed cells, since;
  };
  void add_column(Column& column, const Accounts& accounts);
  void add_deadweight(const Accounts& accounts);
  void write_coordinates(store::Table& table, bool with_none) const;

  const Plan& plan_;
  std::int32_t replications_ = 0;
  std::vector<std::string> groups_;
  std::vector<std::int32_t> since_months_;
  std::size_t months_ = 0;
  std::vector<Column> columns_;
  std::array<std::array<std::vector<std::int32_t>, 2>, 2> bounds_; // low, high; reg, lfs
  std::vector<std::int64_t> participants_, starts_, hired_, affected_;
};

} // namespace tiltak
