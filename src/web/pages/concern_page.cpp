#include "web/pages/concern_page.h"

#include "web/pages/taken_out.h"
#include "web/pages/words.h"

#include <utility>

namespace safelead::web {

namespace {

Html lead_lines(const Speaker& say, const std::vector<Ring>& lead)
{
    Html out;
    if (lead.empty())
        out << "<p class=\"govuk-body\">"
            << say("No number for your safeguarding lead is recorded. Find them, or ask the office."_p)
            << "</p>";
    else
        out << ring_list(lead);
    return out;
}

Html danger_panel(const Speaker& say, const std::vector<Ring>& lead)
{
    Html out;
    out << "<div class=\"safelead-danger\" id=\"danger-now\" role=\"alert\" data-danger-panel hidden>"
        << "<h2 class=\"govuk-heading-m\">" << say("Ring 999 now"_p) << " · " << telephone_link("999")
        << "</h2>"
        << "<p class=\"govuk-body\">" << say("Then tell the safeguarding lead in person, or ring them:"_p)
        << "</p>" << lead_lines(say, lead) << "<p class=\"govuk-body\">"
        << say("Then finish this page. What you have typed is kept."_p) << "</p></div>";
    return out;
}

Html before_you_write(const Speaker& say)
{
    Html content;
    content
        << "<ul class=\"govuk-list govuk-list--bullet\"><li>"
        << say("Don’t look at, copy, send, save or delete the image, and don’t ask a child to."_p)
        << "</li><li>" << say("Don’t describe the image here. Nobody needs to know what it shows."_p)
        << "</li><li>"
        << say("Telling the safeguarding lead in person comes first. Nothing on this page rings anyone."_p)
        << "</li></ul>";
    return InsetText{.content = content};
}

Html who_it_is_about(const FormWriter& form, const ConcernPage& page)
{
    const auto& say = form.say();
    Html out;
    out << finder(form, {.name = "child",
                         .address = "/children/search",
                         .legend = say("Which child or children is this about?"_p),
                         .hint = say("Search your school’s list by the beginning of a name."_p),
                         .box_label = say("Child’s name"_p),
                         .button = say("Find child"_p),
                         .chosen = page.children_chosen,
                         .found = page.children_found,
                         .searched = page.searched == "find-child"})
        << form.paragraph(
               "unlisted", say("Not on the list"_p),
               say("One child a line: the name, then a comma and anything that helps to find them, "
                   "such as the year or the school. If you don’t know the name, say what you know."_p),
               2);
    return out;
}

Html what_happened(const FormWriter& form)
{
    const auto& say = form.say();
    Html out;
    out << form.paragraph(
               "words", say("What was said, in the words used?"_p),
               say("Write the child’s own words where you can. Keep what you were told apart from what "
                   "you think. Don’t describe an image."_p),
               8)
        << Button{.content = say("Add the words of a document"_p),
                  .name = std::string{ask_field},
                  .value = std::string{ask_for_document},
                  .classes = "govuk-button--secondary"}
        << form.event_time("when", say("When was this?"_p))
        << form.line(
               "where", say("Where was this?"_p),
               say("Where you were told, and where it happened if you know: a place, a game, an app"_p));
    return out;
}

Html danger_now(const FormWriter& form, const ConcernPage& page)
{
    const auto& say = form.say();
    Html out;
    Html hint;
    hint << say("If yes, **ring 999 first**, then the safeguarding lead. Then come back to this page."_p);
    out << form.radios("danger", say("Is anyone in danger now?"_p), hint, yes_no_unknown(say))
        << danger_panel(say, page.lead)
        << form.line("child-now", say("Where is the child now, and who is with them?"_p));
    return out;
}

Html staff_involved(const FormWriter& form, const ConcernPage& page)
{
    const auto& say = form.say();
    Html out;
    out << form.radios(
        "involved", say("Does this involve anyone who works here?"_p),
        say("Your report then goes past them: to the headteacher, or to the chair of governors. They will not see it."_p),
        {{.value = "nobody", .label = say("No"_p)},
         {.value = "someone",
          .label = say("Yes, somebody who works here, but not the safeguarding lead or the head"_p)},
         {.value = "lead", .label = say("Yes, the safeguarding lead"_p)},
         {.value = "head", .label = say("Yes, the headteacher"_p)},
         {.value = "lead_and_head", .label = say("Yes, both of them"_p)},
         {.value = "unknown", .label = say("Not known"_p)}});
    out << finder(form, {.name = "staff",
                         .address = "/staff/search",
                         .legend = say("If yes, who?"_p),
                         .hint = say("Whoever you choose is kept out of this report by name."_p),
                         .box_label = say("Name of the member of staff"_p),
                         .button = say("Find member of staff"_p),
                         .chosen = page.staff_chosen,
                         .found = page.staff_found,
                         .searched = page.searched == "find-staff"});
    return out;
}

Html told_and_seen(const FormWriter& form)
{
    const auto& say = form.say();
    Html out;
    out << form.radios("told", say("Has the safeguarding lead been told in person?"_p), {},
                       yes_no_unknown(say))
        << form.radios(
               "exposure", say("Has anyone on the staff seen or kept an image?"_p),
               say("You are not in trouble for having seen one by accident: say so, and we will support you. "
                   "Don’t say what it shows."_p),
               {{.value = "none", .label = say("No"_p)},
                {.value = "accidental", .label = say("Seen by accident, or shown without asking"_p)},
                {.value = "authorised_viewing",
                 .label = say("Seen on purpose, agreed beforehand with the head"_p)},
                {.value = "copied", .label = say("Copied, sent, saved or kept, or on a school device"_p)},
                {.value = "unknown", .label = say("Not known"_p)}});
    return out;
}

}  // namespace

Html concern_form_page(const FormWriter& form, const ConcernPage& page)
{
    const auto& say = form.say();
    Html out;
    out << form.error_summary();
    if (page.draft_restored)
        out << NotificationBanner{.title = say("Kept for you"_p),
                                  .heading = say("This is what you had typed. It has not been sent yet."_p)};
    out << "<h1 class=\"govuk-heading-l\">" << say("Report a concern"_p) << "</h1>" << before_you_write(say)
        << form.open(page.frame) << who_it_is_about(form, page) << what_happened(form)
        << danger_now(form, page) << staff_involved(form, page) << told_and_seen(form)
        << Button{.content = say("Send this report"_p), .prevents_double_click = true} << FormWriter::close();
    return out;
}

namespace {

Html tell_now(const Speaker& say, record::RoutedTo routed_to)
{
    switch (routed_to) {
        case record::RoutedTo::lead:
            return say("Tell the safeguarding lead in person now, if you have not yet, or ring:"_p);
        case record::RoutedTo::head:
            return say(
                "This goes past the safeguarding lead, to the headteacher. Tell them in person now, or ring:"_p);
        case record::RoutedTo::chair:
            return say(
                "This goes past the headteacher, to the chair of governors. Tell them now, or ring:"_p);
    }
    throw_bug("a concern goes to nobody");
}

/// Whoever the box about danger names is not named again.
Html ring_now(const Speaker& say, const ConcernSentPage& page)
{
    Html out;
    if (page.danger && page.routed_to == record::RoutedTo::chair) return out;
    out << "<h2 class=\"govuk-heading-m\">" << say("Nothing here rings anyone"_p) << "</h2>";
    if (!page.danger)
        out << "<p class=\"govuk-body\">" << tell_now(say, page.routed_to) << "</p>"
            << lead_lines(say, page.lead);
    out << "<p class=\"govuk-body\">" << say("If nobody answers, don’t wait. Anyone can ring:"_p) << "</p>"
        << ring_list(page.agencies);
    return out;
}

Html then_tell(const Speaker& say, const ConcernSentPage& page)
{
    switch (page.routed_to) {
        case record::RoutedTo::lead:
            return say("Then tell the safeguarding lead in person, or ring them:"_p);
        case record::RoutedTo::head:
            return say("Then tell the headteacher in person, or ring them:"_p);
        case record::RoutedTo::chair:
            return say("Then tell the chair of governors, or ring them:"_p);
    }
    throw_bug("a concern goes to nobody");
}

/// What goes straight to the chair is passed up to nobody if they don't read it.
Html nobody_above(const Speaker& say, const ConcernSentPage& page)
{
    Html out;
    if (page.routed_to != record::RoutedTo::chair) return out;
    out << "<p class=\"govuk-body\">"
        << say("Nobody here is above the chair of governors, so this report is passed on to nobody else if "
               "they "
               "do not read it. Don’t wait for them: ring children’s social care yourself, now."_p)
        << "</p>" << ring_list(page.agencies);
    return out;
}

Html about_staff(const Speaker& say, const ConcernSentPage& page)
{
    Html out;
    if (page.lado.empty()) return out;
    out << "<h2 class=\"govuk-heading-m\">" << say("Because it may involve somebody who works here"_p)
        << "</h2><p class=\"govuk-body\">"
        << say("Those you named will not see this report. Don’t speak to them about it. The local authority "
               "designated officer (LADO) advises on allegations against staff; you can ring them yourself:"_p)
        << "</p>" << ring_list(page.lado);
    return out;
}

Html bullet_list(std::initializer_list<Html> items)
{
    Html out;
    out << "<ul class=\"govuk-list govuk-list--bullet\">";
    for (const auto& item : items) out << "<li>" << item << "</li>";
    out << "</ul>";
    return out;
}

Html meanwhile(const Speaker& say)
{
    Html out;
    out << "<h2 class=\"govuk-heading-m\">" << say("What happens next"_p) << "</h2>"
        << bullet_list(
               {say("Whoever it goes to reads it, decides and records why. It shows at the top of their list "
                    "according to how urgent it is."_p),
                say("A report of danger that nobody has read goes up to the next person, at any hour of any day."_p),
                say("Under [My reports](/my-reports) you can see that it was read, and whether it is being "
                    "acted on. You will not see more, to protect the child."_p),
                say("If you are still worried, say so there, or ring."_p)})
        << "<h2 class=\"govuk-heading-m\">" << say("Until then"_p) << "</h2><h3 class=\"govuk-heading-s\">"
        << say("Do"_p) << "</h3>"
        << bullet_list(
               {say("Stay with the child, or make sure that an adult they trust is with them."_p),
                say("Thank them for telling, and say that they are not to blame."_p),
                say("Tell them what you have done and who will speak to them."_p),
                say("Write down at once anything more that they say, in their words, and add it with a new report."_p)})
        << "<h3 class=\"govuk-heading-s\">" << say("Don’t"_p) << "</h3>"
        << bullet_list(
               {say("Don’t look at, copy, send, save or delete the image, and don’t ask a child to."_p),
                say("Don’t question the child further, or speak to other children who may be involved."_p),
                say("Don’t promise to keep it secret."_p),
                say("Don’t tell parents or carers yet: the safeguarding lead decides when it is safe to."_p)});
    out << "<h3 class=\"govuk-heading-s\">" << say("If anyone on the staff has seen or kept an image"_p)
        << "</h3>"
        << bullet_list(
               {say("If it was seen by accident, that is recorded so that they are supported. Don’t describe it."_p),
                say("If it was copied, sent or kept, leave the device as it is, don’t open or delete "
                    "anything, and tell whoever this goes to at once."_p)});
    return out;
}

}  // namespace

Html concern_sent_page(const Speaker& say, const ConcernSentPage& page)
{
    Html out;
    if (page.danger)
        out << "<div class=\"safelead-danger\"><h1 class=\"govuk-heading-l\">"
            << say("You said that somebody is in danger: ring 999 now"_p) << " · " << telephone_link("999")
            << "</h1><p class=\"govuk-body\">" << then_tell(say, page) << "</p>" << lead_lines(say, page.lead)
            << nobody_above(say, page) << "</div>";
    if (page.taken_out) out << taken_out_notice(say);
    out << Panel{.title = say("Your report is recorded"_p),
                 .content = say("Its reference is **{0}**"_p, {page.reference}),
                 .heading_level = page.danger ? 2 : 1};
    out << ring_now(say, page) << about_staff(say, page) << meanwhile(say)
        << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/my-reports\">" << say("My reports"_p)
        << "</a></p>";
    return out;
}

}  // namespace safelead::web
