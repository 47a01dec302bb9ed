// What a run consists of beside the engine, member by member, for checkpoints and parts of runs.
#pragma once

#include <fmt/format.h>

#include <tiltak/engine/plan_state.hpp>
#include <tiltak/store/archive_file.hpp>
#include <tiltak/study/headlines.hpp>
#include <tiltak/study/run_head.hpp>

namespace tiltak {

template <> struct Members<study::Shard> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [number, of, block, blocks] = self;
    v(number, of, block, blocks);
  }
};

template <> struct Members<study::RunHead> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [program, title, institution, scenario, parameters, changes, fit, shard, full_panel,
           draws_digest, draws, plan, replication, month] = self;
    // The program first: another one's head may look otherwise from there on.
    v(program, title, institution, scenario, parameters, changes, fit, shard, full_panel);
    v(draws_digest, draws, plan, replication, month);
  }
};

template <> struct Members<study::Course> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [points, months, years] = self;
    v(points, months, years);
  }
};

template <> struct Members<study::Headlines> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [job_years, series, policy, other, draws, course] = self; // the first is the scale's
    v(series, policy, other, draws, course);
  }
};

namespace study {

// What goes before everything else, so that a file of another program is told as such.
inline void load_head(RunHead& head, const std::string& program, store::ArchiveSource& source,
                      const std::string& path) {
  Loader loader(source);
  std::string wrote;
  loader(wrote);
  if (wrote != program)
    throw InputError(Origin{path, 0, 0}, fmt::format("{} wrote it and this is {}", wrote, program),
                     {}, "only the same program surely goes on with the same bits");
  loader(head);
  const Shard& shard = head.shard;
  loader.check(head.draws >= 1 && shard.number >= 1 && shard.number <= shard.of &&
                   shard.block >= 1 && shard.block <= shard.blocks && shard.blocks <= 100'000 &&
                   shard.of <= std::uint64_t{head.plan.replications} * head.draws,
               "its shard is no shard");
}

} // namespace study
} // namespace tiltak
