#include "app/talk_limits.h"

#include "app/said.h"
#include "crypto/digest.h"

namespace safelead::app {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr std::string_view started_kind = "talk-started";
constexpr std::string_view wrote_kind = "talk-wrote";
constexpr std::string_view wrong_kind = "talk-wrong-code";

// Project rules. A whole school shares an address, and so does a flood from inside it: that is refused only
// where the school has much and the address has its part in it.
constexpr hours start_window{1};
constexpr std::uint64_t school_starts = 40;
constexpr std::uint64_t address_starts = 10;
constexpr std::uint64_t most_school_starts = 400;
constexpr hours write_window{1};
constexpr std::uint64_t most_writes = 40;
constexpr minutes wrong_window{15};
constexpr std::uint64_t school_wrong = 1000;
constexpr std::uint64_t address_wrong = 30;

}  // namespace

std::string TalkLimits::name(std::string_view what, std::string_view of, std::string_view also) const
{
    Said said{"talk limit"};
    said(what);
    said(of);
    said(also);
    return to_hex(crypto::keyed_digest(*parts_.form_key, said.bytes()));
}

bool TalkLimits::may_start(const OrganisationId& school, std::string_view address)
{
    const auto now = parts_.now();
    auto& store = parts_.passing->store();
    const auto count = [&](const std::string& counted) {
        return store.increment(started_kind, counted, now, now + start_window);
    };
    const auto of_school = count(name("school", school.text(), {}));
    const auto of_address = count(name("address", school.text(), address));
    if (of_school > most_school_starts) return false;
    return of_school <= school_starts || of_address <= address_starts;
}

bool TalkLimits::may_write(const record::ConversationId& conversation)
{
    const auto now = parts_.now();
    const auto counted = name("conversation", conversation.text(), {});
    return parts_.passing->store().increment(wrote_kind, counted, now, now + write_window) <= most_writes;
}

bool TalkLimits::may_try(const OrganisationId& school, std::string_view address) const
{
    const auto now = parts_.now();
    const auto& store = parts_.passing->store();
    return store.count(wrong_kind, name("school", school.text(), {}), now) < school_wrong ||
           store.count(wrong_kind, name("address", school.text(), address), now) < address_wrong;
}

void TalkLimits::count_wrong(const OrganisationId& school, std::string_view address)
{
    const auto now = parts_.now();
    auto& store = parts_.passing->store();
    (void)store.increment(wrong_kind, name("school", school.text(), {}), now, now + wrong_window);
    (void)store.increment(wrong_kind, name("address", school.text(), address), now, now + wrong_window);
}

}  // namespace safelead::app
