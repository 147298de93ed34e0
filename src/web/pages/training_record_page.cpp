#include "web/pages/training_record_page.h"

#include "directory/local_time.h"
#include "web/html/components.h"
#include "web/pages/training_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::web {

namespace {

using learning::Standing;

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

std::string date_or_dash(const std::optional<Date>& date)
{
    return date ? directory::long_date(*date) : std::string{"–"};
}

Html standing_words(const Speaker& say, const learning::Currency& currency)
{
    const auto last = date_or_dash(currency.last);
    const auto due = date_or_dash(currency.due);
    Html out;
    switch (currency.standing) {
        case Standing::overdue:
            out << Tag{.content = say("Overdue"_p), .classes = "govuk-tag--red"} << " ";
            return out << (currency.last ? say("Last had {0}; was due by {1}."_p, {last, due})
                                         : say("Not had yet; was due by {0}."_p, {due}));
        case Standing::due_soon:
            out << Tag{.content = say("Due soon"_p), .classes = "govuk-tag--yellow"} << " ";
            return out << say("Last had {0}; due by {1}."_p, {last, due});
        case Standing::to_begin:
            out << Tag{.content = say("To do"_p), .classes = "govuk-tag--blue"} << " ";
            return out << say("Not had yet; due by {0}."_p, {due});
        case Standing::in_date:
            out << Tag{.content = say("In date"_p), .classes = "govuk-tag--green"} << " ";
            return out << (currency.due ? say("Last had {0}; due again by {1}."_p, {last, due})
                                        : say("Had on {0}."_p, {last}));
    }
    return out;
}

std::string name_of(const learning::Curriculum& curriculum, const learning::TopicId& id)
{
    const auto* topic = curriculum.topic(id);
    return topic == nullptr ? "Training" : topic->name;
}

Html learnt_item(const Speaker& say, const learning::Curriculum& curriculum, const learning::Achievement& one)
{
    Html out;
    out << "<li>"
        << say("{0}: {1}, {2}"_p, {directory::long_date(one.on), name_of(curriculum, one.topic),
                                   learning::kind_words(one.kind)});
    if (one.minutes > 0) out << say(", {0} minutes"_p, {std::to_string(one.minutes)});
    if (one.session) out << say(". Session {0}"_p, {one.session->text()});
    if (!one.provider.empty()) out << say(". By {0}"_p, {one.provider});
    if (!one.content_version.empty()) out << say(". Content: {0}"_p, {one.content_version});
    if (!one.result.empty()) out << say(". Result: {0}"_p, {one.result});
    if (!one.evidence.empty()) out << say(". Evidence: {0}"_p, {one.evidence});
    if (one.number > 0) out << say(" (record {0})"_p, {std::to_string(one.number)});
    return out << "</li>";
}

Html learnt_list(const Speaker& say, const learning::Curriculum& curriculum,
                 const std::vector<learning::Achievement>& all)
{
    if (all.empty()) return paragraph(say("No training is recorded yet."_p));
    Html out;
    out << "<ul class=\"govuk-list govuk-list--bullet\">";
    for (const auto& one : all) out << learnt_item(say, curriculum, one);
    return out << "</ul>";
}

Html sessions(const Speaker& say, const learning::Curriculum& curriculum, const directory::Zone& zone,
              const std::vector<app::TrainingView>& views)
{
    Html out;
    out << "<ul class=\"govuk-list\">";
    for (const auto& view : views)
        out << session_line(say, view, curriculum.topic(view.it->planned.topic), zone);
    return out << "</ul>";
}

std::string joined(const std::vector<std::string>& names)
{
    std::string all;
    for (const auto& name : names) all += fmt::format("{}{}", all.empty() ? "" : ", ", name);
    return all.empty() ? "nobody" : all;
}

/// How those of whom a requirement asks something stand with it.
struct Tally {
    std::size_t people = 0;
    std::size_t in_date = 0;
    std::vector<std::string> due_soon;
    std::vector<std::string> to_begin;
    std::vector<std::string> overdue;
};

Tally tally_of(const std::vector<app::PersonsTraining>& people, const learning::Requirement& requirement)
{
    Tally tally;
    for (const auto& person : people) {
        for (const auto& one : person.required) {
            if (one.requirement != &requirement) continue;
            ++tally.people;
            switch (one.currency.standing) {
                case Standing::in_date:
                    ++tally.in_date;
                    break;
                case Standing::due_soon:
                    ++tally.in_date;
                    tally.due_soon.push_back(person.name);
                    break;
                case Standing::to_begin:
                    tally.to_begin.push_back(person.name);
                    break;
                case Standing::overdue:
                    tally.overdue.push_back(person.name);
                    break;
            }
        }
    }
    return tally;
}

Html requirement_part(const Speaker& say, const RecordPage& page, const learning::Requirement& one)
{
    const auto tally = tally_of(page.people, one);
    if (tally.people == 0) return {};
    Html out;
    out << "<li class=\"safelead-item\"><h3 class=\"govuk-heading-s\">" << text(one.what) << "</h3>"
        << paragraph(say("**In date: {0} of {1}.** Due within 60 days: {2}. Still to begin: {3}."_p,
                         {std::to_string(tally.in_date), std::to_string(tally.people), joined(tally.due_soon),
                          joined(tally.to_begin)}));
    if (!tally.overdue.empty()) {
        out << "<p class=\"govuk-body\">" << Tag{.content = say("Overdue"_p), .classes = "govuk-tag--red"}
            << " " << text(joined(tally.overdue)) << "</p>";
    }
    return out << "<p class=\"safelead-source\">"
               << say("Where this comes from: {0}. {1}"_p,
                      {directory::words(one.grounds.sources),
                       directory::checked_words(one.grounds, page.today)})
               << "</p></li>";
}

Html guides_part(const Speaker& say, const RecordPage& page)
{
    std::vector<const guidance::OpenText*> guides;
    for (const auto& person : page.people)
        for (const auto& one : person.guides)
            if (std::ranges::find(guides, one.guide) == guides.end()) guides.push_back(one.guide);
    Html out;
    out << heading(say("Guides read and understood"_p))
        << paragraph(say(
               "Each says so for themselves, on the page of the guide, for each edition anew. Which guides are asked for is a project rule."_p))
        << "<ul class=\"govuk-list\">";
    for (const auto* guide : guides) {
        std::size_t asked = 0;
        std::vector<std::string> missing;
        for (const auto& person : page.people) {
            for (const auto& one : person.guides) {
                if (one.guide != guide) continue;
                ++asked;
                if (!one.understood) missing.push_back(person.name);
            }
        }
        out << "<li class=\"safelead-item\"><h3 class=\"govuk-heading-s\"><a class=\"govuk-link\" "
               "href=\"/guides/"
            << text(guide->name) << "\">"
            << say("{0}, edition {1}"_p, {guide->title, std::to_string(guide->edition)}) << "</a></h3>"
            << paragraph(
                   say("**Confirmed: {0} of {1}.** Not yet: {2}."_p,
                       {std::to_string(asked - missing.size()), std::to_string(asked), joined(missing)}))
            << "</li>";
    }
    return out << "</ul>";
}

Html person_part(const Speaker& say, const RecordPage& page, const app::PersonsTraining& person)
{
    std::string roles;
    for (const auto role : person.roles.list())
        roles += fmt::format("{}{}", roles.empty() ? "" : ", ", directory::role_words(role));
    Html out;
    out << "<li class=\"safelead-item\"><h3 class=\"govuk-heading-s\">" << text(person.name) << "</h3>"
        << paragraph(text(roles)) << "<ul class=\"govuk-list govuk-list--bullet\">";
    for (const auto& one : person.required)
        out << "<li>" << text(one.requirement->what) << ": " << standing_words(say, one.currency) << "</li>";
    return out << "</ul>" << learnt_list(say, page.curriculum, person.learnt) << "</li>";
}

Html person_select(const FormWriter& form, const RecordPage& page, const std::string& name)
{
    const auto& say = form.say();
    Select select{.name = name,
                  .label = {.content = say("Who?"_p)},
                  .error = form.error(name),
                  .items = {{.value = "", .content = say.plain("Choose a person"_p)}},
                  .value = std::string{form.typed().text(name)}};
    for (const auto& person : page.people)
        select.items.push_back({.value = std::string{person.person.text()}, .content = person.name});
    Html out;
    return out << select;
}

std::vector<Choice> kinds()
{
    using learning::Kind;
    std::vector<Choice> choices;
    for (const auto kind : {Kind::induction, Kind::course, Kind::refresher, Kind::light_bite, Kind::briefing,
                            Kind::e_learning, Kind::read_receipt})
        choices.push_back(
            {.value = std::string{learning::kind_name(kind)}, .label = text(learning::kind_words(kind))});
    return choices;
}

Html record_form(const FormWriter& form, const RecordPage& page)
{
    const auto& say = form.say();
    std::vector<Choice> topics;
    for (const auto& topic : page.curriculum.topics)
        topics.push_back({.value = std::string{topic.id.text()}, .label = text(topic.name)});
    Html out;
    return out << "<div class=\"no-print\">" << heading(say("Record training that somebody had elsewhere"_p))
               << form.open(page.record) << person_select(form, page, "person")
               << form.radios("topic", say("What was taught?"_p), {}, std::move(topics), Layout::small,
                              LegendSize::s)
               << form.radios("kind", say("What kind of training was it?"_p), {}, kinds(), Layout::small,
                              LegendSize::s)
               << form.date("on", say("On which day?"_p))
               << form.line("minutes", say("How many minutes, if you know?"_p), {}, "govuk-input--width-4")
               << form.line("provider", say("Who gave it?"_p))
               << form.line("content", say("Which content or edition?"_p),
                            say("For what was read: the year of the edition."_p))
               << form.line("result", say("Result, if there was an assessment"_p))
               << form.line("evidence", say("Where is the certificate kept?"_p))
               << Button{.content = say("Record it"_p), .prevents_double_click = true} << FormWriter::close();
}

Html strike_out_form(const FormWriter& form, const RecordPage& page)
{
    const auto& say = form.say();
    Html content;
    content << paragraph(say("It stays in the record with your reason, and counts no more."_p))
            << form.open(page.strike_out) << person_select(form, page, "struck-person")
            << form.line("struck-number", say("Number of the record"_p), {}, "govuk-input--width-3")
            << form.line("struck-why", say("Why was it wrong?"_p))
            << Button{.content = say("Strike it out"_p),
                      .classes = "govuk-button--secondary",
                      .prevents_double_click = true}
            << FormWriter::close();
    Html out;
    return out << Details{.summary = say("Strike out a record that is wrong"_p),
                          .content = std::move(content)}
               << "</div>";
}

template <class Item, class Draw>
void add_part(Html& out, Html title, const std::vector<Item>& items, const Draw& draw)
{
    if (items.empty()) return;
    out << heading(std::move(title)) << "<ul class=\"govuk-list govuk-list--bullet\">";
    for (const auto& item : items) out << "<li>" << draw(item) << "</li>";
    out << "</ul>";
}

Html guide_link(const Speaker& say, const guidance::OpenText& guide)
{
    Html out;
    return out << "<a class=\"govuk-link\" href=\"/guides/" << text(guide.name) << "\">"
               << say("{0}, edition {1}"_p, {guide.title, std::to_string(guide.edition)}) << "</a>";
}

/// Where a text stands, for whoever looks after it.
Html text_to_review(const Speaker& say, const guidance::OpenText& one)
{
    return say("{0} ({1}/{2}, {3}): to be checked by {4}"_p,
               {one.title, one.shelf, one.name, one.language, directory::long_date(one.review_by)});
}

}  // namespace

Html my_training_page(const Speaker& say, const MyTrainingPage& page)
{
    const auto& mine = page.mine;
    Html out;
    out << "<h1 class=\"govuk-heading-l\">" << say("My training"_p) << "</h1>";
    if (!mine.to_evaluate.empty())
        out << heading(say("Say how it was"_p))
            << sessions(say, page.curriculum, page.zone, mine.to_evaluate);
    if (!mine.booked.empty())
        out << heading(say("You have a place"_p)) << sessions(say, page.curriculum, page.zone, mine.booked);
    if (!mine.waiting.empty())
        out << heading(say("You are on the waiting list"_p))
            << sessions(say, page.curriculum, page.zone, mine.waiting);
    out << heading(say("What your role needs"_p));
    if (mine.own.required.empty())
        out << paragraph(say("Nothing is laid down for your role here."_p));
    else
        out << "<ul class=\"govuk-list govuk-list--bullet\">";
    for (const auto& one : mine.own.required)
        out << "<li>" << text(one.requirement->what) << ": " << standing_words(say, one.currency) << "</li>";
    if (!mine.own.required.empty()) out << "</ul>";
    if (!mine.own.guides.empty()) {
        out << heading(say("Guides to read and understand"_p))
            << "<ul class=\"govuk-list govuk-list--bullet\">";
        for (const auto& one : mine.own.guides)
            out << "<li>" << guide_link(say, *one.guide) << ": "
                << (one.understood ? say("confirmed"_p) : say("**not confirmed yet**"_p)) << "</li>";
        out << "</ul>";
    }
    out << heading(say("What you have had"_p)) << learnt_list(say, page.curriculum, mine.own.learnt);
    return out << paragraph(say("[All training](/training)"_p));
}

Html training_record_page(const FormWriter& form, const RecordPage& page)
{
    const auto& say = form.say();
    Html out;
    out << form.error_summary() << "<h1 class=\"govuk-heading-l\">" << say("Training record"_p) << "</h1>"
        << paragraph(say(
               "{0}, {1}. People with an account here: {2}. Somebody without an account is not on this page."_p,
               {page.organisation, directory::long_date(page.today), std::to_string(page.people.size())}))
        << heading(say("At a glance"_p)) << "<ul class=\"govuk-list\">";
    for (const auto& one : page.curriculum.requirements) out << requirement_part(say, page, one);
    out << "</ul>" << guides_part(say, page) << heading(say("Person by person"_p))
        << "<ul class=\"govuk-list\">";
    for (const auto& person : page.people) out << person_part(say, page, person);
    return out << "</ul>" << record_form(form, page) << strike_out_form(form, page);
}

Html training_today_part(const Speaker& say, const app::TrainingToday& today,
                         const learning::Curriculum& curriculum, const directory::Zone& zone)
{
    Html out;
    add_part(out, say("Guides past their review date"_p), today.past_review,
             [&](const auto* one) { return text_to_review(say, *one); });
    add_part(out, say("Guides to be checked within 30 days"_p), today.soon_to_review,
             [&](const auto* one) { return text_to_review(say, *one); });
    if (!today.registers.empty())
        out << heading(say("Registers to keep"_p)) << sessions(say, curriculum, zone, today.registers);
    if (!today.soon.empty())
        out << heading(say("Your training within a week"_p)) << sessions(say, curriculum, zone, today.soon);
    add_part(out, say("Your training that is overdue"_p), today.overdue,
             [&](const auto* one) { return text(one->what); });
    add_part(out, say("Guides that you are asked to read and understand"_p), today.to_confirm,
             [&](const auto* one) { return guide_link(say, *one); });
    if (today.people_overdue > 0)
        out << heading(say("Training of everybody here"_p))
            << paragraph(
                   say("People with training that is overdue: {0}. [Training record](/training/record)"_p,
                       {std::to_string(today.people_overdue)}));
    return out;
}

Html understood_part(const FormWriter& form, const FormFrame& frame, const guidance::OpenText& guide,
                     const std::string& understood)
{
    const auto& say = form.say();
    Html out;
    out << "<div class=\"no-print\">" << heading(say("Read and understood"_p));
    if (!understood.empty())
        return out << paragraph(say("You confirmed edition {0} on {1}. A new edition asks again."_p,
                                    {std::to_string(guide.edition), understood}))
                   << "</div>";
    return out << paragraph(say("Your lead and head see that you have, and who has not yet."_p))
               << form.open(frame) << hidden_input("guide", guide.name)
               << hidden_input("edition", std::to_string(guide.edition))
               << Button{.content = say("I have read and understood this edition"_p),
                         .classes = "govuk-button--secondary",
                         .prevents_double_click = true}
               << FormWriter::close() << "</div>";
}

}  // namespace safelead::web
