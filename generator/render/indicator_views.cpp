// Indicators: which school, how much, since when, and who says it.

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "base/text.h"
#include "chinese/numbers.h"
#include "chinese/sentences.h"
#include "model/texts.h"
#include "render/chart.h"
#include "render/digest.h"
#include "render/page_view.h"

namespace reportal {

using templates::Member;
using templates::Value;

namespace {

constexpr std::size_t bars_shown = 30;   ///< schools in a chart of one year
constexpr std::size_t small_bars_shown = 8;  ///< schools in a small chart among others
constexpr std::size_t lines_shown = 6;   ///< schools in a chart over years: as many as there are colours

}  // namespace

/// "约 4,951.13": the number as it was stated.
std::string PageView::value_text(const IndicatorValue& value) const {
  static constexpr const char* marks[] = {"", "value_about", "value_at_least", "value_at_most"};
  const char* mark = marks[static_cast<std::size_t>(value.exactness)];
  std::string text = *mark == '\0' ? std::string() : std::string(string(mark));
  return text += grouped_number(value.value);
}

/// A value with the place that says it.
Value PageView::value_of(const IndicatorValue& value) {
  std::string url, html;
  std::string_view said_by;
  if (value.fact >= 0) {
    const auto d = static_cast<std::uint32_t>(value.document);
    const Document& document = site_.library.documents[d];
    const Fact& fact = document.facts[static_cast<std::size_t>(value.fact)];
    url = block_address(site_.plan, site_.library, d, fact.block);
    html = marked_sentence(text_of_item(document.blocks[fact.block], fact.item), fact.first, fact.last);
    said_by = document.title;
  } else if (value.document >= 0) {
    url = site_.plan.document_address[static_cast<std::size_t>(value.document)];
    said_by = string("value_given");
  } else {
    const GivenValue& given = site_.library.values[static_cast<std::size_t>(value.given)];
    said_by = given.source.empty() ? string("value_given") : std::string_view(given.source);
  }
  return pool_.map({{"text", pool_.text(value_text(value))},
                    {"number", value.value},
                    {"year", value.year},
                    {"url", url.empty() ? Value() : cards_.url(url)},
                    {"sentence", html.empty() ? Value() : pool_.html(std::move(html))},
                    {"said_by", said_by},
                    {"given", value.origin == IndicatorValue::Origin::given}});
}

std::vector<Member> PageView::indicator_members(std::uint32_t index) {
  const Indicator& indicator = site_.library.vocabulary.indicators[index];
  return {{"id", indicator.id},
          {"name", indicator.name},
          {"unit", indicator.unit},
          {"direction", indicator.direction},
          {"definition", indicator.definition},
          {"group", indicator.group},
          {"url", cards_.url(site_.plan.indicator_address[index])},
          {"count", indicator_values_of(site_.links, index).size()}};
}

void PageView::indicator_index() {
  title(string("indicators"));
  std::vector<Value> groups;
  for (const IndicatorGroup& group : site_.plan.indicator_groups) {
    std::vector<Value> members;
    for (const std::uint32_t index : group.indicators) members.push_back(pool_.map(indicator_members(index)));
    groups.push_back(pool_.map({{"name", group.name},
                                {"url", group.address.empty() ? Value() : cards_.url(group.address)},
                                {"indicators", pool_.list(std::move(members))}}));
  }
  add("groups", pool_.list(std::move(groups)));
}

void PageView::indicator() {
  const std::uint32_t index = page_.subject;
  const Indicator& indicator = site_.library.vocabulary.indicators[index];
  title(indicator.name);
  description(indicator.definition);
  crumb(string("indicators"), "indicators/index.html");
  const auto group = std::find_if(site_.plan.indicator_groups.begin(), site_.plan.indicator_groups.end(), [&](const IndicatorGroup& one) {
    return std::find(one.indicators.begin(), one.indicators.end(), index) != one.indicators.end();
  });
  if (group != site_.plan.indicator_groups.end() && !group->address.empty()) crumb(group->name, group->address);
  add("indicator", pool_.map(indicator_members(index)));

  const ValueTable& table = site_.plan.indicator_tables[index];
  std::vector<Value> heads;
  for (const int year : table.years) heads.push_back(year);
  std::vector<Value> rows;
  for (const std::uint32_t school : on_this_page(table.schools)) {
    const auto own = indicator_values_of(site_.links, index, school);
    std::vector<Value> cells;
    for (const int year : table.years) {
      const auto value = std::find_if(own.begin(), own.end(), [&](const IndicatorValue& v) { return v.year == year; });
      cells.push_back(value == own.end() ? Value() : value_of(*value));
    }
    rows.push_back(pool_.map({{"school", cards_.school(school)}, {"cells", pool_.list(std::move(cells))}}));
  }
  add("years", pool_.list(std::move(heads)));
  add("rows", pool_.list(std::move(rows)));
  add("pager", pager(table.schools.size()));
  add("charts", page_.part == 0 ? indicator_charts(index) : pool_.list({}));
}

std::string PageView::short_school_name(std::uint32_t school) const {
  const School& one = site_.library.vocabulary.schools[school];
  return one.short_name.empty() ? one.name : one.short_name;
}

Value PageView::drawn(const ChartData& data, std::string heading, double width) {
  std::string html;
  append_chart(html, data, heading, string("chart_data"), width);
  return pool_.map({{"title", pool_.text(std::move(heading))}, {"html", pool_.html(std::move(html))}});
}

/// Schools by their values, the greatest first, at most `most` of them.
Value PageView::bar_chart(std::string heading, const std::string& unit, std::vector<std::pair<double, std::uint32_t>> bars, std::size_t most) {
  std::stable_sort(bars.begin(), bars.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  if (bars.size() > most) bars.resize(most);
  ChartData data{.shape = ChartData::Shape::bar, .unit = unit, .labels = {}, .series = {{}}};
  for (const auto& [value, school] : bars) {
    data.labels.push_back(short_school_name(school));
    data.series[0].values.emplace_back(value);
  }
  return drawn(data, std::move(heading), most <= small_bars_shown ? small_chart_width : chart_width);
}

/// The schools beside each other in the newest year that more than one has, else by the newest value of each; and each over its years.
Value PageView::indicator_charts(std::uint32_t index) {
  const Indicator& indicator = site_.library.vocabulary.indicators[index];
  const std::vector<int>& years = site_.plan.indicator_tables[index].years;
  std::map<std::uint32_t, std::vector<const IndicatorValue*>> by_school;
  for (const IndicatorValue& value : indicator_values_of(site_.links, index)) by_school[value.school].push_back(&value);
  std::vector<Value> charts;
  for (auto year = years.rbegin(); year != years.rend() && charts.empty(); ++year) {
    std::vector<std::pair<double, std::uint32_t>> bars;
    for (const auto& [school, values] : by_school) {
      for (const IndicatorValue* value : values) {
        if (value->year == *year) bars.emplace_back(value->value, school);
      }
    }
    if (bars.size() < 2) continue;
    charts.push_back(bar_chart(std::to_string(*year) + " " + indicator.name, indicator.unit, std::move(bars), bars_shown));
  }
  if (charts.empty() && by_school.size() > 1) {
    ChartData newest{.shape = ChartData::Shape::bar, .unit = indicator.unit, .labels = {}, .series = {{}}};
    for (const auto& [school, values] : by_school) {
      if (newest.labels.size() == bars_shown) break;
      newest.labels.push_back(short_school_name(school) + " " + std::to_string(values.back()->year));
      newest.series[0].values.emplace_back(values.back()->value);
    }
    charts.push_back(drawn(newest, std::string(string("newest_values")), chart_width));
  }
  ChartData lines{.shape = ChartData::Shape::line, .unit = indicator.unit, .labels = {}, .series = {}};
  std::vector<std::uint32_t> shown;
  std::set<int> shown_years;
  for (const auto& [school, values] : by_school) {
    if (values.size() < 2 || shown.size() == lines_shown) continue;
    shown.push_back(school);
    for (const IndicatorValue* value : values) shown_years.insert(value->year);
  }
  for (const int year : shown_years) lines.labels.push_back(std::to_string(year));
  for (const std::uint32_t school : shown) {
    const auto& values = by_school.at(school);
    ChartData::Series series{short_school_name(school), {}};
    for (const int year : shown_years) {
      const auto value = std::find_if(values.begin(), values.end(), [&](const IndicatorValue* v) { return v->year == year; });
      series.values.push_back(value == values.end() ? std::nullopt : std::optional((*value)->value));
    }
    lines.series.push_back(std::move(series));
  }
  if (!lines.series.empty()) charts.push_back(drawn(lines, indicator.name + " " + lines.labels.front() + "–" + lines.labels.back(), chart_width));
  return pool_.list(std::move(charts));
}

/// One table a group: schools and, of each indicator, the newest value; and small charts of the same beside each other.
void PageView::indicator_group() {
  const IndicatorGroup& group = site_.plan.indicator_groups[page_.subject];
  title(group.name);
  crumb(string("indicators"), "indicators/index.html");
  std::vector<Value> heads;
  std::vector<std::uint32_t> columns;
  for (const std::uint32_t index : group.indicators) {
    if (indicator_values_of(site_.links, index).empty()) continue;
    columns.push_back(index);
    heads.push_back(pool_.map(indicator_members(index)));
  }
  std::vector<Value> rows;
  for (const std::uint32_t school : on_this_page(group.table.schools)) {
    std::vector<Value> cells;
    for (const std::uint32_t index : columns) {
      const auto own = indicator_values_of(site_.links, index, school);
      cells.push_back(own.empty() ? Value() : value_of(own.back()));  // years ascend
    }
    rows.push_back(pool_.map({{"school", cards_.school(school)}, {"cells", pool_.list(std::move(cells))}}));
  }
  add("indicators", pool_.list(std::move(heads)));
  add("rows", pool_.list(std::move(rows)));
  add("pager", pager(group.table.schools.size()));
  std::vector<Value> charts;
  for (const std::uint32_t index : page_.part == 0 ? columns : std::vector<std::uint32_t>()) {
    std::vector<std::pair<double, std::uint32_t>> bars;
    const auto values = indicator_values_of(site_.links, index);
    for (std::size_t i = 0; i < values.size(); ++i) {
      const bool newest = i + 1 == values.size() || values[i + 1].school != values[i].school;
      if (newest) bars.emplace_back(values[i].value, values[i].school);
    }
    if (bars.size() < 2) continue;
    const Indicator& indicator = site_.library.vocabulary.indicators[index];
    charts.push_back(bar_chart(indicator.name, indicator.unit, std::move(bars), small_bars_shown));
  }
  add("charts", pool_.list(std::move(charts)));
  std::vector<Value> without;
  for (const std::uint32_t index : group.indicators) {
    if (page_.part > 0 || !indicator_values_of(site_.links, index).empty()) continue;
    without.push_back(pool_.map(indicator_members(index)));
  }
  add("without_values", pool_.list(std::move(without)));
}

/// A school's values by group, each indicator with all its years, the newest first.
Value PageView::school_indicators(std::uint32_t school) {
  std::map<std::uint32_t, std::vector<const IndicatorValue*>> own;
  for (const std::uint32_t at : site_.plan.school_values[school]) {
    const IndicatorValue& value = site_.links.indicator_values[at];
    own[value.indicator].push_back(&value);
  }
  std::vector<Value> groups;
  for (const IndicatorGroup& group : site_.plan.indicator_groups) {
    std::vector<Value> rows;
    for (const std::uint32_t index : group.indicators) {
      const auto values = own.find(index);
      if (values == own.end()) continue;
      std::vector<Value> cells;
      for (auto value = values->second.rbegin(); value != values->second.rend(); ++value) cells.push_back(value_of(**value));
      rows.push_back(pool_.map({{"indicator", pool_.map(indicator_members(index))}, {"values", pool_.list(std::move(cells))}}));
    }
    if (rows.empty()) continue;
    groups.push_back(pool_.map({{"name", group.name},
                                {"url", group.address.empty() ? Value() : cards_.url(group.address)},
                                {"rows", pool_.list(std::move(rows))}}));
  }
  return pool_.list(std::move(groups));
}

}  // namespace reportal
