#include <tiltak/store/aside.hpp>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <system_error>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#include <fmt/format.h>

#include <tiltak/core/diagnostic.hpp>

namespace tiltak::store {
namespace {

// Data written by others through the page cache is synced just as well through a fresh descriptor.
void sync(const std::string& path, int flags) {
  const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
  if (descriptor < 0) fail_with_errno(path, "cannot be opened to be synced", errno);
  const int status = ::fsync(descriptor);
  const int error = errno;
  ::close(descriptor);
  // Some network file systems cannot sync a directory; the rename is then as safe as they make it.
  if (status != 0 && error != EINVAL) fail_with_errno(path, "cannot be synced to disk", error);
}

std::string directory_of(const std::string& path) {
  const auto parent = std::filesystem::path(path).parent_path();
  return parent.empty() ? "." : parent.string();
}

} // namespace

void fail_with_errno(const std::string& path, const std::string& what, int error) {
  throw RunError(fmt::format("{}: {}: {}", path, what, std::generic_category().message(error)));
}

Aside::Aside(std::string path)
    : path_(std::move(path)), aside_(fmt::format("{}.part-{}", path_, ::getpid())) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path_, ignored))
    fail_with_errno(path_, "cannot be written", EISDIR);
  if (std::filesystem::exists(path_, ignored) && !std::filesystem::is_regular_file(path_, ignored))
    throw RunError(path_ + ": cannot be written: is no ordinary file");
  const int descriptor = ::open(aside_.c_str(), O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor < 0) fail_with_errno(path_, "cannot be written", errno);
  ::close(descriptor);
}

Aside::~Aside() {
  if (!committed_) ::unlink(aside_.c_str());
}

// The standard library's copy_file calls a full disk an input/output error.
void Aside::fill_from(const std::string& other) const {
  using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;
  const File from(std::fopen(other.c_str(), "rbe"), std::fclose);
  if (!from) fail_with_errno(other, "cannot be read", errno);
  File to(std::fopen(aside_.c_str(), "wbe"), std::fclose);
  if (!to) fail_with_errno(path_, "cannot be written", errno);
  std::vector<char> part(std::size_t{1} << 20);
  while (const std::size_t n = std::fread(part.data(), 1, part.size(), from.get()))
    if (std::fwrite(part.data(), 1, n, to.get()) != n)
      fail_with_errno(path_, "cannot be written", errno);
  if (std::ferror(from.get()) != 0) fail_with_errno(other, "cannot be read", errno);
  if (std::fclose(to.release()) != 0) fail_with_errno(path_, "cannot be written", errno);
}

void Aside::commit() {
  sync(aside_, O_RDWR);
  if (::rename(aside_.c_str(), path_.c_str()) != 0)
    fail_with_errno(path_, "cannot be given its name", errno);
  committed_ = true;
  sync(directory_of(path_), O_RDONLY | O_DIRECTORY);
}

void check_writable(const std::string& path) { const Aside tried(path); }

void write_whole(const std::string& path, std::string_view text) {
  Aside aside(path);
  std::FILE* file = std::fopen(aside.aside().c_str(), "wbe");
  if (file == nullptr) fail_with_errno(path, "cannot be written", errno);
  const bool written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
  const int error = errno;
  const bool closed = std::fclose(file) == 0;
  if (!written || !closed) fail_with_errno(path, "cannot be written", written ? errno : error);
  aside.commit();
}

} // namespace tiltak::store
