// The sections of a report. A new one is a file here, a declaration and a line in sections().
#pragma once

#include <span>

#include <tiltak/report/source.hpp>

namespace tiltak::report {

constexpr double million = 1e6; // tables show money in millions

std::optional<Section> headline(const Source& source);
std::optional<Section> accounts(const Source& source);
std::optional<Section> costs(const Source& source);
std::optional<Section> trajectories(const Source& source);
std::optional<Section> clusters(const Source& source);
std::optional<Section> groups(const Source& source);
std::optional<Section> population(const Source& source);
std::optional<Section> budget(const Source& source);
std::optional<Section> market(const Source& source);
std::optional<Section> fit(const Source& source);
std::optional<Section> assumptions(const Source& source);
std::optional<Section> changes(const Source& source);
std::optional<Section> provenance(const Source& source);

// In the order of the page.
std::span<const SectionMaker> sections();

} // namespace tiltak::report
