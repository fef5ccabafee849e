// What the front matter of a source says, after it was held against its schema (docs/content.md). Pure data.

#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/problem.h"
#include "chinese/dates.h"

namespace reportal {

enum class DocumentKind : std::uint8_t { report, article, newspaper, case_study, page };
/// Kinds as front matter, the command line and data files name them, in the order of DocumentKind.
inline constexpr std::array<std::string_view, 5> document_kinds = {"report", "article", "newspaper", "case", "page"};
[[nodiscard]] constexpr std::string_view kind_name(DocumentKind kind) { return document_kinds[static_cast<std::size_t>(kind)]; }

/// Data that a figure is drawn from. Labels and series stand in the order of the file.
struct ChartData {
  enum class Shape : std::uint8_t { bar, column, line };
  struct Series {
    std::string name;                           ///< "" where there is only one
    std::vector<std::optional<double>> values;  ///< one a label; nothing where the series has no value
  };
  Shape shape = Shape::column;
  std::string unit;
  std::vector<std::string> labels;
  std::vector<Series> series;
};

struct FigureMetadata {
  std::string image;  ///< path in the content folder, or an http(s) address; "" for none
  std::string alt;
  std::optional<ChartData> chart;
};

struct TableMetadata {
  std::vector<std::string> columns;
};

/// A value of an indicator that an editor gives: in the front matter of a report, or as a row of values/NAME.csv.
struct GivenValue {
  std::string indicator;  ///< its id or a form of its name
  std::string school;     ///< id or name; "" in front matter, where it is the document's
  int year = 0;           ///< 0: the document's
  double value = 0;       ///< in the indicator's unit
  std::string source;     ///< where it was taken from, "" if not said
  Place place;
};

struct CaseMetadata {
  std::vector<std::string> topics;  ///< topic ids
  std::uint32_t last_line = 0;      ///< physical line on which the case ends; 0: found by structure
  Place last_line_place = {};       ///< where the front matter says so
};

/// What an editor says that lines of the source are, in place of what structure would find.
struct Correction {
  enum class As : std::uint8_t {
    as_found, text, paragraph, list_item, joined, heading, case_title, figure, table, table_row, note, noise, contents, byline, credit, repeat
  };
  As as = As::as_found;
  std::uint32_t first = 0, last = 0;  ///< physical lines; 0: the one line that begins with `text`
  std::string text;                   ///< how the first line begins; "" where that is not said
  int level = 0;                      ///< of a heading; 0: by its number
  std::optional<std::string> number;  ///< of a heading, case, figure or table; else as printed
  std::optional<std::string> title;
  std::string reason;
  std::uint32_t kept_first = 0, kept_last = 0;  ///< of a repeat: the lines that are kept
  bool ends_case = false;                       ///< a case ends with the last of the lines
  std::uint32_t page = 0;                       ///< printed page that the lines stand on; 0: not said
  Place place;                                  ///< in the front matter
};

struct Metadata {
  DocumentKind kind = DocumentKind::page;
  bool kind_given = false;           ///< by the front matter or the folder; else `kind` is a first guess that structure may correct
  std::string folder;                ///< of the source, relative to the content folder: what its relative addresses start from
  std::string id;                    ///< always set, unique in the portal within its kind
  std::string title;                 ///< "" where the front matter has none
  std::vector<std::string> schools;  ///< school ids as far as the vocabulary knows them, else the text as written
  int year = 0;                      ///< 0: not said
  Date date;
  Date updated;
  std::vector<std::string> topics;
  std::string channel;  ///< id of a channel, or the text as written
  std::vector<std::string> authors;
  std::string source;
  std::string source_url;
  std::string language;
  std::string translation_of;  ///< id of the document that this one translates
  Place translation_of_place = {};
  bool draft = false;
  std::vector<std::string> aliases;
  std::string summary;
  std::vector<std::string> tags;
  std::string image;  ///< as in FigureMetadata
  std::map<std::string, FigureMetadata> figures;  ///< by printed number
  std::map<std::string, TableMetadata> tables;
  std::map<std::string, CaseMetadata> cases;
  std::vector<GivenValue> indicators;
  std::vector<Correction> corrections;
};

}  // namespace reportal
