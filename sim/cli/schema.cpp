// tiltak schema: the keys of scenario files, for editors and for the reference page.
#include <memory>

#include <fmt/format.h>

#include <tiltak/scenario/schema.hpp>

#include "command.hpp"

namespace tiltak::cli {

Action declare_schema(Arguments& app, Common&) {
  const auto markdown = std::make_shared<bool>(false);
  app.flag("--markdown", *markdown, "The reference page of all keys instead");
  app.footer("Example:\n  tiltak schema > tiltak-scenario.schema.json");
  return [markdown] {
    fmt::print("{}",
               *markdown ? scenario::reference_page() : scenario::json_schema().text(2) + "\n");
    return int{done};
  };
}

} // namespace tiltak::cli
