// Any bytes at all as a results file end in values or in a diagnostic, and what the HDF5 library
// does to the process that reads them never reaches the program.
//
// Each input is read in a child, as store/probe does. A child that the library brings down is what
// the probe is for; one that dies in our own code, or by a sanitizer's finding, is a finding here.
// libFuzzer sees the child's way through the code because its counters are copied back.
#include <algorithm>
#include <csignal>
#include <cstdint>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <ucontext.h>
#include <unistd.h>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/store/probe.hpp>

#include "counters.hpp"
#include "memory_file.hpp"

using namespace tiltak;
using tiltak::fuzz::require;

extern "C" {
extern const char __executable_start, etext; // of the linker: our own code

const char* __asan_default_options(); // read by the sanitizer before main()
const char* __asan_default_options() {
  return "handle_segv=0:handle_sigbus=0:handle_sigfpe=0:handle_abort=0:exitcode=99";
}
std::uint64_t tiltak_fuzz_mutations();
std::uint64_t tiltak_fuzz_mutations() { return 600; }
}

namespace {

constexpr int in_our_code = 98, by_sanitizer = 99;

void died(int, siginfo_t*, void* context) {
  const auto at =
      static_cast<std::uintptr_t>(static_cast<ucontext_t*>(context)->uc_mcontext.gregs[REG_RIP]);
  const bool ours = at >= reinterpret_cast<std::uintptr_t>(&__executable_start) &&
                    at < reinterpret_cast<std::uintptr_t>(&etext);
  ::_exit(ours ? in_our_code : 1);
}

[[noreturn]] void child(const std::string& path, std::uint8_t* shared) {
  struct sigaction action{};
  action.sa_sigaction = died;
  action.sa_flags = SA_SIGINFO;
  for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL}) ::sigaction(signal, &action, nullptr);
  std::signal(SIGABRT, SIG_DFL);
  const rlimit seconds{5, 5};
  ::setrlimit(RLIMIT_CPU, &seconds);
  try {
    store::read_everything(store::ResultReader(path, {std::uint64_t{1} << 28}));
  } catch (const InputError&) {
  } catch (const std::bad_alloc&) {
  }
  const auto own = fuzz::counters();
  std::copy(own.begin(), own.end(), shared);
  ::_exit(0);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static fuzz::MemoryFile file;
  static void* const shared = ::mmap(nullptr, fuzz::counters().size() + 1, PROT_READ | PROT_WRITE,
                                     MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  require(shared != MAP_FAILED);
  file.hold(data, size);
  const pid_t pid = ::fork();
  require(pid >= 0);
  if (pid == 0) child(file.path(), static_cast<std::uint8_t*>(shared));
  int status = 0;
  while (::waitpid(pid, &status, 0) < 0) {
  }
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 1;
  require(code != in_our_code && code != by_sanitizer);
  const auto own = fuzz::counters();
  const auto* of_child = static_cast<const std::uint8_t*>(shared);
  if (code == 0) std::copy(of_child, of_child + own.size(), own.begin());
  return 0;
}
