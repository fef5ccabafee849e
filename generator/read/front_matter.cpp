#include "read/front_matter.h"

#include <algorithm>
#include <limits>

#include "base/files.h"
#include "base/text.h"
#include "read/corrections.h"
#include "read/problems.h"
#include "read/values_csv.h"
#include "read/yaml/schema.h"

namespace reportal {
namespace {

constexpr std::string_view shapes[] = {"bar", "column", "line"};  // in the order of ChartData::Shape

/// What the setters work on: the front matter so far, and the folder that its pictures are named from.
struct Draft : Metadata {
  std::vector<NamedThing> pictures;
  std::vector<NamedThing> channels;
  std::vector<std::string> categories;
};

// Pictures.

/// A picture's path in the content folder, or its address on another host; "" after an error.
std::string read_picture(Values& values, const Field& field, Draft& draft) {
  std::string written;
  values.text(field, written);
  if (written.starts_with("//")) written.insert(0, "https:");
  if (written.empty() || is_web_address(written)) return written;
  if (written.find("://") != npos || written.starts_with("data:")) {
    values.report(read_problems::bad_address, field.value, {written});
    return {};
  }
  const bool from_root = written.front() == '/';
  std::string path = normal_path(from_root ? written.substr(written.find_first_not_of('/')) : join_path(draft.folder, written));
  if (path == ".." || path.starts_with("../")) {
    values.report(read_problems::picture_outside, field.value, {written});
    return {};
  }
  draft.pictures.push_back({path, values.place(field.value)});
  return path;
}

void read_image(Values& values, const Field& field, Draft& draft) {
  if (std::string image = read_picture(values, field, draft); !image.empty()) draft.image = std::move(image);
}

void read_other_image(Values& values, const Field& field, Draft& draft) {
  if (draft.image.empty()) read_image(values, field, draft);
}

// Figures, tables, cases: mappings from a printed number.

struct FigureDraft {
  FigureMetadata figure;
  Draft& draft;
  std::optional<ChartData::Shape> shape = {};
  std::string unit = {};
  const YamlNode* data = nullptr;
  const YamlNode* series = nullptr;
};

/// Reads `label: number` lines into one series; labels that are new go to the end of the chart's.
void read_series(Values& values, const Field& field, std::string_view name, ChartData& chart) {
  if (!values.is_mapping(field)) return;
  ChartData::Series series;
  series.name = name;
  for (const YamlNode::Entry& point : field.value.entries) {
    const auto label = std::find(chart.labels.begin(), chart.labels.end(), point.key.text);
    const auto at = static_cast<std::size_t>(label - chart.labels.begin());
    if (label == chart.labels.end()) chart.labels.push_back(point.key.text);
    if (series.values.size() <= at) series.values.resize(at + 1);
    values.number({point.key, point.value}, series.values[at]);
  }
  chart.series.push_back(std::move(series));
}

void finish_chart(Values& values, const Field& field, FigureDraft& draft) {
  if (!draft.data && !draft.series) {
    if (draft.shape) values.report(read_problems::chart_without_data, field.key, {field.key.text});
    return;
  }
  if (draft.data && draft.series) {
    values.report(read_problems::chart_data_twice, field.key, {field.key.text});
    return;
  }
  ChartData chart;
  chart.shape = draft.shape.value_or(ChartData::Shape::column);
  chart.unit = draft.unit;
  if (draft.data) {
    read_series(values, {field.key, *draft.data}, "", chart);
  } else if (values.is_mapping({field.key, *draft.series})) {
    for (const YamlNode::Entry& entry : draft.series->entries) {
      read_series(values, {entry.key, entry.value}, entry.key.text, chart);
    }
  }
  for (ChartData::Series& series : chart.series) series.values.resize(chart.labels.size());
  draft.figure.chart = std::move(chart);
}

constexpr Key<FigureDraft> figure_keys[] = {
    {"image", [](Values& values, const Field& field,
                 FigureDraft& target) { target.figure.image = read_picture(values, field, target.draft); }},
    {"alt", [](Values& values, const Field& field, FigureDraft& target) { values.text(field, target.figure.alt); }},
    {"chart",
     [](Values& values, const Field& field, FigureDraft& target) {
       if (const auto shape = values.choice(field, shapes)) target.shape = static_cast<ChartData::Shape>(*shape);
     }},
    {"unit", text<&FigureDraft::unit>},
    {"data", [](Values&, const Field& field, FigureDraft& target) { target.data = &field.value; }},
    {"series", [](Values&, const Field& field, FigureDraft& target) { target.series = &field.value; }},
};

constexpr Key<TableMetadata> table_keys[] = {{"columns", texts<&TableMetadata::columns>}};

constexpr Key<CaseMetadata> case_keys[] = {
    {"topics", ids<&CaseMetadata::topics>},
    {"last_line",
     [](Values& values, const Field& field, CaseMetadata& target) {
       int line = 0;
       values.whole_number(field, 1, std::numeric_limits<int>::max(), line);
       target.last_line = static_cast<std::uint32_t>(line);
       target.last_line_place = values.place(field.value);
     }},
};

/// Calls read(field) for each number of a mapping; its value is a mapping too.
template <typename Read>
void each_number(Values& values, const Field& field, Read read) {
  if (!values.is_mapping(field)) return;
  for (const YamlNode::Entry& entry : field.value.entries) {
    if (values.is_mapping({entry.key, entry.value})) read(Field{entry.key, entry.value});
  }
}

std::string printed_number(const Field& field) { return std::string(trim(field.key.text)); }

void read_figures(Values& values, const Field& field, Draft& draft) {
  each_number(values, field, [&](const Field& one) {
    FigureDraft figure{{}, draft};
    read_mapping(values, one.value, figure_keys, figure);
    finish_chart(values, one, figure);
    draft.figures.insert_or_assign(printed_number(one), std::move(figure.figure));
  });
}

void read_tables(Values& values, const Field& field, Draft& draft) {
  each_number(values, field,
              [&](const Field& one) { read_mapping(values, one.value, table_keys, draft.tables[printed_number(one)]); });
}

void read_cases(Values& values, const Field& field, Draft& draft) {
  each_number(values, field,
              [&](const Field& one) { read_mapping(values, one.value, case_keys, draft.cases[printed_number(one)]); });
}

// Values of indicators: an id, and a number for the report's year or a mapping from years to numbers.

void read_value(Values& values, const Field& field, std::string_view indicator, int year, Draft& draft) {
  std::optional<double> number;
  values.number(field, number);
  if (number) draft.indicators.push_back({std::string(indicator), {}, year, *number, {}, values.place(field.value)});
}

void read_indicators(Values& values, const Field& field, Draft& draft) {
  if (!values.is_mapping(field)) return;
  for (const YamlNode::Entry& entry : field.value.entries) {
    if (entry.value.is_scalar()) {
      read_value(values, {entry.key, entry.value}, trim(entry.key.text), 0, draft);
      continue;
    }
    if (!values.is_mapping({entry.key, entry.value})) continue;
    for (const YamlNode::Entry& one : entry.value.entries) {
      const std::optional<int> year = year_of_text(one.key.text);
      if (year) read_value(values, {one.key, one.value}, trim(entry.key.text), *year, draft);
      else values.report(read_problems::bad_year, one.key, {one.key.text});
    }
  }
}

// The other keys.

void read_kind(Values& values, const Field& field, Draft& draft) {
  const auto kind = values.choice(field, document_kinds);
  if (!kind) return;
  draft.kind = static_cast<DocumentKind>(*kind);
  draft.kind_given = true;
}

void read_school(Values& values, const Field& field, Draft& draft) {
  std::string school;
  values.text(field, school);
  if (!school.empty()) draft.schools.insert(draft.schools.begin(), std::move(school));
}

void read_channel(Values& values, const Field& field, Draft& draft) {
  values.text(field, draft.channel);
  if (!draft.channel.empty()) draft.channels = {{draft.channel, values.place(field.value)}};
}

void read_aliases(Values& values, const Field& field, Draft& draft) {
  constexpr Wording a_list_of_addresses{"地址的列表", "a list of addresses"};
  values.each_item(field, a_list_of_addresses, [&](const Field& item) {
    if (!values.is_text(item)) return;
    const std::string_view written = trim(item.value.text);
    const std::string path = normal_path(written.substr(std::min(written.find_first_not_of('/'), written.size())));
    const bool leaves = path.empty() || path == "." || path == ".." || path.starts_with("../");
    if (leaves || written.find_first_of(":\\?#") != npos) {
      values.report(read_problems::bad_alias, item.value, {std::string(written)});
    } else {
      draft.aliases.push_back(written.ends_with('/') ? path + '/' : path);
    }
  });
}

void read_other_summary(Values& values, const Field& field, Draft& draft) {
  if (draft.summary.empty()) values.text(field, draft.summary);
}

/// Other generators also put a date here; only a plain `false` means something.
void read_published(Values&, const Field& field, Draft& draft) {
  if (ascii_lower(field.value.text) == "false") draft.draft = true;
}

void read_language(Values& values, const Field& field, Draft& draft) { values.language_tag(field, draft.language); }

void read_original(Values& values, const Field& field, Draft& draft) {
  values.id(field, draft.translation_of);
  draft.translation_of_place = values.place(field.value);
}

/// Other generators nest categories; what is no text is no channel here.
void read_categories(Values&, const Field& field, Draft& draft) {
  if (field.value.is_scalar()) draft.categories.emplace_back(trim(field.value.text));
  for (const YamlNode& item : field.value.items) {
    if (item.is_scalar()) draft.categories.emplace_back(trim(item.text));
  }
}

constexpr Key<Draft> front_matter_keys[] = {
    {"kind", read_kind},
    {"id", id<&Metadata::id>},
    {"title", text<&Metadata::title>},
    {"school", read_school},
    {"schools", texts<&Metadata::schools>},
    {"year", year<&Metadata::year>},
    {"date", date<&Metadata::date>},
    {"updated", date<&Metadata::updated>},
    {"topics", ids<&Metadata::topics>},
    {"channel", read_channel},
    {"authors", texts<&Metadata::authors>},
    {"author", texts<&Metadata::authors>},
    {"source", text<&Metadata::source>},
    {"source_url", address<&Metadata::source_url>},
    {"lang", read_language},
    {"translation_of", read_original},
    {"draft", truth<&Metadata::draft>},
    {"aliases", read_aliases},
    {"summary", text<&Metadata::summary>},
    {"description", read_other_summary},
    {"excerpt", read_other_summary},
    {"tags", texts<&Metadata::tags>},
    {"image", read_image},
    {"headimg", read_other_image},
    {"thumbnail", read_other_image},
    {"cover", read_other_image},
    {"figures", read_figures},
    {"tables", read_tables},
    {"cases", read_cases},
    {"indicators", read_indicators},
    {"corrections",
     [](Values& values, const Field& field, Draft& draft) { read_corrections(values, field, draft.corrections); }},
    {"categories", read_categories},
    {"category", read_categories},
    {"published", read_published},
    {"comments", ignored},
    {"layout", ignored},
    {"permalink", ignored},
    {"slug", ignored},
    {"toc", ignored},
    {"mathjax", ignored},
    {"top", ignored},
    {"sticky", ignored},
    {"weight", ignored},
    {"type", ignored},
};

}  // namespace

std::optional<FrontMatterLines> find_front_matter(const Source& source, Problems& problems) {
  std::uint32_t first = 1;
  while (first <= source.line_count() && is_blank(source.line(first))) ++first;
  const std::string_view marker = trim_end(source.line(first));
  if (marker != "---" && marker != "+++") return FrontMatterLines{};
  std::uint32_t last = first + 1;
  while (last <= source.line_count() && trim_end(source.line(last)) != marker) ++last;
  const bool closed = last <= source.line_count();
  if (marker == "+++") {
    if (!closed) return FrontMatterLines{};  // just a line of text
    problems.add(read_problems::front_matter_toml, source.place(first, 1, 3));
    return std::nullopt;
  }
  if (!closed) {
    problems.add(read_problems::front_matter_open, source.place(first, 1, 3));
    return std::nullopt;
  }
  const std::size_t begin = source.line_starts[first];
  return FrontMatterLines{first, last, std::string_view(source.text).substr(begin, source.line_starts[last - 1] - begin)};
}

std::optional<FrontMatter> read_front_matter(const YamlText& yaml, std::string_view folder, Problems& problems) {
  const std::optional<YamlNode> root = parse_yaml(yaml, problems);
  if (!root) return std::nullopt;
  Draft draft;
  draft.folder = folder;
  Values values(yaml, problems);
  if (!root->is_null()) {
    YamlNode name;
    name.text = "---";
    if (!values.is_mapping({name, *root})) return std::nullopt;
    read_mapping(values, *root, front_matter_keys, draft);
  }
  Metadata& metadata = draft;
  return FrontMatter{std::move(metadata), std::move(draft.pictures), std::move(draft.channels), std::move(draft.categories)};
}

}  // namespace reportal
