// A request and its answer, without the library that carries them: what the server does can be
// tested without a network.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace tiltak::serve {

struct Request {
  std::string method, path; // GET, /nb/runs/3
  std::string host, origin, cookie, authorization, languages; // headers; empty: not sent
  std::map<std::string, std::string> query;
  std::string body;
};

struct Response {
  int status = 200;
  std::string type = "text/html; charset=utf-8";
  std::string body;
  std::filesystem::path file; // in place of a body; chosen by the server
  std::vector<std::pair<std::string, std::string>> headers; // beside those of every answer
};

} // namespace tiltak::serve
