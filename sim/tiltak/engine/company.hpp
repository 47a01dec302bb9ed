// Those who simulate one country together, each with a block of its persons: the one place where
// the engine asks others. What is asked for is sums of integers over cells and lists of those who
// may get scarce places; never the persons. A process alone is a company of one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <type_traits>
#include <vector>

#include <tiltak/core/money.hpp>
#include <tiltak/people/people.hpp>

namespace tiltak {

class Company {
public:
  virtual ~Company() = default;
  virtual std::size_t rank() const = 0; // from 0
  virtual std::size_t size() const = 0;
  // In place: each value becomes the sum of all members' values. All members call it with as many.
  virtual void sum(std::span<std::int64_t> values) const = 0;
  // The bytes of all members, those of rank 0 first; everybody gets them.
  virtual std::vector<std::byte> gather(std::span<const std::byte> mine) const = 0;

  bool is_alone() const { return size() == 1; }
  PersonBlock block() const { return {rank(), size()}; }
  // The same of any values that are copied as they lie in memory.
  template <class Value> std::vector<Value> gather(const std::vector<Value>& mine) const {
    static_assert(std::is_trivially_copyable_v<Value>);
    if (is_alone()) return mine;
    const auto bytes = gather(std::as_bytes(std::span(mine)));
    std::vector<Value> all(bytes.size() / sizeof(Value));
    std::memcpy(all.data(), bytes.data(), bytes.size());
    return all;
  }
};

// The company of one.
const Company& alone();

// Numbers that lie apart and are summed up in one go.
class CompanySum {
public:
  void add(std::span<std::int64_t> values) { parts_.push_back(values); }
  void add(std::int64_t& value) { parts_.emplace_back(&value, 1); }
  void add(Money& money) { add(money.ore); }
  // What was added becomes the company's sums.
  void over(const Company& company);

private:
  std::vector<std::span<std::int64_t>> parts_;
};

} // namespace tiltak
