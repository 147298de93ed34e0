#include "web/pages/referral_readers_page.h"

#include "web/forms/readers_form.h"
#include "web/html/components.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <utility>
#include <vector>

namespace safelead::web {

namespace {

using People = std::vector<app::NamedPerson>;

Html paragraph(Html words)
{
    Html out;
    return out << "<p class=\"govuk-body\">" << words << "</p>";
}

Html names_of(const Speaker& say, const People& people)
{
    if (people.empty()) return say("Nobody"_p);
    std::string names;
    for (const auto& person : people) names += (names.empty() ? "" : ", ") + person.name;
    return text(names);
}

Html how_it_stands(const Speaker& say, const app::ReadersOfReferral& readers)
{
    SummaryList list;
    const auto add = [&](Html key, Html value) {
        list.rows.push_back({.key = std::move(key), .value = std::move(value)});
    };
    add(say("Who can read it now"_p), names_of(say, readers.reading));
    add(say("Kept out by name"_p), names_of(say, readers.kept_out));
    add(say("Locked"_p), readers.locked_to.empty() ? say("No: whoever’s role reads referrals reads it"_p)
                                                   : names_of(say, readers.locked_to));
    if (readers.is_for_lado) add(say("Opened by the LADO to"_p), names_of(say, readers.opened_to));
    Html out;
    return out << list;
}

/// One of the forms, closed until it is wanted or something in it was wrong.
class Forms {
public:
    Forms(const FormWriter& form, const ReferralReadersPage& page) : form_{form}, page_{page} {}

    [[nodiscard]] Html keep_out() const
    {
        const auto& say = form_.say();
        Html fields;
        fields << select(ReadersForm::keep_out, say("Who is kept out?"_p), page_.readers.staff)
               << form_.radios("near", say("Why do they stand too near?"_p), {},
                               {{.value = "own-child", .label = say("A child in it is theirs"_p)},
                                {.value = "family-or-friend",
                                 .label = say("They are family, or close to somebody in it"_p)},
                                {.value = "allegation", .label = say("What was said is about them"_p)},
                                {.value = "something-else", .label = say("Something else"_p)}},
                               Layout::small, LegendSize::s)
               << why(ReadersForm::keep_out, say("What is known about that?"_p));
        return one(ReadersForm::keep_out, say("Keep somebody out by name"_p),
                   say("It may be you. From then on it is as if the referral did not exist for them."_p),
                   std::move(fields), say("Keep them out"_p));
    }

    [[nodiscard]] Html let_in() const
    {
        const auto& say = form_.say();
        if (page_.readers.kept_out.empty()) return {};
        Html fields;
        fields << select(ReadersForm::let_in, say("Who may read it again, if their role does?"_p),
                         page_.readers.kept_out)
               << why(ReadersForm::let_in, say("Why may they read it again?"_p));
        return one(ReadersForm::let_in, say("Let somebody back in"_p), {}, std::move(fields),
                   say("Let them back in"_p));
    }

    [[nodiscard]] Html lock() const
    {
        const auto& say = form_.say();
        if (!page_.readers.locked_to.empty()) return {};
        Html fields;
        fields << select(ReadersForm::lock, say("Who reads it with you?"_p), page_.readers.reading)
               << why(ReadersForm::lock, say("Why is it locked?"_p));
        return one(ReadersForm::lock, say("Lock it to named people"_p),
                   say("To you and one more at first, so that a child never depends on one of you."_p),
                   std::move(fields), say("Lock it"_p));
    }

    [[nodiscard]] Html name() const
    {
        const auto& say = form_.say();
        const bool can_be_named = page_.readers.is_for_lado || !page_.readers.locked_to.empty();
        if (!can_be_named || page_.readers.could_read.empty()) return {};
        Html fields;
        fields << select(ReadersForm::name, say("Who else reads it?"_p), page_.readers.could_read)
               << why(ReadersForm::name, say("Why do they need to read it?"_p));
        return one(ReadersForm::name, say("Open it to one more by name"_p),
                   say("Only somebody whose role reads referrals: to be named gives nobody a role."_p),
                   std::move(fields), say("Let them read it"_p));
    }

    [[nodiscard]] Html unlock() const
    {
        const auto& say = form_.say();
        if (page_.readers.locked_to.empty()) return {};
        return one(ReadersForm::unlock, say("Unlock it"_p), {},
                   why(ReadersForm::unlock, say("Why need it be locked no more?"_p)),
                   say("Unlock the referral"_p));
    }

    [[nodiscard]] Html look() const
    {
        const auto& say = form_.say();
        if (!page_.readers.may_look) return {};
        return one(ReadersForm::look, say("I have looked at who is kept from it"_p), {},
                   why(ReadersForm::look, say("What did you find?"_p)), say("Record what you found"_p));
    }

private:
    [[nodiscard]] Html select(ReadersForm which, Html label, const People& people) const
    {
        const auto field = fmt::format("person-{}", readers_word(which));
        Select select{.name = field,
                      .label = {.content = std::move(label), .classes = "govuk-label--s"},
                      .error = form_.error(field)};
        select.items.push_back({.value = "", .content = form_.say().plain("Choose somebody"_p)});
        for (const auto& person : people)
            select.items.push_back({.value = std::string{person.id.text()}, .content = person.name});
        select.value = std::string{form_.typed().text(field)};
        Html out;
        return out << select;
    }

    [[nodiscard]] Html why(ReadersForm which, Html label) const
    {
        return form_.paragraph(fmt::format("why-{}", readers_word(which)), std::move(label), {}, 2);
    }

    [[nodiscard]] Html one(ReadersForm which, Html title, Html words, Html fields, Html button) const
    {
        const std::string word{readers_word(which)};
        const FormFrame frame{.action = page_.address + "/who-reads",
                              .csrf_token = page_.csrf_token,
                              .command = fmt::format("{}-{}", page_.command, word),
                              .draft = {},
                              .page = page_.address + "/who-reads",
                              .id = "form-" + word};
        Html content;
        if (!words.is_empty()) content << paragraph(std::move(words));
        content << form_.open(frame) << hidden_input("kind", word) << fields
                << Button{.content = std::move(button), .prevents_double_click = true} << FormWriter::close();
        const bool was_sent = form_.typed().text("kind") == word;
        Html out;
        return out << Details{
                   .summary = std::move(title), .content = std::move(content), .is_open = was_sent};
    }

    const FormWriter& form_;
    const ReferralReadersPage& page_;
};

Html for_the_lado(const Speaker& say)
{
    return InsetText{.content = say("It is about somebody who works with children: the LADO alone reads it, "
                                    "unless they open it to others by name."_p)};
}

}  // namespace

Html referral_readers_page(const FormWriter& form, const ReferralReadersPage& page)
{
    const auto& say = form.say();
    const auto& readers = page.readers;
    Html out;
    out << BackLink{.href = page.address, .content = say("Back to the referral"_p)} << form.error_summary()
        << "<h1 class=\"govuk-heading-l\">" << say("Who reads referral {0}"_p, {readers.referral.text()})
        << "</h1>"
        << paragraph(
               say("This is settled here and stands in your own record. The sender does not see it."_p));
    if (readers.is_for_lado) out << for_the_lado(say);
    for (const auto& restriction : readers.restrictions)
        out << WarningText{.content =
                               say("{0} kept people from it: “{1}” Somebody else has to look at that."_p,
                                   {restriction.by, restriction.why})};
    out << how_it_stands(say, readers);
    if (!readers.may_settle) return out;
    const Forms forms{form, page};
    return out << "<h2 class=\"govuk-heading-m\">" << say("What you can do now"_p) << "</h2>" << forms.look()
               << forms.keep_out() << forms.let_in() << forms.lock() << forms.name() << forms.unlock();
}

Html readers_notice(const Speaker& say, const record::Referral& referral, std::string_view address)
{
    Html out;
    if (referral.to.kind == record::AgencyKind::lado) out << for_the_lado(say);
    if (!referral.readers.locked_to.empty())
        out << InsetText{.content = say("This referral is locked to named people."_p)};
    if (!referral.readers.restricted_by.empty())
        out << WarningText{
            .content = say("People are kept from this referral, and nobody else has looked at that yet."_p)};
    return out << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"" << text(address)
               << "/who-reads\">" << say("Who reads this, and who is kept out"_p) << "</a></p>";
}

}  // namespace safelead::web
