#include <catch2/catch.hpp>

#include "content_folder.h"

namespace reportal {
namespace {

constexpr std::string_view portal = "title: 测试\n";

Metadata read_one(std::string_view path, std::string_view text, Found expected = {}) {
  ContentFolder folder{{"portal.yaml", portal}, {path, text}, {"reports/p/gate.png", "PNG"}, {"pictures/top.png", "PNG"}};
  const Input input = folder.read();
  CHECK(folder.found() == expected);
  REQUIRE(input.sources.size() == 1);
  return input.sources[0].metadata;
}

TEST_CASE("all keys of a report") {
  const Metadata metadata = read_one("reports/r.txt", R"(
---
id: hngy-2023
title: 质量报告
school: 甲学院
schools: [乙学院]
year: 2023
date: 2023年12月6日
updated: 2023-12-07T08:00:00+08:00
topics: [party-building]
authors: [张, 王]
source: 教育报
source_url: https://example.org/x
lang: zh-Hant
translation_of: hngy
aliases: [/old/x.html, y/]
summary: 概要
tags: 产教融合
image: /pictures/top.png
figures:
  "1-5": {image: p/gate.png, alt: 校门}
  "2-1":
    chart: line
    unit: "%"
    series:
      甲: {2021: 91.2, 2022: 90.4}
      乙: {2022: 1, 2023: ~, 2024: -2e1}
tables: {"1-1": {columns: [序号, 项目]}}
cases: {"1-3": {topics: [a, b], last_line: 458}}
---
正文
)");
  CHECK(metadata.kind == DocumentKind::report);
  CHECK(metadata.kind_given);
  CHECK(metadata.id == "hngy-2023");
  CHECK(metadata.schools == std::vector<std::string>{"甲学院", "乙学院"});
  CHECK(metadata.year == 2023);
  CHECK(iso_day(metadata.date) == "2023-12-06");
  CHECK(metadata.updated.offset_minutes == 480);
  CHECK(metadata.authors == std::vector<std::string>{"张", "王"});
  CHECK(metadata.language == "zh-Hant");
  CHECK(metadata.translation_of == "hngy");
  CHECK(metadata.translation_of_place.line == 15);
  CHECK(metadata.aliases == std::vector<std::string>{"old/x.html", "y/"});
  CHECK(metadata.tags == std::vector<std::string>{"产教融合"});
  CHECK(metadata.image == "pictures/top.png");
  CHECK(metadata.figures.at("1-5").image == "reports/p/gate.png");
  CHECK(metadata.figures.at("1-5").alt == "校门");
  const ChartData& chart = metadata.figures.at("2-1").chart.value();
  CHECK(chart.shape == ChartData::Shape::line);
  CHECK(chart.labels == std::vector<std::string>{"2021", "2022", "2023", "2024"});
  REQUIRE(chart.series.size() == 2);
  CHECK(chart.series[0].values == std::vector<std::optional<double>>{91.2, 90.4, std::nullopt, std::nullopt});
  CHECK(chart.series[1].values == std::vector<std::optional<double>>{std::nullopt, 1, std::nullopt, -20});
  CHECK(metadata.tables.at("1-1").columns.size() == 2);
  CHECK(metadata.cases.at("1-3").last_line == 458);
}

TEST_CASE("corrections name lines and say what they are") {
  const std::vector<Correction> corrections = read_one("reports/r.txt", R"(---
corrections:
  - {line: 12, as: heading, level: 2, number: 1.1, title: 标题, reason: 原因}
  - {lines: 1200 － 1203, text: 63.93% 的, as: repeat, of: 57-58}
  - {lines: 7, ends_case: yes}
  - {text: 开头, as: table-row, number: }
  - {line: 9, page: 3}
---
正文
)")
                                                  .corrections;
  REQUIRE(corrections.size() == 5);
  CHECK(corrections[0].as == Correction::As::heading);
  CHECK(corrections[0].first == 12);
  CHECK(corrections[0].last == 12);
  CHECK(corrections[0].level == 2);
  CHECK(corrections[0].number == "1.1");
  CHECK(corrections[0].title == "标题");
  CHECK(corrections[0].reason == "原因");
  CHECK(corrections[0].place.line == 3);
  CHECK(corrections[0].place.column == 6);
  CHECK(corrections[1].first == 1200);
  CHECK(corrections[1].last == 1203);
  CHECK(corrections[1].text == "63.93% 的");
  CHECK(corrections[1].as == Correction::As::repeat);
  CHECK(corrections[1].kept_first == 57);
  CHECK(corrections[1].kept_last == 58);
  CHECK(corrections[2].ends_case);
  CHECK(corrections[2].last == 7);
  CHECK(corrections[2].as == Correction::As::as_found);
  CHECK(corrections[3].first == 0);
  CHECK(corrections[3].as == Correction::As::table_row);
  CHECK_FALSE(corrections[3].number);
  CHECK(corrections[4].page == 3);
}

TEST_CASE("keys of other generators") {
  const Metadata metadata = read_one("articles/2021-12-11-post.md", R"(---
layout: post
title: "新闻"
author: 记者
categories:
 - 新媒体
 - 职教动态
description: 其次
excerpt: 再次
thumbnail: https://example.org/b.jpg
headimg: //example.org/c.jpg
cover: ''
comments: false
mathjax: true
published: 2020-01-01
---
x
)");
  CHECK(metadata.channel == "vocational");
  CHECK(metadata.authors == std::vector<std::string>{"记者"});
  CHECK(metadata.summary == "其次");
  CHECK(metadata.image == "https://example.org/b.jpg");
  CHECK(iso_day(metadata.date) == "2021-12-11");  // from the file's name
  CHECK(metadata.id == "2021-12-11-post");
  CHECK_FALSE(metadata.draft);
}

TEST_CASE("the own key goes before its other names wherever it stands") {
  CHECK(read_one("articles/a.md", "---\ndescription: a\nsummary: b\n---\nx").summary == "b");
  CHECK(read_one("articles/a.md", "---\nsummary: b\nexcerpt: a\n---\nx").summary == "b");
  CHECK(read_one("articles/a.md", "---\nthumbnail: http://x/a\nimage: http://x/b\ncover: http://x/c\n---\nx").image ==
        "http://x/b");
}

TEST_CASE("a source without front matter has the defaults") {
  const Metadata metadata = read_one("reports/sub/湖南 Report.TXT", "\xEF\xBB\xBF前 言\r\n");
  CHECK(metadata.kind == DocumentKind::report);
  CHECK(metadata.id == "hu-nan-report");
  CHECK(metadata.title.empty());
}

TEST_CASE("where front matter stands") {
  ContentFolder folder{{"portal.yaml", portal},
                       {"articles/a.md", "\n\n---  \nid: x\n---\n\n正文"},
                       {"articles/b.md", "正文\n---\nid: y\n---\n"},
                       {"articles/c.md", "---\n---\n正文"},
                       {"articles/d.md", "+++\n正文"},
                       {"reports/e.txt", "正文"},
                       {"reports/e.yaml", "---\nid: z\n---\n"}};
  const Input input = folder.read();
  CHECK(folder.found() == Found{});
  REQUIRE(input.sources.size() == 5);
  CHECK(input.sources[0].front_matter_first == 3);
  CHECK(input.sources[0].front_matter_last == 5);
  CHECK(input.sources[0].metadata.id == "x");
  CHECK(input.sources[1].front_matter_first == 0);
  CHECK(input.sources[1].metadata.id == "b");
  CHECK(input.sources[2].front_matter_last == 2);
  CHECK(input.sources[3].front_matter_first == 0);
  CHECK(input.sources[4].metadata.id == "z");
  CHECK(input.sources[4].front_matter_first == 0);
}

TEST_CASE("places in front matter are those of the file") {
  read_one("articles/a.md", "\n---\ntitle: x\ndate: 明天\n---\nx", {"read/bad-date 4:7"});
}

TEST_CASE("drafts are left out unless asked for") {
  ContentFolder folder{
      {"portal.yaml", portal}, {"pages/a.md", "---\ndraft: true\n---\nx"}, {"pages/b.md", "---\npublished: false\n---\nx"}};
  CHECK(folder.read().sources.empty());
  folder.options.drafts = true;
  CHECK(folder.read().sources.size() == 2);
}

TEST_CASE("a text file whose body is HTML is read as HTML") {
  ContentFolder folder{{"portal.yaml", portal},
                       {"articles/a.txt", "---\ntitle: x\n---\n\n<div>   \n<p>x</p></div>"},
                       {"articles/b.txt", "<<标题>> 正文"},
                       {"articles/c.txt", "<p>正文</p>"}};
  const Input input = folder.read();
  CHECK(input.sources[0].format == SourceFormat::html);
  CHECK(input.sources[1].format == SourceFormat::raw_text);
  CHECK(input.sources[2].format == SourceFormat::html);
}

TEST_CASE("one source alone: the kind is given by front matter or folder, else only guessed") {
  ContentFolder folder{
      {"reports/a.txt", "x"}, {"b.txt", "x"}, {"c.md", "---\nkind: page\n---\nx"}, {"d.md", "x"}, {"d.yaml", "id: q\n"}};
  const auto metadata = [&](const char* path) {
    const auto source = read_source(folder.files, path, folder.problems);
    REQUIRE(source);
    return source->metadata;
  };
  CHECK(metadata("content/reports/a.txt").kind_given);
  CHECK_FALSE(metadata("content/b.txt").kind_given);
  CHECK(metadata("content/b.txt").kind == DocumentKind::report);
  CHECK(metadata("content/c.md").kind == DocumentKind::page);
  CHECK(metadata("content/c.md").kind_given);
  CHECK(metadata("content/d.md").id == "q");
  CHECK(folder.found() == Found{});
  CHECK_FALSE(read_source(folder.files, "content/none.txt", folder.problems));
  CHECK(folder.found() == Found{"read/unreadable 0:0"});
}

}  // namespace
}  // namespace reportal
