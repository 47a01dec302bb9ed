#include "files.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

#include <fmt/format.h>

#include <tiltak/report/assets.hpp>
#include <tiltak/report/html.hpp>

#include "assets.hpp"
#include "zip.hpp"

namespace tiltak::serve {
namespace {

namespace fs = std::filesystem;

std::string content(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return std::move(text).str();
}

std::string zip_of(const fs::path& folder) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(folder)) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<std::pair<std::string, std::string>> files;
  for (const fs::path& path : paths) files.emplace_back(path.filename().string(), content(path));
  return zip(files);
}

Response download(const std::string& type, const std::string& name) {
  Response response;
  response.type = type;
  response.headers.emplace_back("Content-Disposition",
                                fmt::format("attachment; filename=\"{}\"", name));
  return response;
}

} // namespace

Response style_sheet() {
  Response response;
  response.type = "text/css; charset=utf-8";
  response.body = std::string(report::assets::style()) + std::string(assets::style());
  return response;
}

Response icon() {
  Response response;
  response.type = "image/svg+xml";
  response.body = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 16 16\">"
                  "<rect width=\"16\" height=\"16\" rx=\"3\" fill=\"#0b4f8a\"/>"
                  "<path d=\"M3 4h10v3H9.5v6h-3V7H3z\" fill=\"#fff\"/></svg>\n";
  return response;
}

Response script() {
  Response response;
  response.type = "text/javascript; charset=utf-8";
  response.body = assets::script();
  return response;
}

std::optional<Response> file_of(const Job& job, const std::string& name, Language language) {
  const std::string tag = language == Language::nb ? "nb" : "en";
  const fs::path csv = job.folder / (job.comparison ? tag : "csv-" + tag);
  const std::string saved = fmt::format("tiltak-{}-", job.number);
  Response response;
  if (name == "report") {
    // The page says itself what it may do; in a sandbox it is not of this server besides.
    response.file = job.folder / ("report-" + tag + ".html");
    response.headers.emplace_back("Content-Security-Policy",
                                  "sandbox allow-scripts allow-modals; frame-ancestors 'self'; " +
                                      report::content_security_policy());
  } else if (name == "tables.zip") {
    response = download("application/zip", saved + name);
    if (fs::is_directory(csv)) response.body = zip_of(csv);
    return response.body.empty() ? std::nullopt : std::optional(response);
  } else if (name == "scenario.yaml" || name == "results.h5") {
    response =
        download(name == "results.h5" ? "application/x-hdf5" : "application/yaml", saved + name);
    response.file = job.folder / name;
  } else if (name == "tables.xlsx") {
    response =
        download("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", saved + name);
    response.file = job.folder / ("tables-" + tag + ".xlsx");
  } else {
    return std::nullopt;
  }
  return fs::is_regular_file(response.file) ? std::optional(response) : std::nullopt;
}

} // namespace tiltak::serve
