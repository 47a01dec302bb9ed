#include <tiltak/scenario/rates_file.hpp>

#include <tiltak/scenario/data_files.hpp>
#include <tiltak/scenario/map_view.hpp>
#include <tiltak/scenario/reader.hpp>

namespace tiltak::scenario {

void read_rates(const std::filesystem::path& path, Rates& rates, Diagnostics& diagnostics) {
  const auto tree = read_tree_file(path, diagnostics);
  if (!tree) return;
  MapView top(*tree, "", diagnostics);
  top.choice("tiltak", {"rates"});
  const int year = static_cast<int>(top.integer("price_year", {1990, 2100}));
  if (rates.price_year != 0 && year != rates.price_year)
    top.error("price_year", "the files of rates are of different years");
  rates.price_year = year;
  for (auto& [name, view] : top.named("rates")) {
    const Rate rate{view.real("value", {0, 1e7}), view.text("unit"),
                    view.choice("status", {"read", "derived", "judgement"}), view.text("source")};
    if (!rates.rates.emplace(name, rate).second)
      diagnostics.add(view.place().error("the rate '" + name + "' is there twice"));
    view.finish();
  }
  top.finish();
}

Rates shipped_rates() {
  Diagnostics diagnostics;
  Rates rates;
  read_rates(shipped_file("baseline/benefits.yaml"), rates, diagnostics);
  read_rates(shipped_file("baseline/taxes.yaml"), rates, diagnostics);
  if (!diagnostics.empty()) throw InputError(diagnostics);
  return rates;
}

} // namespace tiltak::scenario
