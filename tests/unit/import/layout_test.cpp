#include "import/pdf/layout.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "base/text.h"

using namespace reportal;
using namespace reportal::pdf;

namespace {

constexpr float em = 10;

/// A word as poppler would give it: Chinese characters an em wide, others half of one.
Word word(float left, float middle, std::string_view text) {
  Word result;
  result.middle = middle;
  result.em = em;
  for (std::size_t at = 0; at < text.size();) {
    Glyph glyph;
    glyph.character = next_character(text, at);
    glyph.left = left;
    left = glyph.right = left + (glyph.character < 0x80 ? em / 2 : em);
    result.glyphs.push_back(glyph);
  }
  return result;
}

Page page(std::vector<Word> words) { return {600, 800, std::move(words), {}, {}}; }

std::string text_of(std::vector<Page> pages) {
  Document document;
  document.pages = std::move(pages);
  std::string text;
  for (const TextLine& line : lay_out(document)) text += line.text + "\n";
  return text;
}

/// The rules of a grid: all columns over all rows.
void draw_grid(Page& page, const std::vector<float>& columns, const std::vector<float>& rows) {
  for (const float row : rows) page.across.push_back({row, columns.front(), columns.back()});
  for (const float column : columns) page.down.push_back({column, rows.front(), rows.back()});
}

}  // namespace

TEST_CASE("words at one height are a line, a superscript among them") {
  Word small = word(130, 97, "2");
  small.em = 6;
  CHECK(text_of({page({word(200, 100, "在湖边。"), word(100, 100, "占地亩"), small})}) == "占地亩2             在湖边。\n");
}

TEST_CASE("gaps of justified lines are no spaces, wider ones are") {
  Word stretched = word(100, 100, "一");
  std::vector<Word> words;
  float left = 100;
  for (int i = 0; i < 6; ++i, left += em + 1) words.push_back(word(left, 100, "字"));
  words.push_back(word(left + 4, 100, "末"));
  CHECK(text_of({page(words)}) == "字字字字字字 末\n");
}

TEST_CASE("a row is one line however many lines its cells have") {
  Page one = page({word(105, 110, "号"), word(150, 110, "名称"), word(105, 137, "1"), word(150, 130, "很长的名"),
                   word(150, 144, "称在此"), word(300, 137, "12")});
  draw_grid(one, {100, 140, 290, 340}, {100, 120, 155});
  CHECK(text_of({one}) == "号\t名称\t\n1\t很长的名称在此\t12\n");
}

TEST_CASE("a cell over several columns or rows has its text in the first") {
  Page one = page({word(105, 110, "合"), word(150, 110, "甲"), word(200, 110, "乙"), word(150, 130, "丙"),
                   word(105, 150, "全宽的一行文字")});
  one.across = {{100, 100, 250}, {120, 140, 250}, {140, 100, 250}, {160, 100, 250}};
  one.down = {{100, 100, 160}, {140, 100, 140}, {190, 100, 140}, {250, 100, 160}};
  CHECK(text_of({one}) == "合\t甲\t乙\n\t丙\t\n\n全宽的一行文字\n");
}

TEST_CASE("a word that runs over a wall is parted") {
  Page one = page({word(105, 110, "甲乙丙丁"), word(105, 130, "戊"), word(130, 130, "己")});
  draw_grid(one, {100, 125, 200}, {100, 120, 140});
  CHECK(text_of({one}) == "甲乙\t丙丁\n戊\t己\n");
}

TEST_CASE("rules across alone make a table where white space runs through") {
  Page one = page({word(100, 110, "序"), word(140, 110, "名称"), word(100, 130, "1"), word(140, 130, "钳工"),
                   word(100, 150, "2"), word(140, 150, "电工")});
  one.across = {{100, 95, 300}, {120, 95, 300}, {160, 95, 300}};
  CHECK(text_of({one}) == "序\t名称\n1\t钳工\n2\t电工\n");
}

TEST_CASE("rules above and below running text make no table of it") {
  Page one = page(
      {word(100, 110, "这是一行正文，占满整行的宽度，没有空隙。"), word(100, 130, "这也是一行正文，同样占满整行的宽度。")});
  one.across = {{100, 95, 300}, {140, 95, 300}};
  CHECK(text_of({one}).find('\t') == std::string::npos);
}

TEST_CASE("a box that a page break cuts is one box, and running heads stay outside") {
  Page first = page({word(120, 20, "页眉"), word(100, 100, "正文一行"), word(110, 700, "框中第一行"), word(290, 780, "1")});
  Page second = page({word(120, 20, "页眉"), word(110, 100, "框中第二行"), word(100, 300, "正文又一行"), word(290, 780, "2")});
  draw_grid(first, {105, 400}, {690, 720});
  draw_grid(second, {105, 400}, {90, 120});
  Document document;
  document.pages = {first, second};
  std::vector<std::int32_t> boxes;
  for (const TextLine& line : lay_out(document)) {
    if (line.text.find("框中") != std::string::npos) boxes.push_back(line.box);
    if (line.text.find("页眉") != std::string::npos) CHECK(line.box == TextLine::no_box);
  }
  REQUIRE(boxes.size() == 2);
  CHECK(boxes[0] != TextLine::no_box);
  CHECK(boxes[0] == boxes[1]);
}

TEST_CASE("two columns are read one after the other") {
  std::vector<Word> words;
  for (int line = 0; line < 8; ++line) {
    const float middle = 100 + 15 * static_cast<float>(line);
    words.push_back(word(100, middle, "左左左左左左左左左左左左"));
    words.push_back(word(240, middle, "右右右右右右右右右右右右"));
  }
  const std::string text = text_of({page(words)});
  CHECK(text.rfind("左") < text.find("右"));
  CHECK(text.find("左右") == std::string::npos);
}

TEST_CASE("lines at the same place of many pages are furniture") {
  Document document;
  for (int number = 1; number <= 4; ++number) {
    document.pages.push_back(page({word(250, 20, "某校年报"), word(100, 100, number % 2 == 0 ? "正文在此" : "正文在别处"),
                                   word(290, 780, std::to_string(number))}));
  }
  for (const TextLine& line : lay_out(document)) {
    if (!is_blank(line.text)) CHECK(line.furniture == (line.text.find("正文") == std::string::npos));
  }
}

TEST_CASE("no character is lost, whatever rules run across the page") {
  std::uint32_t seed = 7;
  const auto random = [&](float most) {
    seed = seed * 1664525 + 1013904223;
    return static_cast<float>(seed >> 8) / 16777216.0F * most;
  };
  for (int round = 0; round < 300; ++round) {
    Page one = page({});
    std::size_t count = 0;
    const int words = static_cast<int>(random(60)) + 1;
    for (int i = 0; i < words; ++i) {
      one.words.push_back(word(random(550), random(780), i % 3 == 0 ? "表 1-1" : "字字12"));
      one.words.back().glyphs[0].character = U'甲' + static_cast<char32_t>(i);
      count += one.words.back().glyphs.size();
    }
    std::erase_if(one.words.front().glyphs, [](const Glyph& glyph) { return glyph.character == ' '; });
    for (int i = 0; i < 12; ++i) {
      const float from = random(500), at = random(780);
      one.across.push_back({at, from, from + random(300)});
      one.down.push_back({random(600), at, at + random(300)});
    }
    std::sort(one.across.begin(), one.across.end(), [](const Rule& a, const Rule& b) { return a.at < b.at; });
    std::size_t wanted = 0;
    for (const Word& each : one.words) {
      for (const Glyph& glyph : each.glyphs) wanted += !is_space(glyph.character);
    }
    CHECK(count_characters(without_space(text_of({one}))) == wanted);
  }
}
