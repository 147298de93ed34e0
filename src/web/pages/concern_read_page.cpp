#include "web/pages/inbox_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

namespace safelead::web {

namespace {

using record::Answer;
using record::StaffExposure;
using record::StaffInvolved;

Html exposure_words(const Speaker& say, StaffExposure exposure)
{
    switch (exposure) {
        case StaffExposure::none:
            return say("No"_p);
        case StaffExposure::accidental:
            return say("Seen by accident, or shown without asking"_p);
        case StaffExposure::authorised_viewing:
            return say("Seen on purpose, agreed beforehand with the head"_p);
        case StaffExposure::copied:
            return say("Copied, sent, saved or kept, or on a school device"_p);
        case StaffExposure::unknown:
            return say("Not known"_p);
    }
    throw_bug("staff exposure has no such value");
}

Html involved_words(const Speaker& say, const ConcernReadPage& page)
{
    Html out;
    switch (page.reported.staff_involved) {
        case StaffInvolved::nobody:
            return say("No"_p);
        case StaffInvolved::unknown:
            return say("Not known"_p);
        case StaffInvolved::someone:
            out << say("Yes, somebody who works here"_p);
            break;
        case StaffInvolved::lead:
            out << say("Yes, the safeguarding lead"_p);
            break;
        case StaffInvolved::head:
            out << say("Yes, the headteacher"_p);
            break;
        case StaffInvolved::lead_and_head:
            out << say("Yes, the safeguarding lead and the headteacher"_p);
            break;
    }
    for (const auto& name : page.involved) out << "<br>" << text(name);
    return out;
}

Html lines_of(const std::vector<std::string>& lines)
{
    Html out;
    for (const auto& line : lines) {
        if (!out.is_empty()) out << "<br>";
        out << text(line);
    }
    return out;
}

/// With a link to each child's own page, where whoever looks may open those.
Html children_of(const ConcernReadPage& page)
{
    if (page.child_addresses.empty()) return lines_of(page.children);
    Html out;
    for (std::size_t at = 0; at < page.children.size(); ++at) {
        if (!out.is_empty()) out << "<br>";
        out << "<a class=\"govuk-link\" href=\"" << text(page.child_addresses[at]) << "\">"
            << text(page.children[at]) << "</a>";
    }
    return out;
}

/// A system names somebody as the reporter: whoever reads it asks them.
Html reporter_words(const Speaker& say, const ConcernReadPage& page)
{
    if (page.by_way_of.empty()) return say("{0}, {1}"_p, {page.reporter, page.reported_at});
    return say("{0}, {1}, by way of {2}: the school’s system named them. Ask them"_p,
               {page.reporter, page.reported_at, page.by_way_of});
}

Html what_was_reported(const Speaker& say, const ConcernReadPage& page)
{
    Html words;
    words << "<span class=\"safelead-words\">" << text(page.reported.words) << "</span>";
    return SummaryList{
        .rows = {{.key = say("Children"_p), .value = children_of(page)},
                 {.key = say("In the words used"_p), .value = words},
                 {.key = say("When"_p), .value = text(page.when)},
                 {.key = say("Where"_p), .value = text(page.reported.where)},
                 {.key = say("Anyone in danger now"_p), .value = say(answer_words(page.reported.danger_now))},
                 {.key = say("Where the child is now"_p), .value = text(page.reported.child_now)},
                 {.key = say("Anyone who works here involved"_p), .value = involved_words(say, page)},
                 {.key = say("Lead told in person"_p),
                  .value = say(answer_words(page.reported.told_lead_in_person))},
                 {.key = say("Staff seen or kept an image"_p),
                  .value = exposure_words(say, page.reported.staff_exposure)},
                 {.key = say("Reported by"_p), .value = reporter_words(say, page)}}};
}

Html open_case_form(const FormWriter& form, const ConcernReadPage& page)
{
    const auto& say = form.say();
    Html out;
    out << "<h2 class=\"govuk-heading-m\">" << say("Open a case"_p) << "</h2>" << form.open(page.open_case);
    if (!page.others.empty()) {
        std::vector<Choice> choices;
        for (const auto& other : page.others)
            choices.push_back({.value = other.reference,
                               .label = say("{0}: {1}"_p, {other.reference, other.who}),
                               .hint = text(other.reported)});
        out << form.checkboxes("with", say("From these concerns too?"_p),
                               say("Tick those about the same incident."_p), std::move(choices),
                               Layout::small);
    }
    return out << Button{.content = say("Open a case"_p), .prevents_double_click = true}
               << FormWriter::close();
}

Html join_form(const FormWriter& form, const ConcernReadPage& page)
{
    if (page.open_cases.empty()) return {};
    const auto& say = form.say();
    std::vector<Choice> choices;
    for (const auto& one : page.open_cases)
        choices.push_back({.value = one.reference,
                           .label = say("{0}: {1}"_p, {one.reference, one.who}),
                           .hint = say("Opened {0}"_p, {one.opened})});
    Html out;
    out << "<h2 class=\"govuk-heading-m\">" << say("Or add it to a case"_p) << "</h2>" << form.open(page.join)
        << form.radios("case", say("Which case?"_p), {}, std::move(choices), Layout::small)
        << Button{.content = say("Add to this case"_p),
                  .classes = "govuk-button--secondary",
                  .prevents_double_click = true}
        << FormWriter::close();
    return out;
}

Html keep_form(const FormWriter& form, const ConcernReadPage& page)
{
    const auto& say = form.say();
    Html content;
    content << form.open(page.keep)
            << form.paragraph("reason", say("Why no case is needed"_p),
                              say("It is kept all the same, and a case can be opened from it later."_p), 3)
            << Button{.content = say("Keep without a case"_p),
                      .classes = "govuk-button--secondary",
                      .prevents_double_click = true}
            << FormWriter::close();
    return Details{.summary = say("Keep it without opening a case"_p),
                   .content = content,
                   .is_open = form.error("reason").has_value()};
}

}  // namespace

Html concern_read_page(const FormWriter& form, const ConcernReadPage& page)
{
    const auto& say = form.say();
    Html out;
    out << form.error_summary();
    if (page.reported.danger_now == Answer::yes) {
        out << "<div class=\"safelead-danger\"><h2 class=\"govuk-heading-m\">"
            << say("The reporter says that somebody is in danger now"_p) << "</h2><p class=\"govuk-body\">"
            << say("Make sure that 999 has been rung."_p) << " " << telephone_link("999") << "</p>"
            << ring_list(page.rings) << "</div>";
    }
    out << "<h1 class=\"govuk-heading-l\">" << say("Concern {0}"_p, {page.reported.reference.text()})
        << "</h1>" << what_was_reported(say, page);
    for (const auto& later : page.later) out << InsetText{.content = text(later)};
    if (!page.case_reference.empty())
        return out << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/cases/"
                   << text(page.case_reference) << "\">" << say("It is in case {0}"_p, {page.case_reference})
                   << "</a></p>";
    if (!page.may_settle) return out;
    if (page.state == record::ConcernState::kept_without_case)
        out << InsetText{.content = say("It was kept without a case. A case can still be opened from it."_p)};
    out << open_case_form(form, page) << join_form(form, page);
    if (page.state != record::ConcernState::kept_without_case) out << keep_form(form, page);
    return out;
}

}  // namespace safelead::web
