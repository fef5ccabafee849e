#include "import/extract.h"

#include <algorithm>
#include <utility>

#include "base/process.h"
#include "base/text.h"
#include "import/pdf/reader.h"
#include "import/problems.h"
#include "read/read.h"

namespace reportal {
namespace {

std::optional<std::string> read_document_bytes(const Files& files, const std::string& path, Problems& problems) {
  std::string bytes;
  if (const std::error_code error = files.read(path, bytes)) {
    problems.add(import_problems::unreadable, Place{path}, {error.message()});
    return std::nullopt;
  }
  if (bytes.size() <= max_document_bytes) return bytes;
  problems.add(import_problems::too_large, Place{path}, {std::to_string(bytes.size()), std::to_string(max_document_bytes)});
  return std::nullopt;
}

// PDF.

/// Tells why a PDF gives no text. True: it gives some.
bool check_document(const pdf::Document& document, const std::string& path, Problems& problems) {
  switch (document.failure) {
    case pdf::Failure::broken:
      problems.add(import_problems::pdf_broken, Place{path});
      return false;
    case pdf::Failure::locked:
      problems.add(import_problems::pdf_locked, Place{path});
      return false;
    case pdf::Failure::too_many_pages:
      problems.add(import_problems::pdf_pages, Place{path}, {std::to_string(pdf::max_pages)});
      return false;
    case pdf::Failure::none:
      break;
  }
  const auto is_empty = [](const pdf::Page& page) { return page.words.empty(); };
  const auto empty = static_cast<std::size_t>(std::count_if(document.pages.begin(), document.pages.end(), is_empty));
  const std::string pages = std::to_string(document.pages.size());
  if (empty == document.pages.size()) {
    problems.add(import_problems::pdf_without_text, Place{path}, {pages});
    return false;
  }
  if (empty > 0) {
    const auto first = std::find_if(document.pages.begin(), document.pages.end(), is_empty) - document.pages.begin();
    problems.add(import_problems::pdf_empty_pages, Place{path}, {pages, std::to_string(empty), std::to_string(first + 1)});
  }
  return true;
}

std::optional<Extract> extract_pdf(Files& files, const std::string& path, const Destination& destination, unsigned jobs,
                                   Problems& problems) {
  const std::optional<std::string> bytes = read_document_bytes(files, path, problems);
  if (!bytes) return std::nullopt;
  const pdf::Document document = pdf::read_document(*bytes, jobs);
  if (!check_document(document, path, problems)) return std::nullopt;
  Extract result;
  result.ending = ".txt";
  result.pages = document.pages.size();
  result.title = document.title;
  result.layout = pdf::lay_out(document);
  for (const pdf::TextLine& line : result.layout) result.text.append(line.text).push_back('\n');
  result.pictures = take_pictures(files, path, destination.pictures_folder, problems);
  return result;
}

// Word.

/// pandoc names the pictures from the folder it runs in; a source names them by the address of the folder they end up in.
std::string with_addresses(std::string_view text, const std::string& address) {
  std::string result;
  constexpr std::string_view written = "./media/";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t found = text.find(written, at);
    result.append(text.substr(at, found == npos ? npos : found - at));
    if (found == npos) break;
    const bool is_address = found > 0 && (text[found - 1] == '(' || text[found - 1] == '"');
    result.append(is_address ? address + "/media/" : std::string(written));
    at = found + written.size();
  }
  return result;
}

std::optional<Extract> extract_word(Files& files, const std::string& path, const Destination& destination, Problems& problems) {
  constexpr std::chrono::seconds most_time{120};
  if (!read_document_bytes(files, path, problems)) return std::nullopt;
  const CommandResult result =
      run_command({{"pandoc", "--from=docx", "--to=gfm", "--wrap=none", "--extract-media=.", files.real_path(path)},
                   files.real_path(destination.pictures_folder),
                   most_time,
                   max_source_bytes});
  if (result.end == CommandResult::End::not_found) {
    problems.add(import_problems::no_pandoc, Place{path});
  } else if (result.end == CommandResult::End::too_slow) {
    problems.add(import_problems::program_slow, Place{path}, {"pandoc", std::to_string(most_time.count())});
  } else if (!result.succeeded() || find_invalid_utf8(result.output) != npos) {
    const std::string_view reason = trim(std::string_view(result.complaint).substr(0, result.complaint.find('\n')));
    problems.add(import_problems::pandoc_failed, Place{path}, {find_invalid_utf8(reason) == npos ? std::string(reason) : "?"});
  } else {
    problems.add(import_problems::word_numbers, Place{path});
    Extract extract;
    extract.ending = ".md";
    extract.text = with_addresses(result.output, destination.pictures_address);
    std::vector<FileEntry> entries;
    if (!files.list(destination.pictures_folder, entries)) {
      for (const FileEntry& entry : entries) {
        if (entry.kind == FileKind::file) extract.pictures.push_back({entry.path, 0});
      }
    }
    return extract;
  }
  return std::nullopt;
}

// Text.

std::optional<Extract> extract_text(const Files& files, const InputFile& input, Problems& problems) {
  std::optional<std::string> text = read_text(files, input.path, problems);
  if (!text) return std::nullopt;
  Extract result;
  result.text = std::move(*text);
  result.ending = input.format == InputFormat::markdown ? ".md" : input.format == InputFormat::html ? ".html" : ".txt";
  return result;
}

/// What the first bytes say of a file whose ending says nothing, or something else.
InputFormat true_format(const Files& files, const InputFile& input) {
  if (input.format != InputFormat::text) return input.format;
  std::string bytes;
  if (files.read(input.path, bytes)) return input.format;
  return bytes.starts_with("%PDF-") ? InputFormat::pdf : input.format;
}

}  // namespace

std::optional<Extract> extract(Files& files, const InputFile& input, const Destination& destination, unsigned jobs,
                               Problems& problems) {
  switch (true_format(files, input)) {
    case InputFormat::pdf:
      return extract_pdf(files, input.path, destination, jobs, problems);
    case InputFormat::word:
      return extract_word(files, input.path, destination, problems);
    case InputFormat::text:
    case InputFormat::markdown:
    case InputFormat::html:
      break;
  }
  return extract_text(files, input, problems);
}

}  // namespace reportal
