#include "render/chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "base/text.h"
#include "chinese/characters.h"
#include "chinese/numbers.h"

namespace reportal {
namespace {

// All lengths are units of the view box; the style sheet scales it.
constexpr double label_size = 13;
constexpr double column_unit = label_size / 2;  ///< printed width of one display column

double text_width(std::string_view text) { return display_width(text) * column_unit; }

/// The area that data is drawn in, and how a value becomes a coordinate.
struct Frame {
  double left, top, right, bottom;
  AxisTicks ticks;
  bool horizontal;  ///< values run from left to right (bars), not from bottom to top

  [[nodiscard]] double at(double value) const {
    const double share = (value - ticks.first) / (ticks.last() - ticks.first);
    return horizontal ? left + share * (right - left) : bottom - share * (bottom - top);
  }
  [[nodiscard]] double along() const { return horizontal ? bottom - top : right - left; }
};

std::string number_text(double value) { return grouped_number(value); }

class ChartWriter {
 public:
  ChartWriter(std::string& out, const ChartData& data, double width) : out_(out), data_(data), width_(width) {
    for (const ChartData::Series& series : data.series) {
      for (const std::optional<double>& value : series.values) {
        if (value) range_of_values(*value);
      }
    }
  }

  void write(std::string_view title) {
    const Frame frame = make_frame();
    const double legend = legend_height();
    const double height = frame.bottom + (frame.horizontal ? 24 : 30) + legend;
    put("<svg class=\"chart-drawing\" role=\"img\" viewBox=\"0 0 {:g} {:g}\" aria-label=\"{}\">", width_, height, html_escaped(title));
    grid(frame);
    if (data_.shape == ChartData::Shape::line) {
      lines(frame);
    } else {
      bars(frame);
    }
    labels(frame);
    if (legend > 0) write_legend(height - legend + 16);
    out_ += "</svg>";
  }

 private:
  template <typename... Arguments>
  void put(fmt::format_string<Arguments...> pattern, Arguments&&... arguments) {
    fmt::format_to(std::back_inserter(out_), pattern, std::forward<Arguments>(arguments)...);
  }

  void range_of_values(double value) {
    low_ = any_ ? std::min(low_, value) : value;
    high_ = any_ ? std::max(high_, value) : value;
    any_ = true;
  }

  /// Bars and columns begin at zero, since their length is what is read; a line may begin higher when all of it lies high.
  [[nodiscard]] AxisTicks value_axis() const {
    const bool from_zero = data_.shape != ChartData::Shape::line || low_ < 0 || low_ < high_ * 0.5;
    if (from_zero) return axis_ticks(std::min(0.0, low_), high_ > std::min(0.0, low_) ? high_ : low_ + 1, 5);
    // What hardly changes is drawn as hardly changing: an axis spans a hundredth of its values at least.
    const double span = std::max(high_ - low_, high_ * 0.01);
    const double middle = (low_ + high_) / 2;
    return axis_ticks(std::max(0.0, middle - span * 0.65), middle + span * 0.5, 5);
  }

  [[nodiscard]] Frame make_frame() const {
    const bool horizontal = data_.shape == ChartData::Shape::bar;
    const AxisTicks ticks = value_axis();
    if (horizontal) {
      double longest = 0;
      for (const std::string& label : data_.labels) longest = std::max(longest, text_width(label));
      const double row = 14.0 + 18.0 * static_cast<double>(data_.series.size());
      const double left = std::min(longest + 14, width_ * 0.42);
      return {left, 26, width_ - 58, 26 + row * static_cast<double>(data_.labels.size()), ticks, true};
    }
    double widest = 0;
    for (int i = 0; i < ticks.count; ++i) widest = std::max(widest, text_width(number_text(ticks.first + i * ticks.step)));
    const double left = widest * 1.15 + 14;  // fonts have wider digits than the estimate
    return {left, 34, width_ - 10, 270, ticks, false};
  }

  void grid(const Frame& frame) {
    out_ += "<g class=\"grid\">";
    for (int i = 0; i < frame.ticks.count; ++i) {
      const double position = frame.at(frame.ticks.first + i * frame.ticks.step);
      if (frame.horizontal) {
        put("<line x1=\"{0:.1f}\" y1=\"{1:g}\" x2=\"{0:.1f}\" y2=\"{2:g}\"/>", position, frame.top - 4, frame.bottom);
      } else {
        put("<line x1=\"{1:.1f}\" y1=\"{0:.1f}\" x2=\"{2:g}\" y2=\"{0:.1f}\"/>", position, frame.left, frame.right);
      }
    }
    out_ += "</g><g class=\"tick\">";
    for (int i = 0; i < frame.ticks.count; ++i) {
      const double value = frame.ticks.first + i * frame.ticks.step;
      const double position = frame.at(value);
      if (frame.horizontal) {
        put("<text x=\"{:.1f}\" y=\"{:g}\" text-anchor=\"middle\">{}</text>", position, frame.bottom + 18, number_text(value));
      } else {
        put("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"end\">{}</text>", frame.left - 8, position + 4, number_text(value));
      }
    }
    if (!data_.unit.empty()) {
      put("<text class=\"unit\" x=\"{:g}\" y=\"14\">{}</text>", frame.horizontal ? frame.left : 0, html_escaped(data_.unit));
    }
    out_ += "</g>";
  }

  void bars(const Frame& frame) {
    const double slot = frame.along() / static_cast<double>(data_.labels.size());
    const auto series_count = static_cast<double>(data_.series.size());
    const double thickness = frame.horizontal ? 18.0 : std::min(slot * 0.7 / series_count, 44.0);
    const double zero = frame.at(std::max(0.0, frame.ticks.first));
    for (std::size_t s = 0; s < data_.series.size(); ++s) {
      put("<g class=\"series-{}\">", s % 6 + 1);
      for (std::size_t i = 0; i < data_.labels.size(); ++i) {
        const std::optional<double>& value = data_.series[s].values[i];
        if (!value) continue;
        const double middle = slot * (static_cast<double>(i) + 0.5);
        const double offset = middle + (static_cast<double>(s) - series_count / 2) * thickness;
        const double end = frame.at(*value);
        const double length = std::max(std::abs(end - zero), 1.0);
        if (frame.horizontal) {
          const double y = frame.top + offset;
          put("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\"/>", std::min(zero, end), y + 1, length, thickness - 2);
          put("<text class=\"value\" x=\"{:.1f}\" y=\"{:.1f}\">{}</text>", std::max(zero, end) + 5, y + thickness / 2 + 4.5, number_text(*value));
        } else {
          const double x = frame.left + offset;
          put("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\"/>", x + 1, std::min(zero, end), thickness - 2, length);
          value_above(x + thickness / 2, std::min(zero, end) - 6, thickness, *value);
        }
      }
      out_ += "</g>";
    }
  }

  /// A number over a column, left out where the columns are too narrow for it; the table behind the chart has it.
  void value_above(double x, double y, double room, double value) {
    const std::string text = number_text(value);
    if (text_width(text) > room * 1.5) return;
    put("<text class=\"value\" x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\">{}</text>", x, y, text);
  }

  void lines(const Frame& frame) {
    const double slot = frame.along() / static_cast<double>(data_.labels.size());
    const auto x_of = [&](std::size_t i) { return frame.left + slot * (static_cast<double>(i) + 0.5); };
    for (std::size_t s = 0; s < data_.series.size(); ++s) {
      put("<g class=\"series-{}\">", s % 6 + 1);
      std::string path;
      bool drawing = false;
      for (std::size_t i = 0; i < data_.labels.size(); ++i) {
        const std::optional<double>& value = data_.series[s].values[i];
        if (value) fmt::format_to(std::back_inserter(path), "{}{:.1f} {:.1f}", drawing ? 'L' : 'M', x_of(i), frame.at(*value));
        drawing = value.has_value();
      }
      put("<path d=\"{}\"/>", path);
      for (std::size_t i = 0; i < data_.labels.size(); ++i) {
        const std::optional<double>& value = data_.series[s].values[i];
        if (!value) continue;
        put("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"3.5\"/>", x_of(i), frame.at(*value));
        if (data_.series.size() <= 2) value_above(x_of(i), frame.at(*value) + (is_highest(s, i) ? -10 : 20), slot, *value);
      }
      out_ += "</g>";
    }
  }

  /// Of two lines the number of the higher one stands above its point and that of the lower one below, so that they never meet.
  [[nodiscard]] bool is_highest(std::size_t series, std::size_t place) const {
    for (std::size_t other = 0; other < data_.series.size(); ++other) {
      const std::optional<double>&mine = data_.series[series].values[place], &value = data_.series[other].values[place];
      if (other != series && value && (*value > *mine || (*value == *mine && other < series))) return false;
    }
    return true;
  }

  void labels(const Frame& frame) {
    const double slot = frame.along() / static_cast<double>(data_.labels.size());
    out_ += "<g class=\"axis\">";
    const double zero = frame.at(std::max(0.0, frame.ticks.first));
    if (frame.horizontal) {
      put("<line x1=\"{0:.1f}\" y1=\"{1:g}\" x2=\"{0:.1f}\" y2=\"{2:g}\"/>", zero, frame.top - 4, frame.bottom);
    } else {
      put("<line x1=\"{1:.1f}\" y1=\"{0:.1f}\" x2=\"{2:g}\" y2=\"{0:.1f}\"/>", zero, frame.left, frame.right);
    }
    for (std::size_t i = 0; i < data_.labels.size(); ++i) {
      const double middle = slot * (static_cast<double>(i) + 0.5);
      const std::string label = html_escaped(shortened(data_.labels[i], frame.horizontal ? frame.left - 14 : slot * 1.05));
      if (frame.horizontal) {
        put("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"end\">{}</text>", frame.left - 8, frame.top + middle + 4.5, label);
      } else {
        put("<text x=\"{:.1f}\" y=\"{:g}\" text-anchor=\"middle\">{}</text>", frame.left + middle, frame.bottom + 20, label);
      }
    }
    out_ += "</g>";
  }

  static std::string shortened(std::string_view label, double room) {
    if (text_width(label) <= room) return std::string(label);
    std::size_t count = count_characters(label);
    while (count > 1 && text_width(take_characters(label, count)) + 2 * column_unit > room) --count;
    return std::string(take_characters(label, count)) + "…";
  }

  [[nodiscard]] double legend_height() const { return data_.series.size() > 1 ? 26 : 0; }

  void write_legend(double y) {
    double x = 0;
    for (std::size_t s = 0; s < data_.series.size(); ++s) {
      put("<g class=\"series-{} legend\"><rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"12\" height=\"12\"/>", s % 6 + 1, x, y - 10);
      put("<text class=\"tick\" x=\"{:.1f}\" y=\"{:.1f}\">{}</text></g>", x + 18, y + 1, html_escaped(data_.series[s].name));
      x += text_width(data_.series[s].name) + 40;
    }
  }

  std::string& out_;
  const ChartData& data_;
  double width_;
  double low_ = 0, high_ = 0;
  bool any_ = false;
};

void append_value_table(std::string& out, const ChartData& data, std::string_view heading) {
  out += "<details class=\"chart-data\"><summary>";
  append_html_escaped(out, heading);
  out += "</summary><div class=\"table-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"";
  append_html_escaped(out, heading);
  out += "\"><table><thead><tr><th scope=\"col\"></th>";
  for (const ChartData::Series& series : data.series) {
    out += "<th scope=\"col\">";
    append_html_escaped(out, series.name.empty() ? std::string_view(data.unit) : std::string_view(series.name));
    out += "</th>";
  }
  out += "</tr></thead><tbody>";
  for (std::size_t i = 0; i < data.labels.size(); ++i) {
    out += "<tr><th scope=\"row\">";
    append_html_escaped(out, data.labels[i]);
    out += "</th>";
    for (const ChartData::Series& series : data.series) {
      out += "<td class=\"number\">" + (series.values[i] ? number_text(*series.values[i]) : std::string("—")) + "</td>";
    }
    out += "</tr>";
  }
  out += "</tbody></table></div></details>";
}

}  // namespace

AxisTicks axis_ticks(double low, double high, int wanted) {
  const double rough = (high - low) / std::max(1, wanted - 1);
  const double power = std::pow(10, std::floor(std::log10(rough)));
  double step = 10 * power;
  for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
    if (factor * power >= rough * 0.999) {
      step = factor * power;
      break;
    }
  }
  AxisTicks ticks;
  ticks.step = step;
  ticks.first = std::floor(low / step + 1e-9) * step;
  ticks.count = static_cast<int>(std::ceil((high - ticks.first) / step - 1e-9)) + 1;
  return ticks;
}

void append_chart(std::string& out, const ChartData& data, std::string_view title, std::string_view table_heading, double width) {
  out += "<div class=\"chart\">";
  ChartWriter(out, data, width).write(title);
  append_value_table(out, data, table_heading);
  out += "</div>";
}

}  // namespace reportal
