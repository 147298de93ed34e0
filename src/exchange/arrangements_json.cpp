#include "exchange/arrangements_json.h"

#include "directory/referral_clock.h"
#include "exchange/deadline.h"
#include "exchange/local_fields.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::exchange {
namespace {

using directory::Contacts;
using directory::FrontDoor;
using directory::Timescale;

Read<directory::ContactId> known_contact(const MemberReader& reader, std::string_view member,
                                         std::string name, std::string_view area, const Contacts& contacts)
{
    directory::ContactId id{std::move(name)};
    const auto* contact = contacts.find(id);
    if (contact == nullptr) return reader.fault(member, "is no contact of any contacts.json");
    if (contact->area != area && contact->area != "england")
        return reader.fault(member, fmt::format("is a contact of {}, not of this area", contact->area));
    return id;
}

Read<FrontDoor> front_door(MemberReader& reader, std::string_view area, const Contacts& contacts)
{
    auto id = SL_TRY(reader.text("id"));
    auto name = SL_TRY(reader.text("name"));
    auto when = SL_TRY(reader.text("when"));
    auto first = SL_TRY(reader.text("contact"));
    auto contact = SL_TRY(known_contact(reader, "contact", std::move(first), area, contacts));
    std::optional<directory::ContactId> otherwise;
    if (auto other = SL_TRY(reader.text_or_empty("otherwise")); !other.empty())
        otherwise = SL_TRY(known_contact(reader, "otherwise", std::move(other), area, contacts));
    auto steps = SL_TRY(reader.texts("steps"));
    auto say = SL_TRY(reader.texts_if_any("say"));
    auto from = SL_TRY(grounds(reader));
    if (steps.empty()) return reader.fault("steps", "is empty: say what to do");
    return FrontDoor{std::move(id),        std::move(name),  std::move(when), std::move(contact),
                     std::move(otherwise), std::move(steps), std::move(say),  std::move(from)};
}

Read<Timescale> timescale(MemberReader& reader)
{
    auto id = SL_TRY(reader.text("id"));
    auto what = SL_TRY(reader.text("what"));
    auto who = SL_TRY(reader.text("who"));
    const auto deadline = SL_TRY(read_deadline(reader));
    auto counted_from = SL_TRY(reader.text("counted_from"));
    auto step = SL_TRY(reader.text_or_empty("step"));
    auto clock = SL_TRY(reader.text_or_empty("clock"));
    const auto& clocks = directory::referral_clocks;
    if (!clock.empty() && std::ranges::find(clocks, clock) == clocks.end())
        return reader.fault("clock", "is no clock of a referral");
    auto from = SL_TRY(grounds(reader));
    return Timescale{std::move(id),           std::move(what), std::move(who),  for_calendar(deadline),
                     std::move(counted_from), std::move(step), std::move(from), std::move(clock)};
}

Read<directory::Rung> rung(MemberReader& reader)
{
    auto id = SL_TRY(reader.text("id"));
    auto words = SL_TRY(reader.text("words"));
    auto who = SL_TRY(reader.text_or_empty("who"));
    auto named = SL_TRY(reader.text_or_empty("named"));
    if (id.starts_with("plain-"))
        return reader.fault("id", "begins with \"plain-\", as those of the ladder for areas without one do");
    std::optional<directory::Deadline> deadline;
    const auto* given = reader.any_if_any("deadline");
    if (given != nullptr && given->kind != JsonTree::Kind::null)
        deadline = for_calendar(SL_TRY(read_deadline(reader)));
    auto from = SL_TRY(grounds(reader));
    return directory::Rung{std::move(id), std::move(words), std::move(who),
                           deadline,      std::move(from),  std::move(named)};
}

Read<directory::OutcomeCode> outcome(MemberReader& reader)
{
    auto id = SL_TRY(reader.text("id"));
    auto words = SL_TRY(reader.text("words"));
    auto edition = SL_TRY(reader.text("edition"));
    const auto from = SL_TRY(date_or_null(reader, "from"));
    const auto until = SL_TRY(date_or_null(reader, "until"));
    if (from && until && *until < *from) return reader.fault("until", "is before \"from\"");
    auto used_when = SL_TRY(reader.text_or_empty("used_when"));
    auto rests_on = SL_TRY(grounds(reader));
    return directory::OutcomeCode{std::move(id), std::move(words),     std::move(edition), from,
                                  until,         std::move(used_when), std::move(rests_on)};
}

/// Every object of the list `member`, read with `read(reader)`; no id twice.
template <class Item, class ReadOne>
Read<std::vector<Item>> each(std::string_view text, std::string_view area, std::string_view member,
                             ReadOne read)
{
    const auto tree = SL_TRY(local_tree(text));
    auto whole = SL_TRY(MemberReader::of(tree, ""));
    const auto named = SL_TRY(whole.text("area"));
    if (named != area) return whole.fault("area", fmt::format("is not \"{}\", the folder it is in", area));
    const auto* list = SL_TRY(whole.array(member));
    SL_TRY(whole.nothing_else());

    std::vector<Item> items;
    for (std::size_t i = 0; i < list->items.size(); ++i) {
        auto reader = SL_TRY(MemberReader::of(list->items[i], fmt::format("{}[{}]", member, i)));
        Item item = SL_TRY(read(reader));
        SL_TRY(reader.nothing_else());
        if (std::ranges::find(items, item.id, &Item::id) != items.end())
            return reader.fault("id", "stands there twice");
        items.push_back(std::move(item));
    }
    return items;
}

Read<std::vector<Timescale>> timescales(std::string_view text, std::string_view area)
{
    auto all = SL_TRY(each<Timescale>(text, area, "timescales", timescale));
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto& step = all[i].step;
        const bool twice = !step.empty() && std::ranges::count(all, step, &Timescale::step) > 1;
        if (twice)
            return fail(FieldFault{0, fmt::format("timescales[{}].step", i), "has a time of its own twice"});
        const auto& clock = all[i].clock;
        if (!clock.empty() && std::ranges::count(all, clock, &Timescale::clock) > 1)
            return fail(FieldFault{0, fmt::format("timescales[{}].clock", i), "has a time of its own twice"});
    }
    return all;
}

}  // namespace

Result<std::vector<FrontDoor>, FileFault> parse_front_doors(std::string_view file, std::string_view text,
                                                            std::string_view area, const Contacts& contacts)
{
    return in_file(file, each<FrontDoor>(text, area, "front_doors", [&](MemberReader& reader) {
                       return front_door(reader, area, contacts);
                   }));
}

Result<std::vector<Timescale>, FileFault> parse_timescales(std::string_view file, std::string_view text,
                                                           std::string_view area)
{
    return in_file(file, timescales(text, area));
}

Result<std::vector<directory::Rung>, FileFault> parse_ladder(std::string_view file, std::string_view text,
                                                             std::string_view area)
{
    return in_file(file, each<directory::Rung>(text, area, "rungs", rung));
}

Result<std::vector<directory::OutcomeCode>, FileFault> parse_outcomes(std::string_view file,
                                                                      std::string_view text)
{
    return in_file(file, each<directory::OutcomeCode>(text, "england", "outcomes", outcome));
}

}  // namespace safelead::exchange
