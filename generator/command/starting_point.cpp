#include "command/starting_point.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "base/wording.h"
#include "command/problems.h"
#include "command/standard_indicators.h"

namespace reportal {
namespace {

struct NewFile {
  std::string path;
  std::string text;
};

constexpr Wording portal_text{
    R"(# 门户的设置；每个键的说明见文档 docs/content.md
title: 我的质量年报门户
subtitle: ""
description: ""
language: zh-CN          # 界面语言：zh-CN 或 en
base_url: ""             # 发布地址，例如 https://example.edu.cn/reports/ ；可以留空
licence: ""
publisher: ""
home:
  lead: 在这里用一段话介绍这个门户。
)",
    R"(# Settings of the portal; every key is explained in docs/content.md
title: My reports
subtitle: ""
description: ""
language: en             # of the interface: zh-CN or en
base_url: ""             # where it is published, e.g. https://example.org/reports/ ; may stay empty
licence: ""
publisher: ""
home:
  lead: Introduce the portal here in one paragraph.
)"};

constexpr Wording schools_text{
    R"(# 学校名录：每校一条，id 用于网址
- id: my-school
  name: 示例职业技术学院
  short: 示例职院
  forms: []               # 其他写法
  own_forms: [学校, 学院]  # 只在本校文档中指本校的写法
  kind: college
  city: ""
)",
    R"(# The schools: one entry each, the id stands in addresses
- id: my-school
  name: Example College
  short: Example
  forms: []               # other names
  own_forms: []           # names that hold only in the school's own documents
  kind: college
  city: ""
)"};

constexpr Wording report_text{
    R"(---
kind: report
title: 示例职业技术学院质量年报（2024年度）
school: my-school        # schools.yaml 中的 id 或名称
year: 2024
source: ""               # 原来发布在哪里
---
1 人才培养

1.1 立德树人

把从 PDF 复制出来的文字粘贴在这里，不必整理换行；然后运行 reportal inspect --lines 查看每一行被理解成什么。

案例 1-1 案例的标题

案例的正文。
)",
    R"(---
kind: report
title: Example College, annual report 2024
school: my-school        # an id or a name of schools.yaml
year: 2024
source: ""               # where it was published
---
1 Teaching

1.1 Courses

Paste the text as it came out of the PDF; line ends need no care. Then run reportal inspect --lines to see what each line was taken for.
)"};

constexpr Wording case_text{
    R"(---
kind: case
title: 案例的标题
school: my-school
year: 2024
topics: []               # topics.yaml 中的 id
---

案例的正文，用 Markdown 书写。
)",
    R"(---
kind: case
title: Title of the case
school: my-school
year: 2024
topics: []               # ids of topics.yaml
---

The text of the case, in Markdown.
)"};

constexpr Wording article_text{
    R"(---
kind: article
title: 文章的标题
date: 2024-01-01
channel: vocational      # portal.yaml 中栏目的 id
schools: []
source: ""
---

正文，用 Markdown 书写。
)",
    R"(---
kind: article
title: Title of the article
date: 2024-01-01
channel: vocational      # id of a channel in portal.yaml
schools: []
source: ""
---

The text, in Markdown.
)"};

constexpr Wording page_text{
    R"(---
kind: page
title: 页面的标题
---

正文，用 Markdown 书写。
)",
    R"(---
kind: page
title: Title of the page
---

The text, in Markdown.
)"};

bool is_id(std::string_view name) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  if (name.empty() || !letter(name.front())) return false;
  return std::all_of(name.begin(), name.end(), [&](char c) { return letter(c) || c == '-' || c == '_'; });
}

std::vector<NewFile> files_of(const std::string& kind, const std::string& name, const std::string& content, Language language) {
  if (kind == "portal") {
    const std::string folder = join_path(name, "content");
    return {{join_path(folder, "portal.yaml"), std::string(portal_text.in(language))},
            {join_path(folder, "schools.yaml"), std::string(schools_text.in(language))},
            {join_path(folder, "indicators.yaml"), std::string(standard_indicators)},
            {join_path(folder, "reports/example.txt"), std::string(report_text.in(language))},
            {join_path(folder, "pages/about.md"), std::string(page_text.in(language))}};
  }
  if (kind == "report") return {{join_path(content, "reports/" + name + ".txt"), std::string(report_text.in(language))}};
  if (kind == "case") return {{join_path(content, "cases/" + name + ".md"), std::string(case_text.in(language))}};
  if (kind == "article") return {{join_path(content, "articles/" + name + ".md"), std::string(article_text.in(language))}};
  return {{join_path(content, "pages/" + name + ".md"), std::string(page_text.in(language))}};
}

}  // namespace

std::vector<std::string> make_starting_point(Files& files, const std::string& kind, const std::string& name, const std::string& content,
                                             Language language, Problems& problems) {
  if (kind != "portal" && !is_id(name)) {
    problems.add(bad_name, {}, {name});
    return {};
  }
  const std::vector<NewFile> wanted = files_of(kind, name, content, language);
  for (const NewFile& file : wanted) {
    if (files.kind(file.path) != FileKind::missing) problems.add(file_exists, {}, {file.path});
  }
  if (problems.has_errors()) return {};
  std::vector<std::string> made;
  for (const NewFile& file : wanted) {
    std::error_code error = files.make_folders(std::string(parent_path(file.path)));
    if (!error) error = files.write(file.path, file.text);
    if (error) {
      problems.add(cannot_make, {}, {file.path, error.message()});
      return made;
    }
    made.push_back(file.path);
  }
  return made;
}

}  // namespace reportal
