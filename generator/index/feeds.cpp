// Feeds of what is new: Atom 1.0 (RFC 4287) and JSON Feed 1.1. Every date is one the content states; an item's id is its
// address where the portal has one, else a UUID over the portal's title and the document's kind and id, so that it stays when
// the site is built again.

#include <xxhash.h>

#include <fmt/format.h>

#include <algorithm>

#include "base/json.h"
#include "index/exports.h"

namespace reportal::index {
namespace {

constexpr std::size_t feed_items = 50;
constexpr std::size_t summary_characters = 200;

struct Item {
  const Document* document;
  std::string url;
  std::string id;
  Date published, updated;
  std::string summary;
};

/// A UUID of version 8 (RFC 9562: content of our own) in the form of a URN.
std::string urn_of(const Settings& settings, std::string_view name) {
  const std::string text = fmt::format("{}\n{}", settings.title, name);
  const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
  const std::uint64_t high = (hash.high64 & ~std::uint64_t{0xF000}) | 0x8000;
  const std::uint64_t low = (hash.low64 & ~(std::uint64_t{3} << 62)) | (std::uint64_t{2} << 62);
  return fmt::format("urn:uuid:{:08x}-{:04x}-{:04x}-{:04x}-{:012x}", high >> 32, (high >> 16) & 0xFFFF, high & 0xFFFF,
                     low >> 48, low & 0xFFFF'FFFF'FFFF);
}

/// What the front matter says of a document, else how its text begins.
std::string summary_of(const Document& document) {
  if (!document.metadata.summary.empty()) return document.metadata.summary;
  for (const Block& block : document.blocks) {
    const auto* paragraph = as<Paragraph>(block);
    if (paragraph == nullptr || paragraph->role != Paragraph::Role::body || is_blank(paragraph->text.text)) continue;
    const std::string_view beginning = take_characters(paragraph->text.text, summary_characters);
    return std::string(beginning) += beginning.size() < paragraph->text.text.size() ? "…" : "";
  }
  return {};
}

/// An address as a feed says it: absolute where the portal says where it stands, else relative to the feed.
std::string link_from(std::string_view feed, std::string_view address, const std::string& base_url) {
  return base_url.empty() ? relative_address(feed, address) : base_url + file_address(address);
}

/// The newest of some documents that have a date; one that has none cannot be called new.
std::vector<Item> newest_items(const Library& library, const SitePlan& plan, std::string_view feed,
                               const std::vector<std::uint32_t>& documents) {
  std::vector<std::uint32_t> order;
  std::copy_if(documents.begin(), documents.end(), std::back_inserter(order),
               [&](std::uint32_t i) { return static_cast<bool>(content_date(library.documents[i])); });
  const auto published = [&](std::uint32_t i) {
    const Metadata& metadata = library.documents[i].metadata;
    return metadata.date ? metadata.date : metadata.updated;
  };
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return seconds_since_epoch(published(a)) > seconds_since_epoch(published(b));
  });
  if (order.size() > feed_items) order.resize(feed_items);

  std::vector<Item> items;
  for (const std::uint32_t i : order) {
    const Document& document = library.documents[i];
    const std::string& address = plan.document_address[i];
    const std::string& base_url = library.settings.base_url;
    items.push_back({&document, link_from(feed, address, base_url), base_url.empty() ? urn_of(library.settings, address) : base_url + address,
                     published(i), content_date(document), summary_of(document)});
  }
  return items;
}

void append_element(std::string& xml, std::string_view name, std::string_view text) {
  fmt::format_to(std::back_inserter(xml), "<{}>", name);
  append_xml_escaped(xml, text);
  fmt::format_to(std::back_inserter(xml), "</{}>\n", name);
}

void append_link(std::string& xml, std::string_view attributes, std::string_view url) {
  fmt::format_to(std::back_inserter(xml), "<link {}href=\"", attributes);
  append_xml_escaped(xml, url);
  xml += "\"/>\n";
}

void append_author(std::string& xml, std::string_view name) {
  xml += "<author>";
  xml += "<name>";
  append_xml_escaped(xml, name);
  xml += "</name></author>\n";
}

void append_entry(std::string& xml, const Item& item) {
  const Metadata& metadata = item.document->metadata;
  xml += "<entry";
  if (!metadata.language.empty()) {
    xml += " xml:lang=\"";
    append_xml_escaped(xml, metadata.language);
    xml += '"';
  }
  xml += ">\n";
  append_element(xml, "title", item.document->title);
  append_link(xml, "", item.url);
  append_element(xml, "id", item.id);
  append_element(xml, "published", rfc3339(item.published));
  append_element(xml, "updated", rfc3339(item.updated));
  for (const std::string& author : metadata.authors) append_author(xml, author);
  for (const std::string& tag : metadata.tags) {
    xml += "<category term=\"";
    append_xml_escaped(xml, tag);
    xml += "\"/>\n";
  }
  if (!item.summary.empty()) append_element(xml, "summary", item.summary);
  xml += "</entry>\n";
}

/// The newest date of all items: the same however often the site is built.
std::string feed_updated(const std::vector<Item>& items) {
  const auto newest = std::max_element(items.begin(), items.end(), [](const Item& a, const Item& b) {
    return seconds_since_epoch(a.updated) < seconds_since_epoch(b.updated);
  });
  return newest == items.end() ? "1970-01-01T00:00:00Z" : rfc3339(newest->updated);
}

/// What a feed is of: all of the portal, or one channel or school of it.
struct FeedSubject {
  std::string title;
  std::string address;  ///< of the feed itself
  std::string page;     ///< address of the page that it goes with
};

std::string atom_feed(const Settings& settings, const FeedSubject& subject, const std::vector<Item>& items) {
  std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"";
  append_xml_escaped(xml, settings.language);
  xml += "\">\n";
  if (settings.base_url.empty())
    xml += "<!-- The portal states no base_url: links are relative to the address of this file. -->\n";
  append_element(xml, "title", subject.title);
  const std::string& subtitle = settings.description.empty() ? settings.subtitle : settings.description;
  if (!subtitle.empty()) append_element(xml, "subtitle", subtitle);
  append_link(xml, "rel=\"self\" type=\"application/atom+xml\" ", link_from(subject.address, subject.address, settings.base_url));
  append_link(xml, "", link_from(subject.address, subject.page, settings.base_url));
  append_element(xml, "id", settings.base_url.empty() ? urn_of(settings, subject.page) : settings.base_url + file_address(subject.page));
  append_element(xml, "updated", feed_updated(items));
  append_author(xml, settings.publisher.empty() ? settings.title : settings.publisher);
  if (!settings.licence.empty()) append_element(xml, "rights", settings.licence);
  for (const Item& item : items) append_entry(xml, item);
  return xml += "</feed>\n";
}

void write_item(JsonWriter& json, const Item& item) {
  const Metadata& metadata = item.document->metadata;
  json.begin_object();
  json.member("id", item.id).member("url", item.url).member("title", item.document->title);
  json.member("content_text", item.summary);
  if (!metadata.language.empty()) json.member("language", metadata.language);
  json.member("date_published", rfc3339(item.published)).member("date_modified", rfc3339(item.updated));
  if (!metadata.authors.empty()) {
    json.key("authors").begin_array();
    for (const std::string& author : metadata.authors) json.begin_object().member("name", author).end_object();
    json.end_array();
  }
  if (!metadata.tags.empty()) {
    json.key("tags").begin_array();
    for (const std::string& tag : metadata.tags) json.value(tag);
    json.end_array();
  }
  json.end_object();
}

std::string json_feed(const Settings& settings, const std::vector<Item>& items) {
  std::string out;
  JsonWriter json(out, 2);
  json.begin_object();
  json.member("version", "https://jsonfeed.org/version/1.1").member("title", settings.title);
  json.member("home_page_url", settings.base_url + "index.html").member("feed_url", settings.base_url + "feed.json");
  if (!settings.description.empty()) json.member("description", settings.description);
  json.member("language", settings.language);
  json.key("items").begin_array();
  for (const Item& item : items) write_item(json, item);
  json.end_array().end_object();
  return out += '\n';
}

}  // namespace

void append_feeds(const Library& library, const SitePlan& plan, std::vector<OutputFile>& files) {
  const Settings& settings = library.settings;
  std::vector<std::uint32_t> all = plan.articles_by_date;
  all.insert(all.end(), plan.reports_by_year.begin(), plan.reports_by_year.end());
  const std::vector<Item> items = newest_items(library, plan, "feed.xml", all);
  files.push_back({"feed.xml", atom_feed(settings, {settings.title, "feed.xml", "index.html"}, items)});
  files.push_back({"feed.json", json_feed(settings, items)});
  const auto append = [&](const std::string& name, const std::string& feed, const std::string& page, const std::vector<std::uint32_t>& documents) {
    if (feed.empty()) return;
    files.push_back({feed, atom_feed(settings, {name + " · " + settings.title, feed, page}, newest_items(library, plan, feed, documents))});
  };
  for (std::size_t i = 0; i < settings.channels.size(); ++i) {
    append(settings.channels[i].title, plan.channel_feed[i], plan.channel_address[i], plan.channel_articles[i]);
  }
  for (std::size_t i = 0; i < library.vocabulary.schools.size(); ++i) {
    append(library.vocabulary.schools[i].name, plan.school_feed[i], plan.school_address[i], plan.school_documents[i]);
  }
}

}  // namespace reportal::index
