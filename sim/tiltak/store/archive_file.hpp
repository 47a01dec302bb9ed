// The file of an archive (core/archive.hpp): a head that says what it is, how long and with which
// checksum, then the bytes. Written aside, synced, renamed, so that one that is there is whole.
// docs/formats/checkpoint.md is its contract.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <tiltak/core/archive.hpp>
#include <tiltak/store/aside.hpp>

namespace tiltak::store {

enum class ArchiveKind : std::uint32_t { checkpoint = 1, part = 2 };

constexpr std::uint32_t archive_version = 1;

struct ArchiveHead {
  std::array<char, 8> magic{'t', 'i', 'l', 't', 'a', 'k', '\r', '\n'};
  std::uint32_t version = archive_version;
  ArchiveKind kind = ArchiveKind::checkpoint;
  std::uint64_t size = 0; // of what follows the head
  std::uint64_t checksum = 0; // of that
};
static_assert(sizeof(ArchiveHead) == 32);

// Throws RunError when the disk is full or the folder cannot be written.
class ArchiveFile : public ByteSink {
public:
  ArchiveFile(const std::string& path, ArchiveKind kind);
  ~ArchiveFile() override;
  void write(const void* bytes, std::size_t size) override;
  void commit(); // gives the file its name
  std::uint64_t bytes() const { return head_.size; }

private:
  void put(const void* bytes, std::size_t size);
  void flush();

  Aside aside_;
  int descriptor_ = -1;
  ArchiveHead head_;
  Checksum checksum_;
  std::vector<unsigned char> buffer_;
};

// Reads the whole file once, to see that it is what it says, and then hands out its bytes. Throws
// InputError when it is no archive of this kind, of another version, or damaged.
class ArchiveSource : public ByteSource {
public:
  ArchiveSource(std::string path, ArchiveKind kind);
  ~ArchiveSource() override;
  ArchiveSource(const ArchiveSource&) = delete;
  ArchiveSource& operator=(const ArchiveSource&) = delete;

  void read(void* bytes, std::size_t size) override;
  std::uint64_t left() const override { return left_; }
  [[noreturn]] void fail(const std::string& what) const override;
  // Everything has been read; else throws.
  void end() const;

private:
  void open(ArchiveKind kind);
  void get(void* bytes, std::size_t size);

  std::string path_;
  int descriptor_ = -1;
  std::uint64_t left_ = 0;
  std::vector<unsigned char> buffer_;
  std::size_t at_ = 0; // of the buffer
};

// Whether a file begins as an archive of either kind.
bool is_archive(const std::string& path);

} // namespace tiltak::store
