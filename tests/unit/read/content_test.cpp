#include <catch2/catch.hpp>

#include <algorithm>

#include "content_folder.h"

namespace reportal {
namespace {

constexpr std::string_view portal = "title: 测试\n";

TEST_CASE("a portal of one line has defaults in its language") {
  ContentFolder chinese{{"portal.yaml", portal}};
  const Input input = chinese.read();
  CHECK(chinese.found() == Found{});
  CHECK(input.settings.title == "测试");
  CHECK(input.settings.page_size == 60);
  REQUIRE(input.settings.channels.size() == 4);
  CHECK(input.settings.channels[1].id == "vocational");
  CHECK(input.settings.channels[1].title == "职教动态");
  REQUIRE(input.settings.navigation.size() == 6);
  CHECK(input.settings.navigation[0].to == "schools/index.html");
  CHECK(input.theme.strings.at("home") == "首页");

  ContentFolder english{{"portal.yaml", "title: T\nlanguage: en\n"}};
  const Input in_english = english.read();
  CHECK(in_english.settings.navigation[0].title == "Schools");
  CHECK(in_english.theme.strings.at("home") == "Home");
}

TEST_CASE("settings are read") {
  ContentFolder folder{{"portal.yaml", R"(title: 测试
base_url: https://example.org/a
channels: [{id: news, title: 新闻}]
navigation: [{title: 首页, to: /index.html}]
home: {lead: 欢迎, notes: [一, 二]}
page_size: 10
remote_images: true
)"}};
  const Settings settings = folder.read().settings;
  CHECK(folder.found() == Found{});
  CHECK(settings.base_url == "https://example.org/a/");
  CHECK(settings.channels.size() == 1);
  CHECK(settings.navigation[0].to == "index.html");
  CHECK(settings.home_notes.size() == 2);
  CHECK(settings.remote_images);
}

TEST_CASE("options replace what portal.yaml says") {
  ContentFolder folder{{"portal.yaml", "title: x\ntheme: none\n"}};
  folder.options.theme = "default";
  folder.options.base_url = "http://x.cn";
  CHECK(folder.read().settings.base_url == "http://x.cn/");
  CHECK(folder.found() == Found{});
  folder.options.base_url = "x.cn";
  (void)folder.read();
  CHECK(folder.found() == Found{"read/bad-address 0:0"});
}

TEST_CASE("the vocabulary is read") {
  ContentFolder folder{
      {"portal.yaml", portal},
      {"schools.yaml", "- {id: a, name: 甲学院, short: 甲, forms: [甲院], own_forms: 学校, kind: college, founded: 1951}\n"},
      {"organisations.yaml", "- {id: b, name: 乙公司, kind: company, site: 'https://b.cn'}\n"},
      {"topics.yaml", "- {id: t, name: 教学}\n- {id: u, name: 实训, parent: t, words: [实训], sections: [教学]}\n"},
      {"indicators.yaml", "- {id: i, name: 就业率, unit: '%', direction: up}\n"},
      {"glossary.yaml", "- {id: g, name: 双师, definition: 又, see: [g]}\n"}};
  const Vocabulary vocabulary = folder.read().vocabulary;
  CHECK(folder.found() == Found{});
  REQUIRE(vocabulary.schools.size() == 1);
  CHECK(vocabulary.schools[0].short_name == "甲");
  CHECK(vocabulary.schools[0].own_forms == std::vector<std::string>{"学校"});
  CHECK(vocabulary.schools[0].founded == 1951);
  CHECK(vocabulary.organisations[0].site == "https://b.cn");
  CHECK(vocabulary.topics[1].parent == "t");
  CHECK(vocabulary.indicators[0].unit == "%");
  CHECK(vocabulary.terms[0].see == std::vector<std::string>{"g"});
}

TEST_CASE("circles of parents are reported once each") {
  ContentFolder folder{{"portal.yaml", portal},
                       {"topics.yaml",
                        "- {id: a, name: a, parent: a}\n- {id: b, name: b, parent: c}\n"
                        "- {id: c, name: c, parent: d}\n- {id: d, name: d, parent: c}\n"}};
  (void)folder.read();
  CHECK(folder.found() == Found{"read/circular-parent 1:28", "read/circular-parent 3:28"});
}

TEST_CASE("files are sorted into sources, assets and what is put aside") {
  ContentFolder folder{{"portal.yaml", portal},
                       {"favicon.ico", "i"},
                       {".hidden", "x"},
                       {"pictures/a.jpg", "a"},
                       {"pictures/readme.md", "r"},
                       {"data/x.yaml", "a: b: c"},
                       {"reports/r.txt", "x"},
                       {"reports/r.pdf", "p"},
                       {"reports/r.txt~", "x"},
                       {"_drafts/d.md", "x"},
                       {"articles/_old/d.md", "x"},
                       {"articles/.git/d.md", "x"},
                       {"themes/mine/assets/s.css", "s"}};
  const Input input = folder.read();
  CHECK(folder.found() == Found{});
  std::vector<std::string> assets;
  for (const Asset& asset : input.files) assets.push_back(asset.name + '=' + asset.bytes);
  CHECK(assets == std::vector<std::string>{"data/x.yaml=a: b: c", "favicon.ico=i", "pictures/a.jpg=a", "pictures/readme.md=r",
                                           "reports/r.pdf=p"});
  REQUIRE(input.sources.size() == 1);
  CHECK(input.sources[0].path == "content/reports/r.txt");
}

TEST_CASE("sources have one order whatever the number of threads") {
  ContentFolder folder{{"portal.yaml", portal}};
  for (int i = 0; i < 50; ++i) folder.put("content/articles/a" + std::to_string(i) + ".md", "x");
  folder.options.jobs = 4;
  const Input input = folder.read();
  REQUIRE(input.sources.size() == 50);
  CHECK(std::is_sorted(input.sources.begin(), input.sources.end(),
                       [](const Source& a, const Source& b) { return a.path < b.path; }));
}

TEST_CASE("a file that cannot be read is named, and the others are read") {
  ContentFolder folder{{"portal.yaml", portal}, {"pages/a.md", "a"}, {"pages/b.md", "b"}, {"c.png", "c"}};
  folder.files.fail_when([](std::string_view call, const std::string& path) {
    const bool fails = call == "read" && (path.ends_with("a.md") || path.ends_with("c.png"));
    return fails ? std::make_error_code(std::errc::permission_denied) : std::error_code{};
  });
  const Input input = folder.read();
  CHECK(input.sources.size() == 1);
  CHECK(folder.found() == Found{"read/unreadable 0:0", "read/unreadable 0:0"});
}

TEST_CASE("a theme is laid over the default one, that of the content folder on top") {
  ContentFolder folder{{"portal.yaml", "title: x\ntheme: blue\n"},
                       {"themes/blue/templates/case.html", "own case"},
                       {"themes/blue/assets/icons/a.svg", "own icon"},
                       {"themes/blue/strings/zh-CN.yaml", "all: 所有\n"}};
  folder.put("data/themes/blue/templates/case.html", "bundled case");
  folder.put("data/themes/blue/templates/base.html", "bundled base");
  folder.put("data/themes/blue/assets/style.css", "blue");
  folder.put("data/themes/default/theme.yaml", "title: under it\ncolours: {light: \"#ffffff\", dark: \"#000000\"}\n");
  folder.put("data/themes/blue/theme.yaml", "title: 蓝\ncolours: {light: \"#0000fe\"}\n");
  folder.put("data/templates/README.md", "x");
  const Theme theme = folder.read().theme;
  CHECK(folder.found() == Found{});
  CHECK(theme.name == "blue");
  CHECK(theme.templates.size() == 2);
  CHECK(theme.templates.at("case.html") == "own case");
  CHECK(theme.template_paths.at("case.html") == "content/themes/blue/templates/case.html");
  CHECK(theme.templates.at("base.html") == "bundled base");
  CHECK(theme.strings.at("home") == "首页");
  CHECK(theme.strings.at("all") == "所有");
  REQUIRE(theme.assets.size() == 2);
  CHECK(theme.assets[0].name == "icons/a.svg");
  CHECK(theme.assets[1].bytes == "blue");
  CHECK(theme.title == "蓝");
  CHECK(theme.light_colour == "#0000fe");
  CHECK(theme.dark_colour == "#000000");
}

TEST_CASE("what a theme says of itself is held against its keys") {
  ContentFolder folder{{"portal.yaml", "title: x\ntheme: mine\n"},
                       {"themes/mine/theme.yaml", "title: mine\ncolours: {light: blue, dark: \"#12345\"}\ncolors: {}\n"}};
  const Theme theme = folder.read().theme;
  CHECK(theme.light_colour.empty());
  CHECK(folder.found() == Found{"read/wrong-type 2:18", "read/wrong-type 2:30", "read/unknown-key 3:1"});
}

TEST_CASE("other encodings are read and said") {
  ContentFolder folder{{"portal.yaml", portal},
                       {"reports/a.txt", std::string_view("\xFF\xFEM\x52\x00\x8A\x0A\x00", 8)}};  // 前言 in UTF-16LE
  const Input input = folder.read();
  REQUIRE(input.sources.size() == 1);
  CHECK(input.sources[0].text == "前言\n");
  CHECK(folder.found() == Found{"read/guessed-encoding 0:0"});
}

}  // namespace
}  // namespace reportal
