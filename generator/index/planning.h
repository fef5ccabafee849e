// The parts of plan_site, one a file: names within a document, orders and lists, addresses of assets and tables.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "index/site_plan.h"

namespace reportal::index {

// names.cpp

/// A printed number as part of an address or an id: "1.1" → "1-1", "第十二" → "12", "１－１" → "1-1"; "" where it holds neither
/// digit nor letter.
[[nodiscard]] std::string number_slug(std::string_view number);

/// An id that a person can read and type: letters, digits and Han of the title, the rest as '-', at most 40 characters; may be empty.
[[nodiscard]] std::string title_slug(std::string_view title);

/// A string that sorts slugs by the value of their numbers: 1-10 after 1-9.
[[nodiscard]] std::string natural_key(std::string_view slug);

/// Six hexadecimal digits over `text`: the same on every machine and in every version.
[[nodiscard]] std::string text_hash(std::string_view text);

/// Makes the names that are not "" distinct: of equal ones the first stays, the next get -2, -3 … A name that stands in the
/// list by itself is never given to another.
void make_distinct(std::vector<std::string>& names);

// anchors.cpp

/// A block → its anchor, "" for blocks that no page shows. Distinct within the document.
[[nodiscard]] std::vector<std::string> block_anchors(const Document& document);

/// The chapters of a report, at least one, that together hold all blocks; those that are too long for a page split at their sections.
[[nodiscard]] std::vector<SitePlan::Chapter> report_chapters(const Document& report);

// orders.cpp

/// The letters of an index whose names are filed under `letters`, in its order, and go over pages STEM.html, STEM-2.html … by names_on_page.
/// The groups of a page carry id="at_group-1", "at_group-2" …
[[nodiscard]] std::vector<NameLetter> name_letters(const std::vector<std::string>& letters, std::string_view stem);

/// Fills the orders and lists of `plan`, all but table_csv and the addresses.
void fill_orders(const Library& library, const Links& links, SitePlan& plan);

// tables_csv.cpp

/// The tables of reports that have rows, with the addresses of their CSV files.
[[nodiscard]] std::map<BlockRef, std::string> table_addresses(const Library& library);

// assets.cpp

/// A theme asset's name → its address with a hash of its bytes and of all that it refers to.
[[nodiscard]] std::unordered_map<std::string, std::string> asset_addresses(const Theme& theme);

}  // namespace reportal::index
