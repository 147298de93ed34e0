#include "words/scripts.h"

#include "words/characters.h"

#include <string_view>

namespace safelead::words {

bool is_direction(char32_t point)
{
    return point == 0x061C || point == 0x200E || point == 0x200F || in(point, 0x202A, 0x202E) ||
           in(point, 0x2066, 0x2069);
}

bool is_joiner(char32_t point)
{
    return in(point, 0x200B, 0x200D) || in(point, 0x2060, 0x2064) || point == 0x180E || point == 0xFEFF;
}

bool is_unwritten(char32_t point)
{
    return in(point, 0xE000, 0xF8FF) || point >= 0xF0000 || in(point, 0x2800, 0x28FF) ||
           in(point, 0x2580, 0x259F) || in(point, 0x3400, 0x4DBF) || in(point, 0xA000, 0xA4CF) ||
           in(point, 0x12000, 0x1467F) || in(point, 0x16800, 0x18D08) || in(point, 0x1FB00, 0x1FBFF) ||
           in(point, 0x20000, 0x3FFFF);
}

bool is_emoji(char32_t point)
{
    return in(point, 0x2190, 0x2BFF) || in(point, 0x1F000, 0x1FAFF);
}

bool parts_words(char32_t point)
{
    const bool ascii = point < 0x80;
    const bool letter = in(point | 0x20U, 'a', 'z') || in(point, '0', '9');
    return (ascii && !letter) || in(point, 0x80, 0xBF) || in(point, 0x2000, 0x206F) ||
           in(point, 0x1361, 0x1368) || in(point, 0x3000, 0x3020) || in(point, 0xFF00, 0xFF0F) ||
           in(point, 0xFF1A, 0xFF20) || is_emoji(point) || is_invisible(point);
}

char32_t script_of(char32_t point)
{
    if (in(point, '0', '9')) return 0;
    if (point < 0x0250 || in(point, 0x1E00, 0x1EFF)) return 1;
    if (in(point, 0x0300, 0x036F)) return 0;  // Goes with any.
    if (in(point, 0x2E80, 0x9FFF) || in(point, 0xF900, 0xFAFF) || in(point, 0xFF00, 0xFFEF)) return 2;
    if (in(point, 0xAC00, 0xD7FF) || in(point, 0x1100, 0x11FF)) return 3;
    if (in(point, 0x0590, 0x05FF)) return 4;
    if (in(point, 0x0600, 0x077F) || in(point, 0xFB50, 0xFDFF) || in(point, 0xFE70, 0xFEFE)) return 5;
    if (in(point, 0x0370, 0x03FF) || in(point, 0x1F00, 0x1FFF)) return 6;
    if (in(point, 0x0400, 0x052F)) return 7;
    if (in(point, 0x0F00, 0x0FFF)) return 8;                                // Tibetan
    if (in(point, 0x1000, 0x109F)) return 9;                                // Burmese
    if (in(point, 0x10A0, 0x10FF) || in(point, 0x1C90, 0x1CBF)) return 10;  // Georgian
    if (in(point, 0x1200, 0x139F) || in(point, 0xAB00, 0xAB2F)) return 11;  // Ethiopic
    if (in(point, 0x1800, 0x18AF)) return 12;                               // Mongolian
    return 0x100 + (point >> 7U);  // The scripts of India and its neighbours have 128 each.
}

bool is_common_ideograph(char32_t point)
{
    static constexpr std::u32string_view common =
        U"的一是不了在人有我他这這个個们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得"
        U"于着下自之"
        U"年过過发發后後作里用道行所然家种事成方多经么去法学學如都同现當当没沒动面起看定天分还進进好小部其些"
        U"主样理心她"
        U"本前开但因只从想实校老师師日月"
        // Names, which lists are full of: families', and what children are called.
        U"王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧程曹袁邓鄧"
        U"许許傅沈曾彭吕呂"
        U"苏蘇卢盧蒋蔡贾丁魏薛叶葉阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万"
        U"段雷钱汤尹黎易常武"
        U"伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛超霞平刚桂志明建文玉春红海雪婷佳欣宇浩子轩梓涵雨";
    return in(point, 0x3040, 0x30FF) || common.find(point) != std::u32string_view::npos;
}

bool is_ideograph(char32_t point)
{
    return in(point, 0x4E00, 0x9FFF);
}

bool is_hangul(char32_t point)
{
    return in(point, 0xAC00, 0xD7A3);
}

bool is_common_hangul(char32_t point)
{
    static constexpr std::u32string_view common =
        U"이다는고을를에가의니하지은도로기사어나아한해서인있그리자만";
    return common.find(point) != std::u32string_view::npos;
}

bool is_of_alphabet(char32_t point)
{
    return may_stand_for_byte(point) && !is_emoji(point) && !is_ideograph(point) && !is_hangul(point) &&
           script_of(point) != 2 && script_of(point) != 11;
}

bool may_stand_for_byte(char32_t point)
{
    return point >= 0x00C0 && !is_invisible(point) && !is_accent(point) && !in(point, 0x2000, 0x206F) &&
           !in(point, 0x3000, 0x3020) && !in(point, 0xFF00, 0xFF20);
}

bool parts_by_spaces(char32_t point)
{
    return (point < 0x80 && in(point | 0x20U, 'a', 'z')) || in(point, 0x00C0, 0x02AF) ||
           in(point, 0x0370, 0x077F) || in(point, 0x10A0, 0x10FF) || in(point, 0x13A0, 0x167F) ||
           in(point, 0x1E00, 0x1FFF);
}

bool is_accent(char32_t point)
{
    return in(point, 0x0300, 0x036F);
}

}  // namespace safelead::words
