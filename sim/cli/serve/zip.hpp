// Files in one ZIP archive, stored as they are: what browsers and Windows open without help.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tiltak::serve {

// Names are UTF-8 without folders. The archive has the same bytes for the same files. At most 65
// 535 files and 4 GiB in all (the format without its later extension): std::length_error beyond.
std::string zip(const std::vector<std::pair<std::string, std::string>>& files);

} // namespace tiltak::serve
