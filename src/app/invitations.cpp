#include "app/invitations.h"

#include "app/allow.h"
#include "app/beginning.h"
#include "app/codes.h"
#include "app/keep_in_directory.h"
#include "app/known_password.h"
#include "app/parts.h"
#include "crypto/digest.h"
#include "crypto/random.h"
#include "directory/authority.h"

#include <algorithm>

namespace safelead::app {
namespace {

constexpr std::size_t longest_new_password = 1000;

bool works_in(const directory::Person& person, const OrganisationId& organisation)
{
    return person.home == organisation;
}

/// Of this organisation, as `is_of` has it; anybody else is not there.
Outcome<Done> is_theirs(Parts& parts, const Actor& actor, const PersonId& person,
                        bool (*is_of)(const directory::Person&, const OrganisationId&))
{
    SL_TRY(allow(actor, access::Action::manage_accounts));
    const auto partnership = parts.partnership();
    const auto* found = partnership->person(person);
    const bool theirs = found != nullptr && !found->left && is_of(*found, actor.organisation);
    if (!theirs) return fail(NotThere{});
    return Done{};
}

/// Whom the page of the sign-ins shows: who works there and could sign in, and who reads there and whose
/// reset waits for somebody from there.
bool is_shown_to(const directory::Partnership& partnership, const Actor& actor,
                 const directory::Person& person)
{
    if (person.left) return false;
    if (person.home == actor.organisation) return !person.roles.empty();
    return directory::reset_concerns(person, actor.organisation) &&
           directory::reset_waits(partnership, person);
}

Later<Outcome<InvitationCode>> keep_invitation(Parts& parts, std::string_view by, const CommandId& command,
                                               const Said& said, directory::Command change, std::string code,
                                               const PersonId& person)
{
    return keep_in_directory(parts, by, command, said, std::move(change))
        .then([&parts, code = std::move(code), person](Outcome<Done> kept) -> Outcome<InvitationCode> {
            (void)SL_TRY(std::move(kept));
            parts.passing->store().remove_of(session_kind, person.text());
            return code;
        });
}

}  // namespace

NewInvitation new_invitation(Parts& parts, std::string_view by, const CommandId& command)
{
    auto code = code_of_command(parts, "invitation", by, command);
    auto kept = invitation_digest(code);
    return {std::move(code), {std::move(kept), parts.now() + parts.options.invitation_lasts}};
}

std::string invitation_digest(std::string_view typed)
{
    std::string letters;
    for (char c : typed) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if ((c >= 'a' && c <= 'z') || (c >= '2' && c <= '7')) letters += c;
    }
    return to_hex(crypto::sha256(bytes_of("invitation\n" + letters)));
}

Outcome<std::vector<SignInShown>> sign_ins_of(Safelead& safelead, const Actor& actor)
{
    SL_TRY(allow(actor, access::Action::manage_accounts));
    auto& parts = safelead.parts();
    const auto partnership = parts.partnership();
    std::vector<SignInShown> shown;
    for (const auto* person : partnership->everybody_of(actor.organisation)) {
        if (!is_shown_to(*partnership, actor, *person)) continue;
        SignInShown one;
        one.person = person->id;
        one.name = person->name;
        one.roles = partnership->roles_of(person->id, actor.organisation);
        one.takes_two = directory::reset_takes_two(*person);
        one.has_password = !person->password.empty();
        one.has_factor = !person->code_secret.empty();
        one.has_ties = !person->ties.empty();
        one.has_a_way_in = directory::has_a_way_in(*person);
        if (person->invitation && parts.now() < person->invitation->until)
            one.invited_until = person->invitation->until;
        if (person->reset_asked_by) {
            const auto* asked = partnership->person(*person->reset_asked_by);
            one.reset_asked_by = asked == nullptr ? std::string{} : asked->name;
            one.may_agree =
                directory::could_agree_to_reset(*partnership, *person, actor.person, actor.organisation);
            one.asked_in_vain = !directory::reset_waits(*partnership, *person);
        }
        shown.push_back(std::move(one));
    }
    std::ranges::sort(shown, {}, &SignInShown::name);
    return shown;
}

Later<Outcome<InvitationCode>> invite(Safelead& safelead, const Actor& actor, const CommandId& command,
                                      const PersonId& person)
{
    auto& parts = safelead.parts();
    if (auto theirs = is_theirs(parts, actor, person, works_in); !theirs)
        return Outcome<InvitationCode>{fail(theirs.error())};
    auto made = new_invitation(parts, actor.person.text(), command);
    Said said{"invite"};
    said(person);
    return keep_invitation(parts, actor.person.text(), command, said,
                           directory::InviteToSignIn{person, made.kept, directory::by_person(actor.person)},
                           made.code, person);
}

Later<Outcome<InvitationCode>> invite_as_operator(Safelead& safelead, const CommandId& command,
                                                  const PersonId& person)
{
    auto& parts = safelead.parts();
    auto made = new_invitation(parts, "operator", command);
    Said said{"invite"};
    said(person);
    return keep_invitation(parts, "operator", command, said,
                           directory::InviteToSignIn{person, made.kept, directory::by_operator()}, made.code,
                           person);
}

Later<Outcome<Done>> ask_sign_in_reset(Safelead& safelead, const Actor& actor, const CommandId& command,
                                       const PersonId& person)
{
    auto& parts = safelead.parts();
    if (auto theirs = is_theirs(parts, actor, person, works_in); !theirs) return theirs;
    Said said{"ask reset"};
    said(person);
    return keep_in_directory(parts, actor.person.text(), command, said,
                             directory::AskSignInReset{person, actor.person});
}

Later<Outcome<Done>> refuse_sign_in_reset(Safelead& safelead, const Actor& actor, const CommandId& command,
                                          const PersonId& person)
{
    auto& parts = safelead.parts();
    if (actor.person != person)
        if (auto theirs = is_theirs(parts, actor, person, directory::reset_concerns); !theirs) return theirs;
    Said said{"refuse reset"};
    said(person);
    return keep_in_directory(parts, actor.person.text(), command, said,
                             directory::RefuseSignInReset{person, actor.person});
}

Later<Outcome<InvitationCode>> agree_sign_in_reset(Safelead& safelead, const Actor& actor,
                                                   const CommandId& command, const PersonId& person)
{
    auto& parts = safelead.parts();
    if (auto may_agree = allow(actor, access::Action::agree_to_role); !may_agree)
        return Outcome<InvitationCode>{fail(may_agree.error())};
    if (auto theirs = is_theirs(parts, actor, person, directory::reset_concerns); !theirs)
        return Outcome<InvitationCode>{fail(theirs.error())};
    auto made = new_invitation(parts, actor.person.text(), command);
    Said said{"agree reset"};
    said(person);
    return keep_invitation(parts, actor.person.text(), command, said,
                           directory::AgreeSignInReset{person, actor.person, made.kept}, made.code, person);
}

Later<Result<SignInAnswer, InvitationRefusal>> use_invitation(Safelead& safelead, InvitationUsed used)
{
    using Answer = Result<SignInAnswer, InvitationRefusal>;
    auto& parts = safelead.parts();
    if (used.password.size() < shortest_password || used.password.size() > longest_new_password)
        return Answer{fail(InvitationRefusal::too_short)};
    if (is_widely_known(used.password)) return Answer{fail(InvitationRefusal::well_known)};
    auto attempt =
        parts.tries->begin({{"address " + used.address, parts.options.address_tries}}, parts.now());
    if (!attempt) return Answer{fail(InvitationRefusal::wait)};
    const auto digest = invitation_digest(used.code);
    const auto partnership = parts.partnership();
    const auto* person = partnership->person_by_invitation(digest);
    if (person == nullptr || parts.now() >= person->invitation->until) {
        attempt->count(parts.now(), parts.options.tries_window);
        return Answer{fail(InvitationRefusal::not_usable)};
    }
    auto hashing = parts.workers.run([&parts, password = std::move(used.password)] {
        return crypto::hash_password(password, parts.password_cost());
    });
    if (!hashing) return Answer{fail(InvitationRefusal::crowded)};
    return std::move(*hashing)
        .then([&parts, digest, id = person->id](const std::string& hash) {
            return keep_in_directory(parts, id.text(), CommandId{crypto::random_id_text()},
                                     Said{"invitation"},
                                     directory::AcceptInvitation{id, digest, parts.now(), hash});
        })
        .then([&parts, used = std::move(used), id = person->id, attempt](Outcome<Done> kept) -> Answer {
            if (!kept)
                return fail(std::holds_alternative<Crowded>(kept.error()) ? InvitationRefusal::crowded
                                                                          : InvitationRefusal::not_usable);
            parts.passing->store().remove_of(session_kind, id.text());
            const auto beginning = begin_for(parts, id, used.device, used.about, used.ends);
            auto answer = beginning ? go_on(parts, *beginning) : std::nullopt;
            if (!answer) return fail(InvitationRefusal::not_usable);
            return *std::move(answer);
        });
}

}  // namespace safelead::app
