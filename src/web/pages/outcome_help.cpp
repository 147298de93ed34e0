#include "web/pages/outcome_help.h"

#include "directory/local_time.h"
#include "web/html/components.h"
#include "web/html/words_row.h"
#include "web/pages/words.h"

#include <algorithm>
#include <array>

namespace safelead::web {

namespace {

using directory::OutcomeCode;

/// What a feature is, and what it says of outcome 21 where the case says that it is so, or that it is not.
struct FeatureWords {
    std::string_view thing;
    Phrase title;
    Phrase against;
    Phrase in_favour;
};

constexpr std::array features{
    FeatureWords{"adult", "Is an adult involved?"_p,
                 "Speaks against it: an adult is involved, or may be. That is child sexual abuse, and is "
                 "investigated."_p,
                 "Speaks for it: no adult is involved, and nobody whose identity is not known."_p},
    FeatureWords{"pressure", "Was there coercion, blackmail, grooming or a demand for money?"_p,
                 "Speaks against it: somebody was pressed, threatened or groomed, or is said to have been."_p,
                 "Speaks for it: no coercion, blackmail, grooming or demand for money."_p},
    FeatureWords{"profit", "Did anybody make a profit of it?"_p,
                 "Speaks against it: somebody made a profit, or is said to have."_p,
                 "Speaks for it: nobody made a profit."_p},
    FeatureWords{"malicious", "Was it meant to hurt?"_p,
                 "Speaks against it: malicious intent, or it is said that there was."_p,
                 "Speaks for it: no malicious intent."_p},
    FeatureWords{"repeat", "Has it happened before?"_p,
                 "Speaks against it: something like it happened before, or is said to have."_p,
                 "Speaks for it: nothing like it before."_p},
    FeatureWords{"spread", "Was it shared widely?"_p,
                 "Speaks against it: it was shared publicly, or with six or more."_p,
                 "Speaks for it: it was not shared publicly, and with five at most."_p},
};

std::pair<std::string, std::string> feature_part(const Speaker& say, const record::Finding& found)
{
    const auto words = std::ranges::find(features, found.thing, &FeatureWords::thing);
    if (words == features.end()) return {found.thing, found.words};
    std::string text;
    switch (found.answer) {
        case record::Answer::yes:
            text = say.plain(words->against);
            break;
        case record::Answer::no:
            text = say.plain(words->in_favour);
            break;
        case record::Answer::unknown:
            text =
                say.plain("Not known, or not all of it: that speaks neither for it nor against it. Ask."_p);
            break;
    }
    text += '\n';
    text += found.words.empty() ? say.plain("Nobody has answered this in the case."_p)
                                : say.plain("In the case: {0}"_p, {found.words});
    return {say.plain(words->title), std::move(text)};
}

/// Outcome 21 and those that are weighed beside it, each with when it is used and on whose word.
void add_outcomes(std::vector<std::pair<std::string, std::string>>& parts, const Speaker& say,
                  const ReferralPage& page)
{
    for (const std::string_view id : {"21", "22", "8", "20"}) {
        const auto* code = directory::find_outcome(page.view.offers.outcomes, id);
        if (code == nullptr || code->used_when.empty()) continue;
        parts.emplace_back(say.plain("Outcome {0}: {1}"_p, {code->id, code->words}),
                           say.plain("{0} Source: {1}. {2}"_p,
                                     {code->used_when, directory::words(code->grounds.sources),
                                      directory::checked_words(code->grounds, page.view.offers.today)}));
    }
}

/// A list is as good as the worst of it.
const OutcomeCode& least_checked(const std::vector<OutcomeCode>& outcomes)
{
    const auto unchecked =
        std::ranges::find_if(outcomes, [](const OutcomeCode& one) { return !one.grounds.verified_on; });
    return unchecked == outcomes.end() ? outcomes.front() : *unchecked;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> outcome_help_parts(const Speaker& say,
                                                                    const ReferralPage& page)
{
    const auto& sent = *page.view.it->sent;
    if (sent.features.empty()) return {};
    std::vector<std::pair<std::string, std::string>> parts;
    parts.emplace_back(
        say.plain("Before an outcome is chosen"_p),
        say.plain(
            "What could aggravate it, as the sender’s case answered it on {0}, when this was sent. It does "
            "not change here: ask the sender what has been learned since. Nothing is computed here, no "
            "outcome is recommended, and nobody may promise one: it is a police decision, not a finding of "
            "guilt and not a caution."_p,
            {directory::words(page.zone.local(sent.at))}));
    for (const auto& found : sent.features) parts.push_back(feature_part(say, found));
    add_outcomes(parts, say, page);
    parts.emplace_back(
        say.plain("Record checks (DBS)"_p),
        say.plain(
            "Outcome 21 is not a conviction or caution, so never on a basic or standard check. On an "
            "enhanced check, the police decide what is relevant (Police Act 1997, section 113B); sources "
            "differ on how unlikely that is. Do not tell a child that it can never be disclosed."_p));
    parts.emplace_back(
        say.plain("Sources"_p),
        say.plain("Features: College of Policing, as quoted by unlock.org.uk. Record checks: Police "
                  "Act 1997. Nobody has verified what is said here of these two."_p));
    return parts;
}

Html outcome_help(const Speaker& say, const ReferralPage& page)
{
    if (page.view.side != record::Side::receiver) return {};
    const auto parts = outcome_help_parts(say, page);
    if (parts.empty()) return {};
    Html content;
    content << "<p class=\"govuk-body\">" << text(parts.front().second) << "</p>";
    SummaryList list;
    for (const auto& [title, words] : parts)
        if (&title != &parts.front().first) list.rows.push_back(words_row(text(title), words));
    content << list;
    return Details{.summary = text(parts.front().first), .content = std::move(content)};
}

std::string outcome_words(const Speaker& say, const std::vector<OutcomeCode>& outcomes, std::string_view code)
{
    if (code.empty()) return {};
    const auto* found = directory::find_outcome(outcomes, code);
    if (found == nullptr) return say.plain("{0} (not in the list of codes here)"_p, {code});
    if (found->grounds.verified_on) return say.plain("{0}: {1}"_p, {found->id, found->words});
    return say.plain("{0}: {1} (not verified)"_p, {found->id, found->words});
}

Html outcome_codes(const Speaker& say, const std::vector<OutcomeCode>& outcomes, Date day)
{
    SummaryList list;
    for (const auto* code : directory::choosable_on(outcomes, day))
        list.rows.push_back(
            {.key = text(code->id),
             .value = code->from ? say("{0} (from {1})"_p, {code->words, directory::long_date(*code->from)})
                                 : text(code->words)});
    if (list.rows.empty()) return {};
    Html content;
    content << "<p class=\"govuk-body\">"
            << say("{0}. Where no day is given, nobody has found out since when a code is in use. {1}"_p,
                   {outcomes.front().edition, directory::checked_words(least_checked(outcomes).grounds, day)})
            << "</p>" << list;
    return Details{.summary = say("Outcome codes, and what they are"_p), .content = std::move(content)};
}

}  // namespace safelead::web
