// Repeats and newspaper pages: promises over many texts, and what is told to the user.

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "structure/raw/pieces/bylines.h"
#include "structure/raw/pieces/cover.h"
#include "structure/raw/understand.h"

using namespace reportal;

namespace {

Source raw_source(std::string text) {
  Source source;
  source.path = "articles/example.txt";
  source.text = std::move(text);
  source.index_lines();
  return source;
}

Document understood(const Source& source, Problems& problems) {
  Document document;
  document.path = source.path;
  raw::understand(source, document, problems);
  return document;
}

class Random {
 public:
  explicit Random(std::uint32_t seed) : state_(seed * 2654435761U + 1) {}
  std::uint32_t below(std::uint32_t limit) {
    state_ = state_ * 1664525U + 1013904223U;
    return (state_ >> 8) % limit;
  }

 private:
  std::uint32_t state_;
};

std::string sentence(Random& random) {
  static const std::vector<std::string> words = {"车间", "学生", "师傅", "图纸", "社区", "老人", "果园",
                                                 "桥梁", "书法", "电池", "走进", "修好", "画出", "量过",
                                                 "种下", "带着", "认真", "早晨", "一起", "慢慢"};
  std::string text;
  for (std::uint32_t part = 0; part < 3; ++part) {
    for (std::uint32_t word = 0; word < 5; ++word) text += words[random.below(static_cast<std::uint32_t>(words.size()))];
    text += part == 2 ? "。" : "，";
  }
  return text;
}

std::string paragraph(Random& random) { return sentence(random) + sentence(random) + sentence(random); }

std::vector<std::string> kinds_of(const Problems& problems) {
  std::vector<std::string> kinds;
  for (const Problem& problem : problems.sorted()) kinds.emplace_back(problem.kind->id);
  return kinds;
}

}  // namespace

TEST_CASE("loops of any shape are dropped, and nothing with them that stands once") {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    Random random(seed);
    std::vector<std::string> paragraphs;
    for (std::uint32_t i = 0; i < 4; ++i) paragraphs.push_back(paragraph(random));
    const std::size_t first = 1 + random.below(3);
    const std::vector<std::string> passage(paragraphs.begin() + static_cast<std::ptrdiff_t>(first), paragraphs.end());
    for (std::uint32_t round = 0; round <= random.below(6); ++round) {
      const std::size_t from = random.below(static_cast<std::uint32_t>(passage.size()));
      paragraphs.insert(paragraphs.end(), passage.begin() + static_cast<std::ptrdiff_t>(from), passage.end());
    }
    for (std::uint32_t i = 0; i < 3; ++i) paragraphs.push_back(paragraph(random));
    std::string text;
    for (const std::string& line : paragraphs) text += line + "\n\n";
    const Source source = raw_source(text);
    Problems problems;
    const Document document = understood(source, problems);
    std::multiset<std::string> kept;
    for (const Block& block : document.blocks) {
      if (const auto* it = as<Paragraph>(block)) kept.emplace(it->text.text);
    }
    INFO("seed " << seed);
    for (const std::string& line : paragraphs) CHECK(kept.count(line) == 1);
  }
}

TEST_CASE("a repeat names the lines that are kept") {
  Random random(7);
  const std::string one = paragraph(random), two = paragraph(random);
  const Source source = raw_source(one + "\n\n" + two + "\n\n" + one + "\n\n" + two + "\n\n" + one + "\n");
  Problems problems;
  const Document document = understood(source, problems);
  std::vector<LineRange> lines, kept;
  for (const Block& block : document.blocks) {
    const auto* repeat = as<Repeat>(block);
    if (repeat == nullptr) continue;
    lines.insert(lines.end(), block.lines.begin(), block.lines.end());
    kept.push_back(repeat->of);
  }
  CHECK(lines == std::vector<LineRange>{{5, 7}, {9, 9}});
  CHECK(kept == std::vector<LineRange>{{1, 3}, {1, 1}});
}

TEST_CASE("bylines that belong to no piece and sentences that break off are told") {
  Random random(3);
  const Source source =
      raw_source("# 果园里的课堂\n\n某报记者/王小河\n\n" + paragraph(random) + "\n\n# 桥头的修车铺\n\n某报记者/李大山\n\n" +
                 paragraph(random) + "\n\n早晨的车间里，师傅正在把\n\n■作者：周小舟\n");
  Problems problems;
  const Document document = understood(source, problems);
  CHECK(document.pieces.size() == 2);
  CHECK(kinds_of(problems) == std::vector<std::string>{"structure/broken-sentence", "structure/unplaced-byline"});
}

TEST_CASE("bylines are lines of names and roles") {
  for (const std::string_view line :
       {"本报记者 张三 通讯员 李四", "■作者：张三", "某某日报全媒体记者/张三", "（记者张三）", "文/张三 图/李四",
        "某报·某网记者欧阳小小", "□ 本报通讯员 张三 李四", "记者张三 通讯员李四", "供稿：机电学院 摄影：张三"}) {
    INFO(line);
    CHECK(raw::is_byline(line));
  }
  for (const std::string_view line : {"记者手记", "记者走进车间", "教育工作者协会", "张三 李四", "张三 摄",
                                      "记者来到学校，看到了新的车间", "校园文化 图书馆", "责任编辑：张三"}) {
    INFO(line);
    CHECK_FALSE(raw::is_byline(line));
  }
}

TEST_CASE("lines under photos") {
  for (const std::string_view line : {"学生在实训。张三 摄", "图为学生在实训。", "学生在实训，老师在看。（记者 张三 摄）",
                                      "张三 摄", "开班现场。某某学院供图"}) {
    INFO(line);
    CHECK(raw::is_photo_line(line));
  }
  for (const std::string_view line : {"全片由学生拍摄", "片子一共三集，由学生自己拍摄", "学校图书馆"}) {
    INFO(line);
    CHECK_FALSE(raw::is_photo_line(line));
  }
}

TEST_CASE("datelines name the paper and the writers") {
  CHECK(raw::read_dateline("某某日报讯(记者/张三 通讯员/李四) 今天")->byline == "某某日报 记者/张三 通讯员/李四");
  CHECK(raw::read_dateline("本报3月5日讯（通讯员 张三）今天")->byline == "通讯员 张三");
  CHECK(raw::read_dateline("新华社北京3月5日电 今天")->byline == "新华社");
  CHECK(raw::read_dateline("本报讯 今天")->byline.empty());
  CHECK_FALSE(raw::read_dateline("学校的电工班今天开班"));
  CHECK_FALSE(raw::read_dateline("学校通讯录（新）已经印好"));
}

TEST_CASE("schools at the start of a text") {
  CHECK(raw::leading_school("江口职业技术学院高等职业教育质量报告") == "江口职业技术学院");
  CHECK(raw::leading_school("南湾县第一职业中专学校") == "南湾县第一职业中专学校");
  CHECK(raw::leading_school("和平幼儿师范高等专科学校2023年") == "和平幼儿师范高等专科学校");
  CHECK(raw::leading_school("本学院") == "");
  CHECK(raw::leading_school("全省各职业学校") == "");
  CHECK(raw::leading_school("高等职业教育质量报告") == "");
}

TEST_CASE("a line that repeats another in part is kept and told") {
  Random random(5);
  const std::string one = paragraph(random), more = sentence(random);
  const Source source = raw_source(one + more + "\n\n" + one + sentence(random) + "\n\n" + paragraph(random) + "\n");
  Problems problems;
  const Document document = understood(source, problems);
  CHECK(std::none_of(document.blocks.begin(), document.blocks.end(),
                     [](const Block& block) { return as<Repeat>(block) != nullptr; }));
  CHECK(kinds_of(problems) == std::vector<std::string>{"structure/partial-repeat"});
}
