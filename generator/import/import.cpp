#include "import/import.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "import/delivery.h"
#include "import/extract.h"
#include "import/inputs.h"
#include "import/problems.h"
#include "import/proposal.h"
#include "read/read.h"
#include "structure/structure.h"

namespace reportal {
namespace {

std::string_view folder_of(DocumentKind kind) {
  switch (kind) {
    case DocumentKind::report:
      return "reports";
    case DocumentKind::article:
    case DocumentKind::newspaper:
      return "articles";
    case DocumentKind::case_study:
      return "cases";
    case DocumentKind::page:
      break;
  }
  return "pages";
}

std::string_view ending_of(SourceFormat format) {
  return format == SourceFormat::markdown ? ".md" : format == SourceFormat::html ? ".html" : ".txt";
}

/// The files that one input becomes, before they are written.
struct ReadyFiles {
  std::string text, sidecar;
  std::size_t first_line = 1;  ///< of the proposal, in the file that holds it
};

/// A PDF's text has its front matter beside it, since that names lines of the text. Other texts have it before them, or at the
/// end of what they bring along.
ReadyFiles with_front_matter(Extract& extract, const Source& source, const Proposal& proposal) {
  std::string yaml;
  for (const std::string& line : proposal.lines) yaml.append(line).push_back('\n');
  ReadyFiles files;
  if (!extract.layout.empty()) {
    files.sidecar = std::move(yaml);
    files.text = std::move(extract.text);
  } else if (source.front_matter_last == 0) {
    files.text = "---\n" + yaml + "---\n" + extract.text;
    files.first_line = 2;
  } else if (proposal.lines.size() == 1) {  // nothing but the comment
    files.text = std::move(extract.text);
  } else {
    files.first_line = source.front_matter_last;
    files.text = extract.text.insert(source.line_starts[source.front_matter_last - 1], yaml);
  }
  return files;
}

class Importer {
 public:
  Importer(Files& files, const ImportOptions& options, Catalogue catalogue, Problems& problems)
      : files_(files), options_(options), catalogue_(std::move(catalogue)), problems_(problems) {
    for (const Catalogue::Entry& entry : catalogue_.sources) owners_.try_emplace(entry.id, entry.path);
  }

  std::optional<Imported> import(const InputFile& input) {
    const std::string id = id_of_file(input.path);
    if (!claim(id, input.path)) return std::nullopt;
    Staging staging(files_, options_.content, id);
    if (staging.error()) return cannot_write(staging.folder(), staging.error());
    const std::string pictures = "/pictures/" + id;
    std::optional<Extract> extracted = extract(files_, input, {staging.pictures(), ".." + pictures}, options_.jobs, problems_);
    if (!extracted) return std::nullopt;
    if (is_blank(extracted->text)) {
      problems_.add(import_problems::empty, Place{input.path});
      return std::nullopt;
    }

    // Problems of the front matter that an input brings along are its own; those of the text are told by every build.
    Problems of_front_matter, of_text;
    const std::string shown = input.path.substr(0, input.path.size() - file_ending(input.path).size()) + extracted->ending;
    const Source source = source_of_text(files_, shown, extracted->text, of_front_matter);
    for (Problem& problem : of_front_matter.sorted()) problems_.add(std::move(problem));
    if (of_front_matter.has_errors()) return std::nullopt;
    if (source.metadata.id != id && !claim(source.metadata.id, input.path)) return std::nullopt;
    const Document document = understand(source, of_text);

    const Proposal proposal =
        propose({*extracted, source, document, std::string(file_name(input.path)), pictures, options_.kind},
                catalogue_.settings, catalogue_.vocabulary);
    Imported result = counts(input.path, *extracted, document);
    result.pages = extracted->pages;
    if (!write(staging, *extracted, source, proposal, result)) return std::nullopt;
    return result;
  }

 private:
  std::nullopt_t cannot_write(const std::string& place, std::error_code error) {
    problems_.add(import_problems::cannot_write, Place{place}, {place, error.message()});
    return std::nullopt;
  }

  /// An id belongs to the source that has it, or to the first input that asks for it.
  bool claim(const std::string& id, const std::string& path) {
    const auto [owner, fresh] = owners_.try_emplace(id, path);
    if (fresh) {
      claimed_.insert_or_assign(id, path);
      return true;
    }
    problems_.add(claimed_.contains(id) ? import_problems::same_id : import_problems::id_taken, Place{path},
                  {id, owner->second});
    return false;
  }

  static Imported counts(const std::string& input, const Extract& extract, const Document& document) {
    Imported result;
    result.input = input;
    result.pictures = extract.pictures.size();
    for (const Block& block : document.blocks) {
      result.cases += as<CaseTitle>(block) != nullptr;
      result.figures += as<Figure>(block) != nullptr;
      result.tables += as<Table>(block) != nullptr;
    }
    return result;
  }

  bool write(Staging& staging, Extract& extract, const Source& source, const Proposal& proposal, Imported& result) {
    const std::string& id = source.metadata.id;
    const std::string stem = join_path(join_path(options_.content, folder_of(proposal.kind)), id);
    const std::string text_path = stem + std::string(ending_of(source.format));
    const std::string sidecar_path = stem + ".yaml";
    const std::string picture_folder = join_path(join_path(options_.content, "pictures"), id);
    for (const std::string& place : {text_path, sidecar_path, picture_folder}) {
      if (files_.kind(place) == FileKind::missing || (place == picture_folder && extract.pictures.empty())) continue;
      problems_.add(import_problems::exists, Place{result.input}, {place});
      return false;
    }
    const bool has_pictures = !extract.pictures.empty();
    const ReadyFiles files = with_front_matter(extract, source, proposal);
    std::vector<std::pair<std::string, std::string>> moves;
    if (has_pictures) moves.emplace_back("pictures", picture_folder);
    if (!files.sidecar.empty()) moves.emplace_back("front-matter", sidecar_path);
    moves.emplace_back("text", text_path);
    std::error_code error = staging.write("text", files.text);
    if (!error && !files.sidecar.empty()) error = staging.write("front-matter", files.sidecar);
    if (error) {
      cannot_write(text_path, error);
      return false;
    }
    if (const Staging::Failure failure = staging.deliver(moves); failure.error) {
      cannot_write(failure.place, failure.error);
      return false;
    }
    const std::string& noted = files.sidecar.empty() ? text_path : sidecar_path;
    for (const Doubt& doubt : proposal.doubts) {
      Place place{noted, static_cast<std::uint32_t>(files.first_line + doubt.line)};
      place.excerpt = proposal.lines[doubt.line];
      problems_.add(*doubt.kind, std::move(place), doubt.arguments);
    }
    for (auto move = moves.rbegin(); move != moves.rend(); ++move) result.written.push_back(move->second);
    return true;
  }

  Files& files_;
  const ImportOptions& options_;
  Catalogue catalogue_;
  Problems& problems_;
  std::map<std::string, std::string, std::less<>> owners_, claimed_;  ///< id → path
};

}  // namespace

std::vector<Imported> import_files(Files& files, const ImportOptions& options, Problems& problems) {
  Problems of_content;
  std::optional<Catalogue> catalogue = read_catalogue(files, options.content, options.jobs, of_content);
  if (!catalogue) {
    for (Problem& problem : of_content.sorted()) problems.add(std::move(problem));
    return {};
  }
  if (of_content.has_errors()) {
    problems.add(import_problems::content_problems, Place{options.content},
                 {std::to_string(of_content.count(Severity::error))});
  }
  Importer importer(files, options, std::move(*catalogue), problems);
  std::vector<Imported> result;
  for (const InputFile& input : list_inputs(files, options.inputs, options.content, problems)) {
    if (auto imported = importer.import(input)) result.push_back(std::move(*imported));
  }
  return result;
}

}  // namespace reportal
