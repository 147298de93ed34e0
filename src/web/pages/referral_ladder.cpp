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

std::vector<std::string> ids_of(const std::vector<Rung>& ladder)
{
    std::vector<std::string> ids;
    for (const auto& rung : ladder) ids.push_back(rung.id);
    return ids;
}

/// What can become of an answer that nobody has accepted.
Html after_the_answer(const Speaker& say, const ReferralPage& page, const record::Disagreement& open)
{
    const auto& raiser =
        open.raised_by == record::Side::sender ? page.view.it->sent->from.name : page.view.it->to.name;
    const auto& ladder = page.view.offers.ladder;
    if (!ladder.empty() && ladder.back().id == open.rung)
        return say(
            "It was answered on the last step. {0} can accept the answer, or say that it is settled there."_p,
            {raiser});
    return say(
        "It was answered, and is still not agreed. {0} can accept the answer; either side can take the next "
        "step."_p,
        {raiser});
}

}  // namespace

std::string rung_words(const std::vector<directory::Rung>& ladder, std::string_view id)
{
    for (const auto& rung : ladder)
        if (rung.id == id) return rung.words;
    return std::string{id};
}

Html ladder_standing(const Speaker& say, const ReferralPage& page)
{
    const auto& open = page.view.it->disagreement;
    if (!open) return {};
    Html content;
    content << say("Not agreed. The step now: {0}"_p, {rung_words(page.view.offers.ladder, open->rung)})
            << " ";
    Html out;
    if (open->is_answered) {
        content << after_the_answer(say, page, *open);
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
    const auto ids = ids_of(page.view.offers.ladder);
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

record::MayEnd may_end_here(const ReferralPage& page)
{
    return record::may_end(*page.view.it, ids_of(page.view.offers.ladder), page.view.side, page.view.now);
}

Html ending_fields(const FormWriter& form, const ReferralPage& page)
{
    const auto& say = form.say();
    const auto end = may_end_here(page);
    if (!end.settle) return hidden_input("agreed", "yes");
    std::vector<Choice> choices;
    if (end.accept)
        choices.push_back({.value = "yes", .label = say("The answer is accepted: it is agreed"_p)});
    choices.push_back({.value = "no",
                       .label = say("It is settled at the last step, and still not agreed"_p),
                       .hint = say("There is no higher step. Write what was said there, and by whom"_p)});
    return form.radios("agreed", say("How does it end?"_p), {}, std::move(choices), Layout::small,
                       LegendSize::s);
}

}  // namespace safelead::web
