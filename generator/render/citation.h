// How a text of the portal is cited: in the form of GB/T 7714-2025, and as BibTeX and RIS for reference managers.
//
// GB/T 7714-2025 keeps '.' and '[ ]' half-width; its other marks are full-width. What is part of a report (chapter, case,
// figure, table) names the report behind '//', with the year and the printed page where it is known. The day of access is the
// reader's, and the address of the page is not always known when the site is made: both are pieces of their own, so that a page
// can mark the places.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "chinese/dates.h"

namespace reportal {

/// What is cited.
struct CitedWork {
  enum class Kind : std::uint8_t { report, part, news, web_page };
  Kind kind = Kind::report;
  std::vector<std::string> authors;
  std::string title;                            ///< with its label: "表 1-1 招生情况"
  std::string host_title;                       ///< part: the report; news: the paper or site it appeared in, "" if not known
  int year = 0;                                 ///< 0 if not known
  Date date;                                    ///< of publication, where the day is known
  std::uint32_t first_page = 0, last_page = 0;  ///< part: as printed, 0 if not known
  std::string language = "zh";                  ///< its tag
  std::string key;                              ///< that BibTeX and RIS know it by: ASCII letters, digits, '-'
  std::string address;                          ///< absolute; "" where the portal does not state where it stands
};

/// A stretch of a citation.
struct CitationPiece {
  enum class Kind : std::uint8_t { text, access_day, address };
  Kind kind = Kind::text;
  std::string text;  ///< of an access day nothing; of an address the address, "" if it is not known
};

[[nodiscard]] std::vector<CitationPiece> gb_citation(const CitedWork& work);
[[nodiscard]] std::vector<CitationPiece> bibtex_citation(const CitedWork& work);
/// Lines end in LF; a reference manager reads them as well as CR LF.
[[nodiscard]] std::vector<CitationPiece> ris_citation(const CitedWork& work);

/// `text` as a key: what is not an ASCII letter or digit becomes '-', never two of them together; "work" if nothing is left.
[[nodiscard]] std::string citation_key(std::string_view text);

}  // namespace reportal
