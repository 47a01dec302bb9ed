#include <tiltak/report/html.hpp>

#include <type_traits>

#include <fmt/format.h>

#include <tiltak/report/assets.hpp>
#include <tiltak/report/cells.hpp>
#include <tiltak/report/words.hpp>

namespace tiltak::report {
namespace {

class Page {
public:
  Page(const Document& document, bool charts)
      : document_(document), say_(document.language), charts_(charts) {}

  std::string text() {
    head();
    contents();
    out_ += "<main id=\"main\">\n";
    if (!charts_) put("<p class=\"notice\">{}</p>\n", escape(say_("page.no_charts")));
    for (const Section& section : document_.sections) write(section);
    out_ += "</main>\n";
    if (charts_) put("<script>{}</script>\n", assets::script());
    out_ += "</body>\n</html>\n";
    return std::move(out_);
  }

private:
  template <class... T> void put(fmt::format_string<T...> format, T&&... values) {
    fmt::format_to(std::back_inserter(out_), format, std::forward<T>(values)...);
  }

  void head() {
    put("<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n", say_.tag());
    put("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n",
        content_security_policy(charts_));
    put("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<title>{}</title>\n<style>\n{}</style>\n</head>\n<body>\n",
        escape(document_.title), assets::style());
    put("<a class=\"skip\" href=\"#main\">{}</a>\n<header>\n<h1>{}</h1>\n<p>{}</p>\n</header>\n",
        escape(say_("page.skip")), escape(document_.title), escape(document_.subtitle));
  }

  void contents() {
    put("<nav aria-label=\"{}\">\n<ul>\n", escape(say_("page.contents")));
    for (const Section& section : document_.sections)
      put("<li><a href=\"#{}\">{}</a></li>\n", section.id, escape(section.title));
    out_ += "</ul>\n</nav>\n";
  }

  void write(const Section& section) {
    put("<section id=\"{0}\" aria-labelledby=\"{0}-title\">\n<h2 id=\"{0}-title\">{1}</h2>\n",
        section.id, escape(section.title));
    for (const Block& block : section.blocks)
      std::visit([this](const auto& one) { write(one); }, block);
    out_ += "</section>\n";
  }

  void write(const Paragraph& paragraph) { put("<p>{}</p>\n", escape(paragraph.text)); }

  void write(const KeyNumbers& numbers) {
    out_ += "<dl class=\"key-numbers\">\n";
    for (const KeyNumber& one : numbers)
      put("<div><dt>{}</dt><dd><strong>{}</strong>{}</dd></div>\n", escape(one.label),
          escape(one.value),
          one.uncertainty.empty() ? "" : " <span>" + escape(one.uncertainty) + "</span>");
    out_ += "</dl>\n";
  }

  // The drawing is put into the empty element by the script; its words are title and finding. The
  // table stands open until the script has drawn what it says.
  void write(const Figure& figure) {
    put("<figure id=\"{0}\" aria-labelledby=\"{0}-title\">\n<h3 id=\"{0}-title\">{1}</h3>\n"
        "<p class=\"finding\">{2}</p>\n",
        figure.id, escape(figure.title), escape(figure.finding));
    if (charts_)
      put("<div class=\"chart\" data-chart=\"{0}-data\" data-name=\"{1}\"></div>\n"
          "<script type=\"application/json\" id=\"{0}-data\">{2}</script>\n",
          figure.id, escape(figure.title + ". " + figure.finding), to_json(figure.chart));
    put("<details open>\n<summary>{}</summary>\n", escape(say_("page.table")));
    write(figure.table);
    out_ += "</details>\n</figure>\n";
  }

  // A region that can be scrolled must be reachable by keyboard and have a name
  // (WCAG 2.1.1, 4.1.2).
  void write(const Table& table) {
    put("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"{0}-caption\">\n"
        "<table id=\"{0}\">\n<caption id=\"{0}-caption\">{1}</caption>\n<thead>\n<tr>",
        table.id, escape(table.caption));
    for (const Column& column : table.columns)
      put("<th scope=\"col\">{}</th>", escape(heading(column)));
    out_ += "</tr>\n</thead>\n<tbody>\n";
    for (const auto& row : table.rows) {
      out_ += "<tr>";
      for (std::size_t c = 0; c < row.size(); ++c) write(row[c], c == 0);
      out_ += "</tr>\n";
    }
    out_ += "</tbody>\n</table>\n</div>\n";
    if (!table.note.empty()) put("<p class=\"note\">{}</p>\n", escape(table.note));
    if (table.has_suppressed()) put("<p class=\"note\">{}</p>\n", escape(say_("page.suppressed")));
  }

  void write(const Cell& cell, bool names_row) {
    const bool is_text = std::holds_alternative<std::string>(cell);
    const std::string text = escape(shown(cell, say_));
    if (names_row)
      put("<th scope=\"row\">{}</th>", text);
    else
      put("<td{}>{}</td>", is_text ? "" : " class=\"n\"", text);
  }

  void write(const Listing& listing) {
    put("<details open class=\"listing\">\n<summary>{0}</summary>\n"
        "<pre role=\"region\" tabindex=\"0\" aria-label=\"{0}\">{1}</pre>\n</details>\n",
        escape(listing.title), escape(listing.text));
  }

  const Document& document_;
  Words say_;
  bool charts_;
  std::string out_;
};

} // namespace

std::string escape(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) switch (c) {
    case '&': out += "&amp;"; break;
    case '<': out += "&lt;"; break;
    case '>': out += "&gt;"; break;
    case '"': out += "&quot;"; break;
    case '\'': out += "&#39;"; break;
    default:
      // Control characters have no place in a page, not even as references.
      if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') out += c;
    }
  return out;
}

std::string to_html(const Document& document, bool charts) {
  return Page(document, charts && has_charts()).text();
}

// Only our own script may run, and nothing may be fetched, whatever stands in the results.
std::string content_security_policy(bool charts) {
  return fmt::format(
      "default-src 'none'; script-src {}; style-src 'unsafe-inline'; base-uri 'none'; "
      "form-action 'none'",
      charts ? fmt::format("'sha256-{}'", assets::script_hash()) : "'none'");
}

bool has_charts() { return !assets::script().empty(); }

} // namespace tiltak::report
