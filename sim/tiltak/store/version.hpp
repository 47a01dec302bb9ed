// What the build knows about itself; version.cpp is made anew by version.cmake when it changes.
#pragma once

namespace tiltak::store::build {

extern const char* const version;   // "0.1.0"
extern const char* const commit;    // "0123abcd", "0123abcd-dirty" or "unknown"
extern const char* const libraries; // those chosen when it was configured

} // namespace tiltak::store::build
