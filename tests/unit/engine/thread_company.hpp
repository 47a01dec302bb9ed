// A company within one process, a thread for each member: what ranks say to one another, without
// mpirun.
#pragma once

#include <barrier>
#include <numeric>
#include <thread>
#include <vector>

#include <tiltak/engine/company.hpp>

namespace tiltak {

class ThreadCompany {
public:
  explicit ThreadCompany(std::size_t members)
      : barrier_(static_cast<std::ptrdiff_t>(members)), sums_(members), lists_(members) {
    for (std::size_t r = 0; r < members; ++r) members_.emplace_back(*this, r);
  }

  // Calls simulate(company) in a thread for each member.
  template <class Simulate> void run(const Simulate& simulate) {
    std::vector<std::thread> threads;
    for (const Member& member : members_) threads.emplace_back([&] { simulate(member); });
    for (auto& thread : threads) thread.join();
  }

private:
  class Member : public Company {
  public:
    Member(ThreadCompany& company, std::size_t rank) : company_(&company), rank_(rank) {}
    std::size_t rank() const override { return rank_; }
    std::size_t size() const override { return company_->sums_.size(); }
    void sum(std::span<std::int64_t> values) const override {
      company_->sums_[rank_].assign(values.begin(), values.end());
      company_->barrier_.arrive_and_wait();
      for (std::size_t k = 0; k < values.size(); ++k)
        values[k] = std::accumulate(
            company_->sums_.begin(), company_->sums_.end(), std::int64_t{0},
            [k](std::int64_t sum, const auto& others) { return sum + others.at(k); });
      company_->barrier_.arrive_and_wait();
    }
    std::vector<std::byte> gather(std::span<const std::byte> mine) const override {
      company_->lists_[rank_].assign(mine.begin(), mine.end());
      company_->barrier_.arrive_and_wait();
      std::vector<std::byte> all;
      for (const auto& list : company_->lists_) all.insert(all.end(), list.begin(), list.end());
      company_->barrier_.arrive_and_wait();
      return all;
    }

  private:
    ThreadCompany* company_;
    std::size_t rank_;
  };

  std::barrier<> barrier_;
  std::vector<std::vector<std::int64_t>> sums_;
  std::vector<std::vector<std::byte>> lists_;
  std::vector<Member> members_;
};

} // namespace tiltak
