#include <fmt/format.h>

#include <tiltak/engine/ranks.hpp>

#include "companions.hpp"

namespace tiltak::cli {
namespace {

class Ranked : public Companions {
public:
  Ranked(int& argc, char**& argv) : ranks_(argc, argv) {}
  const Company& all() const override { return ranks_.all(); }
  const Company& group(std::size_t n) override { return ranks_.group(n); }
  std::string traffic() const override {
    const Traffic& t = ranks_.traffic();
    return fmt::format("{} sums of {} bytes in all, {} lists of {} bytes in all", t.sums,
                       t.sum_bytes, t.lists, t.list_bytes);
  }
  void end_all(int status) const override {
    if (ranks_.all().size() > 1) ranks_.abort(status);
  }

private:
  Ranks ranks_;
};

} // namespace

std::unique_ptr<Companions> companions(int& argc, char**& argv) {
  return std::make_unique<Ranked>(argc, argv);
}

} // namespace tiltak::cli
