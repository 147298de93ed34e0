#pragma once

#include "app/tokens.h"
#include "web/forms/form_writer.h"

#include <string>
#include <vector>

namespace safelead::web {

struct TokenLine {
    app::TokenShown token;
    std::string until;      ///< In words.
    std::string last_used;  ///< Likewise; empty: never.
};
struct TokensPage {
    std::vector<TokenLine> tokens;
    FormFrame make;
    FormFrame revoke;
};
[[nodiscard]] Html tokens_page(const FormWriter& form, const TokensPage& page);

/// It is shown once.
[[nodiscard]] Html token_made_page(const Speaker& say, const std::string& token);

}  // namespace safelead::web
