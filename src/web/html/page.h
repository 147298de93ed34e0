#pragma once

#include "web/html/components/service_navigation.h"
#include "web/html/html.h"
#include "web/text/phrase.h"

#include <optional>
#include <string>
#include <vector>

namespace safelead::web {

/// Who is signed in, shown at the top beside a sign-out button (a form that posts to /sign-out).
struct SignedIn {
    std::string name;
    std::string organisation;
    std::string csrf_token;
    std::string elsewhere =
        {};  ///< The page on which they go to work elsewhere; "" if there is nowhere else.
};

/// What the browser's history, tabs and title bar show. Neutral says "Safelead" and nothing else: for the
/// pages of young people and parents.
enum class TitleKind { telling, neutral };

enum class ExitButton { absent, present };
enum class Practice { no, yes };
enum class Width { two_thirds, full };

/// Anything a page is made of beside what stands in the middle. A title never holds personal data.
struct Page {
    const Language& language = english;
    std::string title = {};
    TitleKind title_kind = TitleKind::telling;
    Html main = {};
    Html before_main = {};  ///< Back link or breadcrumbs.
    Width width = Width::two_thirds;
    ExitButton exit_button = ExitButton::absent;
    Practice practice = Practice::no;
    std::vector<ServiceNavigationItem> navigation = {};  ///< `open_navigation` for pages without an account.
    std::optional<SignedIn> signed_in = std::nullopt;
    std::vector<std::string> scripts = {};  ///< Further ones, by asset name: "autosave.js".
};

/// The whole document, `<!DOCTYPE html>` to `</html>`: skip link, header, practice banner, main, footer; no
/// inline script or style, nothing from a third party.
[[nodiscard]] Html document(const Page& page);

/// The links at the top of pages that need no account; the one for `current_path` is marked.
[[nodiscard]] std::vector<ServiceNavigationItem> open_navigation(const Language& language,
                                                                 std::string_view current_path);

/// `<input type="hidden" …>`: goes first into every form that posts.
[[nodiscard]] Html csrf_input(std::string_view token);

}  // namespace safelead::web
