#include "structure/raw/pieces/bylines.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/text.h"
#include "chinese/characters.h"
#include "chinese/numbers.h"
#include "structure/raw/titles/numbering.h"

namespace reportal::raw {
namespace {

constexpr std::size_t max_line_characters = 60;
constexpr std::size_t max_name_characters = 4;
constexpr std::size_t max_office_characters = 16;

constexpr std::array<std::string_view, 8> writers = {"记者", "通讯员", "实习生", "特约作者", "作者", "撰稿人", "撰稿", "供稿"};
constexpr std::array<std::string_view, 14> works = {"摄影报道", "摄影", "摄",   "图文", "文图", "文",   "图",
                                                    "供图",     "报道", "整理", "撰文", "采写", "配图", "编译"};
constexpr std::array<std::string_view, 18> offices = {"报", "社", "网", "台", "客户端", "中心", "学院", "学校", "大学",
                                                      "部", "处", "办", "委", "办公室", "系",   "局",   "厅",   "公司"};
constexpr std::array<std::string_view, 38> staff = {
    "责任编辑", "执行编辑", "本版编辑", "本版责编", "责编", "编辑",   "美术编辑", "美编",     "图片编辑", "版式设计",
    "版式",     "版面设计", "校对",     "检校",     "审核", "审校",   "审读",     "初审",     "复审",     "一审",
    "二审",     "三审",     "终审",     "签发",     "监制", "总监制", "主编",     "执行主编", "副主编",   "总编辑",
    "值班编委", "值班主任", "统筹",     "策划",     "组版", "排版",   "制图",     "视觉"};

bool is_han_only(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (!is_han(next_character(text, at))) return false;
  }
  return !text.empty();
}

template <typename Words>
bool is_one_of(std::string_view text, const Words& words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

template <typename Words>
std::string_view end_in(std::string_view text, const Words& words) {
  std::string_view longest;
  for (const std::string_view word : words) {
    if (word.size() > longest.size() && text.ends_with(word)) longest = word;
  }
  return longest;
}

/// 张三, 欧阳娜娜, 阿依古丽·买买提.
bool is_name(std::string_view text) {
  std::size_t characters = 0;
  bool dotted = false;
  for (std::size_t at = 0; at < text.size(); ++characters) {
    const char32_t character = next_character(text, at);
    dotted |= character == U'·';
    if (!is_han(character) && character != U'·') return false;
  }
  return characters >= 2 && characters <= (dotted ? 3 * max_name_characters : max_name_characters);
}

/// Han, letters and what joins the names of two papers: 中青报·中青网.
bool is_label(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t character = next_character(text, at);
    const bool letter = character < 0x80 && ((character | 0x20) >= 'a' && (character | 0x20) <= 'z');
    if (!is_han(character) && !letter && character != U'·' && character != U'—' && character != U'-') return false;
  }
  return count_characters(text) <= max_office_characters;
}

bool is_office(std::string_view text) { return is_label(text) && !end_in(text, offices).empty(); }

/// The words between spaces, slashes, colons, commas and brackets.
std::vector<std::string_view> words_of(std::string_view text) {
  static constexpr std::u32string_view between = U" \u3000/／|｜丨:：、,，()（）【】[]";
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const char32_t character = next_character(text, at);
    if (between.find(character) == std::u32string_view::npos && !is_space(character)) continue;
    if (here > begin) words.push_back(text.substr(begin, here - begin));
    begin = at;
  }
  if (begin < text.size()) words.push_back(text.substr(begin));
  return words;
}

std::string_view without_ornament(std::string_view text) {
  static constexpr std::u32string_view ornaments = U"■□●○◎◆◇▲△▶►★☆·•—－-";
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t next = at;
    const char32_t character = next_character(text, next);
    if (ornaments.find(character) == std::u32string_view::npos && !is_space(character)) break;
    at = next;
  }
  return text.substr(at);
}

bool is_in_brackets(std::string_view text) {
  return (text.starts_with("（") && text.ends_with("）")) || (text.starts_with('(') && text.ends_with(')')) ||
         (text.starts_with("【") && text.ends_with("】"));
}

bool holds_sentence(std::string_view text) {
  for (const std::string_view mark : {"。", "；", "！", "？", "“", "《", "，", ","}) {
    if (text.find(mark) != npos) return true;
  }
  return false;
}

/// What the words of a byline are.
struct Roll {
  std::size_t roles = 0;
  std::size_t writers = 0;  // roles of people who write
  std::size_t named = 0;    // names and offices
  std::size_t offices = 0;
  std::size_t attached = 0;  // 记者张三, without anything between
  bool with_paper = false;   // one of those names its paper: 本报记者张三
  bool photo_only = true;
};

/// 记者, 本报记者, 全媒体记者张三: a role, perhaps with the paper before it and a name behind it.
bool read_role(std::string_view word, Roll& roll) {
  for (const std::string_view role : writers) {
    const std::size_t at = word.find(role);
    const bool follows_paper = role == "记者" || role == "通讯员" || role == "实习生";
    if (at == npos || (at > 0 && !follows_paper)) continue;
    const std::string_view paper = word.substr(0, at);
    const std::string_view name = word.substr(at + role.size());
    if (!is_label(paper) || (!name.empty() && !is_name(name))) continue;
    ++roll.roles;
    ++roll.writers;
    roll.photo_only = false;
    if (!name.empty()) {
      ++roll.named;
      ++roll.attached;
      roll.with_paper |= !paper.empty();
    }
    return true;
  }
  return false;
}

/// 摄, 张三摄.
bool read_work(std::string_view word, Roll& roll) {
  const std::string_view work = end_in(word, works);
  if (work.empty()) return false;
  const std::string_view name = word.substr(0, word.size() - work.size());
  const bool of_office = work == "供图" && is_office(name);
  if ((!name.empty() && !is_name(name) && !of_office) || word.ends_with("拍摄")) return false;
  ++roll.roles;
  if (!name.empty()) ++roll.named;
  roll.photo_only &= work.starts_with("摄") || work == "供图";
  return true;
}

std::optional<Roll> read_roll(std::string_view text) {
  if (holds_sentence(text) || count_characters(text) > max_line_characters) return std::nullopt;
  Roll roll;
  for (const std::string_view word : words_of(text)) {
    const bool plain_name = is_name(word) && end_in(word, works).empty();
    if (read_role(word, roll)) continue;
    if (!plain_name && read_work(word, roll)) continue;
    if (!is_name(word) && !is_office(word)) return std::nullopt;
    if (is_office(word) && count_characters(word) > 2) ++roll.offices;
    ++roll.named;
  }
  return roll.named > 0 ? std::optional(roll) : std::nullopt;
}

/// Names with what their bearers do.
std::optional<Roll> read_roles(std::string_view text) {
  const auto roll = read_roll(text);
  return roll && roll->roles > 0 ? roll : std::nullopt;
}

int read_digits(std::string_view text, std::size_t& at) {
  int value = 0;
  const std::size_t begin = at;
  while (at < text.size() && at - begin < 4 && is_ascii_digit(static_cast<unsigned char>(text[at])))
    value = value * 10 + (text[at++] - '0');
  return at == begin ? -1 : value;
}

/// 12月6日, 12 月 6 日 at `at`; moves behind it.
bool read_day(std::string_view text, std::size_t& at, int& month, int& day) {
  std::size_t here = at;
  const int first = read_digits(text, here);
  skip_space(text, here);
  if (first < 1 || first > 12 || !skip_word(text, here, "月")) return false;
  skip_space(text, here);
  const int second = read_digits(text, here);
  skip_space(text, here);
  if (second < 1 || second > 31 || !skip_word(text, here, "日")) return false;
  at = here;
  month = first;
  day = second;
  return true;
}

/// A03, 03版, 第三版, 头版.
bool is_page_number(std::string_view word) {
  const bool printed = word.ends_with("版");
  std::string_view number = printed ? word.substr(0, word.size() - std::string_view("版").size()) : word;
  if (number.starts_with("第")) number.remove_prefix(std::string_view("第").size());
  if (printed && (number == "头" || (!number.empty() && chinese_numeral_length(number) == number.size()))) return true;
  const bool lettered = !number.empty() && number[0] >= 'A' && number[0] <= 'Z';
  if (lettered) number.remove_prefix(1);
  const bool digits = !number.empty() && number.size() <= 2 &&
                      std::all_of(number.begin(), number.end(), [](unsigned char c) { return is_ascii_digit(c); });
  return digits && (printed || lettered);
}

}  // namespace

bool is_byline(std::string_view text) {
  const std::string_view plain = without_ornament(text);
  const auto roll = read_roll(plain);
  // （机电学院 张三）: the office and the name are enough in brackets.
  if (roll && roll->roles == 0) {
    return is_in_brackets(plain) && plain.find("：") == npos && roll->offices > 0 && roll->named > roll->offices;
  }
  if (!roll || roll->photo_only) return false;
  if (is_in_brackets(plain) || plain.size() < text.size()) return true;
  if (roll->writers == 0) {
    const bool label = plain.find("：") != npos && !plain.starts_with("图") && !plain.starts_with("文");  // 图：校园一角
    return label || plain.find('/') != npos || plain.find("／") != npos;
  }
  // 记者手记 has the shape of 记者张三: without anything between, the paper or a second name has to stand there too.
  return roll->named > roll->attached || roll->with_paper || roll->attached > 1;
}

bool continues_byline(std::string_view text) {
  const auto roll = read_roles(text);
  return roll && text.find("记者") == npos && without_ornament(text).size() == text.size();
}

bool is_photo_line(std::string_view text) {
  if (count_characters(text) > 2 * max_line_characters) return false;
  if (text.starts_with("图为")) return true;
  std::string_view plain = text;
  for (const std::string_view closing : {"。", "）", ")"}) {
    if (plain.ends_with(closing)) plain = trim_end(plain.substr(0, plain.size() - closing.size()));
  }
  if (plain.ends_with("提供") && (plain.find("图片由") != npos || plain.find("照片由") != npos)) return true;
  if (end_in(plain, std::array<std::string_view, 3>{"摄", "摄影", "供图"}).empty()) return false;
  // What the picture shows, then who took it; or only that.
  std::size_t credit = 0;
  for (const std::string_view mark : {"。", "！", "？", "，", "（", "("}) {
    if (const std::size_t at = plain.rfind(mark); at != npos) credit = std::max(credit, at + mark.size());
  }
  const std::string_view names = without_ornament(plain.substr(credit));
  const auto roll = read_roles(names);
  if (!roll) return false;
  if (credit == 0) return roll->photo_only;
  return !plain.substr(0, credit).ends_with("，") || words_of(names).size() > 1;
}

bool is_staff_line(std::string_view text) {
  if (holds_sentence(text) || count_characters(text) > 2 * max_line_characters) return false;
  bool first = true;
  bool named = false;
  for (const std::string_view word : words_of(without_ornament(text))) {
    const bool label = is_one_of(word, staff);
    if (first && !label) return false;
    first = false;
    if (!label && !is_name(word) && !is_office(word)) return false;
    named |= !label;
  }
  return named;
}

std::optional<Masthead> read_masthead(std::string_view text) {
  if (holds_sentence(text) || count_characters(text) > max_line_characters) return std::nullopt;
  Masthead masthead;
  bool page = false;
  bool issue = false;
  const std::vector<std::string_view> words = words_of(text);
  for (const std::string_view word : words) {
    std::size_t at = 0;
    const int year = read_digits(word, at);
    if (year >= 1900 && skip_word(word, at, "年") && read_day(word, at, masthead.month, masthead.day)) {
      masthead.year = year;
      issue |= word.substr(at).starts_with("星期");
    } else if (is_page_number(word)) {
      page = true;
    } else if (word.starts_with("星期") || word.starts_with("农历") || (word.find("第") != npos && word.ends_with("期"))) {
      issue = true;
    } else if (!is_han_only(word) || count_characters(word) > 8) {
      return std::nullopt;
    }
  }
  const bool edition = text.find("（") != npos || text.find('(') != npos;  // 焊接技术（第三版）: of a book
  const bool enough = masthead.year > 0 ? page || issue : page && words.size() <= 3 && !edition;
  return enough ? std::optional(masthead) : std::nullopt;
}

std::optional<Dateline> read_dateline(std::string_view text) {
  constexpr std::size_t longest_source = 20;
  Dateline result;
  bool dated = false;
  std::size_t at = 0;
  std::size_t source_end = npos;
  for (std::size_t characters = 0;; ++characters) {
    if (at >= text.size() || characters > longest_source) return std::nullopt;
    std::size_t next = at;
    int month = 0, day = 0;
    if (read_day(text, next, month, day)) {
      dated = true;
      if (source_end == npos) source_end = at;
      at = next;
      skip_space(text, at);
    }
    if (text.substr(at).starts_with("讯") || text.substr(at).starts_with("电")) {
      if (source_end == npos) source_end = at;
      std::size_t behind = at + std::string_view("讯").size();
      const std::string_view source = trim(text.substr(0, source_end));
      const bool named = source == "本报" || source == "本网" || source == "本刊" || source == "我校" ||
                         source.find("社") != npos || source.find("报") != npos || source.find("网") != npos ||
                         source.find("台") != npos;
      const std::string_view rest = text.substr(behind);
      const bool closed = rest.starts_with(" ") || rest.starts_with("（") || rest.starts_with("(") ||
                          rest.starts_with("\u3000") || rest.starts_with("：") || dated;
      if (named && closed) break;
    }
    const char32_t character = next_character(text, at);
    if (!is_han(character) && !is_space(character) && character != U'·' && character != U'.' && character != U'—')
      return std::nullopt;
  }
  const bool wire = text.substr(at).starts_with("电");
  std::string_view paper = trim(text.substr(0, source_end));
  if (const std::size_t agency = paper.find("社"); wire && agency != npos)
    paper = paper.substr(0, agency + std::string_view("社").size());
  at += std::string_view("讯").size();
  skip_space(text, at);
  std::string_view names;
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}}) {
    if (!text.substr(at).starts_with(open)) continue;
    const std::size_t end = text.find(close, at);
    if (end != npos) names = text.substr(at + open.size(), end - at - open.size());
  }
  if (!names.empty() && !read_roles(names)) names = {};
  const bool own = paper.starts_with("本") || paper == "我校";
  if (!own && !paper.empty()) result.byline = paper;
  if (!names.empty()) {
    if (!result.byline.empty()) result.byline += ' ';
    result.byline += names;
  }
  return result;
}

std::string_view closing_byline(std::string_view text) {
  constexpr std::size_t farthest = 160;  // bytes
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}}) {
    if (!text.ends_with(close)) continue;
    const std::size_t at = text.rfind(open);
    if (at == npos || at == 0 || text.size() - at > farthest || !ends_sentence(text.substr(0, at))) continue;
    const std::string_view names = text.substr(at + open.size(), text.size() - at - open.size() - close.size());
    if (is_byline(text.substr(at))) return names;
  }
  return {};
}

}  // namespace reportal::raw
