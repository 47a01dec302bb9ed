#include <tiltak/store/archive_file.hpp>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include <tiltak/core/diagnostic.hpp>

namespace tiltak::store {
namespace {

constexpr std::size_t buffer_size = std::size_t{1} << 20;

const char* name_of(ArchiveKind kind) {
  return kind == ArchiveKind::checkpoint ? "checkpoint" : "part of a run";
}

// Bytes read, fewer than `size` at the end of the file alone.
std::size_t read_all(int descriptor, void* bytes, std::size_t size) {
  auto* at = static_cast<unsigned char*>(bytes);
  std::size_t done = 0;
  while (done < size) {
    const ssize_t n = ::read(descriptor, at + done, size - done);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) break;
    done += static_cast<std::size_t>(n);
  }
  return done;
}

} // namespace

ArchiveFile::ArchiveFile(const std::string& path, ArchiveKind kind) : aside_(path) {
  head_.kind = kind;
  descriptor_ = ::open(aside_.aside().c_str(), O_WRONLY | O_CLOEXEC);
  if (descriptor_ < 0) fail_with_errno(path, "cannot be written", errno);
  buffer_.reserve(buffer_size);
  put(&head_, sizeof head_); // its place; commit() says the size
}

ArchiveFile::~ArchiveFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void ArchiveFile::put(const void* bytes, std::size_t size) {
  const auto* at = static_cast<const unsigned char*>(bytes);
  while (size > 0) {
    const ssize_t n = ::write(descriptor_, at, size);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) fail_with_errno(aside_.path(), "cannot be written", errno);
    at += n, size -= static_cast<std::size_t>(n);
  }
}

void ArchiveFile::flush() {
  put(buffer_.data(), buffer_.size());
  buffer_.clear();
}

void ArchiveFile::write(const void* bytes, std::size_t size) {
  checksum_.add(bytes, size);
  head_.size += size;
  if (buffer_.size() + size > buffer_size) flush();
  if (size >= buffer_size) return put(bytes, size);
  const auto* at = static_cast<const unsigned char*>(bytes);
  buffer_.insert(buffer_.end(), at, at + size);
}

void ArchiveFile::commit() {
  flush();
  head_.checksum = checksum_.value();
  if (::lseek(descriptor_, 0, SEEK_SET) != 0)
    fail_with_errno(aside_.path(), "cannot be written", errno);
  put(&head_, sizeof head_);
  if (::close(std::exchange(descriptor_, -1)) != 0)
    fail_with_errno(aside_.path(), "cannot be written", errno);
  aside_.commit();
}

ArchiveSource::ArchiveSource(std::string path, ArchiveKind kind) : path_(std::move(path)) {
  descriptor_ = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor_ < 0) fail(fmt::format("cannot be opened: {}", std::strerror(errno)));
  try {
    open(kind);
  } catch (...) {
    ::close(descriptor_);
    throw;
  }
}

ArchiveSource::~ArchiveSource() { ::close(descriptor_); }

void ArchiveSource::open(ArchiveKind kind) {
  struct stat about{};
  ArchiveHead head;
  const ArchiveHead ours;
  if (::fstat(descriptor_, &about) != 0 || !S_ISREG(about.st_mode)) fail("is no ordinary file");
  if (read_all(descriptor_, &head, sizeof head) != sizeof head || head.magic != ours.magic)
    fail(fmt::format("is no {} of tiltak", name_of(kind)));
  if (head.version != archive_version)
    fail(fmt::format("its format is number {}, this program knows number {}", head.version,
                     archive_version));
  if (head.kind != kind) fail(fmt::format("is another kind of file than a {}", name_of(kind)));
  const auto follows = static_cast<std::uint64_t>(about.st_size) - sizeof head;
  if (head.size != follows)
    fail(fmt::format("is damaged: {} bytes follow its head, which says {}", follows, head.size));
  buffer_.resize(buffer_size);
  Checksum sum;
  for (std::uint64_t left = head.size; left > 0;) {
    const auto n = read_all(descriptor_, buffer_.data(),
                            static_cast<std::size_t>(std::min<std::uint64_t>(left, buffer_size)));
    if (n == 0) fail("cannot be read to its end");
    sum.add(buffer_.data(), n);
    left -= n;
  }
  if (sum.value() != head.checksum) fail("is damaged: its checksum does not agree");
  ::lseek(descriptor_, sizeof head, SEEK_SET);
  left_ = head.size;
  at_ = buffer_size; // nothing in it
}

void ArchiveSource::get(void* bytes, std::size_t size) {
  if (read_all(descriptor_, bytes, size) != size) fail("cannot be read to its end");
}

void ArchiveSource::read(void* bytes, std::size_t size) {
  if (size > left_) fail("it ends too early");
  auto* to = static_cast<unsigned char*>(bytes);
  while (size > 0) {
    if (at_ == buffer_size && size >= buffer_size) { // past the buffer
      get(to, size);
      left_ -= size;
      return;
    }
    if (at_ == buffer_size) {
      const auto n = static_cast<std::size_t>(std::min<std::uint64_t>(left_, buffer_size));
      at_ = buffer_size - n; // the last bytes stand at its end
      get(buffer_.data() + at_, n);
    }
    const std::size_t n = std::min(size, buffer_size - at_);
    std::memcpy(to, buffer_.data() + at_, n);
    to += n, size -= n, at_ += n, left_ -= n;
  }
}

void ArchiveSource::fail(const std::string& what) const {
  throw InputError(Origin{path_, 0, 0}, what);
}

void ArchiveSource::end() const {
  if (left_ != 0) fail(fmt::format("{} bytes follow its end", left_));
}

bool is_archive(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return false;
  ArchiveHead head;
  const bool whole = read_all(descriptor, &head, sizeof head) == sizeof head;
  ::close(descriptor);
  return whole && head.magic == ArchiveHead{}.magic;
}

} // namespace tiltak::store
