#include "structure/raw/page/set_width.h"

#include <algorithm>
#include <array>
#include <limits>

#include "base/text.h"
#include "chinese/characters.h"

namespace reportal::raw {
namespace {

constexpr std::size_t longest_unit = 120;  // bytes

/// What a character is for the setting of a line.
enum class Setting : std::uint8_t {
  none,
  space,
  han,
  letter,  ///< Latin
  latin,   ///< what else makes words and numbers, which are not parted at the end of a line
  closing,
  other,
};

constexpr bool is_latin(Setting setting) { return setting == Setting::letter || setting == Setting::latin; }
constexpr bool meet(Setting before, Setting after) {
  return (is_latin(before) && after == Setting::han) || (before == Setting::han && is_latin(after));
}

constexpr std::array<Setting, 128> ascii_settings() {
  std::array<Setting, 128> settings{};
  for (std::size_t c = 0; c < settings.size(); ++c) {
    const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    settings[c] = c <= ' ' || c == 0x7F ? Setting::space : letter ? Setting::letter : Setting::latin;
  }
  for (const char c : std::string_view(",.;:?!)]}")) settings[static_cast<std::size_t>(c)] = Setting::closing;
  for (const char c : std::string_view("([{")) settings[static_cast<std::size_t>(c)] = Setting::other;
  return settings;
}

Setting setting_of(char32_t c) {
  static constexpr std::array<Setting, 128> ascii = ascii_settings();
  static constexpr std::u32string_view closing = U"，。、；：？！）》】”’〉」』〕";
  if (c < 0x80) return ascii[c];
  if (is_han(c)) return Setting::han;
  if (is_space(c)) return Setting::space;
  return closing.find(c) != std::u32string_view::npos ? Setting::closing : Setting::other;
}

std::uint32_t quarters(char32_t c) { return static_cast<std::uint32_t>(display_width(c)) * quarters_a_column; }

/// The common Chinese character at `at`, which needs no decoding: three bytes, U+4E00 to U+9FFF but for the first rows.
bool is_common_han(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  return lead >= 0xE5 && lead <= 0xE9;
}

std::uint16_t clamped(std::uint32_t value) {
  return static_cast<std::uint16_t>(std::min<std::uint32_t>(value, std::numeric_limits<std::uint16_t>::max()));
}

}  // namespace

std::uint32_t gap_between(char32_t before, char32_t after, Spacing spacing) {
  return spacing == Spacing::quarter && meet(setting_of(before), setting_of(after)) ? 1 : 0;
}

SetWidth set_width(std::string_view text) {
  std::uint32_t characters = 0, borders = 0, border_spaces = 0, letter_borders = 0, typed_spaces = 0, hang = 0, marks = 0,
                letters = 0;
  std::uint32_t spaces = 0;  // quarters of white space behind the last character
  Setting before = Setting::none;
  // Words and numbers that only spaces part are typed as one: 5G, ISO 9001.
  bool run_has_letters = false;
  bool run_borders = false;  // a Chinese character stands before the run
  bool run_spaced = false;   // … and a space between
  const auto end_run = [&](bool border) {
    if (run_has_letters) {
      letter_borders += (run_borders ? 1 : 0) + (border ? 1 : 0);
      typed_spaces += (run_borders && run_spaced ? 1 : 0) + (border && spaces > 0 ? 1 : 0);
    }
    run_has_letters = run_borders = false;
  };
  for (std::size_t at = 0; at < text.size();) {
    Setting setting = Setting::han;
    std::uint32_t width = 2 * quarters_a_column;
    if (is_common_han(text, at)) {
      at += 3;
    } else {
      const char32_t c = next_character(text, at);
      setting = setting_of(c);
      width = c < 0x80 ? quarters_a_column : quarters(c);
    }
    if (setting == Setting::space) {
      spaces += width;
      continue;
    }
    const bool border = meet(before, setting);
    if (border) {
      ++borders;
      border_spaces += spaces;
    } else {
      characters += spaces;
    }
    if (is_latin(setting)) {
      if (!is_latin(before)) {
        run_borders = border;
        run_spaced = spaces > 0;
      }
      run_has_letters |= setting == Setting::letter;
    } else if (is_latin(before)) {
      end_run(border);
    }
    spaces = 0;
    characters += width;
    const bool closes = setting == Setting::closing;
    hang = closes ? hang + width : 0;
    marks += closes ? 1 : 0;
    letters += setting == Setting::letter ? 1 : 0;
    before = setting;
  }
  end_run(false);
  return {characters,    clamped(borders), clamped(border_spaces), clamped(letter_borders), clamped(typed_spaces),
          clamped(hang), clamped(marks),   clamped(letters)};
}

std::uint32_t first_unit(std::string_view text) {
  const bool cut = text.size() > longest_unit;
  text = text.substr(0, longest_unit);
  std::uint32_t width = 0;
  char32_t before = 0;
  Setting last = Setting::none;
  bool closed = false;
  for (std::size_t at = 0; at < text.size();) {
    if (cut && text.size() - at < 4) break;  // the last character may be cut
    const char32_t c = next_character(text, at);
    Setting setting = setting_of(c);
    // A point or comma in a number.
    if (setting == Setting::closing && c < 0x80 && is_latin(last) && at < text.size() &&
        is_ascii_digit(static_cast<unsigned char>(text[at]))) {
      setting = Setting::latin;
    }
    if (before != 0 && setting == Setting::closing) {
      closed = true;
    } else if (before != 0) {
      const bool opens = before == U'（' || before == U'《' || before == U'“' || before == U'【' || before == U'(';
      if (!opens && (closed || !(is_latin(last) && is_latin(setting)))) break;
    }
    width += quarters(c);
    before = c;
    last = setting;
  }
  return width;
}

}  // namespace reportal::raw
