#include "web/pages/open_text.h"

#include "directory/local_time.h"
#include "web/html/components/inset_text.h"
#include "web/html/components/language_navigation.h"
#include "web/pages/contact_lines.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::web {

namespace {

using guidance::Block;
using guidance::Line;
using guidance::OpenText;
using guidance::Reader;
using guidance::Run;

void append_run(Html& out, const Speaker& say, const Run& run)
{
    switch (run.kind) {
        case Run::Kind::words:
            out << text(run.words);
            return;
        case Run::Kind::strong:
            out << "<strong>" << text(run.words) << "</strong>";
            return;
        case Run::Kind::past_number:
            out << "<s class=\"safelead-past\"><span class=\"govuk-visually-hidden\">"
                << say("no longer in use:"_p) << " </span>" << text(run.words) << "</s>";
            return;
        case Run::Kind::link:
            out << "<a class=\"govuk-link\" href=\"" << text(run.target) << "\"";
            if (run.target.starts_with("https:")) out << " rel=\"noreferrer\"";
            out << ">" << text(run.words) << "</a>";
            return;
    }
}

void append_line(Html& out, const Speaker& say, const Line& line)
{
    for (const Run& run : line) append_run(out, say, run);
}

void append_list(Html& out, const Speaker& say, const Block& block, Markup begin, Markup end)
{
    out << begin;
    for (const Line& line : block.lines) {
        out << "<li>";
        append_line(out, say, line);
        out << "</li>";
    }
    out << end << "\n";
}

void append_wrapped(Html& out, const Speaker& say, const Block& block, Markup begin, Markup end)
{
    out << begin;
    for (const Line& line : block.lines) append_line(out, say, line);
    out << end << "\n";
}

/// One contact, its number large. Says nothing where the reader may not ring it.
void append_ring(Html& out, const RingingNow& ringing, std::string_view id)
{
    const auto one = std::ranges::find_if(
        ringing.to_ring, [id](const directory::ToRing& ring) { return ring.contact.id.text() == id; });
    if (one == ringing.to_ring.end()) return;
    out << "<p class=\"govuk-body govuk-!-margin-bottom-1\"><strong>" << text(one->contact.name)
        << "</strong></p>";
    if (one->contact.telephone)
        out << "<p class=\"safelead-number\">" << number_link(*one->contact.telephone) << "</p>";
    out << "<p class=\"govuk-body\">" << text(directory::words(one->availability, ringing.at)) << "</p>\n";
}

void append_block(Html& out, const Speaker& say, const Block& block, const RingingNow& ringing)
{
    switch (block.kind) {
        case Block::Kind::heading:
            append_wrapped(out, say, block, "<h2 class=\"govuk-heading-m\">", "</h2>");
            return;
        case Block::Kind::subheading:
            append_wrapped(out, say, block, "<h3 class=\"govuk-heading-s\">", "</h3>");
            return;
        case Block::Kind::paragraph:
            append_wrapped(out, say, block, "<p class=\"govuk-body\">", "</p>");
            return;
        case Block::Kind::danger:
            append_wrapped(out, say, block, "<div class=\"safelead-danger\"><p class=\"govuk-body\">",
                           "</p></div>");
            return;
        case Block::Kind::bullets:
            append_list(out, say, block, "<ul class=\"govuk-list govuk-list--bullet\">", "</ul>");
            return;
        case Block::Kind::steps:
            append_list(out, say, block, "<ol class=\"govuk-list govuk-list--number\">", "</ol>");
            return;
        case Block::Kind::who_to_ring:
            out << contact_lines(say, ringing.to_ring, ringing.at);
            return;
        case Block::Kind::ring:
            append_ring(out, ringing, block.contact);
            return;
    }
}

bool is_private(Reader reader)
{
    return reader == Reader::young_person || reader == Reader::young_child || reader == Reader::parent;
}

std::string name_of_language(std::string_view code)
{
    const std::pair<std::string_view, std::string_view> names[] = {
        {"en", "English"}, {"cy", "Cymraeg"}, {"pl", "Polski"}, {"ur", "اردو"}};
    for (const auto& [known, name] : names)
        if (known == code) return std::string{name};
    return std::string{code};
}

Html language_links(const OpenText& shown, std::span<const OpenText* const> languages)
{
    if (languages.size() < 2) return {};
    LanguageNavigation navigation;
    for (const OpenText* one : languages) {
        const auto name = name_of_language(one->language);
        navigation.items.push_back({.content = text(name),
                                    .href = "?language=" + one->language,
                                    .lang = one->language,
                                    .href_lang = one->language,
                                    .dir = std::string{dir_of(language_of(*one))},
                                    .is_current = one->language == shown.language});
    }
    return navigation;
}

}  // namespace

directory::Audience audience_of(Reader reader)
{
    switch (reader) {
        case Reader::young_person:
        case Reader::young_child:
            return directory::Audience::young_person;
        case Reader::parent:
            return directory::Audience::parent;
        case Reader::staff:
            return directory::Audience::staff;
        case Reader::anybody:
            break;
    }
    return directory::Audience::adult;
}

Language language_of(const OpenText& text)
{
    const auto direction = text.direction == guidance::WritingDirection::right_to_left
                               ? Direction::right_to_left
                               : Direction::left_to_right;
    return {text.language == "en" ? english.code : std::string_view{text.language}, direction, {}};
}

Html text_body(const Speaker& say, const OpenText& text, const RingingNow& ringing)
{
    Html out;
    for (const Block& block : text.blocks) append_block(out, say, block, ringing);
    return out;
}

Html text_provenance(const Speaker& say, const OpenText& shown, Date today)
{
    Html out;
    if (guidance::is_past_review(shown, today)) {
        out << InsetText{
            .content = say(
                "**These words were due to be checked again by {0}. Parts of them may be out of date.**"_p,
                {directory::long_date(shown.review_by)})};
    }
    out << "<p class=\"safelead-source\">" << say("Where this comes from:"_p);
    Markup separator = " ";
    for (const auto& source : shown.sources) {
        out << separator << text(source.where) << " (" << text(source.tag) << ")";
        separator = "; ";
    }
    out << ". ";
    if (shown.checked) {
        out << say("Checked by {0} on {1}."_p, {shown.checked->by, directory::long_date(shown.checked->on)});
    } else {
        out << say("Nobody in the field has checked these words yet."_p);
    }
    return out << "</p>\n";
}

namespace {

/// The place for a video of the text in sign language. A link, so that the page itself asks nobody for
/// anything.
Html sign_video(const Speaker& say, const OpenText& shown)
{
    if (shown.sign_video.empty()) return {};
    Html out;
    return out << "<p class=\"govuk-body\"><a class=\"govuk-link\" rel=\"noreferrer\" href=\""
               << text(shown.sign_video) << "\">"
               << say("Watch this page in British Sign Language (another website)"_p) << "</a></p>\n";
}

}  // namespace

Page open_text_page(const Language& language, const OpenText& shown,
                    std::span<const OpenText* const> languages, const RingingNow& ringing)
{
    const Speaker say{language};
    Html out;
    out << language_links(shown, languages) << "<h1 class=\"govuk-heading-l\">" << text(shown.title)
        << "</h1>\n"
        << sign_video(say, shown) << text_body(say, shown, ringing)
        << text_provenance(say, shown, ringing.at.date);
    const bool quick_exit = is_private(shown.reader);
    return {.language = language,
            .title = shown.title,
            .title_kind = quick_exit ? TitleKind::neutral : TitleKind::telling,
            .main = std::move(out),
            .exit_button = quick_exit ? ExitButton::present : ExitButton::absent};
}

}  // namespace safelead::web
