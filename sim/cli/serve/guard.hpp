// Who may ask: only a browser that was given this start's token, under a name of this server, and
// for what changes something only from a page of this server.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exchange.hpp"

namespace tiltak::serve {

struct Gate {
  std::string token; // of this start
  std::vector<std::string> hosts; // what a browser may call the server: "127.0.0.1:8420"
  std::string cookie; // the name under which browsers keep the token
};

enum class Admission { welcome, wrong_host, wrong_origin, no_token };

// The Host header must be one of the gate's (a page elsewhere whose name was made to point here is
// refused). The token comes in the cookie or, from programs, as "Authorization: Bearer". A request
// other than GET and HEAD with the cookie must say an Origin, and one of this server's.
Admission admit(const Gate& gate, const Request& request);

// Whether two texts are the same, in a time that does not tell where they differ.
bool is_same(std::string_view a, std::string_view b);

// 128 bits from the system, as 32 hexadecimal digits. Throws RunError.
std::string new_token();

} // namespace tiltak::serve
