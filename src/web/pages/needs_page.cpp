#include "web/html/components.h"
#include "web/pages/assessment_page.h"
#include "web/pages/assessment_words.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <array>

namespace safelead::web {

namespace {

using record::NeedState;

constexpr std::array states{NeedState::offered, NeedState::accepted, NeedState::declined,
                            NeedState::not_needed};

std::string state_field(std::string_view need)
{
    return fmt::format("need-{}", need);
}

std::string words_field(std::string_view need)
{
    return fmt::format("words-{}", need);
}

std::string number_of(NeedState state)
{
    return fmt::format("{}", static_cast<int>(state));
}

}  // namespace

Html needs_page(const FormWriter& form, const CaseView& view, const record::CasePerson& person,
                const FormFrame& frame)
{
    const auto& say = form.say();
    Html out;
    out << form.error_summary()
        << case_header(say, view, CasePlace::questions, say("What {0} needs"_p, {view.called(person.ref)}))
        << "<p class=\"govuk-body\">"
        << say("Every child in an incident has needs, whatever they did. Say what was offered, what was "
               "accepted, and what was declined or is not needed, with the reason. The plan for keeping the "
               "child "
               "safe is the "
               "[support and safety plan](/cases/{0}/records/support)."_p,
               {view.reference()})
        << "</p>";
    const auto needs = record::needs_of(view.state, person);
    if (needs.empty())
        return out << "<p class=\"govuk-body\">" << say("They are an adult: this page is about children."_p)
                   << "</p>";
    const bool takes = view.takes(access::Action::change_case);
    if (takes) out << form.open(frame);
    std::optional<record::PartHad> part;
    for (const auto& need : needs) {
        if (part != need.part)
            out << "<h2 class=\"govuk-heading-m\">" << say(words_of_part(need.part)) << "</h2>";
        part = need.part;
        std::vector<Choice> choices;
        for (const auto state : states)
            choices.push_back({.value = number_of(state), .label = say(words_of_state(state))});
        out << form.radios(state_field(need.id), say(words_of_need(need.id)), {}, std::move(choices),
                           Layout::inline_small, LegendSize::s)
            << form.line(words_field(need.id),
                         say("Who offers it; or why not: {0}"_p, {say.plain(words_of_need(need.id))}));
    }
    if (takes)
        out << Button{.content = say("Save what this child needs"_p), .prevents_double_click = true}
            << FormWriter::close();
    return out << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\""
               << text(view.address("assessment")) << "\">" << say("Back to the assessment"_p) << "</a></p>";
}

FormFields needs_as_known(const CaseView& view, const record::CasePerson& person)
{
    FormFields known;
    for (const auto& need : record::needs_of(view.state, person)) {
        const auto* answer = record::need_answer(view.state, person.ref, need.id);
        if (answer == nullptr) continue;
        known.add(state_field(need.id), number_of(answer->state));
        known.add(words_field(need.id), answer->words);
    }
    return known;
}

Result<Typed<record::CaseCommand>, FormErrors> parse_needs(const FormFields& typed,
                                                           const directory::Zone& zone, const CaseView& view,
                                                           const record::CasePerson& person)
{
    FormReader read{typed, zone};
    const auto command = read.command();
    record::NeedsAnswered answered{.by = view.looker, .about = person.ref, .needs = {}};
    for (const auto& need : record::needs_of(view.state, person)) {
        auto words = read.words(words_field(need.id));
        const auto chosen = typed.text(state_field(need.id));
        const auto state = std::ranges::find(states, chosen, number_of);
        if (state == states.end()) {
            if (!words.empty())
                read.wrong(state_field(need.id), "Choose whether it was offered, accepted or declined"_p);
            continue;
        }
        record::NeedAnswer answer{std::string{need.id}, *state, std::move(words)};
        const auto* stands = record::need_answer(view.state, person.ref, need.id);
        if (stands == nullptr || *stands != answer) answered.needs.push_back(std::move(answer));
    }
    if (answered.needs.empty() && read.errors().empty())
        read.wrong("form", "Nothing was changed. Answer at least one line"_p);
    return read.finish(Typed<record::CaseCommand>{command, record::KeepRecord{std::move(answered)}});
}

std::vector<ShownField> needs_fields(const Speaker& say, const record::NeedsAnswered& answered)
{
    std::vector<ShownField> fields;
    for (const auto& need : answered.needs) {
        auto words = say.plain(words_of_state(need.state));
        if (!need.words.empty()) words += fmt::format(": {}", need.words);
        fields.push_back({words_of_need(need.need), std::move(words)});
    }
    return fields;
}

}  // namespace safelead::web
