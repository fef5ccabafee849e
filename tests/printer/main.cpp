// The report printer: makes up reports, prints them as text extraction does in many styles, and has structure read them. What
// was read must be what was printed.
//
//     report_printer [--seeds A-B] [--only GROUP] [--set DIMENSION=VALUE …] [--stats] [--list PROPERTY]
//     report_printer --seed N [--only GROUP] [--set …] [--property PROPERTY] [--show] [--shrink]
//
// --only GROUP        only the dimensions of this group vary (text, titles, page, cases, captions, tables), the others are
// plain
// --set width=30      fixes a dimension; style.cpp names them and their values
// --without table     leaves out all items of a kind (table, figure, case, list) and what belongs to them
// --stats             how many seeds hold, by dimension and value: says which style is read badly
// --list cells        the seeds that fail in a property
// --seed N            one seed: its style and what is missing (-) or too much (+); --show prints the text with what its lines
// were taken for
// --shrink            makes the seed's report and style as small as they still fail in --property (any if not given), and shows
// that
//
// To work on one part, see which style fails, then look at a small example of it:
//
//     report_printer --only tables --seeds 1-2000 --stats
//     report_printer --only tables --seeds 1-2000 --list cells
//     report_printer --only tables --seed 17 --property cells --shrink
//
// Without --seed it ends with `N passed, N failed`, a test for each property: a property passes if it holds on the share
// of things that was reached so far; what is still below its aim is said.

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "account.h"
#include "base/parallel.h"
#include "model/dump.h"
#include "print.h"
#include "report.h"
#include "shrink.h"
#include "structure/structure.h"
#include "style.h"

namespace reportal::printer {
namespace {

struct Options {
  std::uint64_t first = 1, last = 20000;
  std::optional<std::uint64_t> seed;
  std::string group;
  std::vector<std::string> set;
  std::vector<std::string> without;
  std::optional<std::size_t> property;  ///< of --list or --property
  bool list = false, stats = false, show = false, shrink = false;
};

/// The share of things that should be right.
constexpr double aim_of(Property property) { return property == Property::cells ? 0.99 : 1.0; }

/// The share that is reached, rounded down: less than that is a failure. Raise it with every gain.
constexpr double reached(Property property) {
  switch (property) {
    case Property::headings: return 0.999;
    case Property::paragraphs: return 0.997;
    case Property::lists: return 0.999;
    case Property::cases: return 0.998;
    case Property::extents: return 0.988;
    case Property::columns: return 0.99;
    case Property::sources: return 0.997;
    case Property::references: return 0.999;
    case Property::noise: return 0.993;
    default: return aim_of(property);
  }
}

[[noreturn]] void fail(std::string_view message) {
  std::fprintf(stderr, "report_printer: %.*s\n", static_cast<int>(message.size()), message.data());
  std::exit(2);
}

std::uint64_t number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) fail("not a number: " + std::string(text));
  return value;
}

std::size_t property_named(std::string_view name) {
  for (std::size_t property = 0; property < property_count; ++property) {
    if (name_of(static_cast<Property>(property)) == name) return property;
  }
  fail("unknown property " + std::string(name));
}

/// Leaves out of `report` all items of a kind; false if there is no such kind.
bool leave_out(std::string_view name, Report* report) {
  using Kind = Item::Kind;
  constexpr std::array<std::pair<std::string_view, Kind>, 4> kinds = {
      {{"table", Kind::table}, {"figure", Kind::figure}, {"case", Kind::case_title}, {"list", Kind::list_item}}};
  const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const auto& kind) { return kind.first == name; });
  if (found == kinds.end()) return false;
  if (report == nullptr) return true;
  bool leaves = false;
  std::erase_if(report->items, [&](const Item& item) {
    const bool belongs = item.kind == Kind::source || (found->second == Kind::case_title && item.in_case);
    leaves = item.kind == found->second || (leaves && belongs);
    return leaves;
  });
  return true;
}

Options read_options(const std::vector<std::string_view>& arguments) {
  Options options;
  for (std::size_t at = 0; at < arguments.size(); ++at) {
    const std::string_view name = arguments[at];
    const auto value = [&] {
      if (++at == arguments.size()) fail("nothing behind " + std::string(name));
      return arguments[at];
    };
    if (name == "--seeds") {
      const std::string_view range = value();
      const std::size_t dash = std::min(range.find('-'), range.size());
      options.first = number(range.substr(0, dash));
      options.last = dash == range.size() ? options.first : number(range.substr(dash + 1));
      if (options.last < options.first) fail("no seeds in " + std::string(range));
    } else if (name == "--seed") {
      options.seed = number(value());
    } else if (name == "--only") {
      options.group = value();
      if (!is_group(options.group)) fail("unknown group " + options.group);
    } else if (name == "--set") {
      options.set.emplace_back(value());
      Style style;
      if (!set_value(style, options.set.back())) fail("unknown style " + options.set.back());
    } else if (name == "--without") {
      options.without.emplace_back(value());
      if (!leave_out(options.without.back(), nullptr)) fail("unknown kind " + options.without.back());
    } else if (name == "--property" || name == "--list") {
      options.property = property_named(value());
      options.list = name == "--list";
    } else if (name == "--stats") {
      options.stats = true;
    } else if (name == "--show") {
      options.show = true;
    } else if (name == "--shrink") {
      options.shrink = true;
    } else {
      fail("unknown option " + std::string(name));
    }
  }
  return options;
}

Report report_of(std::uint64_t seed, const Options& options) {
  Report report = make_report(seed);
  for (const std::string& kind : options.without) leave_out(kind, &report);
  return report;
}

Style style_of(std::uint64_t seed, const Options& options) {
  Style style = make_style(seed, options.group);
  for (const std::string& assignment : options.set) set_value(style, assignment);
  return style;
}

/// Whether something fails in `property`, or in any.
bool fails(const Scores& scores, const std::optional<std::size_t>& property) {
  if (property) return !scores[*property].holds();
  return std::any_of(scores.begin(), scores.end(), [](const Score& score) { return !score.holds(); });
}

/// A printed report and what was understood of it; not to be moved, since the document points into the source.
struct Reading {
  Reading(const Report& report, const Style& style) : printed(print(report, style)) {
    source.path = "printed.txt";
    source.text = printed.text;
    source.encoding = "UTF-8";
    source.index_lines();
    Problems problems;
    document = understand(source, problems);
    read = account_of(document, source, printed.account);
    scores = compare(printed.account, read);
  }
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

  [[nodiscard]] bool fails(const std::optional<std::size_t>& property) const { return printer::fails(scores, property); }

  Printed printed;
  Source source;
  Document document;
  Account read;
  Scores scores;
};

int show_seed(std::uint64_t seed, const Options& options) {
  Report report = report_of(seed, options);
  Style style = style_of(seed, options);
  if (options.shrink) {
    // Where headings are lost, everything else fails too.
    constexpr auto headings = static_cast<std::size_t>(Property::headings);
    const bool other = !Reading(report, style).fails(headings);
    shrink(report, style, [&](const Report& smaller, const Style& plainer) {
      const Reading reading(smaller, plainer);
      return reading.fails(options.property) && !(other && reading.fails(headings));
    });
  }
  const Reading reading(report, style);
  std::printf("%s\n", describe(style).c_str());
  if (options.show || options.shrink) std::fputs(dump_lines(reading.document, reading.source).c_str(), stdout);
  std::fputs(differences(reading.printed.account, reading.read).c_str(), stdout);
  return reading.fails(options.property) ? 1 : 0;
}

/// How many seeds hold in each property, for one value of one dimension.
struct Holding {
  std::uint32_t seeds = 0;
  std::array<std::uint32_t, property_count> held{};
};

struct Totals {
  std::array<std::uint64_t, property_count> right{}, printed{}, read{};
  Holding all;
  std::vector<std::vector<Holding>> by_value;

  Totals() {
    for (const DimensionInfo& dimension : dimensions()) by_value.emplace_back(dimension.values.size());
  }
  void add(const Style& style, const Scores& scores) {
    add_to(all, scores);
    for (std::size_t dimension = 0; dimension < dimension_count; ++dimension)
      add_to(by_value[dimension][style.values[dimension]], scores);
    for (std::size_t property = 0; property < property_count; ++property) {
      right[property] += scores[property].right;
      printed[property] += scores[property].printed;
      read[property] += scores[property].read;
    }
  }
  /// F1 of the things of a property.
  [[nodiscard]] double share(std::size_t property) const {
    const std::uint64_t both = printed[property] + read[property];
    return both == 0 ? 1 : 2.0 * static_cast<double>(right[property]) / static_cast<double>(both);
  }

 private:
  static void add_to(Holding& holding, const Scores& scores) {
    ++holding.seeds;
    for (std::size_t property = 0; property < property_count; ++property)
      holding.held[property] += scores[property].holds() ? 1 : 0;
  }
};

void print_row(std::string_view name, const Holding& holding) {
  std::printf("%-28.*s %6u", static_cast<int>(name.size()), name.data(), holding.seeds);
  for (std::size_t property = 0; property < property_count; ++property)
    std::printf(" %10.1f", holding.seeds == 0 ? 100.0 : 100.0 * holding.held[property] / holding.seeds);
  std::printf("\n");
}

/// Seeds in percent that hold, by dimension and value.
void print_stats(const Totals& totals) {
  std::printf("%-28s %6s", "", "seeds");
  for (std::size_t property = 0; property < property_count; ++property)
    std::printf(" %10s", std::string(name_of(static_cast<Property>(property))).c_str());
  std::printf("\n");
  print_row("all", totals.all);
  for (std::size_t dimension = 0; dimension < dimension_count; ++dimension) {
    const DimensionInfo& info = dimensions()[dimension];
    const auto& values = totals.by_value[dimension];
    if (std::count_if(values.begin(), values.end(), [](const Holding& holding) { return holding.seeds > 0; }) < 2) continue;
    for (std::size_t value = 0; value < info.values.size(); ++value)
      print_row(std::string(info.name) + "=" + std::string(info.values[value]), values[value]);
  }
}

int run_seeds(const Options& options) {
  const auto begin = std::chrono::steady_clock::now();
  const auto count = static_cast<std::size_t>(options.last - options.first + 1);
  std::vector<Scores> scores(count);
  for_each_index(default_jobs(), count, [&](std::size_t at) {
    const std::uint64_t seed = options.first + at;
    scores[at] = Reading(report_of(seed, options), style_of(seed, options)).scores;
  });
  Totals totals;
  for (std::size_t at = 0; at < count; ++at) {
    const std::uint64_t seed = options.first + at;
    const Style style = style_of(seed, options);
    totals.add(style, scores[at]);
    if (options.list && fails(scores[at], options.property))
      std::printf("%llu %s\n", static_cast<unsigned long long>(seed), describe(style).c_str());
  }
  if (options.stats) print_stats(totals);
  int failed = 0;
  for (std::size_t property = 0; property < property_count; ++property) {
    const double share = totals.share(property);
    const double aim = aim_of(static_cast<Property>(property));
    const bool passes = share >= reached(static_cast<Property>(property));
    failed += passes ? 0 : 1;
    std::printf("%-5s %-10s %8.4f%s; holds on %u of %u seeds (%llu right, %llu printed, %llu read)\n", passes ? "ok" : "FAIL",
                std::string(name_of(static_cast<Property>(property))).c_str(), share,
                share >= aim ? "" : aim < 1 ? ", below the aim of 0.99" : ", below the aim of 1", totals.all.held[property],
                totals.all.seeds, static_cast<unsigned long long>(totals.right[property]),
                static_cast<unsigned long long>(totals.printed[property]),
                static_cast<unsigned long long>(totals.read[property]));
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  std::printf("%.1f s\n%zu passed, %d failed\n", took.count(), property_count - static_cast<std::size_t>(failed), failed);
  return failed == 0 ? 0 : 1;
}

}  // namespace
}  // namespace reportal::printer

int main(int count, char** arguments) {
  using namespace reportal::printer;
  const Options options = read_options({arguments + 1, arguments + count});
  return options.seed ? show_seed(*options.seed, options) : run_seeds(options);
}
