// The texts of a block that a reader sees, one after the other, whatever kind of block it is: a paragraph has one, a list one an item,
// a table its caption and its cells. Whoever reads all text (mentions, search) goes through here, so that none is forgotten.

#pragma once

#include <cstdint>
#include <utility>

#include "model/document.h"

namespace reportal {

/// What a text is to its block. Only running text is flowing prose, in which links are laid over names.
enum class TextRole : std::uint8_t { running, quote, title, caption, cell, note, printed };

/// Calls visit(item, role, text) for each text of `block` in the order of reading; `item` counts them within the block, so that of a
/// list it is the index of the list item. Furniture and code have none.
template <typename Visit>
void for_each_text(const Block& block, Visit&& visit) {
  std::uint32_t item = 0;
  const auto give = [&](TextRole role, const RichText& text) { visit(item++, role, text); };
  if (const auto* paragraph = as<Paragraph>(block)) {
    give(paragraph->role == Paragraph::Role::caption ? TextRole::caption : TextRole::running, paragraph->text);
  } else if (const auto* list = as<List>(block)) {
    for (const ListItem& one : list->items) give(TextRole::running, one.text);
  } else if (const auto* quote = as<Quote>(block)) {
    for (const RichText& one : quote->paragraphs) give(TextRole::quote, one);
  } else if (const auto* heading = as<Heading>(block)) {
    give(TextRole::title, heading->title);
  } else if (const auto* title = as<CaseTitle>(block)) {
    give(TextRole::title, title->title);
  } else if (const auto* figure = as<Figure>(block)) {
    give(TextRole::caption, figure->caption);
  } else if (const auto* note = as<SourceNote>(block)) {
    give(TextRole::note, note->text);
  } else if (const auto* table = as<Table>(block)) {
    give(TextRole::caption, table->caption);
    for (const RichText& column : table->columns) give(TextRole::cell, column);
    for (const TableRow& row : table->rows) {
      for (const RichText& cell : row.cells) give(TextRole::cell, cell);
    }
    for (const std::string_view line : table->printed) give(TextRole::printed, RichText{line, {}});
  }
}

/// The text that for_each_text counts as `item`; "" where there is none.
[[nodiscard]] inline std::string_view text_of_item(const Block& block, std::uint32_t item) {
  std::string_view found;
  for_each_text(block, [&](std::uint32_t at, TextRole, const RichText& text) {
    if (at == item) found = text.text;
  });
  return found;
}

}  // namespace reportal
