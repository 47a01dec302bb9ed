#include "jobs.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>

#include <fmt/format.h>

#include <tiltak/core/diagnostic.hpp>

#include "child.hpp"

namespace tiltak::serve {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

double seconds(Clock::duration d) { return std::chrono::duration<double>(d).count(); }

fs::path new_folder() {
  std::string name = (fs::temp_directory_path() / "tiltak-serve-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw RunError("cannot make a folder like " + name);
  return name;
}

void write(const fs::path& path, const std::string& text) {
  std::ofstream out(path, std::ios::binary);
  out << text;
  out.close();
  if (!out) throw RunError("cannot write " + path.string());
}

} // namespace

Jobs::Jobs(const Capacity& capacity)
    : capacity_(capacity), folder_(new_folder()), worker_([this] { work(); }) {}

Jobs::~Jobs() {
  ending_ = true;
  wake_.notify_all();
  worker_.join();
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

std::optional<std::size_t>
Jobs::add(Job job, const std::vector<std::pair<std::string, std::string>>& files) {
  const std::lock_guard lock(mutex_);
  if (queue_.size() >= capacity_.waiting) return std::nullopt;
  job.number = ++last_;
  job.folder = folder_ / std::to_string(job.number);
  fs::create_directory(job.folder);
  for (const auto& [name, text] : files) write(job.folder / name, text);
  queue_.push_back(job.number);
  const std::size_t number = job.number;
  jobs_.emplace(number, std::move(job));
  forget_oldest();
  wake_.notify_all();
  return number;
}

std::optional<Job> Jobs::find(std::size_t number) const {
  const std::lock_guard lock(mutex_);
  const auto at = jobs_.find(number);
  return at == jobs_.end() ? std::nullopt : std::optional(at->second);
}

std::vector<Job> Jobs::all() const {
  const std::lock_guard lock(mutex_);
  std::vector<Job> jobs;
  for (auto at = jobs_.rbegin(); at != jobs_.rend(); ++at) jobs.push_back(at->second);
  return jobs;
}

void Jobs::cancel(std::size_t number) {
  const std::lock_guard lock(mutex_);
  const auto at = jobs_.find(number);
  if (at == jobs_.end()) return;
  if (current_ == number) {
    cancel_current_ = true;
  } else if (at->second.stage == Stage::waiting) {
    at->second.stage = Stage::cancelled;
    std::erase(queue_, number);
  }
}

bool Jobs::is_idle() const {
  const std::lock_guard lock(mutex_);
  return current_ == 0 && queue_.empty();
}

void Jobs::forget_oldest() {
  for (auto at = jobs_.begin(); at != jobs_.end() && jobs_.size() > capacity_.kept;) {
    const bool in_use = at->second.stage == Stage::waiting || at->second.stage == Stage::running;
    std::error_code ignored;
    if (!in_use) fs::remove_all(at->second.folder, ignored);
    at = in_use ? std::next(at) : jobs_.erase(at);
  }
}

bool Jobs::carry_out(const Job& job) {
  const auto began = Clock::now();
  const auto stop = [&] {
    return cancel_current_ || ending_ || seconds(Clock::now() - began) > 60 * capacity_.minutes;
  };
  for (const Step& step : job.steps) {
    std::string what;
    auto step_began = Clock::now();
    const Told told = [&](const std::string& now, double done, double of) {
      const std::lock_guard lock(mutex_);
      Job& kept = jobs_.at(job.number);
      if (now != what) step_began = Clock::now();
      kept.what = what = now;
      kept.share = of > 0 ? done / of : 0;
      kept.seconds_left = done > 0 ? seconds(Clock::now() - step_began) * (of - done) / done : -1;
    };
    const Outcome outcome = run_child(step.words, job.folder, told, stop);
    const std::lock_guard lock(mutex_);
    Job& kept = jobs_.at(job.number);
    if (outcome.status == 0 || (step.may_fail && !stop())) continue;
    kept.said = outcome.said;
    kept.stage = cancel_current_ || ending_ ? Stage::cancelled : Stage::failed;
    if (kept.stage == Stage::failed && stop())
      kept.said += fmt::format("more than {} minutes\n", capacity_.minutes);
    return false;
  }
  return true;
}

void Jobs::work() {
  for (;;) {
    Job job;
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [&] { return ending_ || !queue_.empty(); });
      if (ending_) return;
      current_ = queue_.front();
      queue_.pop_front();
      cancel_current_ = false;
      jobs_.at(current_).stage = Stage::running;
      job = jobs_.at(current_);
    }
    bool well = false;
    std::string fault;
    try {
      well = carry_out(job);
    } catch (const std::exception& error) {
      fault = error.what();
    }
    const std::lock_guard lock(mutex_);
    Job& kept = jobs_.at(current_);
    if (well) kept.stage = Stage::done;
    if (!fault.empty()) kept.stage = Stage::failed, kept.said = fault;
    current_ = 0;
  }
}

} // namespace tiltak::serve
