// What a number counts, in the words of its clause. Chinese puts the name before the number at the end of a clause (馆藏图书
// 162 万册) or behind it (40 个招生专业); a share or a change names itself by what stands before it (占总数的 70%, 同比增长
// 5%); an item of an enumeration leaves out what its neighbours say (国家级一等奖 2 项、二等奖 3 项).

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "structure/facts/tokens.h"

namespace reportal::facts {

struct Name {
  std::string text;  ///< without white space between wide characters
  bool whole = true;  ///< it says by itself which quantity is meant; false for what leans on words elsewhere (制造业（32%）)
  bool cumulative = false;  ///< 累计, so far
};

/// Adds `text` as a name, unless it is empty.
void add_name(std::vector<Name>& names, std::string_view text, bool whole = true);

/// Names the quantities of one text, in order. A sentence's names build on one another.
class Namer {
 public:
  explicit Namer(std::string_view text) : text_(text) {}

  void begin_sentence(std::size_t at);
  /// The names of what `token` counts: none where the words say nothing countable, several where one number is said of several
  /// (省级和国家级 各 1 项). `next` is where the next quantity begins (text size if none does).
  void name(const Token& token, std::size_t next, std::vector<Name>& names);

 private:
  struct Segment {
    std::size_t first = 0, last = 0;
    bool from_previous = false;  ///< it begins behind the quantity before
    bool list = false;           ///< 、 stands in it
    bool labelled = false;       ///< it begins behind a colon, before which a label stands
    bool opened = false;         ///< it begins behind a comma: the clause before goes on in it
  };

  /// The words behind a number, up to the next number or the clause's end.
  struct Following {
    std::string_view text;
    bool cut = false;  ///< 、 ends them, so that what is said goes on
  };

  Segment before(std::size_t at, bool across_list) const;
  std::size_t end_of_noun_clause(std::size_t at, std::size_t next, bool across_list) const;
  std::string_view slice(std::size_t first, std::size_t last) const { return text_.substr(first, last - first); }
  std::string scope_before(std::size_t at, std::string_view name) const;
  std::string_view earlier_clause(std::size_t at) const;

  /// 能力证书（50.16%）: named by what stands before the bracket.
  void name_bracketed(const Token& token, std::vector<Name>& names) const;
  /// shares.cpp. False where neither side says what the share is one of.
  bool name_share(std::string_view left, std::string_view right, std::vector<Name>& names) const;
  /// named_behind.cpp. False where nothing is named behind the number; true without a name where it counts nothing.
  bool name_behind(const Quantity& quantity, std::string_view left, const Following& following, std::vector<Name>& names) const;
  bool name_counted(const Quantity& quantity, std::string_view left, const Following& following,
                    std::vector<Name>& names) const;
  /// Where the words behind a number begin: 50 名（其中女生 20 名）学员 has a bracket between.
  std::size_t behind_bracket(const Quantity& quantity) const;
  /// named_before.cpp. The words before the number, or the clause before them where they say nothing.
  void name_before(const Quantity& quantity, const Segment& segment, std::string_view right, std::vector<Name>& names);
  std::string_view words_before(const Segment& segment) const;
  std::string completed(const std::string& phrase, const Quantity& quantity);
  std::string on_level(const std::string& level) const;
  std::string award_name(std::string name);

  std::string_view text_;
  std::size_t sentence_ = 0;   ///< where it begins
  std::size_t behind_ = 0;     ///< the last quantity of the sentence, or its begin
  bool cumulative_ = false;    ///< 累计 was said and the enumeration goes on
  bool named_behind_ = false;  ///< the last quantity found its name behind it
  std::string base_;           ///< the last counted thing of the sentence: what a share is a share of
  std::string last_;           ///< the last name of the sentence
  std::string award_base_;     ///< the competition of the last award named
  std::string award_level_;    ///< and its level: 省赛
};

}  // namespace reportal::facts
