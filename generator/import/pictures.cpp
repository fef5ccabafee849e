#include "import/pictures.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <string_view>

#include "base/process.h"
#include "base/text.h"
#include "import/problems.h"

namespace reportal {
namespace {

constexpr std::chrono::seconds most_time{300};

/// A line of `pdfimages -list`.
struct Listed {
  std::uint32_t page = 0, number = 0;
  double width = 0, height = 0;  ///< as printed, in inches
  std::string_view object;
  bool wanted = true;
};

std::optional<double> number_in(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// page num type width height color comp bpc enc interp object ID x-ppi y-ppi size ratio
std::optional<Listed> read_listed(std::string_view line) {
  std::vector<std::string_view> words = split(line, ' ');
  std::erase_if(words, [](std::string_view word) { return word.empty(); });
  if (words.size() < 14) return std::nullopt;
  const auto page = number_in(words[0]), number = number_in(words[1]), width = number_in(words[3]),
             height = number_in(words[4]);
  const auto across = number_in(words[12]), down = number_in(words[13]);
  if (!page || !number || !width || !height || !across || !down || *page < 1) return std::nullopt;
  Listed listed{static_cast<std::uint32_t>(*page),
                static_cast<std::uint32_t>(*number),
                *width / std::max(*across, 1.0),
                *height / std::max(*down, 1.0),
                words[10],
                words[2] == "image"};
  return listed;
}

struct LeftOut {
  std::size_t small = 0, repeated = 0;
};

LeftOut leave_out(std::vector<Listed>& pictures) {
  constexpr double least_width = 0.6, least_height = 0.4;  // inches
  constexpr std::size_t too_many_pages = 3;
  std::map<std::string_view, std::size_t> pages;
  for (const Listed& one : pictures) ++pages[one.object];
  LeftOut left_out;
  for (Listed& one : pictures) {
    if (!one.wanted) continue;
    const bool repeated = one.object != "[inline]" && pages[one.object] >= too_many_pages;
    const bool small = one.width < least_width || one.height < least_height;
    if (repeated) {
      ++left_out.repeated;
    } else if (small) {
      ++left_out.small;
    }
    one.wanted = !repeated && !small;
  }
  return left_out;
}

std::string three_digits(std::uint32_t number) {
  const std::string digits = std::to_string(number);
  return std::string(digits.size() < 3 ? 3 - digits.size() : 0, '0') + digits;
}

class PictureTaker {
 public:
  PictureTaker(Files& files, const std::string& path, const std::string& folder, Problems& problems)
      : files_(files), path_(path), real_(files.real_path(path)), folder_(folder), problems_(problems) {}

  std::vector<Picture> take() {
    const CommandResult listing = run({"pdfimages", "-list", real_});
    if (listing.end == CommandResult::End::not_found) {
      problems_.add(import_problems::no_pdfimages, Place{path_});
      return {};
    }
    if (!listing.succeeded()) return failed(listing);
    for (const std::string_view line : split_lines(listing.output)) {
      if (const auto listed = read_listed(line)) listed_.push_back(*listed);
    }
    const LeftOut left_out = leave_out(listed_);
    if (left_out.small + left_out.repeated > 0) {
      problems_.add(import_problems::skipped_pictures, Place{path_},
                    {std::to_string(left_out.small), std::to_string(left_out.repeated)});
    }
    for (std::size_t at = 0; at < listed_.size();) at = take_pages(at);
    return std::move(pictures_);
  }

 private:
  static CommandResult run(std::vector<std::string> words) { return run_command({std::move(words), "", most_time}); }

  std::vector<Picture> failed(const CommandResult& result) {
    const std::string_view reason = trim(std::string_view(result.complaint).substr(0, result.complaint.find('\n')));
    problems_.add(import_problems::pictures_failed, Place{path_},
                  {reason.empty() || find_invalid_utf8(reason) != npos ? "pdfimages" : std::string(reason)});
    return {};
  }

  /// Takes the pictures of neighbouring pages that have wanted ones in one go; returns the index behind them.
  std::size_t take_pages(std::size_t begin) {
    std::size_t end = begin;
    bool any = false;
    while (end < listed_.size()) {
      const std::uint32_t page = listed_[end].page;
      std::size_t next = end;
      bool wanted = false;
      for (; next < listed_.size() && listed_[next].page == page; ++next) wanted |= listed_[next].wanted;
      if (!wanted) {
        if (!any) end = next;
        break;
      }
      any = true;
      end = next;
    }
    if (!any) return end;
    const std::uint32_t first = listed_[begin].page, last = listed_[end - 1].page;
    const CommandResult result = run({"pdfimages", "-png", "-j", "-p", "-f", std::to_string(first), "-l", std::to_string(last),
                                      real_, files_.real_path(folder_) + "/taken"});
    if (!result.succeeded()) {
      (void)failed(result);
      return end;
    }
    for (std::size_t at = begin; at < end; ++at) keep_or_remove(listed_[at], listed_[at].number - listed_[begin].number);
    return end;
  }

  /// pdfimages wrote every picture of the pages; those that are wanted get a name of their own: 12-1.png, the first of page 12.
  void keep_or_remove(const Listed& listed, std::uint32_t number) {
    for (const std::string_view ending : {".png", ".jpg"}) {
      const std::string written =
          join_path(folder_, "taken-" + three_digits(listed.page) + "-" + three_digits(number) + std::string(ending));
      if (files_.kind(written) != FileKind::file) continue;
      if (!listed.wanted) {
        (void)files_.remove_file(written);
        continue;
      }
      const std::string name =
          std::to_string(listed.page) + "-" + std::to_string(++on_page_[listed.page]) + std::string(ending);
      if (!files_.rename(written, join_path(folder_, name))) pictures_.push_back({name, listed.page - 1});
    }
  }

  Files& files_;
  const std::string& path_;
  std::string real_;
  const std::string& folder_;
  Problems& problems_;
  std::vector<Listed> listed_;
  std::map<std::uint32_t, std::uint32_t> on_page_;
  std::vector<Picture> pictures_;
};

}  // namespace

std::vector<Picture> take_pictures(Files& files, const std::string& path, const std::string& folder, Problems& problems) {
  return PictureTaker(files, path, folder, problems).take();
}

}  // namespace reportal
