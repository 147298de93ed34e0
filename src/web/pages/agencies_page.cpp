#include "web/pages/agencies_page.h"

#include "record/kept_in.h"
#include "web/forms/asked_again.h"
#include "web/html/components.h"
#include "web/pages/advice_page.h"
#include "web/pages/kept_fields.h"
#include "web/pages/police_notice.h"
#include "web/pages/words.h"

namespace safelead::web {

namespace {

SummaryRow row(Html key, std::string_view value)
{
    return {.key = std::move(key), .value = text(value)};
}

Html who_to_ring(const Speaker& say, const CaseView& view, const std::vector<Ring>& rings)
{
    if (rings.empty()) return {};
    Html numbers;
    numbers << police_notice_beside_numbers(say, view) << ring_list(rings);
    return Details{.summary = say("Numbers to ring"_p), .content = std::move(numbers)};
}

/// What kind of agency it was, and what was answered to the notice.
void add_kind(SummaryList& list, const Speaker& say, const auto& told)
{
    list.rows.push_back({.key = say("Kind of agency"_p), .value = say(agency_kind_words(told.kind))});
    if (told.police_notice)
        list.rows.push_back({.key = say("Before an officer is told"_p),
                             .value = say(police_notice_words(*told.police_notice))});
}

Html consultation(const Speaker& say, const CaseView& view, const record::Consulted& consulted)
{
    SummaryList list;
    list.card = SummaryCard{.title = text(consulted.with)};
    list.rows = {row(say("Spoke to"_p), consulted.person), row(say("How"_p), consulted.how),
                 row(say("When"_p), view.when(consulted.when)), row(say("They advised"_p), consulted.advised),
                 row(say("Recorded by"_p), view.staff_name(consulted.by))};
    add_kind(list, say, consulted);
    return list;
}

Html referral(const Speaker& say, const CaseView& view, const record::ReferralMade& made)
{
    SummaryList list;
    list.card = SummaryCard{.title = text(made.to)};
    list.rows = {row(say("How"_p), made.how),
                 row(say("When"_p), view.when(made.when)),
                 row(say("What was said"_p), made.said),
                 row(say("Their name"_p), made.their_person),
                 row(say("Their reference"_p), made.their_reference),
                 row(say("Recorded by"_p), view.staff_name(made.by))};
    add_kind(list, say, made);
    return list;
}

Html made_form(const FormWriter& form, const CaseView& view, const FormFrame& frame)
{
    const auto& say = form.say();
    Html out;
    out << form.open(frame)
        << form.line("to", say("To whom?"_p), say("Children’s social care, the police, the LADO"_p))
        << agency_kind_fields(form, view)
        << form.line("how", say("How?"_p), say("By telephone, by form, in person"_p), "govuk-input--width-20")
        << form.event_time("when", say("When?"_p))
        << form.paragraph("said", say("What was said?"_p),
                          say("What you told them and what they answered. Don’t describe an image."_p), 4)
        << form.line("their-person", say("Whom did you speak to?"_p))
        << form.line("their-reference", say("Their reference"_p), {}, "govuk-input--width-20")
        << Button{.content = say("Record this referral"_p), .prevents_double_click = true}
        << FormWriter::close();
    return out;
}

Html given_back_form(const FormWriter& form, const FormFrame& frame)
{
    const auto& say = form.say();
    Html out;
    out << "<p class=\"govuk-body\">"
        << say("Where a criterion for referring is met, the school can manage a case only after an agency gave it back."_p)
        << "</p>" << form.open(frame) << form.line("agency", say("Which agency?"_p))
        << form.line("person", say("Who there told you?"_p))
        << form.event_time("back", say("When did they tell you?"_p))
        << form.paragraph("why", say("Why do they give it back?"_p), {}, 3)
        << Button{.content = say("Record that it was given back"_p),
                  .classes = "govuk-button--secondary",
                  .prevents_double_click = true}
        << FormWriter::close();
    return out;
}

}  // namespace

Html consultations_page(const FormWriter& form, const CaseView& view, const FormFrame& frame,
                        const std::vector<Ring>& rings)
{
    const auto& say = form.say();
    Html out;
    out << form.error_summary() << case_header(say, view, CasePlace::consultations, say("Consultations"_p))
        << advice_so_far(say, view) << what_follows(say, view);
    if (view.state.consultations.empty())
        out << "<p class=\"govuk-body\">" << say("Nobody has been consulted yet."_p) << "</p>";
    for (const auto& one : view.state.consultations) out << consultation(say, view, one);
    if (!view.takes(access::Action::change_case)) return out;
    out << "<h2 class=\"govuk-heading-m\">" << say("Record a consultation"_p) << "</h2>"
        << who_to_ring(say, view, rings) << form.open(frame)
        << form.line("with", say("With whom?"_p),
                     say("Duty and Advice, the local coordinator, the education safeguarding team, …"_p))
        << agency_kind_fields(form, view) << form.line("person", say("Whom did you speak to?"_p))
        << form.line("how", say("How?"_p), say("By telephone, in person"_p), "govuk-input--width-20")
        << form.event_time("when", say("When?"_p))
        << form.paragraph("advised", say("What did they advise?"_p), {}, 4)
        << Button{.content = say("Record this consultation"_p), .prevents_double_click = true}
        << FormWriter::close();
    return out;
}

Html referrals_page(const FormWriter& made, const FormWriter& given_back, const CaseView& view,
                    const ReferralsPage& page)
{
    const auto& say = made.say();
    Html out;
    out << made.error_summary() << given_back.error_summary()
        << case_header(say, view, CasePlace::referrals, say("Referrals"_p)) << advice_so_far(say, view)
        << what_follows(say, view) << page.sent;
    if (view.takes(access::Action::record_referral))
        out << Button{.content = say("Refer to an agency here"_p),
                      .href = view.address("referrals/new"),
                      .classes = "govuk-button--secondary"};
    if (view.state.referrals.empty())
        out << "<p class=\"govuk-body\">" << say("No referral has been recorded."_p) << "</p>";
    for (const auto& one : view.state.referrals) out << referral(say, view, one);
    if (const auto& back = view.state.given_back) {
        SummaryList list;
        list.card = SummaryCard{.title = say("Given back to the school"_p)};
        list.rows = {row(say("By"_p), back->agency), row(say("Told by"_p), back->person),
                     row(say("When"_p), view.when(back->when)), row(say("Why"_p), back->why)};
        out << list;
    }
    for (const auto& kept : record::kept_in<record::AgencyAnswered>(view.state))
        out << record_card(say, view, say(AskedOf<record::AgencyAnswered>::entry),
                           shown_fields(say, view, *kept.it), kept.it->by, kept.at, kept.position);
    if (!view.takes(access::Action::record_referral)) return out;
    if (!view.state.referrals.empty() && view.takes(access::Action::change_case))
        out << "<p class=\"govuk-body\"><a class=\"govuk-link govuk-!-font-weight-bold\" href=\""
            << text(view.address("records/agency-answered")) << "\">"
            << say(AskedOf<record::AgencyAnswered>::title) << "</a></p>";
    out << "<h2 class=\"govuk-heading-m\">" << say("Record a referral"_p) << "</h2><p class=\"govuk-body\">"
        << say("Nothing here rings or writes to anyone. Refer first, then record it."_p) << "</p>"
        << who_to_ring(say, view, page.rings) << made_form(made, view, page.made)
        << "<h2 class=\"govuk-heading-m\">" << say("An agency gave it back"_p) << "</h2>"
        << given_back_form(given_back, page.given_back);
    return out;
}

}  // namespace safelead::web
