// The door of index: every page of the site, decided before any is made, and the files that are made from data alone.
//
// An address is the path of a file below the site's root, with '/' between parts ("cases/hngy-2023/1-1.html"); links between pages are
// relative. Two pages with one address are an error that names both sources.

#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/problem.h"
#include "base/wording.h"
#include "link/link.h"
#include "model/library.h"
#include "read/read.h"

namespace reportal {

enum class PageKind : std::uint8_t {
  home, school_index, school, report_index, report, chapter, report_full, case_index, case_chapter, case_letter, case_page, topic_index, topic,
  organisation_index, organisation, term, named_in_school, named_in_topic, indicator_index, indicator_group, indicator, article_index, channel, article, year_index, year, figure_index, figure_letter, table_index, table_letter, glossary,
  page, not_found, redirect, record, search, site_index
};

/// One page to be rendered.
struct PlannedPage {
  PageKind kind;
  std::string address;
  std::uint32_t subject = 0;   ///< index: school, topic, document, case, organisation, channel; year number for year
  std::uint32_t part = 0;      ///< chapter: 0-based chapter; lists: 0-based page of the list
  std::uint32_t part_count = 1;
  std::uint32_t first = 0, last = 0;  ///< chapter: its blocks [first, last); lists, and the cases of a school, topic or year: entries [first, last)
  std::string redirect_to;     ///< of a redirect: the address it leads to
};

/// A file that is made from data or copied: feeds, sitemap, robots.txt, CSV, assets.
struct OutputFile {
  std::string address;
  std::string bytes;
};

/// A block of the library.
struct BlockRef {
  std::uint32_t document = 0, block = 0;
  friend auto operator<=>(const BlockRef&, const BlockRef&) = default;
};

/// A school or organisation that a school's documents name, or whose documents name the school.
struct Partner {
  EntityRef entity;
  std::uint32_t named = 0;      ///< how often the school's documents name it
  std::uint32_t names_back = 0; ///< how often its documents name the school; organisations have none
};

/// How many places that name it the page of a school or topic shows itself; where there are more, a list of its own has all.
inline constexpr std::size_t named_in_shown = 8;

/// How many names an index of schools, organisations or terms has on one page; the rest go on the pages that follow it.
inline constexpr std::size_t names_on_page = 240;

/// How many cells a table of an indicator has on one page; a value with its sentence is 650 bytes of HTML. A table of a group has twice as many, since
/// it shows no sentences.
inline constexpr std::size_t values_on_page = 240;

/// A letter of an index of names.
struct NameLetter {
  std::string letter;
  std::string address;            ///< of its group on the page where it begins: "schools/index-2.html#at_group-1"
  std::uint32_t first, last;      ///< its names, as places in the order of the index
};

/// A table of values of an indicator, or of a group of them: its rows and its columns.
struct ValueTable {
  std::vector<std::uint32_t> schools;  ///< those that have values, in the order of their names
  std::vector<int> years;              ///< ascending
};

/// Titles under one letter, in pinyin order.
struct LetterList {
  std::string letter, address;
  std::vector<std::uint32_t> entries;  ///< cases, or places in SitePlan::figures or ::tables
};

/// The indicators of one group, in the order of indicators.yaml.
struct IndicatorGroup {
  std::string name, address;
  std::vector<std::uint32_t> indicators;
  ValueTable table;
};

/// The cases that stand in chapters of one title, whatever the report.
struct CaseChapter {
  std::string title, address;
  std::vector<std::uint32_t> cases;  ///< as in cases_in_order
};

/// A table of data/: data/NAME.csv and data/NAME.json.
struct Dataset {
  std::string_view name;
  Wording title;
};

struct SitePlan {
  std::vector<PlannedPage> pages;   ///< in a fixed order

  // Addresses of things, by their index. "" where a thing has no page.
  std::vector<std::string> document_address;   ///< report → its cover; article, page → itself; case_study → its case page
  std::vector<std::string> full_address;       ///< report → its full page
  std::vector<std::string> record_address;     ///< a document with a cleaning record → "reports/hngy-2023/record.html"
  std::vector<std::string> case_address;
  std::vector<std::string> school_address, topic_address, organisation_address, term_address, indicator_address, channel_address;
  std::vector<std::string> channel_feed, school_feed;          ///< "" where nothing has a date
  std::vector<std::string> school_named_in, topic_named_in;  ///< the list of all places that name it
  std::unordered_map<int, std::string> year_address;

  // Anchors and chapters of documents.
  struct Chapter {
    std::uint32_t first, last;  ///< its blocks
    std::string address, title, number;
    int level = 1;  ///< of its heading; deeper for what goes on with a chapter that is too long for one page
  };
  /// A report → its chapters, a page each; blocks before the first heading belong to the first. A long chapter is a page a section: the first
  /// of them has its heading and its first section.
  std::vector<std::vector<Chapter>> chapters;
  std::vector<std::vector<std::string>> anchors;         ///< a document → a block → its anchor, "" for blocks without one

  // Orders and lists that pages show.
  std::vector<std::uint32_t> schools_by_name;            ///< vocabulary indices in pinyin order
  std::vector<std::uint32_t> organisations_by_name, terms_by_name;
  std::vector<NameLetter> school_letters, organisation_letters, term_letters;  ///< of these orders
  std::vector<std::uint32_t> articles_by_date;           ///< documents, newest first
  std::vector<std::uint32_t> reports_by_year;            ///< documents, newest first, then school
  std::vector<std::uint32_t> cases_in_order;             ///< cases: newest report first, then number
  std::vector<std::vector<std::uint32_t>> channel_articles;  ///< a channel → documents, newest first
  std::vector<int> years;                                ///< newest first

  std::vector<BlockRef> figures, tables;  ///< numbered or captioned; newest report first, then in the order of the text

  // What belongs to a thing, by the thing's index.
  std::vector<std::vector<std::uint32_t>> document_cases;      ///< a document → its cases, in the order of the text
  std::vector<std::vector<std::uint32_t>> school_documents;    ///< a school → documents about it: reports, then the rest, newest first
  std::vector<std::vector<std::uint32_t>> school_cases;        ///< a school → cases, as in cases_in_order
  /// Where a thing is named in documents that are not its own, by its kind and index: those of Links::mentions that count for their section
  /// or case, newest document first.
  std::array<std::vector<std::vector<std::uint32_t>>, entity_kinds> named_in;
  std::vector<std::vector<Partner>> school_partners;           ///< a school → schools and organisations it is named with, most often first
  std::vector<std::vector<std::uint32_t>> topic_cases;         ///< a topic → cases, as in cases_in_order
  std::vector<std::vector<std::uint32_t>> topic_documents;     ///< a topic → documents placed by front matter, newest first
  std::vector<std::vector<BlockRef>> topic_sections;           ///< a topic → headings whose title is one of its section titles
  std::vector<IndicatorGroup> indicator_groups;                ///< in the order in which indicators.yaml first names them
  std::vector<ValueTable> indicator_tables;                    ///< by indicator
  std::vector<std::vector<std::uint32_t>> school_values;       ///< a school → indices in Links::indicator_values
  std::vector<LetterList> case_letters, figure_letters, table_letters;  ///< "#" first
  std::vector<CaseChapter> case_chapters;                              ///< the one with most cases first
  std::unordered_map<int, std::vector<std::uint32_t>> year_cases;      ///< as in cases_in_order
  std::unordered_map<int, std::vector<std::uint32_t>> year_documents;  ///< reports, then articles and the rest, newest first

  std::vector<Dataset> datasets;                               ///< as datapackage.json lists them
  std::map<BlockRef, std::string> table_csv;                   ///< a table of a report that has rows → "tables/REPORT/1-1.csv"
  std::unordered_set<std::string> content_files;               ///< files of content/ that are published under their own path
  std::unordered_map<std::string, std::string> asset_address;  ///< theme asset name → "assets/style.0123abcd.css"; parts of style sheets have none
};

/// A page that shows a text in one of its languages.
struct PageVersion {
  std::uint32_t document = 0;
  std::string_view address;
};

/// The document whose text a page shows, -1 for pages that show none.
[[nodiscard]] int document_of(const PlannedPage& page, const Library& library);

/// The pages that show the text of `page` in each of its languages, the original's first; empty where it has one only. Chapters of a report need
/// not agree with those of its translation, so a chapter has the covers of both.
[[nodiscard]] std::vector<PageVersion> page_versions(const Library& library, const Links& links, const SitePlan& plan, const PlannedPage& page);

/// The Content-Security-Policy of every page: nothing inline, nothing from elsewhere but pictures where the portal allows them.
[[nodiscard]] std::string content_policy(const Settings& settings);

/// The page that hosts show at every address that leads nowhere. Links relative to it would lead astray, so where the portal says
/// where it stands, they begin at the root of the host.
inline constexpr std::string_view not_found_address = "404.html";

/// The script with what the filters of the case list know of all cases.
inline constexpr std::string_view case_filter_address = "data/cases.js";

/// What a chapter of cases is called in the address of a filtered list: the last part of its own address.
[[nodiscard]] std::string_view case_chapter_id(const CaseChapter& chapter);

/// Address of the page of a school, organisation, topic or term.
[[nodiscard]] const std::string& entity_address(const SitePlan& plan, EntityRef entity);

/// Address of the page that shows `block` of `document` with its fragment ("reports/hngy-2023/1.html#t-1-1").
[[nodiscard]] std::string block_address(const SitePlan& plan, const Library& library, std::uint32_t document, std::uint32_t block);

/// `to` as seen from the page at `from`: "../../index.html". A fragment and a query stay; the same page gives "#fragment" or its own
/// name; an address with a scheme or a host stays as it is. `to` is an address, not a file name: see file_address for those.
[[nodiscard]] std::string relative_address(std::string_view from, std::string_view to);

/// A published file's path as an address: every byte that has a meaning in addresses is percent-encoded ("pictures/a%23b.jpg").
[[nodiscard]] std::string file_address(std::string_view path);

/// The addresses in url(…) and @import of a style sheet, in order, as views into it; comments are skipped.
[[nodiscard]] std::vector<std::string_view> style_sheet_addresses(std::string_view css);

struct StyleImport {
  std::string_view rule;     ///< `@import "a.css";`
  std::string_view address;  ///< `a.css`
};

/// The @import rules at the head of a style sheet that hold for every medium, layer and browser, in order, as views into it.
[[nodiscard]] std::vector<StyleImport> style_sheet_imports(std::string_view css);

/// The style sheet as readers load it: no comments but those that begin with an exclamation mark, no white space that means nothing.
[[nodiscard]] std::string compact_style_sheet(std::string_view css);

/// The script as readers load it: no lines that are comments (`//`, but not `//!`), no indentation, no empty lines. One with texts that go over
/// lines stays as it is.
[[nodiscard]] std::string compact_script(std::string_view script);

/// The CSV file beside the page of a cleaning record.
[[nodiscard]] std::string record_csv_address(std::string_view record_address);

/// The year a document belongs to: what it speaks of, else when it was published; 0 if neither is known.
[[nodiscard]] int document_year(const Document& document);

/// The day on which a document was last touched as its content tells: updated, else date; no date if it says neither.
[[nodiscard]] Date content_date(const Document& document);

/// Decides all pages. Names that clash, ids that are no addresses: errors.
[[nodiscard]] SitePlan plan_site(const Library& library, const Links& links, const Input& input, Problems& problems,
                                 unsigned jobs = 1);

/// Files made from data: sitemap.xml (split at 50,000), robots.txt, feed.xml, feed.json, tables/REPORT/N.csv, data/, cleaning
/// records, _headers, _redirects, theme assets, content files.
[[nodiscard]] std::vector<OutputFile> export_files(const Library& library, const Links& links, const SitePlan& plan, Input& input);

}  // namespace reportal
