#include "chinese/languages.h"

#include <catch2/catch.hpp>

using namespace reportal;

TEST_CASE("languages are called what their readers call them") {
  CHECK(language_name("en") == "English");
  CHECK(language_name("zh-CN") == "中文");
  CHECK(language_name("zh") == "中文");
  CHECK(language_name("zh-Hant") == "繁體中文");
  CHECK(language_name("fr") == "Français");
  CHECK(language_name("ja") == "日本語");
  CHECK(language_name("en-GB") == "British English");
  CHECK(language_name("qqx") == "qqx");
  CHECK(language_name("") == "");
}

TEST_CASE("tags of one language have one key") {
  CHECK(language_key("zh") == language_key("zh-CN"));
  CHECK(language_key("zh-CN") == language_key("ZH-hans"));
  CHECK(language_key("en") == language_key("en-US"));
  CHECK(language_key("zh-CN") != language_key("zh-Hant"));
  CHECK(language_key("zh-TW") == language_key("zh-Hant"));
  CHECK(language_key("en") != language_key("en-GB"));
  CHECK(language_key("qqx") == "qqx");
}
