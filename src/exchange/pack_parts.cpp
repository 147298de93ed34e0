// batch: alone (it takes all of guidance's names)
#include "exchange/pack_parts.h"

#include "exchange/deadline.h"

#include <algorithm>
#include <array>
#include <optional>

namespace safelead::exchange {

namespace {

using namespace guidance;

/// Reads every object of a list with `read(members, index)`.
template <class Item, class Read>
Parts<Item> each(const PackPage& page, const JsonTree& list, const std::string& path, Read read)
{
    if (list.kind != JsonTree::Kind::array) return fail(FieldFault{list.line, path, "is not a list"});
    std::vector<Placed<Item>> parts;
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        auto members = SL_TRY(MemberReader::of(list.items[i], path + "[" + std::to_string(i) + "]"));
        Item item = SL_TRY(read(members));
        SL_TRY(members.nothing_else());
        parts.push_back({std::move(item), page.at(members.line())});
    }
    return parts;
}

template <class Value>
struct Word {
    std::string_view word;
    Value value;
};

template <class Value, std::size_t count>
Result<Value, FieldFault> read_word(MemberReader& members, std::string_view name,
                                    const std::array<Word<Value>, count>& words)
{
    const std::string text = SL_TRY(members.text(name));
    const auto found = std::ranges::find(words, text, &Word<Value>::word);
    if (found != words.end()) return found->value;
    std::string list;
    for (const auto& word : words) list += (list.empty() ? "" : ", ") + std::string{word.word};
    return members.fault(name, "is not one of " + list);
}

Result<Standing, FieldFault> read_standing(MemberReader& members)
{
    static constexpr std::array<Word<Standing>, 2> words = {
        {{"guidance", Standing::guidance}, {"project rule", Standing::project_rule}}};
    return read_word(members, "kind", words);
}

Result<std::vector<Code>, FieldFault> read_codes(MemberReader& members, std::string_view name)
{
    std::vector<Code> codes;
    for (std::string& text : SL_TRY(members.texts_if_any(name))) codes.emplace_back(std::move(text));
    return codes;
}

Result<Rule, FieldFault> read_rule(MemberReader& members, const SourceNames& names, std::string_view gives)
{
    RuleId id{SL_TRY(members.text("id"))};
    Code code{SL_TRY(members.text(gives))};
    std::string when = SL_TRY(members.text("when"));
    Source source = SL_TRY(read_source(members, names));
    const Standing standing = SL_TRY(read_standing(members));
    return Rule{std::move(id), std::move(code), std::move(when), std::move(source), standing};
}

Result<Step, FieldFault> read_step(MemberReader& members, const SourceNames& names)
{
    static constexpr std::array<Word<Owner>, 4> owners = {
        {{"dsl", Owner::dsl}, {"head", Owner::head}, {"reporter", Owner::reporter}, {"any", Owner::any}}};
    StepId id{SL_TRY(members.text("id"))};
    std::string words = SL_TRY(members.text("words"));
    const Owner owner = SL_TRY(read_word(members, "owner", owners));
    const Deadline deadline = SL_TRY(read_deadline(members));
    auto any_of = SL_TRY(read_codes(members, "when"));
    auto and_any = SL_TRY(read_codes(members, "and_any"));
    auto unless = SL_TRY(read_codes(members, "unless"));
    Source source = SL_TRY(read_source(members, names));
    const Standing standing = SL_TRY(read_standing(members));
    return Step{std::move(id),     std::move(words),  owner,
                deadline,          std::move(any_of), std::move(and_any),
                std::move(unless), std::move(source), standing};
}

Result<Question, FieldFault> read_question(MemberReader& members, const SourceNames& names)
{
    FactId fact{SL_TRY(members.text("fact"))};
    const std::string type = SL_TRY(members.text_or_empty("type"));
    if (!type.empty() && type != "ages") return members.fault("type", "is not ages; leave it out for a fact");
    std::string words = SL_TRY(members.text("words"));
    std::string help = SL_TRY(members.text_or_empty("help"));
    std::string why = SL_TRY(members.text("why"));
    auto who = SL_TRY(members.texts("who"));
    Source source = SL_TRY(read_source(members, names));
    // A fact's own type and values are those of the vocabulary; build_pack fills them in.
    return Question{std::move(fact),  type.empty() ? AnswerType::choice : AnswerType::ages,
                    std::move(words), std::move(help),
                    std::move(why),   {},
                    std::move(who),   std::move(source)};
}

}  // namespace

Result<SourceNames, FieldFault> read_source_names(MemberReader& members)
{
    SourceNames names;
    const JsonTree* list = SL_TRY(members.array("sources"));
    for (std::size_t i = 0; i < list->items.size(); ++i) {
        const std::string path = "sources[" + std::to_string(i) + "]";
        auto source = SL_TRY(MemberReader::of(list->items[i], path));
        const std::string name = SL_TRY(source.text("name"));
        Source named{SL_TRY(source.text("document")), SL_TRY(source.text("edition")), ""};
        SL_TRY(source.nothing_else());
        if (!names.emplace(name, std::move(named)).second) return source.fault("name", "is used twice");
    }
    return names;
}

Result<Source, FieldFault> read_source(MemberReader& members, const SourceNames& names)
{
    const auto parts = SL_TRY(members.texts("source"));
    if (parts.size() != 2) return members.fault("source", "is not the name of a source and a section");
    const auto found = names.find(parts[0]);
    if (found == names.end()) return members.fault("source", "names a source that pack.json does not have");
    Source source = found->second;
    source.section = parts[1];
    return source;
}

Result<Date, FieldFault> read_date(MemberReader& members, std::string_view name)
{
    const std::string text = SL_TRY(members.text(name));
    const auto date = parse_date(text);
    if (!date) return members.fault(name, "is not a date like 2024-03-11");
    return *date;
}

Parts<Rule> read_rules(const PackPage& page, const JsonTree& list, const std::string& path,
                       const SourceNames& names, std::string_view gives)
{
    return each<Rule>(page, list, path,
                      [&](MemberReader& members) { return read_rule(members, names, gives); });
}

Parts<Step> read_steps(const PackPage& page, const JsonTree& list, const std::string& path,
                       const SourceNames& names)
{
    return each<Step>(page, list, path, [&](MemberReader& members) { return read_step(members, names); });
}

Parts<NamedCondition> read_named(const PackPage& page, const JsonTree& list, const std::string& path,
                                 std::string_view condition)
{
    return each<NamedCondition>(
        page, list, path, [condition](MemberReader& members) -> Result<NamedCondition, FieldFault> {
            return NamedCondition{SL_TRY(members.text("name")), SL_TRY(members.text(condition))};
        });
}

Parts<Route> read_routes(const PackPage& page, const JsonTree& list, const std::string& path)
{
    using Referral = Route::Referral;
    static constexpr std::array<Word<Referral>, 2> words = {
        {{"yes", Referral::referring}, {"no", Referral::not_referring}}};
    return each<Route>(page, list, path, [](MemberReader& members) -> Result<Route, FieldFault> {
        return Route{Code{SL_TRY(members.text("route"))}, SL_TRY(members.integer("severity")),
                     SL_TRY(read_word(members, "refers", words))};
    });
}

Parts<Vocabulary::Entry> read_vocabulary(const PackPage& page)
{
    static constexpr std::array<Word<AnswerType>, 3> words = {{{"three_valued", AnswerType::three_valued},
                                                               {"choice", AnswerType::choice},
                                                               {"free_word", AnswerType::free_word}}};
    return each<Vocabulary::Entry>(
        page, page.tree, "", [](MemberReader& members) -> Result<Vocabulary::Entry, FieldFault> {
            FactId fact{SL_TRY(members.text("fact"))};
            const AnswerType type = SL_TRY(read_word(members, "type", words));
            auto values = SL_TRY(members.texts_if_any("values"));
            if (values.empty() != (type == AnswerType::free_word))
                return members.fault("values", "must be there, but not for a free word");
            return Vocabulary::Entry{std::move(fact), type, std::move(values)};
        });
}

Parts<Question> read_questions(const PackPage& page, const SourceNames& names)
{
    return each<Question>(page, page.tree, "",
                          [&](MemberReader& members) { return read_question(members, names); });
}

Parts<Term> read_terms(const PackPage& page)
{
    return each<Term>(page, page.tree, "", [](MemberReader& members) -> Result<Term, FieldFault> {
        Code code{SL_TRY(members.text("code"))};
        std::string words = SL_TRY(members.text("words"));
        std::string meaning = SL_TRY(members.text_or_empty("meaning"));
        const std::string audience = SL_TRY(members.text_or_empty("audience"));
        if (!audience.empty() && audience != "officers") return members.fault("audience", "is not officers");
        return Term{std::move(code), std::move(words), std::move(meaning),
                    audience.empty() ? Term::Audience::everyone : Term::Audience::officers};
    });
}

Parts<ChangeSaid> read_changes(const PackPage& page, const JsonTree& list, const std::string& path,
                               const SourceNames& names)
{
    return each<ChangeSaid>(page, list, path, [&](MemberReader& members) -> Result<ChangeSaid, FieldFault> {
        auto about = SL_TRY(members.texts("about"));
        std::string words = SL_TRY(members.text("words"));
        Source source = SL_TRY(read_source(members, names));
        if (about.empty()) return members.fault("about", "names nothing");
        return ChangeSaid{std::move(about), std::move(words), std::move(source)};
    });
}

}  // namespace safelead::exchange
