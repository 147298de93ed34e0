#include "web/pages/police_notice.h"

#include "record/police_recorded.h"
#include "web/forms/agency_kind.h"
#include "web/html/components.h"
#include "web/pages/words.h"

namespace safelead::web {

namespace {

using record::AgencyKind;

bool is_notice_needed(const CaseView& view)
{
    return record::police_notice_in(view.in_force, view.state, AgencyKind::police) ==
           record::NoticeNeeded::yes;
}

}  // namespace

Html police_notice(const Speaker& say)
{
    return WarningText{
        .content =
            say("Telling the police means that they must record a crime, even if they then do nothing "
                "more. That also holds for a talk with a Safer Schools Officer. Advice without names is "
                "asked of social care or the coordinator, never of an officer."_p)};
}

Html police_notice_beside_numbers(const Speaker& say, const CaseView& view)
{
    if (!is_notice_needed(view)) return {};
    Html out;
    return out
           << "<p class=\"govuk-body\">"
           << say("**Before you ring the police or a Safer Schools Officer:** once they are told, they must "
                  "record a crime."_p)
           << "</p>";
}

Html police_notice_before_meeting(const Speaker& say, const CaseView& view)
{
    if (!is_notice_needed(view)) return {};
    Html out;
    return out << "<h2 class=\"govuk-heading-m\">" << say("If an officer is asked to come"_p) << "</h2>"
               << police_notice(say) << "<p class=\"govuk-body\">"
               << say("What is said of this child at a meeting tells whoever is there. Record and confirm "
                      "that an officer is told [before they are asked to come]({0})."_p,
                      {view.address("referrals")})
               << "</p>";
}

Phrase agency_kind_words(std::optional<AgencyKind> kind)
{
    if (!kind) return "Not said"_p;
    switch (*kind) {
        case AgencyKind::school:
            return "A school or college"_p;
        case AgencyKind::social_care:
            return "Children’s social care"_p;
        case AgencyKind::police:
            return "The police, or a Safer Schools Officer"_p;
        case AgencyKind::local_authority:
            return "Another part of a local authority: the LADO, the coordinator, the education "
                   "safeguarding team"_p;
        case AgencyKind::lado:
            return "The LADO"_p;
        case AgencyKind::other:
            return "Another agency"_p;
        case AgencyKind::not_known:
            return "I don’t know whether it is the police"_p;
    }
    throw_bug("an agency is of no kind");
}

Phrase police_notice_words(record::PoliceNotice notice)
{
    switch (notice) {
        case record::PoliceNotice::not_needed:
            return "Not needed: the advice was to refer at once"_p;
        case record::PoliceNotice::shown_and_confirmed:
            return "It was known, and confirmed, that the police must record a crime"_p;
        case record::PoliceNotice::told_before:
            return "The officer was told before it was known that the police must record a crime"_p;
    }
    throw_bug("an answer to the notice is none of the three");
}

Html agency_kind_fields(const FormWriter& form, const CaseView& view)
{
    const auto& say = form.say();
    std::vector<Choice> kinds;
    for (const auto& one : agency_kinds())
        kinds.push_back({.value = std::string{one.word}, .label = say(agency_kind_words(one.value))});
    Html out;
    out << form.radios("kind", say("What kind of agency is it?"_p), {}, std::move(kinds), Layout::small,
                       LegendSize::s);
    if (!is_notice_needed(view)) return out;
    return out << "<h3 class=\"govuk-heading-s\">" << say("If it is the police, or may be"_p) << "</h3>"
               << police_notice(say)
               << form.radios(
                      "notice", say("Before an officer is told"_p),
                      say("Not for another agency. If you don’t know whether it was an officer, find out "
                          "first; if you can’t, answer as if it was."_p),
                      {{.value = "known",
                        .label = say("I know that the police must record a crime, and tell them"_p)},
                       {.value = "told-before",
                        .label = say("They were told before I knew this"_p),
                        .hint = say("It is recorded as it was, and you are reminded of what follows"_p)}},
                      Layout::small, LegendSize::s);
}

Html what_follows(const Speaker& say, const CaseView& view)
{
    if (!record::is_police_record_owed(view.state)) return {};
    Html words;
    words << say("The police have been told, so they must record a crime. Ask the officer for the crime "
                 "reference, and for what the child and the parents may be told."_p)
          << " <a class=\"govuk-link\" href=\"" << text(view.address("records/police-said")) << "\">"
          << say("Record what the police recorded"_p) << "</a>";
    Html out;
    return out << InsetText{.content = std::move(words)};
}

}  // namespace safelead::web
