#include "web/answers/draft_typing.h"

#include "app/drafts.h"
#include "web/answers/typing.h"
#include "web/forms/referral_draft_form.h"
#include "web/pages/typed_not_recorded.h"
#include "web/pages/words.h"

#include <string>
#include <utility>

namespace safelead::web {

namespace {

/// Whether somebody has written in it since. What was kept by an older program does not say of which it is.
bool is_of_another_draft(const FormFields& typed, const record::Referral& now, bool is_kept_typing)
{
    if (is_kept_typing && !typed.find(seen_field)) return false;
    return seen_in(typed) != now.written_at();
}

}  // namespace

DraftTyping draft_typing(Site& site, const Visitor& visitor, const record::Reference& of,
                         const app::ReferralView& now, const FormFields& typed)
{
    const auto draft = draft_of_referral(now.it->reference);
    const auto says = typed_of(now, site.app().zone());
    DraftTyping typing{typed, {}, false};
    if (typed.empty()) {
        auto kept = typing_of(site, visitor, draft, of, says);
        typing = {std::move(kept.fields), {}, kept.restored};
    }
    if (!is_of_another_draft(typing.fields, *now.it, typed.empty())) return typing;
    // It is there again when they come back, until it is saved or let go. Where it can't be kept, this page
    // still has it.
    if (!typed.empty())
        (void)app::save_draft(site.app(), visitor.actor, {draft, of, worth_keeping(typed), {}});
    typing.beside = std::exchange(typing.fields, says);
    return typing;
}

FormErrors changed_beside()
{
    return {{std::string{beside_place},
             "Somebody changed this draft after you opened it. See what you typed, put it into the form, and "
             "save again"_p}};
}

const FormFields& discarding_typed(const ReferralPage& page, const FormFields& typed)
{
    static const FormFields nothing;
    if (typed.text("kind") == discarded_word) return typed;
    for (const auto& kept : page.kept)
        if (kept.fields.text("kind") == discarded_word) return kept.fields;
    return nothing;
}

}  // namespace safelead::web
