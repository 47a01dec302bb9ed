// What the three hdf5*.cpp share; with them the only place that includes hdf5.h.
#pragma once

#include <string>
#include <vector>

#include <hdf5.h>
#include <hdf5_hl.h>

#include <tiltak/store/hdf5.hpp>

namespace tiltak::store::hdf5::detail {

// HDF5 prints its errors on standard error unless told not to, for each thread on its own; called
// before anything else of the library.
void prepare();

// The innermost message of the error stack: where the failure was found, with the system's error if
// there was one. Clears the stack.
std::string innermost_error();

// InputError for a file that is read, RunError for one that is written.
[[noreturn]] void fail_with(const Source& source, const std::string& message);

hid_t memory_type(Type type);            // of numbers
Handle text_type();                      // variable-length UTF-8
bool recognise(hid_t stored, Type& out); // false: a type that no results file has

Handle simple_space(const Extent& extent); // a scalar for an empty extent
Handle object_properties(hid_t kind);      // as netCDF-4 wants them

std::vector<const char*> pointers(const std::vector<std::string>& texts);
std::vector<std::string>
taken(std::vector<char*>& raw); // copies, and gives the library its memory back

} // namespace tiltak::store::hdf5::detail
