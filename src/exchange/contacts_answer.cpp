#include "exchange/contacts_answer.h"

#include <nlohmann/json.hpp>

namespace safelead::exchange {
namespace {

using nlohmann::ordered_json;

ordered_json text_or_null(const std::string& text)
{
    return text.empty() ? ordered_json(nullptr) : ordered_json(text);
}

ordered_json time_or_null(const std::optional<directory::WallTime>& time)
{
    return time ? ordered_json(directory::to_text(*time)) : ordered_json(nullptr);
}

ordered_json telephone_or_null(const std::optional<directory::Telephone>& telephone)
{
    if (!telephone) return nullptr;
    return {
        {"display", telephone->display}, {"dial", telephone->dial}, {"then", text_or_null(telephone->then)}};
}

ordered_json sources(const directory::Contact& contact)
{
    auto list = ordered_json::array();
    for (const auto& source : contact.sources) list.push_back({{"tag", source.tag}, {"where", source.where}});
    return list;
}

ordered_json json_of(const directory::ToRing& one, directory::WallTime at, Date today)
{
    const auto& contact = one.contact;
    const auto& verified = contact.verified_on;
    return {{"id", contact.id.text()},
            {"name", contact.name},
            {"about", contact.about},
            {"need", directory::need_name(one.need)},
            {"telephone", telephone_or_null(contact.telephone)},
            {"text", text_or_null(contact.text)},
            {"email", text_or_null(contact.email)},
            {"web", text_or_null(contact.web)},
            {"now", directory::openness_name(one.availability.now)},
            {"closes", time_or_null(one.availability.closes)},
            {"next_opens", time_or_null(one.availability.next_opens)},
            {"words", directory::words(one.availability, at)},
            {"notes", contact.notes},
            {"verified_on", verified ? ordered_json(to_text(*verified)) : ordered_json(nullptr)},
            {"checked", directory::checked_words(contact, today)},
            {"sources", sources(contact)}};
}

}  // namespace

std::string who_to_ring_json(const std::vector<directory::ToRing>& list, directory::WallTime at,
                             std::string_view area, Date today)
{
    auto contacts = ordered_json::array();
    for (const auto& one : list) contacts.push_back(json_of(one, at, today));
    const ordered_json answer{
        {"at", directory::to_text(at)}, {"area", area}, {"contacts", std::move(contacts)}};
    return answer.dump(2);
}

}  // namespace safelead::exchange
