#include <tiltak/study/estimation_state.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <tiltak/scenario/map_view.hpp>
#include <tiltak/scenario/reader.hpp>
#include <tiltak/store/aside.hpp>

namespace tiltak::study {

void write_state(const std::filesystem::path& path, const EstimationState& state) {
  std::string text = fmt::format(
      "# Between two rounds of tiltak calibrate; --resume goes on from here.\n"
      "tiltak: calibration_state\ninputs: \"{}\"\nnames: \"{}\"\nrounds: {}\nsimulations: {}\n"
      "finished: {}\ndamping: {}\nloss_before: {}\nslopes_noise: {}\n"
      "designs: {}\nin_vain: {}\n",
      state.inputs, state.names, state.rounds, state.simulations, state.finished, state.damping,
      state.loss_before, state.slopes_noise, state.designs, state.in_vain);
  text += fmt::format("x: [{}]\nnoise: [{}]\nbefore: [{}]\nslopes: [{}]\n",
                      fmt::join(state.x, ", "), fmt::join(state.noise, ", "),
                      fmt::join(state.before, ", "), fmt::join(state.slopes, ", "));
  store::write_whole(path.string(), text);
}

EstimationState read_state(const std::filesystem::path& path, Diagnostics& diagnostics) {
  EstimationState state;
  const auto tree = scenario::read_tree_file(path, diagnostics);
  if (!tree) return state;
  scenario::MapView view(*tree, "", diagnostics);
  view.choice("tiltak", {"calibration_state"});
  state.inputs = view.text("inputs");
  state.names = view.text("names");
  state.rounds = static_cast<int>(view.integer("rounds", {0, 1e6}));
  state.simulations = view.integer("simulations", {0, 1e12});
  state.finished = view.boolean("finished");
  state.damping = view.real("damping", {0, 1e300});
  state.loss_before = view.real("loss_before");
  state.slopes_noise = view.real("slopes_noise");
  state.designs = static_cast<int>(view.integer("designs", {0, 1e6}));
  state.in_vain = static_cast<int>(view.integer("in_vain", {0, 1e6}));
  state.x = view.reals("x");
  state.noise = view.reals("noise");
  state.before = view.reals("before");
  state.slopes = view.reals("slopes");
  view.finish();
  return state;
}

} // namespace tiltak::study
