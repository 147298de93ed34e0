#include "web/forms/advise_form.h"

#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

namespace safelead::web {

namespace {

constexpr int fewest_people = 2;
constexpr std::string_view fact_prefix = "fact-";
constexpr Phrase not_offered = "Choose one of the answers that are offered"_p;

/// Nothing if it is no whole number from 0 to `most`.
std::optional<int> number_in(std::string_view text, int most)
{
    int number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    if (number < 0 || number > most) return std::nullopt;
    return number;
}

class AdviseReader {
public:
    AdviseReader(const FormFields& typed, const guidance::Pack& pack) : typed_{typed}, pack_{pack} {}

    Result<guidance::Facts, FormErrors> read()
    {
        for (const auto& question : pack_.questions()) answer(question);
        const int room = room_for(typed_);
        for (int place = 0; place < room; ++place) person(place);
        if (!errors_.empty()) return fail(std::move(errors_));
        return std::move(facts_);
    }

private:
    void answer(const guidance::Question& question)
    {
        using guidance::AnswerType;
        if (question.type == AnswerType::ages || question.type == AnswerType::free_word) return;
        const auto name = fmt::format("{}{}", fact_prefix, question.fact.text());
        const auto value = typed_.text(name);
        if (value.empty()) return;
        if (pack_.vocabulary().check(question.fact.text(), value))
            facts_.set(question.fact, value);
        else
            wrong(name, not_offered);
    }

    void person(int place)
    {
        guidance::Person person{.ref = letter_of(place), .roles = {}, .age = {}, .age_at_event = {}};
        for (const auto word : typed_.all(field_of("role", place))) {
            if (const auto role = guidance::parse_role(word))
                person.roles.add(*role);
            else
                wrong(field_of("role", place), not_offered);
        }
        person.age = age(field_of("age", place));
        person.age_at_event = age(field_of("age-then", place));
        const auto basis = field_of("basis", place);
        const auto setting = field_of("setting", place);
        person.age_basis = chosen(basis, guidance::parse_age_basis).value_or(guidance::AgeBasis::unknown);
        person.setting = chosen(setting, guidance::parse_setting).value_or(guidance::Setting::unknown);
        if (person.roles.empty()) {
            if (was_described(person))
                wrong(field_of("role", place), "Tick what {0} did, or say nothing else of them"_p,
                      letter_of(place));
            return;
        }
        if (!facts_.add(std::move(person))) throw_bug("two people of the form have one letter");
    }

    static bool was_described(const guidance::Person& person)
    {
        return person.age || person.age_at_event || person.age_basis != guidance::AgeBasis::unknown ||
               person.setting != guidance::Setting::unknown;
    }

    std::optional<int> age(const std::string& name)
    {
        const auto word = typed_.text(name);
        if (word.empty()) return std::nullopt;
        const auto years = number_in(word, oldest_offered);
        if (!years) wrong(name, not_offered);
        return years;
    }

    template <class Parse>
    auto chosen(const std::string& name, Parse parse) -> decltype(parse(std::string_view{}))
    {
        const auto word = typed_.text(name);
        if (word.empty()) return std::nullopt;
        const auto value = parse(word);
        if (!value) wrong(name, not_offered);
        return value;
    }

    void wrong(const std::string& field, const Phrase& words, std::string about = {})
    {
        errors_.push_back({field, words, std::move(about)});
    }

    const FormFields& typed_;
    const guidance::Pack& pack_;
    guidance::Facts facts_;
    FormErrors errors_;
};

}  // namespace

std::string letter_of(int place)
{
    return std::string(1, static_cast<char>('A' + place));
}

std::string field_of(std::string_view what, int place)
{
    return fmt::format("{}-{}", what, letter_of(place));
}

int room_for(const FormFields& typed)
{
    return std::max(fewest_people, number_in(typed.text(people_field), most_letters).value_or(fewest_people));
}

Result<guidance::Facts, FormErrors> parse_advise(const FormFields& typed, const guidance::Pack& pack)
{
    return AdviseReader{typed, pack}.read();
}

}  // namespace safelead::web
