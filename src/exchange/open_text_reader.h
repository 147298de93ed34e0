#pragma once

// guidance/local/<area>/texts/<shelf>/<language>/<name>.md (docs/formats/open-texts.md).

#include "base/result.h"
#include "directory/contact.h"
#include "exchange/contacts_json.h"
#include "guidance/open_text.h"

#include <string_view>
#include <vector>

namespace safelead::exchange {

/// Where a text stands, which its folders say.
struct TextPlace {
    std::string_view file;  ///< Only for the message.
    std::string_view area;
    std::string_view shelf;
    std::string_view language;
    std::string_view name;
};

/// What the text's links may lead to.
struct Numbers {
    const directory::Contacts& contacts;
    const std::vector<directory::PastContact>& history;
};

/// The text with its telephones and websites put in. A number that is not in the directory, a link that leads
/// nowhere, or a head that lacks something is a fault.
[[nodiscard]] Result<guidance::OpenText, FileFault> parse_open_text(const TextPlace& place,
                                                                    std::string_view text,
                                                                    const Numbers& numbers);

/// Whether the words have seven digits or more in a row, spaces and hyphens not counted: what somebody might
/// ring.
[[nodiscard]] bool has_telephone_number(std::string_view words);

}  // namespace safelead::exchange
