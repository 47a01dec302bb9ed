#include "arguments.hpp"

#include <algorithm>

#include <CLI/CLI.hpp>

#include <tiltak/core/suggest.hpp>

namespace tiltak::cli {
namespace {

// Without this check "-3" would become a very large number.
std::string whole_number(const std::string& text) {
  const bool digits = text.find_first_not_of("0123456789") == std::string::npos;
  return digits ? "" : "'" + text + "' is no whole number from 0";
}

} // namespace

Argument& Argument::required() {
  option_->required();
  return *this;
}

Argument& Argument::shows_default() {
  option_->capture_default_str();
  return *this;
}

Argument& Argument::placeholder(const char* word) {
  option_->type_name(word);
  return *this;
}

Argument& Argument::separated_by(char sign) {
  option_->delimiter(sign);
  return *this;
}

Argument& Argument::one_word_each() {
  option_->allow_extra_args(false);
  return *this;
}

Argument& Argument::one_of(std::initializer_list<const char*> words) {
  const std::vector<std::string> names(words.begin(), words.end());
  option_->check([names](const std::string& given) {
    if (std::find(names.begin(), names.end(), given) != names.end()) return std::string{};
    std::string text = "'" + given + "' is none of";
    for (const std::string& name : names) text += (name == names.front() ? " " : ", ") + name;
    const std::string hint = did_you_mean(given, names);
    return hint.empty() ? text : text + "\n   " + hint;
  });
  return *this;
}

Argument Arguments::option(const char* names, std::string& value, const char* does) {
  return Argument(app_->add_option(names, value, does));
}

Argument Arguments::option(const char* names, int& value, const char* does) {
  return Argument(app_->add_option(names, value, does));
}

Argument Arguments::option(const char* names, unsigned& value, const char* does) {
  return Argument(app_->add_option(names, value, does)->check(whole_number));
}

Argument Arguments::option(const char* names, std::size_t& value, const char* does) {
  return Argument(app_->add_option(names, value, does)->check(whole_number));
}

Argument Arguments::option(const char* names, std::optional<std::size_t>& value, const char* does) {
  return Argument(app_->add_option(names, value, does)->check(whole_number));
}

Argument Arguments::option(const char* names, double& value, const char* does) {
  return Argument(app_->add_option(names, value, does));
}

Argument Arguments::option(const char* names, std::optional<std::string>& value, const char* does) {
  return Argument(app_->add_option(names, value, does));
}

Argument Arguments::option(const char* names, std::vector<std::string>& value, const char* does) {
  return Argument(app_->add_option(names, value, does));
}

void Arguments::flag(const char* names, bool& value, const char* does) {
  app_->add_flag(names, value, does);
}

Arguments Arguments::group(const char* title) { return Arguments(app_->add_option_group(title)); }

void Arguments::footer(const char* text) { app_->footer(text); }

} // namespace tiltak::cli
