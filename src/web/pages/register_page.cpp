#include "web/pages/register_page.h"

#include "web/html/components.h"
#include "web/pages/training_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

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

std::vector<Choice> kinds()
{
    using learning::Kind;
    std::vector<Choice> choices;
    for (const auto kind : {Kind::induction, Kind::course, Kind::refresher, Kind::light_bite, Kind::briefing})
        choices.push_back(
            {.value = std::string{learning::kind_name(kind)}, .label = text(learning::kind_words(kind))});
    return choices;
}

FormFrame frame(const RegisterPage& page, std::string_view which)
{
    const auto at = address_of(*page.view.session.it);
    return {.action = fmt::format("{}/{}", at, which),
            .csrf_token = page.csrf_token,
            .command = fmt::format("{}-{}", page.command, which),
            .draft = {},
            .page = at + "/register",
            .id = fmt::format("form-{}", which)};
}

Html code_part(const FormWriter& form, const RegisterPage& page)
{
    const auto& say = form.say();
    const auto& session = *page.view.session.it;
    Html out;
    out << heading(say("A code to say in the room"_p));
    const bool is_open = session.code && page.now <= session.code->until;
    if (is_open)
        out << InsetText{
            .content = say("Say these two words now: **{0}**. They hold until {1}."_p,
                           {session.code->code, directory::words(page.zone.local(session.code->until))})};
    out << paragraph(say(
               "Whoever gives these words on the page of the session within a quarter of an hour is marked as there. Don’t write them anywhere; a new code ends the one before."_p))
        << form.open(frame(page, "code"))
        << Button{.content = is_open ? say("Open another code"_p) : say("Open a code"_p),
                  .classes = "govuk-button--secondary",
                  .prevents_double_click = true}
        << FormWriter::close();
    return out;
}

Html marked_words(const Speaker& say, const app::RegisterLine& line)
{
    if (line.mark == nullptr) return say("{0}. Not marked yet."_p, {line.organisation_name});
    if (line.mark->came == learning::Came::walked_in)
        return say("{0}. Came without a place."_p, {line.organisation_name});
    if (line.mark->how == learning::MarkedBy::code)
        return say("{0}. Gave the code."_p, {line.organisation_name});
    return say("{0}. Marked by the trainer."_p, {line.organisation_name});
}

Html marks_part(const FormWriter& form, const RegisterPage& page)
{
    const auto& say = form.say();
    Html out;
    out << heading(say("Who was there"_p)) << form.open(frame(page, "register"));
    if (page.view.expected.empty()) out << paragraph(say("Nobody has a place."_p));
    for (const auto& line : page.view.expected) {
        const std::string id{line.person.text()};
        out << hidden_input("person", id)
            << form.radios("mark-" + id, text(line.name), marked_words(say, line),
                           {{.value = "present", .label = say("Was there"_p)},
                            {.value = "absent",
                             .label = say("Was not there"_p),
                             .conditional = form.line("why-" + id, say("Why, if you know"_p))}},
                           Layout::small, LegendSize::s);
    }
    std::vector<Choice> others;
    for (const auto& line : page.view.waiting)
        others.push_back({.value = std::string{line.person.text()},
                          .label = text(line.name),
                          .hint = say("On the waiting list. {0}"_p, {line.organisation_name})});
    for (const auto& member : page.view.others)
        others.push_back({.value = std::string{member.person.text()}, .label = text(member.name)});
    if (!others.empty())
        out << form.checkboxes("walked-in", say("Who else came?"_p),
                               say("They are recorded as having come without a place."_p), std::move(others),
                               Layout::small);
    return out << Button{.content = say("Keep the register"_p), .prevents_double_click = true}
               << FormWriter::close();
}

template <class Value>
std::string count_of(const std::vector<learning::SessionEvaluated>& all,
                     Value learning::SessionEvaluated::* member, Value value)
{
    return std::to_string(std::ranges::count(all, value, member));
}

Html evaluations_part(const Speaker& say, const learning::Session& session)
{
    using learning::SessionEvaluated;
    using learning::Sure;
    using learning::Useful;
    const auto& all = session.evaluations;
    Html out;
    out << heading(say("How it was"_p));
    if (all.empty()) return out << paragraph(say("Nobody has said yet."_p));
    out << paragraph(say("Answers: {0}."_p, {std::to_string(all.size())}))
        << paragraph(say("Useful: very {0}, fairly {1}, a little {2}, not at all {3}."_p,
                         {count_of(all, &SessionEvaluated::useful, Useful::very),
                          count_of(all, &SessionEvaluated::useful, Useful::fairly),
                          count_of(all, &SessionEvaluated::useful, Useful::little),
                          count_of(all, &SessionEvaluated::useful, Useful::not_at_all)}))
        << paragraph(say("Would know what to do: yes {0}, partly {1}, no {2}."_p,
                         {count_of(all, &SessionEvaluated::sure, Sure::yes),
                          count_of(all, &SessionEvaluated::sure, Sure::partly),
                          count_of(all, &SessionEvaluated::sure, Sure::no)}))
        << "<ul class=\"govuk-list govuk-list--bullet\">";
    // By their words, so that their order does not tell who answered first.
    std::vector<std::string> words;
    for (const auto& one : all)
        if (!one.words.empty()) words.push_back(one.words);
    std::ranges::sort(words);
    for (const auto& one : words) out << "<li>" << text(one) << "</li>";
    return out << "</ul>";
}

Html cancel_part(const FormWriter& form, const RegisterPage& page)
{
    const auto& say = form.say();
    auto cancelling = frame(page, "cancel");
    cancelling.draft = fmt::format("cancel-training-{}", page.view.session.it->planned.reference.text());
    Html content;
    content << paragraph(say("Safelead tells nobody: write to those who have a place."_p))
            << form.open(cancelling)
            << form.paragraph("cancel-why", say("Why? Anybody can read this"_p), {}, 2)
            << Button{.content = say("Cancel the session"_p),
                      .classes = "govuk-button--warning",
                      .prevents_double_click = true}
            << FormWriter::close();
    Html out;
    return out << Details{.summary = say("Cancel this session"_p), .content = std::move(content)};
}

}  // namespace

Html plan_page(const FormWriter& form, const FormFrame& frame, const learning::Curriculum& curriculum)
{
    const auto& say = form.say();
    std::vector<Choice> topics;
    for (const auto& topic : curriculum.topics)
        topics.push_back({.value = std::string{topic.id.text()}, .label = text(topic.name)});
    Html out;
    out << form.error_summary() << "<h1 class=\"govuk-heading-l\">" << say("Plan a session"_p) << "</h1>"
        << paragraph(say(
               "Anybody can read when and where it is. You are its trainer. A session that was held already can be put down too, so that its register can be kept."_p))
        << form.open(frame)
        << form.radios("topic", say("What is taught?"_p), {}, std::move(topics), Layout::small, LegendSize::s)
        << form.radios("kind", say("What kind of training is it?"_p), {}, kinds(), Layout::small,
                       LegendSize::s)
        << form.date("starts", say("On which day?"_p))
        << form.line("time", say("From when?"_p), say("For example 3:30pm"_p), "govuk-input--width-5")
        << form.line("minutes", say("How many minutes?"_p), {}, "govuk-input--width-3")
        << form.line("where", say("Where?"_p), say("A room, or how to join online. No telephone number."_p))
        << form.line("places", say("How many places?"_p), {}, "govuk-input--width-3")
        << form.radios("audience", say("Who may come?"_p), {},
                       {{.value = "partnership", .label = say("Everybody who works in the partnership"_p)},
                        {.value = "organisation", .label = say("Only those who work here"_p)}},
                       Layout::small, LegendSize::s)
        << form.line(
               "content", say("Which content?"_p),
               say("The guide and its edition, or the slides and their date: it stands on the record."_p))
        << form.paragraph("about", say("What else should people know?"_p), say("You can leave this empty."_p),
                          3)
        << Button{.content = say("Plan it"_p), .prevents_double_click = true} << FormWriter::close();
    return out;
}

Html register_page(const FormWriter& form, const RegisterPage& page)
{
    const auto& say = form.say();
    const auto& session = *page.view.session.it;
    Html out;
    out << form.error_summary();
    if (page.is_kept) out << NotificationBanner{.kind = BannerKind::success, .heading = say("Kept."_p)};
    out << "<h1 class=\"govuk-heading-l\">" << say("Register"_p) << "</h1>"
        << paragraph(say("{0}, {1}. Session {2}."_p,
                         {page.topic == nullptr ? "Training" : page.topic->name, when_of(session, page.zone),
                          session.planned.reference.text()}))
        << paragraph(say("Places: {0}. Taken: {1}. On the waiting list: {2}."_p,
                         {std::to_string(session.planned.places), std::to_string(session.booked.size()),
                          std::to_string(session.waiting.size())}));
    if (session.cancelled) return out << paragraph(say("This session was cancelled."_p));
    if (page.now < session.planned.starts - learning::register_opens_before) {
        out << paragraph(say("The register opens half an hour before the session begins."_p))
            << "<ul class=\"govuk-list govuk-list--bullet\">";
        for (const auto& line : page.view.expected)
            out << "<li>" << say("{0}, {1}"_p, {line.name, line.organisation_name}) << "</li>";
        out << "</ul>";
    } else {
        out << code_part(form, page) << marks_part(form, page);
    }
    if (session.has_begun(page.now))
        out << evaluations_part(say, session);
    else
        out << cancel_part(form, page);
    return out << paragraph(say("[All training](/training)"_p));
}

}  // namespace safelead::web
