#include "read/values_csv.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"
#include "read/problems.h"
#include "read/text_file.h"

namespace reportal {
namespace {

enum Column : std::size_t { school, indicator, year, value, source, column_count };

constexpr std::array<std::array<std::string_view, 2>, column_count> column_names = {{
    {"school", "学校"}, {"indicator", "指标"}, {"year", "年度"}, {"value", "数值"}, {"source", "来源"}}};

struct Record {
  std::uint32_t line = 0;  ///< on which it begins
  std::vector<std::string> fields;
};

/// The records of a CSV text. A quoted field may hold commas, line ends and doubled quotes.
class CsvReader {
 public:
  explicit CsvReader(std::string_view text) : text_(text) {}

  /// The next record; nothing at the end. Blank lines are passed over.
  std::optional<Record> next() {
    while (at_ < text_.size() && text_[at_] == '\n') {
      ++at_;
      ++line_;
    }
    if (at_ >= text_.size()) return std::nullopt;
    Record record{line_, {}};
    do {
      record.fields.push_back(field());
    } while (skip(','));
    skip('\n');
    return record;
  }

  /// A quote was never closed.
  [[nodiscard]] bool is_open() const { return open_; }

 private:
  bool skip(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    if (c == '\n') ++line_;
    ++at_;
    return true;
  }

  std::string field() {
    if (!skip('"')) {
      const std::size_t end = std::min(text_.find_first_of(",\n", at_), text_.size());
      const std::string_view plain = trim(text_.substr(at_, end - at_));
      at_ = end;
      return std::string(plain);
    }
    std::string quoted;
    open_ = true;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '"') {
        ++at_;
        if (!skip('"')) {
          open_ = false;
          break;
        }
      } else {
        ++at_;
        if (c == '\n') ++line_;
      }
      quoted += c;
    }
    // What stands between the closing quote and the comma is kept, not lost.
    const std::size_t end = std::min(text_.find_first_of(",\n", at_), text_.size());
    quoted += trim(text_.substr(at_, end - at_));
    at_ = end;
    return quoted;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  bool open_ = false;
};

class ValuesReader {
 public:
  ValuesReader(const std::string& path, std::string_view text, std::vector<GivenValue>& values, Problems& problems)
      : path_(path), csv_(text), values_(values), problems_(problems) {}

  void read() {
    const std::optional<Record> header = csv_.next();
    if (!header || !read_header(*header)) return;
    while (const std::optional<Record> record = csv_.next()) read_record(*record);
    if (csv_.is_open()) problems_.add(read_problems::csv_quote_open, Place{path_});
  }

 private:
  bool read_header(const Record& header) {
    places_.fill(header.fields.size());
    for (std::size_t field = 0; field < header.fields.size(); ++field) {
      const std::string name = ascii_lower(header.fields[field]);
      const auto known = std::find_if(column_names.begin(), column_names.end(),
                                      [&](const auto& names) { return name == names[0] || name == names[1]; });
      if (known == column_names.end()) {
        std::vector<std::string_view> names;
        for (const auto& one : column_names) names.insert(names.end(), one.begin(), one.end());
        problems_.add(read_problems::unknown_column, Place{path_, header.line}, {header.fields[field]}, nearest_name(name, names));
      } else {
        places_[static_cast<std::size_t>(known - column_names.begin())] = field;
      }
    }
    bool complete = true;
    for (const Column column : {school, indicator, year, value}) {
      if (places_[column] < header.fields.size()) continue;
      problems_.add(read_problems::missing_column, Place{path_, header.line}, {std::string(column_names[column][0])});
      complete = false;
    }
    return complete;
  }

  [[nodiscard]] std::string_view field(const Record& record, Column column) const {
    return places_[column] < record.fields.size() ? std::string_view(record.fields[places_[column]]) : std::string_view();
  }

  void read_record(const Record& record) {
    const Place place{path_, record.line};
    if (field(record, value).empty()) return;  // a value that is missing is no row
    const std::optional<int> said_year = year_of_text(field(record, year));
    if (!said_year) {
      problems_.add(read_problems::bad_year, place, {std::string(field(record, year))});
      return;
    }
    std::string digits;
    for (const char c : field(record, value)) {
      if (c != ',' && c != ' ') digits += c;
    }
    double number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size()) {
      problems_.add(read_problems::bad_number, place, {std::string(field(record, value))});
      return;
    }
    values_.push_back({std::string(field(record, indicator)), std::string(field(record, school)), *said_year, number,
                       std::string(field(record, source)), place});
  }

  const std::string& path_;
  CsvReader csv_;
  std::vector<GivenValue>& values_;
  Problems& problems_;
  std::array<std::size_t, column_count> places_{};  ///< a column → its place in a record
};

}  // namespace

std::optional<int> year_of_text(std::string_view text) {
  text = trim(text);
  if (text.ends_with("年")) text = trim(text.substr(0, text.size() - std::string_view("年").size()));
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (error != std::errc() || end != text.data() + text.size() || year < 1000 || year > 2999) return std::nullopt;
  return year;
}

void read_values_file(const Files& files, const std::string& path, std::vector<GivenValue>& values, Problems& problems) {
  if (const auto file = read_source_file(files, path, problems)) ValuesReader(path, file->text, values, problems).read();
}

}  // namespace reportal
