// How the page and what stands on it are cited (citation.h), as templates show it.

#include "base/text.h"
#include "render/citation.h"
#include "render/page_view.h"

namespace reportal {

using templates::Value;

namespace {

/// The citation as HTML; what the reader's browser fills in is marked by data-fill.
std::string citation_html(const std::vector<CitationPiece>& pieces, std::string_view access_day, std::string_view page_address,
                          std::string_view fragment) {
  std::string html;
  for (const CitationPiece& piece : pieces) {
    if (piece.kind == CitationPiece::Kind::text || !piece.text.empty()) {
      append_html_escaped(html, piece.text);
    } else if (piece.kind == CitationPiece::Kind::access_day) {
      html += "<span data-fill=\"day\">" + html_escaped(access_day) + "</span>";
    } else {
      html += "<span data-fill=\"address\"";
      if (!fragment.empty()) html += " data-fragment=\"" + html_escaped(fragment) + "\"";
      html += ">" + html_escaped(page_address) + "</span>";
    }
  }
  return html;
}

/// The name of the paper or site in what an article says of its source: the title in 《》, else the whole, unless it is a sentence.
std::string_view paper_name(std::string_view source) {
  constexpr std::string_view open = "《", close = "》";
  constexpr std::size_t longest_name = 20;  // characters
  const std::size_t first = source.find(open);
  const std::size_t last = first == npos ? npos : source.find(close, first);
  if (last != npos) return source.substr(first + open.size(), last - first - open.size());
  return count_characters(source) <= longest_name ? source : std::string_view();
}

/// Widens the work's pages by that of a block, where it is known.
void add_page_of(const Block& block, CitedWork& work) {
  if (block.page == 0) return;
  if (work.first_page == 0 || block.page < work.first_page) work.first_page = block.page;
  if (block.page > work.last_page) work.last_page = block.page;
}

}  // namespace

/// What a citation of anything in `document` has: creators, year, the address of this page.
CitedWork PageView::work_of(std::uint32_t document, CitedWork::Kind kind) const {
  const Document& cited = site_.library.documents[document];
  CitedWork work;
  work.kind = kind;
  work.authors = cited.metadata.authors;
  const int school = site_.links.document_school[document];
  if (work.authors.empty() && school >= 0) {
    work.authors.push_back(site_.library.vocabulary.schools[static_cast<std::size_t>(school)].name);
  } else if (work.authors.empty() && !cited.school.empty()) {
    work.authors.push_back(cited.school);
  }
  if (kind == CitedWork::Kind::part) {
    work.host_title = cited.title;
  } else {
    work.title = cited.title;
    work.date = cited.metadata.date;
  }
  if (kind == CitedWork::Kind::news) {
    work.host_title = paper_name(cited.metadata.source);
    work.authors = cited.metadata.authors;  // a school that news is about has not written it
  }
  work.year = document_year(cited);
  work.language = document_language(cited, site_.library.settings);
  std::string_view name = page_.address;
  for (const std::string_view ending : {".html", "/index"}) {
    if (name.ends_with(ending)) name.remove_suffix(ending.size());
  }
  work.key = citation_key(name);
  const std::string& base_url = site_.library.settings.base_url;
  if (!base_url.empty()) work.address = base_url + file_address(page_.address);
  return work;
}

void PageView::add_citation(const CitedWork& work, const std::vector<Value>& parts) {
  const auto html = [&](const std::vector<CitationPiece>& pieces) {
    return pool_.html(citation_html(pieces, string("access_day"), string("page_address"), {}));
  };
  add("citation", pool_.map({{"text", html(gb_citation(work))},
                             {"bibtex", html(bibtex_citation(work))},
                             {"ris", html(ris_citation(work))},
                             {"parts", pool_.list(parts)}}));
}

void PageView::cite_report(std::uint32_t document, bool with_parts) {
  const auto count = static_cast<std::uint32_t>(site_.library.documents[document].blocks.size());
  add_citation(work_of(document, CitedWork::Kind::report),
               with_parts ? cited_parts(document, block_range(0, count)) : std::vector<Value>());
}

void PageView::cite_chapter(std::uint32_t document, std::string_view number, const std::vector<std::uint32_t>& blocks) {
  CitedWork work = work_of(document, CitedWork::Kind::part);
  work.title = number.empty() ? std::string(title_) : std::string(number) + ' ' + std::string(title_);
  for (const std::uint32_t block : blocks) add_page_of(site_.library.documents[document].blocks[block], work);
  add_citation(work, cited_parts(document, blocks));
}

void PageView::cite_case(std::uint32_t item) {
  const Case& cited = site_.library.cases[item];
  const Document& document = site_.library.documents[cited.document];
  if (cited.block < 0) {
    add_citation(work_of(cited.document, CitedWork::Kind::web_page), cited_parts(cited.document, cited.blocks));
    return;
  }
  CitedWork work = work_of(cited.document, CitedWork::Kind::part);
  const std::string& label = site_.case_label[item];
  work.title = label.empty() || label == title_ ? std::string(title_) : label + ' ' + std::string(title_);
  add_page_of(document.blocks[static_cast<std::size_t>(cited.block)], work);
  for (const std::uint32_t block : cited.blocks) add_page_of(document.blocks[block], work);
  add_citation(work, cited_parts(cited.document, cited.blocks));
}

void PageView::cite_article(std::uint32_t document) { add_citation(work_of(document, CitedWork::Kind::news), {}); }

/// The figures and tables among `blocks` that have a number or a caption, each with its citation.
std::vector<Value> PageView::cited_parts(std::uint32_t document, const std::vector<std::uint32_t>& blocks) {
  std::vector<Value> parts;
  const Document& shown = site_.library.documents[document];
  for (const std::uint32_t i : blocks) {
    const Block& block = shown.blocks[i];
    const Table* table = as<Table>(block);
    const Figure* figure = as<Figure>(block);
    if (table == nullptr && figure == nullptr) continue;
    const std::string_view caption = table != nullptr ? table->caption.text : figure->caption.text;
    const std::string label = block_label(block);
    if (label.empty() && caption.empty()) continue;
    CitedWork work = work_of(document, CitedWork::Kind::part);
    work.title = label;
    if (!label.empty() && !caption.empty()) work.title += ' ';
    work.title += caption;
    add_page_of(block, work);
    const std::string& anchor = site_.plan.anchors[document][i];
    if (!work.address.empty()) work.address += '#' + anchor;
    parts.push_back(pool_.map(
        {{"anchor", anchor},
         {"text", pool_.html(citation_html(gb_citation(work), string("access_day"), string("page_address"), anchor))}}));
  }
  return parts;
}

}  // namespace reportal
