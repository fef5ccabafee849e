// Takes the blocks of a Markdown or HTML tree in the order of the text and flattens lists and quotes.
//
// A tree may nest anything in anything; a document is a flat list of blocks. A list item keeps its paragraphs, a quote keeps
// its; whatever else stands in one (a table, a figure, code) becomes a block of its own, and the list or quote goes on behind
// it with the right number.

#pragma once

#include <cstdint>
#include <vector>

#include "base/text.h"
#include "model/document.h"

namespace reportal::markup {

/// A block before it is held against its neighbours: sections, cases, captions and exact lines come later.
struct Draft {
  BlockContent content;
  LineRange lines;  ///< what it was made of; may overlap with others
};

class BlockCollector {
 public:
  explicit BlockCollector(StringPool& pool) : pool_(pool) {}

  void open_list(bool ordered, std::uint32_t start);
  void close_list() { close(); }
  /// `marker` as printed where the list does not count itself; lives as long as the document.
  void open_item(std::string_view marker = {});
  void close_item() { close(); }
  void open_quote();
  void close_quote() { close(); }

  void paragraph(RichText text, LineRange lines);
  void heading(int level, RichText title, LineRange lines);
  void block(BlockContent content, LineRange lines);

  [[nodiscard]] std::vector<Draft> take();

 private:
  enum class Kind : std::uint8_t { list, item, quote };
  struct Context {
    Kind kind;
    bool ordered = false;
    bool written = false;                ///< item: its marker stands in a list already
    std::uint32_t number = 1;            ///< list: of its next item
    std::string_view marker{};           ///< item: as printed
    std::vector<RichText> paragraphs{};  ///< item: not yet written
    LineRange lines{};                   ///< of those
  };

  void close();
  void write_item(Context& item);
  void end_run();  ///< the list or quote being written is complete

  StringPool& pool_;
  std::vector<Context> contexts_;
  std::vector<Draft> drafts_;
  bool run_open_ = false;         ///< the last draft is a list or quote that may go on
  std::uint32_t list_depth_ = 0;  ///< lists around what comes next
};

}  // namespace reportal::markup
