#include "app/session.h"

#include "app/parts.h"
#include "app/texts.h"
#include "crypto/digest.h"

#include <algorithm>

namespace safelead::app {
namespace {

/// After a time-out it is still known whose it was, so that a form sent then is kept for them.
constexpr std::chrono::hours known_after_end{12};

std::optional<Instant> read_instant(const std::string& text)
{
    return parse_instant(text);
}

ledger::PassingThing kept_as(const Parts& parts, const Session& session)
{
    auto plaintext =
        pack_texts({std::string{session.person.text()}, std::string{session.organisation.text()},
                    std::to_string(session.passwords_set), to_text(session.began), to_text(session.last_used),
                    session.about, std::to_string(session.factors_changed),
                    session.factors == Factors::two ? "two" : "one", to_text(session.proved)});
    return {std::string{session_kind}, std::string{session.id.text()}, std::string{session.person.text()},
            std::move(plaintext), session.began + parts.options.longest + known_after_end};
}

}  // namespace

SessionId session_id_of(std::string_view token)
{
    return SessionId{to_hex(crypto::sha256(bytes_of(token)))};
}

std::optional<Session> read_session(const SessionId& id, BytesView plaintext)
{
    const auto texts = unpack_texts(plaintext);
    if (!texts || texts->size() != 9) return std::nullopt;
    const auto passwords_set = parse_number((*texts)[2]);
    const auto began = read_instant((*texts)[3]);
    const auto last_used = read_instant((*texts)[4]);
    const auto factors_changed = parse_number((*texts)[6]);
    const auto proved = read_instant((*texts)[8]);
    if (!passwords_set || !began || !last_used || !factors_changed || !proved) return std::nullopt;
    return Session{id,
                   PersonId{(*texts)[0]},
                   OrganisationId{(*texts)[1]},
                   static_cast<int>(*passwords_set),
                   *began,
                   *last_used,
                   (*texts)[5],
                   static_cast<int>(*factors_changed),
                   (*texts)[7] == "two" ? Factors::two : Factors::one,
                   *proved};
}

std::optional<Session> find_session(Parts& parts, const SessionId& id)
{
    const auto thing = parts.passing->get(session_kind, id.text(), parts.now());
    if (!thing) return std::nullopt;
    return read_session(id, thing->plaintext);
}

void keep_session(Parts& parts, const Session& session)
{
    parts.passing->put(kept_as(parts, session));
}

void change_session(Parts& parts, const SessionId& id, const std::function<void(Session&)>& change)
{
    parts.passing->change(session_kind, id.text(), parts.now(),
                          [&](const ledger::PassingThing& there) -> std::optional<ledger::PassingThing> {
                              auto session = read_session(id, there.plaintext);
                              if (!session) return std::nullopt;
                              change(*session);
                              return kept_as(parts, *session);
                          });
}

bool is_good(Parts& parts, const Session& session)
{
    const auto now = parts.now();
    if (session.last_used > now + clocks_may_differ) return false;
    if (now - session.last_used >= parts.options.idle || now - session.began >= parts.options.longest)
        return false;
    const auto partnership = parts.partnership();
    const auto* person = partnership->person(session.person);
    if (person == nullptr || person->left) return false;
    if (person->passwords_set != session.passwords_set || person->factors_changed != session.factors_changed)
        return false;
    return session.factors == Factors::two ||
           !must_have_factor(parts, *partnership, session.person, session.organisation);
}

bool must_have_factor(Parts& parts, const directory::Partnership& partnership, const PersonId& person,
                      const OrganisationId& organisation)
{
    const auto* where = partnership.organisation(organisation);
    return where != nullptr &&
           directory::must_have_second_factor(*where, partnership.roles_of(person, organisation),
                                              parts.options.factor_for);
}

std::optional<Actor> actor_in(Parts& parts, const Session& session)
{
    const auto partnership = parts.partnership();
    const auto* person = partnership->person(session.person);
    const auto* organisation = partnership->organisation(session.organisation);
    if (person == nullptr || organisation == nullptr) return std::nullopt;
    const auto roles = partnership->roles_of(session.person, session.organisation);
    if (roles.is_empty()) return std::nullopt;
    return Actor{
        session.person,         session.organisation, roles, session.id, person->name, organisation->name,
        organisation->standing, organisation->kind};
}

}  // namespace safelead::app
