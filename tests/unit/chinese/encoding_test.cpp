#include <catch2/catch.hpp>
#include <string>

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include "chinese/encoding.h"

using namespace reportal;
using namespace std::string_literals;

namespace {

std::string encoded(const std::string& text, const char* encoding) {
  const icu::UnicodeString units = icu::UnicodeString::fromUTF8(text);
  std::string bytes(text.size() * 4 + 8, '\0');
  const int32_t length = units.extract(0, units.length(), bytes.data(), static_cast<uint32_t>(bytes.size()), encoding);
  bytes.resize(static_cast<std::size_t>(length));
  return bytes;
}

const std::string simplified = "学校坚持产教融合，与企业共建实训基地12个。\n2023年毕业生就业率达到93.1%。\n";
const std::string traditional = "學校堅持產教融合，與企業共建實訓基地12個。\n畢業生就業率達到93.1%，比去年提高。\n";

}  // namespace

TEST_CASE("each encoding is found out and said") {
  struct Example { const std::string& text; const char* converter; const char* said; };
  const Example examples[] = {
      {simplified, "UTF-8", "UTF-8"},       {traditional, "UTF-8", "UTF-8"},       {simplified, "GB18030", "GB18030"},
      {traditional, "Big5", "Big5"},        {traditional, "GB18030", "GB18030"},   {simplified, "UTF-16LE", "UTF-16LE"},
      {simplified, "UTF-16BE", "UTF-16BE"}, {traditional, "UTF-16LE", "UTF-16LE"},
  };
  for (const Example& example : examples) {
    CAPTURE(example.said, example.text);
    const Decoded decoded = decode(encoded(example.text, example.converter));
    CHECK(decoded.failure == Decoded::Failure::none);
    CHECK(decoded.encoding == example.said);
    CHECK(decoded.text == example.text);
  }
}

TEST_CASE("short texts are told apart") {
  for (const std::string text : {"湖南工业职业技术学院", "案例 1-1 校企合作", "质量年报", "你好", "长沙"}) {
    CAPTURE(text);
    CHECK(decode(encoded(text, "GB18030")).text == text);
  }
  for (const std::string text : {"臺灣科技大學年度報告", "案例 1-1 校企合作", "我們的學校很好", "國立高雄科技大學"}) {
    CAPTURE(text);
    CHECK(decode(encoded(text, "Big5")).text == text);
  }
}

TEST_CASE("byte order marks are taken off") {
  CHECK(decode("\xEF\xBB\xBF中文").text == "中文");
  CHECK(decode("\xEF\xBB\xBF中文").encoding == "UTF-8 with BOM");
  CHECK(decode("\xFF\xFE" + encoded("中文", "UTF-16LE")).text == "中文");
  CHECK(decode("\xFE\xFF" + encoded("中文", "UTF-16BE")).text == "中文");
  CHECK(decode("\xFF\xFE" + encoded("𠮷野", "UTF-16LE")).text == "𠮷野");
}

TEST_CASE("an empty file is empty text") {
  for (const std::string bytes : {"", "\xEF\xBB\xBF", "\xFF\xFE"}) {
    const Decoded decoded = decode(bytes);
    CHECK(decoded.failure == Decoded::Failure::none);
    CHECK(decoded.text.empty());
  }
  CHECK(decode("").encoding == "UTF-8");
}

TEST_CASE("all line ends become LF, and mixed ones are noticed") {
  CHECK(decode("a\r\nb\r\n").text == "a\nb\n");
  CHECK(decode("a\rb\r").text == "a\nb\n");
  CHECK(decode("a\r\n\rb\n\nc").text == "a\n\nb\n\nc");
  CHECK_FALSE(decode("a\r\nb\r\n").mixed_line_ends);
  CHECK_FALSE(decode("a\nb").mixed_line_ends);
  CHECK(decode("a\r\nb\n").mixed_line_ends);
  CHECK(decode("a\rb\n").mixed_line_ends);
  CHECK(decode(encoded("学校\r\n的\r\n", "UTF-16LE")).text == "学校\n的\n");
}

TEST_CASE("binary files are refused with the place of the first sign") {
  const Decoded null = decode("标题\nab\0cd"s);
  CHECK(null.failure == Decoded::Failure::binary);
  CHECK(null.failure_line == 2);
  CHECK(null.failure_column == 3);
  CHECK(decode("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"s).failure == Decoded::Failure::binary);
  CHECK(decode("%PDF-1.7\n%abc\n").failure == Decoded::Failure::binary);
  CHECK(decode("\x01\x02\x03\x04 abc").failure == Decoded::Failure::binary);
  CHECK(decode("\xFF\xFE\0\0a\0\0\0"s).failure == Decoded::Failure::binary);
  CHECK(decode("\xEF\xBB\xBF"s + "a\0b"s).failure == Decoded::Failure::binary);
}

TEST_CASE("a UTF-8 file with a bad byte is invalid at its place and not guessed as something else") {
  const Decoded decoded = decode("第一行的文字\r\n第二行\xFF的文字很长很长\n");
  CHECK(decoded.failure == Decoded::Failure::invalid);
  CHECK(decoded.encoding == "UTF-8");
  CHECK(decoded.failure_line == 2);
  CHECK(decoded.failure_column == 4);
}

TEST_CASE("text in another encoding of Europe is invalid, not Chinese by chance") {
  CHECK(decode("It\x92s a caf\xE9 in town, and the na\xEFve guest\x92s bill.").failure == Decoded::Failure::invalid);
}

TEST_CASE("UTF-16 that breaks off is invalid") {
  CHECK(decode("\xFF\xFE\x2D\x4E\x87").failure == Decoded::Failure::invalid);
  CHECK(decode("\xFF\xFE\x2D\x4E\x00\xD8"s).failure == Decoded::Failure::invalid);
}
