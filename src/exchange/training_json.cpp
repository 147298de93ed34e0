#include "exchange/training_json.h"

#include "exchange/local_fields.h"

#include <fmt/format.h>

namespace safelead::exchange {
namespace {

using learning::Curriculum;
using learning::GuideToConfirm;
using learning::Requirement;
using learning::Topic;
using learning::TopicId;

Read<directory::Roles> roles(MemberReader& reader)
{
    directory::Roles read;
    for (const auto& name : SL_TRY(reader.texts("roles"))) {
        const auto role = directory::role_from_name(name);
        if (!role) return reader.fault("roles", fmt::format("\"{}\" is no role", name));
        read.add(*role);
    }
    if (read.is_empty()) return reader.fault("roles", "is empty: say whom it is for");
    return read;
}

Read<Topic> topic(MemberReader& reader)
{
    auto id = SL_TRY(reader.text("id"));
    auto name = SL_TRY(reader.text("name"));
    auto about = SL_TRY(reader.text("about"));
    auto covers = SL_TRY(reader.texts_if_any("covers"));
    auto guide = SL_TRY(reader.text_or_empty("guide"));
    auto from = SL_TRY(grounds(reader));
    const auto alone = SL_TRY(reader.text_or_empty("self_led"));
    if (!alone.empty() && alone != "yes") return reader.fault("self_led", "is not \"yes\": leave it out");
    if (!alone.empty() && guide.empty()) return reader.fault("self_led", "needs a guide to read first");
    return Topic{TopicId{std::move(id)}, std::move(name),
                 std::move(about),       std::move(covers),
                 std::move(guide),       alone.empty() ? learning::SelfLed::no : learning::SelfLed::yes,
                 std::move(from)};
}

Read<Requirement> requirement(MemberReader& reader)
{
    Requirement read;
    read.id = SL_TRY(reader.text("id"));
    read.what = SL_TRY(reader.text("what"));
    read.roles = SL_TRY(roles(reader));
    for (auto& id : SL_TRY(reader.texts("topics"))) read.topics.emplace_back(std::move(id));
    if (read.topics.empty()) return reader.fault("topics", "is empty: say what has to be learnt");
    read.first_within_days = SL_TRY(reader.integer("first_within_days"));
    if (read.first_within_days < 0) return reader.fault("first_within_days", "is less than nothing");
    const auto* again = SL_TRY(reader.any("again_in_months"));
    if (again->kind == JsonTree::Kind::integer && again->integer > 0 && again->integer <= 120) {
        read.again_in_months = static_cast<int>(again->integer);
    } else if (again->kind != JsonTree::Kind::null) {
        return reader.fault("again_in_months", "is neither 1 to 120 nor null");
    }
    const auto where = SL_TRY(reader.text("where"));
    if (where != "here" && where != "anywhere") return reader.fault("where", "is neither here nor anywhere");
    read.where = where == "here" ? learning::Where::here : learning::Where::anywhere;
    read.grounds = SL_TRY(grounds(reader));
    return read;
}

Read<GuideToConfirm> guide(MemberReader& reader)
{
    auto name = SL_TRY(reader.text("guide"));
    const auto whose = SL_TRY(roles(reader));
    auto from = SL_TRY(grounds(reader));
    return GuideToConfirm{std::move(name), whose, std::move(from)};
}

template <class Item>
Read<std::vector<Item>> each(MemberReader& whole, std::string_view member, Read<Item> (*read)(MemberReader&))
{
    std::vector<Item> items;
    const auto* list = SL_TRY(whole.array_if_any(member));
    if (list == nullptr) return items;
    for (std::size_t i = 0; i < list->items.size(); ++i) {
        auto reader = SL_TRY(MemberReader::of(list->items[i], fmt::format("{}[{}]", member, i)));
        items.push_back(SL_TRY(read(reader)));
        SL_TRY(reader.nothing_else());
    }
    return items;
}

Read<Curriculum> curriculum(std::string_view text, std::string_view area)
{
    const auto tree = SL_TRY(local_tree(text));
    auto whole = SL_TRY(MemberReader::of(tree, ""));
    const auto named = SL_TRY(whole.text("area"));
    if (named != area) return whole.fault("area", fmt::format("is not \"{}\", the folder it is in", area));
    Curriculum read;
    read.topics = SL_TRY(each<Topic>(whole, "topics", topic));
    read.requirements = SL_TRY(each<Requirement>(whole, "requirements", requirement));
    read.guides = SL_TRY(each<GuideToConfirm>(whole, "guides", guide));
    SL_TRY(whole.nothing_else());
    return read;
}

}  // namespace

Result<Curriculum, FileFault> parse_training(std::string_view file, std::string_view text,
                                             std::string_view area)
{
    return in_file(file, curriculum(text, area));
}

}  // namespace safelead::exchange
