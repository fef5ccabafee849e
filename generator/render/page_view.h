// One page's view while it is built: the frame that all kinds share, and a function a kind that adds its own names.

#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "render/citation.h"
#include "render/linked_data.h"
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
  [[nodiscard]] Value translations();  ///< the page's text in its other languages
  [[nodiscard]] Value alternates();    ///< the same and itself, for search engines
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

  // site_index_view.cpp: every way in on one page.
  void site_index();

  // indicator_views.cpp: values with the places that say them.
  void indicator_index();
  void indicator_group();
  void indicator();
  [[nodiscard]] std::string value_text(const IndicatorValue& value) const;
  [[nodiscard]] Value value_of(const IndicatorValue& value);
  [[nodiscard]] std::vector<Member> indicator_members(std::uint32_t index);
  [[nodiscard]] Value indicator_charts(std::uint32_t index);
  [[nodiscard]] std::string short_school_name(std::uint32_t school) const;
  [[nodiscard]] Value topic_chart(std::vector<std::uint32_t> topics);
  [[nodiscard]] Value home_ways();
  [[nodiscard]] Value drawn(const ChartData& data, std::string heading, double width);
  [[nodiscard]] Value bar_chart(std::string heading, const std::string& unit, std::vector<std::pair<double, std::uint32_t>> bars,
                                std::size_t most);
  [[nodiscard]] Value school_indicators(std::uint32_t school);
  [[nodiscard]] Value school_timeline(std::uint32_t school);

  // overview_views.cpp: ways in over all schools, topics and years.
  [[nodiscard]] Value case_facets();
  [[nodiscard]] Value letter_list(const std::vector<LetterList>& lists);  ///< ways into a list by letter
  void letter_head(const LetterList& list, const char* index_string, std::string_view index_address);
  [[nodiscard]] Value topic_matrix();
  [[nodiscard]] std::string topic_case_address(std::uint32_t topic, std::size_t at) const;
  [[nodiscard]] std::string case_group_anchor(std::uint32_t item) const;
  template <typename Make>
  void add_names(const char* member, const std::vector<std::uint32_t>& order, const std::vector<NameLetter>& index, Make make);
  [[nodiscard]] Value school_groups(const std::string School::* member);

  // thing_views.cpp: pages that are about one thing.
  void school();
  void topic();
  void organisation();

  // named_views.cpp: names in texts, from both sides.
  void term();
  void named_in_page(EntityRef entity, std::string_view index_string, std::string_view index_address);
  void add_paged_named_in(EntityRef entity);  ///< the places on this page, and the pager
  void add_named_in(EntityRef entity, const std::vector<std::string>& all_addresses);  ///< the newest places, and where all are
  void add_partners(std::uint32_t school);
  void add_named(const std::map<EntityRef, std::uint32_t>& named);
  void add_named_in_document(std::uint32_t document);
  void add_named_in_case(const Case& item);
  void add_related(const TextRef& own);
  [[nodiscard]] Value named_in_groups(EntityRef entity, std::size_t first, std::size_t last);
  [[nodiscard]] Value naming_sentence(const Mention& mention);
  [[nodiscard]] std::string_view text_of(const Mention& mention) const;
  [[nodiscard]] std::vector<Member> term_members(std::uint32_t index);
  [[nodiscard]] const std::string& name_of(EntityRef entity) const;
  [[nodiscard]] std::string related_reason(const Related& related, const TextRef& own) const;

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
  [[nodiscard]] Value contents(std::uint32_t document, std::uint32_t first, std::uint32_t last, int deepest, bool on_page,
                               int shift = 0);
  [[nodiscard]] Value body(const std::vector<std::uint32_t>& blocks, const BodyPage& how);
  [[nodiscard]] Value whole_body(std::uint32_t document);
  [[nodiscard]] Value topic_links(const std::vector<Placement>& placements);
  [[nodiscard]] std::string reason(const Placement& placement) const;
  [[nodiscard]] std::string mention_address(const Mention& mention) const;

  // citation_views.cpp: how the page and its figures and tables are cited.
  [[nodiscard]] CitedWork work_of(std::uint32_t document, CitedWork::Kind kind) const;
  [[nodiscard]] std::vector<Value> cited_parts(std::uint32_t document, const std::vector<std::uint32_t>& blocks);
  void add_citation(const CitedWork& work, const std::vector<Value>& parts);
  void cite_report(std::uint32_t document, bool with_parts);
  void cite_chapter(std::uint32_t document, std::string_view number, const std::vector<std::uint32_t>& blocks);
  void cite_case(std::uint32_t item);
  void cite_article(std::uint32_t document);

  const SharedView& shared_;
  const Site& site_;
  const PlannedPage& page_;
  templates::ValuePool& pool_;
  Cards cards_;
  std::vector<Member> names_;
  std::vector<Crumb> crumbs_;
  std::string_view title_;
  std::string_view description_;
};

/// The cases of a year, in their order; none for a year without.
[[nodiscard]] const std::vector<std::uint32_t>& cases_of_year(const SitePlan& plan, int year);

/// The running numbers first, first + 1, … last - 1.
[[nodiscard]] std::vector<std::uint32_t> block_range(std::uint32_t first, std::uint32_t last);

}  // namespace reportal
