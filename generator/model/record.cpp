#include "model/record.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/text.h"
#include "base/wording.h"

namespace reportal {
namespace {

struct Reason {
  std::string_view why;
  Wording words;
};

/// Noise::why in the words of both languages; a reason that an editor gave is in none of these and stays.
constexpr Reason reasons[] = {
    {"page number", {"页码", "page number"}},
    {"running header", {"页眉页脚", "running header or footer"}},
    {"leftover address", {"残留的链接地址", "leftover address"}},
    {"watermark", {"水印", "watermark"}},
    {"scanner stamp", {"扫描软件的标记", "stamp of scanning software"}},
    {"newspaper masthead", {"报头", "newspaper masthead"}},
    {"taken out by hand", {"编者移出", "taken out by hand"}},
    {"mark of the end of a case", {"案例结束标记", "mark of the end of a case"}},
    {"element not allowed", {"网页中不收的元素", "element that is not allowed"}},
    {"unused note", {"没有引用的脚注", "note that nothing refers to"}},
    {"link definition", {"链接定义", "link definition"}},
    {"comment", {"注释", "comment"}},
    {"markup", {"排版标记", "markup"}},
};
constexpr Wording repeat_words{"重复的文字", "repeated text"};
constexpr Wording contents_words{"原文的目录", "printed table of contents"};

/// In the order of Correction::As.
constexpr Wording kinds[] = {
    {"照原样理解", "as found"}, {"正文", "running text"}, {"一个段落", "a paragraph"}, {"列表的一项", "an item of a list"},
    {"接上一行", "goes on"},    {"标题", "a heading"},    {"案例标题", "a case"},
    {"图题", "a figure"},       {"表题", "a table"},      {"表里的行", "rows of a table"},
    {"数据来源或注", "a note"}, {"不是正文", "no text"},  {"原文的目录", "a table of contents"},
    {"署名", "a byline"},       {"图片说明", "a credit"}, {"重复", "a repeat"}};

/// In the order of Join::Over.
constexpr Wording joins[] = {{"空行", "blank lines"},
                           {"换页", "a page break"},
                           {"页眉页脚", "page furniture"},
                           {"图、表或注", "a figure, table or note"}};

std::uint32_t count_lines(const Block& block) {
  std::uint32_t count = 0;
  for (const LineRange& range : block.lines) count += range.last - range.first + 1;
  return count;
}

/// Lines of `text` that are not blank; of its block where there is no text.
std::uint32_t count_lines(const Block& block, std::string_view text) {
  if (text.find('\n') == npos) return text.empty() ? count_lines(block) : 1;
  std::uint32_t count = 0;
  for (const std::string_view line : split_lines(text)) count += is_blank(line) ? 0 : 1;
  return count;
}

bool is_removal(const Block& block) { return is_furniture(block) && as<FrontMatterBlock>(block) == nullptr; }

/// From the first line of a block to its last. One that shares its line has none of its own: then the last line before it, which is that line.
LineRange place_of(const Document& document, std::uint32_t index) {
  const Block& block = document.blocks[index];
  if (!block.lines.empty()) return {block.lines.front().first, block.lines.back().last};
  std::uint32_t line = 1;
  for (std::uint32_t i = 0; i < index; ++i) {
    if (!document.blocks[i].lines.empty()) line = std::max(line, document.blocks[i].lines.back().last);
  }
  return {line, line};
}

Removal removal_of(const Document& document, std::uint32_t index) {
  const Block& block = document.blocks[index];
  Removal removal;
  removal.block = index;
  removal.place = place_of(document, index);
  if (const auto* noise = as<Noise>(block)) {
    removal.text = noise->text;
    removal.why = noise->why;
  } else if (const auto* repeat = as<Repeat>(block)) {
    removal.kind = Removal::Kind::repeat;
    removal.text = repeat->text;
  } else if (const auto* contents = as<TableOfContents>(block)) {
    removal.kind = Removal::Kind::contents;
    removal.text = contents->text;
  }
  removal.lines = count_lines(block, removal.text);
  return removal;
}

/// A block of a case stands behind the case's title.
void extend_case(CleaningRecord& record, const Block& block) {
  const auto title = static_cast<std::uint32_t>(block.inside_case);
  const auto found = std::lower_bound(record.cases.begin(), record.cases.end(), title,
                                      [](const auto& one, std::uint32_t index) { return one.block < index; });
  if (found != record.cases.end() && found->block == title)
    found->lines.last = std::max(found->lines.last, block.lines.back().last);
}

}  // namespace

CleaningRecord cleaning_record(const Document& document) {
  CleaningRecord record;
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (is_removal(block)) record.removals.push_back(removal_of(document, i));
    if (document.cleaning.lines == 0) continue;
    if (as<CaseTitle>(block)) record.cases.push_back({i, {block.lines.front().first, block.lines.back().last}});
    if (block.inside_case >= 0) extend_case(record, block);
    const auto* table = as<Table>(block);
    if (table == nullptr) continue;
    if (!table->printed.empty()) record.printed_tables.push_back(i);
    if (!table->rows.empty()) record.rebuilt_tables.push_back(i);
  }
  return record;
}

bool has_record(const Document& document) {
  const Cleaning& cleaning = document.cleaning;
  if (!cleaning.joins.empty() || !cleaning.corrections.empty() || !cleaning.doubts.empty()) return true;
  return std::any_of(document.blocks.begin(), document.blocks.end(), [&](const Block& block) {
    if (is_removal(block)) return true;
    if (cleaning.lines > 0 && as<CaseTitle>(block)) return true;
    const auto* table = as<Table>(block);
    return table != nullptr && cleaning.lines > 0 && !(table->rows.empty() && table->printed.empty());
  });
}

std::string reason_text(const Removal& removal, Language language) {
  if (removal.kind == Removal::Kind::repeat) return std::string(repeat_words.in(language));
  if (removal.kind == Removal::Kind::contents) return std::string(contents_words.in(language));
  const auto* found =
      std::find_if(std::begin(reasons), std::end(reasons), [&](const Reason& reason) { return reason.why == removal.why; });
  return std::string(found == std::end(reasons) ? removal.why : found->words.in(language));
}

std::string correction_text(const Correction& correction, Language language) {
  const bool chinese = language == Language::chinese;
  std::vector<std::string> parts;
  if (correction.as != Correction::As::as_found) {
    parts.emplace_back(kinds[static_cast<std::size_t>(correction.as)].in(language));
    if (correction.level > 0)
      parts.back() += (chinese ? "，第 " : " of level ") + std::to_string(correction.level) + (chinese ? " 级" : "");
  }
  if (correction.ends_case) parts.emplace_back(chinese ? "案例到此为止" : "the case ends here");
  if (correction.page > 0)
    parts.push_back((chinese ? "原书第 " : "page ") + std::to_string(correction.page) + (chinese ? " 页" : ""));
  std::string text;
  for (const std::string& part : parts) {
    if (!text.empty()) text += chinese ? "；" : "; ";
    text += part;
  }
  return text;
}

std::string_view join_text(Join::Over over, Language language) { return joins[static_cast<std::size_t>(over)].in(language); }

void add_range(NumberRanges& ranges, const LineRange& range) {
  if (!ranges.empty() && range.first <= ranges.back().last + 1)
    ranges.back().last = std::max(ranges.back().last, range.last);
  else
    ranges.push_back(range);
}

std::string range_text(const LineRange& range) {
  const std::string first = std::to_string(range.first);
  return range.first == range.last ? first : first + "–" + std::to_string(range.last);
}

std::string ranges_text(const NumberRanges& ranges, Language language) {
  std::string text;
  for (const LineRange& range : ranges) {
    if (!text.empty()) text += language == Language::chinese ? "、" : ", ";
    text += range_text(range);
  }
  return text;
}

RecordCounts count_record(const Document& document) {
  RecordCounts counts;
  const CleaningRecord record = cleaning_record(document);
  const Cleaning& cleaning = document.cleaning;
  counts.lines = cleaning.lines;
  counts.joined_lines = cleaning.joined_lines;
  counts.joins = static_cast<std::uint32_t>(cleaning.joins.size());
  counts.rebuilt_tables = static_cast<std::uint32_t>(record.rebuilt_tables.size());
  counts.printed_tables = static_cast<std::uint32_t>(record.printed_tables.size());
  counts.corrections = static_cast<std::uint32_t>(cleaning.corrections.size());
  counts.doubts = static_cast<std::uint32_t>(cleaning.doubts.size());
  for (const Block& block : document.blocks) counts.paragraphs += as<Paragraph>(block) != nullptr ? 1 : 0;
  std::map<std::pair<Removal::Kind, std::string_view>, std::size_t> place;
  for (const Removal& removal : record.removals) {
    counts.removed += removal.lines;
    const auto [entry, is_new] = place.try_emplace({removal.kind, removal.why}, counts.reasons.size());
    if (is_new) counts.reasons.push_back({reason_text(removal, Language::chinese), reason_text(removal, Language::english), 0});
    counts.reasons[entry->second].lines += removal.lines;
  }
  std::stable_sort(counts.reasons.begin(), counts.reasons.end(),
                   [](const auto& a, const auto& b) { return a.lines > b.lines; });
  return counts;
}

}  // namespace reportal
