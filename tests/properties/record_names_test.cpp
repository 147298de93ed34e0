// Whatever is typed around it and however it is spelled: once everything that was found is replaced, no name
// of another person is left.

#include "record/letters.h"
#include "record/others_names.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

namespace safelead {
namespace {

using namespace record;

/// Names of several kinds; none is a word of the texts below, or of what is put in their place.
const std::vector<std::string> given_names{"Jordan", "Łucja",   "Anne-Marie", "Zoë", "Siân", "José",
                                           "Jürgen", "Mary Jo", "D’Arcy",     "Bo",  "Ольга"};
const std::vector<std::string> family_names{"Fielding", "O'Brien", "Błaszczyk", "Müller", "Smith-Jones",
                                            "van Dijk", "Ng",      "Nuñez",     "",       "Ødegård"};
const std::vector<std::string> around{" said ", ", and ", "\n", ": “", "” ",  " (",
                                      ") ",     ". ",     "/",  " – ", " 12 "};

template <class T>
T one_of(const std::vector<T>& all)
{
    return *rc::gen::elementOf(all);
}

std::string upper(std::string text)
{
    for (auto& letter : text)
        if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    return text;
}

std::string replaced(std::string text, std::string_view from, std::string_view to)
{
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

/// Without accents, as somebody types who has not got the keys.
std::string plain(const std::string& name)
{
    std::string out;
    for (const auto& letter : letters_of(name)) {
        if (letter.as == between_words || letter.as == apostrophe)
            out += name.substr(letter.begin, letter.end - letter.begin);
        else if (letter.as < 0x80)
            out += static_cast<char>(letter.as);
        else
            out += name.substr(letter.begin, letter.end - letter.begin);
    }
    return out;
}

std::string spelled_somehow(std::string name)
{
    if (*rc::gen::inRange(0, 3) == 0) name = plain(name);
    if (*rc::gen::inRange(0, 4) == 0) name = upper(name);
    if (*rc::gen::inRange(0, 4) == 0) name = replaced(name, "-", " ");
    if (*rc::gen::inRange(0, 4) == 0) name = replaced(name, "-", "");
    if (*rc::gen::inRange(0, 3) == 0) name = replaced(replaced(name, "’", "'"), "'", "");
    if (*rc::gen::inRange(0, 3) == 0) name = replaced(name, "'", "’");
    if (*rc::gen::inRange(0, 3) == 0) name += *rc::gen::element<std::string>("'s", "’s", "s", "'", "'ll");
    return name;
}

Identity somebody()
{
    return {one_of(given_names), one_of(family_names), "", {}, "", "", ""};
}

std::string a_way_to_name(const Identity& who)
{
    const auto given = spelled_somehow(who.given_name);
    if (who.family_name.empty()) return given;
    const auto family = spelled_somehow(who.family_name);
    switch (*rc::gen::inRange(0, 4)) {
        case 0:
            return given;
        case 1:
            return family;
        case 2:
            return family + ", " + given;
        default:
            return given + " " + family;
    }
}

/// The words of the text, as names are compared.
std::set<std::u32string> words_of(const std::string& text)
{
    const auto words = name_words(text);
    return {words.begin(), words.end()};
}

RC_GTEST_PROP(OthersNames, NoneIsLeftOnceAllThatWasFoundIsReplaced, ())
{
    const auto many = *rc::gen::inRange(1, 4);
    std::vector<OtherPerson> others;
    for (int i = 0; i < many; ++i)
        others.push_back({"Child " + std::string(1, static_cast<char>('B' + i)), {somebody()}, {}});
    std::string text;
    const auto pieces = *rc::gen::inRange(1, 8);
    for (int i = 0; i < pieces; ++i) {
        text += one_of(around);
        if (*rc::gen::inRange(0, 3) != 0) text += a_way_to_name(one_of(others).identities.front());
    }
    text += one_of(around);

    const OthersNames names{others, {}};
    const auto found = names.in(text);
    const auto out = with_names_replaced(text, found, [](const auto&) { return true; });
    const auto left = words_of(out);
    for (const auto& other : others) {
        const auto& identity = other.identities.front();
        for (const auto* name : {&identity.given_name, &identity.family_name})
            for (const auto& word : name_words(*name))
                if (word.size() > 1) RC_ASSERT(!left.contains(word));
    }
    RC_ASSERT(names.in(out).empty());
}

RC_GTEST_PROP(OthersNames, WhatIsFoundStandsInTheTextInOrderAndNothingElseIsChanged, ())
{
    const OthersNames names{{{"Child B", {somebody()}, {}}}, {}};
    const auto text = *rc::gen::arbitrary<std::string>();
    std::size_t last = 0;
    for (const auto& name : names.in(text)) {
        RC_ASSERT(name.begin >= last);
        RC_ASSERT(name.size > 0U);
        RC_ASSERT(name.begin + name.size <= text.size());
        last = name.begin + name.size;
    }
    RC_ASSERT(with_names_replaced(text, names.in(text), [](const auto&) { return false; }) == text);
}

}  // namespace
}  // namespace safelead
