#include "exchange/contacts_json.h"

#include "base/bug.h"
#include "base/text.h"
#include "exchange/contacts_hours.h"
#include "exchange/local_fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace safelead::exchange {
namespace {

using directory::Contact;
using directory::PastContact;

std::string digits_of(std::string_view text)
{
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

/// The national form of what is dialled: "+44113…" is "0113…".
std::string national(std::string_view dial)
{
    return dial.starts_with("+44") ? "0" + std::string{dial.substr(3)} : std::string{dial};
}

bool charges_the_caller(std::string_view number)
{
    return number.starts_with("084") || number.starts_with("087") || number.starts_with("09");
}

Read<directory::Telephone> telephone(const JsonTree& tree, std::string path)
{
    auto reader = SL_TRY(MemberReader::of(tree, std::move(path)));
    directory::Telephone read;
    read.display = SL_TRY(reader.text("display"));
    read.dial = SL_TRY(reader.text("dial"));
    read.then = SL_TRY(reader.text_or_empty("then"));
    SL_TRY(reader.nothing_else());

    const auto number = national(read.dial);
    const bool digits_only = !number.empty() && digits_of(number) == number;
    if (!digits_only) return reader.fault("dial", "must be +44 and digits, or a short number");
    if (digits_of(read.display) != number) return reader.fault("display", "is not the number in \"dial\"");
    if (charges_the_caller(number)) return reader.fault("dial", "charges the caller, and must not be given");
    return read;
}

Read<std::optional<directory::Telephone>> telephone_or_null(MemberReader& reader)
{
    const auto* tree = SL_TRY(reader.any("telephone"));
    if (tree->kind == JsonTree::Kind::null) return std::optional<directory::Telephone>{};
    return std::optional{SL_TRY(telephone(*tree, reader.path_of("telephone")))};
}

template <class Word>
Read<std::vector<Word>> words_of(MemberReader& reader, std::string_view member,
                                 std::optional<Word> (*from_name)(std::string_view))
{
    std::vector<Word> read;
    for (const auto& text : SL_TRY(reader.texts(member))) {
        const auto word = from_name(text);
        if (!word) return reader.fault(member, fmt::format("does not know \"{}\"", text));
        read.push_back(*word);
    }
    if (read.empty()) return reader.fault(member, "is empty");
    return read;
}

Read<std::string> secure_address(MemberReader& reader)
{
    auto address = SL_TRY(reader.text_or_empty("web"));
    if (!address.empty() && !address.starts_with("https://"))
        return reader.fault("web", "must begin with https://");
    return address;
}

Read<Contact> contact(const JsonTree& tree, const std::string& path, const std::string& area)
{
    auto reader = SL_TRY(MemberReader::of(tree, path));
    Contact read{directory::ContactId{SL_TRY(reader.text("id"))},
                 {},
                 {},
                 {},
                 {},
                 {},
                 {},
                 {},
                 {},
                 area,
                 {},
                 {},
                 {},
                 {},
                 {},
                 {}};
    read.name = SL_TRY(reader.text("name"));
    read.about = SL_TRY(reader.text("about"));
    read.telephone = SL_TRY(telephone_or_null(reader));
    read.text = SL_TRY(reader.text_or_empty("text"));
    read.email = SL_TRY(reader.text_or_empty("email"));
    read.web = SL_TRY(secure_address(reader));
    read.needs = SL_TRY(words_of(reader, "needs", directory::need_from_name));
    read.audiences = SL_TRY(words_of(reader, "audiences", directory::audience_from_name));
    const auto* hours = SL_TRY(reader.any("hours"));
    read.hours = SL_TRY(parse_hours(*hours, reader.path_of("hours")));
    read.notes = SL_TRY(reader.texts_if_any("notes"));
    read.sources = SL_TRY(sources(reader));
    read.seen_on = SL_TRY(date_or_null(reader, "seen_on"));
    read.verified_on = SL_TRY(date_or_null(reader, "verified_on"));
    read.review_by = SL_TRY(date(reader, "review_by"));
    SL_TRY(reader.nothing_else());
    const bool reachable = read.telephone || !read.text.empty() || !read.email.empty() || !read.web.empty();
    if (!reachable) return reader.fault("telephone", "or another way to reach them must be given");
    return read;
}

Read<std::vector<Contact>> contacts(std::string_view text)
{
    const auto tree = SL_TRY(local_tree(text));
    auto reader = SL_TRY(MemberReader::of(tree, ""));
    const auto area = SL_TRY(reader.text("area"));
    const auto* list = SL_TRY(reader.array("contacts"));
    SL_TRY(reader.nothing_else());

    std::vector<Contact> read;
    for (std::size_t i = 0; i < list->items.size(); ++i) {
        read.push_back(SL_TRY(contact(list->items[i], fmt::format("contacts[{}]", i), area)));
    }
    return read;
}

Read<std::vector<PastContact>> history(std::string_view text)
{
    const auto tree = SL_TRY(local_tree(text));
    auto reader = SL_TRY(MemberReader::of(tree, ""));
    const auto* list = SL_TRY(reader.array("history"));
    SL_TRY(reader.nothing_else());

    std::vector<PastContact> read;
    for (std::size_t i = 0; i < list->items.size(); ++i) {
        auto one = SL_TRY(MemberReader::of(list->items[i], fmt::format("history[{}]", i)));
        PastContact past;
        past.id = SL_TRY(one.text("id"));
        past.name = SL_TRY(one.text("name"));
        past.number = SL_TRY(one.text_or_empty("number"));
        past.was = SL_TRY(one.text("was"));
        past.now = SL_TRY(one.text("now"));
        past.source = SL_TRY(one.text("source"));
        read.push_back(std::move(past));
        SL_TRY(one.nothing_else());
    }
    return read;
}

Read<BankHolidaysFile> bank_holidays(std::string_view text)
{
    const auto tree = SL_TRY(local_tree(text));
    auto reader = SL_TRY(MemberReader::of(tree, ""));
    BankHolidaysFile read;
    read.source = SL_TRY(reader.text("source"));
    read.verified_on = SL_TRY(date_or_null(reader, "verified_on"));
    const auto* list = SL_TRY(reader.array("days"));
    SL_TRY(reader.nothing_else());

    for (std::size_t i = 0; i < list->items.size(); ++i) {
        auto one = SL_TRY(MemberReader::of(list->items[i], fmt::format("days[{}]", i)));
        const auto day = SL_TRY(date(one, "date"));
        read.days.push_back({day, SL_TRY(one.text("name"))});
        SL_TRY(one.nothing_else());
        const bool in_order = read.days.size() < 2 || read.days[read.days.size() - 2].date < day;
        if (!in_order) return one.fault("date", "is not after the one before it");
    }
    return read;
}

Failed<FileFault> together(const Contact& contact, std::string what)
{
    return fail(FileFault{"guidance/local", 0, std::string{contact.id.text()}, std::move(what)});
}

bool stands_in(const std::vector<PastContact>& history, std::string_view number)
{
    return std::ranges::any_of(
        history, [number](const PastContact& past) { return digits_of(past.number) == number; });
}

}  // namespace

Result<std::vector<Contact>, FileFault> parse_contacts(std::string_view file, std::string_view text)
{
    return in_file(file, contacts(text));
}

Result<std::vector<PastContact>, FileFault> parse_history(std::string_view file, std::string_view text)
{
    return in_file(file, history(text));
}

Result<BankHolidaysFile, FileFault> parse_bank_holidays(std::string_view file, std::string_view text)
{
    return in_file(file, bank_holidays(text));
}

Result<directory::Contacts, FileFault> join(const std::vector<std::vector<Contact>>& files,
                                            const std::vector<PastContact>& history)
{
    directory::Contacts joined;
    for (const auto& file : files) {
        for (const auto& one : file) {
            if (joined.find(one.id) != nullptr) return together(one, "stands there twice");
            const bool past = one.telephone && stands_in(history, national(one.telephone->dial));
            if (past) return together(one, "has a number that stands in history.json as no longer given");
            joined.all.push_back(one);
        }
    }
    for (const auto& one : joined.all) {
        if (one.hours.kind != directory::Hours::Kind::when_other_closed) continue;
        const auto* other = joined.find(one.hours.other.value());
        const bool has_hours = other != nullptr && other->hours.kind == directory::Hours::Kind::weekly;
        if (!has_hours) return together(one, "answers when another is closed, which has no weekly hours");
    }
    return joined;
}

}  // namespace safelead::exchange
