#include "read/vocabulary.h"

#include <algorithm>
#include <unordered_map>

#include "base/text.h"
#include "read/problems.h"
#include "read/yaml/schema.h"

namespace reportal {
namespace {

constexpr std::string_view school_kinds[] = {"college", "university", "secondary", "school", "overseas", "historical"};
constexpr std::string_view organisation_kinds[] = {"company",     "government", "alliance", "media",
                                                   "association", "institute",  "community"};
constexpr std::string_view directions[] = {"up", "down", "none"};

constexpr Key<School> school_keys[] = {
    {"id", id<&School::id>, Need::required},
    {"name", text<&School::name>, Need::required},
    {"short", text<&School::short_name>},
    {"forms", texts<&School::forms>},
    {"own_forms", texts<&School::own_forms>},
    {"kind", choice<&School::kind, school_kinds>},
    {"city", text<&School::city>},
    {"province", text<&School::province>},
    {"founded", year<&School::founded>},
    {"site", address<&School::site>},
    {"code", text<&School::code>},
    {"sort", text<&School::sort>},
    {"summary", text<&School::summary>},
};

constexpr Key<Organisation> organisation_keys[] = {
    {"id", id<&Organisation::id>, Need::required},
    {"name", text<&Organisation::name>, Need::required},
    {"short", text<&Organisation::short_name>},
    {"forms", texts<&Organisation::forms>},
    {"kind", choice<&Organisation::kind, organisation_kinds>},
    {"city", text<&Organisation::city>},
    {"site", address<&Organisation::site>},
    {"sort", text<&Organisation::sort>},
    {"summary", text<&Organisation::summary>},
};

constexpr Key<Topic> topic_keys[] = {
    {"id", id<&Topic::id>, Need::required}, {"name", text<&Topic::name>, Need::required},
    {"parent", id<&Topic::parent>},         {"description", text<&Topic::description>},
    {"words", texts<&Topic::words>},        {"sections", texts<&Topic::sections>},
};

constexpr Key<Indicator> indicator_keys[] = {
    {"id", id<&Indicator::id>, Need::required},
    {"name", text<&Indicator::name>, Need::required},
    {"unit", text<&Indicator::unit>},
    {"forms", texts<&Indicator::forms>},
    {"direction", choice<&Indicator::direction, directions>},
    {"definition", text<&Indicator::definition>},
    {"group", text<&Indicator::group>},
};

constexpr Key<Term> term_keys[] = {
    {"id", id<&Term::id>, Need::required},
    {"name", text<&Term::name>, Need::required},
    {"forms", texts<&Term::forms>},
    {"definition", text<&Term::definition>, Need::required},
    {"see", ids<&Term::see>},
};

constexpr Wording a_list_of_entries{"条目的列表，每项以“- id:”开头", "a list of entries that begin with `- id:`"};

/// One vocabulary file on its way from nodes to entries; the nodes are kept for places.
template <typename Entry>
class EntryList {
 public:
  EntryList(const YamlText& yaml, Problems& problems) : values_(yaml, problems), root_(parse_yaml(yaml, problems)) {}

  template <std::size_t count>
  void read(std::string_view file, const Key<Entry> (&keys)[count], std::vector<Entry>& entries) {
    if (!root_ || root_->is_null()) return;
    YamlNode name;
    name.text = file;
    if (!root_->is_sequence()) {
      values_.report_wrong_type({name, *root_}, a_list_of_entries);
      return;
    }
    for (const YamlNode& item : root_->items) {
      if (!values_.is_mapping({name, item})) continue;
      Entry entry;
      read_mapping(values_, item, keys, entry);
      if (entry.id.empty()) continue;
      const auto [first, fresh] = lines_.emplace(entry.id, value_of(item, "id").line);
      if (!fresh) {
        values_.report(read_problems::duplicate_id, value_of(item, "id"), {entry.id, std::to_string(first->second)});
        continue;
      }
      nodes_.push_back(&item);
      entries.push_back(std::move(entry));
    }
  }

  /// Reports the ids under `key` that no entry has.
  void check_references(std::string_view key) {
    for (const YamlNode* item : nodes_) {
      const YamlNode& value = value_of(*item, key);
      if (value.is_scalar()) check_reference(value);
      for (const YamlNode& one : value.items) check_reference(one);
    }
  }

  /// The value of the nth entry's `key`, which it has.
  void report(const ProblemKind& kind, std::size_t entry, std::string_view key, std::vector<std::string> arguments) {
    values_.report(kind, value_of(*nodes_[entry], key), std::move(arguments));
  }

 private:
  static const YamlNode& value_of(const YamlNode& mapping, std::string_view key) {
    static const YamlNode nothing;
    const auto found =
        std::find_if(mapping.entries.begin(), mapping.entries.end(), [&](const auto& entry) { return entry.key.text == key; });
    return found == mapping.entries.end() ? nothing : found->value;
  }

  void check_reference(const YamlNode& id) {
    if (lines_.contains(id.text) || !is_id(id.text)) return;
    std::vector<std::string_view> names;
    for (const auto& [name, line] : lines_) names.push_back(name);
    std::sort(names.begin(), names.end());
    values_.report(read_problems::unknown_reference, id, {id.text}, nearest_name(id.text, names));
  }

  Values values_;
  std::optional<YamlNode> root_;
  std::vector<const YamlNode*> nodes_;  ///< of the entries that were read
  std::unordered_map<std::string, std::uint32_t> lines_;
};

/// A chain of parents that comes back is reported once, at the topic of the chain that stands first.
void check_parents(EntryList<Topic>& list, const std::vector<Topic>& topics) {
  std::unordered_map<std::string_view, std::size_t> by_id;
  for (std::size_t i = 0; i < topics.size(); ++i) by_id.emplace(topics[i].id, i);
  std::vector<std::size_t> seen_from(topics.size(), topics.size());  // the walk that came through a topic first
  for (std::size_t start = 0; start < topics.size(); ++start) {
    for (std::size_t at = start;;) {
      if (seen_from[at] == start) list.report(read_problems::circular_parent, at, "parent", {topics[at].id});
      if (seen_from[at] != topics.size()) break;
      seen_from[at] = start;
      const auto parent = by_id.find(topics[at].parent);
      if (parent == by_id.end()) break;
      at = parent->second;
    }
  }
}

}  // namespace

void read_vocabulary_file(std::string_view name, const YamlText& yaml, Vocabulary& vocabulary, Problems& problems) {
  if (name == "schools.yaml") {
    EntryList<School>(yaml, problems).read(name, school_keys, vocabulary.schools);
  } else if (name == "organisations.yaml") {
    EntryList<Organisation>(yaml, problems).read(name, organisation_keys, vocabulary.organisations);
  } else if (name == "topics.yaml") {
    EntryList<Topic> list(yaml, problems);
    list.read(name, topic_keys, vocabulary.topics);
    list.check_references("parent");
    check_parents(list, vocabulary.topics);
  } else if (name == "indicators.yaml") {
    EntryList<Indicator>(yaml, problems).read(name, indicator_keys, vocabulary.indicators);
  } else if (name == "glossary.yaml") {
    EntryList<Term> list(yaml, problems);
    list.read(name, term_keys, vocabulary.terms);
    list.check_references("see");
  }
}

}  // namespace reportal
