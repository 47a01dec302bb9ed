// Runs one person's life against what a case expects of it: run_case CASE.yaml (see README.md).
//
// All hazards are zero but those the case names, so nothing is left to chance.
#include <filesystem>
#include <fstream>
#include <iostream>

#include <unistd.h>

#include <fmt/format.h>

#include <tiltak/engine/simulation.hpp>
#include <tiltak/scenario/map_view.hpp>
#include <tiltak/scenario/plan.hpp>
#include <tiltak/scenario/reader.hpp>
#include <tiltak/scenario/resolve.hpp>
#include <tiltak/state/readout.hpp>

namespace {

using namespace tiltak;
using scenario::MapView;
namespace fs = std::filesystem;

constexpr std::array survey_names{"employed", "unemployed", "outside_labour_force", "outside"};
constexpr std::array register_names{"employed",       "unemployed", "measure",
                                    "health_benefit", "rest",       "outside"};

// The person at the end of a month, as texts that a case can name.
using Facts = std::map<std::string, std::string>;

class Life : public Recorder {
public:
  explicit Life(const Plan& plan) : plan_(plan) {}
  void month(int, std::size_t, const WorldEngine& engine, Month t) override {
    const World& world = engine.world();
    const Pair pair = world.pair_of(0);
    const int in_spell = t.index - world.spell_since[0];
    const auto measure = world.measure[0];
    months[t] = {
        {"pair", std::string(facts(pair).name)},
        {"state", std::string(state_words[static_cast<std::size_t>(six_state(pair))].name)},
        {"survey", survey_names[static_cast<std::size_t>(survey_status(pair))]},
        {"register", register_names[static_cast<std::size_t>(register_status(pair))]},
        {"benefit", std::to_string(world.benefit_left(0, t + 1))},
        {"months", std::to_string(in_spell)},
        {"aap", family(pair) == Family::reduced && receives_aap(in_spell) ? "yes" : "no"},
        {"measure", measure == 0 ? "none" : plan_.measures[measure - 1u].id},
    };
  }
  std::map<Month, Facts> months;

private:
  const Plan& plan_;
};

// The map below `key` as two lines of CSV.
std::string person_csv(MapView& top) {
  MapView person = top.map("person");
  std::string header = "id", row = "1";
  for (const std::string& key : person.keys()) {
    header += "," + key;
    row += "," + person.text(key);
  }
  person.finish();
  return header + "\n" + row + "\n";
}

scenario::ParameterFile parameters(MapView& top) {
  scenario::ParameterFile file;
  MapView map = top.map("parameters", true);
  for (const std::string& key : map.keys()) {
    scenario::ParameterEntry entry;
    entry.name = key;
    entry.value = map.real(key);
    entry.place = map.place();
    file.entries.push_back(entry);
  }
  map.finish();
  return file;
}

// The scenario's text, with the person in place of a population.
scenario::Values values_of(MapView& top, const fs::path& persons) {
  // Nobody is given a place, unless the case says so.
  std::string text =
      top.text("scenario", "budget: {level: 0 NOK}\n"
                           "measures: {vta: {places: 0 places}, ips: {places: 0 places}}\n");
  scenario::Change change;
  const auto set = [&](const char* key, const std::string& value) {
    change.assignments.push_back({"case", key, value});
  };
  set("population.file", persons.string());
  set("population.scale", "0.0001");
  set("population.burn_in_months", "0");
  set("evaluation.worlds", "policy");
  set("horizon.months", std::to_string(top.integer("months", {1, 600})));
  Diagnostics diagnostics;
  const auto source = std::make_shared<const scenario::Source>("scenario", std::move(text));
  auto values = scenario::resolve(source, fs::current_path(), change, diagnostics);
  if (!values) throw InputError(diagnostics);
  return *std::move(values);
}

int compare(MapView& top, const Life& life) {
  int wrong = 0;
  for (MapView& expected : top.maps("expect")) {
    const Month month = expected.month("month");
    const auto found = life.months.find(month);
    for (const std::string& key : expected.keys()) {
      if (key == "month") continue;
      const std::string wanted = expected.text(key);
      if (found == life.months.end() || found->second.count(key) == 0) {
        expected.error(key, "no such read-out in " + to_string(month));
      } else if (const std::string& is = found->second.at(key); is != wanted) {
        ++wrong;
        std::cerr << fmt::format("{}: in {} {} is {}, expected {}\n",
                                 to_string(expected.place().origin()), to_string(month), key, is,
                                 wanted);
      }
    }
    expected.finish();
  }
  return wrong;
}

int run(const fs::path& path) {
  Diagnostics diagnostics;
  const auto tree = scenario::read_tree_file(path, diagnostics);
  if (!tree) throw InputError(diagnostics);
  MapView top(*tree, "", diagnostics);
  top.choice("tiltak", {"case"});
  top.text("what");
  top.text("source", "");
  const fs::path persons =
      fs::temp_directory_path() / fmt::format("tiltak-case-{}.csv", ::getpid());
  std::ofstream(persons) << person_csv(top);
  const auto values = values_of(top, persons);
  const Plan plan = scenario::make_plan(values, parameters(top));
  fs::remove(persons);
  Life life(plan);
  Simulation(plan, 0).run(life, silent());
  const int wrong = compare(top, life);
  top.finish();
  if (!diagnostics.empty()) throw InputError(diagnostics);
  return wrong;
}

} // namespace

int main(int count, char** arguments) try {
  int wrong = 0;
  for (int k = 1; k < count; ++k) wrong += run(arguments[k]);
  return count < 2 ? 2 : wrong > 0;
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 2;
}
