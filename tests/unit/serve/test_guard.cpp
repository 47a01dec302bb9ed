// Who is let in: the right name, the right token, and for what changes something the right page.
#include <doctest/doctest.h>

#include <guard.hpp>

using namespace tiltak::serve;

namespace {

const Gate gate{"0123456789abcdef", {"127.0.0.1:8420", "localhost:8420"}, "tiltak-8420"};

Request asked(const char* method, const char* host, const char* origin, const char* cookie) {
  Request request;
  request.method = method;
  request.path = "/nb/";
  request.host = host;
  request.origin = origin;
  request.cookie = cookie;
  return request;
}

constexpr const char* right = "a=b; tiltak-8420=0123456789abcdef; c=d";

} // namespace

TEST_CASE("a browser with the token may look") {
  CHECK(admit(gate, asked("GET", "127.0.0.1:8420", "", right)) == Admission::welcome);
  CHECK(admit(gate, asked("GET", "localhost:8420", "http://localhost:8420", right)) ==
        Admission::welcome);
}

TEST_CASE("another name for this machine is refused whatever the token") {
  for (const char* host : {"", "evil.example", "evil.example:8420", "127.0.0.1", "127.0.0.1:84200",
                           "127.0.0.1:8420.evil.example"})
    CHECK(admit(gate, asked("GET", host, "", right)) == Admission::wrong_host);
}

TEST_CASE("another page cannot send a form and cannot read") {
  for (const char* origin : {"http://evil.example", "null", "https://127.0.0.1:8420",
                             "http://localhost:8420", "http://127.0.0.1:8420.evil.example"}) {
    CHECK(admit(gate, asked("POST", "127.0.0.1:8420", origin, right)) == Admission::wrong_origin);
    CHECK(admit(gate, asked("GET", "127.0.0.1:8420", origin, right)) == Admission::wrong_origin);
  }
  CHECK(admit(gate, asked("POST", "127.0.0.1:8420", "", right)) == Admission::wrong_origin);
  CHECK(admit(gate, asked("POST", "127.0.0.1:8420", "http://127.0.0.1:8420", right)) ==
        Admission::welcome);
}

TEST_CASE("a wrong token is no token") {
  for (const char* cookie :
       {"", "tiltak-8420=", "tiltak-8420=0123456789abcde", "tiltak-8420=0123456789abcdeff",
        "tiltak-8421=0123456789abcdef", "xtiltak-8420=0123456789abcdef"})
    CHECK(admit(gate, asked("GET", "127.0.0.1:8420", "", cookie)) == Admission::no_token);
}

TEST_CASE("a program says the token in a header and needs no origin") {
  Request request = asked("POST", "127.0.0.1:8420", "", "");
  request.authorization = "Bearer 0123456789abcdef";
  CHECK(admit(gate, request) == Admission::welcome);
  request.authorization = "Bearer 0123456789abcdee";
  CHECK(admit(gate, request) == Admission::no_token);
}

TEST_CASE("tokens are long and never the same") {
  const std::string a = new_token(), b = new_token();
  CHECK(a.size() == 32);
  CHECK(a.find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(a != b); // chance: 2^-128
}
