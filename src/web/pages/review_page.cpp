#include "web/html/components.h"
#include "web/pages/child_record_page.h"
#include "web/pages/child_sections.h"
#include "web/pages/words.h"

#include <fmt/format.h>

namespace safelead::web {
namespace {

constexpr std::string_view replace = "replace";

Html paragraph(Html words)
{
    Html out;
    return out << "<p class=\"govuk-body\">" << words << "</p>";
}

Phrase hint_of(record::HowSure how_sure)
{
    switch (how_sure) {
        case record::HowSure::spelled_so:
            return "Spelled like a name of theirs. If it is an ordinary word here, leave it."_p;
        case record::HowSure::nearly_so:
            return "One letter off a name of theirs."_p;
        case record::HowSure::own_name_also:
            return "This is a name of this child, too. Look at who is meant."_p;
    }
    throw_bug("a name was found in no way");
}

/// The line with every place marked where a name of somebody else may stand.
Html marked(const RecordLine& line)
{
    Html out;
    std::size_t done = 0;
    const std::string_view words = line.words;
    for (const auto& name : line.names) {
        out << text(words.substr(done, name.begin - done)) << "<mark>"
            << text(words.substr(name.begin, name.size)) << "</mark>";
        done = name.begin + name.size;
    }
    return out << text(words.substr(done));
}

Html choice_about(const FormWriter& form, const RecordLine& line, const record::NameFound& name)
{
    const auto& say = form.say();
    const auto found = line.words.substr(name.begin, name.size);
    return form.radios(field_of(line, name),
                       say("“{0}” in entry {1}"_p, {found, fmt::format("{}", line.entry)}),
                       say(hint_of(name.how_sure)),
                       {{.value = std::string{replace}, .label = say("Write “{0}”"_p, {name.stands_for})},
                        {.value = "leave", .label = say("Leave it as it is"_p)}},
                       Layout::small, LegendSize::s);
}

Html line_to_review(const FormWriter& form, const RecordLine& line, std::size_t& offered)
{
    const auto& say = form.say();
    Html out;
    out << "<li><div class=\"safelead-chronology-when\">"
        << text(line.happened.empty() ? line.entered : line.happened) << "<br>"
        << say("Entry {0}"_p, {fmt::format("{}", line.entry)})
        << "</div><div class=\"safelead-chronology-what\"><div class=\"safelead-lines\">" << marked(line)
        << "</div>";
    for (const auto& name : line.names) {
        if (++offered <= most_offered_names)
            out << choice_about(form, line, name);
        else
            out << paragraph(say("“{0}” is replaced by “{1}”: there are too many to ask about each."_p,
                                 {line.words.substr(name.begin, name.size), name.stands_for}));
    }
    return out << "</div></li>";
}

Html how_to(const Speaker& say, const ChildRecord& record)
{
    std::size_t found = 0;
    bool has_erased = false;
    for (const auto& one : record.cases) {
        has_erased |= one.has_erased;
        for (const auto& line : one.lines) found += line.names.size();
    }
    Html out;
    out << paragraph(say("This is everything that is recorded about this child alone or about the whole "
                         "incident. Others stand in it as Child B, Adult 1. What was typed may still name "
                         "them: {0} places were found."_p,
                         {fmt::format("{}", found)}))
        << paragraph(say("Read all of it. Initials, nicknames and descriptions by which somebody could be "
                         "known are not found by a program. Ask whoever advises your school on data "
                         "protection where you are not sure: some things may have to be held back, such as "
                         "what would put a child at risk."_p));
    if (has_erased)
        out << WarningText{.content =
                               say("A child’s part of one of these cases was erased. Their name is not "
                                   "known any more, so it could not be looked for."_p)};
    return out;
}

Html what_for(const FormWriter& form)
{
    const auto& say = form.say();
    std::vector<Choice> purposes;
    for (const auto& [value, purpose] :
         {std::pair{"subject_access", record::GivenFor::subject_access},
          std::pair{"transfer", record::GivenFor::transfer}, std::pair{"court", record::GivenFor::court},
          std::pair{"own_file", record::GivenFor::own_file}})
        purposes.push_back({.value = value, .label = say(given_for_words(purpose))});
    Html out;
    return out << "<h2 class=\"govuk-heading-m\">" << say("Who gets it, and why"_p) << "</h2>"
               << form.radios("purpose", say("What is it for?"_p), {}, std::move(purposes), Layout::small,
                              LegendSize::s)
               << form.radios("part", say("What goes?"_p), {},
                              {{.value = "whole", .label = say("The whole chronology of this child"_p)},
                               {.value = "impact", .label = say("Only what it has meant for this child"_p)}},
                              Layout::small, LegendSize::s)
               << form.line("to", say("Who gets it?"_p), say("Name, and what they are."_p))
               << form.paragraph("why", say("Why, and who agreed?"_p), {}, 3)
               << form.checkboxes(
                      "read", say("Before it goes"_p), {},
                      {{.value = "yes",
                        .label = say("I have read all of it, and nobody else can be known from it"_p)}},
                      Layout::small);
}

}  // namespace

std::string field_of(const RecordLine& line, const record::NameFound& name)
{
    return fmt::format("name-{}", place_of(line, name));
}

FormFields review_as_found(const ChildRecord& record)
{
    FormFields fields;
    for (const auto& one : record.cases)
        for (const auto& line : one.lines)
            for (const auto& name : line.names)
                if (name.how_sure == record::HowSure::spelled_so)
                    fields.add(field_of(line, name), std::string{replace});
    fields.add("part", "whole");
    return fields;
}

Html review_page(const FormWriter& form, const ReviewPage& page)
{
    const auto& say = form.say();
    Html out;
    out << "<p class=\"safelead-paper-only\">" << say("This has not been read over. It is not printed."_p)
        << "</p><div class=\"no-print\">" << form.error_summary() << "<h1 class=\"govuk-heading-l\">"
        << say("Read over one child’s record"_p) << "</h1>" << how_to(say, page.record)
        << form.open(page.frame) << hidden_input("up-to", fmt::format("{}", page.record.up_to));
    std::size_t offered = 0;
    for (const auto& one : page.record.cases) {
        out << "<h2 class=\"govuk-heading-m\">" << say("Case {0}"_p, {one.reference})
            << "</h2><ol class=\"govuk-list safelead-chronology\">";
        for (const auto& line : one.lines) out << line_to_review(form, line, offered);
        out << "</ol>";
    }
    if (page.record.cases.empty())
        out << paragraph(say("There is no case about this child that you may read."_p));
    out << what_for(form)
        << Button{.content = say("Record that it is given, and show it for printing"_p),
                  .prevents_double_click = true}
        << FormWriter::close();
    return out << "</div>";
}

}  // namespace safelead::web
