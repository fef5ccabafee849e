#include "model/portal.h"

#include <algorithm>

namespace reportal {

namespace {

template <typename Entry, typename Matches>
int find_entry(const std::vector<Entry>& entries, Matches matches) {
  const auto found = std::find_if(entries.begin(), entries.end(), matches);
  return found == entries.end() ? -1 : static_cast<int>(found - entries.begin());
}

}  // namespace

std::string_view root_path(const Settings& settings) {
  if (!settings.served_at.empty() || settings.base_url.empty()) return settings.served_at;
  constexpr std::string_view before_host = "://";
  const std::string_view address = settings.base_url;
  return address.substr(address.find('/', address.find(before_host) + before_host.size()));
}

int Vocabulary::find_school(std::string_view id_or_name) const {
  if (id_or_name.empty()) return -1;
  const auto exact = [&](const School& school) { return school.id == id_or_name || school.name == id_or_name; };
  const auto other = [&](const School& school) {
    return school.short_name == id_or_name ||
           std::find(school.forms.begin(), school.forms.end(), id_or_name) != school.forms.end();
  };
  const int found = find_entry(schools, exact);
  return found >= 0 ? found : find_entry(schools, other);
}

int Vocabulary::find_topic(std::string_view id) const {
  return find_entry(topics, [&](const Topic& topic) { return topic.id == id; });
}

}  // namespace reportal
