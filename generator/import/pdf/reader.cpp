#include "import/pdf/reader.h"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <optional>

#include "base/parallel.h"
#include "base/text.h"
#include "chinese/characters.h"
#include "import/pdf/rules.h"

namespace reportal::pdf {
namespace {

std::string utf8(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  std::string result(bytes.begin(), bytes.end());
  if (const std::size_t bad = find_invalid_utf8(result); bad != npos) result.resize(bad);
  return result;
}

std::unique_ptr<poppler::document> open_document(std::string_view bytes) {
  return std::unique_ptr<poppler::document>(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
}

/// A word as poppler gives it, before the sizes of its fonts are known.
struct RawWord {
  Word word;
  std::string font;
  float size = 0;  ///< as poppler states it
};

std::optional<RawWord> read_word(const poppler::text_box& box) {
  RawWord raw;
  const std::string text = utf8(box.text());
  const poppler::rectf frame = box.bbox();
  const std::size_t count = count_characters(text);
  std::size_t index = 0;
  for (std::size_t offset = 0; offset < text.size(); ++index) {
    Glyph glyph;
    glyph.character = next_character(text, offset);
    const poppler::rectf one = box.char_bbox(index);
    const bool known = one.width() > 0 || one.x() > 0;
    const double share = frame.width() / static_cast<double>(count);
    glyph.left = static_cast<float>(known ? one.x() : frame.x() + share * static_cast<double>(index));
    glyph.right = static_cast<float>(known ? one.x() + one.width() : frame.x() + share * static_cast<double>(index + 1));
    if (!is_space(glyph.character) && glyph.character >= ' ') raw.word.glyphs.push_back(glyph);
  }
  if (raw.word.glyphs.empty()) return std::nullopt;
  raw.word.middle = static_cast<float>(frame.y() + frame.height() / 2);
  raw.word.space_behind = box.has_space_after();
  raw.word.upright = box.rotation() == 0;
  if (box.has_font_info()) {
    raw.font = box.get_font_name();
    raw.size = static_cast<float>(box.get_font_size());
  }
  return raw;
}

/// Grey pixels of a page, and the rules in them. Words are painted over first, since strokes of characters look like rules.
void read_rules(const poppler::page& source, Page& page) {
  constexpr double usual_resolution = 100;  // a hairline is one pixel, the rows of the smallest tables are 12 apart
  constexpr double most_pixels = 4e6;
  const double inches = static_cast<double>(page.width) * static_cast<double>(page.height) / (72.0 * 72.0);
  if (!(inches > 0)) return;
  const double resolution = std::min(usual_resolution, std::sqrt(most_pixels / inches));
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_gray8);
  renderer.set_render_hints(0);
  const poppler::image image = renderer.render_page(&source, resolution, resolution);
  if (!image.is_valid() || image.format() != poppler::image::format_gray8) return;
  Raster raster;
  raster.width = static_cast<std::size_t>(image.width());
  raster.height = static_cast<std::size_t>(image.height());
  raster.points = static_cast<float>(72 / resolution);
  raster.pixels.resize(raster.width * raster.height);
  const auto stride = static_cast<std::size_t>(image.bytes_per_row());
  for (std::size_t y = 0; y < raster.height; ++y) {
    std::copy_n(image.const_data() + y * stride, raster.width,
                reinterpret_cast<char*>(raster.pixels.data()) + y * raster.width);
  }
  paint_over(raster, page.words);
  find_rules(raster, page.across, page.down);
}

/// How wide a Chinese character of each font is, as a share of the size that poppler states.
std::map<std::string, float> learn_scales(const std::vector<std::vector<RawWord>>& pages) {
  std::map<std::string, std::vector<float>> widths;
  constexpr std::size_t enough = 2000;
  for (const std::vector<RawWord>& words : pages) {
    for (const RawWord& raw : words) {
      std::vector<float>& known = widths[raw.font];
      if (raw.size <= 0 || !raw.word.upright) continue;
      for (const Glyph& glyph : raw.word.glyphs) {
        if (known.size() < enough && is_han(glyph.character)) known.push_back((glyph.right - glyph.left) / raw.size);
      }
    }
  }
  std::map<std::string, float> scales;
  for (auto& [font, known] : widths) {
    if (known.size() < 5) continue;
    const auto middle = known.begin() + static_cast<std::ptrdiff_t>(known.size() / 2);
    std::nth_element(known.begin(), middle, known.end());
    if (*middle > 0.2F && *middle < 5) scales[font] = *middle;
  }
  return scales;
}

float em_of(const RawWord& raw, const std::map<std::string, float>& scales) {
  constexpr float usual = 10.5F;
  if (raw.size <= 0) return usual;
  const auto scale = scales.find(raw.font);
  return std::clamp(scale == scales.end() ? raw.size : raw.size * scale->second, 2.0F, 400.0F);
}

void ignore_message(const std::string&, void*) {}

}  // namespace

Document read_document(std::string_view bytes, unsigned jobs) {
  Document result;
  poppler::set_debug_error_function(ignore_message, nullptr);
  const std::unique_ptr<poppler::document> first = open_document(bytes);
  if (!first || first->is_locked()) {
    result.failure = first ? Failure::locked : Failure::broken;
    return result;
  }
  const int count = first->pages();
  if (count <= 0 || count > max_pages) {
    result.failure = count <= 0 ? Failure::broken : Failure::too_many_pages;
    return result;
  }
  result.title = utf8(first->get_title());
  result.pages.resize(static_cast<std::size_t>(count));
  std::vector<std::vector<RawWord>> words(result.pages.size());

  // A poppler document belongs to one thread, so each of them opens one of its own and takes a run of pages.
  const std::size_t parts = std::min<std::size_t>(std::max(jobs, 1U), result.pages.size());
  const auto each_page = [&](const auto& work) {
    for_each_index(jobs, parts, [&](std::size_t part) {
      const std::unique_ptr<poppler::document> own = part == 0 ? nullptr : open_document(bytes);
      const poppler::document* document = part == 0 ? first.get() : own.get();
      if (document == nullptr) return;
      for (std::size_t at = part; at < result.pages.size(); at += parts) {
        const std::unique_ptr<poppler::page> page(document->create_page(static_cast<int>(at)));
        if (page) work(*page, at);
      }
    });
  };
  each_page([&](const poppler::page& page, std::size_t at) {
    const poppler::rectf frame = page.page_rect();
    const bool turned = page.orientation() == poppler::page::landscape || page.orientation() == poppler::page::seascape;
    result.pages[at].width = static_cast<float>(turned ? frame.height() : frame.width());
    result.pages[at].height = static_cast<float>(turned ? frame.width() : frame.height());
    for (const poppler::text_box& box : page.text_list(poppler::page::text_list_include_font)) {
      if (auto word = read_word(box)) words[at].push_back(std::move(*word));
    }
  });
  const std::map<std::string, float> scales = learn_scales(words);
  each_page([&](const poppler::page& source, std::size_t at) {
    Page& page = result.pages[at];
    for (RawWord& raw : words[at]) {
      raw.word.em = em_of(raw, scales);
      page.words.push_back(std::move(raw.word));
    }
    if (!page.words.empty()) read_rules(source, page);
  });
  return result;
}

}  // namespace reportal::pdf
