#include "exchange/worked_examples.h"

#include "base/text.h"
#include "exchange/pack_parts.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace safelead::exchange {

namespace {

using namespace guidance;

constexpr std::array<std::string_view, 7> headings = {"What happened",    "Facts", "People",    "Advice",
                                                      "Where it is said", "Why",   "Checked by"};

struct Line {
    std::string text;
    int number;
};

struct Section {
    std::vector<Line> lines;
    int number = 0;
};

/// Reads one example, from its title to its end.
class ExampleReader {
public:
    ExampleReader(const PackFiles::File& file, const SourceNames& sources, const Vocabulary& vocabulary)
        : file_{file}, sources_{sources}, vocabulary_{vocabulary}
    {
    }

    Result<WorkedExample, PackFault> read(std::string name)
    {
        SL_TRY(divide());
        Facts facts = SL_TRY(read_facts());
        SL_TRY(read_people(facts));
        // Each first by itself: g++ 12 does not destroy what stands before an SL_TRY that leaves a list in
        // braces.
        auto advice = SL_TRY(read_advice());
        auto sources = SL_TRY(read_sources());
        auto checked_by = SL_TRY(read_checked_by());
        return WorkedExample{std::move(name),   title_,
                             prose(0),          std::move(facts),
                             std::move(advice), std::move(sources),
                             prose(5),          std::move(checked_by)};
    }

private:
    template <class Value>
    using Read = Result<Value, PackFault>;

    [[nodiscard]] Failed<PackFault> fault(int line, std::string field, std::string problem) const
    {
        return fail(PackFault{{file_.shown_as, line}, std::move(field), std::move(problem)});
    }

    Read<Done> divide()
    {
        if (!is_utf8(file_.content)) return fault(0, "", "is not UTF-8");
        int number = 0;
        std::size_t sections = 0;
        for (const std::string_view raw : split(file_.content, '\n')) {
            ++number;
            const std::string_view line = trim(raw);
            if (line.empty()) continue;
            if (title_.empty()) {
                if (!line.starts_with("# ")) return fault(number, "", "does not begin with a title");
                title_ = trim(line.substr(2));
            } else if (line.starts_with("#")) {
                if (sections >= headings.size() || line != "## " + std::string{headings.at(sections)})
                    return fault(number, std::string{line}, "is not the section that should stand here");
                sections_.at(sections++).number = number;
            } else {
                if (sections == 0) return fault(number, "", "stands before the first section");
                add_line(sections_.at(sections - 1), raw, number);
            }
        }
        if (sections < headings.size())
            return fault(number, std::string{headings.at(sections)}, "is missing");
        for (std::size_t i = 0; i < headings.size(); ++i)
            if (sections_.at(i).lines.empty())
                return fault(sections_.at(i).number, std::string{headings.at(i)}, "is empty");
        return Done{};
    }

    static void add_line(Section& section, std::string_view raw, int number)
    {
        const bool goes_on = raw.starts_with("  ") && !section.lines.empty();
        if (goes_on) {
            section.lines.back().text += " " + std::string{trim(raw)};
        } else {
            section.lines.push_back({std::string{trim(raw)}, number});
        }
    }

    [[nodiscard]] std::string prose(std::size_t section) const
    {
        std::string text;
        for (const Line& line : sections_.at(section).lines) text += (text.empty() ? "" : " ") + line.text;
        return text;
    }

    struct Item {
        std::string_view name;
        std::string_view value;
        int line;
    };

    /// "* name: value"
    Read<Item> item(const Line& line) const
    {
        const std::string_view text = line.text;
        const auto colon = text.find(':');
        if (!text.starts_with("* ") || colon == std::string_view::npos ||
            trim(text.substr(colon + 1)).empty())
            return fault(line.number, "", "is not \"* name: value\"");
        return Item{trim(text.substr(2, colon - 2)), trim(text.substr(colon + 1)), line.number};
    }

    Read<Facts> read_facts() const
    {
        Facts facts;
        for (const Line& line : sections_[1].lines) {
            const Item item = SL_TRY(this->item(line));
            for (const std::string_view part : split(item.name, ',')) {
                const std::string_view fact = trim(part);
                const auto checked = vocabulary_.check(fact, item.value);
                if (!checked) return fault(item.line, checked.error().field, checked.error().problem);
                if (facts.value(fact) != unknown_value)
                    return fault(item.line, std::string{fact}, "is answered twice");
                facts.set(fact, item.value);
            }
        }
        return facts;
    }

    Read<Done> read_people(Facts& facts) const
    {
        const auto& lines = sections_[2].lines;
        if (lines.size() == 1 && lines.front().text == "Nobody.") return Done{};
        for (const Line& line : lines) {
            const Item item = SL_TRY(this->item(line));
            Person person;
            person.ref = item.name;
            SL_TRY(read_person(item, person));
            const auto added = facts.add(std::move(person));
            if (!added) return fault(item.line, added.error().field, added.error().problem);
        }
        return Done{};
    }

    Read<Done> read_person(const Item& item, Person& person) const
    {
        const auto parts = split(item.value, ';');
        for (const std::string_view word : split(parts.front(), ',')) {
            const auto role = parse_role(trim(word));
            if (!role) return fault(item.line, std::string{trim(word)}, "is not a role");
            person.roles.add(*role);
        }
        for (std::size_t i = 1; i < parts.size(); ++i) SL_TRY(read_detail(item, trim(parts[i]), person));
        return Done{};
    }

    Read<Done> read_detail(const Item& item, std::string_view part, Person& person) const
    {
        if (part == "age then not known") return Done{};
        for (const std::string_view when : {" then", " now"}) {
            if (!part.ends_with(when)) continue;
            const std::string_view digits = part.substr(0, part.size() - when.size());
            int age = 0;
            const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), age);
            if (error != std::errc{} || end != digits.data() + digits.size())
                return fault(item.line, std::string{part}, "is not an age");
            (when == " then" ? person.age_at_event : person.age) = age;
            return Done{};
        }
        const auto space = part.find(' ');
        const std::string_view word = space == std::string_view::npos ? "" : part.substr(space + 1);
        const auto basis = part.starts_with("age ") ? parse_age_basis(word) : std::nullopt;
        const auto setting = part.starts_with("setting ") ? parse_setting(word) : std::nullopt;
        if (!basis && !setting)
            return fault(item.line, std::string{part}, "is not what can be said of a person");
        if (basis) person.age_basis = *basis;
        if (setting) person.setting = *setting;
        return Done{};
    }

    template <class Name>
    static std::vector<Name> names(std::string_view list)
    {
        std::vector<Name> all;
        if (list == "none") return all;
        for (const std::string_view part : split(list, ',')) all.emplace_back(std::string{trim(part)});
        return all;
    }

    Read<ExpectedAdvice> read_advice() const
    {
        static constexpr std::array<std::string_view, 8> order = {
            "category", "route", "consult", "criteria", "safety_rules", "unresolved", "indicators", "flags"};
        const Section& section = sections_[3];
        if (section.lines.size() != order.size())
            return fault(section.number, "Advice", "does not have the eight lines that it should have");
        std::array<std::string_view, 8> said;
        for (std::size_t i = 0; i < order.size(); ++i) {
            const Item item = SL_TRY(this->item(section.lines[i]));
            if (item.name != order.at(i))
                return fault(item.line, std::string{item.name},
                             "stands where " + std::string{order.at(i)} + " should stand");
            said.at(i) = item.value;
        }
        return ExpectedAdvice{Code{std::string{said[0]}},
                              Code{std::string{said[1]}},
                              said[2] == "none" ? std::nullopt : std::optional{Code{std::string{said[2]}}},
                              names<Code>(said[3]),
                              names<Code>(said[4]),
                              names<FactId>(said[5]),
                              names<Code>(said[6]),
                              names<Code>(said[7])};
    }

    Read<std::vector<Source>> read_sources() const
    {
        std::vector<Source> all;
        for (const Line& line : sections_[4].lines) {
            const Item item = SL_TRY(this->item(line));
            const auto found = sources_.find(item.name);
            if (found == sources_.end())
                return fault(item.line, std::string{item.name}, "is not a source that pack.json has");
            all.push_back(found->second);
            all.back().section = item.value;
        }
        return all;
    }

    Read<std::vector<std::string>> read_checked_by() const
    {
        std::vector<std::string> all;
        const auto& lines = sections_[6].lines;
        if (lines.size() == 1 && lines.front().text == "Nobody yet.") return all;
        for (const Line& line : lines) {
            const auto comma = line.text.rfind(',');
            const bool has_date =
                comma != std::string::npos && parse_date(trim(std::string_view{line.text}.substr(comma + 1)));
            if (!line.text.starts_with("* ") || !has_date)
                return fault(line.number, "Checked by", "is not \"* name, role, 2026-12-01\"");
            all.push_back(line.text.substr(2));
        }
        return all;
    }

    const PackFiles::File& file_;
    const SourceNames& sources_;
    const Vocabulary& vocabulary_;
    std::string title_;
    std::array<Section, headings.size()> sections_;
};

}  // namespace

Result<std::vector<WorkedExample>, PackFault> parse_worked_examples(const PackFiles& files,
                                                                    const Vocabulary& vocabulary)
{
    std::vector<WorkedExample> all;
    if (files.examples.empty()) return all;
    const SourceNames sources = SL_TRY(source_names(files));
    for (const auto& [name, file] : files.examples)
        all.push_back(SL_TRY(ExampleReader(file, sources, vocabulary).read(name)));
    return all;
}

}  // namespace safelead::exchange
