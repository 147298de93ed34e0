#include "web/pages/training_page.h"

#include "web/html/components.h"
#include "web/pages/words.h"

#include <fmt/format.h>

namespace safelead::web {

namespace {

Html paragraph(Html content)
{
    Html out;
    return out << "<p class=\"govuk-body\">" << content << "</p>";
}

Html heading(Html content)
{
    Html out;
    return out << "<h2 class=\"govuk-heading-m\">" << content << "</h2>";
}

Html link(std::string_view to, Html words)
{
    Html out;
    return out << "<a class=\"govuk-link\" href=\"" << text(to) << "\">" << words << "</a>";
}

std::string name_of(const learning::Topic* topic)
{
    return topic == nullptr ? "Training" : topic->name;
}

Html places_words(const Speaker& say, const learning::Session& session)
{
    const auto left = session.places_left();
    if (left > 0)
        return say("Places left: {0} of {1}."_p,
                   {std::to_string(left), std::to_string(session.planned.places)});
    return say("Full. On the waiting list: {0}."_p, {std::to_string(session.waiting.size())});
}

Html sessions_list(const Speaker& say, const TrainingPage& page, const std::vector<app::TrainingView>& views)
{
    Html out;
    out << "<ul class=\"govuk-list\">";
    for (const auto& view : views)
        out << session_line(say, view, page.curriculum.topic(view.it->planned.topic), page.zone);
    return out << "</ul>";
}

Html doors(const Speaker& say, const TrainingPage& page)
{
    Html out;
    if (!page.doors.is_signed_in)
        return out << paragraph(
                   say("You need no account to look. To book, [sign in](/sign-in?next=/training)."_p));
    out << "<ul class=\"govuk-list no-print\"><li>" << link("/training/mine", say("My training"_p))
        << "</li>";
    if (page.doors.may_run) out << "<li>" << link("/training/plan", say("Plan a session"_p)) << "</li>";
    if (page.doors.may_keep_record)
        out << "<li>" << link("/training/record", say("Training record of everybody here"_p)) << "</li>";
    return out << "</ul>";
}

Html topic_item(const Speaker& say, const learning::Topic& topic, Date today)
{
    Html out;
    out << "<li class=\"safelead-item\"><h3 class=\"govuk-heading-s\">" << text(topic.name) << "</h3>"
        << paragraph(text(topic.about));
    if (!topic.covers.empty()) {
        out << "<ul class=\"govuk-list govuk-list--bullet\">";
        for (const auto& one : topic.covers) out << "<li>" << text(one) << "</li>";
        out << "</ul>";
    }
    if (!topic.guide.empty())
        out << paragraph(link("/guides/" + topic.guide, say("The guide to read first: {0}"_p, {topic.name})));
    if (topic.self_led == learning::SelfLed::yes)
        out << paragraph(link("/training/learn", say("Learn it by yourself, at any hour"_p)));
    return out << "<p class=\"safelead-source\">"
               << say("Where this comes from: {0}. {1}"_p, {directory::words(topic.grounds.sources),
                                                            directory::checked_words(topic.grounds, today)})
               << "</p></li>";
}

Html requirement_item(const Speaker& say, const learning::Requirement& one, Date today)
{
    std::string roles;
    for (const auto role : one.roles.list())
        roles += fmt::format("{}{}", roles.empty() ? "" : ", ", directory::role_words(role));
    Html out;
    out << "<li class=\"safelead-item\"><h3 class=\"govuk-heading-s\">" << text(one.what) << "</h3>"
        << paragraph(say("For: {0}."_p, {roles}));
    if (one.again_in_months)
        out << paragraph(say("First within {0} days, then every {1} months."_p,
                             {std::to_string(one.first_within_days), std::to_string(*one.again_in_months)}));
    else
        out << paragraph(say("Once, within {0} days."_p, {std::to_string(one.first_within_days)}));
    return out << "<p class=\"safelead-source\">"
               << say("Where this comes from: {0}. {1}"_p,
                      {directory::words(one.grounds.sources), directory::checked_words(one.grounds, today)})
               << "</p></li>";
}

SummaryRow row(Html key, Html value)
{
    return {.key = std::move(key), .value = std::move(value)};
}

Html facts_of(const Speaker& say, const SessionPage& page)
{
    const auto& session = *page.view.it;
    const auto& planned = session.planned;
    SummaryList list;
    list.rows.push_back(row(say("When"_p), text(when_of(session, page.zone))));
    list.rows.push_back(row(say("How long"_p), say("{0} minutes"_p, {std::to_string(planned.minutes)})));
    list.rows.push_back(row(say("Where"_p), text(planned.where)));
    list.rows.push_back(row(say("Kind"_p), text(learning::kind_words(planned.kind))));
    list.rows.push_back(row(say("Held by"_p), text(page.view.holder)));
    if (!page.view.trainer.empty()) list.rows.push_back(row(say("Trainer"_p), text(page.view.trainer)));
    list.rows.push_back(
        row(say("For whom"_p), planned.audience == learning::Audience::partnership
                                   ? say("Everybody who works in the partnership"_p)
                                   : say("Only those who work for {0}"_p, {page.view.holder})));
    if (!planned.content_version.empty())
        list.rows.push_back(row(say("Content"_p), text(planned.content_version)));
    list.rows.push_back(row(say("Places"_p), places_words(say, session)));
    Html out;
    return out << list;
}

FormFrame frame(const SessionPage& page, std::string_view which)
{
    const auto at = address_of(*page.view.it);
    return {.action = fmt::format("{}/{}", at, which),
            .csrf_token = page.csrf_token,
            .command = fmt::format("{}-{}", page.command, which),
            .draft = {},
            .page = at,
            .id = fmt::format("form-{}", which)};
}

Html button_form(const FormWriter& form, const FormFrame& frame, Html words, std::string classes)
{
    Html out;
    return out << form.open(frame)
               << Button{.content = std::move(words),
                         .classes = std::move(classes),
                         .prevents_double_click = true}
               << FormWriter::close();
}

Html place_part(const FormWriter& form, const SessionPage& page)
{
    const auto& say = form.say();
    const auto& session = *page.view.it;
    Html out;
    out << heading(say("Your place"_p));
    if (session.has_place(*page.reader))
        return out
               << paragraph(say(
                      "**You have a place.** Safelead sends no message: a week before, it stands on [Today](/today)."_p))
               << button_form(form, frame(page, "give-up"), say("Give up my place"_p),
                              "govuk-button--secondary");
    if (const auto line = session.place_in_line(*page.reader))
        return out
               << paragraph(say(
                      "**You are number {0} on the waiting list.** If somebody gives up a place, you move up; Safelead sends no message, so look here again."_p,
                      {std::to_string(*line)}))
               << button_form(form, frame(page, "give-up"), say("Stop waiting"_p), "govuk-button--secondary");
    if (!page.may_come)
        return out << paragraph(
                   say("This session is only for those who work for {0}."_p, {page.view.holder}));
    if (session.places_left() > 0)
        return out << button_form(form, frame(page, "book"), say("Book a place"_p), {});
    return out << paragraph(say("There is no place left. You can wait for one."_p))
               << button_form(form, frame(page, "book"), say("Join the waiting list"_p), {});
}

Html code_part(const FormWriter& form, const SessionPage& page)
{
    const auto& say = form.say();
    Html out;
    return out
           << heading(say("Were you there?"_p))
           << paragraph(say(
                  "The trainer says two words aloud in the room. They hold for a quarter of an hour. The trainer can also mark you on the register."_p))
           << form.open(frame(page, "attend"))
           << form.line("code", say("The two words"_p), {}, "govuk-input--width-20")
           << Button{.content = say("I was there"_p), .prevents_double_click = true} << FormWriter::close();
}

Html evaluation_part(const FormWriter& form, const SessionPage& page)
{
    const auto& say = form.say();
    auto evaluating = frame(page, "evaluate");
    evaluating.draft = fmt::format("training-evaluation-{}", page.view.it->planned.reference.text());
    Html out;
    return out
           << heading(say("How was it?"_p))
           << paragraph(say(
                  "Whoever runs it reads your answers without your name. The record keeps who answered, so that nobody does twice."_p))
           << form.open(evaluating)
           << form.radios("useful", say("How useful was it for your work?"_p), {},
                          {{.value = "very", .label = say("Very"_p)},
                           {.value = "fairly", .label = say("Fairly"_p)},
                           {.value = "little", .label = say("A little"_p)},
                           {.value = "not_at_all", .label = say("Not at all"_p)}},
                          Layout::small, LegendSize::s)
           << form.radios("sure", say("Would you know what to do now?"_p), {},
                          {{.value = "yes", .label = say("Yes"_p)},
                           {.value = "partly", .label = say("Partly"_p)},
                           {.value = "no", .label = say("No"_p)}},
                          Layout::small, LegendSize::s)
           << form.paragraph("evaluation", say("What was missing, or what will you do differently?"_p),
                             say("You can leave this empty. Write about no child."_p), 3)
           << Button{.content = say("Send"_p),
                     .classes = "govuk-button--secondary",
                     .prevents_double_click = true}
           << FormWriter::close();
}

Html what_they_can_do(const FormWriter& form, const SessionPage& page)
{
    const auto& say = form.say();
    const auto& session = *page.view.it;
    Html out;
    if (!page.reader) {
        if (!session.has_begun(page.now))
            out << paragraph(link("/sign-in?next=" + address_of(session), say("Sign in to book"_p)));
        return out;
    }
    const bool was_there = session.was_present(*page.reader);
    if (!session.has_begun(page.now)) out << place_part(form, page);
    if (was_there)
        out << paragraph(say("**You were there.**"_p))
            << paragraph(link(address_of(session) + "/certificate", say("Your certificate (PDF)"_p)));
    const bool register_is_open = page.now >= session.planned.starts - learning::register_opens_before;
    const bool code_is_open = session.code && page.now <= session.code->until;
    if (!was_there && register_is_open && code_is_open && page.may_come) out << code_part(form, page);
    if (was_there && !session.has_evaluated(*page.reader)) out << evaluation_part(form, page);
    return out;
}

}  // namespace

std::string when_of(const learning::Session& session, const directory::Zone& zone)
{
    return directory::words(zone.local(session.planned.starts));
}

std::string address_of(const learning::Session& session)
{
    return fmt::format("/training/{}", session.planned.reference.text());
}

Html session_line(const Speaker& say, const app::TrainingView& view, const learning::Topic* topic,
                  const directory::Zone& zone)
{
    const auto& session = *view.it;
    Html out;
    out << "<li class=\"safelead-item\"><h3 class=\"govuk-heading-s\">"
        << link(address_of(session), say("{0}, {1}"_p, {name_of(topic), when_of(session, zone)})) << "</h3>"
        << "<p class=\"govuk-body\">";
    if (session.cancelled) out << Tag{.content = say("Cancelled"_p), .classes = "govuk-tag--red"} << " ";
    return out << say("{0}. Held by {1}."_p, {session.planned.where, view.holder}) << " "
               << places_words(say, session) << "</p></li>";
}

Html training_page(const Speaker& say, const TrainingPage& page)
{
    Html out;
    out << "<h1 class=\"govuk-heading-l\">" << say("Training"_p) << "</h1>"
        << "<p class=\"govuk-body-l\">"
        << say("For anybody who works with children: what is taught, when, and what each role needs."_p)
        << "</p>" << doors(say, page) << heading(say("Coming sessions"_p));
    if (page.coming.empty())
        out << paragraph(say("No session is planned now."_p));
    else
        out << sessions_list(say, page, page.coming);
    if (!page.held.empty())
        out << heading(say("Sessions that your organisation holds"_p)) << sessions_list(say, page, page.held);
    out << heading(say("Topics"_p)) << "<ul class=\"govuk-list\">";
    for (const auto& topic : page.curriculum.topics) out << topic_item(say, topic, page.today);
    out << "</ul>" << heading(say("What each role needs, and by when"_p)) << "<ul class=\"govuk-list\">";
    for (const auto& one : page.curriculum.requirements) out << requirement_item(say, one, page.today);
    return out << "</ul>";
}

Html session_page(const FormWriter& form, const SessionPage& page)
{
    const auto& say = form.say();
    const auto& session = *page.view.it;
    Html out;
    out << form.error_summary() << "<h1 class=\"govuk-heading-l\">" << text(name_of(page.topic)) << "</h1>";
    if (session.cancelled)
        out << WarningText{.content = say("This session was cancelled: {0}"_p, {session.cancelled->why})};
    out << facts_of(say, page);
    if (!session.planned.about.empty()) out << paragraph(text(session.planned.about));
    if (page.topic != nullptr) {
        out << paragraph(text(page.topic->about));
        if (!page.topic->guide.empty())
            out << paragraph(link("/guides/" + page.topic->guide, say("The guide to read first"_p)));
    }
    out << paragraph(link(address_of(session) + "/calendar", say("Put it in my calendar"_p)));
    if (page.view.may_run)
        out << paragraph(link(address_of(session) + "/register", say("The register of this session"_p)));
    if (!session.cancelled) out << what_they_can_do(form, page);
    return out << paragraph(link("/training", say("All training"_p)));
}

}  // namespace safelead::web
