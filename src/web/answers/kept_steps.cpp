#include "web/answers/kept_steps.h"

#include "web/answers/typing.h"
#include "web/forms/referral_draft_form.h"
#include "web/forms/referral_form.h"
#include "web/pages/referral_steps.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <set>
#include <string>
#include <utility>

namespace safelead::web {

namespace {

/// The forms that side could ever have. Whoever has no account answers by the sender's hand.
std::set<std::string> forms_of(const app::ReferralView& view)
{
    if (view.it->state == record::ReferralState::draft) return {std::string{discarded_word}};
    const bool is_for_both = view.side == record::Side::sender && view.it->to.id.text().empty();
    std::set<std::string> forms;
    for (const auto& move : record::moves()) {
        const auto word = step_word(move.kind);
        if (word.empty()) continue;
        if (move.side == view.side) forms.emplace(word);
        if (is_for_both && move.side == record::Side::receiver)
            forms.insert(is_of_either_side(move.kind) ? their_form(word) : std::string{word});
    }
    if (view.side == record::Side::sender) forms.emplace(discarded_word);
    return forms;
}

/// What was typed, without the form's own number: what comes now is sent under a new one. (A draft is words,
/// and a number with a step's word behind it may be taken out of it.)
FormFields words_in(const FormFields& typed)
{
    FormFields words;
    for (const auto& field : typed.in_order())
        if (field.name != "command") words.add(field.name, field.value);
    return words;
}

}  // namespace

std::vector<KeptTyping> typed_before(Site& site, const Visitor& visitor, const app::ReferralView& view,
                                     const std::optional<record::Reference>& of)
{
    std::vector<KeptTyping> kept;
    const auto add = [&](std::string draft) {
        auto typing = typing_of(site, visitor, draft, of);
        if (typing.restored) kept.push_back({std::move(draft), words_in(typing.fields)});
    };
    for (const auto& form : forms_of(view)) add(draft_of_step(form, view.it->reference));
    if (view.side == record::Side::sender && view.it->state != record::ReferralState::draft)
        add(draft_of_referral(view.it->reference));
    return kept;
}

Html kept_notices(const Site& site, const Visitor& visitor, const Request& request, const ReferralPage& page,
                  const FormFields& sent)
{
    std::optional<record::Reference> of;
    if (!page.draft_of.empty()) of = record::Reference{page.draft_of};
    Html out;
    for (const auto& kept : page.kept) {
        const auto form = form_typed_in(kept.fields);
        if (!form.empty() && form == form_typed_in(sent)) continue;
        Html where;
        where << "<a class=\"govuk-notification-banner__link\" href=\"#" << text(place_of_form(form)) << "\">"
              << title_of_step(site.say(), kept.fields.text("kind")) << "</a>";
        out << restored_notice(site, visitor, request, kept.draft, of, where);
    }
    return out;
}

FormErrors leading_to_form(FormErrors errors, const ReferralPage& page, const FormFields& sent)
{
    const auto word = sent.text("kind");
    if (errors.empty() || word.empty()) return errors;
    if (has_form(page, word)) {
        for (auto& error : errors)
            if (error.field == "form") error.field = place_of_form(form_typed_in(sent));
        return errors;
    }
    return {
        {place_of_form(form_typed_in(sent)), "This can’t be done now: something has changed. Look again"_p}};
}

}  // namespace safelead::web
