#include "form.hpp"

#include <fmt/format.h>

#include <tiltak/report/html.hpp>

#include "groups.hpp"

namespace tiltak::serve {
namespace {

using report::escape;
using scenario::Kind;

// One input with its label, explanation and fault.
class Input {
public:
  Input(const Control& control, const Order& order, Language language)
      : control_(control), language_(language), id_(control.key) {
    const auto written = order.written.find(control.key);
    value_ = written != order.written.end() ? written->second
                                            : as_input(control, control.shown, language);
    for (const Fault& fault : order.faults)
      if (fault.key == control.key) fault_ = &fault;
  }

  std::string html() const {
    std::string text = fmt::format("<div class=\"field{}\">\n<label for=\"{}\">{}</label>\n",
                                   fault_ ? " faulty" : "", id_, escape(label()));
    if (fault_)
      text +=
          fmt::format("<p class=\"fault\" id=\"{}-fault\">{}</p>\n", id_, escape(fault_->message));
    const Kind kind = control_.field->type.kind;
    text += kind == Kind::choice || kind == Kind::boolean ? select() : line();
    return text + fmt::format("<p class=\"hint\" id=\"{}-hint\">{}</p>\n</div>\n", id_, hint());
  }

private:
  std::string label() const {
    const std::string& own = control_.label(language_);
    return own.empty() ? control_.key : own;
  }

  std::string describes() const {
    return fmt::format("aria-describedby=\"{0}{1}-hint\"{2}", fault_ ? id_ + "-fault " : "", id_,
                       fault_ ? " aria-invalid=\"true\"" : "");
  }

  std::string line() const {
    const bool number =
        control_.field->type.kind != Kind::text && control_.field->type.kind != Kind::month;
    const std::string unit = std::string(unit_in(language_, control_.unit));
    return fmt::format("<span class=\"line\"><input id=\"{0}\" name=\"{0}\" value=\"{1}\" {2}{3} "
                       "maxlength=\"100\" autocomplete=\"off\">{4}</span>\n",
                       id_, escape(value_), describes(),
                       number ? " inputmode=\"decimal\" size=\"10\"" : "",
                       unit.empty() ? "" : " <span>" + escape(unit) + "</span>");
  }

  std::string select() const {
    std::string text = fmt::format("<select id=\"{0}\" name=\"{0}\" {1}>\n", id_, describes());
    const auto option = [&](std::string_view name, std::string_view words) {
      text += fmt::format("<option value=\"{}\"{}>{}</option>\n", name,
                          name == value_ ? " selected" : "", escape(words));
    };
    if (control_.shown.empty()) option("", language_ == Language::nb ? "ikke satt" : "not set");
    if (control_.field->type.kind == Kind::boolean) {
      option("true", language_ == Language::nb ? "ja" : "yes");
      option("false", language_ == Language::nb ? "nei" : "no");
    }
    for (const auto& one : control_.field->type.options)
      option(one.name, fmt::format("{}: {}", one.name, in(language_, one.words)));
    return text + "</select>\n";
  }

  std::string hint() const {
    const bool nb = language_ == Language::nb;
    const std::string_view does =
        control_.key == name_key
            ? in(language_, {"Det som står øverst i rapporten.", "What stands on the report."})
            : in(language_, control_.field->does);
    std::string text = escape(does);
    if (const std::string allowed = range(control_, language_); !allowed.empty())
      text += fmt::format(" {} {}.", nb ? "Tillatt:" : "Allowed:", escape(allowed));
    const auto& otherwise = control_.field->unless_set;
    if (control_.shown.empty() && !in(language_, otherwise).empty())
      text += fmt::format(" {} {}.", nb ? "Tomt:" : "Empty:", escape(in(language_, otherwise)));
    if (!control_.label(language_).empty() && control_.key != name_key)
      text += fmt::format(" <code>{}</code>", control_.key);
    return text;
  }

  const Control& control_;
  Language language_;
  std::string id_, value_;
  const Fault* fault_ = nullptr;
};

bool has_fault(const Group& group, const Order& order) {
  for (const Fault& fault : order.faults)
    for (const Control& control : group.controls)
      if (control.key == fault.key) return true;
  return false;
}

std::string fields(const Group& group, const Order& order, Language language) {
  std::string text;
  for (const Control& control : group.controls) text += Input(control, order, language).html();
  return text;
}

// Shares that must make a whole say what they add up to while one writes.
std::string sum(const Group& group, Language language) {
  if (!group.id.starts_with("mix-")) return {};
  return fmt::format("<p class=\"sum\" data-sum=\"{}\" aria-live=\"polite\"></p>\n",
                     language == Language::nb ? "Til sammen {} %; det skal være 100 %."
                                              : "{} % in all; it should be 100 %.");
}

std::string shown_at_once(const Group& group, const Order& order, Language language) {
  const std::string& title = language == Language::nb ? group.nb : group.en;
  const std::string inside = fields(group, order, language) + sum(group, language);
  if (!group.id.starts_with("mix-"))
    return fmt::format("<fieldset>\n<legend>{}</legend>\n{}</fieldset>\n", escape(title), inside);
  return fmt::format("<fieldset>\n<legend>{0}</legend>\n<details{1}><summary>{2}</summary>\n{3}"
                     "</details>\n</fieldset>\n",
                     escape(title), has_fault(group, order) ? " open" : "",
                     language == Language::nb ? "Andel av plassene" : "Share of the places",
                     inside);
}

std::string folded(const Group& group, const Order& order, Language language) {
  return fmt::format(
      "<details{}>\n<summary>{}</summary>\n{}</details>\n", has_fault(group, order) ? " open" : "",
      escape(language == Language::nb ? group.nb : group.en), fields(group, order, language));
}

// Where one starts from is a link each: another start is another form.
std::string starts(const std::vector<Base>& bases, std::size_t chosen, Language language) {
  const bool nb = language == Language::nb;
  std::string text = fmt::format("<p>{}</p>\n<ul class=\"starts\">\n",
                                 nb ? "Nytt scenario ut fra:" : "New scenario starting from:");
  for (std::size_t i = 0; i < bases.size(); ++i)
    text +=
        fmt::format("<li><a href=\"/{}/?base={}\"{}>{}</a></li>\n", nb ? "nb" : "en", i,
                    i == chosen ? " aria-current=\"true\"" : "", escape(bases[i].name(language)));
  return text + "</ul>\n";
}

} // namespace

std::string fault_list(const std::vector<Fault>& faults, Language language) {
  if (faults.empty()) return {};
  const bool nb = language == Language::nb;
  std::string text = fmt::format(
      "<div class=\"faults\" role=\"alert\" tabindex=\"-1\">\n<p><strong>{}</strong></p>\n<ul>\n",
      nb ? "Dette må rettes før simuleringen kan begynne:"
         : "This must be put right before the simulation can begin:");
  for (const Fault& fault : faults) {
    const std::string where =
        fault.key.empty() ? "" : fmt::format(" <a href=\"#{0}\">{0}</a>", escape(fault.key));
    const std::string detail =
        fault.detail.empty() ? ""
                             : fmt::format(" <span lang=\"en\">({})</span>", escape(fault.detail));
    text += fmt::format("<li>{}{}{}</li>\n", escape(fault.message), where, detail);
  }
  return text + "</ul>\n</div>\n";
}

std::string choice(const std::string& name, std::string_view label,
                   const std::vector<std::pair<std::string, std::string>>& options,
                   std::string_view selected) {
  std::string text = fmt::format("<div class=\"field\"><label for=\"{0}\">{1}</label>\n"
                                 "<select id=\"{0}\" name=\"{0}\">\n",
                                 name, escape(label));
  for (const auto& [value, words] : options)
    text += fmt::format("<option value=\"{}\"{}>{}</option>\n", escape(value),
                        value == selected ? " selected" : "", escape(words));
  return text + "</select></div>\n";
}

std::string form(const std::vector<Base>& bases, const Order& order, Language language) {
  const bool nb = language == Language::nb;
  const Base& base = bases[order.base];
  std::string first, more;
  for (const Group& group : base.groups)
    (group.is_first ? first : more) +=
        group.is_first ? shown_at_once(group, order, language) : folded(group, order, language);
  return fmt::format(
      "{}<form method=\"post\" action=\"/{}/runs\" accept-charset=\"utf-8\">\n{}"
      "<input type=\"hidden\" name=\"base\" value=\"{}\">\n{}<details{}>\n<summary>{}</summary>\n"
      "<div class=\"more\">\n{}</div>\n</details>\n<p><button type=\"submit\">{}</button></p>\n"
      "</form>\n",
      starts(bases, order.base, language), nb ? "nb" : "en", fault_list(order.faults, language),
      order.base, first, order.faults.empty() ? "" : " open", nb ? "Mer" : "More", more,
      nb ? "Simuler" : "Simulate");
}

} // namespace tiltak::serve
