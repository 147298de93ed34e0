#include "app/documents.h"

#include "app/parts.h"
#include "app/safelead.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace safelead::app {

namespace {

// While somebody waits for a page. Two such documents hold up both workers, and with them signing in.
constexpr std::chrono::seconds longest_for_page{10};

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
    return safelead.parts().workers.run([bytes, ending = std::move(ending)] {
        return words::read_document(bytes, ending, longest_for_page);
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
