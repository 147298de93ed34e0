#include "app/mail_queue.h"

#include "app/notices.h"
#include "app/parts.h"
#include "app/texts.h"

#include <charconv>

namespace safelead::app {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view queue_kind = "mail";
constexpr std::string_view claim_kind = "mail-claim";
constexpr auto kept = std::chrono::days{3};
constexpr auto claimed_for = 10min;  ///< Longer than one batch takes.
constexpr std::size_t most_at_once = 100;

struct Queued {
    PersonId person{""};
    std::string mail_id;
    Instant at{};
    int tries = 0;
    Instant next{};
};

void keep(Parts& parts, const Queued& queued)
{
    const std::string person{queued.person.text()};
    parts.passing->put(
        {std::string{queue_kind}, person, person,
         pack_texts({queued.mail_id, to_text(queued.at), std::to_string(queued.tries), to_text(queued.next)}),
         queued.at + kept});
}

std::optional<Queued> read(const ledger::PassingThing& thing)
{
    const auto texts = unpack_texts(thing.plaintext);
    if (!texts || texts->size() != 4) return std::nullopt;
    const auto at = parse_instant((*texts)[1]);
    const auto next = parse_instant((*texts)[3]);
    int tries = 0;
    const auto& digits = (*texts)[2];
    const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), tries);
    if (!at || !next || parsed.ec != std::errc{}) return std::nullopt;
    return Queued{PersonId{thing.id}, (*texts)[0], *at, tries, *next};
}

/// Of two servers on one store, one carries it.
bool is_claimed(Parts& parts, const Queued& queued)
{
    const auto claim = queued.mail_id + '/' + std::to_string(queued.tries);
    const auto now = parts.now();
    return parts.passing->store().increment(claim_kind, claim, now, now + claimed_for) == 1;
}

class Carrying {
public:
    explicit Carrying(Parts& parts) : parts_{parts} {}

    MailCarried by(post::Carrier& carrier)
    {
        collect();
        if (mail_.empty()) return done_;
        const auto became = carrier.carry(mail_);
        for (std::size_t i = 0; i < became.size(); ++i) settle(queued_[i], became[i]);
        return done_;
    }

private:
    void collect()
    {
        const auto now = parts_.now();
        const auto partnership = parts_.partnership();
        for (const auto& thing : parts_.passing->list(queue_kind, now)) {
            if (mail_.size() == most_at_once) return;
            const auto queued = read(thing);
            const auto* person = partnership->person(PersonId{thing.id});
            if (!queued || person == nullptr || !person->wants_mail) {
                parts_.passing->store().remove(queue_kind, thing.id);
                continue;
            }
            if (queued->next > now || !is_claimed(parts_, *queued)) continue;
            mail_.push_back({person->email, queued->mail_id, queued->at});
            queued_.push_back(*queued);
        }
    }

    void settle(Queued queued, post::Sent became)
    {
        if (became == post::Sent::later) {
            ++queued.tries;
            if (const auto next = post::next_try(queued.tries, parts_.now())) {
                queued.next = *next;
                keep(parts_, queued);
                ++done_.tried_later;
                return;
            }
            ++done_.given_up;
        } else {
            ++(became == post::Sent::sent ? done_.sent : done_.refused);
        }
        parts_.passing->store().remove(queue_kind, queued.person.text());
    }

    Parts& parts_;
    std::vector<post::Mail> mail_;
    std::vector<Queued> queued_;
    MailCarried done_;
};

}  // namespace

void put_in_queue(Parts& parts, const PersonId& person)
{
    const auto now = parts.now();
    if (parts.passing->get(queue_kind, person.text(), now)) return;
    keep(parts, {person, Safelead::random_text().substr(0, 32), now, 0, now});
}

MailCarried carry_mail(Safelead& safelead, post::Carrier& carrier)
{
    return Carrying{safelead.parts()}.by(carrier);
}

}  // namespace safelead::app
