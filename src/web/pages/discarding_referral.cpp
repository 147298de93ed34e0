#include "web/pages/discarding_referral.h"

#include "base/bug.h"
#include "web/forms/referral_draft_form.h"
#include "web/forms/referral_form.h"
#include "web/html/components.h"
#include "web/html/words_row.h"
#include "web/pages/referral_times.h"
#include "web/pages/typed_not_recorded.h"
#include "web/pages/words.h"

#include <fmt/format.h>

namespace safelead::web {

namespace {

Html body(Html words)
{
    Html out;
    return out << "<p class=\"govuk-body\">" << words << "</p>";
}

}  // namespace

Html discard_form(const FormWriter& form, const ReferralPage& page)
{
    const auto& say = form.say();
    const FormFrame frame{.action = fmt::format("{}/discard", page.address),
                          .csrf_token = page.csrf_token,
                          .command = fmt::format("{}-{}", page.command, discarded_word),
                          .draft = draft_of_step(discarded_word, page.view.it->reference),
                          .draft_of = page.draft_of,
                          .page = page.address,
                          .id = place_of_form(discarded_word)};
    Html content;
    content << body(say("It is not sent, and waits for nobody. What it says stays in the record of the case, "
                        "with your reason. It can’t be brought back: begin another."_p))
            << form.open(frame) << hidden_input("kind", discarded_word)
            << form.paragraph(discarded_why_field, say("Why is it not sent?"_p), {}, 2)
            << Button{.content = say("Discard this draft"_p),
                      .classes = "govuk-button--warning",
                      .prevents_double_click = true}
            << FormWriter::close();
    return Html{} << Details{.summary = say("Discard this draft"_p),
                             .content = std::move(content),
                             .is_open = form.typed().text("kind") == discarded_word};
}

Html discarded_referral_page(const FormWriter& form, const ReferralPage& page)
{
    const auto& say = form.say();
    const auto& of = *page.view.it;
    const auto* discarded = of.last(record::StepKind::withdrawn);
    if (discarded == nullptr) throw_bug("a draft is discarded, and nobody did it");
    Html out;
    out << BackLink{.href = fmt::format("/cases/{}/referrals", page.draft_of),
                    .content = say("Back to the case’s referrals"_p)}
        << form.error_summary() << "<h1 class=\"govuk-heading-l\">"
        << say("Referral {0} to {1}"_p, {of.reference.text(), of.to.name}) << "</h1>"
        << Tag{.content = say("Discarded, never sent"_p)} << typed_not_recorded(form, page)
        << body(say("{0} discarded this draft on {1}. Nobody was sent it."_p,
                    {discarded->by_name, in_words(page.zone, discarded->at)}));
    SummaryList list;
    list.rows.push_back(words_row(say("Why"_p), discarded->said.words));
    out << list;
    if (page.view.may_act)
        out << Button{.content = say("Refer to an agency"_p),
                      .href = fmt::format("/cases/{}/referrals/new", page.draft_of)};
    return out << Details{.summary = say("What it said"_p), .content = what_it_says(say, page)};
}

}  // namespace safelead::web
