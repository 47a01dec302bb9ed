#include <tiltak/store/reader.hpp>

#include <algorithm>
#include <chrono>
#include <limits>
#include <numeric>

#include <unistd.h>

#include <fmt/format.h>

#include <tiltak/core/diagnostic.hpp>

namespace tiltak::store {
namespace {

// No deflate stream is larger than this many times when unpacked (RFC 1951: 258 bytes from 2 bits).
constexpr std::uint64_t largest_ratio = 1032;

std::uint64_t half_of_memory() {
  const long pages = ::sysconf(_SC_PHYS_PAGES), size = ::sysconf(_SC_PAGESIZE);
  if (pages <= 0 || size <= 0)
    return std::uint64_t{1} << 32;
  return static_cast<std::uint64_t>(pages) * static_cast<std::uint64_t>(size) / 2;
}

// a * b, or the largest number there is.
std::uint64_t saturating_product(std::uint64_t a, std::uint64_t b) {
  std::uint64_t out = 0;
  return __builtin_mul_overflow(a, b, &out) ? std::numeric_limits<std::uint64_t>::max() : out;
}

std::uint64_t bytes_of(const hdf5::Dataset& dataset) {
  return std::accumulate(dataset.extent().begin(), dataset.extent().end(),
                         std::uint64_t{size_of(dataset.type())}, saturating_product);
}

std::string relative(const std::string& path) {
  return path.substr(path.rfind('/', 0) == 0 ? 1 : 0);
}

} // namespace

std::optional<Month> month_of_days(std::int32_t days) {
  using namespace std::chrono;
  if (days < -62091 || days > 120528)
    return std::nullopt; // 1800-01-01 to 2299-12-31
  const year_month_day date{sys_days{std::chrono::days{days}}};
  if (unsigned{date.day()} != 1)
    return std::nullopt;
  return Month::of(int{date.year()}, static_cast<int>(unsigned{date.month()}));
}

ResultReader::ResultReader(const std::string& path, Limits limits)
    : file_(hdf5::File::open(path)), root_(file_.root()), file_bytes_(file_.bytes()),
      limits_(limits) {
  if (limits_.bytes == 0)
    limits_.bytes = half_of_memory();
  if (!root_.has_attribute("tiltak_format") || root_.text("tiltak_format") != layout::format_name)
    fail("is not a results file of tiltak");
  const auto version = root_.numbers<std::int32_t>("tiltak_format_version");
  if (version.size() != 2)
    fail("attribute tiltak_format_version is not two numbers");
  if (version[0] != layout::format_major)
    fail(fmt::format("has format version {}.{}; this program reads {}.x", version[0], version[1],
                     layout::format_major));
  read_provenance();
}

void ResultReader::fail(const std::string& what) const {
  throw InputError({path()}, what);
}

void ResultReader::read_provenance() {
  Provenance& p = provenance_;
  p.title = root_.text("title");
  p.institution = root_.text("institution");
  p.scenario = root_.text("tiltak_scenario");
  p.parameters = root_.text("tiltak_parameters");
  if (root_.has_attribute("tiltak_changes"))
    p.changes = root_.text("tiltak_changes");
  if (root_.has_attribute("tiltak_fit"))
    p.fit = root_.text("tiltak_fit");
  p.version = root_.text("tiltak_version");
  p.commit = root_.text("tiltak_commit");
  p.command_line = root_.text("tiltak_command_line");
  p.started = root_.text("tiltak_started");
  p.ended = root_.text("tiltak_ended");
  p.libraries = root_.text("tiltak_libraries");
  p.processor = root_.text("tiltak_processor");
  const auto one = [&]<class T>(const char* name, T& out) {
    const auto values = root_.numbers<T>(name);
    if (values.size() != 1)
      fail(fmt::format("attribute {} is not one number", name));
    out = values.front();
  };
  one("tiltak_seed", p.seed);
  one("tiltak_threads", p.threads);
  one("tiltak_expansion", p.expansion);
}

std::vector<std::string> ResultReader::worlds() const {
  std::vector<std::string> worlds;
  if (root_.has_group("worlds"))
    for (const auto& name : root_.group("worlds").names())
      if (layout::is_world_name(name) && root_.has_group("worlds/" + name))
        worlds.push_back(name);
  return worlds;
}

bool ResultReader::has(const std::string& path) const {
  if (!root_.has(relative(path)))
    return false;
  return root_.has_group(relative(path)) || !root_.dataset(relative(path)).is_pure_dimension();
}

std::vector<std::pair<std::string, const layout::Variable*>> ResultReader::variables() const {
  constexpr std::string_view any = "<world>";
  std::vector<std::pair<std::string, const layout::Variable*>> found;
  const auto add = [&](const std::string& path, const layout::Variable& row) {
    if (has(path))
      found.emplace_back(path, &row);
  };
  for (const auto& row : layout::variables()) {
    const std::string path(row.path);
    const auto at = path.find(any);
    if (at == std::string::npos)
      add(path, row);
    else
      for (const auto& world : worlds())
        add(std::string(path).replace(at, any.size(), world), row);
  }
  return found;
}

std::string ResultReader::attribute(const std::string& group, const std::string& name) const {
  return group == "/" ? root_.text(name) : root_.group(relative(group)).text(name);
}

hdf5::Extent ResultReader::shape(const std::string& variable) const {
  return checked(variable).extent();
}

hdf5::Dataset ResultReader::checked(const std::string& variable) const {
  const auto* row = layout::find(variable);
  if (!row)
    fail(variable + ": no variable of the format");
  hdf5::Dataset dataset = root_.dataset(relative(variable));
  check_shape(dataset, *row);
  check_sizes(dataset);
  return dataset;
}

void ResultReader::check_shape(const hdf5::Dataset& dataset, const layout::Variable& row) const {
  if (dataset.type() != row.type)
    dataset.fail(fmt::format("is {} in place of {}", name_of(dataset.type()), name_of(row.type)));
  const auto names = row.dimension_names();
  if (dataset.extent().size() != names.size())
    dataset.fail(fmt::format("has {} dimensions in place of {} ({})", dataset.extent().size(),
                             names.size(), row.dimensions));
  if (row.is_coordinate())
    return; // is its own dimension
  const hdf5::Group group =
      root_.group(relative(std::string(dataset.name().substr(0, dataset.name().rfind('/')))));
  for (unsigned d = 0; d < names.size(); ++d) {
    if (const auto found = dataset.dimension(d); found != names[d])
      dataset.fail(fmt::format("dimension {} is '{}' in place of '{}'", d + 1, found, names[d]));
    const auto size = group.dataset(names[d]).extent();
    if (size.size() != 1 || size[0] != dataset.extent()[d])
      dataset.fail(fmt::format("is not as long as its dimension {}", names[d]));
  }
}

void ResultReader::check_sizes(const hdf5::Dataset& dataset) const {
  const std::uint64_t bytes = bytes_of(dataset), stored = dataset.stored_bytes();
  const std::uint64_t factor = dataset.chunk().empty() ? 1 : largest_ratio;
  if (stored > file_bytes_ || bytes > saturating_product(stored, factor))
    dataset.fail(fmt::format("declares {} bytes, but {} are stored", bytes, stored));
  if (bytes > limits_.bytes)
    dataset.fail(fmt::format("needs {} bytes of memory; the limit is {}", bytes, limits_.bytes));
}

void ResultReader::check_codes(const std::string& variable, Codes codes,
                               std::span<const std::uint8_t> values) const {
  const auto largest = std::max_element(values.begin(), values.end());
  if (codes.empty() || largest == values.end() || *largest < codes.size())
    return;
  fail(fmt::format("{}: holds {}, but codes go to {}", variable, *largest, codes.size() - 1));
}

std::size_t ResultReader::elements(const std::string& variable, Type type) const {
  const hdf5::Dataset dataset = checked(variable);
  if (dataset.type() != type)
    dataset.fail(fmt::format("is {}, read as {}", name_of(dataset.type()), name_of(type)));
  return dataset.size();
}

void ResultReader::check_rows(const std::string& variable, Type type, std::uint64_t first,
                              std::uint64_t count, std::size_t room) const {
  const std::size_t all = elements(variable, type);
  const std::uint64_t rows = shape(variable)[0];
  if (first > rows || count > rows - first)
    fail(fmt::format("{}: has {} rows, {} from {} were asked for", variable, rows, count, first));
  if (rows > 0 && room != all / rows * count)
    fail(fmt::format("{}: room for {} values", variable, room));
}

void ResultReader::fill(const std::string& variable, std::uint64_t first, std::uint64_t count,
                        void* out) const {
  const hdf5::Dataset dataset = root_.dataset(relative(variable));
  hdf5::Extent offset(dataset.extent().size(), 0), block = dataset.extent();
  offset[0] = first;
  block[0] = count;
  dataset.read(offset, block, dataset.type(), out);
  if (dataset.type() != Type::u8)
    return;
  const auto n = std::accumulate(block.begin(), block.end(), std::uint64_t{1}, saturating_product);
  check_codes(variable, layout::find(variable)->codes, {static_cast<std::uint8_t*>(out), n});
}

std::vector<std::string> ResultReader::read_text(const std::string& variable) const {
  const hdf5::Dataset dataset = checked(variable);
  if (dataset.type() != Type::text)
    dataset.fail("is not a text");
  constexpr std::uint64_t step = 1024; // one long text can be pointed at by many elements
  std::vector<std::string> texts;
  std::uint64_t bytes = 0;
  for (std::uint64_t first = 0; first < dataset.size(); first += step)
    for (auto& text : dataset.read_text(first, std::min(step, dataset.size() - first))) {
      bytes += text.size();
      if (bytes > limits_.bytes)
        dataset.fail("needs more memory than the limit");
      texts.push_back(std::move(text));
    }
  return texts;
}

std::vector<Month> ResultReader::months(const std::string& group) const {
  std::vector<Month> months;
  for (const std::int32_t days : read<std::int32_t>(group + "/time")) {
    const auto month = month_of_days(days);
    if (!month || (!months.empty() && *month != months.back() + 1))
      fail(group + "/time: is not a row of consecutive months");
    months.push_back(*month);
  }
  return months;
}

std::vector<std::uint32_t> ResultReader::persons() const {
  if (has("/persons/person"))
    return read<std::uint32_t>("/persons/person");
  std::vector<std::uint32_t> numbers(elements("/persons/sex", Type::u8));
  std::iota(numbers.begin(), numbers.end(), 0u);
  return numbers;
}

} // namespace tiltak::store
