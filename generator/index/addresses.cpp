// Every page of the site and its address, decided before any is made.
//
// Pages come in one fixed order: lists, then the things they list. An address book knows who makes which address, so that two
// sources of one address, and a file where a folder is needed, are told before anything is rendered.

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "base/parallel.h"
#include "index/data/datasets.h"
#include "index/exports.h"
#include "index/planning.h"
#include "index/problems.h"
#include "model/record.h"

namespace reportal {
namespace index {
namespace {

/// Who makes an address. The portal's own files have no file.
struct Maker {
  std::string file;
  std::uint32_t line = 0;

  [[nodiscard]] Place place() const { return {file, line}; }
  [[nodiscard]] std::string text() const { return line == 0 ? file : file + ':' + std::to_string(line); }
};

class AddressBook {
 public:
  explicit AddressBook(Problems& problems) : problems_(problems) {}

  void claim(const std::string& address, Maker maker) {
    const auto [entry, is_new] = makers_.try_emplace(address, std::move(maker));
    if (is_new) return;
    const Maker& first = entry->second;
    if (first.file.empty() || maker.file.empty()) {
      problems_.add(reserved_address, first.file.empty() ? maker.place() : first.place(), {address});
    } else {
      problems_.add(address_clash, maker.place(), {address, first.text()});
    }
  }

  /// A file cannot stand where another address needs a folder.
  void check_folders() const {
    for (const auto& [address, maker] : makers_) {
      for (std::size_t slash = address.find('/'); slash != npos; slash = address.find('/', slash + 1)) {
        const auto file = makers_.find(address.substr(0, slash));
        if (file == makers_.end()) continue;
        problems_.add(file_and_folder, maker.place(), {address, file->first, file->second.text()});
      }
    }
  }

 private:
  Problems& problems_;
  std::unordered_map<std::string, Maker> makers_;
};

bool is_id(std::string_view id) {
  const auto alphanumeric = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return !id.empty() && alphanumeric(id.front()) &&
         std::all_of(id.begin(), id.end(), [&](char c) { return alphanumeric(c) || c == '-' || c == '_'; });
}

Maker maker_of(const Document& document) {
  const auto front_matter = std::find_if(document.blocks.begin(), document.blocks.end(), [](const Block& block) {
    return as<FrontMatterBlock>(block) && !block.lines.empty();
  });
  return {document.path, front_matter == document.blocks.end() ? 0 : front_matter->lines.front().first};
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// The file that keeps an old address working; nothing if the alias is no address of this portal.
std::optional<std::string> alias_file(std::string_view alias, std::string_view base_url) {
  if (!base_url.empty() && alias.starts_with(base_url)) alias.remove_prefix(base_url.size());
  while (alias.starts_with('/')) alias.remove_prefix(1);
  std::string path;
  for (std::size_t i = 0; i < alias.size(); ++i) {
    char c = alias[i];
    if (c == '?' || c == '#' || c == '\\') return std::nullopt;
    if (c == '%') {
      const int high = i + 2 < alias.size() ? hex_value(alias[i + 1]) : -1;
      const int low = high >= 0 ? hex_value(alias[i + 2]) : -1;
      if (low < 0) return std::nullopt;
      c = static_cast<char>(high * 16 + low);
      i += 2;
    }
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return std::nullopt;
    path += c;
  }
  if (!path.ends_with(".html") && !path.ends_with(".htm")) {
    if (!path.empty() && !path.ends_with('/')) path += '/';
    path += "index.html";
  }
  if (find_invalid_utf8(path) != npos) return std::nullopt;
  for (const std::string_view part : split(path, '/')) {
    if (part.empty() || part == "." || part == ".." || part == ".reportal" || part.find(':') != npos) return std::nullopt;
  }
  return path;
}

class Planner {
 public:
  Planner(const Library& library, const Links& links, const Input& input, Problems& problems, unsigned jobs)
      : library_(library), links_(links), input_(input), problems_(problems), jobs_(jobs), book_(problems) {}

  SitePlan plan() {
    plan_.chapters.resize(library_.documents.size());
    plan_.anchors.resize(library_.documents.size());
    for_each_index(jobs_, library_.documents.size(), [&](std::size_t i) {
      const Document& document = library_.documents[i];
      plan_.anchors[i] = block_anchors(document);
      if (document.kind == DocumentKind::report) plan_.chapters[i] = report_chapters(document);
    });
    fill_orders(library_, links_, plan_);
    plan_.asset_address = asset_addresses(input_.theme);
    plan_.table_csv = table_addresses(library_);

    claim_own_files();
    add_vocabulary_pages();
    add_reports();
    add_cases();
    add_articles_and_pages();
    add_records();
    add_years();
    add_lists_of_blocks();
    add_feeds();
    claim_copied_files();
    add_redirects();
    book_.check_folders();
    return std::move(plan_);
  }

 private:
  [[nodiscard]] const Document& document(std::uint32_t index) const { return library_.documents[index]; }

  PlannedPage& add(PageKind kind, std::string address, std::uint32_t subject, const Maker& maker) {
    book_.claim(address, maker);
    plan_.pages.push_back({.kind = kind, .address = std::move(address), .subject = subject, .redirect_to = {}});
    return plan_.pages.back();
  }

  /// A list of `count` entries under STEM.html, STEM-2.html …; an empty list has a page too.
  void add_list(PageKind kind, const std::string& stem, std::uint32_t subject, std::size_t count, const Maker& maker,
                std::size_t page_size) {
    const std::size_t parts = std::max<std::size_t>(1, (count + page_size - 1) / page_size);
    for (std::size_t part = 0; part < parts; ++part) {
      const std::string number = part == 0 ? std::string{} : '-' + std::to_string(part + 1);
      PlannedPage& page = add(kind, stem + number + ".html", subject, maker);
      page.part = static_cast<std::uint32_t>(part);
      page.part_count = static_cast<std::uint32_t>(parts);
      page.first = static_cast<std::uint32_t>(part * page_size);
      page.last = static_cast<std::uint32_t>(std::min(count, (part + 1) * page_size));
    }
  }

  void add_paged_list(PageKind kind, const std::string& stem, std::uint32_t subject, std::size_t count, const Maker& maker) {
    add_list(kind, stem, subject, count, maker, static_cast<std::size_t>(std::max(1, library_.settings.page_size)));
  }

  void add_names(PageKind kind, const std::string& stem, std::size_t count) { add_list(kind, stem, 0, count, {}, names_on_page); }

  /// A table of values goes over pages by its rows, `cells` cells a page.
  void add_table(PageKind kind, std::string_view address, std::uint32_t subject, const ValueTable& table, std::size_t columns, std::size_t cells,
                 const Maker& maker) {
    constexpr std::size_t fewest_rows = 10;
    const std::string_view stem = address.substr(0, address.size() - std::string_view(".html").size());
    add_list(kind, std::string(stem), subject, table.schools.size(), maker, std::max(fewest_rows, cells / std::max<std::size_t>(1, columns)));
  }

  void check_id(std::string_view id, const Place& place) {
    if (!is_id(id)) problems_.add(bad_id, place, {std::string(id)});
  }

  void claim_own_files() {
    for (const char* address : {"robots.txt", "sitemap.xml", "feed.xml", "feed.json", "opensearch.xml"}) book_.claim(address, {});
    book_.claim(std::string(case_filter_address), {});
    book_.claim("search", {});  // the folder of the index: whatever else wants a file in it is told
    for (const auto& [name, address] : plan_.asset_address) book_.claim(address, {});
    plan_.datasets = dataset_list();
    for (const std::string& address : data_addresses()) book_.claim(address, {});
    add(PageKind::home, "index.html", 0, {});
    add_names(PageKind::glossary, "glossary", library_.vocabulary.terms.size());
    add(PageKind::search, "search.html", 0, {});
    add(PageKind::site_index, "site-index.html", 0, {});
    add(PageKind::not_found, std::string(not_found_address), 0, {});
  }

  /// FOLDER/index.html and FOLDER/ID.html for each of `things`, in as many pages as its cases need.
  template <typename Thing>
  void add_things(PageKind list, PageKind one, const std::string& folder, const std::vector<Thing>& things,
                  std::vector<std::string>& addresses, const std::vector<std::vector<std::uint32_t>>* cases) {
    if (list == PageKind::topic_index) add(list, folder + "/index.html", 0, {});  // a tree
    else add_names(list, folder + "/index", things.size());
    const Maker maker{folder + ".yaml"};
    for (std::uint32_t i = 0; i < things.size(); ++i) {
      check_id(things[i].id, maker.place());
      const std::string stem = folder + '/' + things[i].id;
      addresses.push_back(stem + ".html");
      add_paged_list(one, stem, i, cases == nullptr ? 0 : (*cases)[i].size(), maker);
    }
  }

  void add_vocabulary_pages() {
    const Vocabulary& vocabulary = library_.vocabulary;
    add_things(PageKind::school_index, PageKind::school, "schools", vocabulary.schools, plan_.school_address,
               &plan_.school_cases);
    add_things(PageKind::topic_index, PageKind::topic, "topics", vocabulary.topics, plan_.topic_address,
               &plan_.topic_cases);
    add_things(PageKind::organisation_index, PageKind::organisation, "organisations", vocabulary.organisations,
               plan_.organisation_address, &named_in(EntityKind::organisation));
    const Maker glossary{"glossary.yaml"};
    for (std::uint32_t i = 0; i < vocabulary.terms.size(); ++i) {
      check_id(vocabulary.terms[i].id, glossary.place());
      plan_.term_address.push_back("glossary/" + vocabulary.terms[i].id + ".html");
      add_paged_list(PageKind::term, "glossary/" + vocabulary.terms[i].id, i, named_in(EntityKind::term)[i].size(), glossary);
    }
    add(PageKind::indicator_index, "indicators/index.html", 0, {});
    const Maker indicators{"indicators.yaml"};
    for (std::uint32_t i = 0; i < plan_.indicator_groups.size(); ++i) {
      const IndicatorGroup& group = plan_.indicator_groups[i];
      if (group.address.empty()) continue;
      const auto columns = std::count_if(group.indicators.begin(), group.indicators.end(),
                                         [&](std::uint32_t one) { return !indicator_values_of(links_, one).empty(); });
      add_table(PageKind::indicator_group, group.address, i, group.table, static_cast<std::size_t>(columns), 2 * values_on_page, indicators);
    }
    for (std::uint32_t i = 0; i < vocabulary.indicators.size(); ++i) {
      check_id(vocabulary.indicators[i].id, indicators.place());
      plan_.indicator_address.push_back("indicators/" + vocabulary.indicators[i].id + ".html");
      const ValueTable& table = plan_.indicator_tables[i];
      add_table(PageKind::indicator, plan_.indicator_address.back(), i, table, table.years.size(), values_on_page, indicators);
    }
    add_named_in(PageKind::named_in_school, EntityKind::school, "schools", vocabulary.schools, plan_.school_named_in);
    add_named_in(PageKind::named_in_topic, EntityKind::topic, "topics", vocabulary.topics, plan_.topic_named_in);
  }

  [[nodiscard]] const std::vector<std::vector<std::uint32_t>>& named_in(EntityKind kind) const {
    return plan_.named_in[static_cast<std::size_t>(kind)];
  }

  /// FOLDER/ID/named-in.html for those that are named more often than their own page shows.
  template <typename Thing>
  void add_named_in(PageKind kind, EntityKind entity, const std::string& folder, const std::vector<Thing>& things,
                    std::vector<std::string>& addresses) {
    addresses.resize(things.size());
    for (std::uint32_t i = 0; i < things.size(); ++i) {
      const std::size_t count = named_in(entity)[i].size();
      if (count <= named_in_shown) continue;
      const std::string stem = folder + '/' + things[i].id + "/named-in";
      addresses[i] = stem + ".html";
      add_paged_list(kind, stem, i, count, {folder + ".yaml"});
    }
  }

  void add_reports() {
    plan_.document_address.resize(library_.documents.size());
    plan_.full_address.resize(library_.documents.size());
    add_paged_list(PageKind::report_index, "reports/index", 0, plan_.reports_by_year.size(), {});
    for (const std::uint32_t i : library_.of_kind(DocumentKind::report)) {
      const Maker maker = maker_of(document(i));
      check_id(document(i).id, maker.place());
      const std::string folder = "reports/" + document(i).id + '/';
      plan_.document_address[i] = folder + "index.html";
      plan_.full_address[i] = folder + "full.html";
      add(PageKind::report, plan_.document_address[i], i, maker);
      const auto& chapters = plan_.chapters[i];
      for (std::uint32_t part = 0; part < chapters.size(); ++part) {
        PlannedPage& page = add(PageKind::chapter, chapters[part].address, i, maker);
        page.part = part;
        page.part_count = static_cast<std::uint32_t>(chapters.size());
        page.first = chapters[part].first;
        page.last = chapters[part].last;
      }
      add(PageKind::report_full, plan_.full_address[i], i, maker).last = static_cast<std::uint32_t>(document(i).blocks.size());
    }
  }

  /// The slugs of a document's cases, distinct. A printed number that stands twice is told.
  std::vector<std::string> case_slugs(const Document& report, const std::vector<std::uint32_t>& cases) {
    std::vector<std::string> slugs;
    for (const std::uint32_t i : cases) {
      const Block& block = report.blocks[static_cast<std::size_t>(library_.cases[i].block)];
      const auto* title = as<CaseTitle>(block);
      const std::string slug = title ? number_slug(title->number) : std::string{};
      slugs.push_back(slug.empty() ? "c-" + text_hash(title ? title->title.text : plain_text(block)) : slug);
    }
    const std::vector<std::string> printed = slugs;
    make_distinct(slugs);
    for (std::size_t i = 0; i < slugs.size(); ++i) {
      if (slugs[i] == printed[i] || printed[i].starts_with("c-")) continue;
      problems_.add(repeated_number, case_maker(cases[i]).place(),
                    {printed[i], "cases/" + report.id + '/' + slugs[i] + ".html"});
    }
    return slugs;
  }

  [[nodiscard]] Maker case_maker(std::uint32_t index) const {
    const Case& item = library_.cases[index];
    const Document& report = document(item.document);
    if (item.block < 0) return maker_of(report);
    const Block& block = report.blocks[static_cast<std::size_t>(item.block)];
    return {report.path, block.lines.empty() ? 0 : block.lines.front().first};
  }

  void add_cases() {
    plan_.case_address.resize(library_.cases.size());
    add_paged_list(PageKind::case_index, "cases/index", 0, library_.cases.size(), {});
    for (std::uint32_t i = 0; i < plan_.case_chapters.size(); ++i) {
      const CaseChapter& chapter = plan_.case_chapters[i];
      add_paged_list(PageKind::case_chapter, chapter.address.substr(0, chapter.address.size() - 5), i, chapter.cases.size(), {});
    }
    for (std::uint32_t d = 0; d < library_.documents.size(); ++d) {
      const auto& cases = plan_.document_cases[d];
      if (document(d).kind == DocumentKind::case_study) {
        plan_.document_address[d] = "cases/" + document(d).id + ".html";
        check_id(document(d).id, maker_of(document(d)).place());
        for (const std::uint32_t i : cases) plan_.case_address[i] = plan_.document_address[d];
      } else {
        const std::vector<std::string> slugs = case_slugs(document(d), cases);
        for (std::size_t i = 0; i < cases.size(); ++i) {
          plan_.case_address[cases[i]] = "cases/" + document(d).id + '/' + slugs[i] + ".html";
        }
      }
      for (const std::uint32_t i : cases) add(PageKind::case_page, plan_.case_address[i], i, case_maker(i));
    }
  }

  void add_articles_and_pages() {
    const Settings& settings = library_.settings;
    add_paged_list(PageKind::article_index, "articles/index", 0, plan_.articles_by_date.size(), {});
    const Maker portal{"portal.yaml"};
    for (std::uint32_t i = 0; i < settings.channels.size(); ++i) {
      check_id(settings.channels[i].id, portal.place());
      const std::string stem = "articles/channel-" + settings.channels[i].id;
      plan_.channel_address.push_back(stem + ".html");
      add_paged_list(PageKind::channel, stem, i, plan_.channel_articles[i].size(), portal);
    }
    for (std::uint32_t i = 0; i < library_.documents.size(); ++i) {
      const DocumentKind kind = document(i).kind;
      const bool is_page = kind == DocumentKind::page;
      if (!is_page && kind != DocumentKind::article && kind != DocumentKind::newspaper) continue;
      check_id(document(i).id, maker_of(document(i)).place());
      plan_.document_address[i] = (is_page ? "" : "articles/") + document(i).id + ".html";
      add(is_page ? PageKind::page : PageKind::article, plan_.document_address[i], i, maker_of(document(i)));
    }
  }

  /// Beside the pages of each document of which there is something to say.
  void add_records() {
    plan_.record_address.resize(library_.documents.size());
    for (std::uint32_t i = 0; i < library_.documents.size(); ++i) {
      if (!has_record(document(i))) continue;
      const Maker maker = maker_of(document(i));
      plan_.record_address[i] = std::string(record_folder(document(i))) + document(i).id + "/record.html";
      add(PageKind::record, plan_.record_address[i], i, maker);
      book_.claim(record_csv_address(plan_.record_address[i]), maker);
    }
  }

  static std::string_view record_folder(const Document& document) {
    switch (document.kind) {
      case DocumentKind::report: return "reports/";
      case DocumentKind::article:
      case DocumentKind::newspaper: return "articles/";
      case DocumentKind::case_study: return "cases/";
      case DocumentKind::page: break;
    }
    return "pages/";
  }

  void add_years() {
    add(PageKind::year_index, "years/index.html", 0, {});
    for (const int year : plan_.years) {
      const std::string stem = "years/" + std::to_string(year);
      plan_.year_address[year] = stem + ".html";
      add_paged_list(PageKind::year, stem, static_cast<std::uint32_t>(year), plan_.year_cases[year].size(), {});
    }
  }

  void add_letters(PageKind kind, const std::vector<LetterList>& lists) {
    for (std::uint32_t i = 0; i < lists.size(); ++i) {
      add_paged_list(kind, lists[i].address.substr(0, lists[i].address.size() - 5), i, lists[i].entries.size(), {});
    }
  }

  void add_lists_of_blocks() {
    add_letters(PageKind::case_letter, plan_.case_letters);
    add_letters(PageKind::figure_letter, plan_.figure_letters);
    add_letters(PageKind::table_letter, plan_.table_letters);
    add_paged_list(PageKind::figure_index, "figures/index", 0, plan_.figures.size(), {});
    add_paged_list(PageKind::table_index, "tables/index", 0, plan_.tables.size(), {});
    for (const auto& [table, address] : plan_.table_csv) book_.claim(address, maker_of(document(table.document)));
  }

  void add_feeds() {
    const auto address = [&](std::string_view kind, const std::string& id, const std::vector<std::uint32_t>& documents) {
      const bool dated = std::any_of(documents.begin(), documents.end(),
                                     [&](std::uint32_t i) { return static_cast<bool>(content_date(document(i))); });
      if (!dated) return std::string();
      std::string feed = "feeds/" + std::string(kind) + '-' + id + ".xml";
      book_.claim(feed, {});
      return feed;
    };
    const auto& channels = library_.settings.channels;
    for (std::size_t i = 0; i < channels.size(); ++i) plan_.channel_feed.push_back(address("channel", channels[i].id, plan_.channel_articles[i]));
    const auto& schools = library_.vocabulary.schools;
    for (std::size_t i = 0; i < schools.size(); ++i) plan_.school_feed.push_back(address("school", schools[i].id, plan_.school_documents[i]));
  }

  void claim_copied_files() {
    for (const Asset& file : input_.files) {
      plan_.content_files.insert(file.name);
      book_.claim(file.name, {file.name});
    }
  }

  void add_redirects() {
    for (std::uint32_t i = 0; i < library_.documents.size(); ++i) {
      const std::string& target = plan_.document_address[i];
      std::vector<std::string> made;
      for (const std::string& alias : document(i).metadata.aliases) {
        const auto file = alias_file(alias, library_.settings.base_url);
        if (!file) {
          problems_.add(bad_alias, maker_of(document(i)).place(), {alias});
        } else if (*file != target && std::find(made.begin(), made.end(), *file) == made.end()) {
          add(PageKind::redirect, *file, i, maker_of(document(i))).redirect_to = target;
          made.push_back(*file);
        }
      }
    }
  }

  const Library& library_;
  const Links& links_;
  const Input& input_;
  Problems& problems_;
  unsigned jobs_;
  AddressBook book_;
  SitePlan plan_;
};

}  // namespace
}  // namespace index

std::string record_csv_address(std::string_view record_address) {
  return std::string(record_address.substr(0, record_address.rfind('.'))) + ".csv";
}

const std::string& entity_address(const SitePlan& plan, EntityRef entity) {
  switch (entity.kind) {
    case EntityKind::school: return plan.school_address[entity.index];
    case EntityKind::organisation: return plan.organisation_address[entity.index];
    case EntityKind::topic: return plan.topic_address[entity.index];
    case EntityKind::term: break;
  }
  return plan.term_address[entity.index];
}

SitePlan plan_site(const Library& library, const Links& links, const Input& input, Problems& problems, unsigned jobs) {
  return index::Planner(library, links, input, problems, jobs).plan();
}

}  // namespace reportal
