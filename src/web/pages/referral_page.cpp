#include "web/pages/referral_page.h"

#include "directory/local_time.h"
#include "web/forms/referral_form.h"
#include "web/html/components.h"
#include "web/pages/contacts_page.h"
#include "web/pages/outcome_help.h"
#include "web/pages/police_notice.h"
#include "web/pages/readers_page.h"
#include "web/pages/referral_ladder.h"
#include "web/pages/referral_outside.h"
#include "web/pages/referral_readers_page.h"
#include "web/pages/referral_steps.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::web {

namespace {

Html paragraph_of(Html content)
{
    Html out;
    return out << "<p class=\"govuk-body\">" << content << "</p>";
}

Html heading(Html title)
{
    Html out;
    return out << "<h2 class=\"govuk-heading-m\">" << title << "</h2>";
}

std::string in_words(const directory::Zone& zone, Instant at)
{
    return directory::words(zone.local(at));
}

std::string time_words(const ReferralPage& page, const record::EventTime& time)
{
    std::string text = time.words;
    const auto add = [&text](std::string_view more) {
        if (!text.empty()) text += "; ";
        text += more;
    };
    if (time.instant)
        add(in_words(page.zone, *time.instant));
    else if (time.day)
        add(directory::long_date(*time.day));
    return text;
}

SummaryRow row(Html key, std::string_view value)
{
    return {.key = std::move(key), .value = text(value), .value_classes = "safelead-words"};
}

Html answer_words(const Speaker& say, record::Answer answer)
{
    switch (answer) {
        case record::Answer::yes:
            return say("Yes"_p);
        case record::Answer::no:
            return say("No"_p);
        case record::Answer::unknown:
            break;
    }
    return say("Not known"_p);
}

/// All that it says, field by field; what is empty is left out.
Html what_it_says(const Speaker& say, const ReferralPage& page)
{
    const auto& of = *page.view.it;
    Html out;
    for (const auto& child : of.children) {
        SummaryList list;
        list.card = SummaryCard{.title = say("Child {0}"_p, {child.ref.text()})};
        for (const auto& field : referred_child_fields())
            record::each_field_of(child, [&]<class Value>(std::string_view name, const Value& value) {
                if constexpr (std::is_same_v<Value, std::string>)
                    if (name == field.name && !value.empty())
                        list.rows.push_back(row(say(field.label), value));
            });
        out << list;
    }
    SummaryList list;
    list.rows.push_back(
        {.key = say("Do the parents know?"_p), .value = answer_words(say, of.words.parents_know)});
    for (const auto& field : referral_fields())
        record::each_field_of(of.words, [&]<class Value>(std::string_view name, const Value& value) {
            if constexpr (std::is_same_v<Value, std::string>)
                if (name == field.name && !value.empty()) list.rows.push_back(row(say(field.label), value));
        });
    if (const auto called = time_words(page, of.words.called); !called.empty())
        list.rows.push_back(row(say("When they were rung"_p), called));
    return out << list;
}

Html back_to_case(const Speaker& say, std::string_view address)
{
    return BackLink{.href = std::string{address}, .content = say("Back to the case’s referrals"_p)};
}

FormFrame frame_of(const ReferralPage& page, std::string_view what)
{
    return {.action = fmt::format("{}/{}", page.address, what),
            .csrf_token = page.csrf_token,
            .command = page.command,
            .draft = what == "write" ? fmt::format("referral-{}", page.view.it->reference.text()) : "",
            .draft_of = what == "write" ? page.draft_of : "",
            .page = page.address};
}

Html one_field(const FormWriter& form, const ReferralField& field, std::string_view name)
{
    const auto& say = form.say();
    if (field.rows == 0) return form.line(name, say(field.label), say(field.hint));
    return form.paragraph(name, say(field.label), say(field.hint), field.rows);
}

/// Who at an authority reads what is about somebody who works with children.
Html lado_words(const Speaker& say, const record::Agency& to)
{
    if (to.kind != record::AgencyKind::lado) return {};
    Html out;
    return out << InsetText{.content = say("It is for the LADO: nobody else at {0} reads it, unless the LADO "
                                           "opens it to them by name."_p,
                                           {to.name})};
}

/// When the form is due after a call, where there was one.
Html form_clock(const Speaker& say, const ReferralPage& page)
{
    const auto due = record::form_due(*page.view.it);
    if (!due) return {};
    const auto words = in_words(page.zone, *due);
    Html out;
    if (page.view.now > *due)
        return out << WarningText{.content =
                                      say("The form was due 24 hours after the call: {0}."_p, {words})};
    return out << InsetText{.content = say("It is due 24 hours after the call: {0}."_p, {words})};
}

/// The guidance gives social care its time; for everybody else there is a rule of the project
/// (directory/referral_clock.h).
Html time_of_no_area(const Speaker& say, const ReferralPage& page)
{
    const auto& of = *page.view.it;
    if (!page.view.is_one_working_day)
        return say("The area has said something else since that time began."_p);
    if (of.to.kind == record::AgencyKind::social_care &&
        record::awaited(of.state) == record::Awaited::receiver)
        return say("That is one working day. It is the guidance’s time; nobody has checked it here."_p);
    return say("That is one working day. It is Safelead’s own rule, and nobody has verified it."_p);
}

Html where_times_are_from(const Speaker& say, const ReferralPage& page)
{
    const auto& times = page.view.times_of_area;
    const auto today = page.zone.local(page.view.now).wall.date;
    const auto is_of_answer = [](const directory::Timescale& time) { return time.clock != "managers-told"; };
    Html out;
    if (std::ranges::none_of(times, is_of_answer)) out << time_of_no_area(say, page);
    for (const auto& time : times) {
        if (!out.is_empty()) out << " ";
        out << say("It is the area’s time: {0} {1} Source: {2}."_p,
                   {time.what, directory::checked_words(time.grounds, today),
                    directory::words(time.grounds.sources)});
    }
    return out;
}

Html clock_words(const Speaker& say, const ReferralPage& page)
{
    const auto& of = *page.view.it;
    if (!of.answer_by) return {};
    const auto due = in_words(page.zone, *of.answer_by);
    Html content;
    switch (record::awaited(of.state)) {
        case record::Awaited::receiver:
            content = say("{0} is to answer by {1}."_p, {of.to.name, due});
            break;
        case record::Awaited::sender:
            content = say("An answer to what was asked is due by {0}."_p, {due});
            break;
        case record::Awaited::nobody:
            return {};
    }
    content << " " << where_times_are_from(say, page);
    Html out;
    if (page.view.alarm == record::Alarm::none) return out << InsetText{.content = std::move(content)};
    content << " "
            << (page.view.alarm == record::Alarm::managers
                    ? say("Nobody has answered, and both managers see it. Ring now."_p)
                    : say("Nobody has answered in time. Ring now, and write down whom you spoke to."_p));
    return out << WarningText{.content = std::move(content)};
}

}  // namespace

Phrase state_words(record::ReferralState state)
{
    switch (state) {
        case record::ReferralState::draft:
            return "Draft, not sent"_p;
        case record::ReferralState::sent:
            return "Sent"_p;
        case record::ReferralState::received:
            return "Received"_p;
        case record::ReferralState::more_asked:
            return "More was asked"_p;
        case record::ReferralState::decided:
            return "Decided"_p;
        case record::ReferralState::fed_back:
            return "Decided, and the sender was told"_p;
        case record::ReferralState::closed:
            return "Closed"_p;
        case record::ReferralState::withdrawn:
            return "Withdrawn"_p;
        case record::ReferralState::redirected:
            return "Redirected"_p;
    }
    return "Draft, not sent"_p;
}

namespace {

/// "A, B": who of the case lives where that agency is the front door.
std::string who_lives_under(const NewReferralPage& page, const app::AgencyHere& one)
{
    const bool is_front_door = one.agency.kind == record::AgencyKind::social_care ||
                               one.agency.kind == record::AgencyKind::local_authority;
    std::string who;
    if (!is_front_door || one.area.empty()) return who;
    for (const auto& home : page.homes)
        if (home.area == one.area) who += (who.empty() ? "" : ", ") + std::string{home.ref.text()};
    return who;
}

/// Under which authority each child lives, as far as somebody noted it.
Html homes_of_children(const Speaker& say, const NewReferralPage& page)
{
    Html lines;
    for (const auto& child : page.children) {
        const auto found = std::ranges::find(page.homes, child.value,
                                             [](const app::HomeOf& home) { return home.ref.text(); });
        lines << "<li>"
              << (found == page.homes.end()
                      ? say("{0}: not noted. Find out under which authority they live before you send."_p,
                            {child.value})
                  : found->area.empty()
                      ? say("{0} lives under {1}. Its front door is not known here: find its number on its "
                            "own website."_p,
                            {child.value, found->name})
                      : say("{0} lives under {1}."_p, {child.value, found->name}))
              << "</li>";
    }
    if (lines.is_empty()) return {};
    Html out;
    return out << "<h2 class=\"govuk-heading-s\">" << say("Where each child lives"_p)
               << "</h2><ul class=\"govuk-list govuk-list--bullet\">" << lines << "</ul>";
}

}  // namespace

Html new_referral_page(const FormWriter& form, const NewReferralPage& page)
{
    const auto& say = form.say();
    std::vector<Choice> agencies;
    for (const auto& one : page.agencies) {
        Html hint;
        if (!one.telephone.empty()) hint << text(one.telephone);
        if (const auto who = who_lives_under(page, one); !who.empty()) {
            if (!hint.is_empty()) hint << ". ";
            hint << say("The front door for {0}"_p, {who});
        }
        agencies.push_back({.value = agency_value(one.agency),
                            .label = agency_label(say, one.agency),
                            .hint = std::move(hint)});
    }
    Html out;
    out << back_to_case(say, page.case_address) << form.error_summary() << "<h1 class=\"govuk-heading-l\">"
        << say("Refer to an agency"_p) << "</h1>"
        << WarningText{.content = say(
                           "Ring first. Nothing here rings anyone, and a referral never waits for a form."_p)}
        << form.open(page.frame);
    if (!page.follows.empty())
        out << hidden_input("follows", page.follows)
            << InsetText{.content =
                             say("This goes on from {0}, which was redirected: its words are taken over."_p,
                                 {page.follows})};
    Html elsewhere;
    elsewhere << form.line("to-name", say("What is it called?"_p))
              << form.radios(
                     "to-kind", say("What is it?"_p), {},
                     {{.value = "social_care", .label = say("Children’s social care"_p)},
                      {.value = "police", .label = say("The police"_p)},
                      {.value = "lado", .label = say("The LADO of an authority"_p)},
                      {.value = "local_authority", .label = say("Another part of a local authority"_p)},
                      {.value = "other", .label = say("Another agency"_p)}},
                     Layout::small, LegendSize::s);
    agencies.push_back({.value = "not-here",
                        .label = say("Somebody who is not on this list"_p),
                        .hint = say("They have no account: they get a link and a code, or paper"_p),
                        .conditional = std::move(elsewhere)});
    out << homes_of_children(say, page)
        << form.radios(
               "to", say("To whom?"_p),
               say("A child is referred to the authority where they live or are found, which may not be "
                   "the school’s."_p),
               std::move(agencies))
        << form.checkboxes(
               "child", say("Which children?"_p),
               say("Only those whom this agency needs to know of. Two authorities are two referrals."_p),
               page.children);
    for (const auto& area : page.areas)
        out << paragraph_of(
            say("[Front doors and times in {0}](/guidance/local/{1})"_p, {name_of_area(area), area}));
    return out << Button{.content = say("Write the referral"_p), .prevents_double_click = true}
               << FormWriter::close();
}

Html draft_referral_page(const FormWriter& form, const ReferralPage& page)
{
    const auto& say = form.say();
    const auto& of = *page.view.it;
    Html out;
    out << back_to_case(say, fmt::format("/cases/{}/referrals", page.draft_of)) << form.error_summary()
        << "<h1 class=\"govuk-heading-l\">" << say("Referral {0} to {1}"_p, {of.reference.text(), of.to.name})
        << "</h1>" << Tag{.content = say(state_words(of.state))}
        << paragraph_of(
               say("Filled from the case. Correct it, and take out what they do not need to know."_p));
    if (page.view.notice == record::NoticeNeeded::yes) out << police_notice(say);
    out << lado_words(say, of.to) << form.open(frame_of(page, "write"));
    std::vector<Choice> children;
    for (const auto& child : of.children)
        children.push_back({.value = std::string{child.ref.text()}, .label = text(child.ref.text())});
    out << form.checkboxes("child", say("Children in it"_p), say("Without the tick, a child is left out."_p),
                           std::move(children), Layout::small);
    for (const auto& child : of.children) {
        out << heading(say("Child {0}"_p, {child.ref.text()}));
        for (const auto& field : referred_child_fields())
            out << one_field(form, field, child_field(child.ref, field.name));
    }
    out << heading(say("What has happened"_p))
        << form.radios("parents_know", say("Do the parents know?"_p), {}, yes_no_unknown(say),
                       Layout::inline_small, LegendSize::s);
    for (const auto& field : referral_fields()) out << one_field(form, field, field.name);
    return out << form.event_time("called", say("When were they rung?"_p),
                                  say("This form follows within 24 hours of the call."_p))
               << Button{.content = say("Save, and read it through"_p), .prevents_double_click = true}
               << FormWriter::close() << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\""
               << text(page.address) << "/send\">" << say("Read it through as it was last saved"_p)
               << "</a></p>";
}

Html check_referral_page(const FormWriter& form, const ReferralPage& page)
{
    const auto& say = form.say();
    const auto& of = *page.view.it;
    Html out;
    out << back_to_case(say, fmt::format("/cases/{}/referrals", page.draft_of)) << form.error_summary()
        << "<h1 class=\"govuk-heading-l\">" << say("Read it through: referral {0}"_p, {of.reference.text()})
        << "</h1>" << paragraph_of(say("To: {0}. Once it is sent, it no longer changes."_p, {of.to.name}));
    out << lado_words(say, of.to) << form_clock(say, page) << what_it_says(say, page)
        << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"" << text(page.address) << "\">"
        << say("Change it"_p) << "</a></p>";
    if (!page.view.may_act) return out;
    out << form.open(frame_of(page, "send"));
    if (page.view.notice == record::NoticeNeeded::yes)
        out << police_notice(say)
            << form.checkboxes(
                   "notice", say("Before an officer is told"_p), {},
                   {{.value = "yes",
                     .label = say("I know that the police must record a crime, and tell them"_p)}});
    return out << Button{.content = say("Send it"_p), .prevents_double_click = true} << FormWriter::close();
}

Html referral_page(const FormWriter& form, const ReferralPage& page)
{
    const auto& say = form.say();
    const auto& of = *page.view.it;
    const bool is_sender = page.view.side == record::Side::sender;
    Html out;
    if (is_sender)
        out << back_to_case(say, fmt::format("/cases/{}/referrals", page.draft_of));
    else if (page.answering != Answering::by_link)
        out << BackLink{.href = "/referrals", .content = say("Back to the list"_p)};
    out << form.error_summary() << "<h1 class=\"govuk-heading-l\">"
        << say("Referral {0}"_p, {of.reference.text()}) << "</h1>"
        << Tag{.content = say(state_words(of.state))}
        << paragraph_of(
               say("From {0} to {1}, sent by {2} on {3}."_p,
                   {of.sent->from.name, of.to.name, of.sent->by_name, in_words(page.zone, of.sent->at)}));
    if (page.view.followed)
        out << paragraph_of(
            say("It goes on from referral {0}, which was redirected."_p, {page.view.followed->text()}));
    out << clock_words(say, page) << ladder_standing(say, page);
    if (!is_sender && page.answering == Answering::own) out << readers_notice(say, of, page.address);
    if (is_sender) out << lado_words(say, of.to);
    if (!page.view.route_words.empty())
        out << paragraph_of(
            say("Advice to the sender on that day: {0} ({1}). Nobody has verified that edition here."_p,
                {page.view.route_words, of.sent->edition}));
    if (of.sent->police_notice == record::PoliceNotice::shown_and_confirmed)
        out << paragraph_of(say(
            "Before it was sent, the sender was told that the police must record a crime, and confirmed it."_p));
    out << what_has_come(say, page) << outcome_help(say, page) << step_forms(form, page);
    if (is_sender && of.to.id.text().empty()) out << without_account(form, page);
    if (page.view.may_see_reads && page.answering != Answering::by_link)
        out << readers_link(say, page.address, "Who has read this referral"_p);
    out << Details{.summary = say("What was sent, word for word"_p),
                   .content = what_it_says(say, page),
                   .is_open = !is_sender};
    return out;
}

Html referral_lines(const Speaker& say, const std::vector<app::ReferralLine>& lines,
                    const directory::Zone& zone)
{
    Html out;
    out << "<ul class=\"govuk-list\">";
    for (const auto& line : lines) {
        const auto& one = line.summary;
        const auto address = line.side == record::Side::sender
                                 ? fmt::format("/cases/{}/referrals/{}", line.in.text(), one.reference.text())
                                 : fmt::format("/referrals/{}", one.reference.text());
        out << "<li class=\"safelead-item\"><h3 class=\"govuk-heading-s\"><a class=\"govuk-link\" href=\""
            << text(address) << "\">" << say("Referral {0}"_p, {one.reference.text()})
            << "</a></h3><p class=\"govuk-body\">"
            << Tag{.content = say(state_words(one.state)), .classes = "govuk-tag--blue"} << " ";
        if (line.side == record::Side::receiver && !one.readers.restricted_by.empty())
            out << Tag{.content = say("People are kept from it: a second person has to look"_p),
                       .classes = "govuk-tag--yellow"}
                << " ";
        if (line.alarm != record::Alarm::none)
            out << Tag{.content = line.alarm == record::Alarm::managers
                                      ? say("Nobody has answered: both managers see this"_p)
                                      : say("Nobody has answered in time: ring"_p),
                       .classes = "govuk-tag--red"}
                << " ";
        if (line.is_form_late)
            out << Tag{.content = say("Overdue: the form after the call"_p), .classes = "govuk-tag--red"}
                << " ";
        if (line.is_rung_late)
            out << Tag{.content = say("Not agreed, and nobody has answered in time"_p),
                       .classes = "govuk-tag--red"}
                << " ";
        else if (one.disagreement)
            out << Tag{.content = say("Not agreed"_p), .classes = "govuk-tag--yellow"} << " ";
        out << "<br>"
            << (line.side == record::Side::sender ? say("To {0}."_p, {line.other})
                                                  : say("From {0}."_p, {line.other}));
        if (one.answer_by) out << " " << say("Answer due by {0}."_p, {in_words(zone, *one.answer_by)});
        if (one.managers_at && line.alarm != record::Alarm::managers)
            out << " " << say("Both managers see it from {0}."_p, {in_words(zone, *one.managers_at)});
        if (one.form_due)
            out << " "
                << (line.is_form_late
                        ? say("The form was due by {0}. Send it now."_p, {in_words(zone, *one.form_due)})
                        : say("The form is due by {0}."_p, {in_words(zone, *one.form_due)}));
        out << "</p></li>";
    }
    return out << "</ul>";
}

}  // namespace safelead::web
