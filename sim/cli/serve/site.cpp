#include "site.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#include <fmt/format.h>

#include <tiltak/report/assets.hpp>

#include "files.hpp"
#include "orders.hpp"
#include "view.hpp"

namespace tiltak::serve {
namespace {

Response refused(int status, Words message, Language language) {
  Response response;
  response.status = status;
  response.body = notice(message, language);
  return response;
}

constexpr Words unknown{"Denne siden finnes ikke.", "There is no such page."};

Response redirect(const std::string& to) {
  Response response;
  response.status = 303;
  response.headers.emplace_back("Location", to);
  return response;
}

std::string address(Language language, std::size_t run) {
  return fmt::format("/{}/runs/{}", language == Language::nb ? "nb" : "en", run);
}

// The first language of the browser decides, Norwegian in all its forms or English.
Language preferred(const std::string& languages) {
  for (const char* norwegian : {"nb", "no", "nn"})
    if (languages.starts_with(norwegian)) return Language::nb;
  return languages.empty() ? Language::nb : Language::en;
}

} // namespace

std::vector<std::string> parts_of(std::string_view path) {
  std::vector<std::string> parts;
  for (std::size_t at = 1; at < path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    parts.emplace_back(path.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

Site::Site(const Settings& settings, Gate gate)
    : limits_(settings.limits), gate_(std::move(gate)), jobs_(settings.capacity) {
  for (const auto& path : settings.scenarios) bases_.push_back(make_base(path));
}

std::optional<Response> Site::refusal(const Request& request) const {
  const Language language = request.path.starts_with("/nb/")   ? Language::nb
                            : request.path.starts_with("/en/") ? Language::en
                                                               : preferred(request.languages);
  const bool known =
      request.method == "GET" || request.method == "HEAD" || request.method == "POST";
  if (!known) return refused(405, {"Slik kan en ikke spørre.", "No such method here."}, language);
  switch (admit(gate_, request)) {
  case Admission::welcome: return std::nullopt;
  case Admission::wrong_host:
    return refused(421, {"Tjeneren heter noe annet.", "The server has another name."}, language);
  case Admission::wrong_origin:
    return refused(403,
                   {"Dette kan bare gjøres fra tjenerens egne sider.",
                    "This can only be done from the server's own pages."},
                   language);
  case Admission::no_token: break;
  }
  const auto given = request.query.find("token");
  if (request.path == "/" && given != request.query.end() && is_same(given->second, gate_.token)) {
    Response response = redirect(language == Language::nb ? "/nb/" : "/en/");
    response.headers.emplace_back(
        "Set-Cookie",
        fmt::format("{}={}; HttpOnly; SameSite=Strict; Path=/", gate_.cookie, gate_.token));
    return response;
  }
  return refused(403,
                 {"Bruk adressen som tiltak serve skrev da det startet; den gjelder til det "
                  "avsluttes.",
                  "Use the address that tiltak serve printed when it started; it holds until "
                  "that ends."},
                 language);
}

Response Site::answer(const Request& request) {
  if (auto response = refusal(request)) return *response;
  if (request.path == "/")
    return redirect(preferred(request.languages) == Language::nb ? "/nb/" : "/en/");
  const auto parts = parts_of(request.path);
  const bool is_nb = parts[0] == "nb";
  const Language language = is_nb ? Language::nb : Language::en;
  if (parts.size() == 1 && parts[0] == "serve.css") return style_sheet();
  if (parts.size() == 1 && parts[0] == "serve.js") return script();
  if (parts.size() == 1 && parts[0] == "serve.svg") return icon();
  if (!is_nb && parts[0] != "en") return refused(404, unknown, preferred(request.languages));
  return request.method == "POST" ? post(request, parts, language) : get(request, parts, language);
}

Response Site::get(const Request& request, const std::vector<std::string>& parts,
                   Language language) {
  if (parts.size() == 1) return index(request, language);
  const auto number = parts.size() > 2 ? whole_number(parts[2]) : std::nullopt;
  if (parts[1] != "runs" || !number || parts.size() > 4) return refused(404, unknown, language);
  return run(*number, parts.size() == 4 ? parts[3] : "", language);
}

Response Site::index(const Request& request, Language language) const {
  Order order;
  if (const auto base = request.query.find("base"); base != request.query.end())
    if (const auto number = whole_number(base->second); number && *number < bases_.size())
      order.base = *number;
  order.written = suggested(bases_[order.base], limits_, language);
  Response response;
  response.body = page(bases_, order, {jobs_.all(), {}, {}}, language, "/");
  return response;
}

Response Site::run(std::size_t number, const std::string& what, Language language) const {
  const auto job = jobs_.find(number);
  if (!job) return refused(404, unknown, language);
  Response response;
  if (what == "status") {
    response.type = "application/json";
    response.body = status(*job, language);
    return response;
  }
  if (!what.empty()) {
    auto file = job->stage == Stage::done ? file_of(*job, what, language) : std::nullopt;
    return file ? std::move(*file) : refused(404, unknown, language);
  }
  Order order = job->order;
  if (job->comparison) order.written = suggested(bases_[order.base], limits_, language);
  response.body =
      page(bases_, order, {jobs_.all(), job, {}}, language, fmt::format("/runs/{}", number));
  return response;
}

Response Site::post(const Request& request, const std::vector<std::string>& parts,
                    Language language) {
  if (parts.size() == 2 && parts[1] == "runs") return new_run(request.body, language);
  if (parts.size() == 2 && parts[1] == "comparisons") return new_comparison(request.body, language);
  const auto number = parts.size() == 4 ? whole_number(parts[2]) : std::nullopt;
  if (!number || parts[1] != "runs" || parts[3] != "cancel" || !jobs_.find(*number))
    return refused(404, unknown, language);
  jobs_.cancel(*number);
  return redirect(address(language, *number));
}

Response Site::new_run(const std::string& body, Language language) {
  Order order = read_order(body, bases_, language);
  if (auto checked = check(order, bases_[order.base], limits_, language)) {
    const std::string text = checked->text;
    const auto number =
        jobs_.add(simulation(std::move(*checked), order), {{"scenario.yaml", text}});
    if (number) return redirect(address(language, *number));
    order.faults.push_back(too_many(language));
  }
  Response response;
  response.status = 422;
  response.body = page(bases_, order, {jobs_.all(), {}, {}}, language, "/");
  return response;
}

Response Site::new_comparison(const std::string& body, Language language) {
  Comparison asked = read_comparison(body, language);
  const auto first = jobs_.find(asked.first), second = jobs_.find(asked.second);
  const auto is_run = [](const std::optional<Job>& job) {
    return job && job->stage == Stage::done && !job->comparison;
  };
  if (asked.faults.empty() && (!is_run(first) || !is_run(second)))
    asked.faults.push_back({{},
                            std::string(in(language, {"Simuleringen er ikke lagret lenger.",
                                                      "The simulation is no longer kept."}))});
  if (asked.faults.empty()) {
    const auto number =
        jobs_.add(comparison_of(*first, *second, asked),
                  {{"a.yaml", first->scenario.text}, {"b.yaml", second->scenario.text}});
    if (number) return redirect(address(language, *number));
    asked.faults.push_back(too_many(language));
  }
  Order order;
  order.written = suggested(bases_[0], limits_, language);
  Response response;
  response.status = 422;
  response.body = page(bases_, order, {jobs_.all(), {}, asked.faults}, language, "/");
  return response;
}

} // namespace tiltak::serve
