#include "web/answers/kit_answers.h"

#include "app/drafts.h"
#include "app/kits.h"
#include "app/open_shelf.h"
#include "app/openings.h"
#include "app/who_to_ring.h"
#include "directory/local_time.h"
#include "web/answers/refusals.h"
#include "web/answers/typing.h"
#include "web/forms/form_reader.h"
#include "web/pages/kit_page.h"
#include "web/pages/openings_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace safelead::web {

namespace {

using directory::KitPart;

Phrase words_of(KitPart part)
{
    switch (part) {
        case KitPart::posters:
            return "posters"_p;
        case KitPart::cards:
            return "cards"_p;
        case KitPart::assembly:
            return "assembly"_p;
        case KitPart::lesson:
            return "lesson starter"_p;
        case KitPart::parent_letter:
            return "letter to parents and carers"_p;
        case KitPart::staff_briefing:
            return "briefing for staff"_p;
    }
    throw_bug("a part of a kit without words");
}

/// A shelf that is a campaign's: those for readers have addresses of their own.
bool is_campaign(std::string_view shelf)
{
    return shelf != "guides" && shelf != "young-people" && shelf != "parents";
}

/// The kit that the address names, or null.
const guidance::OpenText* kit_of(const Site& site, const Request& request)
{
    const auto shelf = request.path_value("campaign");
    return is_campaign(shelf) ? site.shelf().texts.find(shelf, "index") : nullptr;
}

KitUseLine line_of(const Site& site, const directory::KitUse& use, std::string school)
{
    std::string parts;
    for (const auto part : use.parts)
        parts += fmt::format("{}{}", parts.empty() ? "" : ", ", site.say().plain(words_of(part)));
    return {std::move(school), directory::long_date(use.from), std::move(parts)};
}

std::string draft_of(const guidance::OpenText& kit)
{
    return fmt::format("kit-{}", kit.shelf);
}

Response show(Site& site, const Request& request, const Visitor& visitor, const guidance::OpenText& kit,
              const FormFields* typed, const FormErrors& errors)
{
    const auto uses = app::own_kit_uses(site.app(), visitor.actor, kit.shelf);
    if (!uses) return site.not_done(request, visitor, uses.error());
    Typing typing{typed != nullptr ? *typed : FormFields{}, false};
    if (typed == nullptr) typing = typing_of(site, visitor, draft_of(kit), std::nullopt);
    const auto address = fmt::format("/kits/{}", kit.shelf);
    KitPage page{.campaign = kit.title,
                 .frame = {.action = address,
                           .csrf_token = visitor.csrf_token,
                           .command = site.new_command(),
                           .draft = draft_of(kit)},
                 .uses = {},
                 .is_saved = request.query.find("saved").has_value()};
    for (const auto& use : *uses) page.uses.push_back(line_of(site, use, {}));
    const FormWriter form{site.say(), typing.fields, errors};
    Html main;
    if (typing.restored) main << restored_notice(site, visitor, request, draft_of(kit), std::nullopt);
    main << kit_page(form, page);
    return site.page(request, visitor,
                     {.title = "Our school used a kit"_p,
                      .main = std::move(main),
                      .status = errors.empty() ? Status::ok : Status::unprocessable});
}

directory::KitUse use_in(FormReader& read, const guidance::OpenText& kit)
{
    directory::KitUse use{kit.shelf, {}, {}};
    const auto from = read.date("from");
    if (from)
        use.from = *from;
    else if (read.errors().empty())
        read.wrong("from-day", "Give the first day on which it was used"_p);
    std::set<KitPart> parts;
    for (const auto name : read.typed().all("parts"))
        if (const auto part = directory::kit_part_from_name(name)) parts.insert(*part);
    use.parts.assign(parts.begin(), parts.end());
    if (use.parts.empty()) read.wrong("parts", "Choose at least one part of the kit"_p);
    return use;
}

DueLine due_line(const Site& site, const directory::Contact& contact)
{
    return {contact.name, fmt::format("/contacts?area={}", contact.area),
            directory::checked_words(contact, site.app().today())};
}

std::string address_of(const guidance::OpenText& text)
{
    const auto shelf = is_campaign(text.shelf) ? "campaigns/" + text.shelf : text.shelf;
    return text.name == "index" ? "/" + shelf : fmt::format("/{}/{}", shelf, text.name);
}

void add_contacts(const Site& site, UpkeepPage& page)
{
    const auto today = site.app().today();
    for (const auto& contact : site.app().local().contacts.all) {
        if (today > contact.review_by)
            page.contacts_overdue.push_back(due_line(site, contact));
        else if (!contact.verified_on)
            page.contacts_never.push_back(due_line(site, contact));
    }
}

void add_texts(const Site& site, UpkeepPage& page)
{
    const auto& texts = site.shelf().texts;
    for (const auto& one : texts.all())
        if (guidance::is_past_review(one, site.app().today()))
            page.texts_overdue.push_back(
                {one.title, address_of(one),
                 site.say().plain("Due on {0}."_p, {directory::long_date(one.review_by)})});
    for (const auto& one : texts.held_back())
        page.held_back.push_back(
            {one.title, address_of(one), site.say().plain("Language: {0}."_p, {one.language})});
}

}  // namespace

Later<Response> get_kit(Site& site, const Request& request, Visitor visitor)
{
    const auto* kit = kit_of(site, request);
    if (kit == nullptr) return site.fault(Fault::not_found);
    return show(site, request, visitor, *kit, nullptr, {});
}

Later<Response> post_kit(Site& site, const Request& request, Visitor visitor)
{
    const auto* kit = kit_of(site, request);
    if (kit == nullptr) return site.fault(Fault::not_found);
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    auto use = use_in(read, *kit);
    if (!read.errors().empty()) return show(site, request, visitor, *kit, &request.form, read.errors());
    return app::record_kit_use(site.app(), visitor.actor, command, std::move(use))
        .then([&site, &request, visitor, kit](app::Outcome<Done> kept) -> Response {
            if (!kept) {
                const auto typed = as_new_form(request.form);
                return show(site, request, visitor, *kit, &typed, errors_of(kept.error()));
            }
            app::forget_draft(site.app(), visitor.actor, draft_of(*kit));
            return see_other(fmt::format("/kits/{}?saved=1", kit->shelf));
        });
}

Later<Response> get_upkeep(Site& site, const Request& request, Visitor visitor)
{
    UpkeepPage page;
    for (const auto& kit : site.shelf().texts.all()) {
        if (!is_campaign(kit.shelf) || kit.name != "index" || kit.language != "en") continue;
        const auto uses = app::all_kit_uses(site.app(), visitor.actor, kit.shelf);
        if (!uses) return site.not_done(request, visitor, uses.error());
        KitUsesShown shown{kit.title, {}};
        for (const auto& one : *uses) shown.uses.push_back(line_of(site, one.use, one.school));
        page.kits.push_back(std::move(shown));
    }
    if (!app::may(visitor.actor, access::Action::see_upkeep)) return site.fault(Fault::not_found);
    add_contacts(site, page);
    add_texts(site, page);
    Html main;
    main << openings_notice(site.say(), app::openings_to_look_at(site.app(), visitor.actor))
         << upkeep_page(site.say(), page);
    return site.page(request, visitor, {.title = "To check"_p, .main = std::move(main)});
}

}  // namespace safelead::web
