#include "chinese/readings.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/text.h"
#include "chinese/characters.h"

namespace reportal {
namespace {

/// In each of the words, separated by spaces, `character` is read as `homophone` is. A word of one character gives the reading that
/// holds where no longer word fits.
struct Reading {
  char32_t character;
  char32_t homophone;
  std::u32string_view words;
  bool yields = false;  ///< gives way to a word that begins at its last character: 省|长沙, 大学|长安, 院|长期, not 省长|沙, 学长|安
};

constexpr Reading readings[] = {
    // Characters that the collation files under a reading other than the one they have in most names and words.
    {U'佛', U'仏', U"佛"}, {U'佛', U'扶', U"仿佛"},
    {U'勒', U'乐', U"勒"}, {U'勒', U'雷', U"勒紧"}, {U'肋', U'泪', U"肋"},
    {U'埔', U'普', U"埔"}, {U'埔', U'布', U"大埔 埔寨"}, {U'埔', U'普', U"柬埔寨"},
    {U'茄', U'且', U"茄"}, {U'茄', U'家', U"雪茄"},
    {U'都', U'督', U"都 曾都"}, {U'都', U'兜', U"都是 都有 都能 都要 都在 都可 都将 都被 都会是 全都 人人都 每天都"},
    {U'什', U'十', U"什"}, {U'著', U'助', U"著"}, {U'拓', U'托', U"拓"}, {U'拓', U'踏', U"拓片 拓本"},
    {U'似', U'四', U"似"}, {U'似', U'市', U"似的"}, {U'伺', U'四', U"伺"}, {U'伺', U'次', U"伺候"},
    {U'俟', U'四', U"俟"}, {U'囤', U'屯', U"囤"}, {U'帧', U'真', U"帧"}, {U'簿', U'部', U"簿"}, {U'掺', U'搀', U"掺"},
    {U'匙', U'池', U"匙"}, {U'匙', U'师', U"钥匙"}, {U'椎', U'追', U"椎"}, {U'琢', U'浊', U"琢"}, {U'炔', U'缺', U"炔"},
    {U'傀', U'葵', U"傀"}, {U'藉', U'借', U"藉"}, {U'晟', U'盛', U"晟"}, {U'焘', U'涛', U"焘"}, {U'豉', U'尺', U"豉"},
    {U'靓', U'亮', U"靓"}, {U'骠', U'票', U"骠"}, {U'擘', U'博', U"擘"}, {U'隽', U'俊', U"隽"}, {U'葚', U'甚', U"葚"},
    {U'坻', U'底', U"宝坻"}, {U'犍', U'前', U"犍为"}, {U'峒', U'同', U"崆峒"}, {U'圩', U'虚', U"圩"},
    {U'圩', U'围', U"圩堤 圩田 回龙圩"}, {U'畜', U'续', U"畜"}, {U'畜', U'触', U"牲畜 家畜 耕畜 畜力 畜禽 种畜"},
    {U'镐', U'浩', U"镐京"}, {U'陂', U'皮', U"黄陂"}, {U'莎', U'梭', U"莎车 莎草"}, {U'筠', U'均', U"筠连"}, {U'柞', U'炸', U"柞水"},
    {U'浒', U'许', U"浒墅"}, {U'棱', U'玲', U"穆棱"}, {U'宛', U'元', U"大宛"}, {U'蕃', U'博', U"吐蕃"}, {U'氏', U'支', U"月氏 阏氏"},
    {U'厦', U'下', U"华厦"},
    {U'长', U'常', U"长 长沙 长春 长安 长江 长城 长治 长垣 长乐 长兴 长寿 长白 长征 长期 长远 长效 长三角 长株潭 长丰 长葛 长汀 长泰 长海 长岭 "
                   U"长清 长宁 长岛 长武 长顺 长阳 长潭 长途 长河 长虹 长青 长足 长廊 长时间 长年 长约 长达 长城"},
    {U'长', U'掌', U"校长 院长 部长 局长 厅长 市长 省长 州长 县长 区长 镇长 乡长 村长 处长 科长 会长 社长 组长 班长 家长 司长 署长 厂长 店长 站长 "
                   U"所长 馆长 园长 队长 船长 机长 银行行长 董事长 理事长 秘书长 检察长 首长 师长 团长 军长 连长 排长 营长 酋长 "
                   U"成长 增长 生长 助长 滋长 见长 长大 长子 长女 长辈 长者 长老 长官 长孙 长子县 年长 学长 兄长 长势 长相 长进",
     true},
    {U'長', U'常', U"長"},
    {U'長', U'掌', U"校長 院長 部長 局長 廳長 市長 省長 縣長 區長 鎮長 鄉長 處長 科長 會長 社長 組長 班長 家長 廠長 館長 園長 隊長 董事長 "
                   U"理事長 秘書長 首長 師長 成長 增長 生長 長大 長子 長輩 長者 長老 長官 學長"},
    {U'重', U'崇', U"重庆 重慶 重阳 重陽 重复 重新 重建 重组 重构 重塑 重叠 重申 重现 重启 重返 重温 重逢 重重 双重 多重 重修 重整 重置 重演"},
    {U'厦', U'下', U"厦门"}, {U'廈', U'下', U"廈門"},
    {U'行', U'航', U"银行 銀行 银行行长 行业 行業 先进行业 央行 商行 分行 支行 总行 投行 洋行 各行各业 排行 行列 行距"},
    {U'行', U'形', U"进行 举行 执行 实行 运行 推行 试行 发行 先行 履行 流行 飞行 旅行 通行 自行"},  // 进行业务 has no 行业
    {U'朝', U'招', U"朝气 朝霞 朝夕 今朝 朝晖 朝露 朝暮 朝花 有朝一日"},
    {U'乐', U'月', U"音乐 乐器 声乐 器乐 民乐 乐团 乐队 乐章 乐曲 乐谱 乐坛 乐理 乐府 奏乐 国乐 管乐 弦乐 交响乐 雅乐 礼乐 乐清 乐毅 乐评 配乐"},
    {U'樂', U'月', U"音樂 樂器 聲樂 器樂 民樂 樂團 樂隊 樂章 樂曲 國樂 樂清 樂府"},
    {U'乐', U'涝', U"乐亭 乐陵"},
    {U'大', U'带', U"大夫"},
    {U'会', U'快', U"会计 会稽 财会"}, {U'會', U'快', U"會計 會稽 財會"},
    {U'调', U'条', U"调整 调节 调解 调控 调试 调和 调剂 空调 协调 调理 调味 烹调 调制 调优 调适 调酒 调音 微调 失调 调皮 调教 调停 调配 下调 上调"},
    {U'調', U'条', U"調整 調節 調解 調控 調試 調和 調劑 空調 協調 調理 烹調 調酒"},
    {U'传', U'撰', U"传记 自传 列传 水浒传 外传 小传 评传 别传 树碑立传 左传 经传"},
    {U'藏', U'葬', U"西藏 藏青工业 藏族 藏语 藏文 藏药 藏医 藏区 藏民 藏历 宝藏 青藏 川藏 滇藏 大藏经 藏学 藏红花 藏羚羊 藏香"},
    {U'参', U'身', U"人参 党参 海参 西洋参 参茸 丹参 高丽参 沙参 玄参"},
    {U'单', U'善', U"单县 单父 单雄信 单田芳"}, {U'單', U'善', U"單縣"},
    {U'单', U'缠', U"单于"},
    {U'解', U'谢', U"解缙 解县 解州 浑身解数"},
    {U'召', U'绍', U"召陵 召公"},
    {U'浚', U'迅', U"浚县 浚縣"},
    {U'番', U'潘', U"番禺"},
    {U'蚌', U'崩', U"蚌埠"},
    {U'六', U'路', U"六安 六合区"},
    {U'铅', U'盐', U"铅山"},
    {U'莘', U'心', U"莘庄"},
    {U'阿', U'婀', U"东阿 阿胶 阿谀 阿弥陀佛"},
    {U'洞', U'同', U"洪洞"},
    {U'峙', U'市', U"繁峙"},
    {U'荥', U'营', U"荥经"},
    {U'牟', U'木', U"中牟 牟平"},
    {U'泌', U'必', U"泌阳"},
    {U'渑', U'绳', U"渑水"},
    {U'涡', U'锅', U"涡阳 涡河"},
    {U'枞', U'宗', U"枞阳"},
    {U'丽', U'离', U"丽水 高丽"}, {U'麗', U'离', U"麗水 高麗"},
    {U'柏', U'博', U"柏林 黄柏"},
    {U'薄', U'博', U"薄弱 单薄 薄熙 薄一波 浅薄 淡薄 喷薄 厚积薄发"},
    {U'朴', U'瓢', U"朴槿惠 朴正熙"},
    {U'蔚', U'玉', U"蔚县"},
    {U'尉', U'玉', U"尉犁 尉迟 尉遲"},
    {U'伽', U'茄', U"伽蓝 瑜伽"},
    {U'角', U'决', U"角色 主角 配角 名角 角逐 丑角 旦角 角力"},
    {U'给', U'挤', U"给予 供给 补给 自给 给养 给水 给排水 配给 薪给 自给自足"}, {U'給', U'挤', U"給予 供給 補給 給水"},
    {U'模', U'亩', U"模样 模具 模板 一模一样 字模 铜模 冲模 压模"},
    {U'校', U'叫', U"校对 校準 校准 校正 校验 校勘 校订 校阅 校场 审校"},
    {U'称', U'趁', U"称职 对称 匀称 相称 称心"},
    {U'省', U'醒', U"反省 内省 自省 省察 吾日三省 省亲"},
    {U'率', U'帅', U"率先 率领 表率 直率 草率 坦率 率队 轻率 率团 统率"},
    {U'弹', U'谈', U"弹性 弹簧 弹力 弹奏 弹唱 反弹 弹琴 弹劾 吹弹"},
    {U'着', U'卓', U"着力 着重 着眼 着陆 着装 着手 着色 着实 沉着 执着 衣着 穿着 着落 附着 着笔 着想"},
    {U'着', U'招', U"着急 着火 着凉 睡着 着迷"},
    {U'了', U'瞭', U"了解 明了 了结 了却 了然 一目了然 未了 了不起"},
    {U'地', U'弟', U"地"},
    {U'还', U'环', U"还原 偿还 归还 返还 还款 还债 退还 生还 还乡 还贷 还清 交还"}, {U'還', U'环', U"還原 歸還 償還 還款"},
    {U'差', U'拆', U"出差 差旅 差事 公差 邮差 差遣 交差"},
    {U'差', U'疵', U"参差"}, {U'参', U'岑', U"参差"},
    {U'曾', U'增', U"曾国藩 曾國藩 曾巩 曾子 曾参 曾孙 曾祖 曾母"},
    {U'提', U'低', U"提防"},
    {U'圈', U'倦', U"圈养 猪圈"},
    {U'便', U'骈', U"便宜"},
    {U'秘', U'必', U"秘鲁"},
    {U'泊', U'博', U"泊"}, {U'泊', U'坡', U"湖泊 水泊 血泊 梁山泊"},
    {U'曾', U'增', U"曾都"},
    {U'万', U'末', U"万俟"}, {U'俟', U'齐', U"万俟"},
    {U'奇', U'机', U"奇数 奇偶"},
    {U'仔', U'宰', U"牛仔 打工仔 公仔 龙仔 煲仔"},
    {U'句', U'勾', U"高句丽 句践 勾践"},
    {U'龟', U'丘', U"龟兹"}, {U'兹', U'词', U"龟兹"},
    {U'尉', U'未', U"尉氏"},
    {U'什', U'神', U"什么 为什么"},
    {U'度', U'夺', U"揣度 忖度 审时度势"},
    {U'没', U'末', U"沉没 淹没 没收 埋没 没落 出没 覆没"},
    {U'降', U'祥', U"投降 降服 降伏 劝降 归降"},
    {U'扎', U'渣', U"扎实 扎根 驻扎 扎兰屯 扎堆"},
    {U'炸', U'闸', U"油炸 炸鸡"},
    {U'轧', U'闸', U"轧钢 热轧 冷轧 轧制 轧机"},
    {U'削', U'靴', U"削减 削弱 剥削 瘦削"},
    {U'的', U'敌', U"目的 的确 有的放矢 标的"},
};

/// A surname that is read in its own way at the start of a person's name: two or three characters, all Han. `not_before` are the characters
/// that make a common word with it.
struct Surname {
  char32_t character;
  char32_t homophone;
  std::u32string_view not_before;
};

constexpr Surname surnames[] = {
    {U'曾', U'增', U"经任在是有被几"},
    {U'单', U'善', U"位招独片元一纯机项科亲价词调打面边程车身人双据行个选体晶向品曲色薄簧刀杠件"},
    {U'翟', U'宅', U""},
    {U'缪', U'妙', U"斯"},
    {U'仇', U'求', U"恨视敌人"},
    {U'查', U'渣', U"询看找阅验处重实明收核干"},
    {U'解', U'谢', U"放决释读析答除说码密剖构体散析脱困题药围法约聘冻"},
    {U'朴', U'瓢', U"素实树"},
    {U'盖', U'葛', U"章子上板房楼州县茨"},
    {U'覃', U'秦', U"思"},
    {U'尉', U'未', U"迟"},
};

constexpr std::size_t most_characters_of_a_person = 3;

/// The words of `readings`, found by their first character, the longest first.
class Words {
 public:
  struct Word {
    std::u32string text;
    std::u32string reading;
    bool yields = false;
  };

  Words() {
    for (const Reading& reading : readings) {
      std::u32string_view rest = reading.words;
      while (!rest.empty()) {
        const std::size_t length = std::min(rest.find(U' '), rest.size());
        if (length > 0) add(rest.substr(0, length), reading);
        rest.remove_prefix(std::min(length + 1, rest.size()));
      }
    }
    for (auto& [first, words] : by_first_) {
      std::stable_sort(words.begin(), words.end(), [](const Word& a, const Word& b) { return a.text.size() > b.text.size(); });
    }
  }

  /// The word at the start of `text`, the longest that does not give way; nothing if there is none.
  const Word* at_start(std::u32string_view text) const {
    const Word* word = longest_at_start(text);
    if (word == nullptr || !word->yields || word->text.size() < 2) return word;
    const Word* next = longest_at_start(text.substr(word->text.size() - 1));
    return next != nullptr && next->text.size() > 1 ? longest_at_start(text.substr(0, 1)) : word;
  }

 private:
  const Word* longest_at_start(std::u32string_view text) const {
    const auto found = by_first_.find(text.front());
    if (found == by_first_.end()) return nullptr;
    for (const Word& word : found->second) {
      if (text.starts_with(word.text)) return &word;
    }
    return nullptr;
  }

  /// A word that stands in two rows (行长) has both characters replaced.
  void add(std::u32string_view text, const Reading& reading) {
    std::vector<Word>& words = by_first_[text.front()];
    auto word = std::find_if(words.begin(), words.end(), [&](const Word& other) { return other.text == text; });
    if (word == words.end()) word = words.insert(words.end(), Word{std::u32string(text), std::u32string(text), reading.yields});
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == reading.character) word->reading[i] = reading.homophone;
    }
  }

  std::unordered_map<char32_t, std::vector<Word>> by_first_;
};

const Words& words() {
  static const Words all;
  return all;
}

void replace_surname(std::u32string& name) {
  if (name.size() < 2 || name.size() > most_characters_of_a_person) return;
  if (!std::all_of(name.begin(), name.end(), [](char32_t c) { return is_han(c); })) return;
  for (const Surname& surname : surnames) {
    if (name[0] != surname.character) continue;
    if (surname.not_before.find(name[1]) == std::u32string_view::npos) name[0] = surname.homophone;
    return;
  }
}

}  // namespace

std::string with_plain_readings(std::string_view text) {
  std::u32string characters;
  characters.reserve(text.size() / 3 + 1);
  for (std::size_t i = 0; i < text.size();) characters += next_character(text, i);

  std::u32string plain = characters;
  bool starts_with_word = false;
  for (std::size_t i = 0; i < characters.size();) {
    const Words::Word* word = words().at_start(std::u32string_view(characters).substr(i));
    if (word == nullptr) {
      ++i;
      continue;
    }
    plain.replace(i, word->reading.size(), word->reading);
    starts_with_word |= i == 0 && word->text.size() > 1;
    i += word->text.size();
  }
  if (!starts_with_word) replace_surname(plain);

  std::string result;
  result.reserve(text.size());
  for (const char32_t c : plain) append_character(result, c);
  return result;
}

}  // namespace reportal
