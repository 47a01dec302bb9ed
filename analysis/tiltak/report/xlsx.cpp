#include <tiltak/report/xlsx.hpp>

#include <algorithm>
#include <array>

#include <xlsxwriter.h>

#include <fmt/format.h>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/report/cells.hpp>
#include <tiltak/store/aside.hpp>

namespace tiltak::report {
namespace {

constexpr std::size_t most_digits = 4;

class Workbook {
public:
  Workbook(const Document& document, const store::Aside& file)
      : document_(document), say_(document.language), path_(file.path()),
        book_(workbook_new(file.aside().c_str())) {
    if (!book_) throw RunError(path_ + ": cannot be written");
    bold_ = workbook_add_format(book_);
    format_set_bold(bold_);
    format_set_text_wrap(bold_);
    for (std::size_t digits = 0; digits <= most_digits; ++digits) {
      numbers_[digits] = workbook_add_format(book_);
      const std::string zeros(digits, '0');
      format_set_num_format(numbers_[digits], (digits == 0 ? "#,##0" : "#,##0." + zeros).c_str());
    }
  }

  void write() {
    contents();
    const auto tables = document_.tables();
    for (std::size_t i = 0; i < tables.size(); ++i) sheet(*tables[i], i + 1);
    if (const lxw_error error = workbook_close(book_); error != LXW_NO_ERROR)
      throw RunError(fmt::format("{}: cannot be written: {}", path_, lxw_strerror(error)));
  }

private:
  // Sheets are numbered: their names may hold 31 characters, captions are longer.
  void contents() {
    lxw_worksheet* page = workbook_add_worksheet(book_, say_("xlsx.about").c_str());
    worksheet_set_column(page, 0, 0, 8, nullptr);
    worksheet_set_column(page, 1, 1, 90, nullptr);
    worksheet_write_string(page, 0, 1, document_.title.c_str(), bold_);
    worksheet_write_string(page, 1, 1, document_.subtitle.c_str(), nullptr);
    lxw_row_t row = 3;
    for (const Table* table : document_.tables()) {
      worksheet_write_string(page, row, 0, fmt::format("{}", row - 2).c_str(), nullptr);
      worksheet_write_string(page, row++, 1, table->caption.c_str(), nullptr);
    }
    worksheet_write_string(page, row + 1, 1, say_("page.suppressed").c_str(), nullptr);
  }

  void sheet(const Table& table, std::size_t number) {
    lxw_worksheet* page = workbook_add_worksheet(book_, std::to_string(number).c_str());
    worksheet_write_string(page, 0, 0, table.caption.c_str(), bold_);
    lxw_col_t column = 0;
    for (const Column& head : table.columns) {
      if (head.is_interval) {
        put_head(page, column++, {say_("csv.low", {{"name", head.title}}), head.unit});
        put_head(page, column++, {say_("csv.high", {{"name", head.title}}), head.unit});
      } else {
        put_head(page, column++, head);
      }
    }
    worksheet_set_column(page, 0, 0, 32, nullptr);
    worksheet_set_column(page, 1, static_cast<lxw_col_t>(column), 16, nullptr);
    worksheet_freeze_panes(page, 2, 1);
    for (std::size_t r = 0; r < table.rows.size(); ++r) line(page, table, r);
  }

  void put_head(lxw_worksheet* page, lxw_col_t column, const Column& head) {
    worksheet_write_string(page, 1, column, heading(head).c_str(), bold_);
  }

  void line(lxw_worksheet* page, const Table& table, std::size_t r) {
    const auto row = static_cast<lxw_row_t>(r + 2);
    lxw_col_t column = 0;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      put(page, row, column, table.rows[r][c]);
      column = static_cast<lxw_col_t>(column + (table.columns[c].is_interval ? 2 : 1));
    }
  }

  void put(lxw_worksheet* page, lxw_row_t row, lxw_col_t column, const Cell& cell) {
    if (const auto* number = std::get_if<Number>(&cell)) {
      put_number(page, row, column, number->value, number->digits);
    } else if (const auto* interval = std::get_if<Interval>(&cell)) {
      put_number(page, row, column, interval->low, interval->digits);
      put_number(page, row, static_cast<lxw_col_t>(column + 1), interval->high, interval->digits);
    } else if (!std::holds_alternative<Missing>(cell)) {
      worksheet_write_string(page, row, column, shown(cell, say_).c_str(), nullptr);
    }
  }

  void put_number(lxw_worksheet* page, lxw_row_t row, lxw_col_t column, double value, int digits) {
    const auto places = std::min(static_cast<std::size_t>(digits), most_digits);
    worksheet_write_number(page, row, column, value, numbers_[places]);
  }

  const Document& document_;
  Words say_;
  std::string path_;
  lxw_workbook* book_; // freed by workbook_close
  lxw_format* bold_ = nullptr;
  std::array<lxw_format*, most_digits + 1> numbers_{};
};

} // namespace

void write_xlsx(const Document& document, const std::string& path) {
  store::Aside file(path);
  Workbook(document, file).write();
  file.commit();
}

} // namespace tiltak::report
