#include "app/print_room.h"

#include "app/parts.h"
#include "directory/local_time.h"
#include "exchange/cards_pdf.h"
#include "exchange/guide_pdf.h"
#include "exchange/poster_svg.h"

#include <fmt/format.h>

namespace safelead::app {

std::string foot_of(const guidance::OpenText& text, Date today)
{
    std::string foot = "Where this comes from: ";
    for (std::size_t i = 0; i < text.sources.size(); ++i)
        foot += fmt::format("{}{} ({})", i == 0 ? "" : "; ", text.sources[i].where, text.sources[i].tag);
    foot += text.checked ? fmt::format(". Checked by {} on {}.", text.checked->by,
                                       directory::long_date(text.checked->on))
                         : ". Nobody in the field has checked these words yet.";
    foot += fmt::format(" To be checked again by {}.", directory::long_date(text.review_by));
    if (guidance::is_past_review(text, today)) foot += " THAT DAY IS PAST: PARTS MAY BE OUT OF DATE.";
    return foot + " Safelead rings nobody: danger is 999.";
}

Sheet make_sheet(const guidance::OpenText& text, Date today)
{
    const auto edition = fmt::format("Edition {}, {}", text.edition, directory::long_date(text.published));
    const auto above = text.number ? fmt::format("One minute guide {} · {}", *text.number, edition) : edition;
    const auto language = text.language == "en" ? "en-GB" : text.language;
    const exchange::SheetWords words{.language = language, .above = above, .below = foot_of(text, today)};
    const bool is_card = exchange::piece_size(text.name) == exchange::PieceSize::card;
    auto pdf = is_card ? exchange::cards_pdf(text, words) : exchange::one_page_pdf(text, words);
    if (!pdf) return nullptr;
    return std::make_shared<const std::string>(std::move(pdf).value());
}

std::optional<std::string> piece_drawing(const guidance::OpenText& text)
{
    const auto size = exchange::piece_size(text.name);
    if (!size) return std::nullopt;
    const auto checked = text.checked ? fmt::format("Checked by {} on {}.", text.checked->by,
                                                    directory::long_date(text.checked->on))
                                      : std::string{"Nobody in the field has checked these words yet."};
    const auto foot = fmt::format("Safelead, edition {}, {}. {}. To be checked again by {}. {}", text.edition,
                                  directory::long_date(text.published), text.licence,
                                  directory::long_date(text.review_by), checked);
    auto drawn = exchange::piece_svg(text, *size, foot);
    if (!drawn) return std::nullopt;
    return std::move(drawn).value();
}

std::optional<Later<Sheet>> PrintRoom::sheet(Safelead& safelead, const guidance::OpenText& text)
{
    const auto today = safelead.today();
    const auto key = fmt::format("{}/{}/{}/{}", text.shelf, text.name, text.language,
                                 guidance::is_past_review(text, today));
    {
        const std::scoped_lock lock{mutex_};
        if (const auto found = made_.find(key); found != made_.end()) return Later<Sheet>{found->second};
    }
    return safelead.parts().workers.run([this, key, &text, today] {
        auto made = make_sheet(text, today);
        const std::scoped_lock lock{mutex_};
        return made_.try_emplace(key, std::move(made)).first->second;
    });
}

}  // namespace safelead::app
