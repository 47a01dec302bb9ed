// Partitions that somebody else has made.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <tiltak/sequence/study.hpp>
#include <tiltak/sequence/wide.hpp>

namespace tiltak::sequence {

// Every column of a file with a header and a row per person, or of the sequences' own table. Throws
// InputError where rows are missing or a cell is empty.
std::vector<Given> read_partitions(const Table& sequences, const std::string& name);

// A class for every person such that persons of one class agree in every partition; empty for none.
std::vector<std::uint32_t> classes_of(const std::vector<Given>& given, std::size_t persons);

// The partition on rows that are of one class each. Clusters are in the order of
// sorted_values() of their labels.
Solution solution_of(const Given& given, const Distinct& distinct);

} // namespace tiltak::sequence
