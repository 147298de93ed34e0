#include "exchange/sent_report.h"

#include "base/text.h"
#include "exchange/json_tree.h"
#include "exchange/record_fields.h"
#include "record/text_limits.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace safelead::exchange {
namespace {

constexpr JsonLimits limits{std::size_t{256} * 1024, 4, 500, JsonLimits::Comments::refused};

constexpr std::string_view missing = "This member is missing: it must be there.";
constexpr std::string_view not_text = "Send a text.";
constexpr std::string_view not_object = "Send an object.";
constexpr std::string_view not_list = "Send a list.";
constexpr std::string_view empty = "Send a text that is not empty.";
constexpr std::string_view too_long_account = "Send at most 20,000 characters.";
constexpr std::string_view too_long_line = "Send at most 1,000 characters.";
constexpr std::string_view control = "Take out control characters: only line breaks and tabs are kept.";

bool has_control(std::string_view text)
{
    return std::ranges::any_of(text, [](char c) {
        return (static_cast<unsigned char>(c) < 0x20U && c != '\n' && c != '\t') || c == '\x7f';
    });
}

/// Reads the members of one object; what is wrong is gathered, and reading goes on.
class Object {
public:
    Object(const JsonTree& tree, std::string path, std::vector<WrongMember>& wrong)
        : tree_{tree}, path_{std::move(path)}, wrong_{wrong}
    {
    }

    const JsonTree* find(std::string_view name)
    {
        known_.emplace_back(name);
        const auto* found = tree_.find(name);
        return found == nullptr || found->kind == JsonTree::Kind::null ? nullptr : found;
    }

    const JsonTree* needed(std::string_view name)
    {
        const auto* found = find(name);
        if (found == nullptr) say(name, missing);
        return found;
    }

    enum class Length { account, line };
    std::string text(std::string_view name, Length length = Length::account)
    {
        const auto* found = find(name);
        return found == nullptr ? std::string{} : text_of(*found, name, length);
    }

    std::string needed_text(std::string_view name, Length length = Length::account)
    {
        const auto* found = needed(name);
        if (found == nullptr) return {};
        auto text = text_of(*found, name, length);
        if (text.empty() && found->kind == JsonTree::Kind::text && !is_wrong(name)) say(name, empty);
        return text;
    }

    template <class Enum>
    Enum choice(std::string_view name)
    {
        const auto* found = find(name);
        return found == nullptr ? Enum{} : choice_of<Enum>(*found, name);
    }

    template <class Enum>
    Enum needed_choice(std::string_view name)
    {
        const auto* found = needed(name);
        return found == nullptr ? Enum{} : choice_of<Enum>(*found, name);
    }

    template <class Value>
    std::optional<Value> point(std::string_view name, std::optional<Value> (*parse)(std::string_view),
                               std::string_view words)
    {
        const auto* found = find(name);
        if (found == nullptr) return std::nullopt;
        auto value = found->kind == JsonTree::Kind::text ? parse(found->text) : std::nullopt;
        if (!value) say(name, words);
        return value;
    }

    /// The items of a list of at most so many.
    std::vector<const JsonTree*> items(std::string_view name, const JsonTree* list, std::size_t most)
    {
        std::vector<const JsonTree*> all;
        if (list == nullptr) return all;
        if (list->kind != JsonTree::Kind::array) {
            say(name, not_list);
            return all;
        }
        if (list->items.size() > most) {
            say(name, fmt::format("Send at most {}.", most));
            return all;
        }
        for (const auto& item : list->items) all.push_back(&item);
        return all;
    }

    void say(std::string_view name, std::string_view words)
    {
        wrong_.push_back({path_of(name), std::string{words}});
    }

    [[nodiscard]] std::string path_of(std::string_view name) const
    {
        return path_.empty() ? std::string{name} : fmt::format("{}.{}", path_, name);
    }

    void nothing_else()
    {
        for (const auto& member : tree_.members)
            if (std::ranges::find(known_, member.name) == known_.end())
                say(member.name.size() <= 40 ? std::string_view{member.name} : std::string_view{"?"},
                    "There is no such member: leave it out.");
    }

private:
    [[nodiscard]] bool is_wrong(std::string_view name) const
    {
        return std::ranges::find(wrong_, path_of(name), &WrongMember::member) != wrong_.end();
    }

    std::string text_of(const JsonTree& value, std::string_view name, Length length)
    {
        if (value.kind != JsonTree::Kind::text) {
            say(name, not_text);
            return {};
        }
        std::string text{trim(value.text)};
        std::erase(text, '\r');
        if (has_control(text)) say(name, control);
        if (length == Length::account && !record::fits_account(text)) say(name, too_long_account);
        if (length == Length::line && !record::fits_line(text)) say(name, too_long_line);
        return text;
    }

    template <class Enum>
    Enum choice_of(const JsonTree& value, std::string_view name)
    {
        constexpr auto& words = EnumWords<Enum>::words;
        const auto found =
            value.kind == JsonTree::Kind::text ? std::ranges::find(words, value.text) : words.end();
        if (found != words.end()) return static_cast<Enum>(found - words.begin());
        say(name, fmt::format("Send one of {}.", fmt::join(words, ", ")));
        return Enum{};
    }

    const JsonTree& tree_;
    std::string path_;
    std::vector<WrongMember>& wrong_;
    std::vector<std::string> known_;
};

std::vector<SentChild> children_of(Object& report, std::vector<WrongMember>& wrong)
{
    std::vector<SentChild> children;
    const auto* list = report.needed("children");
    const auto items = report.items("children", list, most_sent_children);
    if (list != nullptr && list->kind == JsonTree::Kind::array && list->items.empty())
        report.say("children", "Send at least one child.");
    for (const auto* item : items) {
        const auto path = fmt::format("children[{}]", children.size());
        auto& child = children.emplace_back();
        if (item->kind != JsonTree::Kind::object) {
            wrong.push_back({path, std::string{not_object}});
            continue;
        }
        Object object{*item, path, wrong};
        child.name = object.needed_text("name", Object::Length::line);
        child.detail = object.text("detail", Object::Length::line);
        object.nothing_else();
    }
    return children;
}

std::vector<PersonId> people_of(Object& report)
{
    std::vector<PersonId> people;
    for (const auto* item :
         report.items("people_involved", report.find("people_involved"), most_sent_people)) {
        const bool is_id = item->kind == JsonTree::Kind::text && !item->text.empty();
        if (!is_id) report.say(fmt::format("people_involved[{}]", people.size()), "Send somebody’s id.");
        people.emplace_back(is_id ? item->text : std::string{});
    }
    return people;
}

record::EventTime when_of(Object& report, std::vector<WrongMember>& wrong)
{
    const auto* tree = report.find("when");
    if (tree == nullptr) return {};
    if (tree->kind != JsonTree::Kind::object) {
        report.say("when", not_object);
        return {};
    }
    Object object{*tree, "when", wrong};
    record::EventTime when;
    when.words = object.text("words");
    when.day = object.point<Date>("day", parse_date, "Send a day that exists, like 2026-11-23.");
    when.instant =
        object.point<Instant>("instant", parse_instant, "Send an instant in UTC, like 2026-11-23T10:00:00Z.");
    object.nothing_else();
    return when;
}

}  // namespace

Result<SentReport, NoReport> parse_sent_report(std::string_view json)
{
    const auto tree = parse_json(json, limits);
    if (!tree) {
        const auto& fault = tree.error();
        return fail(NoReport{NoReport::Why::not_json,
                             {{fault.field.size() <= 80 ? fault.field : std::string{},
                               fmt::format("From line {} on it {}.", fault.line, fault.problem)}}});
    }
    if (tree->kind != JsonTree::Kind::object)
        return fail(NoReport{NoReport::Why::not_json, {{"", std::string{not_object}}}});

    std::vector<WrongMember> wrong;
    Object read{*tree, "", wrong};
    SentReport report;
    report.reporter = PersonId{read.needed_text("reporter", Object::Length::line)};
    report.children = children_of(read, wrong);
    report.words = read.needed_text("words");
    report.danger_now = read.needed_choice<record::Answer>("danger_now");
    report.when = when_of(read, wrong);
    report.where = read.text("where");
    report.child_now = read.text("child_now");
    report.staff_involved = read.choice<record::StaffInvolved>("staff_involved");
    report.people_involved = people_of(read);
    report.told_lead_in_person = read.choice<record::Answer>("told_lead_in_person");
    report.staff_exposure = read.choice<record::StaffExposure>("staff_exposure");
    read.nothing_else();
    if (!wrong.empty()) return fail(NoReport{NoReport::Why::members, std::move(wrong)});
    return report;
}

}  // namespace safelead::exchange
