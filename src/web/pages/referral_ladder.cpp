#include "web/pages/referral_ladder.h"

#include "directory/local_time.h"
#include "web/html/components.h"
#include "web/pages/arrangements_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <utility>
#include <vector>

namespace safelead::web {

namespace {

using directory::Rung;

/// Who takes it, and what time it has; what nobody has said is said.
Html about_rung(const Speaker& say, const Rung& rung)
{
    Html out;
    if (!rung.who.empty()) out << text(rung.who) << ". ";
    if (rung.named.empty())
        out << say("Nobody has named who that is."_p);
    else
        out << say("That is: {0}."_p, {rung.named});
    out << " ";
    if (rung.deadline)
        out << say("To be answered {0}."_p, {time_allowed(say, *rung.deadline)});
    else
        out << say("No time is set for it."_p);
    return out;
}

/// Whose ladder it is, and who has checked it.
Html whose_ladder(const Speaker& say, const ReferralPage& page)
{
    const auto& first = page.view.offers.ladder.front();
    const auto checked = directory::checked_words(first.grounds, page.zone.local(page.view.now).wall.date);
    if (directory::is_plain(first))
        return say(
            "The sender’s area has no ladder of its own here. These two steps are Safelead’s own, and nobody "
            "has verified them. Ask the partnership how it is done."_p);
    return say("The ladder of the sender’s area. {0} Source: {1}"_p,
               {checked, directory::words(first.grounds.sources)});
}

const std::string& other_side(const ReferralPage& page, record::Side side)
{
    return side == record::Side::sender ? page.view.it->to.name : page.view.it->sent->from.name;
}

}  // namespace

std::string rung_words(const ReferralPage& page, std::string_view id)
{
    for (const auto& rung : page.view.offers.ladder)
        if (rung.id == id) return rung.words;
    return std::string{id};
}

Html ladder_standing(const Speaker& say, const ReferralPage& page)
{
    const auto& open = page.view.it->disagreement;
    if (!open) return {};
    Html content;
    content << say("Not agreed. The step now: {0}"_p, {rung_words(page, open->rung)}) << " ";
    Html out;
    if (open->is_answered) {
        content << say("It was answered, and is still not agreed: either side can take the next step."_p);
        return out << InsetText{.content = std::move(content)};
    }
    const auto& who = other_side(page, open->raised_by);
    if (!open->answer_by) {
        content << say(
            "{0} is to answer. No time is set for it: whoever waits too long takes the next step."_p, {who});
        return out << InsetText{.content = std::move(content)};
    }
    const auto due = directory::words(page.zone.local(*open->answer_by));
    if (page.view.now < *open->answer_by) {
        content << say("{0} is to answer by {1}."_p, {who, due});
        return out << InsetText{.content = std::move(content)};
    }
    content << say("{0} was to answer by {1}, and has not. Ring, and take the next step of the ladder."_p,
                   {who, due});
    return out << WarningText{.content = std::move(content)};
}

Html ladder_fields(const FormWriter& form, const ReferralPage& page)
{
    const auto& say = form.say();
    std::vector<std::string> ids;
    for (const auto& rung : page.view.offers.ladder) ids.push_back(rung.id);
    std::vector<Choice> choices;
    for (const auto& rung : page.view.offers.ladder) {
        Html hint;
        if (record::climb(*page.view.it, ids, rung.id) == record::Climb::next)
            hint << say("The next step."_p) << " ";
        hint << about_rung(say, rung);
        choices.push_back({.value = rung.id,
                           .label = text(fmt::format("{}. {}", choices.size() + 1, rung.words)),
                           .hint = std::move(hint)});
    }
    Html out;
    return out << form.radios("rung", say("On which step of the ladder?"_p), whose_ladder(say, page),
                              std::move(choices), Layout::small, LegendSize::s)
               << form.line("with", say("Between whom?"_p))
               << form.line("out-of-order", say("If it is not the next step: why not?"_p),
                            say("The same again, or one over the head of another, only with a reason"_p));
}

}  // namespace safelead::web
