#include "render/language_marks.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "base/text.h"

namespace reportal {
namespace {

constexpr std::string_view mark = " lang=\"zh-CN\"";
constexpr std::string_view void_elements[] = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"};

/// An element that is open at a place of the page.
struct Open {
  std::string_view name;
  std::size_t name_end;  ///< where an attribute can be put
  bool chinese;          ///< what stands in it is known to be Chinese
};

/// Whether a text has an ideograph: U+3400 to U+9FFF, or one behind U+20000.
bool has_ideograph(std::string_view text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const auto lead = static_cast<unsigned char>(text[i]), second = static_cast<unsigned char>(text[i + 1]);
    if ((lead >= 0xE4 && lead <= 0xE9) || (lead == 0xE3 && second >= 0x90) || (lead == 0xF0 && second >= 0xA0)) return true;
  }
  return false;
}

class Marker {
 public:
  explicit Marker(std::string_view page) : page_(page) {}

  std::string run() {
    std::size_t at = 0;
    while (at < page_.size()) {
      const std::size_t tag = std::min(page_.find('<', at), page_.size());
      text(page_.substr(at, tag - at));
      if (tag == page_.size()) break;
      const std::size_t end = std::min(page_.find('>', tag), page_.size() - 1);
      at = end + 1;
      element(tag, end);
      if (!open_.empty() && open_.back().name == "script") at = std::min(page_.find("</script", at), page_.size());
    }
    return with_marks();
  }

 private:
  void text(std::string_view text) {
    if (open_.empty() || open_.back().chinese || open_.back().name == "script" || !has_ideograph(text)) return;
    open_.back().chinese = true;
    places_.push_back(open_.back().name_end);
  }

  void element(std::size_t begin, std::size_t end) {
    const std::string_view tag = page_.substr(begin + 1, end - begin - 1);
    if (tag.starts_with('!')) return;
    if (tag.starts_with('/')) {
      while (!open_.empty()) {
        const bool closed = open_.back().name == tag.substr(1);
        open_.pop_back();
        if (closed) return;
      }
      return;
    }
    const std::string_view name = tag.substr(0, std::min(tag.find_first_of(" \n/"), tag.size()));
    if (tag.ends_with('/') || std::find(std::begin(void_elements), std::end(void_elements), name) != std::end(void_elements)) return;
    bool chinese = !open_.empty() && open_.back().chinese;
    if (const std::size_t own = tag.find(" lang=\""); own != npos) chinese = tag.substr(own + 7).starts_with("zh");
    open_.push_back({name, begin + 1 + name.size(), chinese});
  }

  std::string with_marks() {
    std::sort(places_.begin(), places_.end());
    std::string out;
    out.reserve(page_.size() + places_.size() * mark.size());
    std::size_t done = 0;
    for (const std::size_t place : places_) {
      out.append(page_.substr(done, place - done)).append(mark);
      done = place;
    }
    return out.append(page_.substr(done));
  }

  std::string_view page_;
  std::vector<Open> open_;
  std::vector<std::size_t> places_;
};

}  // namespace

std::string with_language_marks(std::string_view page) { return Marker(page).run(); }

}  // namespace reportal
