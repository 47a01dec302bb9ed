// A company over MPI: the ranks of `mpirun`, and the groups they are shared out on. The only files
// that see MPI are this one's source and none else; the target tiltak_ranks is built with
// TILTAK_MPI.
#pragma once

#include <cstddef>
#include <memory>

#include <tiltak/engine/company.hpp>

namespace tiltak {

// What was said between ranks so far, by this one.
struct Traffic {
  std::uint64_t sums = 0, sum_bytes = 0; // reductions, and what a rank gives to them
  std::uint64_t lists = 0, list_bytes = 0; // gatherings, and what a rank gets by them
};

// MPI from here on; one object in a program.
class Ranks {
public:
  Ranks(int& argc, char**& argv);
  ~Ranks();
  Ranks(const Ranks&) = delete;
  Ranks& operator=(const Ranks&) = delete;

  const Company& all() const;
  // Those with whom this rank simulates where ranks are shared out on n groups of equal size, n a
  // divisor of their number: neighbours in a group. Everybody calls it alike, once.
  const Company& group(std::size_t n);
  const Traffic& traffic() const;
  // Ends the program on every rank.
  [[noreturn]] void abort(int status) const;

private:
  class Communicator;
  std::unique_ptr<Communicator> all_, group_;
  Traffic traffic_;
};

} // namespace tiltak
