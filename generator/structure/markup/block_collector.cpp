#include "structure/markup/block_collector.h"

#include <algorithm>
#include <utility>

#include "structure/markup/rich_text.h"

namespace reportal::markup {

namespace {

void extend(LineRange& lines, const LineRange& more) {
  if (more.first == 0) return;
  lines.first = lines.first == 0 ? more.first : std::min(lines.first, more.first);
  lines.last = std::max(lines.last, more.last);
}

}  // namespace

void BlockCollector::end_run() { run_open_ = false; }

void BlockCollector::open_list(bool ordered, std::uint32_t start) {
  if (!contexts_.empty() && contexts_.back().kind == Kind::item) write_item(contexts_.back());
  if (list_depth_ == 0) end_run();
  contexts_.push_back({.kind = Kind::list, .ordered = ordered, .number = start});
  ++list_depth_;
}

void BlockCollector::open_item(std::string_view marker) {
  Context item{.kind = Kind::item, .marker = marker};
  if (!contexts_.empty() && contexts_.back().kind == Kind::list) {
    item.ordered = contexts_.back().ordered;
    item.number = contexts_.back().number++;
  }
  contexts_.push_back(std::move(item));
}

void BlockCollector::open_quote() {
  if (!contexts_.empty() && contexts_.back().kind == Kind::item) write_item(contexts_.back());
  if (contexts_.empty() || contexts_.back().kind != Kind::quote) end_run();
  contexts_.push_back({.kind = Kind::quote});
}

void BlockCollector::close() {
  if (contexts_.empty()) return;
  Context& context = contexts_.back();
  if (context.kind == Kind::item) write_item(context);
  const bool list = context.kind == Kind::list;
  contexts_.pop_back();
  if (list) --list_depth_;
  const bool inner_quote = !contexts_.empty() && contexts_.back().kind == Kind::quote;
  if (contexts_.empty() || (list && list_depth_ == 0) || (!list && inner_quote && !run_open_)) end_run();
}

void BlockCollector::write_item(Context& item) {
  if (item.paragraphs.empty()) return;
  RichText text = with_breaks(item.paragraphs, pool_);
  item.paragraphs.clear();
  const LineRange lines = std::exchange(item.lines, {});
  if (std::exchange(item.written, true)) {
    end_run();
    drafts_.push_back({Paragraph{.text = std::move(text)}, lines});
    return;
  }
  if (!run_open_ || std::get_if<List>(&drafts_.back().content) == nullptr) {
    drafts_.push_back({List{.items = {}, .start = item.number}, lines});
    run_open_ = true;
  }
  const auto depth = static_cast<std::uint8_t>(std::clamp<std::uint32_t>(list_depth_, 1, 256) - 1);
  std::get<List>(drafts_.back().content)
      .items.push_back({.text = std::move(text), .depth = depth, .ordered = item.ordered, .marker = item.marker});
  extend(drafts_.back().lines, lines);
}

void BlockCollector::paragraph(RichText text, LineRange lines) {
  if (text.empty()) return;
  if (contexts_.empty()) {
    drafts_.push_back({Paragraph{.text = std::move(text)}, lines});
    return;
  }
  Context& context = contexts_.back();
  if (context.kind == Kind::item) {
    context.paragraphs.push_back(std::move(text));
    extend(context.lines, lines);
  } else if (context.kind == Kind::quote) {
    if (!run_open_ || std::get_if<Quote>(&drafts_.back().content) == nullptr) {
      drafts_.push_back({Quote{}, lines});
      run_open_ = true;
    }
    std::get<Quote>(drafts_.back().content).paragraphs.push_back(std::move(text));
    extend(drafts_.back().lines, lines);
  } else {
    end_run();  // text of a list outside of its items
    drafts_.push_back({Paragraph{.text = std::move(text)}, lines});
  }
}

void BlockCollector::heading(int level, RichText title, LineRange lines) {
  if (title.empty()) return;
  if (!contexts_.empty()) {
    paragraph(as_strong(std::move(title)), lines);
    return;
  }
  drafts_.push_back({Heading{.level = level, .number = {}, .title = std::move(title)}, lines});
}

void BlockCollector::block(BlockContent content, LineRange lines) {
  if (!contexts_.empty() && contexts_.back().kind == Kind::item) write_item(contexts_.back());
  end_run();
  drafts_.push_back({std::move(content), lines});
}

std::vector<Draft> BlockCollector::take() {
  while (!contexts_.empty()) close();
  return std::move(drafts_);
}

}  // namespace reportal::markup
