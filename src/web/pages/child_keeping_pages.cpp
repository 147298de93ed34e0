#include "web/pages/child_keeping_pages.h"

#include "record/child.h"
#include "web/html/components.h"
#include "web/pages/contacts_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

namespace safelead::web {
namespace {

Html heading(const Phrase& words, const Speaker& say)
{
    Html out;
    return out << "<h1 class=\"govuk-heading-l\">" << say(words) << "</h1>";
}

Html paragraph(Html words)
{
    Html out;
    return out << "<p class=\"govuk-body\">" << words << "</p>";
}

/// What tells one child from another: name, year, date of birth.
std::string described(const record::Child& child)
{
    auto words = record::name_of(child.identity);
    if (!child.identity.year_group.empty()) words += fmt::format(", {}", child.identity.year_group);
    if (child.identity.born) words += fmt::format(", born {}", directory::long_date(*child.identity.born));
    if (!child.identity.school.empty()) words += fmt::format(", {}", child.identity.school);
    return words;
}

Html submit(const Phrase& words, const Speaker& say, std::string classes = {})
{
    return Button{.content = say(words), .classes = std::move(classes), .prevents_double_click = true};
}

template <class Enum>
std::vector<Choice> choices(const Speaker& say, Phrase (*words)(Enum), int count)
{
    std::vector<Choice> all;
    for (int i = 0; i < count; ++i)
        all.push_back({.value = fmt::format("{}", i), .label = say(words(static_cast<Enum>(i)))});
    return all;
}

Html end_tie(const FormWriter& form, const ChildKeepingPage& page)
{
    const auto& say = form.say();
    std::vector<Choice> ties;
    for (const auto& tie : page.file.view.it->ties)
        ties.push_back(
            {.value = std::string{tie.other.text()}, .label = text(page.file.view.names.of(tie.other))});
    if (ties.empty()) return {};
    Html out;
    return out << "<h2 class=\"govuk-heading-m\">" << say("They do not belong together after all"_p)
               << "</h2>" << form.open(page.end)
               << form.radios("end-other", say("Who?"_p), {}, std::move(ties), Layout::small, LegendSize::s)
               << form.line("end-why", say("Why not?"_p))
               << submit("Take it back"_p, say, "govuk-button--secondary") << FormWriter::close();
}

Html part_records(const FormWriter& form, const ChildKeepingPage& page)
{
    const auto& say = form.say();
    std::vector<Choice> joined;
    for (const auto& one : page.file.view.it->joined)
        joined.push_back({.value = std::string{one.other.text()},
                          .label = text(page.file.view.names.of(one.other)),
                          .hint = say("Joined by {0}: {1}"_p, {page.file.view.names.of(one.by), one.why})});
    if (joined.empty()) return {};
    Html out;
    return out << "<h2 class=\"govuk-heading-m\">" << say("They are two children after all"_p) << "</h2>"
               << form.open(page.end)
               << form.radios("end-other", say("Which record is another child’s?"_p), {}, std::move(joined),
                              Layout::small, LegendSize::s)
               << form.line("end-why", say("Why?"_p))
               << submit("Part the records"_p, say, "govuk-button--secondary") << FormWriter::close();
}

}  // namespace

Html belonging_page(const FormWriter& form, const ChildKeepingPage& page)
{
    const auto& say = form.say();
    std::vector<Choice> children;
    for (const auto& child : page.file.view.may_belong_together)
        children.push_back({.value = std::string{child->id.text()}, .label = text(described(*child))});
    Html out;
    out << form.error_summary() << heading("Siblings and household"_p, say)
        << paragraph(
               say("It is shown on both children’s pages. Offered are those in the same cases and those "
                   "of the same family name on your list."_p));
    if (children.empty())
        out << paragraph(say("There is nobody to offer. Add the other child to the case first."_p));
    else
        out << form.open(page.frame)
            << form.radios("other", say("Who belongs with this child?"_p), {}, std::move(children),
                           Layout::small, LegendSize::s)
            << form.radios("tie", say("How?"_p), {}, choices(say, tie_words, 4), Layout::small, LegendSize::s)
            << form.line("said-by", say("Who said so?"_p), say("A parent, the child, school records."_p))
            << submit("Record this"_p, say) << FormWriter::close();
    return out << end_tie(form, page);
}

Html same_child_page(const FormWriter& form, const ChildKeepingPage& page)
{
    const auto& say = form.say();
    std::vector<Choice> records;
    for (const auto& one : page.file.view.may_be_same)
        records.push_back(
            {.value = std::string{one.it->id.text()},
             .label = text(described(*one.it)),
             .hint = one.likeness == record::Likeness::likely
                         ? say("The same date of birth and nearly the same name, or the same UPN"_p)
                         : say("Nearly the same name; a date of birth or part of the name is not known"_p)});
    Html out;
    out << form.error_summary() << heading("Records of the same child"_p, say)
        << paragraph(say("Joining moves nothing and changes nothing that was written: whoever looks at one "
                         "record sees both, and who may see, hold or erase it counts for both. It can be "
                         "taken back."_p));
    if (records.empty())
        out << paragraph(say("No other record looks like this child’s."_p));
    else
        out << form.open(page.frame)
            << form.radios("other", say("Which record is of the same child?"_p), {}, std::move(records),
                           Layout::small, LegendSize::s)
            << form.line("why", say("What makes you sure?"_p),
                         say("What was compared, and with whom you checked."_p))
            << submit("Join the records"_p, say) << FormWriter::close();
    return out << part_records(form, page);
}

Html main_file_page(const FormWriter& form, const ChildKeepingPage& page)
{
    const auto& say = form.say();
    Html out;
    out << form.error_summary() << heading("The main file"_p, say)
        << paragraph(say("Where your school keeps the child’s main file in another system, paste this "
                         "summary there. It names nobody else, and holds nothing that was typed about what "
                         "happened."_p))
        << Textarea{.name = "summary",
                    .label = {.content = say("Summary to paste"_p), .classes = "govuk-label--m"},
                    .value = summary_to_paste(say, page),
                    .rows = 14,
                    .attributes = {{"readonly"}}};
    if (!page.file.view.may_decide) return out;
    return out << "<h2 class=\"govuk-heading-m\">" << say("Where the main file and papers are"_p) << "</h2>"
               << form.open(page.frame) << form.line("system", say("Where is the main file kept?"_p))
               << form.line("their-reference", say("What is it called there?"_p),
                            say("The reference in the other system."_p))
               << form.paragraph("papers", say("Where are paper originals?"_p), say("No names of others."_p),
                                 2)
               << submit("Record this"_p, say) << FormWriter::close();
}

Html authority_page(const FormWriter& form, const ChildKeepingPage& page)
{
    const auto& say = form.say();
    std::vector<Choice> areas;
    for (const auto& area : page.areas) areas.push_back({.value = area, .label = text(name_of_area(area))});
    Html name;
    name << form.line("authority-name", say("What is it called?"_p),
                      say("Its front doors are not known here: find its number on its own website."_p));
    areas.push_back({.value = "other", .label = say("Another authority"_p), .conditional = std::move(name)});
    Html out;
    return out << form.error_summary() << heading("Where the child lives"_p, say)
               << paragraph(say("A child is referred to the local authority under which they live or are "
                                "found, which may not be the school’s. Record it before it is needed."_p))
               << form.open(page.frame)
               << form.radios("area", say("Under which local authority does the child live?"_p), {},
                              std::move(areas))
               << form.line("told-by", say("Where is this from?"_p),
                            say("The school’s list, a parent, the child."_p))
               << submit("Record this"_p, say) << FormWriter::close();
}

Html figures_page(const FormWriter& form, const ChildKeepingPage& page)
{
    const auto& say = form.say();
    Html out;
    return out << form.error_summary() << heading("Sex, ethnicity and special educational needs"_p, say)
               << paragraph(say("Recorded once, if the child or family has said. Each may be left at “not "
                                "known”. It is for figures that show whom we treat differently, and changes "
                                "no advice."_p))
               << form.open(page.frame)
               << form.radios("sex", say("Sex"_p), {}, choices(say, sex_words, 4), Layout::small,
                              LegendSize::s)
               << form.radios("ethnicity", say("Ethnicity"_p), {}, choices(say, ethnicity_words, 7),
                              Layout::small, LegendSize::s)
               << form.radios("special-needs", say("Special educational needs and disability"_p), {},
                              choices(say, special_needs_words, 5), Layout::small, LegendSize::s)
               << form.line("told-by", say("Where is this from?"_p),
                            say("The school’s list, a parent, the child."_p))
               << submit("Record this"_p, say) << FormWriter::close();
}

FormFields main_file_as_known(const app::ChildFile& file)
{
    FormFields fields;
    if (const auto& known = file.view.it->main_file) {
        fields.add("system", known->system);
        fields.add("their-reference", known->their_reference);
        fields.add("papers", known->papers);
    }
    return fields;
}

FormFields authority_as_known(const app::ChildFile& file)
{
    FormFields fields;
    if (const auto& known = file.view.it->home_authority) {
        fields.add("area", known->area.empty() ? "other" : known->area);
        if (known->area.empty()) fields.add("authority-name", known->name);
        fields.add("told-by", known->told_by);
    }
    return fields;
}

FormFields figures_as_known(const app::ChildFile& file)
{
    const auto known =
        file.view.it->characteristics.value_or(record::CharacteristicsRecorded{PersonId{""}, {}, {}, {}, {}});
    FormFields fields;
    fields.add("sex", fmt::format("{}", static_cast<int>(known.sex)));
    fields.add("ethnicity", fmt::format("{}", static_cast<int>(known.ethnicity)));
    fields.add("special-needs", fmt::format("{}", static_cast<int>(known.special_needs)));
    fields.add("told-by", known.told_by);
    return fields;
}

}  // namespace safelead::web
