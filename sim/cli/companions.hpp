// With whom the program simulates: nobody (alone.cpp), or the other ranks of mpirun (ranked.cpp, of
// the program tiltak-mpi). What is linked decides; the commands do not know of MPI.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include <tiltak/engine/company.hpp>

namespace tiltak::cli {

class Companions {
public:
  virtual ~Companions() = default;
  virtual const Company& all() const = 0;
  // Those of this process's group of n, n a divisor of all (engine/ranks.hpp). Once.
  virtual const Company& group(std::size_t n) = 0;
  // "3 sums of 12 bytes, 1 list of 7 bytes": what was said between them so far.
  virtual std::string traffic() const = 0;
  // A process that fails ends the others, who would wait for it for ever.
  virtual void end_all(int status) const = 0;
};

// As the program begins; takes out of the arguments what is not for us.
std::unique_ptr<Companions> companions(int& argc, char**& argv);

} // namespace tiltak::cli
