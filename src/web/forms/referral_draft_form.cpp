#include "web/forms/referral_draft_form.h"

#include "base/text.h"
#include "web/forms/form_reader.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace safelead::web {

namespace {

constexpr std::array words_of_referral{
    ReferralField{"concern", "What are you worried about?"_p,
                  "What was said, in the words used. Never what an image shows"_p, 5,
                  "Say what you are worried about"_p},
    ReferralField{"immediacy", "How soon does something have to happen, and why?"_p,
                  "If a child is in danger now, ring 999 first: nobody may read this for hours"_p, 3,
                  "Say how soon something has to happen, and why"_p},
    ReferralField{"criteria", "Which criteria are met, and in whose words?"_p, {}, 4},
    ReferralField{"relationship", "How are those involved related, and how old are they?"_p},
    ReferralField{"spread", "What is known of where it was shared, and with how many?"_p},
    ReferralField{"adult", "Is an adult involved?"_p, "As far as is known; write what is not known, too"_p},
    ReferralField{"devices", "Which devices does the school hold?"_p},
    ReferralField{"viewed", "Has anybody viewed an image?"_p,
                  "Who and on what ground. Never what was seen"_p},
    ReferralField{"family", "Who is in the family?"_p, "Brothers and sisters, and others who matter"_p},
    ReferralField{"parents",
                  "What do the parents say, and do they agree? If they were not told: why not?"_p,
                  {},
                  3,
                  "Say what the parents say, or why they were not told"_p},
    ReferralField{"support", "What support was given already?"_p},
    ReferralField{"asked", "What do you ask them to do?"_p, {}, 3, "Say what you ask them to do"_p},
    ReferralField{"caller",
                  "Who refers, and how can they ring back?"_p,
                  {},
                  2,
                  "Say who refers, and how they can ring back"_p},
    ReferralField{"others_told", "Who else has been told?"_p, {}, 2},
    ReferralField{"basis",
                  "On what lawful basis is this shared?"_p,
                  {},
                  3,
                  "Say on what lawful basis this is shared"_p},
};

constexpr std::array words_of_child{
    ReferralField{"who", "Name, date of birth, UPN"_p, {}, 0, "Say who child {0} is"_p},
    ReferralField{"home", "Address, and the authority it is in"_p, {}, 2},
    ReferralField{"school", "School and year group"_p, {}, 0},
    ReferralField{"part", "What they did, or what was done"_p, {}, 2},
    ReferralField{"now", "Where are they now?"_p, {}, 0, "Say where child {0} is now"_p},
    ReferralField{"wishes", "What do they want, in their own words?"_p, {}, 2},
    ReferralField{
        "needs", "Language, special needs or disability, ethnicity, what makes them vulnerable"_p, {}, 2},
    ReferralField{"workers", "Who works with them already?"_p, {}, 0},
};

void add_time(FormFields& fields, std::string_view name, const record::EventTime& time,
              const directory::Zone& zone)
{
    const auto add = [&](std::string_view part, std::string value) {
        fields.add(fmt::format("{}-{}", name, part), std::move(value));
    };
    fields.add(std::string{name}, time.words);
    auto day = time.day;
    if (time.instant) {
        const auto wall = zone.local(*time.instant).wall;
        day = wall.date;
        const auto minutes = wall.time.count();
        add("time", fmt::format("{:02}:{:02}", minutes / 60, minutes % 60));
    }
    if (!day) return;
    add("day", fmt::format("{}", static_cast<unsigned>(day->day())));
    add("month", fmt::format("{}", static_cast<unsigned>(day->month())));
    add("year", fmt::format("{}", static_cast<int>(day->year())));
}

void add_child(FormFields& fields, const record::ReferredChild& child)
{
    record::each_field_of(child, [&]<class Value>(std::string_view name, const Value& value) {
        if constexpr (std::is_same_v<Value, std::string>) fields.add(child_field(child.ref, name), value);
    });
}

}  // namespace

std::span<const ReferralField> referral_fields()
{
    return words_of_referral;
}

std::span<const ReferralField> referred_child_fields()
{
    return words_of_child;
}

std::string child_field(const record::CaseRef& ref, std::string_view name)
{
    return fmt::format("{}-{}", ref.text(), name);
}

std::uint64_t seen_in(const FormFields& typed)
{
    return number_typed<std::uint64_t>(typed.text(seen_field));  // At 0 nothing is written: no draft.
}

FormFields typed_of(const app::ReferralView& draft, const directory::Zone& zone)
{
    const auto& referral = *draft.it;
    FormFields fields;
    fields.add(std::string{seen_field}, fmt::format("{}", referral.written_at()));
    record::each_field_of(referral.words, [&]<class Value>(std::string_view name, const Value& value) {
        if constexpr (std::is_same_v<Value, std::string>) fields.add(std::string{name}, value);
    });
    constexpr std::array<std::string_view, 3> answers{"unknown", "no", "yes"};
    fields.add("parents_know",
               std::string{answers.at(static_cast<std::size_t>(referral.words.parents_know))});
    add_time(fields, "called", referral.words.called, zone);
    for (const auto& child : referral.children) {
        fields.add("child", std::string{child.ref.text()});
        add_child(fields, child);
    }
    for (const auto& child : draft.left_out) add_child(fields, child);
    return fields;
}

FormErrors missing_in_draft(FormErrors errors)
{
    const auto name = [](FormError& error, std::span<const ReferralField> fields, std::string_view field) {
        const auto known = std::ranges::find(fields, field, &ReferralField::name);
        if (known != fields.end() && !known->missing.english.empty()) error.words = known->missing;
    };
    for (auto& error : errors) {
        const std::string_view field = error.field;
        const auto dash = field.rfind('-');
        if (dash == std::string_view::npos) {
            name(error, referral_fields(), field);
            continue;
        }
        error.about = field.substr(0, dash);
        name(error, referred_child_fields(), field.substr(dash + 1));
    }
    return errors;
}

Result<Typed<app::ReferralText>, FormErrors> parse_referral_text(const FormFields& typed,
                                                                 const directory::Zone& zone,
                                                                 const app::ReferralView& before)
{
    FormReader read{typed, zone};
    const auto command = read.command();
    app::ReferralText text{};
    record::each_field_of(text.words, [&]<class Value>(std::string_view name, Value& value) {
        if constexpr (std::is_same_v<Value, std::string>) value = read.words(name);
    });
    text.words.parents_know =
        read.choice<record::Answer>("parents_know", answer_options).value_or(record::Answer::unknown);
    text.words.called = read.past_event_time("called", before.now);
    const auto chosen = typed.all("child");
    for (const auto* children : {&before.it->children, &before.left_out}) {
        for (const auto& child : *children) {
            if (std::ranges::find(chosen, child.ref.text()) == chosen.end()) continue;
            auto written = child;
            record::each_field_of(written, [&]<class Value>(std::string_view name, Value& value) {
                if constexpr (std::is_same_v<Value, std::string>)
                    value = read.words(child_field(child.ref, name));
            });
            text.children.push_back(std::move(written));
        }
    }
    text.seen = seen_in(typed);
    if (text.children.empty()) read.wrong("child", "Choose at least one child"_p);
    return read.finish(Typed<app::ReferralText>{command, std::move(text)});
}

std::string draft_of_referral(const record::Reference& referral)
{
    return fmt::format("referral-{}", referral.text());
}

}  // namespace safelead::web
