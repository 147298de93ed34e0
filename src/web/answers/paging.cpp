#include "web/answers/paging.h"

#include "web/html/components.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>
#include <string>

namespace safelead::web {

namespace {

constexpr std::size_t most_pages = 1'000'000;

std::string address_of(std::string_view path, std::size_t page)
{
    return page == 1 ? std::string{path} : fmt::format("{}?page={}", path, page);
}

std::size_t pages_in(app::Window window, std::size_t in_all)
{
    return (in_all + window.most - 1) / window.most;
}

}  // namespace

app::Window window_asked(const Request& request)
{
    app::Window window{0, lines_on_a_page};
    const auto typed = request.query.find("page");
    if (!typed) return window;
    std::size_t page = 0;
    const auto read = std::from_chars(typed->data(), typed->data() + typed->size(), page);
    const bool is_page = read.ec == std::errc{} && read.ptr == typed->data() + typed->size();
    if (is_page && page >= 1 && page <= most_pages) window.first = (page - 1) * lines_on_a_page;
    return window;
}

std::optional<Response> last_page_instead(std::string_view path, app::Window window, std::size_t in_all)
{
    if (window.first == 0 || window.first < in_all) return std::nullopt;
    return see_other(address_of(path, std::max<std::size_t>(pages_in(window, in_all), 1)));
}

Html page_links(const Speaker& say, std::string_view path, app::Window window, std::size_t in_all)
{
    const auto last = pages_in(window, in_all);
    if (last <= 1) return {};
    const auto current = window.first / window.most + 1;
    std::set<std::size_t> shown{1, last};
    for (const auto page : {current - 1, current, current + 1})
        if (page >= 1 && page <= last) shown.insert(page);

    Pagination pagination;
    std::size_t before = 0;
    for (const auto page : shown) {
        if (page != before + 1) pagination.items.push_back({.is_ellipsis = true});
        before = page;
        pagination.items.push_back({.number = std::to_string(page),
                                    .href = address_of(path, page),
                                    .is_current = page == current,
                                    .visually_hidden_text = say.plain("Page {0}"_p, {std::to_string(page)})});
    }
    if (current > 1)
        pagination.previous = PaginationLink{.href = address_of(path, std::min(current, last + 1) - 1),
                                             .content = say("Previous page"_p)};
    if (current < last)
        pagination.next =
            PaginationLink{.href = address_of(path, current + 1), .content = say("Next page"_p)};
    pagination.landmark_label = say.plain("Pages of this list"_p);
    Html out;
    return out << pagination;
}

}  // namespace safelead::web
