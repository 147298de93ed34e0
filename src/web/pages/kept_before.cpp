#include "record/kept_in.h"
#include "record/removal.h"
#include "record/review_meeting.h"
#include "web/html/components.h"
#include "web/pages/police_notice.h"
#include "web/pages/records_page.h"
#include "web/pages/words.h"

namespace safelead::web {

namespace {

Html paragraph(Html words)
{
    Html out;
    return out << "<p class=\"govuk-body\">" << words << "</p>";
}

Html viewing_words(const Speaker& say)
{
    Html out;
    out << WarningText{.content = say("In almost every case nobody needs to look, and nobody may without a "
                                      "good and clear reason."_p)}
        << paragraph(say("What is known is what the children and others have told you. The advice in this "
                         "case is given on that. Before anybody thinks of looking:"_p))
        << "<ul class=\"govuk-list govuk-list--bullet\"><li>"
        << say("ask the child what happened, without asking them to show or describe it"_p) << "</li><li>"
        << say("for taking it down, the young person uses Report Remove themselves: no adult has to look"_p)
        << "</li><li>"
        << say("if you can’t tell whether to refer, consult: agencies decide without the "
               "image"_p)
        << "</li><li>" << say("if a child would be distressed by it, nobody looks"_p) << "</li></ul>"
        << paragraph(
               say("Only the safeguarding lead, or a member of their team whom the head has authorised, "
                   "after talking to the head, with another member of staff present, on school premises. "
                   "It is never copied, printed, shared, stored or saved."_p))
        << paragraph(say("The record is signed by whoever viewed, the witness and the head. That there are "
                         "three signatures is a project rule, our careful reading; the record itself is "
                         "guidance."_p));
    return out;
}

Phrase words_of(record::RemovalWaits why)
{
    switch (why) {
        case record::RemovalWaits::not_decided:
            return "Nobody has decided yet what happens in this case. Decide first; until then nothing is "
                   "deleted, taken down by the school or given back."_p;
        case record::RemovalWaits::sign_off_awaited:
            return "The decision still waits for its second person. Until they agree nothing is deleted, "
                   "taken "
                   "down by the school or given back."_p;
        case record::RemovalWaits::advice_has_risen:
            return "The advice has risen since the decision. Decide again first; until then nothing is "
                   "deleted, taken down by the school or given back."_p;
        case record::RemovalWaits::police_or_social_care:
            return "Police or social care are involved, or have to be asked. What may be evidence is not "
                   "deleted, taken down by the school or given back, unless the police agree in writing."_p;
    }
    throw_bug("removal waits for none of its reasons");
}

Html removal_words(const Speaker& say, const CaseView& view)
{
    Html out;
    if (const auto why = record::why_removal_waits(view.state, view.in_force))
        out << WarningText{.content = say(words_of(*why))};
    return out << paragraph(
               say("A young person under 18 can use Report Remove at any time. It needs the image "
                   "or its address, so it comes before any deletion. "
                   "[How Report Remove works](/young-people/remove-an-image)"_p));
}

Html meeting_words(const Speaker& say, const CaseView& view)
{
    Html out;
    out << paragraph(
        say("A referral never waits for this meeting. If a criterion for referring is met, refer "
            "now and meet afterwards."_p));
    if (view.state.advice && !view.state.advice->advice.criteria.empty() && view.state.referrals.empty())
        out << WarningText{.content = say("A criterion for referring is met and no referral is recorded. "
                                          "Refer first."_p)};
    if (const auto due = record::review_due(view.state))
        out << paragraph(say("It is to be held by {0}, the end of the school day."_p, {view.when(*due)}));
    return out;
}

Html names_of(const CaseView& view, const std::vector<PersonId>& people)
{
    std::string names;
    for (const auto& person : people) names += (names.empty() ? "" : ", ") + view.staff_name(person);
    return text(names);
}

/// How it stands now.
Html reading_words(const Speaker& say, const CaseView& view)
{
    const auto& reads = view.state.who_reads;
    SummaryList list;
    list.rows.push_back({.key = say("Kept out by name"_p),
                         .value = reads.kept_out.empty() ? say("Nobody, beside those a report names"_p)
                                                         : names_of(view, reads.kept_out)});
    list.rows.push_back({.key = say("Locked"_p),
                         .value = reads.locked_to.empty() ? say("No: whoever’s role reads cases reads it"_p)
                                                          : names_of(view, reads.locked_to)});
    for (const auto& one : reads.openings)
        list.rows.push_back(
            {.key = say("Opened because it could not wait"_p),
             .value = say("{0}, until {1}"_p, {view.staff_name(one.by), view.when(one.until)})});
    Html out;
    return out << paragraph(
                      say("A second person looks at it when somebody else is kept out or the case is locked: "
                          "the headteacher gets a task, if they may read it."_p))
               << list;
}

}  // namespace

Html before_form(const Speaker& say, const CaseView& view, std::string_view type)
{
    using namespace record;
    if (type == FieldsOf<ViewingRecorded>::type) return viewing_words(say);
    if (type == FieldsOf<RemovalAsked>::type || type == FieldsOf<DeletionAsked>::type ||
        type == FieldsOf<DeletionAnswered>::type || type == FieldsOf<DeviceMoved>::type)
        return removal_words(say, view);
    if (type == FieldsOf<ReviewMeetingCalled>::type || type == FieldsOf<ReviewMeetingHeld>::type)
        return meeting_words(say, view) << police_notice_before_meeting(say, view);
    if (type == FieldsOf<StrategyMeetingHeld>::type) return police_notice_before_meeting(say, view);
    if (type == FieldsOf<FamilyNotTold>::type)
        return paragraph(
            say("Families are usually told early. Not telling one needs good reason to think that "
                "it would put a child at risk, and is generally decided with social care or the "
                "police. That a parent refuses does not stop a referral."_p));
    if (type == FieldsOf<DeviceTaken>::type)
        return paragraph(
            say("Nobody looks through it. What may be an image of a child goes to the police as "
                "soon as can be; ask them before anything on it is changed."_p));
    if (type == FieldsOf<EntryCorrected>::type)
        return paragraph(
            say("The entry stays as it is. The correction is added, and the chronology shows both "
                "together."_p));
    if (type == FieldsOf<PersonKeptOut>::type || type == FieldsOf<CaseLocked>::type)
        return reading_words(say, view);
    if (type == FieldsOf<OwnTaskSet>::type)
        return paragraph(
            say("It is overdue for everybody to see when its time is over, and then reaches the "
                "next person up."_p));
    return {};
}

}  // namespace safelead::web
