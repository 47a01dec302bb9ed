#include <tiltak/engine/ranks.hpp>

#include <algorithm>
#include <cstdlib>

#define OMPI_SKIP_MPICXX 1 // C alone: the C++ bindings are another library
#include <mpi.h>

namespace tiltak {
namespace {

// Counts of MPI-3 are ints; long messages go in pieces.
constexpr std::size_t piece = std::size_t{1} << 28;

} // namespace

class Ranks::Communicator : public Company {
public:
  Communicator(MPI_Comm comm, Traffic& traffic) : comm_(comm), traffic_(traffic) {
    int rank = 0, size = 1;
    MPI_Comm_rank(comm_, &rank);
    MPI_Comm_size(comm_, &size);
    rank_ = static_cast<std::size_t>(rank);
    size_ = static_cast<std::size_t>(size);
  }
  ~Communicator() override {
    if (comm_ != MPI_COMM_WORLD) MPI_Comm_free(&comm_);
  }
  Communicator(const Communicator&) = delete;
  Communicator& operator=(const Communicator&) = delete;

  std::size_t rank() const override { return rank_; }
  std::size_t size() const override { return size_; }

  void sum(std::span<std::int64_t> values) const override {
    if (size_ == 1) return;
    ++traffic_.sums;
    traffic_.sum_bytes += values.size_bytes();
    while (!values.empty()) {
      const auto some = values.first(std::min(values.size(), piece / sizeof(std::int64_t)));
      MPI_Allreduce(MPI_IN_PLACE, some.data(), static_cast<int>(some.size()), MPI_INT64_T, MPI_SUM,
                    comm_);
      values = values.subspan(some.size());
    }
  }

  std::vector<std::byte> gather(std::span<const std::byte> mine) const override {
    std::vector<std::uint64_t> sizes(size_);
    sizes[rank_] = mine.size();
    MPI_Allgather(MPI_IN_PLACE, 0, MPI_DATATYPE_NULL, sizes.data(), 1, MPI_UINT64_T, comm_);
    std::uint64_t total = 0;
    for (const std::uint64_t size : sizes) total += size;
    ++traffic_.lists;
    traffic_.list_bytes += total;
    std::vector<std::byte> all(total);
    std::byte* to = all.data();
    for (std::size_t r = 0; r < size_; ++r) {
      if (r == rank_) std::copy(mine.begin(), mine.end(), to);
      for (std::uint64_t from = 0; from < sizes[r]; from += piece)
        MPI_Bcast(to + from, static_cast<int>(std::min<std::uint64_t>(piece, sizes[r] - from)),
                  MPI_BYTE, static_cast<int>(r), comm_);
      to += sizes[r];
    }
    return all;
  }

private:
  MPI_Comm comm_;
  Traffic& traffic_;
  std::size_t rank_ = 0, size_ = 1;
};

Ranks::Ranks(int& argc, char**& argv) {
  int given = 0; // threads of a rank compute; one alone speaks to the others
  MPI_Init_thread(&argc, &argv, MPI_THREAD_FUNNELED, &given);
  all_ = std::make_unique<Communicator>(MPI_COMM_WORLD, traffic_);
}

Ranks::~Ranks() {
  group_.reset();
  all_.reset();
  MPI_Finalize();
}

const Company& Ranks::all() const { return *all_; }

const Traffic& Ranks::traffic() const { return traffic_; }

const Company& Ranks::group(std::size_t n) {
  const std::size_t members = all_->size() / n;
  MPI_Comm comm = MPI_COMM_NULL;
  MPI_Comm_split(MPI_COMM_WORLD, static_cast<int>(all_->rank() / members),
                 static_cast<int>(all_->rank()), &comm);
  group_ = std::make_unique<Communicator>(comm, traffic_);
  return *group_;
}

void Ranks::abort(int status) const {
  MPI_Abort(MPI_COMM_WORLD, status);
  std::abort(); // not reached
}

} // namespace tiltak
