// Data that is written in other letters than Latin ones, in emoji, in squares or in colours goes; names in
// every script, rows of emoji, forms, ticks and style sheets stay.

#include "base/text.h"
#include "words/typed.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <functional>

namespace safelead::words {
namespace {

/// In no order; the same on every run.
class Numbers {
public:
    std::size_t below(std::size_t limit)
    {
        state_ = state_ * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::size_t>(state_ >> 40U) % limit;
    }

private:
    std::uint64_t state_ = 7;
};

std::string utf8(char32_t point)
{
    std::string text;
    append_utf8(text, point);
    return text;
}

std::string many(std::size_t count, const std::function<std::string(std::size_t)>& one)
{
    std::string all;
    for (std::size_t i = 0; i < count; ++i) all += one(i);
    return all;
}

void expect_taken(const std::string& data, std::string_view what)
{
    const auto typed = take_out_data("Sam told me at break.\n" + data + "\nThen the bell rang.");
    EXPECT_TRUE(typed.text.starts_with("Sam told me at break.\n")) << what;
    EXPECT_TRUE(typed.text.ends_with("\nThen the bell rang.")) << what;
    // Ends that fill no window of their own may be left.
    EXPECT_LT(typed.text.size(), 250 + data.size() / 12) << what << ": " << typed.text.substr(0, 400);
    EXPECT_TRUE(take_out_data(typed.text).is_as_typed()) << what;
}

void expect_kept(const std::string& text, std::string_view what)
{
    const auto typed = take_out_data(text);
    EXPECT_TRUE(typed.is_as_typed()) << what << ": " << typed.text.substr(0, 400);
    EXPECT_EQ(typed.text, text) << what;
}

/// So many letters from `first` on, `step` apart, as digits.
struct Alphabet {
    std::string_view name;
    char32_t first;
    std::size_t size;
    char32_t step = 1;
};

TEST(Characters, DataInLettersThatAreNotLatinAndInEmojiGoes)
{
    constexpr std::array alphabets{
        Alphabet{"hiragana 64", 0x3041, 64},   Alphabet{"Cyrillic 32", 0x0430, 32},
        Alphabet{"Cyrillic 64", 0x0410, 64},   Alphabet{"Arabic 16", 0x0628, 16},
        Alphabet{"Devanagari 32", 0x0915, 32}, Alphabet{"ideographs 256", 0x4E00, 256, 20},
        Alphabet{"emoji 16", 0x1F600, 16},     Alphabet{"emoji 64", 0x1F600, 64}};
    for (const Alphabet& alphabet : alphabets)
        for (const std::size_t length : {1U, 6U, 20U, 4000U}) {
            Numbers numbers;
            expect_taken(many(4000,
                              [&](std::size_t i) {
                                  const auto digit = static_cast<char32_t>(numbers.below(alphabet.size));
                                  return (i > 0 && i % length == 0 ? " " : "") +
                                         utf8(alphabet.first + alphabet.step * digit);
                              }),
                         std::string{alphabet.name} + " in pieces of " + std::to_string(length));
        }
}

TEST(Characters, ListsOfNamesStay)
{
    struct Names {
        std::array<std::string_view, 12> first;
        std::array<std::string_view, 12> second;
        std::string_view between;
    };
    constexpr std::array lists{
        Names{{"Александр", "Мария", "Иван", "Юлия", "Фёдор", "Жанна", "Цветана", "Эдуард", "Яна", "Ольга",
               "Глеб", "Хава"},
              {"Иванов", "Щербаков", "Цой", "Жуков", "Юсупов", "Яшин", "Чехов", "Быков", "Лебедь", "Мухин",
               "Зуев", "Рощин"},
              " "},
        Names{
            {"محمد", "فاطمة", "زينب", "طارق", "ظافر", "غسان", "ثامر", "شيماء", "صفاء", "خديجة", "عمر", "قيس"},
            {"الخطيب", "حداد", "شاهين", "قباني", "غزال", "ضاهر", "الطويل", "عثمان", "جابر", "بكر", "ذيب",
             "سالم"},
            " "},
        Names{
            {"王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙"},
            {"梓涵", "子轩", "宇睿", "浩怡", "欣彤", "雨萱", "思琪", "佳杰", "俊豪", "一辰", "嘉航", "诗妍"},
            ""},
        Names{
            {"김", "이", "박", "최", "정", "강", "조", "윤", "장", "임", "한", "오"},
            {"민준", "서연", "지우", "하은", "도윤", "예린", "주호", "준영", "현민", "수빈", "건희", "채원"},
            ""},
        Names{{"さとう", "すずき", "たかはし", "たなか", "わたなべ", "いとう", "なかむら", "こばやし",
               "やまもと", "かとう", "よしだ", "もり"},
              {"さくら", "ひなた", "ゆい", "はると", "そうた", "りく", "めい", "あおい", "ほのか", "ちひろ",
               "えま", "つむぎ"},
              " "},
        Names{{"สมชาย", "ปิยะ", "ณัฐพล", "กมล", "ขวัญใจ", "ฉัตรชัย", "ธนากร", "ฐิติ", "ภาณุ", "ศิริพร", "อรุณ", "วิชัย"},
              {"ใจดี", "ศรีสุข", "ทองดี", "แสงทอง", "บุญมี", "เจริญสุข", "ฤทธิ์เดช", "พงษ์ไทย", "มั่นคง", "รักษา", "สุขใจ",
               "ดีงาม"},
              " "},
    };
    for (const Names& names : lists) {
        Numbers numbers;
        expect_kept(many(900,
                         [&](std::size_t) {
                             return std::string{names.first[numbers.below(12)]}
                                        .append(names.between)
                                        .append(names.second[numbers.below(12)]) +
                                    "\n";
                         }),
                    names.first[0]);
    }
}

TEST(Characters, EmojiAsChildrenWriteThemStay)
{
    constexpr std::array faces{"😂", "😭", "🥰", "😍", "🔥", "👍", "🙏", "😘", "🎉", "😅", "💕", "🤔",
                               "👀", "💪", "✨", "😎", "💯", "🙄", "😳", "🤣", "😊", "😩", "💀", "🤡"};
    Numbers numbers;
    expect_kept(
        many(3000, [&](std::size_t) { return faces[numbers.below(1 + numbers.below(faces.size()))]; }),
        "some more than others");
    expect_kept(many(600,
                     [&](std::size_t) {
                         const std::string one = faces[numbers.below(faces.size())];
                         return many(1 + numbers.below(8), [&](std::size_t) { return one; });
                     }),
                "the same again and again");
    expect_kept(many(300, [](std::size_t) { return "❤️🧡💛💚💙💜🖤🤍🤎"; }), "hearts");
    expect_kept(many(400,
                     [&](std::size_t i) {
                         return "[12/03/2026, 16:" + std::to_string(10 + i % 50) + "] Sam Reed: " +
                                many(8, [&](std::size_t) { return faces[numbers.below(faces.size())]; }) +
                                "\n";
                     }),
                "a chat");
}

/// How bright a drawing of rings is at a place, of so many steps.
std::size_t ring_at(std::size_t row, std::size_t column, std::size_t steps)
{
    const auto down = row > 30 ? row - 30 : 30 - row;
    const auto along = column > 60 ? column - 60 : 60 - column;
    return (down * down * 4 + along * along + down * along) / 400 % steps;
}

TEST(Characters, PicturesDrawnInSignsGo)
{
    const auto drawn = [](const std::vector<std::string>& steps) {
        return many(60, [&](std::size_t row) {
            return many(120, [&](std::size_t column) { return steps[ring_at(row, column, steps.size())]; }) +
                   "\n";
        });
    };
    expect_taken(drawn({"⬜", "⬛"}), "squares");
    expect_taken(drawn({"⬜", "🟨", "🟧", "🟥", "⬛"}), "coloured squares");
    expect_taken(drawn({" ", ".", ":", "-", "=", "+", "*", "#", "%", "@"}), "signs");
    expect_taken(drawn({"#", " "}), "one sign");
    Numbers numbers;
    const auto bits = [&](std::string_view line_end, std::size_t width) {
        return many(6000, [&](std::size_t i) {
            return std::string{numbers.below(2) == 0 ? "●" : "○"}.append(i % width == width - 1 ? line_end
                                                                                                : "");
        });
    };
    expect_taken(bits("\n", 8), "bytes in circles");
    expect_taken(bits("", 8), "one row of circles");
}

TEST(Characters, FormsTicksBarsAndSmallDrawingsStay)
{
    const auto lines = [](std::size_t count, const std::string& line) {
        return many(count, [&](std::size_t) { return line; });
    };
    Numbers numbers;
    expect_kept(lines(60, std::string(70, '_') + "\n"), "blank lines");
    expect_kept(many(60, [&](std::size_t) { return std::string(40 + numbers.below(30), '_') + "  ____\n"; }),
                "blank lines of any length");
    expect_kept(lines(40, "+" + lines(5, "------------+") + "\n|" + lines(5, "            |") + "\n"),
                "a table");
    expect_kept(many(200, [](std::size_t i) { return std::to_string(i + 1) + ". ☐ Yes ☐ No\n"; }),
                "yes or no");
    for (const std::string between : {" ", "\t", ",", " | "})
        expect_kept(many(60,
                         [&](std::size_t) {
                             return many(40,
                                         [&](std::size_t) {
                                             return (numbers.below(3) == 0 ? "🔴" : "🟢") + between;
                                         }) +
                                    "\n";
                         }),
                    "lights by '" + between + "'");
    expect_kept(many(300,
                     [&](std::size_t) {
                         const auto full = numbers.below(11);
                         return lines(full, "●") + lines(10 - full, "○") + "\n";
                     }),
                "bars");
    expect_kept(lines(600, "■□") + "\n" + lines(40, lines(30, "~*") + "\n"), "ornaments");
    expect_kept(
        lines(40, "⬜🟥🟥⬜🟥🟥⬜\n🟥🟥🟥🟥🟥🟥🟥\n⬜🟥🟥🟥🟥🟥⬜\n⬜⬜🟥🟥🟥⬜⬜\n⬜⬜⬜🟥⬜⬜⬜\n\n"),
        "hearts");
}

std::string hex_of(std::size_t value)
{
    constexpr std::string_view digits = "0123456789abcdef";
    return {digits[value / 16 % 16], digits[value % 16]};
}

TEST(Characters, PicturesInColoursGo)
{
    const auto picture = [](const std::function<std::string(std::size_t, std::size_t, std::size_t)>& point) {
        return many(60 * 64,
                    [&](std::size_t i) { return point(i % 64, i / 64, 4 * ring_at(i / 64, i % 64, 60)); });
    };
    const auto place = [](std::size_t x, std::size_t y) {
        return std::to_string(x) + "px " + std::to_string(y) + "px ";
    };
    expect_taken(
        picture([](auto, auto, auto grey) { return "#" + hex_of(grey) + hex_of(grey) + hex_of(grey) + " "; }),
        "greys");
    expect_taken(picture([&](auto x, auto y, auto grey) {
                     return place(x, y) + "#" + hex_of(grey) + hex_of(grey / 2) + hex_of(grey / 3) + ", ";
                 }),
                 "a shadow");
    expect_taken(picture([&](auto x, auto y, auto grey) {
                     return place(x, y) + "rgb(" + std::to_string(grey) + "," + std::to_string(grey / 2) +
                            ",9), ";
                 }),
                 "a shadow in numbers");
}

TEST(Characters, StyleSheetsTicketsAndHashtagsStay)
{
    Numbers numbers;
    expect_kept(many(400,
                     [](std::size_t i) {
                         return ".note { color: #" + hex_of(i) + hex_of(i / 2) +
                                "7f; background: rgb(9, 9, " + std::to_string(i % 256) + "); margin: 2px }\n";
                     }),
                "a style sheet");
    expect_kept(
        many(600, [&](std::size_t) { return "#" + std::to_string(100'000 + numbers.below(900)) + " "; }),
        "tickets");
    expect_kept(many(200, [](std::size_t i) { return i % 2 == 0 ? "#fed " : "#bad "; }), "hashtags");
}

}  // namespace
}  // namespace safelead::words
