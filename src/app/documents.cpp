#include "app/documents.h"

namespace safelead::app {

Result<DocumentWords, DocumentRefused> words_of_document(std::string_view bytes, std::string_view name)
{
    return words::read_document(bytes, name);
}

std::string_view why_refused(DocumentRefused refused)
{
    return words::sentence(refused);
}

}  // namespace safelead::app
