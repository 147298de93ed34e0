#include "web/pages/typed_not_recorded.h"

#include "base/text.h"
#include "web/forms/referral_draft_form.h"
#include "web/forms/referral_form.h"
#include "web/html/components.h"
#include "web/html/words_row.h"
#include "web/pages/referral_steps.h"
#include "web/pages/typed_step.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace safelead::web {

namespace {

/// As the record would have it, so that a line end of the browser's makes no difference.
std::string as_kept(std::string_view typed)
{
    std::string words{trim(typed)};
    std::erase(words, '\r');
    return words;
}

/// Whether it came from the form of a draft.
bool is_of_draft(const FormFields& typed)
{
    return typed.text("kind").empty() &&
           std::ranges::any_of(referral_fields(), [&](const ReferralField& field) {
               return typed.find(field.name).has_value();
           });
}

/// What was typed in one form, of a step or of the draft; empty if it has none of their fields.
Html typed_in(const Speaker& say, const ReferralPage& page, const FormFields& typed)
{
    if (typed.text("kind") == discarded_word) {
        SummaryList list;
        list.rows.push_back(words_row(say("Why is it not sent?"_p), typed.text(discarded_why_field)));
        return Html{} << list;
    }
    if (!typed.text("kind").empty()) return typed_step(say, typed, page.view.offers);
    return is_of_draft(typed) ? typed_draft(say, typed) : Html{};
}

Html shown_back(const Speaker& say, const ReferralPage& page, const FormFields& typed)
{
    if (has_form(page, typed.text("kind"))) return {};
    const auto lines = typed_in(say, page, typed);
    if (lines.is_empty()) return {};
    Html out;
    return out << "<div id=\"" << text(place_of_form(form_typed_in(typed)))
               << "\"><h2 class=\"govuk-heading-m\">" << say("What you typed"_p) << "</h2>"
               << WarningText{.content = say("What you typed was not recorded: something has changed since "
                                             "you opened the form. Copy what you still need."_p)}
               << lines << "</div>";
}

std::string when_typed(const FormFields& typed)
{
    std::string when = as_kept(typed.text("called"));
    for (const auto* part : {"called-day", "called-month", "called-year", "called-time"})
        if (const auto typed_part = as_kept(typed.text(part)); !typed_part.empty())
            when += (when.empty() ? "" : " ") + typed_part;
    return when;
}

}  // namespace

Html typed_not_recorded(const FormWriter& form, const ReferralPage& page)
{
    const auto sent = form_typed_in(form.typed());
    Html out;
    out << shown_back(form.say(), page, form.typed());
    for (const auto& kept : page.kept) {
        const auto typed_in = form_typed_in(kept.fields);
        // What was sent just now is the newer of the two.
        const bool is_newer_sent = typed_in.empty() ? is_of_draft(form.typed()) : typed_in == sent;
        if (!is_newer_sent) out << shown_back(form.say(), page, kept.fields);
    }
    return out;
}

Html typed_beside(const Speaker& say, const ReferralPage& page)
{
    if (page.beside.empty()) return {};
    const auto lines = typed_draft(say, page.beside, typed_of(page.view, page.zone));
    Html out;
    return out << "<div id=\"" << text(beside_place) << "\"><h2 class=\"govuk-heading-m\">"
               << say("What you typed"_p) << "</h2>"
               << WarningText{.content = say("Somebody else changed this draft after you opened it, so what "
                                             "you typed was not saved."_p)}
               << "<p class=\"govuk-body\">"
               << say("The form below has what is kept now. Here is what you typed that is different: put "
                      "what is still needed into the form, and save it."_p)
               << "</p>" << lines << "</div>";
}

Html typed_draft(const Speaker& say, const FormFields& typed, const FormFields& unlike)
{
    SummaryList list;
    const auto add = [&](Html label, std::string_view value, std::string_view other) {
        if (value != other) add_words_row(list, std::move(label), value);
    };
    const auto add_field = [&](Html label, std::string_view name) {
        add(std::move(label), as_kept(typed.text(name)), as_kept(unlike.text(name)));
    };
    const auto ticked = typed.all("child");
    if (ticked != unlike.all("child"))
        add(say("Children in it"_p), fmt::format("{}", fmt::join(ticked, ", ")), "");
    for (const auto& field : typed.in_order()) {
        const auto dash = field.name.rfind('-');
        if (dash == std::string::npos) continue;
        const auto child = std::string_view{field.name}.substr(0, dash);
        const auto known = std::ranges::find(
            referred_child_fields(), std::string_view{field.name}.substr(dash + 1), &ReferralField::name);
        if (known != referred_child_fields().end() && std::ranges::find(ticked, child) != ticked.end())
            add_field(say("{0}: {1}"_p, {child, say.plain(known->label)}), field.name);
    }
    const auto know = typed.text("parents_know");
    if (know != unlike.text("parents_know"))
        for (auto& choice : yes_no_unknown(say))
            if (choice.value == know)
                list.rows.push_back({.key = say("Do the parents know?"_p), .value = std::move(choice.label)});
    for (const auto& field : referral_fields()) add_field(say(field.label), field.name);
    add(say("When they were rung"_p), when_typed(typed), when_typed(unlike));
    Html out;
    if (!list.rows.empty()) out << list;
    return out;
}

}  // namespace safelead::web
