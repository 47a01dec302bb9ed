// A file that appears under its own name only when it is whole: written aside in the same
// directory, synced, renamed. Whatever happens before that (an error, a full disk, kill -9) leaves
// an older file of that name as it was.
#pragma once

#include <string>
#include <string_view>

namespace tiltak::store {

class Aside {
public:
  // Reserves NAME.part-PID next to `path`. RunError naming the path if the directory cannot be
  // written or `path` is there and no ordinary file: renaming would put a file in a device's place.
  explicit Aside(std::string path);
  ~Aside(); // removes what was written aside, unless committed
  Aside(const Aside&) = delete;
  Aside& operator=(const Aside&) = delete;

  const std::string& path() const { return path_; } // the name it will have
  const std::string& aside() const { return aside_; } // the name to write to

  // Copies another file into what is written aside. RunError when either of them fails.
  void fill_from(const std::string& other) const;

  // Syncs the file and its directory around the rename. RunError when one of them fails.
  void commit();

private:
  std::string path_, aside_;
  bool committed_ = false;
};

// RunError if a file of this name could not be written: for work that takes long before it writes.
void check_writable(const std::string& path);

// A text as a file that is whole or not there. RunError naming the path and the system's reason.
void write_whole(const std::string& path, std::string_view text);

// "PATH: WHAT: No space left on device": the one line a user sees for a failing system call.
[[noreturn]] void fail_with_errno(const std::string& path, const std::string& what, int error);

} // namespace tiltak::store
