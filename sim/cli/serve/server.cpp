#include "server.hpp"

#include <chrono>
#include <fstream>
#include <memory>
#include <thread>

#include <fmt/format.h>
#include <httplib.h>

#include <tiltak/core/diagnostic.hpp>

namespace tiltak::serve {
namespace {

constexpr std::size_t longest_body = std::size_t{1} << 17; // a form with every input is a fifth

Request in_our_words(const httplib::Request& from) {
  Request request;
  request.method = from.method;
  request.path = from.path;
  request.host = from.get_header_value("Host");
  request.origin = from.get_header_value("Origin");
  request.cookie = from.get_header_value("Cookie");
  request.authorization = from.get_header_value("Authorization");
  request.languages = from.get_header_value("Accept-Language");
  for (const auto& [name, value] : from.params) request.query.emplace(name, value);
  return request;
}

// In blocks, so that a large results file is never in memory.
void send_file(const std::filesystem::path& path, const std::string& type, httplib::Response& to) {
  const auto file = std::make_shared<std::ifstream>(path, std::ios::binary);
  const auto size = static_cast<std::size_t>(std::filesystem::file_size(path));
  to.set_content_provider(size, type,
                          [file](std::size_t offset, std::size_t length, httplib::DataSink& sink) {
                            std::string block(std::min<std::size_t>(length, 1 << 16), '\0');
                            file->seekg(static_cast<std::streamoff>(offset));
                            file->read(block.data(), static_cast<std::streamsize>(block.size()));
                            const auto got = static_cast<std::size_t>(file->gcount());
                            return got > 0 && sink.write(block.data(), got);
                          });
}

void send(const Response& from, httplib::Response& to) {
  to.status = from.status;
  to.set_header("X-Content-Type-Options", "nosniff");
  to.set_header("Referrer-Policy", "same-origin");
  to.set_header("Cache-Control", "no-store");
  to.set_header("Cross-Origin-Opener-Policy", "same-origin");
  to.set_header("Cross-Origin-Resource-Policy", "same-origin");
  bool has_policy = false;
  for (const auto& [name, value] : from.headers) {
    to.set_header(name, value);
    has_policy = has_policy || name == "Content-Security-Policy";
  }
  if (!has_policy)
    to.set_header("Content-Security-Policy",
                  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
                  "img-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; "
                  "frame-ancestors 'none'");
  if (from.file.empty())
    to.set_content(from.body, from.type.c_str());
  else
    send_file(from.file, from.type, to);
}

} // namespace

struct Server::Implementation {
  httplib::Server server;
  int port = 0;
};

Server::Server(const Address& address) : implementation_(new Implementation) {
  auto& [server, port] = *implementation_;
  server.set_payload_max_length(longest_body);
  server.set_keep_alive_max_count(1); // what is left of a refused request is never the next one
  server.set_read_timeout(5);
  server.set_write_timeout(30);
  server.new_task_queue = [] { return new httplib::ThreadPool(8); };
  if (address.port == 0)
    port = server.bind_to_any_port(address.host);
  else if (server.bind_to_port(address.host, address.port))
    port = address.port;
  if (port > 0) return;
  delete implementation_;
  throw RunError(fmt::format("cannot listen on {} port {}", address.host, address.port));
}

Server::~Server() { delete implementation_; }

int Server::port() const { return implementation_->port; }

void Server::run(Site& site, const std::function<bool()>& stop) {
  httplib::Server& server = implementation_->server;
  server.set_pre_routing_handler([&](const httplib::Request& request, httplib::Response& to) {
    const Request asked = in_our_words(request);
    const auto refusal = site.refusal(asked);
    if (!refusal && asked.method == "POST") return httplib::Server::HandlerResponse::Unhandled;
    send(refusal ? *refusal : site.answer(asked), to);
    return httplib::Server::HandlerResponse::Handled;
  });
  server.Post(".*", [&](const httplib::Request& request, httplib::Response& to,
                        const httplib::ContentReader& read) {
    Request asked = in_our_words(request);
    const bool whole = read([&](const char* data, std::size_t length) {
      asked.body.append(data, length);
      return asked.body.size() <= longest_body;
    });
    if (whole) send(site.answer(asked), to);
  });
  server.set_exception_handler(
      [](const httplib::Request&, httplib::Response& to, std::exception_ptr) {
        to.status = 500; // what went wrong inside is nothing to tell outside
        to.set_content("internal error", "text/plain");
      });
  std::thread watch([&] {
    while (!stop()) std::this_thread::sleep_for(std::chrono::milliseconds(100));
    while (!server.is_running()) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    server.stop();
  });
  server.listen_after_bind();
  watch.join();
}

} // namespace tiltak::serve
