#include "app/drafts.h"

#include "app/after_erasing.h"
#include "app/allow.h"
#include "app/conversations.h"
#include "app/drafts_of_case.h"
#include "app/parts.h"
#include "app/said.h"
#include "app/session.h"
#include "app/texts.h"
#include "crypto/digest.h"

#include <algorithm>

namespace safelead::app {
namespace {

/// Whose draft it is: one person's, in one organisation, whatever session they type in.
struct Owner {
    PersonId person;
    OrganisationId organisation;

    [[nodiscard]] std::string text() const
    {
        return std::string{person.text()} + '@' + std::string{organisation.text()};
    }
};

std::string row_id(const Parts& parts, const Owner& owner, std::string_view form,
                   const std::optional<record::Reference>& of)
{
    Said said{owner.text()};
    said(form);
    said(of);
    return to_hex(crypto::derive_digest(*parts.draft_key, "safelead.draft-id.1", said.bytes()));
}

/// A draft of a case is sealed under that case's key and is gone with it; others under a key of the person's.
std::optional<crypto::SecretKey> key_for(Parts& parts, const Owner& owner,
                                         const std::optional<record::Reference>& of)
{
    if (!of) return crypto::derive_key(*parts.draft_key, "safelead.draft.1", bytes_of(owner.text()));
    auto* workspace = parts.find_workspace(owner.organisation);
    const auto found = workspace != nullptr ? workspace->one_case(*of) : std::nullopt;
    if (!found) return std::nullopt;
    const auto key = workspace->log().key_for(stream_of(found->it->id), ledger::shared_part(), "drafts");
    if (!key) return std::nullopt;
    return crypto::derive_key(*key, "safelead.draft.1", bytes_of(owner.text()));
}

Bytes packed(const Draft& draft)
{
    std::vector<std::string> texts{draft.form, draft.of ? std::string{draft.of->text()} : std::string{},
                                   to_text(draft.saved_at)};
    for (const auto& [name, value] : draft.fields) {
        texts.push_back(name);
        texts.push_back(value);
    }
    return pack_texts(texts);
}

std::optional<Draft> unpacked(BytesView plaintext)
{
    const auto texts = unpack_texts(plaintext);
    if (!texts || texts->size() < 3 || texts->size() % 2 == 0) return std::nullopt;
    const auto saved_at = parse_instant((*texts)[2]);
    if (!saved_at) return std::nullopt;
    Draft draft{(*texts)[0], std::nullopt, {}, *saved_at};
    if (!(*texts)[1].empty()) draft.of = record::Reference{(*texts)[1]};
    for (std::size_t i = 3; i < texts->size(); i += 2)
        draft.fields.emplace_back((*texts)[i], (*texts)[i + 1]);
    return draft;
}

bool is_within_limits(const Parts& parts, const Draft& draft)
{
    auto length = draft.form.size() + (draft.of ? draft.of->text().size() : 0);
    for (const auto& [name, value] : draft.fields) length += name.size() + value.size();
    return length <= parts.options.longest_draft;
}

/// Takes out what carries data before it is kept anywhere: a draft is no way in for a file.
void pass_gate(Draft& draft)
{
    WordsGate gate;
    for (auto& [name, value] : draft.fields) {
        gate(name);
        gate(value);
    }
}

Outcome<Done> save(Parts& parts, const Owner& owner, Draft draft)
{
    if (!is_within_limits(parts, draft)) return fail(TooMuch{});
    const auto now = parts.now();
    const auto id = row_id(parts, owner, draft.form, draft.of);
    auto& store = parts.passing->store();
    const auto theirs = store.list_of(draft_kind, owner.text(), now);
    const bool is_new = std::ranges::find(theirs, id, &ledger::PassingRow::id) == theirs.end();
    if (is_new && theirs.size() >= parts.options.most_drafts) return fail(TooMuch{});

    const auto key = key_for(parts, owner, draft.of);
    if (!key) return fail(NotThere{});
    pass_gate(draft);
    draft.saved_at = now;
    store.put(ledger::seal(ledger::PassingThing{std::string{draft_kind}, id, owner.text(), packed(draft),
                                                now + parts.options.drafts_kept},
                           *key));
    return Done{};
}

bool was_saved_until(const ledger::PassingThing& thing, Instant until)
{
    const auto draft = unpacked(thing.plaintext);
    return !draft || draft->saved_at <= until;
}

/// What is removed of one thing that was typed about.
class Removing {
public:
    Removing(const Workspace& workspace, const TypedAbout& typing) : typing_{typing}
    {
        for (const auto& of : typing.cases)
            if (auto key = workspace.log().key_for(stream_of(of), ledger::shared_part(), "drafts"))
                keys_.push_back(*std::move(key));
    }

    bool takes(Parts& parts, const Owner& owner, const ledger::PassingRow& row) const
    {
        for (const auto& key : keys_) {
            const auto theirs = crypto::derive_key(key, "safelead.draft.1", bytes_of(owner.text()));
            if (const auto thing = ledger::open(row, theirs)) return was_saved_until(*thing, typing_.until);
        }
        const bool is_named = std::ranges::any_of(typing_.forms, [&](const std::string& form) {
            return row_id(parts, owner, form, std::nullopt) == row.id;
        });
        if (!is_named) return false;
        const auto key = key_for(parts, owner, std::nullopt);
        const auto thing = key ? ledger::open(row, *key) : std::nullopt;
        return !thing || was_saved_until(*thing, typing_.until);
    }

private:
    const TypedAbout& typing_;
    std::vector<crypto::SecretKey> keys_;
};

}  // namespace

void remove_drafts(Parts& parts, const Workspace& workspace, const std::vector<TypedAbout>& all)
{
    const auto& organisation = workspace.log().organisation();
    auto& store = parts.passing->store();
    const auto partnership = parts.partnership();
    std::vector<Removing> removing;
    for (const auto& typing : all) removing.emplace_back(workspace, typing);
    for (const auto* person : partnership->ever_of(organisation)) {
        const Owner owner{person->id, organisation};
        for (const auto& row : store.list_of(draft_kind, owner.text(), parts.now()))
            if (std::ranges::any_of(removing,
                                    [&](const Removing& one) { return one.takes(parts, owner, row); }))
                store.remove(draft_kind, row.id);
    }
}

std::vector<std::string> drafts_of_concern(const record::Reference& concern)
{
    const std::string reference{concern.text()};
    return {"keep-" + reference, "worried-" + reference};
}

std::vector<std::string> drafts_of_conversation(const record::Reference& conversation)
{
    std::vector<std::string> names;
    for (const auto form : conversation_forms) names.push_back(draft_of_conversation(form, conversation));
    return names;
}

Outcome<Done> save_draft(Safelead& safelead, const Actor& actor, Draft draft)
{
    auto& parts = safelead.parts();
    if (draft.of) {
        auto* workspace = SL_TRY(workspace_of(parts, actor));
        (void)SL_TRY(find_case(*workspace, actor, *draft.of, access::Action::read_case));
    } else if (was_erased(parts, actor.organisation, draft.form)) {
        // A page that was open when it was erased goes on saving what is typed there.
        return fail(NotThere{});
    }
    return save(parts, {actor.person, actor.organisation}, std::move(draft));
}

Outcome<Done> save_draft_after_time_out(Safelead& safelead, std::string_view session, Draft draft)
{
    auto& parts = safelead.parts();
    const auto found = find_session(parts, session_id_of(session));
    if (!found) return fail(NotThere{});
    const auto actor = actor_in(parts, *found);
    if (!actor) return fail(NotThere{});
    return save_draft(safelead, *actor, std::move(draft));
}

std::optional<Draft> draft(Safelead& safelead, const Actor& actor, std::string_view form,
                           const std::optional<record::Reference>& of)
{
    auto& parts = safelead.parts();
    const Owner owner{actor.person, actor.organisation};
    const auto row = parts.passing->store().get(draft_kind, row_id(parts, owner, form, of), parts.now());
    if (!row) return std::nullopt;
    const auto key = key_for(parts, owner, of);
    if (!key) return std::nullopt;
    const auto thing = ledger::open(*row, *key);
    if (!thing) return std::nullopt;
    return unpacked(thing->plaintext);
}

std::optional<Draft> fit_to_keep(const Parts& parts, Draft draft)
{
    if (!is_within_limits(parts, draft)) return std::nullopt;
    // What names the form is compared, and what is altered names none.
    WordsGate of_names;
    auto form = draft.form;
    auto of = std::string{draft.of ? draft.of->text() : std::string_view{}};
    of_names(form);
    of_names(of);
    if (of_names.taken_out() > 0) return std::nullopt;
    pass_gate(draft);
    return draft;
}

void forget_draft(Safelead& safelead, const Actor& actor, std::string_view form,
                  const std::optional<record::Reference>& of)
{
    auto& parts = safelead.parts();
    parts.passing->store().remove(draft_kind, row_id(parts, {actor.person, actor.organisation}, form, of));
}

}  // namespace safelead::app
