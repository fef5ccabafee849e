// The order of the tries follows how much each proves: UTF-8 proves itself, a BOM says it, UTF-16 shows itself by NUL bytes that make
// sense in pairs, and only what is left is weighed as GB18030 against Big5, which accept most of each other's bytes.

#include "chinese/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <unordered_set>

#include "base/text.h"
#include "chinese/characters.h"

namespace reportal {
namespace {

constexpr std::string_view utf8_bom = "\xEF\xBB\xBF";
constexpr std::string_view utf16le_bom = "\xFF\xFE";
constexpr std::string_view utf16be_bom = "\xFE\xFF";
constexpr std::string_view pdf_mark = "%PDF-";

/// What one try gave: the text up to the first bytes that the encoding does not have.
struct Attempt {
  std::string text;
  std::string_view encoding;
  Decoded::Failure failure = Decoded::Failure::invalid;
  [[nodiscard]] bool complete() const { return failure == Decoded::Failure::none; }
};

unsigned char byte_at(std::string_view bytes, std::size_t i) { return static_cast<unsigned char>(bytes[i]); }

bool is_text_control(char32_t c) { return (c >= '\t' && c <= '\r') || c == 0x1A || c == 0x1B; }

bool is_stray_control(char32_t c) { return (c < 0x20 && !is_text_control(c)) || c == 0x7F; }

/// More than one control character in twenty bytes.
bool has_binary_share_of_controls(std::string_view bytes) {
  const auto controls = std::count_if(bytes.begin(), bytes.end(), [](char c) { return is_stray_control(static_cast<unsigned char>(c)); });
  return static_cast<std::size_t>(controls) * 20 > bytes.size();
}

Attempt decode_utf16(std::string_view bytes, bool big_endian) {
  Attempt attempt;
  attempt.encoding = big_endian ? "UTF-16BE" : "UTF-16LE";
  attempt.text.reserve(bytes.size() * 3 / 2);
  const auto unit = [&](std::size_t i) -> char32_t {
    const char32_t a = byte_at(bytes, i), b = byte_at(bytes, i + 1);
    return big_endian ? (a << 8 | b) : (b << 8 | a);
  };
  std::size_t i = 0;
  for (; i + 1 < bytes.size(); i += 2) {
    char32_t c = unit(i);
    if (c >= 0xD800 && c <= 0xDFFF) {
      const char32_t low = c <= 0xDBFF && i + 3 < bytes.size() ? unit(i + 2) : 0;
      if (low < 0xDC00 || low > 0xDFFF) return attempt;
      c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
      i += 2;
    }
    if (c == 0) {
      attempt.failure = Decoded::Failure::binary;
      return attempt;
    }
    append_character(attempt.text, c);
  }
  if (i == bytes.size()) attempt.failure = Decoded::Failure::none;
  return attempt;
}

/// Share of the characters that Chinese or English text is made of.
double plausible_share(std::string_view text) {
  std::size_t plausible = 0, all = 0;
  for (std::size_t i = 0; i < text.size(); ++all) {
    const char32_t c = next_character(text, i);
    const bool ascii = c < 0x7F && !is_stray_control(c);
    if (ascii || (c >= 0x4E00 && c <= 0x9FFF) || is_wide_punctuation(c) || is_space(c)) ++plausible;
  }
  return all == 0 ? 0 : static_cast<double>(plausible) / static_cast<double>(all);
}

/// UTF-16 without a BOM: the byte order in which the whole file makes sense.
Attempt decode_unmarked_utf16(std::string_view bytes) {
  Attempt little = decode_utf16(bytes, false);
  Attempt big = decode_utf16(bytes, true);
  const double little_share = little.complete() ? plausible_share(little.text) : 0;
  const double big_share = big.complete() ? plausible_share(big.text) : 0;
  Attempt& better = big_share > little_share ? big : little;
  if (std::max(little_share, big_share) < 0.8) better.failure = Decoded::Failure::binary;
  return std::move(better);
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

/// Strict decoding by ICU: stops before the first bytes that are not of the encoding.
Attempt decode_multibyte(std::string_view bytes, const char* encoding) {
  Attempt attempt;
  attempt.encoding = encoding;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(encoding, &status));
  if (U_FAILURE(status)) return attempt;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);

  std::u16string units(bytes.size() + 1, u'\0');  // no encoding tried here gives more units than bytes
  char16_t* target = units.data();
  const char* source = bytes.data();
  ucnv_toUnicode(converter.get(), &target, target + units.size(), &source, bytes.data() + bytes.size(), nullptr, true, &status);
  if (U_SUCCESS(status)) attempt.failure = Decoded::Failure::none;
  attempt.text.reserve(bytes.size() * 3 / 2);
  icu::UnicodeString(false, units.data(), static_cast<int32_t>(target - units.data())).toUTF8String(attempt.text);
  return attempt;
}

/// The characters that make up about half of any Chinese text, and those of the field, in both scripts.
const std::unordered_set<char32_t>& frequent_characters() {
  static const std::unordered_set<char32_t> characters = [] {
    constexpr std::u32string_view list =
        U"的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过天去能对小多然于心学么之都好看起发当没成"
        U"只如事把还用第样道想作种开美总从无情己面最女但现前些所同日手又行意动方期它头经长儿回位分爱老因很给名法间斯知世什两次使身者被高已亲其进此"
        U"话常与活正感见明问力理尔点文几定本公特做外孩相西果走将月十实向声车全信重三机工物气每并别真打太新比才便夫再书部水像眼等体却加电主界门利海受"
        U"听表德少克代员许先口由死安写性马光白或住难望教命花结乐色更拉东神记处让母父应直字场平报友关放至张认接告入笑内英军候民岁往何度山觉路带万男边"
        U"风解叫任金快原吃妈变通师立象数四失满战远格士音轻目条呢业专技术职院校建设企质量提升社产教融合案例图湖南北京市省级党政支创服务就率培养项"
        U"這個們來時為說國著裡後會過對學麼沒還樣種開總從無現間長兒愛給兩經動見問點幾實聲車機氣別書體電門聽員許寫馬難樂東記處讓應場報關張認軍歲覺"
        U"帶萬邊風變師數滿戰遠條業專術職設質產圖黨創務養項與將當發親進話並電類統資標準們論據導範環節單團隊";
    return std::unordered_set<char32_t>(list.begin(), list.end());
  }();
  return characters;
}

/// How much the text looks like one that somebody wrote: the share of frequent characters among those that are not ASCII, punctuation
/// counted as half.
double familiarity(std::string_view text) {
  const auto& frequent = frequent_characters();
  double score = 0;
  std::size_t all = 0;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_character(text, i);
    if (c < 0x80) continue;
    ++all;
    if (is_wide_punctuation(c)) score += 0.5;
    else if (frequent.contains(c)) score += 1;
  }
  return all == 0 ? 0 : score / static_cast<double>(all);
}

struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

/// What ICU's detector gives for an encoding, 0 to 1.
double detected_confidence(std::string_view bytes, std::string_view encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
  ucsdet_setText(detector.get(), bytes.data(), static_cast<int32_t>(bytes.size()), &status);
  int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
  for (int32_t i = 0; U_SUCCESS(status) && i < count; ++i) {
    if (encoding == ucsdet_getName(matches[i], &status)) return ucsdet_getConfidence(matches[i], &status) / 100.0;
  }
  return 0;
}

bool is_mostly_latin(std::string_view bytes) {
  const auto letters = std::count_if(bytes.begin(), bytes.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
  return static_cast<std::size_t>(letters) * 2 > bytes.size();
}

/// The better of both readings. Frequent characters decide; the detector, which knows more characters but is wrong on short texts, and
/// whether all bytes could be read break what is near a tie.
Attempt decode_gb18030_or_big5(std::string_view bytes) {
  constexpr std::size_t sample_bytes = 64 * 1024;
  constexpr std::size_t sample_characters = 8 * 1024;
  constexpr double least_score = 0.2;
  Attempt gb = decode_multibyte(bytes, "GB18030");
  Attempt big5 = decode_multibyte(bytes, "Big5");
  const auto score = [&](const Attempt& attempt) {
    return familiarity(take_characters(attempt.text, sample_characters)) + (attempt.complete() ? 0.1 : 0) +
           0.2 * detected_confidence(bytes.substr(0, sample_bytes), attempt.encoding);
  };
  const double gb_score = score(gb), big5_score = score(big5);
  Attempt& better = big5_score > gb_score ? big5 : gb;
  // Latin text of another encoding: its few accented letters happen to be valid pairs.
  if (is_mostly_latin(bytes) && std::max(gb_score, big5_score) < least_score) better.failure = Decoded::Failure::invalid;
  return std::move(better);
}

/// Whether the bytes outside ASCII are UTF-8 but for a few: a damaged file, not one in another encoding.
bool is_mostly_utf8(std::string_view bytes) {
  std::size_t good = 0, bad = 0;
  while (!bytes.empty()) {
    const std::size_t valid = std::min(find_invalid_utf8(bytes), bytes.size());
    good += static_cast<std::size_t>(
        std::count_if(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(valid), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }));
    if (valid == bytes.size()) break;
    ++bad;
    bytes.remove_prefix(valid + 1);
  }
  return good > 4 * bad;
}

/// Turns CR LF and CR into LF; says whether the text had more than one kind of line end.
bool unify_line_ends(std::string& text) {
  if (text.find('\r') == npos) return false;
  std::size_t kept = 0;
  bool line_feed = false, carriage_return = false, both = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '\r') {
      const bool pair = i + 1 < text.size() && text[i + 1] == '\n';
      (pair ? both : carriage_return) = true;
      if (pair) ++i;
      c = '\n';
    } else if (c == '\n') {
      line_feed = true;
    }
    text[kept++] = c;
  }
  text.resize(kept);
  return int{line_feed} + int{carriage_return} + int{both} > 1;
}

/// A failure behind `good`, the text before the first offending byte.
Decoded failed(Decoded::Failure failure, std::string_view encoding, std::string good) {
  Decoded decoded;
  decoded.failure = failure;
  decoded.encoding = encoding;
  unify_line_ends(good);
  const std::size_t line_start = good.rfind('\n') + 1;  // npos + 1 is 0
  decoded.failure_line = static_cast<std::size_t>(std::count(good.begin(), good.end(), '\n')) + 1;
  decoded.failure_column = count_characters(std::string_view(good).substr(line_start)) + 1;
  return decoded;
}

Decoded finished(Attempt attempt) {
  if (!attempt.complete()) return failed(attempt.failure, attempt.encoding, std::move(attempt.text));
  Decoded decoded;
  decoded.text = std::move(attempt.text);
  decoded.encoding = attempt.encoding;
  decoded.mixed_line_ends = unify_line_ends(decoded.text);
  return decoded;
}

Attempt decode_utf8(std::string_view bytes, std::string_view encoding) {
  const std::size_t invalid = find_invalid_utf8(bytes);
  return {std::string(bytes.substr(0, invalid)), encoding, invalid == npos ? Decoded::Failure::none : Decoded::Failure::invalid};
}

Decoded refused_as_binary(std::string_view bytes, std::size_t at) {
  const std::string_view before = bytes.substr(0, at);
  return failed(Decoded::Failure::binary, {}, std::string(before.substr(0, find_invalid_utf8(before))));
}

std::size_t first_stray_control(std::string_view bytes) {
  const auto found = std::find_if(bytes.begin(), bytes.end(), [](char c) { return is_stray_control(static_cast<unsigned char>(c)); });
  return static_cast<std::size_t>(found - bytes.begin());
}

}  // namespace

Decoded decode(std::string_view bytes) {
  if (bytes.starts_with(utf16le_bom)) return finished(decode_utf16(bytes.substr(utf16le_bom.size()), false));
  if (bytes.starts_with(utf16be_bom)) return finished(decode_utf16(bytes.substr(utf16be_bom.size()), true));
  const bool marked = bytes.starts_with(utf8_bom);
  if (marked) bytes.remove_prefix(utf8_bom.size());

  const std::size_t null = bytes.find('\0');
  if (null != npos) {
    Attempt utf16 = decode_unmarked_utf16(bytes);
    return utf16.complete() && !marked ? finished(std::move(utf16)) : refused_as_binary(bytes, null);
  }
  if (bytes.starts_with(pdf_mark)) return refused_as_binary(bytes, 0);
  if (has_binary_share_of_controls(bytes)) return refused_as_binary(bytes, first_stray_control(bytes));

  Attempt utf8 = decode_utf8(bytes, marked ? "UTF-8 with BOM" : "UTF-8");
  if (utf8.complete() || marked || is_mostly_utf8(bytes)) return finished(std::move(utf8));
  Attempt other = decode_gb18030_or_big5(bytes);
  const bool utf8_went_further = !other.complete() && utf8.text.size() >= other.text.size();
  return finished(utf8_went_further ? std::move(utf8) : std::move(other));
}

}  // namespace reportal
