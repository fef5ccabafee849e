// Everything here rests on one property of ICU's pinyin collation: characters stand syllable by syllable, from a to zuo. The first
// character of each syllable (below) is enough to find the syllable of any other by a binary search; the transliterator, which
// takes a tenth of a second to open, is not needed.

#include "chinese/collation.h"

#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include "base/text.h"
#include "chinese/characters.h"
#include "chinese/readings.h"

namespace reportal {
namespace {

/// Each syllable, without its tone and with v for ü, and the first character that the collation files under it.
constexpr std::string_view syllable_list =
    "a阿 ai哎 an安 ang肮 ao凹 ba丷 bai挀 ban扳 bang邦 bao勹 bei陂 ben奔 beng伻 bi屄 bian边 biao灬 "
    "bie憋 bin汃 bing冫 bo癶 bu峬 ca嚓 cai偲 can参 cang仓 cao撡 ce冊 cen嵾 ceng曽 cha叉 chai芆 "
    "chan辿 chang伥 chao抄 che车 chen抻 cheng阷 chi吃 chong充 chou抽 chu出 chua欻 chuai揣 chuan巛 "
    "chuang刅 chui吹 chun旾 chuo逴 ci呲 cong匆 cou凑 cu粗 cuan汆 cui崔 cun邨 cuo搓 da咑 dai呆 dan丹 "
    "dang当 dao刀 de嘚 den扥 deng灯 di氐 dian甸 diao刁 die爹 ding丁 diu丟 dong东 dou吺 du厾 duan耑 "
    "dui垖 dun吨 duo多 e妸 ei诶 en奀 eng鞥 er儿 fa发 fan帆 fang匚 fei飞 fen分 feng丰 fiao覅 fo仏 "
    "fou紑 fu夫 ga旮 gai侅 gan甘 gang冈 gao皋 ge戈 gei给 gen根 geng刯 gong工 gou勾 gu估 gua瓜 guai乖 "
    "guan关 guang光 gui归 gun丨 guo呙 ha哈 hai咍 han佄 hang夯 hao茠 he诃 hei黒 hen拫 heng亨 hm噷 "
    "hong叿 hou齁 hu乎 hua花 huai怀 huan欢 huang巟 hui灰 hun昏 huo吙 ji丌 jia加 jian戋 jiang江 jiao艽 "
    "jie阶 jin巾 jing坕 jiong冂 jiu丩 ju凥 juan姢 jue噘 jun军 ka咔 kai开 kan刊 kang忼 kao尻 ke匼 "
    "kei剋 ken肎 keng劥 kong空 kou抠 ku扝 kua夸 kuai蒯 kuan宽 kuang匡 kui亏 kun坤 kuo扩 la垃 lai来 "
    "lan兰 lang啷 lao捞 le肋 lei勒 leng崚 li哩 lia俩 lian奁 liang良 liao撩 lie毟 lin拎 ling伶 liu溜 "
    "lo囖 long龙 lou瞜 lu噜 lv驴 luan娈 lve掠 lun抡 luo罗 m呣 ma妈 mai埋 man嫚 mang牤 mao猫 me嚒 "
    "mei呅 men椚 meng擝 mi咪 mian宀 miao喵 mie乜 min民 ming名 miu谬 mo摸 mou哞 mu毪 n嗯 na拏 nai腉 "
    "nan囡 nang囔 nao孬 ne疒 nei娞 nen恁 neng能 ni妮 nian拈 niang娘 niao鸟 nie捏 nin囜 ning宁 niu妞 "
    "nong农 nou羺 nu奴 nv女 nuan奻 nve疟 nun黁 nuo郍 o喔 ou讴 pa妑 pai拍 pan眅 pang乓 pao抛 pei呸 "
    "pen喷 peng匉 pi丕 pian囨 piao剽 pie氕 pin姘 ping乒 po钋 pou剖 pu仆 qi七 qia掐 qian千 qiang呛 "
    "qiao悄 qie苆 qin亲 qing靑 qiong芎 qiu丘 qu区 quan奍 que缺 qun夋 ran呥 rang穣 rao娆 re惹 ren人 "
    "reng扔 ri日 rong茸 rou厹 ru邚 rua挼 ruan堧 rui婑 run瞤 ruo捼 sa仨 sai毢 san三 sang桒 sao掻 se閪 "
    "sen森 seng僧 sha杀 shai筛 shan山 shang伤 shao弰 she奢 shei谁 shen申 sheng升 shi尸 shou収 shu书 "
    "shua刷 shuai衰 shuan闩 shuang双 shui脽 shun吮 shuo说 si厶 song忪 sou凁 su苏 suan狻 sui夊 sun孙 "
    "suo唆 ta他 tai囼 tan坍 tang汤 tao夲 te忑 teng熥 ti剔 tian天 tiao旫 tie帖 ting厅 tong囲 tou偷 "
    "tu凸 tuan湍 tui推 tun吞 tuo乇 wa屲 wai歪 wan弯 wang尣 wei危 wen昷 weng翁 wo挝 wu乌 xi夕 xia虲 "
    "xian仙 xiang乡 xiao灱 xie些 xin心 xing星 xiong凶 xiu休 xu吁 xuan吅 xue削 xun坃 ya丫 yan恹 yang央 "
    "yao幺 ye倻 yi一 yin囙 ying应 yo哟 yong佣 you优 yu込 yuan囦 yue曰 yun晕 za帀 zai災 zan兂 zang匨 "
    "zao傮 ze则 zei贼 zen怎 zeng増 zha扎 zhai夈 zhan枬 zhang张 zhao佋 zhe蜇 zhen贞 zheng凧 zhi之 "
    "zhong中 zhou州 zhu朱 zhua抓 zhuai拽 zhuan专 zhuang妆 zhui隹 zhun宒 zhuo卓 zi乲 zong宗 zou邹 zu租 "
    "zuan钻 zui厜 zun尊 zuo昨";

/// The last character that has a reading; behind it stand those ordered by radical and strokes.
constexpr std::string_view last_with_reading = "\u5497";

/// The shared collator: pinyin order, digits by value, Latin before Han. Reading it from many threads is safe.
class PinyinOrder {
 public:
  PinyinOrder() {
    UErrorCode status = U_ZERO_ERROR;
    collator_.reset(icu::Collator::createInstance(icu::Locale("zh-u-co-pinyin-kn-kr-latn-hani"), status));
    for (const std::string_view entry : split(syllable_list, ' ')) {
      const auto han = std::find_if(entry.begin(), entry.end(), [](char c) { return (c & 0x80) != 0; });
      const auto length = static_cast<std::size_t>(han - entry.begin());
      syllables_.push_back({entry.substr(0, length), entry.substr(length), key(entry.substr(length))});
    }
    end_ = key(last_with_reading);
  }

  struct Syllable {
    std::string_view spelling;
    std::string_view first;  ///< its first character
    std::string key;         ///< of that character
  };

  std::string key(std::string_view text) const {
    const icu::UnicodeString units = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    std::array<std::uint8_t, 256> buffer;
    const int32_t length = collator_->getSortKey(units, buffer.data(), static_cast<int32_t>(buffer.size()));
    const auto size = static_cast<std::size_t>(std::max(length - 1, 0));  // without the NUL at its end
    if (size < buffer.size()) return std::string(buffer.begin(), buffer.begin() + static_cast<std::ptrdiff_t>(size));
    std::vector<std::uint8_t> large(size + 1);
    collator_->getSortKey(units, large.data(), length);
    return std::string(large.begin(), large.end() - 1);
  }

  /// The syllable of a Han character; nothing for one without a known reading.
  const Syllable* syllable_of(std::string_view character) const {
    const std::string character_key = key(character);
    if (character_key > end_) return nullptr;
    const auto after = std::upper_bound(syllables_.begin(), syllables_.end(), character_key,
                                        [](const std::string& value, const Syllable& syllable) { return value < syllable.key; });
    return after == syllables_.begin() ? nullptr : &*(after - 1);
  }

  /// The syllable with this spelling, in any case, with v or ü; nothing if there is none.
  const Syllable* find(std::string_view spelling) const {
    std::string wanted;
    for (std::size_t i = 0; i < spelling.size();) {
      const char32_t c = next_character(spelling, i);
      append_character(wanted, c == U'ü' || c == U'Ü' ? U'v' : c);
    }
    wanted = ascii_lower(wanted);
    const auto found = std::find_if(syllables_.begin(), syllables_.end(), [&](const Syllable& s) { return s.spelling == wanted; });
    return found != syllables_.end() ? &*found : nullptr;
  }

 private:
  std::unique_ptr<icu::Collator> collator_;
  std::vector<Syllable> syllables_;
  std::string end_;
};

const PinyinOrder& pinyin_order() {
  static const PinyinOrder order;
  return order;
}

bool is_ascii_word(char32_t c) { return is_ascii_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The name from its first letter, digit or ideograph on: quotes and brackets before it do not count.
std::string_view without_leading_marks(std::string_view name) {
  for (std::size_t i = 0; i < name.size();) {
    const std::size_t start = i;
    const char32_t c = next_character(name, i);
    if (is_ascii_word(c) || (c >= 0x80 && !is_wide_punctuation(c) && !is_space(c))) return name.substr(start);
  }
  return name;
}

/// The base letter of a Latin character (É, ｅ → E), 0 for all others.
char latin_letter(char32_t c) {
  if (c >= 0x80) {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString parts;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKDInstance(status);
    if (U_FAILURE(status)) return 0;
    normalizer->normalize(icu::UnicodeString(static_cast<UChar32>(c)), parts, status);
    c = parts.isEmpty() ? 0 : static_cast<char32_t>(parts.char32At(0));
  }
  if (c >= 'a' && c <= 'z') return static_cast<char>(c - 'a' + 'A');
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c) : '\0';
}

/// Parts of a reading: "chang sha" → chang, sha.
std::vector<std::string_view> reading_parts(std::string_view reading) {
  std::vector<std::string_view> parts;
  for (const std::string_view part : split(reading, ' ')) {
    if (!is_blank(part)) parts.push_back(trim(part));
  }
  return parts;
}

std::vector<std::string_view> characters_of(std::string_view text) {
  std::vector<std::string_view> characters;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    next_character(text, i);
    characters.push_back(text.substr(start, i - start));
  }
  return characters;
}

/// A text in ideographs that is read as `reading` says. A character of `name` that is read so already stays, and keeps its tone.
std::string spelled_as(std::string_view name, std::string_view reading) {
  const std::vector<std::string_view> parts = reading_parts(reading);
  const std::vector<std::string_view> characters = characters_of(name);
  const bool one_for_one = parts.size() == characters.size();
  std::string result;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const PinyinOrder::Syllable* syllable = pinyin_order().find(parts[i]);
    const bool same = one_for_one && syllable != nullptr && pinyin_order().syllable_of(characters[i]) == syllable;
    result += same ? characters[i] : syllable != nullptr ? syllable->first : parts[i];
  }
  return result;
}

/// What a name is ordered by.
std::string plain_name(std::string_view name, std::string_view reading) {
  const std::string plain = with_plain_readings(without_leading_marks(name));
  return is_blank(reading) ? plain : spelled_as(plain, reading);
}

char letter_of(std::string_view plain) {
  const char32_t first = first_character(plain);
  if (const char letter = latin_letter(first)) return letter;
  if (!is_han(first)) return '#';
  const PinyinOrder::Syllable* syllable = pinyin_order().syllable_of(take_characters(plain, 1));
  return syllable != nullptr ? latin_letter(first_character(syllable->spelling)) : '#';
}

/// As it is written: lv → lü.
void append_spelling(std::string& out, std::string_view spelling) {
  for (const char letter : spelling) append_character(out, letter == 'v' ? U'ü' : static_cast<unsigned char>(letter));
}

}  // namespace

std::string sort_key(std::string_view name, std::string_view reading) {
  const std::string plain = plain_name(name, reading);
  std::string key(1, letter_of(plain));  // '#' is less than every letter
  key += pinyin_order().key(plain);
  key += '\0';
  key += name;  // names that are ordered alike have one order all the same
  return key;
}

std::string index_letter(std::string_view name, std::string_view reading) {
  return std::string(1, letter_of(plain_name(name, reading)));
}

std::string pinyin(std::string_view text) {
  const std::string plain = with_plain_readings(text);
  std::string result;
  bool after_syllable = false, after_word = false;
  for (const std::string_view character : characters_of(plain)) {
    const char32_t c = first_character(character);
    const PinyinOrder::Syllable* syllable = is_han(c) ? pinyin_order().syllable_of(character) : nullptr;
    const bool word = syllable == nullptr && is_ascii_word(c);
    const bool gap = syllable != nullptr ? after_syllable || after_word : word && after_syllable;
    if (gap) result += ' ';
    if (syllable == nullptr) result += character;
    else append_spelling(result, syllable->spelling);
    after_syllable = syllable != nullptr;
    after_word = word;
  }
  return result;
}

}  // namespace reportal
