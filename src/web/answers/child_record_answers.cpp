#include "web/answers/child_record_answers.h"

#include "app/drafts.h"
#include "app/proof.h"
#include "web/answers/case_turn.h"
#include "web/answers/saying_taken_out.h"
#include "web/answers/typing.h"
#include "web/forms/form_reader.h"
#include "web/pages/child_record_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <memory>

namespace safelead::web {
namespace {

using record::GivenFor;
using record::GivenPart;

record::ChildId child_in(const Request& request)
{
    return record::ChildId{std::string{request.path_value("child")}};
}

std::string address_of(const Request& request)
{
    return fmt::format("/children/{}", request.path_value("child"));
}

std::string draft_of(const Request& request)
{
    return app::draft_of_child(child_in(request)) + "-record";
}

std::uint64_t whole_number(std::string_view text)
{
    std::uint64_t number = 0;
    (void)std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::string proof_of(const Site& site, const Visitor& visitor)
{
    const auto proof = app::newest_checkpoint(site.app(), visitor.actor.organisation);
    if (!proof) return {};
    return site.say().plain("the record up to entry {0} has the root {1}"_p,
                            {fmt::format("{}", proof->entries), proof->root});
}

/// One who may decide gives the record away; nobody gives away what was erased.
bool may_give(const app::ChildFile& file)
{
    return file.view.it && !file.view.standing.erased && file.view.may_decide;
}

Response draw_review(Site& site, const Request& request, const Visitor& visitor, const app::ChildFile& file,
                     const ChildRecord& record, const Typing& typing, const FormErrors& errors)
{
    const auto address = address_of(request);
    const auto typed = as_new_form(typing.fields);
    const FormWriter form{site.say(), typed, errors};
    const ReviewPage page{file,
                          record,
                          {.action = address + "/record",
                           .csrf_token = visitor.csrf_token,
                           .command = site.new_command(),
                           .draft = draft_of(request)},
                          address};
    Html main;
    if (typing.restored) main << restored_notice(site, visitor, request, draft_of(request), std::nullopt);
    main << review_page(form, page);
    return site.page(request, visitor,
                     {.title = "Read over a child’s record"_p,
                      .main = std::move(main),
                      .status = errors.empty() ? Status::ok : Status::unprocessable});
}

struct Reviewed {
    CommandId command;
    record::RecordGiven given;
};

/// What was decided of each name that was found, and who gets it.
Reviewed read_review(FormReader& read, const ChildRecord& record)
{
    static constexpr Option<GivenFor> purposes[] = {{"subject_access", GivenFor::subject_access},
                                                    {"transfer", GivenFor::transfer},
                                                    {"court", GivenFor::court},
                                                    {"own_file", GivenFor::own_file}};
    static constexpr Option<GivenPart> parts[] = {{"whole", GivenPart::whole}, {"impact", GivenPart::impact}};
    Reviewed reviewed{read.command(),
                      {.number = 0,
                       .by = PersonId{""},
                       .purpose = {},
                       .part = {},
                       .to = {},
                       .why = {},
                       .up_to = static_cast<int>(record.up_to),
                       .replaced = 0,
                       .left = {},
                       .proven_up_to = 0}};
    std::size_t offered = 0;
    for (const auto& one : record.cases)
        for (const auto& line : one.lines)
            for (const auto& name : line.names) {
                if (++offered > most_offered_names) break;
                const auto field = field_of(line, name);
                const auto typed = read.typed().text(field);
                if (typed == "leave")
                    reviewed.given.left.push_back(place_of(line, name));
                else if (typed != "replace")
                    read.wrong(field, "Say whether “{0}” is replaced"_p,
                               line.words.substr(name.begin, name.size));
            }
    const auto purpose = read.choice<GivenFor>("purpose", purposes);
    if (!purpose) read.wrong("purpose", "Choose what it is for"_p);
    const auto part = read.choice<GivenPart>("part", parts);
    if (!part) read.wrong("part", "Choose what goes"_p);
    reviewed.given.purpose = purpose.value_or(GivenFor::own_file);
    reviewed.given.part = part.value_or(GivenPart::whole);
    reviewed.given.to = read.needed("to", "Say who gets it"_p);
    reviewed.given.why = read.needed("why", "Say why, and who agreed"_p);
    if (read.typed().text("read") != "yes") read.wrong("read", "Read all of it first, then say so"_p);
    return reviewed;
}

using File = app::Outcome<app::ChildFile>;

/// The one that was given under that number; null if none was.
const record::RecordGiven* given_as(const app::ChildFile& file, std::string_view number)
{
    if (!file.view.it) return nullptr;
    for (const auto& given : file.view.it->given)
        if (fmt::format("{}", given.number) == number) return &given;
    return nullptr;
}

/// Sent twice, it was given once: on to what was given last.
Later<Response> go_to_newest(Site& site, const Request& request, const Visitor& visitor,
                             std::size_t taken_out)
{
    return app::view_child(site.app(), visitor.actor, child_in(request))
        .then([&site, &request, visitor, taken_out](app::Outcome<app::ChildView> view) -> Response {
            if (!view) return site.not_done(request, visitor, view.error());
            if (!view->it || view->it->given.empty()) return see_other(address_of(request));
            return see_other_saying(
                fmt::format("{}/record/{}", address_of(request), view->it->given.back().number), taken_out);
        });
}

template <class Answer>
Response draw_given(Site& site, const Request& request, const Visitor& visitor, const app::ChildFile& file,
                    const record::RecordGiven& given, const Answer& answer)
{
    auto held = child_record(site.say(), file, case_views_of(site, visitor, file),
                             static_cast<std::uint64_t>(given.up_to));
    if (given.part == GivenPart::impact) keep_impact(held);
    (void)replace_names(held, given.left);
    const GivenPage page{file,
                         given,
                         held,
                         site.app().zone(),
                         visitor.actor.organisation_name,
                         proof_of(site, visitor),
                         address_of(request)};
    return answer(site, request, visitor, page);
}

template <class Answer>
Later<Response> show_given(Site& site, const Request& request, const Visitor& visitor, Answer answer)
{
    return app::view_child_file(site.app(), visitor.actor, child_in(request))
        .then([&site, &request, visitor, answer](File opened) -> Later<Response> {
            if (!opened) return site.not_done(request, visitor, opened.error());
            const auto file = std::make_shared<const app::ChildFile>(std::move(opened).value());
            const auto* given = given_as(*file, request.path_value("given"));
            if (given == nullptr) return site.not_done(request, visitor, app::NotThere{});
            return app::keep_given_view(site.app(), visitor.actor, child_in(request), given->number)
                .then([&site, &request, visitor, answer, file,
                       given](const app::Outcome<Done>& kept) -> Response {
                    if (!kept) return site.not_done(request, visitor, kept.error());
                    return draw_given(site, request, visitor, *file, *given, answer);
                });
        });
}

}  // namespace

std::vector<CaseView> case_views_of(const Site& site, const Visitor& visitor, const app::ChildFile& file)
{
    std::vector<CaseView> views;
    views.reserve(file.cases.size());
    for (const auto& one : file.cases) views.push_back(case_view_of(site, visitor, one));
    return views;
}

Later<Response> get_review(Site& site, const Request& request, Visitor visitor)
{
    return app::view_child_file(site.app(), visitor.actor, child_in(request))
        .then([&site, &request, visitor](File file) -> Response {
            if (!file) return site.not_done(request, visitor, file.error());
            if (!may_give(*file))
                return site.not_done(request, visitor, app::NotAllowed{access::WhyNot::not_their_role});
            const auto record = child_record(site.say(), *file, case_views_of(site, visitor, *file));
            const auto typing =
                typing_of(site, visitor, draft_of(request), std::nullopt, review_as_found(record));
            return draw_review(site, request, visitor, *file, record, typing, {});
        });
}

Later<Response> post_review(Site& site, const Request& request, Visitor visitor)
{
    return app::view_child_file(site.app(), visitor.actor, child_in(request))
        .then([&site, &request, visitor](File opened) -> Later<Response> {
            if (!opened) return site.not_done(request, visitor, opened.error());
            if (!may_give(*opened))
                return site.not_done(request, visitor, app::NotAllowed{access::WhyNot::not_their_role});
            const auto file = std::make_shared<const app::ChildFile>(std::move(opened).value());
            // What was entered since they began to read is not in it: they have not read that.
            const auto record = std::make_shared<const ChildRecord>(
                child_record(site.say(), *file, case_views_of(site, visitor, *file),
                             std::max<std::uint64_t>(1, whole_number(request.form.text("up-to")))));
            FormReader read{request.form, site.app().zone()};
            auto reviewed = read_review(read, *record);
            if (!read.errors().empty())
                return draw_review(site, request, visitor, *file, *record, {request.form, false},
                                   read.errors());
            auto copy = *record;
            if (reviewed.given.part == GivenPart::impact) keep_impact(copy);
            reviewed.given.replaced = static_cast<int>(replace_names(copy, reviewed.given.left));
            if (const auto proof = app::newest_checkpoint(site.app(), visitor.actor.organisation))
                reviewed.given.proven_up_to = static_cast<int>(proof->entries);
            return app::keep_of_child(site.app(), visitor.actor, reviewed.command, child_in(request),
                                      std::move(reviewed.given))
                .then([&site, &request, visitor, file,
                       record](app::Outcome<std::size_t> kept) -> Later<Response> {
                    if (!kept)
                        return draw_review(site, request, visitor, *file, *record, {request.form, false},
                                           errors_of(kept.error()));
                    app::forget_draft(site.app(), visitor.actor, draft_of(request), std::nullopt);
                    return go_to_newest(site, request, visitor, *kept);
                });
        });
}

Later<Response> get_given(Site& site, const Request& request, Visitor visitor)
{
    return show_given(
        site, request, visitor, [](Site& at, const Request& asked, const Visitor& by, const GivenPage& page) {
            return at.page(asked, by,
                           {.title = "The record of one child"_p, .main = given_page(at.say(), page)});
        });
}

Later<Response> get_given_text(Site& site, const Request& request, Visitor visitor)
{
    return show_given(site, request, visitor,
                      [](Site& at, const Request&, const Visitor&, const GivenPage& page) {
                          auto response = text_response(given_text(at.say(), page));
                          response.with_header("Content-Disposition", "attachment; filename=\"record.txt\"");
                          return response;
                      });
}

}  // namespace safelead::web
