// CSV: RFC 4180 with CR LF, in UTF-8 with a byte order mark, which spreadsheets need for Chinese.

#pragma once

#include <string>
#include <string_view>

namespace reportal::index {

class CsvWriter {
 public:
  explicit CsvWriter(std::string& out) : out_(out) { out_ += "\xEF\xBB\xBF"; }

  CsvWriter& field(std::string_view text);
  void end_record();

 private:
  std::string& out_;
  bool first_ = true;
};

}  // namespace reportal::index
