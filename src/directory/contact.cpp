#include "directory/contact.h"

#include "directory/local_time.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace safelead::directory {
namespace {

constexpr std::array<std::pair<Need, std::string_view>, 12> needs{{
    {Need::danger, "danger"},
    {Need::refer, "refer"},
    {Need::police, "police"},
    {Need::allegation, "allegation"},
    {Need::advice, "advice"},
    {Need::support_for_child, "support_for_child"},
    {Need::support_for_parent, "support_for_parent"},
    {Need::remove_image, "remove_image"},
    {Need::online_exploitation, "online_exploitation"},
    {Need::own_behaviour, "own_behaviour"},
    {Need::coordination, "coordination"},
    {Need::abuse_in_education, "abuse_in_education"},
}};

constexpr std::array<std::pair<Audience, std::string_view>, 4> audiences{{
    {Audience::staff, "staff"},
    {Audience::young_person, "young_person"},
    {Audience::parent, "parent"},
    {Audience::adult, "adult"},
}};

}  // namespace

std::string_view need_name(Need need)
{
    return needs.at(static_cast<std::size_t>(need)).second;
}

std::optional<Need> need_from_name(std::string_view name)
{
    const auto found = std::ranges::find(needs, name, &std::pair<Need, std::string_view>::second);
    if (found == needs.end()) return std::nullopt;
    return found->first;
}

std::string_view audience_name(Audience audience)
{
    return audiences.at(static_cast<std::size_t>(audience)).second;
}

std::optional<Audience> audience_from_name(std::string_view name)
{
    const auto found = std::ranges::find(audiences, name, &std::pair<Audience, std::string_view>::second);
    if (found == audiences.end()) return std::nullopt;
    return found->first;
}

std::string checked_words(std::optional<Date> verified_on, Date review_by, Date today)
{
    const bool overdue = today > review_by;
    const auto due = long_date(review_by);
    if (!verified_on && overdue) {
        return fmt::format("No person has checked this yet. It was due to be checked by {}.", due);
    }
    if (!verified_on) return "No person has checked this yet.";
    const auto verified = long_date(*verified_on);
    if (overdue)
        return fmt::format("Not checked since {}. It was due to be checked again by {}.", verified, due);
    return fmt::format("Checked on {}.", verified);
}

std::string checked_words(const Contact& contact, Date today)
{
    return checked_words(contact.verified_on, contact.review_by, today);
}

const Contact* Contacts::find(const ContactId& id) const
{
    const auto found = std::ranges::find(all, id, &Contact::id);
    return found == all.end() ? nullptr : &*found;
}

}  // namespace safelead::directory
