#include "read/settings.h"

#include <algorithm>
#include <unordered_set>

#include "base/text.h"
#include "read/problems.h"
#include "read/yaml/schema.h"

namespace reportal {
namespace {

constexpr std::string_view interface_languages[] = {"zh-CN", "en"};

constexpr Wording a_list_of_channels{"由 id 和 title 组成的列表", "a list of {id, title}"};
constexpr Wording a_list_of_links{"由 title 和 to 组成的列表", "a list of {title, to}"};

constexpr Key<Channel> channel_keys[] = {
    {"id", id<&Channel::id>, Need::required},
    {"title", text<&Channel::title>, Need::required},
};

constexpr Key<NavigationEntry> navigation_keys[] = {
    {"title", text<&NavigationEntry::title>, Need::required},
    {"to", text<&NavigationEntry::to>, Need::required},
};

constexpr Key<Settings> home_keys[] = {
    {"lead", text<&Settings::home_lead>},
    {"notes", texts<&Settings::home_notes>},
};

void read_channels(Values& values, const Field& field, Settings& settings) {
  std::unordered_set<std::string> seen;
  values.each_item(field, a_list_of_channels, [&](const Field& item) {
    if (!values.is_mapping(item)) return;
    Channel channel;
    read_mapping(values, item.value, channel_keys, channel);
    if (!channel.id.empty() && !seen.insert(channel.id).second) {
      const auto first = std::find_if(field.value.items.begin(), field.value.items.end(), [&](const YamlNode& other) {
        return std::any_of(other.entries.begin(), other.entries.end(), [&](const YamlNode::Entry& entry) {
          return entry.key.text == "id" && entry.value.text == channel.id;
        });
      });
      values.report(read_problems::duplicate_id, item.value, {channel.id, std::to_string(first->line)});
    }
    settings.channels.push_back(std::move(channel));
  });
}

void read_navigation(Values& values, const Field& field, Settings& settings) {
  values.each_item(field, a_list_of_links, [&](const Field& item) {
    if (!values.is_mapping(item)) return;
    NavigationEntry entry;
    read_mapping(values, item.value, navigation_keys, entry);
    entry.to.erase(0, entry.to.find_first_not_of('/'));
    settings.navigation.push_back(std::move(entry));
  });
}

void read_home(Values& values, const Field& field, Settings& settings) {
  if (values.is_mapping(field)) read_mapping(values, field.value, home_keys, settings);
}

void read_base_url(Values& values, const Field& field, Settings& settings) {
  values.address(field, settings.base_url);
  settings.base_url = base_address(settings.base_url);
}

constexpr Key<Settings> portal_keys[] = {
    {"title", text<&Settings::title>, Need::required},
    {"subtitle", text<&Settings::subtitle>},
    {"description", text<&Settings::description>},
    {"language", choice<&Settings::language, interface_languages>},
    {"base_url", read_base_url},
    {"theme", id<&Settings::theme>},
    {"licence", text<&Settings::licence>},
    {"licence_url", address<&Settings::licence_url>},
    {"publisher", text<&Settings::publisher>},
    {"channels", read_channels},
    {"navigation", read_navigation},
    {"home", read_home},
    {"page_size", whole_number<&Settings::page_size, 10, 500>},
    {"remote_images", truth<&Settings::remote_images>},
};

void fill_defaults(Settings& settings) {
  const Language language = settings.language == "en" ? Language::english : Language::chinese;
  const auto pick = [language](Wording wording) { return std::string(wording.in(language)); };
  if (settings.channels.empty()) {
    settings.channels = {{"industry", pick({"产业动态", "Industry"})},
                         {"vocational", pick({"职教动态", "Vocational education"})},
                         {"talent", pick({"人才需求", "Talent needs"})},
                         {"projects", pick({"项目需求", "Project needs"})}};
  }
  if (settings.navigation.empty()) {
    settings.navigation = {{pick({"学校", "Schools"}), "schools/index.html"},
                           {pick({"报告", "Reports"}), "reports/index.html"},
                           {pick({"案例", "Cases"}), "cases/index.html"},
                           {pick({"主题", "Topics"}), "topics/index.html"},
                           {pick({"指标", "Indicators"}), "indicators/index.html"},
                           {pick({"文章", "Articles"}), "articles/index.html"}};
  }
}

}  // namespace

SettingsFile read_settings(const YamlText& yaml, Problems& problems) {
  SettingsFile file;
  file.theme_place = Place{yaml.file()};
  if (const auto root = parse_yaml(yaml, problems)) {
    Values values(yaml, problems);
    YamlNode name;
    name.text = "portal.yaml";
    if (root->is_null()) {
      values.report_missing_key(*root, "title");
    } else if (values.is_mapping({name, *root})) {
      read_mapping(values, *root, portal_keys, file.settings);
      for (const YamlNode::Entry& entry : root->entries) {
        if (entry.key.text == "theme") file.theme_place = values.place(entry.value);
      }
    }
  }
  fill_defaults(file.settings);
  return file;
}

SettingsFile default_settings(const std::string& path) {
  SettingsFile file{{}, Place{path}};
  fill_defaults(file.settings);
  return file;
}

std::string base_address(std::string_view address) {
  std::string base(address);
  if (!base.empty() && base.back() != '/') base += '/';
  return base;
}

}  // namespace reportal
