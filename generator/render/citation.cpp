#include "render/citation.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/text.h"

namespace reportal {
namespace {

using Kind = CitedWork::Kind;

/// Text and marked places in the order they are added.
class Pieces {
 public:
  Pieces& text(std::string_view text) {
    if (pieces_.empty() || pieces_.back().kind != CitationPiece::Kind::text) pieces_.push_back({});
    pieces_.back().text += text;
    return *this;
  }
  Pieces& access_day() {
    pieces_.push_back({CitationPiece::Kind::access_day, {}});
    return *this;
  }
  Pieces& address(const std::string& address) {
    pieces_.push_back({CitationPiece::Kind::address, address});
    return *this;
  }
  [[nodiscard]] std::vector<CitationPiece> take() { return std::move(pieces_); }

 private:
  std::vector<CitationPiece> pieces_;
};

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string all;
  for (const std::string& part : parts) {
    if (!all.empty()) all += separator;
    all += part;
  }
  return all;
}

std::string pages(const CitedWork& work, std::string_view dash) {
  if (work.first_page == 0) return {};
  std::string range = std::to_string(work.first_page);
  if (work.last_page > work.first_page) range.append(dash) += std::to_string(work.last_page);
  return range;
}

std::string year_of(const CitedWork& work) {
  const int year = work.year != 0 ? work.year : work.date.year;
  return year == 0 ? std::string() : std::to_string(year);
}

/// The creators with the full stop behind them; nothing where nobody is named. The standard names the first three.
std::string gb_creators(const std::vector<std::string>& authors) {
  constexpr std::size_t named = 3;
  if (authors.empty()) return {};
  std::vector<std::string> first(authors.begin(),
                                 authors.begin() + static_cast<std::ptrdiff_t>(std::min(named, authors.size())));
  return joined(first, "，") + (authors.size() > named ? "，等" : "") + ". ";
}

/// A text with the signs escaped that TeX gives a meaning.
std::string tex(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '\\':
        out += "\\textbackslash{}";
        break;
      case '~':
        out += "\\textasciitilde{}";
        break;
      case '^':
        out += "\\textasciicircum{}";
        break;
      case '{':
      case '}':
      case '%':
      case '&':
      case '#':
      case '_':
      case '$':
        (out += '\\') += c;
        break;
      case '\n':
      case '\r':
      case '\t':
        out += ' ';
        break;
      default:
        out += c;
    }
  }
  return out;
}

/// A text as the value of an RIS tag: one line.
std::string one_line(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  return out;
}

/// "en" of en-GB.
std::string_view primary_language(const CitedWork& work) { return std::string_view(work.language).substr(0, work.language.find('-')); }

/// What biblatex calls a language; "" for those that it is not asked for here.
std::string_view biblatex_language(std::string_view primary) {
  constexpr std::pair<std::string_view, std::string_view> names[] = {
      {"zh", "chinese"}, {"en", "english"}, {"ja", "japanese"}, {"ko", "korean"}, {"fr", "french"},
      {"de", "german"},  {"ru", "russian"}, {"es", "spanish"},  {"pt", "portuguese"}, {"it", "italian"}};
  const auto* const found = std::find_if(std::begin(names), std::end(names), [&](const auto& one) { return one.first == primary; });
  return found == std::end(names) ? std::string_view() : found->second;
}

}  // namespace

std::vector<CitationPiece> gb_citation(const CitedWork& work) {
  const std::string creators = gb_creators(work.authors);
  const std::string year = year_of(work);
  Pieces out;
  out.text(creators).text(work.title);
  switch (work.kind) {
    case Kind::report:
      out.text("[R/OL].");
      if (work.date)
        out.text("（" + iso_day(work.date) + "）");
      else if (!year.empty())
        out.text(" " + year);
      break;
    case Kind::part: {
      const std::string page = pages(work, "-");
      out.text("[R/OL]//").text(creators).text(work.host_title).text(".");
      if (!year.empty()) out.text(" " + year);
      if (!page.empty()) out.text(year.empty() ? " " + page : "：" + page);
      break;
    }
    case Kind::news:
      out.text("[N/OL].");
      if (!work.host_title.empty()) out.text(" " + work.host_title);
      if (work.date) out.text((work.host_title.empty() ? " " : "，") + iso_day(work.date));
      break;
    case Kind::web_page:
      out.text("[EB/OL].");
      if (work.date)
        out.text("（" + iso_day(work.date) + "）");
      else if (!year.empty())
        out.text(" " + year);
      break;
  }
  return out.text("[").access_day().text("]. ").address(work.address).text(".").take();
}

std::vector<CitationPiece> bibtex_citation(const CitedWork& work) {
  Pieces out;
  const auto field = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) out.text(",\n  ").text(name).text(" = {" + tex(value) + "}");
  };
  // Authors are institutions and Chinese names: in braces of their own, so that nothing in them is taken for a family name.
  std::string authors;
  for (const std::string& author : work.authors) authors += (authors.empty() ? "{" : " and {") + tex(author) + "}";
  static constexpr std::string_view entries[] = {"techreport", "incollection", "article", "misc"};
  out.text("@").text(entries[static_cast<std::size_t>(work.kind)]).text("{" + work.key);
  if (!authors.empty()) out.text(",\n  author = {" + authors + "}");
  field("title", work.title);
  if (work.kind == Kind::report && !work.authors.empty()) field("institution", work.authors.front());
  if (work.kind == Kind::part) field("booktitle", work.host_title);
  if (work.kind == Kind::news) field("journal", work.host_title);
  field("year", year_of(work));
  if (work.date) field("date", iso_day(work.date));
  field("pages", pages(work, "--"));
  out.text(",\n  url = {").address(work.address).text("},\n  urldate = {").access_day().text("}");
  field("langid", std::string(biblatex_language(primary_language(work))));
  return out.text("\n}\n").take();
}

std::vector<CitationPiece> ris_citation(const CitedWork& work) {
  Pieces out;
  const auto line = [&](std::string_view tag, std::string_view value) {
    if (!value.empty()) out.text(tag).text("  - ").text(one_line(value)).text("\n");
  };
  static constexpr std::string_view types[] = {"RPRT", "CHAP", "NEWS", "ELEC"};
  line("TY", types[static_cast<std::size_t>(work.kind)]);
  line("ID", work.key);
  for (const std::string& author : work.authors) line("AU", author);
  line("TI", work.title);
  line("T2", work.host_title);
  line("PY", year_of(work));
  if (work.date) line("DA", iso_day(work.date));
  if (work.first_page != 0) line("SP", std::to_string(work.first_page));
  if (work.last_page > work.first_page) line("EP", std::to_string(work.last_page));
  out.text("UR  - ").address(work.address).text("\nY2  - ").access_day().text("\n");
  line("LA", primary_language(work));
  return out.text("ER  - \n").take();
}

std::string citation_key(std::string_view text) {
  std::string key;
  for (const char c : text) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter)
      key += c;
    else if (!key.empty() && key.back() != '-')
      key += '-';
  }
  while (key.ends_with('-')) key.pop_back();
  return key.empty() ? "work" : key;
}

}  // namespace reportal
