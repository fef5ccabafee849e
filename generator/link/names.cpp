#include "link/names.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <iterator>
#include <tuple>
#include <utility>

#include "base/text.h"
#include "chinese/characters.h"
#include "chinese/words.h"
#include "link/problems.h"

namespace reportal {

namespace {

constexpr std::string_view longest_mask = "\xFF\xFF\xFF\xFF\xFF\xFF";

/// The bytes at the start of a word that stand in a text as they are: beside ASCII a text may have a space.
std::size_t fixed_start(std::string_view word) {
  const std::size_t most = std::min(word.size(), longest_mask.size());
  for (std::size_t i = 1; i < most; ++i) {
    const bool ascii = static_cast<unsigned char>(word[i - 1]) < 0x80 || static_cast<unsigned char>(word[i]) < 0x80;
    if (ascii) return i;
  }
  return most;
}

}  // namespace

StartFilter::StartFilter(std::span<const std::string_view> words) {
  const auto load = [](std::string_view start) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, start.data(), start.size());
    return bytes;
  };
  for (const std::string_view word : words) {
    if (word.empty()) continue;
    const std::uint64_t own = load(longest_mask.substr(0, fixed_start(word)));
    std::uint64_t& mask = masks_[static_cast<unsigned char>(word[0])];
    mask = mask == 0 ? own : mask & own;
  }
  for (const std::string_view word : words) {
    if (word.empty()) continue;
    const std::uint64_t mask = masks_[static_cast<unsigned char>(word[0])];
    starts_.set(slot(load(word.substr(0, fixed_start(word))) & mask));
  }
}

/// Places the children of one node after the other into free places of the array, from the root down.
class Trie::Builder {
 public:
  Builder(std::span<const std::string_view> words, std::vector<Node>& nodes) : words_(words), nodes_(nodes) {}

  void build() {
    std::vector<Branch> open = {{.node = 0, .first = 0, .last = words_.size(), .depth = 0}};
    while (!open.empty()) {
      const Branch branch = open.back();
      open.pop_back();
      place(branch, open);
    }
    nodes_.shrink_to_fit();
  }

 private:
  /// The words [first, last) have the bytes on the way to `node`, `depth` of them, in common.
  struct Branch {
    std::uint32_t node;
    std::size_t first, last, depth;
  };
  static constexpr std::uint32_t bytes = 256;

  void place(Branch branch, std::vector<Branch>& open) {
    if (branch.first < branch.last && words_[branch.first].size() == branch.depth) {
      if (branch.depth > 0) nodes_[branch.node].word = static_cast<std::uint32_t>(branch.first);
      ++branch.first;
    }
    if (branch.first == branch.last) return;
    const std::size_t first_child = open.size();
    for (std::size_t i = branch.first; i < branch.last;) {
      const unsigned char byte = byte_of(i, branch.depth);
      std::size_t end = i + 1;
      while (end < branch.last && byte_of(end, branch.depth) == byte) ++end;
      open.push_back({.node = byte, .first = i, .last = end, .depth = branch.depth + 1});
      i = end;
    }
    const std::span<Branch> children(open.begin() + static_cast<std::ptrdiff_t>(first_child), open.end());
    const std::uint32_t base = free_base(children);
    nodes_[branch.node].base = base;
    for (Branch& child : children) {
      child.node += base;
      nodes_[child.node].parent = branch.node;
    }
  }

  /// A base at which all children find a free place. A search that had to go far moves the start of later ones behind it, so that
  /// nearly full stretches are not walked again and again.
  std::uint32_t free_base(std::span<const Branch> children) {
    constexpr std::uint32_t far = 64;
    const std::uint32_t lowest_byte = children.front().node;
    const std::uint32_t start = std::max(start_, lowest_byte + 1);
    for (std::uint32_t place = start;; ++place) {
      const std::uint32_t base = place - lowest_byte;
      if (base + bytes > nodes_.size()) nodes_.resize(base + bytes + nodes_.size() / 2);
      const bool free = std::all_of(children.begin(), children.end(),
                                    [&](const Branch& child) { return nodes_[base + child.node].parent == no_node; });
      if (!free) continue;
      if (place - start > far) start_ = place - far / 2;
      return base;
    }
  }

  unsigned char byte_of(std::size_t word, std::size_t depth) const { return static_cast<unsigned char>(words_[word][depth]); }

  std::span<const std::string_view> words_;
  std::vector<Node>& nodes_;
  std::uint32_t start_ = 1;  ///< where searches begin
};

Trie::Trie(std::span<const std::string_view> words) : filter_(words) { Builder(words, nodes_).build(); }

namespace {

bool is_ascii_word(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// A Latin name is none in the middle of a longer word.
bool splits_word(std::string_view text, std::size_t first, std::size_t last) {
  const bool before = first > 0 && is_ascii_word(text[first - 1]) && is_ascii_word(text[first]);
  return before || (last < text.size() && is_ascii_word(text[last - 1]) && is_ascii_word(text[last]));
}

struct Form {
  std::string text;
  EntityRef entity;
  bool own_only = false;
};

std::string replaced(std::string_view text, const std::array<std::pair<std::string_view, std::string_view>, 2>& pairs) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const auto pair = std::find_if(pairs.begin(), pairs.end(), [&](const auto& p) { return text.substr(i).starts_with(p.first); });
    result += pair != pairs.end() ? pair->second : text.substr(i, 1);
    i += pair != pairs.end() ? pair->first.size() : 1;
  }
  return result;
}

/// Without the spaces that a text may have or not have: those beside a Latin letter or digit.
std::string without_typographic_space(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool parts_han = text[i] == ' ' && i > 0 && i + 1 < text.size() && static_cast<unsigned char>(text[i - 1]) >= 0x80 &&
                           static_cast<unsigned char>(text[i + 1]) >= 0x80;
    if (text[i] != ' ' || parts_han) result += text[i];
  }
  return result;
}

/// Adds a form, and with its brackets in the other width, as texts write both.
void add_form(std::vector<Form>& forms, std::string_view given, EntityRef entity, bool own_only = false) {
  const std::string text = without_typographic_space(trim(given));
  if (text.empty()) return;
  forms.push_back({text, entity, own_only});
  for (const auto& pairs : {std::array<std::pair<std::string_view, std::string_view>, 2>{{{"（", "("}, {"）", ")"}}},
                            std::array<std::pair<std::string_view, std::string_view>, 2>{{{"(", "（"}, {")", "）"}}}}) {
    std::string other = replaced(text, pairs);
    if (other != text) forms.push_back({std::move(other), entity, own_only});
  }
}

template <typename Entry>
void add_forms(std::vector<Form>& forms, const Entry& entry, EntityRef entity) {
  add_form(forms, entry.name, entity);
  add_form(forms, entry.short_name, entity);
  for (const std::string& form : entry.forms) add_form(forms, form, entity);
}

std::vector<Form> forms_of(const Vocabulary& vocabulary) {
  std::vector<Form> forms;
  for (std::uint32_t i = 0; i < vocabulary.schools.size(); ++i) {
    const EntityRef entity{EntityKind::school, i};
    add_forms(forms, vocabulary.schools[i], entity);
    for (const std::string& form : vocabulary.schools[i].own_forms) add_form(forms, form, entity, true);
  }
  for (std::uint32_t i = 0; i < vocabulary.organisations.size(); ++i) {
    add_forms(forms, vocabulary.organisations[i], {EntityKind::organisation, i});
  }
  for (std::uint32_t i = 0; i < vocabulary.topics.size(); ++i) add_form(forms, vocabulary.topics[i].name, {EntityKind::topic, i});
  for (std::uint32_t i = 0; i < vocabulary.terms.size(); ++i) {
    const EntityRef entity{EntityKind::term, i};
    add_form(forms, vocabulary.terms[i].name, entity);
    for (const std::string& form : vocabulary.terms[i].forms) add_form(forms, form, entity);
  }
  // Sorted so that of a form given twice for one thing the one that holds everywhere comes first and stays.
  const auto key = [](const Form& form) { return std::tie(form.text, form.entity, form.own_only); };
  std::sort(forms.begin(), forms.end(), [&](const Form& a, const Form& b) { return key(a) < key(b); });
  const auto same = [](const Form& a, const Form& b) { return a.text == b.text && a.entity == b.entity; };
  forms.erase(std::unique(forms.begin(), forms.end(), same), forms.end());
  return forms;
}

const std::string& name_of(const Vocabulary& vocabulary, EntityRef entity) {
  return entity.kind == EntityKind::school ? vocabulary.schools[entity.index].name : vocabulary.organisations[entity.index].name;
}

bool is_body(EntityRef entity) { return entity.kind == EntityKind::school || entity.kind == EntityKind::organisation; }

/// Up to four Chinese characters: longer names are no part of a word by chance.
bool is_short_han(std::string_view text) {
  constexpr std::size_t longest = 4;
  if (count_characters(text) > longest) return false;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_han(next_character(text, i))) return false;
  }
  return true;
}

/// What behind the name of a school makes the whole the name of another body.
constexpr std::string_view other_bodies[] = {"出版社", "出版集团", "附属", "附中", "附小", "附幼"};

/// Characters that begin a word of their own behind a name, whatever the dictionary makes of them with the characters before:
/// 三一等企业 holds no 一等.
constexpr std::u32string_view word_by_itself = U"等和与及的是为将已以在";

}  // namespace

NameMatcher::NameMatcher(const Vocabulary& vocabulary, Problems& problems) {
  const std::vector<Form> forms = forms_of(vocabulary);
  std::vector<std::string_view> words;
  for (const Form& form : forms) {
    if (words.empty() || words.back() != form.text) {
      words.push_back(form.text);
      words_.push_back({.first = static_cast<std::uint32_t>(holders_.size())});
    }
    holders_.push_back({form.entity, form.own_only});
    ++words_.back().count;
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::vector<EntityRef> everywhere;
    for (const Holder& holder : std::span(holders_).subspan(words_[i].first, words_[i].count)) {
      if (!holder.own_only && is_body(holder.entity)) everywhere.push_back(holder.entity);
    }
    if (everywhere.size() < 2) continue;
    const bool school = everywhere.front().kind == EntityKind::school;
    problems.add(link_problems::ambiguous_name, Place{.file = school ? "schools.yaml" : "organisations.yaml"},
                 {std::string(words[i]), name_of(vocabulary, everywhere[0]), name_of(vocabulary, everywhere[1])});
  }
  trie_ = Trie(words);
  forms_.assign(words.begin(), words.end());
  for (std::size_t i = 0; i < words.size(); ++i) {
    words_[i].suspect = is_short_han(words[i]) && is_body(holders_[words_[i].first].entity);
  }
}

bool NameMatcher::is_part_of_other(std::string_view text, std::size_t first, std::size_t last, const Holders& holders,
                                   const Holder& holder) const {
  const std::string_view behind = text.substr(last);
  if (holder.entity.kind == EntityKind::school &&
      std::any_of(std::begin(other_bodies), std::end(other_bodies), [&](std::string_view word) { return behind.starts_with(word); })) {
    return true;
  }
  if (!holders.suspect) return false;
  if (inside_word(text, first)) return true;
  const bool apart = behind.empty() || word_by_itself.find(first_character(behind)) != std::u32string_view::npos;
  return !apart && inside_word(text, last);
}

int NameMatcher::term_beside_topic(std::uint32_t form) const {
  bool topic = false;
  for (const Holder& holder : std::span(holders_).subspan(words_[form].first, words_[form].count)) {
    topic |= holder.entity.kind == EntityKind::topic;
    if (topic && holder.entity.kind == EntityKind::term) return static_cast<int>(holder.entity.index);
  }
  return -1;
}

const NameMatcher::Holder NameMatcher::nobody{.entity = {EntityKind::school, 0}, .own_only = true};

const NameMatcher::Holder* NameMatcher::meant(const Holders& holders, int own_school) const {
  const Holder* found = nullptr;
  for (const Holder& holder : std::span(holders_).subspan(holders.first, holders.count)) {
    const bool own = holder.entity.kind == EntityKind::school && static_cast<int>(holder.entity.index) == own_school;
    if (own) return &holder;
    if (holder.own_only) continue;
    if (found == nullptr) found = &holder;
    else if (is_body(holder.entity)) found = &nobody;
  }
  return found;
}

void NameMatcher::find(std::string_view text, int own_school, std::vector<NameHit>& hits) const {
  hits.clear();
  const Holder* last_holder = nullptr;
  for (std::size_t start = trie_.next_start(text, 0); start < text.size(); start = trie_.next_start(text, start + 1)) {
    const Holder* longest = nullptr;
    std::size_t end = 0;
    std::uint32_t form = 0;
    trie_.visit_at(text, start, [&](std::uint32_t word, std::size_t word_end) {
      const Holder* holder = meant(words_[word], own_school);
      if (holder == nullptr || splits_word(text, start, word_end)) return;
      if (is_part_of_other(text, start, word_end, words_[word], *holder)) return;
      longest = holder;
      end = word_end;
      form = word;
    });
    if (longest == nullptr) continue;
    const bool overlaps = !hits.empty() && start < hits.back().last;
    if (overlaps && end - start <= hits.back().last - hits.back().first) continue;
    // What means nobody stays until something that it does not overlap comes, so that no shorter name is found in it.
    if (overlaps || last_holder == &nobody) hits.pop_back();
    hits.push_back({longest->entity, static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end), form});
    last_holder = longest;
  }
  if (last_holder == &nobody) hits.pop_back();
}

}  // namespace reportal
