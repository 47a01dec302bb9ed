// What each address of the server answers. No address is a path: every file that is sent has a name
// that stands in this file's source.
#pragma once

#include <vector>

#include "exchange.hpp"
#include "guard.hpp"
#include "jobs.hpp"

namespace tiltak::serve {

struct Settings {
  std::vector<std::filesystem::path> scenarios; // to start from
  Limits limits;
  Capacity capacity;
};

class Site {
public:
  // Throws InputError when a scenario to start from cannot be run.
  Site(const Settings& settings, Gate gate);

  // May be called from several threads.
  Response answer(const Request& request);
  // Whether the request may be answered at all, before its body is read; the refusal, else.
  std::optional<Response> refusal(const Request& request) const;
  bool is_idle() const { return jobs_.is_idle(); }

private:
  Response get(const Request& request, const std::vector<std::string>& parts, Language language);
  Response post(const Request& request, const std::vector<std::string>& parts, Language language);
  Response index(const Request& request, Language language) const;
  Response run(std::size_t number, const std::string& what, Language language) const;
  Response new_run(const std::string& body, Language language);
  Response new_comparison(const std::string& body, Language language);

  std::vector<Base> bases_;
  Limits limits_;
  Gate gate_;
  Jobs jobs_;
};

// "/nb/runs/3" as nb, runs, 3; a slash at the end counts for nothing.
std::vector<std::string> parts_of(std::string_view path);

} // namespace tiltak::serve
