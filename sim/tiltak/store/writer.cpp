#include <tiltak/store/writer.hpp>

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

namespace tiltak::store {
namespace {

[[noreturn]] void mistake(const std::string& what) {
  throw std::logic_error("results file: " + what);
}

void write_codes(const hdf5::Dataset& dataset, Codes codes) {
  std::vector<std::uint8_t> values;
  std::vector<std::string> en, nb;
  std::string meanings, colours;
  for (const Code& code : codes) {
    values.push_back(code.value);
    en.emplace_back(code.en);
    nb.emplace_back(code.nb);
    meanings += fmt::format("{}{}", meanings.empty() ? "" : " ", code.name);
    colours += fmt::format("{}{}", colours.empty() ? "" : " ", code.colour);
  }
  dataset.set("flag_values", std::span<const std::uint8_t>(values));
  dataset.set_text("flag_meanings", meanings);
  dataset.set_texts("flag_labels_en", en);
  dataset.set_texts("flag_labels_nb", nb);
  if (!codes.front().colour.empty())
    dataset.set_text("flag_colors", colours);
}

void write_attributes(const hdf5::Dataset& dataset, const layout::Variable& row) {
  dataset.set_text("long_name", std::string(row.long_name));
  dataset.set_text("long_name_nb", std::string(row.long_name_nb));
  if (!row.units.empty())
    dataset.set_text("units", std::string(row.units));
  if (row.units == layout::days)
    dataset.set_text("calendar", "proleptic_gregorian");
  if (row.units == "ore")
    dataset.set_text("currency", "NOK");
  if (!row.description.empty())
    dataset.set_text("comment", std::string(row.description));
  if (row.name() == "time") {
    dataset.set_text("standard_name", "time");
    dataset.set_text("axis", "T");
    dataset.set_text("bounds", "time_bounds");
  }
  if (!row.codes.empty())
    write_codes(dataset, row.codes);
}

hdf5::Storage storage_for(const layout::Variable& row, const hdf5::Extent& extent) {
  const bool empty = std::find(extent.begin(), extent.end(), 0u) != extent.end();
  if (empty || row.storage == layout::Storage::small)
    return {};
  hdf5::Extent chunk = extent;
  if (row.storage == layout::Storage::column)
    chunk[0] = std::min<std::uint64_t>(chunk[0], 65536);
  if (row.storage == layout::Storage::panel)
    chunk[0] = std::min<std::uint64_t>(chunk[0], 4096);
  if (row.storage == layout::Storage::replicated)
    chunk[0] = 1;
  return {chunk, 1};
}

} // namespace

const layout::Variable& Table::row(const std::string& name) const {
  const auto* row = layout::find(group_.name() + "/" + name);
  if (!row)
    mistake("no variable " + group_.name() + "/" + name + " in the layout");
  return *row;
}

void Table::dimension(const std::string& name, std::uint64_t size) {
  if (scales_.contains(name))
    mistake("dimension " + name + " is there already");
  scales_.emplace(name, group_.create_dimension(name, size));
}

std::uint64_t Table::size_of_dimension(const std::string& name) const {
  const auto scale = scales_.find(name);
  if (scale == scales_.end())
    mistake("no dimension " + name + " in " + group_.name());
  return scale->second.size();
}

hdf5::Dataset Table::create_for(const layout::Variable& row, std::uint64_t values) {
  const std::string name(row.name());
  if (!row.is_coordinate()) {
    hdf5::Dataset dataset = create(name);
    if (dataset.size() != values)
      mistake(fmt::format("{} has {} values in place of {}", row.path, values, dataset.size()));
    return dataset;
  }
  if (scales_.contains(name))
    mistake("dimension " + name + " is there already");
  const hdf5::Extent extent{values};
  hdf5::Dataset dataset = group_.create(name, row.type, extent, storage_for(row, extent));
  dataset.make_scale(name);
  write_attributes(dataset, row);
  scales_.emplace(name, group_.dataset(name));
  return dataset;
}

hdf5::Dataset Table::create(const std::string& name, const hdf5::Extent& chunk) {
  const layout::Variable& variable = row(name);
  const auto dimensions = variable.dimension_names();
  hdf5::Extent extent;
  for (const auto& d : dimensions)
    extent.push_back(size_of_dimension(d));
  auto storage = storage_for(variable, extent);
  if (!chunk.empty() && !storage.chunk.empty())
    storage.chunk = chunk;
  hdf5::Dataset dataset = group_.create(name, variable.type, extent, storage);
  for (unsigned d = 0; d < dimensions.size(); ++d)
    dataset.attach(d, scales_.at(dimensions[d]));
  write_attributes(dataset, variable);
  return dataset;
}

void Table::write_numbers(const std::string& name, Type type, const void* values,
                          std::size_t count) {
  const layout::Variable& variable = row(name);
  if (variable.type != type)
    mistake(fmt::format("{} is {}, not {}", variable.path, name_of(variable.type), name_of(type)));
  if (!variable.codes.empty()) {
    const std::span<const std::uint8_t> codes(static_cast<const std::uint8_t*>(values), count);
    for (const std::uint8_t code : codes)
      if (code >= variable.codes.size())
        mistake(fmt::format("{}: no code {}", variable.path, code));
  }
  const hdf5::Dataset dataset = create_for(variable, count);
  if (count > 0)
    dataset.write(type, values);
}

void Table::write(const std::string& name, const std::vector<std::string>& texts) {
  const layout::Variable& variable = row(name);
  if (variable.type != Type::text)
    mistake(fmt::format("{} is not a text", variable.path));
  const hdf5::Dataset dataset = create_for(variable, texts.size());
  if (!texts.empty())
    dataset.write_text(texts);
}

void Table::months(Month start, std::uint64_t count) {
  std::vector<std::int32_t> days, bounds;
  for (std::int32_t m = 0; m < static_cast<std::int32_t>(count); ++m) {
    days.push_back(days_since_1970(start + m));
    bounds.insert(bounds.end(), {days.back(), days_since_1970(start + (m + 1))});
  }
  write("time", days);
  dimension("edge", 2);
  write("time_bounds", bounds);
}

ResultWriter::ResultWriter(const std::string& path, const Provenance& p)
    : file_(hdf5::File::create(path)) {
  const hdf5::Group root = file_.root();
  const std::int32_t version[] = {layout::format_major, layout::format_minor};
  root.set_text("Conventions", "CF-1.11");
  root.set_text("title", p.title);
  root.set_text("institution", p.institution);
  root.set_text("source", fmt::format("{} {} (git {})", p.program, p.version, p.commit));
  root.set_text("history", p.started + ": " + p.command_line);
  root.set_text("tiltak_format", std::string(layout::format_name));
  root.set("tiltak_format_version", std::span<const std::int32_t>(version));
  root.set_text("tiltak_version", p.version);
  root.set_text("tiltak_commit", p.commit);
  root.set_text("tiltak_command_line", p.command_line);
  root.set_text("tiltak_scenario", p.scenario);
  root.set_text("tiltak_parameters", p.parameters);
  root.set_text("tiltak_changes", p.changes);
  if (!p.fit.empty())
    root.set_text("tiltak_fit", p.fit);
  if (!p.branched_from.empty())
    root.set_text("tiltak_branched_from", p.branched_from);
  root.set("tiltak_seed", p.seed);
  root.set("tiltak_threads", p.threads);
  root.set("tiltak_expansion", p.expansion);
  root.set_text("tiltak_started", p.started);
  root.set_text("tiltak_libraries", p.libraries);
  root.set_text("tiltak_processor", p.processor);
}

ResultWriter ResultWriter::extend(const std::string& from, const std::string& to,
                                  const Provenance& now) {
  ResultWriter writer(hdf5::File::copy(from, to));
  const hdf5::Group root = writer.file_.root();
  root.set_text("history", root.text("history") + "\n" + now.started + ": " + now.command_line);
  return writer;
}

void ResultWriter::remove(const std::string& path) {
  const auto end = path.rfind('/');
  const std::string above = path.substr(0, end);
  const hdf5::Group root = file_.root();
  if (!root.has_group(path.substr(1)))
    return;
  (above.empty() ? file_.root() : root.group(above.substr(1))).remove(path.substr(end + 1));
}

Table ResultWriter::group(const std::string& path) {
  const auto* row = layout::find_group(path);
  if (!row)
    mistake("no group " + path + " in the layout");
  hdf5::Group at = file_.root();
  for (std::size_t begin = 1; begin <= path.size();) {
    const auto end = std::min(path.find('/', begin), path.size());
    const std::string part = path.substr(begin, end - begin);
    at = at.has(part) ? at.group(part) : at.create_group(part);
    begin = end + 1;
  }
  if (at.has_attribute("title"))
    mistake("group " + path + " is there already");
  at.set_text("title", std::string(row->title));
  at.set_text("comment", std::string(row->description));
  groups_.push_back(path);
  return Table(std::move(at));
}

void ResultWriter::commit() {
  for (const auto& path : groups_) {
    const hdf5::Group group = file_.root().group(path.substr(1));
    for (const auto& row : layout::variables())
      if (row.required && layout::matches(row.group(), path) && !group.has(std::string(row.name())))
        mistake(fmt::format("{}/{} was not written", path, row.name()));
  }
  if (!file_.root().has_attribute("tiltak_ended"))
    file_.root().set_text("tiltak_ended", utc_now());
  file_.commit();
}

} // namespace tiltak::store
