// The shapes that many pages show: a school, a report, a case, an article, a topic, as values for templates (templates/README.md).

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "index/site_plan.h"
#include "render/body.h"
#include "render/template/value.h"

namespace reportal {

/// What all pages share, made once: the stages' results, and texts that are shown in many places.
struct Site {
  Site(const Library& library, const Links& links, const SitePlan& plan, const Theme& theme, std::string_view generator, unsigned jobs);

  const Library& library;
  const Links& links;
  const SitePlan& plan;
  const Theme& theme;
  std::string generator;
  std::vector<std::string> case_summary;      ///< a case → the beginning of its text
  std::vector<std::string> document_summary;  ///< a document → its summary
  std::vector<std::string> case_label;        ///< a case → "案例 1-1", "" without a number
  std::vector<std::string> foreign_language;  ///< a document → what its language is called, "" where it is the portal's
  std::vector<std::uint32_t> document_figures, document_tables;  ///< counts
  std::vector<std::uint32_t> case_rank;       ///< a case → its place in cases_in_order
};

/// Builds values for one page; addresses are relative to it. What it makes lives in the pool.
class Cards {
 public:
  using Value = templates::Value;
  using Member = templates::Member;

  Cards(const Site& site, std::string_view page, templates::ValuePool& pool);

  /// What stands before addresses of the page where they are not relative to it, "/portal/"; "" where they are.
  [[nodiscard]] std::string_view absolute_root() const { return absolute_root_; }

  [[nodiscard]] Value url(std::string_view address) const;
  [[nodiscard]] Value url_or_none(std::string_view address) const { return address.empty() ? Value() : url(address); }
  [[nodiscard]] Value link(std::string_view title, std::string_view address) const;
  /// `{title, url, language?}`
  [[nodiscard]] Value document_link(std::uint32_t document) const;
  [[nodiscard]] Value number_or_none(int number) const { return number == 0 ? Value() : Value(number); }
  [[nodiscard]] Value day(const Date& date) const;
  /// `{tag, name}` of a document's language where it is not the portal's.
  [[nodiscard]] Value language_or_none(std::uint32_t document) const;
  [[nodiscard]] Value texts(const std::vector<std::string>& texts) const;
  /// The name of a kind of school or organisation in the interface's language; "" if there is none.
  [[nodiscard]] Value kind_name(const std::string& kind) const;

  [[nodiscard]] Value school(std::uint32_t school) const;
  [[nodiscard]] Value school_or_none(int school) const { return school < 0 ? Value() : this->school(static_cast<std::uint32_t>(school)); }
  [[nodiscard]] Value school_card(std::uint32_t school) const;
  [[nodiscard]] Value report_card(std::uint32_t document) const;
  [[nodiscard]] Value case_card(std::uint32_t item) const;
  /// A case as a neighbour of another: what it is called and whose it is.
  [[nodiscard]] Value case_link(std::uint32_t item) const;
  [[nodiscard]] Value article_card(std::uint32_t document) const;
  [[nodiscard]] Value topic_card(std::uint32_t topic) const;
  [[nodiscard]] Value topic_link(std::uint32_t topic) const;  ///< `{name, url}`

  [[nodiscard]] std::vector<Member> report_members(std::uint32_t document) const;
  [[nodiscard]] std::vector<Member> case_members(std::uint32_t item) const;
  [[nodiscard]] std::vector<Member> article_members(std::uint32_t document) const;
  [[nodiscard]] std::vector<Member> school_members(std::uint32_t school) const;
  [[nodiscard]] std::vector<Member> topic_members(std::uint32_t topic) const;

  /// A list of cards, one for each of the indices.
  template <typename Indices>
  [[nodiscard]] Value list(const Indices& indices, Value (Cards::*card)(std::uint32_t) const) const {
    std::vector<Value> values;
    for (const std::uint32_t index : indices) values.push_back((this->*card)(index));
    return pool_.list(std::move(values));
  }

  /// What a case is called, where it stands in its report.
  [[nodiscard]] std::string_view case_title(std::uint32_t item) const;
  [[nodiscard]] const Document& document_of(std::uint32_t item) const {
    return site_.library.documents[site_.library.cases[item].document];
  }

 private:
  const Site& site_;
  std::string_view page_;
  std::string_view absolute_root_;
  templates::ValuePool& pool_;
};

}  // namespace reportal
