// The cleaning record: what was done to a source's text on its way to the pages, derived from its document.
//
// Together with the pages it holds every line of the source: what no page shows stands here, with the reason.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace reportal {

/// A block that no page shows.
struct Removal {
  enum class Kind : std::uint8_t { noise, repeat, contents };
  Kind kind = Kind::noise;
  std::uint32_t block = 0;
  LineRange place;          ///< where it stood, from its first line to its last
  std::uint32_t lines = 0;  ///< how many, blank ones left out
  std::string_view text;
  std::string_view why;  ///< as Noise::why; "" for the other kinds
};

struct CleaningRecord {
  std::vector<Removal> removals;              ///< in the order of the text
  std::vector<std::uint32_t> rebuilt_tables;  ///< blocks: with rows and columns
  std::vector<std::uint32_t> printed_tables;  ///< blocks: shown as printed
  struct CaseExtent {
    std::uint32_t block = 0;  ///< its CaseTitle
    LineRange lines;
  };
  std::vector<CaseExtent> cases;
};

/// Tables and cases of Markdown and HTML are left out: marks, not looks, say what they are.
[[nodiscard]] CleaningRecord cleaning_record(const Document& document);

/// Whether there is anything to say of the document. Cheap.
[[nodiscard]] bool has_record(const Document& document);

/// A confidence in per cent.
[[nodiscard]] constexpr int per_cent(double confidence) { return static_cast<int>(confidence * 100 + 0.5); }

/// "running header", "repeat", "contents": why a block is not shown, in words.
[[nodiscard]] std::string reason_text(const Removal& removal, Language language);
/// What a correction says of its lines, in words: "a heading of level 2".
[[nodiscard]] std::string correction_text(const Correction& correction, Language language);
[[nodiscard]] std::string_view join_text(Join::Over over, Language language);

/// Lines or pages in ascending order, neighbours as one range.
using NumberRanges = std::vector<LineRange>;
void add_range(NumberRanges& ranges, const LineRange& range);
[[nodiscard]] std::string range_text(const LineRange& range);  ///< "1200–1203"
[[nodiscard]] std::string ranges_text(const NumberRanges& ranges, Language language);

/// The record in numbers.
struct RecordCounts {
  struct Reason {
    std::string chinese, english;
    std::uint32_t lines = 0;
  };
  std::uint32_t lines = 0;  ///< of the source, blank ones left out; 0: no raw text
  std::uint32_t removed = 0;
  std::vector<Reason> reasons;  ///< most lines first
  std::uint32_t paragraphs = 0, joined_lines = 0, joins = 0;
  std::uint32_t rebuilt_tables = 0, printed_tables = 0;
  std::uint32_t corrections = 0, doubts = 0;
};
[[nodiscard]] RecordCounts count_record(const Document& document);

}  // namespace reportal
