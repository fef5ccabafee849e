// Who wrote, photographed and edited a piece, and where and when it was filed: lines and openings that newspapers print in a
// few fixed forms. Each is read word by word; a line with a word that fits nowhere is running text or a title.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace reportal::raw {

/// 本报记者 张三 通讯员 李四, ■作者：张三, 文/张三 图/李四, （记者 张三）: names with what their bearers do, and nothing else.
[[nodiscard]] bool is_byline(std::string_view text);

/// A byline that goes on with the one before it: it begins with a second role (通讯员/李四, 摄影 王五), not with a reporter.
[[nodiscard]] bool continues_byline(std::string_view text);

/// The line under a press photo: 图为…, or a sentence with who took it behind it (学生在实训。张三 摄).
[[nodiscard]] bool is_photo_line(std::string_view text);

/// 责任编辑：张三 校对：李四: who made the page, not the piece.
[[nodiscard]] bool is_staff_line(std::string_view text);

/// 2023年12月7日 星期四 第A03版 教育: what stands at the head of each page of a newspaper.
struct Masthead {
  int year = 0, month = 0, day = 0;  ///< 0 where it gives no date
};
[[nodiscard]] std::optional<Masthead> read_masthead(std::string_view text);

/// How a report begins: 株洲日报讯(记者/张三), 本报3月5日讯（通讯员 李四）, 新华社北京3月5日电.
struct Dateline {
  std::string byline;  ///< paper and names; "" where it names nobody
};
[[nodiscard]] std::optional<Dateline> read_dateline(std::string_view text);

/// The names in brackets behind the last sentence: …圆满落幕。（记者 张三）; "" if there are none.
[[nodiscard]] std::string_view closing_byline(std::string_view text);

}  // namespace reportal::raw
