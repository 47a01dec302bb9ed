# Writes OUTPUT (version.cpp) with VERSION, LIBRARIES and the commit of SOURCE; run by every build, but
# the file changes only when its content does. A tarball of `git archive` has no .git and carries its
# commit in commit.txt; anything else is "unknown".
set(commit "unknown")
file(STRINGS ${CMAKE_CURRENT_LIST_DIR}/commit.txt archived LIMIT_COUNT 1)
if(EXISTS ${SOURCE}/.git)
  execute_process(COMMAND git describe --always --dirty --abbrev=12 --exclude=*
    WORKING_DIRECTORY ${SOURCE} OUTPUT_VARIABLE described OUTPUT_STRIP_TRAILING_WHITESPACE
    ERROR_QUIET RESULT_VARIABLE status)
  if(status EQUAL 0)
    set(commit ${described})
  endif()
elseif(NOT archived MATCHES "Format")
  set(commit ${archived})
endif()
file(CONFIGURE OUTPUT ${OUTPUT} @ONLY CONTENT [[
#include <tiltak/store/version.hpp>

namespace tiltak::store::build {
const char* const version = "@VERSION@";
const char* const commit = "@commit@";
const char* const libraries = "@LIBRARIES@";
} // namespace tiltak::store::build
]])
