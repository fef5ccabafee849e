// Makes up reports: chapters, sections, paragraphs, cases, lists, figures, tables.
//
// What no reader could tell apart is not made up: a figure right behind the last paragraph of a case belongs to the case, a
// table there only if the case speaks of it, so outside of cases a paragraph stands between; a list has an announcing paragraph before it.

#include <array>
#include <utility>

#include "phrases.h"
#include "random.h"
#include "report.h"

namespace reportal::printer {
namespace {

constexpr std::string_view table_captions[] = {"科研项目立项情况", "技能竞赛获奖情况",   "专业设置一览表", "主要办学指标",
                                               "规划教材名单",     "校企合作单位一览表", "巡课数据统计",   "各学院在校生情况"};

using Columns = std::vector<Column>;

/// The columns of a table about the same thing as table_captions.
const std::array<Columns, 8>& table_columns() {
  using enum ColumnKind;
  static const std::array<Columns, 8> all = {
      Columns{{"序号", number}, {"项目名称", title}, {"立项单位", unit}, {"负责人", person}},
      Columns{{"序号", number}, {"赛项名称", title}, {"奖项", level}, {"参赛学生", persons}, {"指导教师", persons}},
      Columns{{"序号", number}, {"专业代码", code}, {"专业名称", name}, {"所属学院", unit}},
      Columns{{"指标", name}, {"2021年", count}, {"2022年", count}, {"2023年", count}},
      Columns{{"序号", number}, {"教材名称", title}, {"主编", person}, {"出版时间", date}},
      Columns{{"序号", number}, {"企业名称", unit}, {"合作专业", name}, {"签约时间", date}},
      Columns{{"部门", unit}, {"10周", count}, {"11周", count}, {"12周", count}, {"汇总", count}},
      Columns{{"学院", unit}, {"在校生数", count}, {"毕业生数", count}, {"占比", percent}},
  };
  return all;
}

class ReportMaker {
 public:
  explicit ReportMaker(std::uint64_t seed) : random_(seed) {}

  Report make() {
    report_.school = school_name(random_);
    report_.year = random_.between(2021, 2024);
    if (random_.chance(40)) make_front();
    const std::size_t first = random_.below(4);
    const int chapters = random_.between(2, 4);
    for (int chapter = 0; chapter < chapters; ++chapter)
      make_chapter(std::string(chapter_title(first + static_cast<std::size_t>(chapter))));
    if (random_.chance(25)) {
      add(Item::Kind::front, random_.chance(50) ? "结语" : "附件");
      add_paragraph(false);
    }
    return std::move(report_);
  }

 private:
  Item& add(Item::Kind kind, std::string text, bool in_case = false) {
    Item item;
    item.kind = kind;
    item.id = ++last_id_;
    item.text = std::move(text);
    item.in_case = in_case;
    report_.items.push_back(std::move(item));
    return report_.items.back();
  }

  void make_front() {
    add(Item::Kind::front, random_.chance(50) ? "前言" : "学校概况");
    add_paragraph(false);
    add_paragraph(false);
    if (!random_.chance(40)) return;
    for (int part = 0; part < 2; ++part) {
      add(Item::Kind::front_sub, section_title(random_) + (part == 0 ? "新成效" : "新进展"));
      add_paragraph(false);
    }
  }

  void make_chapter(std::string title) {
    add(Item::Kind::heading, std::move(title)).level = 1;
    if (random_.chance(30)) add_paragraph(false);
    const int sections = random_.between(1, 3);
    for (int section = 0; section < sections; ++section) {
      add(Item::Kind::heading, section_title(random_)).level = 2;
      const int parts = random_.chance(50) ? random_.between(2, 3) : 0;
      if (parts == 0 || random_.chance(30)) make_body();
      for (int part = 0; part < parts; ++part) {
        add(Item::Kind::heading, section_title(random_)).level = 3;
        make_body();
      }
    }
  }

  void make_body() {
    add_paragraph(false);
    const int parts = random_.between(0, 3);
    for (int part = 0; part < parts; ++part) {
      switch (random_.below(6)) {
        case 0:
          make_case();
          break;
        case 1:
          make_exhibit(Item::Kind::figure, false);
          break;
        case 2:
          make_exhibit(Item::Kind::table, false);
          break;
        case 3:
          make_list();
          break;
        default:
          add_paragraph(false);
      }
    }
  }

  void add_paragraph(bool in_case) {
    const int kind = random_.between(0, 9);
    add(Item::Kind::paragraph,
        running_text(random_, kind == 0   ? 1
                              : kind <= 7 ? random_.between(2, 4)
                                          : random_.between(4, 8)),
        in_case);
  }

  /// A figure or a table, mostly announced by the paragraph before it, a paragraph behind it where it stands outside of cases.
  void make_exhibit(Item::Kind kind, bool in_case) {
    if (!in_case && report_.items.back().in_case) add_paragraph(false);
    // A table of a case is one that the case speaks of; others behind it are the section's.
    const bool must = in_case && kind == Item::Kind::table;
    if (must && report_.items.back().kind != Item::Kind::paragraph) add_paragraph(true);
    const bool announced = report_.items.back().kind == Item::Kind::paragraph && (must || random_.chance(70));
    const std::size_t before = report_.items.size() - 1;
    if (kind == Item::Kind::figure) {
      add(kind, figure_caption(random_), in_case);
    } else {
      const std::size_t about = random_.below(table_columns().size());
      TableContent content = make_table(about);
      std::string caption = random_.chance(40) ? std::to_string(report_.year) + "年" + std::string(table_captions[about])
                                               : std::string(table_captions[about]);
      add(kind, std::move(caption), in_case).table = std::move(content);
    }
    if (announced) refer(before, report_.items.back().id);
    if (random_.chance(kind == Item::Kind::table ? 60 : 25))
      add(Item::Kind::source,
          std::string(random_.chance(80) ? "数据来源：" : "资料来源：") + report_.school + department(random_), in_case);
    else if (kind == Item::Kind::table && random_.chance(15))
      add(Item::Kind::source, "注：统计截至当年年底，不含外聘人员。", in_case);
    if (!in_case) add_paragraph(false);
  }

  /// Puts a reference to `id` behind a sentence of the item at `at`.
  void refer(std::size_t at, std::uint32_t id) {
    Item& item = report_.items[at];
    item.refers_to = id;
    item.wording = static_cast<std::uint8_t>(random_.below(6));
    const std::size_t stop = item.text.rfind("。");
    item.text.insert(stop, reference_mark);
  }

  void make_case() {
    add(Item::Kind::case_title, case_title(random_));
    const int paragraphs = random_.between(1, 3);
    for (int paragraph = 0; paragraph < paragraphs; ++paragraph) add_paragraph(true);
    if (random_.chance(50)) make_exhibit(Item::Kind::figure, true);
    if (random_.chance(10)) make_exhibit(Item::Kind::table, true);
    if (random_.chance(15)) {
      add_paragraph(true);
      if (random_.chance(50)) make_exhibit(Item::Kind::figure, true);
    }
    if (random_.chance(60)) {
      add_paragraph(false);
      if (random_.chance(40)) add_paragraph(false);
    }
  }

  void make_list() {
    report_.items.back().kind == Item::Kind::paragraph ? void() : add_paragraph(false);
    add(Item::Kind::paragraph, "主要做法如下：");
    const int items = random_.between(2, 5);
    for (int item = 0; item < items; ++item) add(Item::Kind::list_item, running_text(random_, random_.between(1, 2)));
    add_paragraph(false);
  }

  TableContent make_table(std::size_t about) {
    TableContent table;
    table.columns = table_columns()[about];
    const int rows = random_.between(2, random_.chance(30) ? 24 : 9);
    const bool groups = random_.chance(30);
    for (int row = 0; row < rows; ++row) {
      if (groups && row % 4 == 0 && row + 1 < rows) table.rows.push_back({{group_title(random_)}, true, false});
      Row made;
      for (const Column& column : table.columns) made.cells.push_back(cell(column.kind));
      made.merged = row > 0 && !table.rows.back().group && random_.chance(20);
      table.rows.push_back(std::move(made));
    }
    return table;
  }

  std::string cell(ColumnKind kind) {
    switch (kind) {
      case ColumnKind::number:
        return {};  // counted in print
      case ColumnKind::title:
        return project(random_);
      case ColumnKind::unit:
        return department(random_);
      case ColumnKind::person:
        return person(random_);
      case ColumnKind::persons: {
        std::string names = person(random_);
        for (int more = random_.between(0, 3); more > 0; --more) names += "、" + person(random_);
        return names;
      }
      case ColumnKind::code:
        return std::to_string(random_.between(410101, 590999));
      case ColumnKind::date:
        return std::to_string(random_.between(2019, 2024)) + "年" + std::to_string(random_.between(1, 12)) + "月";
      case ColumnKind::level:
        return std::string(contest_class(random_)) + std::string(prize(random_));
      case ColumnKind::name:
        return std::string(subject(random_));
      case ColumnKind::count:
        return std::to_string(random_.between(2, random_.chance(50) ? 99 : 9999));
      case ColumnKind::percent:
        return std::to_string(random_.between(1, 99)) + "." + std::to_string(random_.between(1, 9)) + "%";
    }
    return {};
  }

  Random random_;
  Report report_;
  std::uint32_t last_id_ = 0;
};

}  // namespace

Report make_report(std::uint64_t seed) { return ReportMaker(seed).make(); }

}  // namespace reportal::printer
