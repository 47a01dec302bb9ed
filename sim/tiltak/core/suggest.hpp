// "Did you mean": the nearest of the names that are allowed.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace tiltak {

// Damerau-Levenshtein distance (optimal string alignment) in bytes, case ignored.
std::size_t edit_distance(std::string_view a, std::string_view b);

// The nearest name at distance <= max(2, a third of the longer), or an empty string. Of equally
// near names the first. For dotted paths the last segment counts on its own as well.
std::string nearest(std::string_view typed, std::span<const std::string> names);

// "did you mean 'x'?" or an empty string.
std::string did_you_mean(std::string_view typed, std::span<const std::string> names);

// The same for a file that is not there: the nearest name in its folder, with the folder.
std::string did_you_mean_file(const std::string& path);

} // namespace tiltak
