// Which addresses content may lead to. A browser forgives much in an address (control characters inside a scheme, backslashes
// for slashes), so an address is brought into one form first and then held against a list of what is allowed.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace reportal::markup {

enum class AddressUse : std::uint8_t { link, image };

/// The address with white space and control characters taken out, if it is allowed: http, https, relative, and for links
/// mailto, tel and #fragment. //host/path becomes https. Nothing for every other scheme.
[[nodiscard]] std::optional<std::string> allowed_address(std::string_view address, AddressUse use);

/// Length in bytes of the web address (http://, https:// or www.) at the start of `text`; 0 if there is none. It ends before
/// Chinese text and punctuation, and leaves out punctuation that belongs to the sentence around it.
[[nodiscard]] std::size_t web_address_length(std::string_view text);

}  // namespace reportal::markup
