#include <tiltak/report/parameters.hpp>

#include <sstream>

namespace tiltak::report {

Parameters read_parameters(std::string_view text) {
  Parameters parameters;
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);)
    if (const auto sign = line.find(" = "); sign != std::string::npos && sign > 0)
      parameters[line.substr(0, sign)] = line.substr(sign + 3);
  return parameters;
}

} // namespace tiltak::report
