#include "app/mail_queue.h"

#include "app/notices.h"
#include "app/parts.h"
#include "app/texts.h"

#include <charconv>

namespace safelead::app {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view claim_kind = "mail-claim";
constexpr auto kept = std::chrono::days{3};
constexpr auto claimed_for = 10min;  ///< Twice as long as one batch takes: four minutes and its last mail.
constexpr std::size_t most_at_once = 100;

struct Queued {
    PersonId person{""};
    std::string mail_id;
    Instant at{};
    int tries = 0;
    Instant next{};
    MailFor mail_for = MailFor::who_wants_it;
};

/// Stands at the end of what is kept of mail that goes to anybody.
constexpr std::string_view for_anybody = "anybody";

ledger::PassingThing kept_as(const Queued& queued)
{
    const std::string person{queued.person.text()};
    std::vector<std::string> texts{queued.mail_id, to_text(queued.at), std::to_string(queued.tries),
                                   to_text(queued.next)};
    if (queued.mail_for == MailFor::anybody) texts.emplace_back(for_anybody);
    return {std::string{mail_kind}, person, person, pack_texts(texts), queued.at + kept};
}

std::optional<Queued> read(const ledger::PassingThing& thing)
{
    const auto texts = unpack_texts(thing.plaintext);
    const bool is_for_anybody = texts && texts->size() == 5 && texts->back() == for_anybody;
    if (!texts || (texts->size() != 4 && !is_for_anybody)) return std::nullopt;
    const auto at = parse_instant((*texts)[1]);
    const auto next = parse_instant((*texts)[3]);
    int tries = 0;
    const auto& digits = (*texts)[2];
    const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), tries);
    if (!at || !next || parsed.ec != std::errc{}) return std::nullopt;
    return Queued{PersonId{thing.id},
                  (*texts)[0],
                  *at,
                  tries,
                  *next,
                  is_for_anybody ? MailFor::anybody : MailFor::who_wants_it};
}

std::string claim_of(const Queued& queued)
{
    return queued.mail_id + '/' + std::to_string(queued.tries);
}

/// Of two servers on one store, one carries it.
bool is_claimed(Parts& parts, const Queued& queued)
{
    const auto now = parts.now();
    return parts.passing->store().increment(claim_kind, claim_of(queued), now, now + claimed_for) == 1;
}

void give_back(Parts& parts, const Queued& queued)
{
    parts.passing->store().remove_count(claim_kind, claim_of(queued));
}

/// Not so of another that was put in its place while this one was carried.
bool is_it(const ledger::PassingThing& there, const Queued& queued)
{
    const auto found = read(there);
    return found && found->mail_id == queued.mail_id;
}

void keep_for_next_try(Parts& parts, const Queued& queued)
{
    parts.passing->change(mail_kind, queued.person.text(), parts.now(),
                          [&](const ledger::PassingThing& there) -> std::optional<ledger::PassingThing> {
                              if (!is_it(there, queued)) return std::nullopt;
                              return kept_as(queued);
                          });
}

void take_out(Parts& parts, const Queued& queued)
{
    parts.passing->remove_if(mail_kind, queued.person.text(), parts.now(),
                             [&](const ledger::PassingThing& there) { return is_it(there, queued); });
}

class Carrying {
public:
    explicit Carrying(Parts& parts) : parts_{parts} {}

    MailCarried by(post::Carrier& carrier, const std::stop_token& over)
    {
        collect();
        if (mail_.empty()) return done_;
        const auto became = carrier.carry(mail_, over);
        for (std::size_t i = 0; i < became.size(); ++i) settle(queued_[i], became[i]);
        // The time was up before these: whoever is next may take them at once.
        for (std::size_t i = became.size(); i < queued_.size(); ++i) give_back(parts_, queued_[i]);
        return done_;
    }

private:
    static bool goes_to(const directory::Person& person, const Queued& queued)
    {
        return person.wants_mail || queued.mail_for == MailFor::anybody;
    }

    void collect()
    {
        const auto now = parts_.now();
        const auto partnership = parts_.partnership();
        for (const auto& thing : parts_.passing->list(mail_kind, now)) {
            if (mail_.size() == most_at_once) return;
            const auto queued = read(thing);
            const auto* person = partnership->person(PersonId{thing.id});
            if (!queued || person == nullptr || !goes_to(*person, *queued)) {
                parts_.passing->remove_if(mail_kind, thing.id, now,
                                          [&](const auto& there) { return there == thing; });
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
                keep_for_next_try(parts_, queued);
                ++done_.tried_later;
                return;
            }
            ++done_.given_up;
        } else {
            ++(became == post::Sent::sent ? done_.sent : done_.refused);
        }
        take_out(parts_, queued);
    }

    Parts& parts_;
    std::vector<post::Mail> mail_;
    std::vector<Queued> queued_;
    MailCarried done_;
};

}  // namespace

void put_in_queue(Parts& parts, const PersonId& person, MailFor mail_for)
{
    const auto now = parts.now();
    // What is there may be leaving at this moment: what nobody may miss goes besides.
    if (mail_for != MailFor::anybody && parts.passing->get(mail_kind, person.text(), now)) return;
    parts.passing->put(kept_as({person, Safelead::random_text().substr(0, 32), now, 0, now, mail_for}));
}

MailCarried carry_mail(Safelead& safelead, post::Carrier& carrier, const std::stop_token& over)
{
    return Carrying{safelead.parts()}.by(carrier, over);
}

}  // namespace safelead::app
