#include "link/translations.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "chinese/languages.h"
#include "link/problems.h"

namespace reportal {
namespace {

using Group = std::vector<std::uint32_t>;

/// Kinds as readers tell them apart: a page of a newspaper is an article.
DocumentKind shelf_of(const Document& document) {
  return document.kind == DocumentKind::newspaper ? DocumentKind::article : document.kind;
}

class TranslationFinder {
 public:
  TranslationFinder(const Library& library, Problems& problems) : library_(library), problems_(problems) {}

  Translations find() {
    const std::size_t count = library_.documents.size();
    std::map<std::uint32_t, Group> groups;  // by original
    for (std::uint32_t i = 0; i < count; ++i) {
      if (!metadata(i).translation_of.empty()) file_by_id();
      if (const int original = original_of(i); original >= 0) groups[static_cast<std::uint32_t>(original)].push_back(i);
    }
    found_.documents.resize(count);
    found_.cases.resize(library_.cases.size());
    for (auto& [original, translations] : groups) add_group(original, std::move(translations));
    return std::move(found_);
  }

 private:
  [[nodiscard]] const Document& document(std::uint32_t index) const { return library_.documents[index]; }
  [[nodiscard]] const Metadata& metadata(std::uint32_t index) const { return document(index).metadata; }
  [[nodiscard]] const std::string& language(std::uint32_t index) const { return document_language(document(index), library_.settings); }

  /// Only a portal that names an original pays for this.
  void file_by_id() {
    if (!by_id_.empty()) return;
    for (std::uint32_t i = 0; i < library_.documents.size(); ++i) by_id_.try_emplace({document(i).id, shelf_of(document(i))}, i);
  }

  /// The document that `index` translates; -1 where it names none, or not rightly, which is reported.
  int original_of(std::uint32_t index) {
    const std::string& id = metadata(index).translation_of;
    if (id.empty()) return -1;
    const DocumentKind shelf = shelf_of(document(index));
    const auto original = by_id_.find({id, shelf});
    if (original == by_id_.end()) {
      report_unknown(index);
    } else if (original->second == index) {
      report(link_problems::translation_of_itself, index, {id});
    } else if (!metadata(original->second).translation_of.empty()) {
      report(link_problems::translation_of_translation, index, {id, metadata(original->second).translation_of});
    } else {
      return static_cast<int>(original->second);
    }
    return -1;
  }

  void report(const ProblemKind& kind, std::uint32_t index, std::vector<std::string> arguments, std::string suggestion = {}) {
    problems_.add(kind, metadata(index).translation_of_place, std::move(arguments), std::move(suggestion));
  }

  void report_unknown(std::uint32_t index) {
    const std::string& id = metadata(index).translation_of;
    const DocumentKind shelf = shelf_of(document(index));
    std::vector<std::string_view> names;
    for (std::uint32_t i = 0; i < library_.documents.size(); ++i) {
      const Document& other = document(i);
      if (other.id == id) {
        report(link_problems::original_of_another_kind, index, {id, std::string(kind_name(other.kind)), std::string(kind_name(shelf))});
        return;
      }
      if (i != index && shelf_of(other) == shelf && other.metadata.translation_of.empty()) names.push_back(other.id);
    }
    report(link_problems::unknown_original, index, {id}, nearest_name(id, names));
  }

  /// Each language once: the original's, then that of the document which stands first.
  void add_group(std::uint32_t original, Group translations) {
    Group group = {original};
    std::map<std::string, std::uint32_t> languages = {{language_key(language(original)), original}};
    for (const std::uint32_t i : translations) {
      const auto [first, is_new] = languages.try_emplace(language_key(language(i)), i);
      if (is_new) group.push_back(i);
      else report(link_problems::language_twice, i, {document(i).id, document(first->second).id, language(i)});
    }
    if (group.size() == 1) return;
    std::sort(group.begin() + 1, group.end(), [&](std::uint32_t a, std::uint32_t b) { return language(a) < language(b); });
    for (const std::uint32_t i : group) found_.documents[i] = group;
    if (document(original).kind == DocumentKind::report) pair_cases_of_reports(group);
    if (document(original).kind == DocumentKind::case_study) pair_cases_of_their_own(group);
  }

  /// The cases of one document; they stand together in the library.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> cases_of(std::uint32_t index) const {
    const auto before = [](const Case& one, std::uint32_t at) { return one.document < at; };
    const auto first = std::lower_bound(library_.cases.begin(), library_.cases.end(), index, before);
    const auto last = std::lower_bound(first, library_.cases.end(), index + 1, before);
    return {static_cast<std::uint32_t>(first - library_.cases.begin()), static_cast<std::uint32_t>(last - library_.cases.begin())};
  }

  void pair_cases_of_their_own(const Group& group) {
    Group cases;
    for (const std::uint32_t i : group) cases.push_back(cases_of(i).first);
    for (const std::uint32_t one : cases) found_.cases[one] = cases;
  }

  /// Cases with one printed number are one case, unless a report has that number twice. Nothing else is guessed.
  void pair_cases_of_reports(const Group& group) {
    std::map<std::string_view, Group> by_number;
    for (const std::uint32_t i : group) {
      std::map<std::string_view, Group> own;
      const auto [first, last] = cases_of(i);
      for (std::uint32_t one = first; one < last; ++one) {
        const Block& title = document(i).blocks[static_cast<std::size_t>(library_.cases[one].block)];
        own[as<CaseTitle>(title)->number].push_back(one);
      }
      for (const auto& [number, cases] : own) {
        if (!number.empty() && cases.size() == 1) by_number[number].push_back(cases.front());
      }
    }
    for (const auto& [number, cases] : by_number) {
      if (cases.size() < 2) continue;
      for (const std::uint32_t one : cases) found_.cases[one] = cases;
    }
  }

  const Library& library_;
  Problems& problems_;
  std::map<std::pair<std::string_view, DocumentKind>, std::uint32_t> by_id_;
  Translations found_;
};

}  // namespace

Translations find_translations(const Library& library, Problems& problems) { return TranslationFinder(library, problems).find(); }

}  // namespace reportal
