// One page's view while it is built: the frame that all kinds share, and a function a kind that adds its own names.

#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "render/view.h"

namespace reportal {

class PageView {
 public:
  using Value = templates::Value;
  using Member = templates::Member;

  PageView(const SharedView& shared, const PlannedPage& page, templates::ValuePool& pool);

  /// Adds the names of the page's kind, then the frame.
  [[nodiscard]] Value build();

 private:
  // view.cpp: the frame.
  void add(std::string_view name, Value value) { names_.emplace_back(name, value); }
  void title(std::string_view text) { title_ = text; }
  void description(std::string_view text) { description_ = text; }
  void crumb(std::string_view text, std::string_view address);
  void add_frame();
  [[nodiscard]] std::string_view string(const char* key) const { return interface_text(site_.theme.strings, key); }
  [[nodiscard]] Value pager(std::size_t total);
  /// The entries of a paged list that stand on this page.
  template <typename List>
  [[nodiscard]] List on_this_page(const List& entries) const {
    return List(entries.begin() + page_.first, entries.begin() + page_.last);
  }

  // list_views.cpp: pages that show many things.
  void home();
  void school_index();
  void report_index();
  void case_index();
  void topic_index();
  void organisation_index();
  void article_index();
  void year_index();
  void year();
  void figure_index();
  void table_index();
  void glossary();
  void add_cases(const std::vector<std::uint32_t>& cases);  ///< those on this page, and the pager
  [[nodiscard]] Value channel_list();
  [[nodiscard]] std::vector<Member> captioned(const BlockRef& ref);

  // thing_views.cpp: pages that are about one thing.
  void school();
  void topic();
  void organisation();

  // document_views.cpp: pages that show a document or a part of one.
  void report();
  void chapter();
  void report_full();
  void case_page();
  void article();
  void free_page();
  void redirect();

  // record_view.cpp: the cleaning record of a document.
  void record();
  [[nodiscard]] Value contents(std::uint32_t document, std::uint32_t first, std::uint32_t last, int deepest, bool on_page);
  [[nodiscard]] Value body(const std::vector<std::uint32_t>& blocks, const BodyPage& how);
  [[nodiscard]] Value whole_body(std::uint32_t document);
  [[nodiscard]] Value topic_links(const std::vector<Placement>& placements);
  [[nodiscard]] std::string_view address_of(const EntityRef& entity) const;
  [[nodiscard]] std::string_view name_of(const EntityRef& entity) const;
  [[nodiscard]] std::string reason(const Placement& placement) const;
  [[nodiscard]] std::string mention_address(const Mention& mention) const;

  const SharedView& shared_;
  const Site& site_;
  const PlannedPage& page_;
  templates::ValuePool& pool_;
  Cards cards_;
  std::vector<Member> names_;
  std::vector<Value> crumbs_;
  std::string_view title_;
  std::string_view description_;
};

/// The running numbers first, first + 1, … last - 1.
[[nodiscard]] std::vector<std::uint32_t> block_range(std::uint32_t first, std::uint32_t last);

}  // namespace reportal
