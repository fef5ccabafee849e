#include "chinese/languages.h"

#include <unicode/locdspnm.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <iterator>
#include <memory>

#include "base/text.h"

namespace reportal {
namespace {

/// The locale without what goes without saying: zh for zh-Hans-CN. Bogus where the tag is none.
icu::Locale shortest_locale(std::string_view tag) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag({tag.data(), static_cast<std::int32_t>(tag.size())}, status);
  if (U_FAILURE(status) != 0 || locale.isBogus() != 0 || *locale.getLanguage() == '\0') {
    locale.setToBogus();
    return locale;
  }
  icu::Locale shortest = locale;
  shortest.minimizeSubtags(status);
  // Only where the language alone is left: zh-Hant says more to a reader than zh-TW.
  const bool alone = U_SUCCESS(status) != 0 && *shortest.getScript() == '\0' && *shortest.getCountry() == '\0';
  return alone ? shortest : locale;
}

}  // namespace

std::string language_name(std::string_view tag) {
  const icu::Locale locale = shortest_locale(tag);
  if (locale.isBogus() != 0) return std::string(tag);
  UDisplayContext contexts[] = {UDISPCTX_DIALECT_NAMES, UDISPCTX_CAPITALIZATION_FOR_UI_LIST_OR_MENU};
  const std::unique_ptr<icu::LocaleDisplayNames> names(
      icu::LocaleDisplayNames::createInstance(locale, contexts, static_cast<std::int32_t>(std::size(contexts))));
  if (!names) return std::string(tag);
  icu::UnicodeString name;
  names->localeDisplayName(locale, name);
  std::string text;
  name.toUTF8String(text);
  return text.empty() || text == locale.getName() ? std::string(tag) : text;
}

std::string language_key(std::string_view tag) {
  const icu::Locale locale = shortest_locale(tag);
  if (locale.isBogus() != 0) return ascii_lower(tag);
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale whole = locale;
  whole.addLikelySubtags(status);
  return U_SUCCESS(status) != 0 ? std::string(whole.getName()) : ascii_lower(tag);
}

}  // namespace reportal
