#include "web/answers/child_keeping_answers.h"

#include "app/drafts.h"
#include "app/who_to_ring.h"
#include "web/answers/saying_taken_out.h"
#include "web/answers/typing.h"
#include "web/forms/form_reader.h"
#include "web/pages/contacts_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <variant>

namespace safelead::web {
namespace {

record::ChildId child_in(const Request& request)
{
    return record::ChildId{std::string{request.path_value("child")}};
}

std::string draft_of(const ChildForm& form, const Request& request)
{
    if (form.draft.empty()) return {};
    return fmt::format("{}-{}", app::draft_of_child(child_in(request)), form.draft);
}

/// The place of what was chosen; 0 with an error where nothing was.
int chosen(FormReader& read, std::string_view field, int count, const Phrase& missing)
{
    const auto typed = read.typed().text(field);
    int number = -1;
    (void)std::from_chars(typed.data(), typed.data() + typed.size(), number);
    if (number >= 0 && number < count) return number;
    read.wrong(field, missing);
    return 0;
}

record::ChildId other_child(FormReader& read, std::string_view field, const Phrase& missing)
{
    return record::ChildId{read.needed(field, missing)};
}

const PersonId whoever{""};  // The actor, whatever is said here.

record::ChildKeepable parse_belonging(FormReader& read)
{
    auto other = other_child(read, "other", "Choose the other child"_p);
    const auto tie = static_cast<record::Tie>(chosen(read, "tie", 4, "Choose how they belong together"_p));
    return record::ChildrenLinked{whoever, std::move(other), tie,
                                  read.needed("said-by", "Say who said so"_p)};
}

record::ChildKeepable parse_belonging_end(FormReader& read)
{
    auto other = other_child(read, "end-other", "Choose who"_p);
    return record::ChildrenUnlinked{whoever, std::move(other), read.needed("end-why", "Say why not"_p)};
}

record::ChildKeepable parse_same_child(FormReader& read)
{
    auto other = other_child(read, "other", "Choose the other record"_p);
    return record::RecordsJoined{whoever, std::move(other), read.needed("why", "Say what makes you sure"_p)};
}

record::ChildKeepable parse_same_child_end(FormReader& read)
{
    auto other = other_child(read, "end-other", "Choose the record"_p);
    return record::RecordsParted{whoever, std::move(other), read.needed("end-why", "Say why"_p)};
}

record::ChildKeepable parse_main_file(FormReader& read)
{
    auto system = read.needed("system", "Say where the main file is kept, or that there is none"_p);
    auto reference = read.words("their-reference");
    return record::MainFileNoted{whoever, std::move(system), std::move(reference), read.words("papers")};
}

record::ChildKeepable parse_authority(FormReader& read)
{
    const auto area = read.needed("area", "Choose the local authority"_p);
    auto told_by = read.words("told-by");
    if (area != "other")
        return record::HomeAuthorityNoted{whoever, area, name_of_area(area), std::move(told_by)};
    auto name = read.needed("authority-name", "Say what the local authority is called"_p);
    return record::HomeAuthorityNoted{whoever, "", std::move(name), std::move(told_by)};
}

/// An area stands in the record for good, so it is one that is known here; any other has a name.
void check_area(FormReader& read, const record::ChildKeepable& keep, const std::vector<std::string>& known)
{
    const auto* home = std::get_if<record::HomeAuthorityNoted>(&keep);
    if (home == nullptr || home->area.empty()) return;
    if (std::ranges::find(known, home->area) == known.end())
        read.wrong("area", "Choose the local authority"_p);
}

record::ChildKeepable parse_figures(FormReader& read)
{
    const auto missing = "Choose one of these"_p;
    const auto sex = static_cast<record::Sex>(chosen(read, "sex", 4, missing));
    const auto ethnicity = static_cast<record::Ethnicity>(chosen(read, "ethnicity", 7, missing));
    const auto needs = static_cast<record::SpecialNeeds>(chosen(read, "special-needs", 5, missing));
    return record::CharacteristicsRecorded{whoever, sex, ethnicity, needs, read.words("told-by")};
}

Response draw(Site& site, const Request& request, const Visitor& visitor, const ChildForm& form,
              const app::ChildFile& file, const Typing& typing, const FormErrors& errors)
{
    const auto address = fmt::format("/children/{}", request.path_value("child"));
    const auto here = fmt::format("{}/{}", address, form.page);
    const auto frame = [&](std::string action, std::string draft, std::string_view id) {
        return FormFrame{.action = std::move(action),
                         .csrf_token = visitor.csrf_token,
                         .command = site.new_command(),
                         .draft = std::move(draft),
                         .draft_of = {},
                         .page = here,
                         .id = std::string{id}};
    };
    const ChildKeepingPage page{file,
                                site.app().zone(),
                                visitor.actor.organisation_name,
                                frame(here, draft_of(form, request), "form"),
                                frame(here + "/end", {}, "form-end"),
                                site.app().local().areas};
    const auto typed = as_new_form(typing.fields);
    const FormWriter writer{site.say(), typed, errors};
    Html main;
    if (typing.restored)
        main << restored_notice(site, visitor, request, draft_of(form, request), std::nullopt);
    main << "<p class=\"govuk-body no-print\"><a class=\"govuk-link\" href=\"" << text(address) << "\">"
         << site.say()("Back to the child’s page"_p) << "</a></p>" << form.draw(writer, page);
    return site.page(request, visitor,
                     {.title = form.title,
                      .main = std::move(main),
                      .status = errors.empty() ? Status::ok : Status::unprocessable});
}

/// The page for whoever may do what it asks; the summary is there for whoever may read the child's page.
bool may_open(const ChildForm& form, const app::ChildFile& file)
{
    return file.view.it && !file.view.standing.erased && (file.view.may_decide || form.page == "main-file");
}

Later<Response> show(Site& site, const Request& request, const Visitor& visitor, const ChildForm& form,
                     FormFields typed, FormErrors errors)
{
    return app::view_child_file(site.app(), visitor.actor, child_in(request))
        .then([&site, &request, visitor, &form, typed = std::move(typed),
               errors = std::move(errors)](app::Outcome<app::ChildFile> file) -> Response {
            if (!file) return site.not_done(request, visitor, file.error());
            if (!may_open(form, *file))
                return site.not_done(request, visitor, app::NotAllowed{access::WhyNot::not_their_role});
            if (!typed.empty()) return draw(site, request, visitor, form, *file, {typed, false}, errors);
            auto start = form.start == nullptr ? FormFields{} : form.start(*file);
            Typing typing{std::move(start), false};
            if (!form.draft.empty())
                typing =
                    typing_of(site, visitor, draft_of(form, request), std::nullopt, std::move(typing.fields));
            return draw(site, request, visitor, form, *file, typing, errors);
        });
}

}  // namespace

Later<Response> show_child_form(Site& site, const Request& request, Visitor visitor, const ChildForm& form)
{
    return show(site, request, visitor, form, {}, {});
}

Later<Response> keep_child_form(Site& site, const Request& request, Visitor visitor, const ChildForm& form)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    auto keep = form.parse(read);
    check_area(read, keep, site.app().local().areas);
    if (!read.errors().empty()) return show(site, request, visitor, form, request.form, read.errors());
    return app::keep_of_child(site.app(), visitor.actor, command, child_in(request), std::move(keep))
        .then([&site, &request, visitor, &form](app::Outcome<std::size_t> kept) -> Later<Response> {
            if (!kept) return show(site, request, visitor, form, request.form, errors_of(kept.error()));
            if (!form.draft.empty())
                app::forget_draft(site.app(), visitor.actor, draft_of(form, request), std::nullopt);
            return see_other_saying(fmt::format("/children/{}?saved=1", request.path_value("child")), *kept);
        });
}

namespace child_page_of {
const ChildForm belonging{
    "A child’s siblings and household"_p, "belonging", "belonging", belonging_page, nullptr, parse_belonging};
const ChildForm belonging_end{
    "A child’s siblings and household"_p, "belonging", "", belonging_page, nullptr, parse_belonging_end};
const ChildForm same_child{
    "Records of the same child"_p, "same-child", "same-child", same_child_page, nullptr, parse_same_child};
const ChildForm same_child_end{"Records of the same child"_p, "same-child", "", same_child_page, nullptr,
                               parse_same_child_end};
const ChildForm main_file{"A child’s main file"_p, "main-file",        "main-file",
                          main_file_page,          main_file_as_known, parse_main_file};
const ChildForm authority{"Where a child lives"_p, "authority",        "authority",
                          authority_page,          authority_as_known, parse_authority};
const ChildForm figures{
    "What figures ask about a child"_p, "figures", "figures", figures_page, figures_as_known, parse_figures};
}  // namespace child_page_of

}  // namespace safelead::web
