#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <thread>
#include <vector>

#include "chinese/collation.h"

using namespace reportal;

namespace {

std::vector<std::string> ordered(std::vector<std::string> names) {
  std::sort(names.begin(), names.end(), [](const std::string& a, const std::string& b) { return sort_key(a) < sort_key(b); });
  return names;
}

}  // namespace

TEST_CASE("a name is filed under the letter of its right reading") {
  struct Example { const char* name; const char* letter; };
  const Example examples[] = {
      {"长沙民政职业技术学院", "C"}, {"长春", "C"}, {"长治学院", "C"}, {"重庆大学", "C"}, {"厦门大学", "X"}, {"单县", "S"}, {"曾国藩", "Z"},
      {"朝阳师范", "C"}, {"浚县", "X"}, {"番禺职业技术学院", "P"}, {"蚌埠", "B"}, {"乐清", "Y"}, {"六安", "L"}, {"大学", "D"}, {"单招", "D"},
      {"曾经", "C"}, {"曾强", "Z"}, {"长沙", "C"}, {"長沙", "C"}, {"重慶", "C"}, {"行业", "H"}, {"行动", "X"}, {"都江堰", "D"}, {"台州", "T"},
      {"丽水", "L"}, {"阿克苏", "A"}, {"鄂州", "E"}, {"做", "Z"}, {"吕梁", "L"}, {"女", "N"}, {"率先", "S"}, {"率", "L"}, {"亳州", "B"},
      {"重点", "Z"}, {"调研", "D"}, {"调整", "T"}, {"会计", "K"}, {"解放", "J"}, {"朴素", "P"},
  };
  for (const Example& example : examples) {
    CAPTURE(example.name);
    CHECK(index_letter(example.name) == example.letter);
  }
}

TEST_CASE("names of places have the reading that their people give them") {
  struct Example { const char* name; const char* reading; };
  const Example examples[] = {
      {"佛山大学", "fo shan da xue"}, {"锡林郭勒", "xi lin guo le"}, {"喀什大学", "ka shi da xue"}, {"宝坻", "bao di"}, {"崆峒", "kong tong"},
      {"犍为", "qian wei"}, {"黄埔", "huang pu"}, {"大埔", "da bu"}, {"龙圩区", "long xu qu"}, {"莎车", "suo che"}, {"筠连", "jun lian"},
      {"柞水", "zha shui"}, {"黄陂", "huang pi"}, {"镐京", "hao jing"}, {"广厦", "guang sha"}, {"华厦", "hua xia"}, {"盖州", "gai zhou"},
      {"曾都", "zeng du"}, {"荥阳", "xing yang"}, {"荥经", "ying jing"}, {"六盘水", "liu pan shui"}, {"吐鲁番", "tu lu fan"},
      {"畜牧兽医", "xu mu shou yi"}, {"开拓", "kai tuo"}, {"著名", "zhu ming"},
  };
  for (const Example& example : examples) {
    CAPTURE(example.name);
    CHECK(pinyin(example.name) == example.reading);
  }
}

TEST_CASE("a title gives way to a place that begins at its last character") {
  CHECK(pinyin("湖南省长沙市") == "hu nan sheng chang sha shi");
  CHECK(pinyin("大学长安学院") == "da xue chang an xue yuan");
  CHECK(pinyin("学院长期坚持") == "xue yuan chang qi jian chi");
  CHECK(pinyin("省长和院长") == "sheng zhang he yuan zhang");
}

TEST_CASE("Latin names stand under their letter, all else but Chinese under #") {
  CHECK(index_letter("BYD") == "B");
  CHECK(index_letter("ｂｙｄ") == "B");
  CHECK(index_letter("École") == "E");
  CHECK(index_letter("3M") == "#");
  CHECK(index_letter("“双高计划”") == "S");
  CHECK(index_letter("《北京日报》") == "B");
  CHECK(index_letter("Ωμέγα") == "#");
  CHECK(index_letter("かな") == "#");
  CHECK(index_letter("") == "#");
  CHECK(index_letter("……") == "#");
}

TEST_CASE("names are in pinyin order, digits first and by value, Latin among their letters") {
  CHECK(ordered({"长沙", "北京", "第10中学", "厦门", "第2中学", "ABB", "重庆", "3M", "阿里", "BYD", "12月", "中南"}) ==
        std::vector<std::string>{"3M", "12月", "ABB", "阿里", "BYD", "北京", "长沙", "重庆", "第2中学", "第10中学", "厦门", "中南"});
}

TEST_CASE("a reading from the vocabulary replaces the name's own, and characters that agree keep their tone") {
  CHECK(index_letter("六盘山", "lu pan shan") == "L");
  CHECK(index_letter("乐山", "yue shan") == "Y");
  CHECK(index_letter("乐山", " YUE  shan ") == "Y");
  CHECK(index_letter("吕", "lü") == "L");
  CHECK(index_letter("ABB", "ai bi bi") == "A");
  CHECK(index_letter("龘") != "");
  CHECK(sort_key("常德", "chang de").substr(0, 6) == sort_key("常德").substr(0, 6));
  CHECK(sort_key("长山", "zhang shan") > sort_key("云南"));
}

TEST_CASE("different names never have one key") { CHECK(sort_key("长沙") != sort_key("常沙")); }

TEST_CASE("pinyin spells words as they are read") {
  CHECK(pinyin("长沙银行") == "chang sha yin hang");
  CHECK(pinyin("行业校长") == "hang ye xiao zhang");
  CHECK(pinyin("进行业务") == "jin xing ye wu");
  CHECK(pinyin("旅行，女生") == "lü xing，nü sheng");
  CHECK(pinyin("中国BYD公司2023年") == "zhong guo BYD gong si 2023 nian");
  CHECK(pinyin("产教 融合") == "chan jiao rong he");
  CHECK(pinyin("就业率") == "jiu ye lü");
  CHECK(pinyin("曾国藩") == "zeng guo fan");
  CHECK(pinyin("绿色服务") == "lü se fu wu");
  CHECK(pinyin("") == "");
}

TEST_CASE("keys are the same from many threads") {
  const std::string expected = sort_key("湖南工业职业技术学院");
  std::vector<std::string> found(4);
  std::vector<std::thread> threads;
  for (std::string& slot : found) threads.emplace_back([&slot] {
      for (int i = 0; i < 500; ++i) slot = sort_key("湖南工业职业技术学院");
    });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& key : found) CHECK(key == expected);
}
