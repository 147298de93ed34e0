#include "web/answers/record_answers.h"

#include "app/proof.h"
#include "base/bug.h"
#include "web/pages/record_page.h"
#include "web/pages/words.h"

#include <charconv>
#include <optional>

namespace safelead::web {
namespace {

std::optional<std::uint64_t> number_in(std::string_view words)
{
    std::uint64_t number = 0;
    const auto read = std::from_chars(words.data(), words.data() + words.size(), number);
    if (words.empty() || read.ec != std::errc{} || read.ptr != words.data() + words.size())
        return std::nullopt;
    return number;
}

OrganisationId organisation_of(const Request& request)
{
    return OrganisationId{std::string{request.path_value("organisation")}};
}

}  // namespace

Later<Response> get_record(Site& site, const Request& request, Visitor visitor)
{
    const auto& organisation = visitor.actor.organisation;
    RecordShown shown{.proof = app::newest_checkpoint(site.app(), organisation),
                      .asked = std::string{request.query.text("entry")},
                      .entry_proof = {},
                      .not_proved = std::nullopt};
    if (request.query.find("entry")) {
        const auto position = number_in(shown.asked);
        const auto proof =
            position && *position > 0 ? app::prove_entry(site.app(), organisation, *position) : std::nullopt;
        if (proof)
            shown.entry_proof = *proof;
        else
            shown.not_proved = "Enter a number from 1 to the number of entries in the checkpoint"_p;
    }
    Html main;
    main << record_page(site.say(), site.app().zone(), shown);
    if (app::may(visitor.actor, access::Action::check_record))
        main << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/erasures\">"
             << site.say()("Certificates of erasure"_p) << "</a></p>";
    return site.page(request, visitor,
                     {.title = "The record"_p,
                      .main = std::move(main),
                      .status = shown.not_proved ? Status::unprocessable : Status::ok});
}

Later<Response> get_checkpoint(Site& site, const Request& request)
{
    const auto proof = app::newest_checkpoint(site.app(), organisation_of(request));
    if (!proof) return site.fault(Fault::not_found);
    return text_response(proof->note);
}

Later<Response> get_consistency(Site& site, const Request& request)
{
    const auto from = number_in(request.path_value("from"));
    const auto to = number_in(request.path_value("to"));
    if (!from || !to) return site.fault(Fault::not_found);
    auto lines = app::growth_lines(site.app(), organisation_of(request), *from, *to);
    if (!lines) return site.fault(Fault::not_found);
    return text_response(*std::move(lines));
}

Later<Response> get_key_rotations(Site& site, const Request& request)
{
    const auto organisation = organisation_of(request);
    if (!app::newest_checkpoint(site.app(), organisation)) return site.fault(Fault::not_found);
    return text_response(app::key_rotations(site.app(), organisation));
}

Later<Response> post_cosignature(Site& site, const Request& request)
{
    return app::keep_cosignature(site.app(), organisation_of(request), request.body)
        .then([&site](app::CosignatureTaken taken) -> Later<Response> {
            switch (taken) {
                case app::CosignatureTaken::kept:
                    return text_response("kept\n");
                case app::CosignatureTaken::refused:
                    return text_response("refused\n", Status::forbidden);
                case app::CosignatureTaken::crowded:
                    return site.fault(Fault::unavailable);
            }
            throw_bug("a cosignature was taken in an unknown way");
        });
}

}  // namespace safelead::web
