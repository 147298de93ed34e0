#include "app/documents.h"

#include "app/allow.h"
#include "app/parts.h"
#include "app/record_view.h"
#include "app/refused.h"
#include "app/safelead.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>

namespace safelead::app {

namespace {

constexpr std::array<std::string_view, 7> kind_names{"text",         "CSV", "Markdown", "Word",
                                                     "OpenDocument", "PDF", "e-mail"};

}  // namespace

Result<DocumentWords, DocumentRefused> words_of_document(std::string_view bytes, std::string_view name)
{
    return words::read_document(bytes, name);
}

std::optional<Later<Result<DocumentWords, DocumentRefused>>> read_document(Safelead& safelead,
                                                                           std::string_view bytes,
                                                                           std::string ending)
{
    return safelead.parts().workers.run(
        [copy = std::make_shared<const WipedCopy>(bytes), ending = std::move(ending)] {
            return words::read_document(copy->bytes, ending, longest_for_page);
        });
}

Later<Outcome<Done>> note_refused(Safelead& safelead, const Actor& actor, SentAs sent_as)
{
    auto& parts = safelead.parts();
    auto workspace = workspace_of(parts, actor);
    if (!workspace) return refused<Done>(std::move(workspace).error());
    return keep_view(parts, **workspace,
                     exchange::FileRefused{actor.person, role_names(actor),
                                           sent_as == SentAs::document ? "document" : "with-a-form"})
        .then([](Outcome<Kept> kept) -> Outcome<Done> {
            (void)SL_TRY(std::move(kept));
            return Done{};
        });
}

std::string_view name_of_kind(const DocumentWords& read)
{
    return kind_names.at(static_cast<std::size_t>(read.kind));
}

std::string_view kind_from(std::string_view name)
{
    const auto* found = std::ranges::find(kind_names, name);
    return found == kind_names.end() ? kind_names.front() : *found;
}

std::string_view why_refused(DocumentRefused refused)
{
    return words::sentence(refused);
}

}  // namespace safelead::app
