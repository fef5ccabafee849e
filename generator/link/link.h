// The door of link: what the documents say of the things in the vocabulary, and of each other. New tables beside the library,
// which stays as it is. Indices refer to Library::documents, Library::cases and the lists of Vocabulary.

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "model/library.h"

namespace reportal {

/// Why something stands under a topic.
struct Placement {
  enum class Reason : std::uint8_t { front_matter, section_title, words };
  std::uint32_t topic = 0;  ///< index in Vocabulary::topics
  Reason reason = Reason::words;
  std::string evidence;     ///< the section's title, or the words that were found, joined by 、
};

enum class EntityKind : std::uint8_t { school, organisation, topic, term };
inline constexpr std::size_t entity_kinds = 4;

struct EntityRef {
  EntityKind kind;
  std::uint32_t index;  ///< in Vocabulary::schools, ::organisations, ::topics or ::terms
  friend auto operator<=>(const EntityRef&, const EntityRef&) = default;
};

/// A place where a document names something of the vocabulary.
struct Mention {
  EntityRef entity;
  std::uint32_t document = 0;
  std::uint32_t block = 0;
  std::uint32_t item = 0;             ///< which of the block's texts, as for_each_text counts them; of the front matter, the title
  std::uint32_t first = 0, last = 0;  ///< bytes in that text
  std::uint32_t form = 0;             ///< index in Links::forms
  std::uint32_t count = 0;            ///< of the first of its entity in its section or case: how many there are; lists show it for all. Else 0
  bool linked = false;                ///< the first of its entity in its section or case that a link can be laid over
};

/// A value of an indicator for a school and a year, and who says it.
struct IndicatorValue {
  enum class Origin : std::uint8_t { given, text };
  std::uint32_t indicator = 0;  ///< index in Vocabulary::indicators
  std::uint32_t school = 0;     ///< index in Vocabulary::schools
  int year = 0;
  double value = 0;             ///< in the indicator's unit
  Fact::Exactness exactness = Fact::Exactness::exact;
  Origin origin = Origin::text;
  std::int32_t document = -1;   ///< whose text or front matter says it; -1 for a row of values/*.csv
  std::int32_t fact = -1;       ///< text: index in the document's facts
  std::int32_t given = -1;      ///< a row of values/*.csv: index in Library::values
};

/// A case, or an article as a whole.
struct TextRef {
  bool is_case = true;
  std::uint32_t index = 0;  ///< in Library::cases or ::documents
  friend bool operator==(const TextRef&, const TextRef&) = default;
};

/// A text that shares something with another.
struct Related {
  TextRef text;
  std::vector<EntityRef> names;  ///< schools and organisations that both name, the rarest first; at most three
  int topic = -1;                ///< that both stand under, -1 if none
  bool section = false;          ///< both stand in sections of one title
  bool wording = false;          ///< rare words in common
};

struct Links {
  std::vector<int> document_school;                    ///< a document → index of the school it is about, -1
  std::vector<std::vector<std::uint32_t>> document_schools;  ///< a document → all schools it is placed under (articles)
  std::vector<std::vector<Placement>> case_topics;     ///< a case → its topics, strongest first
  std::vector<std::vector<Placement>> document_topics; ///< an article or report → topics of its front matter
  std::vector<Mention> mentions;                       ///< by document, block, item, first
  std::vector<std::string> forms;                      ///< the names of the vocabulary, sorted; what a text printed of one may differ in spaces
  std::vector<TextRef> texts;                          ///< what can be related: all cases, then all articles
  std::vector<std::vector<Related>> related;           ///< by text, the nearest first
  std::vector<IndicatorValue> indicator_values;        ///< by indicator, school, year; one for each of these three
  std::vector<std::vector<std::uint32_t>> translations;       ///< a document → it and its translations, the original first; empty where it has none
  std::vector<std::vector<std::uint32_t>> case_translations;  ///< a case → the same for cases
  std::vector<int> document_channel;                   ///< an article → index in Settings::channels, -1
};

/// The values of one indicator, by school and year.
[[nodiscard]] std::span<const IndicatorValue> indicator_values_of(const Links& links, std::uint32_t indicator);
/// Those of one school, by year.
[[nodiscard]] std::span<const IndicatorValue> indicator_values_of(const Links& links, std::uint32_t indicator, std::uint32_t school);

/// Never fails; what does not resolve (an unknown school, topic, channel, a reference without target) is a problem.
[[nodiscard]] Links link(const Library& library, unsigned jobs, Problems& problems);

}  // namespace reportal
