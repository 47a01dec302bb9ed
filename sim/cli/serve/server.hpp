// The site on a port. server.cpp is the only file that knows cpp-httplib.
#pragma once

#include <functional>
#include <string>

#include "site.hpp"

namespace tiltak::serve {

struct Address {
  std::string host = "127.0.0.1";
  int port = 8420; // 0: any that is free
};

class Server {
public:
  // Takes the port; throws RunError when it cannot be had.
  explicit Server(const Address& address);
  ~Server();
  int port() const;

  // Answers until `stop` says yes, which is asked ten times a second.
  void run(Site& site, const std::function<bool()>& stop);

private:
  struct Implementation;
  Implementation* implementation_;
};

} // namespace tiltak::serve
