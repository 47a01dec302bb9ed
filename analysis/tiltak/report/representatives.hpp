// Sequences that stand for each cluster: an index plot of representatives.
#pragma once

#include <optional>

#include <tiltak/report/clustering.hpp>

namespace tiltak::report {

// Those by density, within a share of the cluster's own largest distance. Nothing where the file
// has none.
std::optional<Figure> representatives_figure(const Source& source, const Clustering& clusters);

} // namespace tiltak::report
