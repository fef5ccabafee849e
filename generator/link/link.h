// The door of link: what the documents say of the things in the vocabulary, and of each other. New tables beside the library,
// which stays as it is. Indices refer to Library::documents, Library::cases and the lists of Vocabulary.

#pragma once

#include <cstdint>
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

enum class EntityKind : std::uint8_t { school, organisation };

struct EntityRef {
  EntityKind kind;
  std::uint32_t index;  ///< in Vocabulary::schools or ::organisations
  friend auto operator<=>(const EntityRef&, const EntityRef&) = default;
};

/// A place where a document names a school or an organisation.
struct Mention {
  EntityRef entity;
  std::uint32_t document = 0;
  std::uint32_t block = 0;
  std::uint32_t item = 0;             ///< item of a List
  std::uint32_t first = 0, last = 0;  ///< bytes in the text of the block (Paragraph, ListItem)
  bool linked = false;                ///< the first of its entity in its section or case: render makes it a link
};

struct Links {
  std::vector<int> document_school;                    ///< a document → index of the school it is about, -1
  std::vector<std::vector<std::uint32_t>> document_schools;  ///< a document → all schools it is placed under (articles)
  std::vector<std::vector<Placement>> case_topics;     ///< a case → its topics, strongest first
  std::vector<std::vector<Placement>> document_topics; ///< an article or report → topics of its front matter
  std::vector<Mention> mentions;                       ///< by document, block, item, first
  std::vector<int> document_channel;                   ///< an article → index in Settings::channels, -1
};

/// Never fails; what does not resolve (an unknown school, topic, channel, a reference without target) is a problem.
[[nodiscard]] Links link(const Library& library, unsigned jobs, Problems& problems);

}  // namespace reportal
