// The settings of the portal and its vocabulary: the things that pages are about. Pure data; ids are unique in their list.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"

namespace reportal {

struct Channel {
  std::string id, title;
};

struct NavigationEntry {
  std::string title;
  std::string to;  ///< address of the portal, e.g. "schools/index.html"
};

struct Settings {
  std::string title;
  std::string subtitle;
  std::string description;
  std::string language = "zh-CN";
  std::string base_url;  ///< "" or an absolute address that ends in '/'
  std::string served_at;  ///< the path that a preview serves the portal at; "" where it is published
  std::string theme = "default";
  std::string licence, licence_url;
  std::string publisher;
  std::vector<Channel> channels;
  std::vector<NavigationEntry> navigation;
  std::string home_lead;
  std::vector<std::string> home_notes;
  int page_size = 60;
  bool remote_images = false;
};

/// The path of the portal on its host: "/portal/" of "https://example.edu.cn/portal/"; "" where it does not say where it stands.
[[nodiscard]] std::string_view root_path(const Settings& settings);

/// Chinese where the interface is neither.
[[nodiscard]] inline Language interface_language(const Settings& settings) {
  return settings.language == "en" ? Language::english : Language::chinese;
}

struct School {
  std::string id, name, short_name;
  std::vector<std::string> forms;      ///< other names
  std::vector<std::string> own_forms;  ///< names that hold only in the school's own documents
  std::string kind, city, province, site, code, sort, summary;
  int founded = 0;
};

struct Organisation {
  std::string id, name, short_name;
  std::vector<std::string> forms;
  std::string kind, city, site, sort, summary;
};

struct Topic {
  std::string id, name;
  std::string parent;  ///< id of another topic, or ""
  std::string description;
  std::vector<std::string> words;     ///< in a case's title or text
  std::vector<std::string> sections;  ///< titles of sections
};

struct Indicator {
  std::string id, name, unit;
  std::vector<std::string> forms;
  std::string direction, definition, group;
};

struct Term {
  std::string id, name;
  std::vector<std::string> forms;
  std::string definition;
  std::vector<std::string> see;
};

struct Vocabulary {
  std::vector<School> schools;
  std::vector<Organisation> organisations;
  std::vector<Topic> topics;
  std::vector<Indicator> indicators;
  std::vector<Term> terms;

  /// Index of the school with this id, name, short name or form; -1 if there is none.
  [[nodiscard]] int find_school(std::string_view id_or_name) const;
  [[nodiscard]] int find_topic(std::string_view id) const;
};

}  // namespace reportal
